"""The words by which agencies are named, told and asked in administrative Vietnamese; lower case, tone marks of the new style."""


def _table(text: str) -> tuple[str, ...]:
    return tuple(" ".join(word.split()) for word in text.split("·") if word.strip())


# Words that begin the name of an agency, a kind of agencies or a post.
HEADS = _table("""
    bảo hiểm xã hội · bảo hiểm · ban bảo vệ · ban chấp hành · ban chỉ đạo · ban chỉ huy · ban công tác · ban dân tộc · ban
    dân vận · ban điều hành · ban giám đốc · ban giám hiệu · ban lãnh đạo · ban nội chính · ban quản lý · ban quản trị ·
    ban thi đua · ban thường trực · ban thường vụ · ban tiếp công dân · ban tổ chức · ban tuyên giáo · ban thanh tra nhân
    dân · ban giám sát · ban, ngành · ban ngành · ban đảng · báo và phát thanh · báo và đài · báo, đài · báo chí · bí thư
    · bộ chỉ huy · bộ phận · bộ tư lệnh · bộ đội biên phòng · bưu điện · cán bộ, công chức · cán bộ · cấp ủy · cấp xã ·
    cấp huyện · chánh thanh tra · chánh văn phòng · chi cục · chi nhánh · chính quyền · chủ đầu tư · chủ tịch · cổng thông
    tin điện tử · công an · công chức · công đoàn · công ty · cơ quan · doanh nghiệp · đại học · đảng ủy · địa phương ·
    điện lực · đoàn thanh niên · đoàn thể · đơn vị · đồng chí · giám đốc · hải quan · hạt kiểm lâm · hiệp hội · hiệu
    trưởng · học viện · hội đồng · hội nông dân · hội cựu chiến binh · hội liên hiệp · hội luật gia · hợp tác xã · huyện
    đoàn · huyện ủy · kho bạc · kiểm lâm · lãnh đạo · liên đoàn · liên hiệp · liên minh · mặt trận · mttq · ngân hàng ·
    ngành · người đứng đầu · nhà trường · phó chủ tịch · phó giám đốc · phó trưởng · quận ủy · sở, ban, ngành · sở, ngành
    · sở · thành đoàn · thành ủy · thành viên · thanh tra viên · chuyên viên · thị ủy · thủ trưởng · thường trực · tỉnh
    đoàn · tỉnh ủy · tòa án · tổ chức · tổ trưởng · đội trưởng · trạm trưởng · tổ công tác · tổ công nghệ số · tổ giúp
    việc · tổng công ty · trạm y tế · trung tâm · trưởng ban · trưởng phòng · trưởng thôn · trưởng các · tập đoàn · ủy ban
    · ubnd · ubmttq · hđnd · ub mttq · viễn thông · văn phòng · vp · viện kiểm sát · đặc khu · hộ gia đình · kế toán ·
    bệnh viện · các phòng · hội, đoàn thể · xã, phường · thôn, xóm · quân sự
""")

# Words that mean other things too: they begin a name before a capital ("Báo Sơn La", "Phòng Nội vụ"), before a word of rank,
# or behind "các".
SHORT_HEADS = _table("""
    báo · bộ · hội · đoàn · đài · viện · trường · cục · vụ · khoa · tổ · quỹ · xã · phường · huyện · thôn · phòng · thanh
    tra · thống kê · kiểm toán · thuế · cơ sở · đội · trạm · thành phố · quận · đồn · cảng · ban · cổng · cảnh sát · đảng
    · hạt · hội đồng · ấp · khóm · buôn · khu phố · tổ dân phố
""")
RANKS = _table("""
    tỉnh · thành phố · huyện · cấp · sở · xã, phường · chuyên môn · thuộc · trực thuộc · liên quan · nghiệp vụ · phát
    thanh · các cấp · tiểu học · trung học
""")
# Verbs that begin like agencies.
FALSE_HEADS = _table("""
    báo cáo · báo động · tổ chức · hội nghị · hội thảo · hội thi · lãnh đạo, chỉ đạo · lãnh đạo chỉ đạo · trường hợp · cơ
    sở dữ liệu · cơ sở vật chất · đội ngũ · xã hội · khoa học · phòng, chống · phòng ngừa · đoàn kết · bộ tiêu chí · bộ
    thủ tục · bộ chỉ số · cơ quan hóa · ngành nghề · chính quyền điện tử · chính quyền số · thành phố thông minh · công an
    hóa · thường trực xử lý · cán bộ hóa · doanh nghiệp hóa · trung tâm hóa · phường hội · thanh tra, kiểm tra · kiểm
    toán, thanh tra
""")
# Organisations are agencies only where they are so called.
ORGANISATIONS = (
    r"(?:chính trị|đoàn thể|xã hội|hội(?! nghị| thảo| thi| diễn| chợ| họp)|thành viên|đảng|tôn giáo|kinh tế|tín dụng"
    r"|phi chính phủ|có liên quan|liên quan|thuộc|trực thuộc|, cá nhân|, đơn vị|, đoàn)"
)

# What may stand before the head.
DETERMINERS = _table(
    "tất cả các · toàn thể · các · những · mỗi · từng · một số · lãnh đạo các · lãnh đạo · đồng chí · các đồng chí"
    " · thủ trưởng các · tập thể"
)

# Verbs and turns of phrase with which the predicate begins: there the name ends. Names write these words with a capital.
PREDICATES = _table("""
    chủ trì · là cơ quan · là đơn vị · là đầu mối · làm đầu mối · là bộ phận · là thành viên · phối hợp · có trách nhiệm ·
    chịu trách nhiệm · có nhiệm vụ · tham mưu · hướng dẫn · theo dõi · đôn đốc · giám sát · kiểm tra · thanh tra · tổng
    hợp · báo cáo · xây dựng · ban hành · triển khai · tổ chức · thực hiện · rà soát · tăng cường · đẩy mạnh · nâng cao ·
    tiếp tục · chỉ đạo · căn cứ · chủ động · tích cực · tuyên truyền · phổ biến · quán triệt · bố trí · bảo đảm · đảm bảo
    · thẩm định · cân đối · cấp phát · hỗ trợ · cung cấp · công bố · công khai · niêm yết · cập nhật · khai thác · sử dụng
    · vận hành · quản lý · giải quyết · xử lý · tiếp nhận · trả kết quả · phát huy · phát động · phân công · giao · kiện
    toàn · củng cố · duy trì · cải thiện · khắc phục · đề xuất · kiến nghị · trình · nghiên cứu · đánh giá · phân tích ·
    khảo sát · điều tra · lập · gửi · đăng tải · đưa tin · phản ánh · thông tin · tập trung · nghiêm túc · kịp thời ·
    thường xuyên · định kỳ · trực tiếp · khẩn trương · phải · cần · theo chức năng · trên cơ sở · ưu tiên · quan tâm · chú
    trọng · vận động · khuyến khích · tham gia · tư vấn · tập huấn · bồi dưỡng · đào tạo · biên soạn · in ấn · mở · hoàn
    thành · hoàn thiện · sơ kết · tổng kết · khen thưởng · biểu dương · gương mẫu · nêu cao · chấp hành · tạo điều kiện ·
    hợp tác · đồng hành · lồng ghép · cụ thể hóa · tự · thiết lập · đầu tư · trang bị · mua sắm · chuẩn bị · đăng ký ·
    tiến hành · yêu cầu · đề nghị · thống nhất · xem xét · quyết định · phê duyệt · làm tốt · huy động · xác định · cử ·
    chia sẻ · kết nối · số hóa · ứng dụng · thúc đẩy · đổi mới · cải cách · cắt giảm · đơn giản hóa · phát hiện · ngăn
    chặn · đấu tranh · ký kết · phát hành · giữ vững · lựa chọn · tìm hiểu · nắm bắt · thu thập · chấn chỉnh · đề cao ·
    bám sát · đăng · phát sóng · chuyển · nhận · thông báo · đưa · đối thoại · hằng năm · hàng năm · hằng quý · hàng quý ·
    hằng tháng · hàng tháng · ngoài việc · trong quá trình · trước ngày · nếu · khi · để · đã · đang · sẽ · không · luôn ·
    hằng tuần · cùng với · dựa trên · lấy · có kế hoạch · có văn bản · có giải pháp · ký · làm việc · nhân rộng · tôn vinh
    · vinh danh · khơi dậy · cam kết · giới thiệu · bổ sung · điều chỉnh · sắp xếp · tiết kiệm · sửa đổi · đa dạng hóa ·
    xã hội hóa · rút ngắn · đo lường · chịu sự · được sử dụng · được cấp · tuyên dương · mời · trao đổi · cụ thể · gắn ·
    tránh · gồm · có báo cáo · trở thành · bao gồm · nêu rõ · làm rõ · gọi điện · phân loại · phân bổ · thành lập · bàn giao
    · khai trương · khởi động · tích hợp · nâng cấp · trả lời · giải trình · giải đáp · xin lỗi · thu hút · chấm điểm · xếp
    loại · công nhận · mở rộng · nhắc nhở · ghi nhận · thay thế · thanh toán · giải ngân · quyết toán · đối chiếu · xác minh
    · xác nhận · sàng lọc · khuyến cáo · cảnh báo · tuyển dụng · luân chuyển · điều động · xử phạt · thu hồi · tham vấn ·
    lấy ý kiến · tiếp thu · rút kinh nghiệm · góp ý · có ý kiến · hướng tới · cải tiến · tối ưu · bình chọn · dành · trong
    việc · trong công tác · đối với · kiểm soát · chọn · cấp phép · cấp giấy · cấp thẻ · cấp định danh · cấp tài khoản · cấp
    mã · phát phiếu · thu phiếu · nhắn tin · gặp gỡ · đón tiếp · tiếp công dân · lắp đặt
""")  # fmt: skip

# Predicates that no name contains.
DUTIES = frozenset(_table("có trách nhiệm · chịu trách nhiệm · có nhiệm vụ · căn cứ"))

# Those that may as well say which agencies are meant ("các đơn vị cung cấp dịch vụ …").
MODIFIERS = frozenset(
    _table(
        "quản lý · tiếp nhận · tham mưu · thanh tra · kiểm tra · giám sát · thông tin · cung cấp · sử dụng · đầu tư · hỗ trợ"
        " · khảo sát · vận hành · hợp tác · tiếp công dân"
    )
)

# Bodies of which there is one in each unit: with the unit their name is whole.
BODIES = (
    "Công an", "Đảng ủy", "Thanh tra", "Thuế", "Cục Thuế", "Thống kê", "Cục Thống kê", "Kho bạc Nhà nước", "Bảo hiểm xã hội",
    "Bộ Chỉ huy Quân sự", "Ban Chỉ huy Quân sự", "Viện Kiểm sát nhân dân", "Tòa án nhân dân", "Bưu điện", "Viễn thông",
    "Điện lực", "Liên đoàn Lao động", "Hiệp hội Doanh nghiệp", "Hội Doanh nhân trẻ", "Liên minh Hợp tác xã", "Hội Nông dân",
    "Hội Liên hiệp Phụ nữ", "Hội Cựu chiến binh", "Đoàn Thanh niên", "Mặt trận Tổ quốc", "Ủy ban Mặt trận Tổ quốc",
    "Ủy ban Mặt trận Tổ quốc Việt Nam", "Ủy ban MTTQ Việt Nam", "Ủy ban MTTQ", "Trung tâm Phục vụ hành chính công",
    "Cổng Thông tin điện tử", "Đài Phát thanh và Truyền hình", "Báo và Đài Phát thanh, Truyền hình", "Trường Chính trị",
    "Báo và Phát thanh, Truyền hình",
)  # fmt: skip

# What stands behind a whole name and still belongs to it.
AFTER_NAMES = _table("""
    tỉnh · thành phố · huyện · quận · thị xã · xã · phường · đặc khu · thôn · và · hoặc · với · các · những · của ·
    thuộc · trực thuộc · liên quan · có · trên · tại · ở · nơi · trong · ngoài · khác · cấp tỉnh · cấp huyện · cấp xã ·
    cấp trên · cấp dưới · cấp mình · theo · được · nêu · nhà nước · trung ương · đóng · ngành · này · nói trên · sở tại ·
    là · do · về · cũ · mới · chức năng · chuyên môn · chủ quản · đoàn thể · đơn vị · địa phương
""")

# Words by which a superior lays work upon an agency, and by which he asks one that is not below him.
ORDERS = _table(
    "giao trách nhiệm cho · giao nhiệm vụ cho · giao cho · giao · yêu cầu · phân công · chỉ đạo · ủy quyền cho · ủy quyền"
)
REQUESTS = _table("đề nghị · kính đề nghị · trân trọng đề nghị · mời")

# How a predicate (folded) says that its subject leads, joins in, or is told to do something.
VOICES = {
    "leads": r"(?:(?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|được giao|là|làm|tiếp tục|được phân công)\s+)?"
    r"(?:cơ quan\s+|đơn vị\s+)?"
    r"(?:thường trực,?\s+|đầu mối,?\s+(?:và\s+)?)*(?:có trách nhiệm\s+)?chủ trì(?!\w)",
    "joins": r"(?:(?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|chủ động|tích cực)\s+)?"
    r"phối hợp\s+(?:chặt chẽ\s+)?(?:với|cùng)\s+",
    "told": r"căn cứ|được (?:giao|phân công|yêu cầu)"
    r"|có trách nhiệm|chịu trách nhiệm|chủ trì|là cơ quan|là đầu mối|làm đầu mối|có nhiệm vụ",
}
