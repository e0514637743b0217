"""The words and forms of official documents by which hard-wrapped lines are put together again."""

import re

_LETTERS = [chr(code) for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00))]
UPPER = "".join(letter for letter in _LETTERS if letter.isupper())  # for character classes


def _table(text: str) -> list[str]:
    return [" ".join(word.split()) for word in text.split("·") if word.strip()]


def _either(text: str) -> str:
    """One of the words of a table, as a pattern: the longest first, any white space between their syllables."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(_table(text), key=len, reverse=True))


def _spaced(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern in which a blank stands for any white space."""
    return re.compile(re.sub(r"\s*\n\s*", "", pattern).replace(" ", r"\s+"), flags)


# Lone marks that separate cells and blocks.
SEPARATOR = re.compile(r"\|+|[-–—_=*~.]{3,}")

TERMINAL = re.compile(r"(?:[.;:!?…]|/-)[\"”»’')\]]*$")
FULL_STOP = re.compile(r"[.!?…][\"”»’')\]]*$")

ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
LETTERS = "abcdđeghiklmnopqrstuvxy"  # f, j, w, z are never used; đ is sometimes left out
ROMAN = r"(?:X{0,2}(?:IX|IV|V?I{1,3}|V)|X{1,2})"
NUMBER = re.compile(
    rf"(?:(?P<capital>[A-HKLMP])\.(?=\s+[{UPPER}]{{2,}}[\s,])"
    rf"|(?P<roman>{ROMAN})(?:\s*[.)]|/(?=\s))"
    r"|(?P<arabic>\d{1,2}(?:\.\d{1,2}){0,4})(?:\s*[.)](?!\d)|/(?=\s))"
    r"|(?P<dotted>\d{1,2}(?:\.\d{1,2}){1,4})(?=\s+[^\W\d_])"
    r"|(?P<letter>[a-zđ])\s*[.)])(?=\s|[^\W\d_a-z]|[“\"])\s*(?P<first>\S)?"
)
DIVISION = re.compile(
    rf"(?:PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục|ĐIỀU|Điều)\s+(?:thứ\s+|THỨ\s+)?(?:{ROMAN}|\d{{1,2}}|nhất|hai|ba|tư|NHẤT|HAI|BA|TƯ)"
    rf"(?=\s*[.:\-–]|\s+[{UPPER}]{{2,}}|$)"
)
LOUD_DIVISION = re.compile(r"(?:PHẦN|CHƯƠNG)\s")  # which no sentence holds in its middle
ITEM = re.compile(rf"\((?:\d{{1,2}}|[ivx]{{1,5}}|[a-zđ])\)(?=\s+[{UPPER}“\d])")  # (1), (i), (a)
BULLET = re.compile(r"(?P<mark>[-–—+•*●▪◦·■□➢✓])(?P<space>\s*)(?P<first>\S)")
CODES = re.compile(r"(?<![\w.])\d+(?:\.\d+)+\s*(?:[;,]|và)?\s*$")  # a list of codes goes on: "1.3.2; 4.1.2;"

# Nouns behind which a figure or letter belongs to them: "khoản 2", "mức độ 3".
_NUMBERED_NOUNS = _either("""
    khoản · điểm · điều · mục · phụ lục · mức độ · mức · giai đoạn · nhóm · cấp · cấp độ · thứ · lần · lần thứ · loại
    · quý · tháng · ngày · năm · chương · phần · tiêu chí · biểu · mẫu · bảng · đợt · kỳ · giờ · lúc · khóa · hạng ·
    lớp · vùng · độ · tiểu mục · quyển · tập · trang · tờ
""")
NUMBERED_NOUNS = re.compile(rf"(?<![.)])(?:^|\s)(?:{_NUMBERED_NOUNS})$", re.IGNORECASE)  # but not as a whole title, "1. Tiêu chí"

# Names with a dash in the middle: what stands before it, what behind it.
COMPOUNDS = tuple(
    tuple(pair.split(" - "))
    for pair in _table("""
        phát thanh - truyền hình · thi đua - khen thưởng · kinh tế - xã hội · chính trị - xã hội · văn hóa - xã hội ·
        văn hoá - xã hội · tài chính - kế hoạch · kế hoạch - tài chính · lao động - thương binh · tổ chức - hành chính
        · hành chính - quản trị · hành chính - tổng hợp · tổ chức - cán bộ · hđnd - ubnd · hội đồng nhân dân - ủy ban
        · độc lập - tự do · tự do - hạnh phúc · khoa học - công nghệ · khoa học - kỹ thuật · kế hoạch - tổng hợp ·
        kinh tế - hạ tầng · dân số - kế hoạch · xây dựng - đô thị · nông nghiệp - môi trường · thanh tra - pháp chế ·
        quốc phòng - an ninh · báo chí - xuất bản · thông tin - truyền thông · thể dục - thể thao · du lịch - dịch vụ
        · thương mại - dịch vụ · nông - lâm · đảng - đoàn
    """)
)

RANGE_END = re.compile(
    r"\d+(?:[.,/]\d+)*(?![\d\s]*%)|quý|quí|tháng|năm|ngày"
)  # "10 - 15", "Quý I/2026 - Quý II/2026", but no "- 100%"
DATED = re.compile(r"(?:19|20)\d\d\b|\d{1,2}/\d|quý|quí|tháng|năm|ngày")

# Words that cannot end a heading: something must follow.
CONNECTORS = frozenset(
    _table("""
        và · của · cho · với · các · những · về · tại · trong · trên · dưới · ngoài · đến · tới · ở · theo · từ · do ·
        bởi · là · thuộc · cùng · hoặc · giữa · đối · để · được · không · như · hay · phải · sẽ · bằng · vì · mà · mỗi
        · từng · thứ
    """)
)
INCOMPLETE = re.compile(
    r"(?:[Đđ]ề nghị:?|[Gg]iao(?: cho)?|về việc|đối với|^\W*\w{1,4}[.)] Yêu cầu"
    r"|(?<!\w)(?:Bộ|(?<!Văn phòng )(?<!Thanh tra )Sở"
    r"|Ban|UBND|HĐND|VP|Cục|Viện|Trường|Báo|Đài|Tỉnh|Giám đốc|Chủ tịch|Thủ trưởng|Chánh|Lãnh đạo|Trưởng)"
    r"|(?:[Qq]uyết định|[Nn]ghị quyết|[Kk]ế hoạch|[Cc]ông văn|[Cc]hỉ thị) số)$"
)
# Kinds of bodies that need a name behind them.
_UNNAMED = _either("""
    Trung tâm · Cổng · Bộ phận · Chi nhánh · Ngân hàng · Bảo hiểm · Hệ thống · Liên đoàn · Hiệp hội · Liên minh ·
    Phòng · Đại học · Học viện · Quỹ · Công ty · Tập đoàn · Trang · Hội
""")
UNNAMED = re.compile(rf"(?<!\w)(?:{_UNNAMED})$")
SENTENCE_WITHIN = re.compile(rf"(?<![^\W\d_A-Z])(?!t[hpstx]\.)[^\W\d_A-Z]{{2,}}[.!?]\s+[{UPPER}]")
# Words behind which a name may follow.
PLACES = frozenset(
    _table("""
        tỉnh · huyện · xã · phường · phố · thị · quận · thôn · bản · nam · báo · đài · an · viện · trường · công · cục
        · hoạch · trình · án · luật
    """)
)

# An agency that is told, in this sentence, to do what the list behind it says.
_AGENCY = """(?:Sở|sở|Ban|UBND|Ủy ban|Uỷ ban|Văn phòng|Công an|Thanh tra|Chủ tịch|Cục|Chi cục|Trung tâm|Phòng|phòng|Bộ|Hội|Đài|Báo
    |cơ quan|đơn vị|Thủ trưởng|Giám đốc)"""
LEADING = _spaced(
    rf"""(?:Các |Giao |Đề nghị |Yêu cầu |Thủ trưởng )*{_AGENCY} (?:(?![.!?]\s).)*?
    (?:chủ trì|phối hợp|có trách nhiệm|yêu cầu|đề nghị|giao|ban hành|xây dựng|triển khai|thực hiện|chỉ đạo)(?:(?![.!?]\s).)*$"""
)
AGENCY_SPEAKS = _spaced(
    rf"""(?:(?:Các )?{_AGENCY}(?!\w)[^.;:]{{0,160}}?\s(?:chủ trì|(?:có|chịu) trách nhiệm)
    |(?:Sở|Báo|Đài|Văn phòng|Công an|Thanh tra|Trung tâm|Các (?:sở|cơ quan))(?!\w)[^.;:]{{0,80}}?(?<!được)(?<!để)\s
    (?:hướng dẫn|theo dõi|tham mưu|căn cứ|phối hợp|mở|đưa tin|tuyên truyền|rà soát|bố trí|xây dựng))(?!\w)"""
)
NAME = re.compile(rf"[{UPPER}]\w*\s+[{UPPER}]\w*(?=[\s,.;:]|$)")  # two capitals: the name of a place, of a body
# A name that is the subject of a sentence.
SPEAKING = _spaced(r"(?:Chương trình|Đề án|Dự án|Đợt thi đua|Phong trào|Hội nghị)(?: này)? (?:được|phải|cần|do)\s")
# A numbered agency with its work in the same line: "5. Sở Nội vụ: Chủ trì …".
RUN_IN = _spaced(
    r"""(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\)|[-+])\s*(?:Đề nghị |Giao |Các |Lãnh đạo |Thủ trưởng )*
    (?:Sở|sở|Ban|UBND|Ủy ban|Uỷ ban|Văn phòng|Công an|Báo|Đài|Tòa|Toà|Thanh tra|Hội|Hiệp hội|Liên minh|Mặt trận|Cục
    |Chi cục|Trung tâm|Phòng|phòng|Bộ|Kho bạc
    |Ngân hàng|Bảo hiểm|Viện|Cổng|Đoàn|Tỉnh đoàn|Chủ tịch|Trường|đồng chí|cơ quan|đơn vị)(?!\w)[^:]*:\s"""
)

# Capitals that stand in the middle of sentences: names of documents, bodies and programmes.
_PROPER = _either("""
    chỉ số · chỉ thị · internet · thành ủy · tỉnh ủy · huyện ủy · đảng ủy · tỉnh đoàn · thành đoàn · bộ chỉ huy · kế
    hoạch · luật · nghị quyết · nghị định · quyết định · chương trình · đề án · dự án · ủy ban · uỷ ban · ubnd · hđnd
    · sở · bộ · cổng · trang thông · trung ương · trung tâm · nhà nước · nhân dân · đảng · chính phủ · chính quyền ·
    thủ tướng · quốc hội · mặt trận · hội · hội đồng · đoàn · công an · tòa án · toà án · viện · ban · văn phòng ·
    thanh tra tỉnh · đài · báo · tỉnh · thành phố · cơ sở dữ liệu · cơ quan · hệ thống · kho bạc · bảo hiểm · ngân
    hàng · thông tư · công văn · công điện · tổng cục · quân sự · cộng sản · thanh niên · phụ nữ · nông dân · cựu
    chiến binh · luật gia · hiến pháp · bác hồ · hồ chí minh · việt nam · phòng · phụ lục · đại hội · tổ quốc · liên
    minh · công báo · bộ phận · chiến lược · quy hoạch · trường · tết · thương · vụ · tư pháp · tài chính · nội vụ · y
    tế · giáo dục · chủ tịch · phó chủ tịch · giám đốc · ngày · quý · thông báo · quy chế · quy định số · phong trào ·
    cuộc vận động · giải · huân chương · bằng khen · đợt thi đua · tổ · khu
""")
PROPER = re.compile(rf"(?:{_PROPER})(?!\w)", re.IGNORECASE)

# Words with which the sentence under a heading begins.
_OPENERS = _either("""
    căn cứ · trên cơ sở · theo chức năng · theo · để · nhằm · trong · ngoài · thực hiện · tham mưu · tham gia · chủ
    trì · chủ động · phối hợp · xây dựng · tổ chức · hỗ trợ · hướng dẫn · theo dõi · tổng hợp · tăng cường · tiếp tục
    · đẩy mạnh · đẩy nhanh · nâng cao · rà soát · triển khai · ban hành · bố trí · bảo đảm · đảm bảo · thẩm định · cân
    đối · tuyên truyền · phổ biến · quán triệt · định hướng · làm đầu mối · là đầu mối · là cơ quan · chịu trách nhiệm
    · có trách nhiệm · kiểm tra · giám sát · thanh tra · đôn đốc · chỉ đạo · cung cấp · cập nhật · công khai · niêm
    yết · giải quyết · xử lý · tiếp nhận · phát huy · phát động · phân công · giao · kiện toàn · củng cố · duy trì ·
    cải thiện · cải tiến · khắc phục · đề xuất · nghiên cứu · đánh giá · khảo sát · lập · báo cáo · định kỳ · thường
    xuyên · kịp thời · tập trung · nghiêm túc · đăng tải · vận động · lồng ghép · cụ thể hóa · huy động · xác định ·
    ứng dụng · thúc đẩy · đổi mới · quản lý · vận hành · khai thác · hoàn thiện · hoàn thành · lấy · mở · tạo · thông
    tin · phản ánh · chú trọng · quan tâm · chuẩn bị · kinh phí · nguồn kinh phí · đưa · hằng năm · hàng năm · số hóa
    · kết nối · phát triển
""")
OPENERS = re.compile(rf"(?:{_OPENERS})(?!\w)", re.IGNORECASE)

YEAR_AT_END = re.compile(r"(?:năm\s+|[-–]\s*)(?:19|20)\d\d\)?$", re.IGNORECASE)  # no name follows a year

# What attribute lines of a task begin with: who leads, who joins, when, with what product.
LABEL = _spaced(
    r"""(?:(?:[-+*•(]|[a-zđ]\)|\d{1,2}[.)])\s*){0,4}(?:
    (?:(?:Các )?(?:[Cc]ơ quan|[Đđ]ơn vị|[Cc]ấp|[Bb]ộ phận|[Pp]hòng)(?:,\s*(?:đơn vị|cá nhân|tổ chức|bộ phận))? (?:được giao )?
    (?:chủ trì|phối hợp|cùng thực hiện|thực hiện|tham mưu|đầu mối|chịu trách nhiệm|soạn thảo|trình
    |ban hành|quản lý|báo cáo|theo dõi|tham gia)
    [^.:;|]{0,60})
    |Thực hiện(?=\s*:\s+(?:Các |Lãnh đạo )?
    (?:[Ss]ở|Phòng|Ban|Văn phòng|Thanh tra|Trung tâm|Cục|Chi cục|UBND|Công an|phòng|đơn vị)\s)
    |Hoàn thành(?=\s*:\s+(?:trước|trong|tháng|qu[ýí]|ngày|cuối|năm|\d|T(?:rước|rong|háng)|Qu[ýí]|Ngày|Cuối|Năm))
    |Chủ trì(?: thực hiện)?|Phối hợp(?: thực hiện)?|Đầu mối[^.:;|]{0,30}|Phân công(?: thực hiện)?
    |Thời (?:gian|hạn|điểm)(?: (?:thực hiện|hoàn thành|triển khai|trình|ban hành
    |bắt đầu|kết thúc|dự kiến|tiến hành)[^.:;|]{0,40})?
    |Tiến độ[^.:;|]{0,40}|Lộ trình[^.:;|]{0,40}
    |Sản phẩm[^.:;|]{0,40}|Kết quả (?:đầu ra|cần đạt|đạt được|dự kiến|sản phẩm)[^.:;|]{0,30}
    |Hình thức(?: thực hiện)?|Nội dung thực hiện|Kinh phí(?: thực hiện)?|Địa điểm[^.:;|]{0,30}|Đối tượng[^.:;|]{0,30}
    |Lãnh đạo phụ trách|(?:Người|Cá nhân) (?:chịu trách nhiệm|chủ trì|thực hiện|phụ trách)
    |Trách nhiệm(?: thực hiện)?)\s*:(?=\s)"""
)
LABEL_IN_LINE = re.compile(rf"(?:(?<=[.;])|(?<=[.;]\))|(?=\s\())\s+(?={LABEL.pattern})", re.IGNORECASE)  # a label within a line
TABLE_HEADER = _spaced(r"(?:S?TT|Số TT|Stt) (?=\||Nội dung|NỘI DUNG|Nhiệm vụ|NHIỆM VỤ|Tên\s|TÊN\s|Công việc)")

# The heading and signature blocks.
_TYPES = _either("""
    KẾ HOẠCH · QUYẾT ĐỊNH · CHỈ THỊ · CHƯƠNG TRÌNH · CHƯƠNG TRÌNH HÀNH ĐỘNG · KẾ HOẠCH HÀNH ĐỘNG · CÔNG VĂN · CÔNG
    ĐIỆN · HƯỚNG DẪN · ĐỀ ÁN · PHƯƠNG ÁN · NGHỊ QUYẾT · THÔNG BÁO · TỜ TRÌNH · BÁO CÁO · QUY CHẾ · QUY ĐỊNH
""")
TYPE_LINE = re.compile(
    rf"(?:{_TYPES})(?:\s*\([^)]*\))?|Kế hoạch|Quyết định|Chỉ thị|QUYẾT\s+ĐỊNH\s*:|Q\s*U\s*Y\s*Ế\s*T\s+Đ\s*Ị\s*N\s*H\s*:?"
)
ANNEX_LINE = re.compile(r"(?:PHỤ\s+LỤC|Phụ\s+lục|BIỂU|Biểu)(?:\s+(?:SỐ|số))?(?:\s*\d{1,2}|\s+[IVX]+)?(?:\s*[.:])?")
MOTTO = _spaced(r"(?:CỘNG H(?:ÒA|OÀ) XÃ|Độc lập\s*-\s*Tự do|ĐẢNG CỘNG SẢN)")
NUMBER_LINE = re.compile(r"(?:Số|SỐ)\s*:?\s*[\w./…-]*/[\w&./-]+$")
NUMBER_OPENING = re.compile(r"(?:Số|SỐ)\s*:\s*\S")
PLACE_DATE = re.compile(rf"[{UPPER}][^\d.;:|]{{1,45}},\s*ngày\s*[\d….]*\s*tháng\b")
PLACE_DATE_LINE = re.compile(rf"[{UPPER}][^\d.;:|]{{1,45}},\s*ngày\s*[\d….]*\s*tháng\s*[\d….]*\s*năm\s*[\d….]+$")
HEADER_AGENCY = _spaced(
    r"""(?:SỞ|BAN|VĂN PHÒNG|UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|CHI CỤC|CỤC|TRUNG TÂM|PHÒNG|HỘI ĐỒNG|THANH TRA|CÔNG AN|BỘ|TRƯỜNG
    |ĐẢNG ỦY)\s"""
)
SIGNING = re.compile(rf"(?:TM|KT|TL|TUQ|Q)\s*\.\s*[{UPPER}]{{2,}}")
POST = _spaced(
    r"""(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|CHÁNH THANH TRA|TRƯỞNG BAN|TRƯỞNG PHÒNG|CỤC TRƯỞNG|CHI CỤC TRƯỞNG|BÍ THƯ
    |HIỆU TRƯỞNG)(?!\w)"""
)
RECIPIENTS = _spaced(r"(?:Nơi nhận|NƠI NHẬN)\s*(?::|\()")
ATTACHED = _spaced(r"\(\s*(?:Kèm theo|Ban hành kèm|Có (?:[Pp]hụ lục|danh mục|biểu)|Chi tiết|Đính kèm)")

# Sentences that open the preamble and close the body.
OPENING = _spaced(
    r"""(?:Căn cứ|Xét|Theo) (?:đề nghị|[A-ZĐ]\w+)|Thực hiện (?:theo )?(?:chỉ đạo|ý kiến|[A-ZĐ]\w+ \w+|chủ trương)|Kính gửi
    |(?:Nhằm|Để|Tiếp tục|Với mục đích|Ngày \d|Vừa qua|Năm \d{4},|Triển khai thực hiện)\s"""
)
CLOSING = _spaced(
    r"""Trên đây là\b|Trên đây,
    |(?:Trong )?[Qq]uá trình (?:triển khai|tổ chức|thực hiện)[^.;]{0,140}(?:khó khăn|vướng mắc|phát sinh|bất cập)
    |(?:Yêu cầu|Đề nghị) (?:Thủ trưởng|Giám đốc|các (?:sở|cơ quan|đơn vị|Sở))
    (?:[^.;]{0,200}(?:nghiêm túc|khẩn trương|triển khai)[^.;]{0,120}\.(?=.{0,300}\./\.)|[^.;]{0,320}\./\.)
    |(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Chủ tịch)\s[^.;,]{0,60}?\s(?:yêu cầu|đề nghị)\s"""
)
# Who gives work to whom, in a sentence of its own.
GIVING = _spaced(
    r"""(?:(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Chủ tịch UBND) (?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường) giao |Giao )
    (?:Sở|Văn phòng|Ban|Công an|Thanh tra|Phòng|Cục|Chi cục|UBND|Trung tâm) \w"""
)
GIVING_IN_LINE = re.compile(rf"(?<=[^\W\d_]{{2}}\.)\s+(?={GIVING.pattern})")
CLOSING_IN_LINE = re.compile(rf"(?<=[.;])\s+(?={CLOSING.pattern})")
# What web pages put around a document.
CHROME = _spaced(
    r"""(?:Lượt xem|Tải về|Tin khác|Các tin (?:khác|liên quan)|Tin liên quan|Thông tin mới nhất|Thống kê truy cập|Đăng nhập
    |Bản quyền|Đang tải
    |Hệ thống pháp luật|Nguồn\s*:|Theo Trung tâm|Cỡ chữ|Trang chủ|In bài|Chia sẻ|Xem cỡ chữ|Copyright|©|Gửi bình luận)"""
)
CHROME_LINE = _spaced(r"Lượt xem\s*:\s*[\d.,]+|Đang tải[^.]*\.\.\.|Hệ thống pháp luật|Tải về|Trang chủ|Cỡ chữ.{0,10}")
