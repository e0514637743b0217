"""The words by which agencies are named, told and asked in administrative Vietnamese."""

# Words that begin the name of an agency, a kind of agencies or a post; lower case, tone marks of the new style.
HEADS = (
    "bảo hiểm xã hội", "bảo hiểm", "ban bảo vệ", "ban chấp hành", "ban chỉ đạo", "ban chỉ huy", "ban công tác", "ban dân tộc", "ban dân vận",
    "ban điều hành", "ban giám đốc", "ban giám hiệu", "ban lãnh đạo", "ban nội chính", "ban quản lý", "ban quản trị", "ban thi đua",
    "ban thường trực", "ban thường vụ", "ban tiếp công dân", "ban tổ chức", "ban tuyên giáo", "ban, ngành", "ban ngành", "ban đảng",
    "báo", "bệnh viện", "bí thư", "bộ chỉ huy", "bộ phận", "bộ tư lệnh", "bộ đội biên phòng", "bộ", "bưu điện", "cán bộ, công chức", "cán bộ",
    "cấp ủy", "chánh thanh tra", "chánh văn phòng", "chi cục", "chi nhánh", "chính quyền", "chủ đầu tư", "chủ tịch", "cổng thông tin", "cổng", "cộng tác viên",
    "công an", "công chức", "công đoàn", "công ty", "cơ quan", "cơ sở", "cục", "doanh nghiệp", "đài phát thanh", "đài", "đại học", "đảng ủy", "địa phương", "điện lực",
    "đoàn thanh niên", "đoàn thể", "đoàn", "đơn vị", "đội", "đồng chí", "đồn", "giám đốc", "hải quan", "hạt kiểm lâm", "hệ thống", "hiệp hội",
    "hiệu trưởng", "học viện", "hội đồng", "hội nông dân", "hội cựu chiến binh", "hội liên hiệp", "hội", "hợp tác xã", "huyện đoàn", "huyện ủy", "huyện",
    "kho bạc", "khoa", "kiểm toán", "kiểm lâm", "lãnh đạo", "liên đoàn", "liên hiệp", "liên minh", "mặt trận", "mttq", "ngân hàng", "ngành", "người đứng đầu", "nhà trường",
    "phó chủ tịch", "phó giám đốc", "phòng", "phường", "quận", "quận ủy", "quỹ", "sở, ban, ngành", "sở, ngành", "sở", "thành đoàn", "thành phố",
    "thành ủy", "thành viên", "thanh tra", "thị ủy", "thống kê", "thôn", "thủ trưởng", "thuế", "thường trực", "tỉnh đoàn", "tỉnh ủy", "tòa án", "tòa soạn", "tổ chức",
    "tổ công tác", "tổ dân phố", "tổ công nghệ", "tổ giúp việc", "tổ", "tổng công ty", "trạm y tế", "trạm", "trung tâm", "trưởng ban", "trưởng phòng", "trưởng các", "trường", "tập đoàn",
    "ủy ban", "ubnd", "ubmttq", "hđnd", "ub mttq", "viễn thông", "văn phòng", "vp", "viện kiểm sát", "viện", "vụ", "xã", "đặc khu", "hộ gia đình", "kế toán", "cảnh sát", "trang thông tin",
)  # fmt: skip

# What may stand before the head.
DETERMINERS = ("tất cả các", "toàn thể", "các", "những", "mỗi", "từng", "một số", "lãnh đạo các", "lãnh đạo", "đồng chí", "các đồng chí")

# Verbs and turns of phrase with which the predicate begins: there the name ends. Names of agencies write these words with a capital.
PREDICATES = (
    "chủ trì", "là cơ quan", "là đơn vị", "là đầu mối", "làm đầu mối", "là bộ phận", "là thành viên", "phối hợp", "có trách nhiệm", "chịu trách nhiệm", "có nhiệm vụ", "có kế hoạch",
    "tham mưu", "hướng dẫn", "theo dõi", "đôn đốc", "giám sát", "kiểm tra", "thanh tra", "tổng hợp", "báo cáo", "xây dựng", "ban hành", "triển khai",
    "tổ chức", "thực hiện", "rà soát", "tăng cường", "đẩy mạnh", "nâng cao", "tiếp tục", "chỉ đạo", "căn cứ", "chủ động", "tích cực", "tuyên truyền",
    "phổ biến", "quán triệt", "bố trí", "bảo đảm", "đảm bảo", "thẩm định", "cân đối", "cấp phát", "hỗ trợ", "cung cấp", "công bố", "công khai",
    "niêm yết", "cập nhật", "khai thác", "sử dụng", "vận hành", "quản lý", "giải quyết", "xử lý", "tiếp nhận", "trả kết quả", "phát huy",
    "phát động", "phân công", "giao", "kiện toàn", "củng cố", "duy trì", "cải thiện", "khắc phục", "đề xuất", "kiến nghị", "trình", "nghiên cứu",
    "đánh giá", "phân tích", "khảo sát", "điều tra", "lập", "gửi", "đăng tải", "đưa tin", "phản ánh", "thông tin", "tập trung", "nghiêm túc", "kịp thời",
    "thường xuyên", "định kỳ", "trực tiếp", "khẩn trương", "phải", "cần", "theo chức năng", "trên cơ sở", "ưu tiên", "quan tâm", "chú trọng", "vận động", "khuyến khích",
    "tham gia", "tư vấn", "tập huấn", "bồi dưỡng", "đào tạo", "biên soạn", "in ấn", "mở", "hoàn thành", "hoàn thiện", "sơ kết", "tổng kết", "khen thưởng", "biểu dương",
    "gương mẫu", "nêu cao", "chấp hành", "tạo điều kiện", "hợp tác", "đồng hành", "lồng ghép", "cụ thể hóa", "tự", "thiết lập", "đầu tư", "trang bị", "mua sắm",
    "chuẩn bị", "đăng ký", "tiến hành", "yêu cầu", "đề nghị", "thống nhất", "xem xét", "quyết định", "phê duyệt", "làm tốt", "ra quân", "huy động", "xác định", "cử",
    "chia sẻ", "kết nối", "số hóa", "ứng dụng", "thúc đẩy", "đổi mới", "cải cách", "cắt giảm", "đơn giản hóa", "phát hiện", "ngăn chặn", "đấu tranh", "ký kết", "phát hành", "giữ vững", "lựa chọn",
    "tìm hiểu", "nắm bắt", "thu thập", "chấn chỉnh", "đề cao", "bám sát", "kế hoạch hóa", "đăng", "phát sóng", "mời", "chủ quản", "chuyển", "nhận", "tổng hợp,", "thông báo", "đưa", "đối thoại",
    "hằng năm", "hàng năm", "hằng quý", "hàng quý", "hằng tháng", "hàng tháng", "ngoài việc", "tại", "được giao", "trong quá trình", "trước ngày", "nếu", "khi", "để", "trên địa bàn có",
)  # fmt: skip

# Words by which a superior lays work upon an agency, and by which he asks one that is not below him.
ORDERS = ("giao cho", "giao", "yêu cầu", "phân công", "chỉ đạo", "ủy quyền")
REQUESTS = ("đề nghị", "kính đề nghị", "trân trọng đề nghị", "mời")

# Words that open a continuation of a name rather than end it.
LINKS = ("và", "cùng", "của", "thuộc", "trực thuộc", "cấp", "tỉnh", "huyện", "xã", "phường", "thành phố", "trên địa bàn", "liên quan", "có liên quan")

# How a predicate (folded) says that its subject leads, joins in, or is told to do something.
VOICES = {
    "leads": r"(?:(?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|được giao|là|làm|tiếp tục|được phân công)\s+)?(?:cơ quan\s+|đơn vị\s+)?(?:thường trực,?\s+|đầu mối,?\s+)*"
    r"(?:(?:là|có trách nhiệm)\s+(?:cơ quan|đơn vị)\s+(?:thường trực|đầu mối|chủ trì),?\s+(?:có trách nhiệm\s+)?)?chủ trì(?!\w)",
    "joins": r"(?:(?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|chủ động|tích cực)\s+)?phối hợp\s+(?:chặt chẽ\s+)?(?:với|cùng)\s+",
    "told": r"có trách nhiệm|chịu trách nhiệm|chủ trì|là cơ quan|là đầu mối|làm đầu mối|có nhiệm vụ",
}
