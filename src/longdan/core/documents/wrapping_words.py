"""The words and forms of official documents by which hard-wrapped lines are put together again."""

import re


def _either(text: str) -> str:
    return "|".join(sorted((word.strip().replace(" ", r"\s+") for word in text.split("|")), key=len, reverse=True))


_LETTERS = [chr(code) for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00))]
UPPER = "".join(letter for letter in _LETTERS if letter.isupper())  # for character classes

# Lone marks that separate cells and blocks.
SEPARATOR = re.compile(r"\|+|[-–—_=*~.]{3,}")

TERMINAL = re.compile(r"(?:[.;:!?…]|/-)[\"”»’')\]]*$")
FULL_STOP = re.compile(r"[.!?…][\"”»’')\]]*$")

ROMAN = r"(?:X{0,2}(?:IX|IV|V?I{1,3}|V)|X{1,2})"
ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
LETTERS = "abcdđeghiklmnopqrstuvxy"
NUMBER = re.compile(
    rf"(?:(?P<roman>{ROMAN})(?:\s*[.)]|/(?=\s))|(?P<arabic>\d{{1,2}}(?:\.\d{{1,2}}){{0,4}})(?:\s*[.)](?!\d)|/(?=\s))|(?P<dotted>\d{{1,2}}(?:\.\d{{1,2}}){{1,4}})(?=\s+[^\W\d_])"
    r"|(?P<letter>[a-zđ])\s*[.)])(?=\s|[^\W\d_a-z]|[“\"])\s*(?P<first>\S)?"
)
DIVISION = re.compile(
    rf"(?:PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục|ĐIỀU|Điều)\s+(?:thứ\s+|THỨ\s+)?(?:{ROMAN}|\d{{1,2}}|nhất|hai|ba|tư|NHẤT|HAI|BA|TƯ)(?=\s*[.:\-–]|\s+[{UPPER}]{{2,}}|$)"
)
LOUD_DIVISION = re.compile(r"(?:PHẦN|CHƯƠNG)\s")  # which no sentence holds in its middle
BULLET = re.compile(r"(?P<mark>[-–—+•*●▪◦·■□➢✓])(?P<space>\s*)(?P<first>\S)")

# Nouns behind which a figure or letter belongs to them: "khoản 2", "mức độ 3".
NUMBERED_NOUNS = re.compile(
    rf"(?:^|\s)(?:{_either('khoản|điểm|điều|mục|phụ lục|mức độ|mức|giai đoạn|nhóm|cấp|cấp độ|thứ|lần|lần thứ|loại|quý|tháng|ngày|năm|chương|phần|tiêu chí|biểu|mẫu|bảng|đợt|kỳ|giờ|lúc|khóa|hạng|lớp|vùng|độ|tiểu mục|quyển|tập|trang|tờ')})$",
    re.IGNORECASE,
)

CODES = re.compile(r"(?<![\w.])\d+(?:\.\d+)+\s*[;,]?\s*$")  # a list of codes goes on: "1.3.2; 4.1.2;"

# Names with a dash in the middle: what stands before it, what behind it.
COMPOUNDS = tuple(
    tuple(pair.split("-"))
    for pair in (
        "phát thanh-truyền hình|thi đua-khen thưởng|kinh tế-xã hội|chính trị-xã hội|văn hóa-xã hội|văn hoá-xã hội|tài chính-kế hoạch|kế hoạch-tài chính"
        "|lao động-thương binh|tổ chức-hành chính|hành chính-quản trị|hành chính-tổng hợp|tổ chức-cán bộ|hđnd-ubnd|hội đồng nhân dân-ủy ban|độc lập-tự do|tự do-hạnh phúc"
        "|khoa học-công nghệ|khoa học-kỹ thuật|kế hoạch-tổng hợp|kinh tế-hạ tầng|dân số-kế hoạch|xây dựng-đô thị|nông nghiệp-môi trường|thanh tra-pháp chế|quốc phòng-an ninh"
        "|báo chí-xuất bản|thông tin-truyền thông|thể dục-thể thao|du lịch-dịch vụ|thương mại-dịch vụ|nông-lâm|đảng-đoàn"
    ).split("|")
)

# Words that cannot end a heading: something must follow.
CONNECTORS = frozenset(
    "và của cho với các những về tại trong trên dưới ngoài đến tới ở theo từ do bởi là thuộc cùng hoặc giữa đối để được không như hay phải sẽ bằng vì mà mỗi từng".split()
)
INCOMPLETE = re.compile(
    r"(?:[Đđ]ề nghị:?|[Gg]iao(?: cho)?|về việc|đối với|^\W*\w{1,4}[.)] Yêu cầu|(?<!\w)(?:Bộ|Sở|Ban|UBND|HĐND|VP|Cục|Viện|Trường|Báo|Đài|Tỉnh|Giám đốc|Chủ tịch|Thủ trưởng|Chánh|Lãnh đạo|Trưởng)|(?:[Qq]uyết định|[Nn]ghị quyết|[Kk]ế hoạch|[Cc]ông văn|[Cc]hỉ thị) số)$"
)
# Kinds of bodies that need a name behind them.
UNNAMED = re.compile(
    rf"(?:{_either('trung tâm|cổng|bộ phận|chi nhánh|ngân hàng|bảo hiểm|hệ thống|liên đoàn|hiệp hội|liên minh|phòng|đại học|học viện|quỹ|công ty|tập đoàn|trang|hội')})$", re.IGNORECASE
)
# An agency that is told, in this sentence, to do what the list behind it says.
LEADING = re.compile(
    r"(?:Các\s|Giao\s|Đề\s+nghị\s|Yêu\s+cầu\s|Thủ\s+trưởng\s)*(?:Sở|sở|Ban|UBND|Ủy\s+ban|Uỷ\s+ban|Văn\s+phòng|Công\s+an|Thanh\s+tra|Chủ\s+tịch|Cục|Chi\s+cục|Trung\s+tâm|Phòng|phòng|Bộ|Hội|Đài|Báo|cơ\s+quan|đơn\s+vị|Giám\s+đốc)\s"
    r"(?:(?![.!?]\s).)*?(?:chủ\s+trì|phối\s+hợp|có\s+trách\s+nhiệm|yêu\s+cầu|đề\s+nghị|giao|ban\s+hành|xây\s+dựng|triển\s+khai|thực\s+hiện|chỉ\s+đạo)(?:(?![.!?]\s).)*$"
)
# Words behind which a proper name may follow.
PLACES = frozenset("tỉnh huyện xã phường phố thị quận thôn bản nam báo đài an viện trường công cục hoạch trình án luật".split())

# Capitals that stand in the middle of sentences: names of documents, bodies and programmes.
PROPER = re.compile(
    rf"(?:{_either('chỉ số|chỉ thị|internet|thành ủy|tỉnh ủy|huyện ủy|đảng ủy|tỉnh đoàn|thành đoàn|bộ chỉ huy|kế hoạch|luật|nghị quyết|nghị định|quyết định|chương trình|đề án|dự án|ủy ban|uỷ ban|ubnd|hđnd|sở|bộ|cổng|trang thông|trung ương|trung tâm|nhà nước|nhân dân|đảng|chính phủ|chính quyền|thủ tướng|quốc hội|mặt trận|hội|hội đồng|đoàn|công an|tòa án|toà án|viện|ban|văn phòng|thanh tra tỉnh|đài|báo|tỉnh|thành phố|cơ sở dữ liệu|cơ quan|hệ thống|kho bạc|bảo hiểm|ngân hàng|thông tư|công văn|công điện|tổng cục|thể thao|du lịch|truyền thông|đầu tư|môi trường|công nghệ|xã hội|nông thôn|đô thị|thương binh|đào tạo|hiến pháp|bác hồ|hồ chí minh|việt nam|phòng|phụ lục|đại hội|tổ quốc|hợp tác|liên minh|công báo|bộ phận|chiến lược|quy hoạch|trường|tết|xây dựng|thương|vụ|tư pháp|tài chính|nội vụ|y tế|giáo dục|chủ tịch|phó chủ tịch|giám đốc|ngày|quý|thông báo|quy chế|quy định số|phong trào|cuộc vận động|giải|huân chương|bằng khen|đợt thi đua|tổ|khu')})(?!\w)",
    re.IGNORECASE,
)  # fmt: skip

AGENCY_SPEAKS = re.compile(
    r"(?:Các\s+)?(?:Sở|UBND|Ủy\s+ban|Uỷ\s+ban|Văn\s+phòng|Công\s+an|Thanh\s+tra|Ban|Cục|Chi\s+cục|Trung\s+tâm|Phòng|sở|cơ\s+quan|đơn\s+vị|Thủ\s+trưởng|Giám\s+đốc)(?!\w)"
    r"[^.;:]{0,160}?\s(?:chủ\s+trì|có\s+trách\s+nhiệm|chịu\s+trách\s+nhiệm)(?!\w)"
)
# A name that is the subject of a sentence.
SPEAKING = re.compile(r"(?:Chương\s+trình|Đề\s+án|Dự\s+án|Đợt\s+thi\s+đua|Phong\s+trào|Hội\s+nghị)(?:\s+này)?\s+(?:được|phải|cần|do)\s")

# Words with which the sentence under a heading begins.
OPENERS = re.compile(
    rf"(?:{_either('căn cứ|trên cơ sở|theo chức năng|theo|để|nhằm|trong|ngoài|thực hiện|tham mưu|tham gia|chủ trì|chủ động|phối hợp|xây dựng|tổ chức|hỗ trợ|hướng dẫn|theo dõi|tổng hợp|tăng cường|tiếp tục|đẩy mạnh|nâng cao|rà soát|triển khai|ban hành|bố trí|bảo đảm|đảm bảo|thẩm định|cân đối|tuyên truyền|phổ biến|quán triệt|định hướng|làm đầu mối|là đầu mối|là cơ quan|chịu trách nhiệm|có trách nhiệm|kiểm tra|giám sát|thanh tra|đôn đốc|chỉ đạo|cung cấp|cập nhật|công khai|niêm yết|giải quyết|xử lý|tiếp nhận|phát huy|phát động|phân công|giao|kiện toàn|củng cố|duy trì|cải thiện|khắc phục|đề xuất|nghiên cứu|đánh giá|khảo sát|lập|báo cáo|định kỳ|thường xuyên|kịp thời|tập trung|nghiêm túc|đăng tải|vận động|lồng ghép|cụ thể hóa|huy động|xác định|ứng dụng|thúc đẩy|đổi mới|quản lý|vận hành|khai thác|hoàn thiện|hoàn thành|lấy|mở|tạo|thông tin|phản ánh|chú trọng|quan tâm|chuẩn bị|kinh phí|nguồn kinh phí|đưa|hằng năm|hàng năm')})(?!\w)",
    re.IGNORECASE,
)  # fmt: skip

LABEL = re.compile(
    r"(?:[-+*•(]\s*)*(?:"
    r"(?:(?:Các\s+)?(?:[Cc]ơ\s+quan|[Đđ]ơn\s+vị|[Cc]ấp)(?:,\s*(?:đơn\s+vị|cá\s+nhân|tổ\s+chức))?\s+(?:được\s+giao\s+)?(?:chủ\s+trì|phối\s+hợp|cùng\s+thực\s+hiện|thực\s+hiện|tham\s+mưu|đầu\s+mối|chịu\s+trách\s+nhiệm|soạn\s+thảo|trình|ban\s+hành|quản\s+lý|báo\s+cáo|theo\s+dõi|tham\s+gia)[^.:;|]{0,60})"
    r"|Chủ\s+trì(?:\s+thực\s+hiện)?|Phối\s+hợp(?:\s+thực\s+hiện)?|Đầu\s+mối[^.:;|]{0,30}|Phân\s+công(?:\s+thực\s+hiện)?"
    r"|Thời\s+(?:gian|hạn|điểm)(?:\s+(?:thực\s+hiện|hoàn\s+thành|triển\s+khai|trình|ban\s+hành|bắt\s+đầu|kết\s+thúc|dự\s+kiến|tiến\s+hành)[^.:;|]{0,40})?|Tiến\s+độ[^.:;|]{0,40}|Lộ\s+trình[^.:;|]{0,40}"
    r"|Sản\s+phẩm[^.:;|]{0,40}|Kết\s+quả\s+(?:đầu\s+ra|cần\s+đạt|đạt\s+được|dự\s+kiến|sản\s+phẩm)[^.:;|]{0,30}|Hình\s+thức(?:\s+thực\s+hiện)?|Nội\s+dung\s+thực\s+hiện|Kinh\s+phí(?:\s+thực\s+hiện)?"
    r"|Địa\s+điểm[^.:;|]{0,30}|Đối\s+tượng[^.:;|]{0,30}|Lãnh\s+đạo\s+phụ\s+trách|Người\s+(?:chịu\s+trách\s+nhiệm|thực\s+hiện|phụ\s+trách)|Trách\s+nhiệm(?:\s+thực\s+hiện)?"
    r")\s*:(?=\s)"
)

LABEL_IN_LINE = re.compile(rf"(?:(?<=[.;])|(?<=[.;]\))|(?=\s\())\s+(?={LABEL.pattern})", re.IGNORECASE)  # where a label begins within a line
TABLE_HEADER = re.compile(r"(?:S?TT|Số\s+TT|Stt)\s+(?=\||Nội\s+dung|NỘI\s+DUNG|Nhiệm\s+vụ|NHIỆM\s+VỤ|Tên\s|TÊN\s|Công\s+việc)")
_TYPES = "KẾ HOẠCH|QUYẾT ĐỊNH|CHỈ THỊ|CHƯƠNG TRÌNH|CHƯƠNG TRÌNH HÀNH ĐỘNG|KẾ HOẠCH HÀNH ĐỘNG|CÔNG VĂN|CÔNG ĐIỆN|HƯỚNG DẪN|ĐỀ ÁN|PHƯƠNG ÁN|NGHỊ QUYẾT|THÔNG BÁO|TỜ TRÌNH|BÁO CÁO|QUY CHẾ|QUY ĐỊNH"
TYPE_LINE = re.compile(rf"(?:{_either(_TYPES)})(?:\s*\([^)]*\))?|Kế hoạch|Quyết định|Chỉ thị|QUYẾT\s+ĐỊNH\s*:|Q\s*U\s*Y\s*Ế\s*T\s+Đ\s*Ị\s*N\s*H\s*:?")
ANNEX_LINE = re.compile(r"(?:PHỤ\s+LỤC|Phụ\s+lục|BIỂU|Biểu)(?:\s+(?:SỐ|số))?(?:\s*\d{1,2}|\s+[IVX]+)?(?:\s*[.:])?")
MOTTO = re.compile(r"(?:CỘNG\s+H(?:ÒA|OÀ)\s+XÃ|Độc\s+lập\s*-\s*Tự\s+do|ĐẢNG\s+CỘNG\s+SẢN)")
NUMBER_LINE = re.compile(r"(?:Số|SỐ)\s*:?\s*[\w./…-]*/[\w&./-]+$")
NUMBER_OPENING = re.compile(r"(?:Số|SỐ)\s*:\s*\S")
PLACE_DATE = re.compile(r"[A-ZĐÂÊÔƠƯĂ][^\d.;:|]{1,45},\s*ngày\s*[\d….]*\s*tháng\b")
PLACE_DATE_LINE = re.compile(r"[A-ZĐÂÊÔƠƯĂ][^\d.;:|]{1,45},\s*ngày\s*[\d….]*\s*tháng\s*[\d….]*\s*năm\s*[\d….]+$")
HEADER_AGENCY = re.compile(r"(?:SỞ|BAN|VĂN\s+PHÒNG|UBND|ỦY\s+BAN\s+NHÂN\s+DÂN|UỶ\s+BAN\s+NHÂN\s+DÂN|CHI\s+CỤC|CỤC|TRUNG\s+TÂM|PHÒNG|HỘI\s+ĐỒNG|THANH\s+TRA|CÔNG\s+AN|BỘ|TRƯỜNG|ĐẢNG\s+ỦY)\s")
# A numbered agency with its work in the same line: "5. Sở Nội vụ: Chủ trì …".
RUN_IN = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\)|[-+])\s*(?:Đề\s+nghị\s+|Giao\s+|Các\s+|Lãnh\s+đạo\s+|Thủ\s+trưởng\s+)*"
    r"(?:Sở|sở|Ban|UBND|Ủy\s+ban|Uỷ\s+ban|Văn\s+phòng|Công\s+an|Báo|Đài|Tòa|Toà|Thanh\s+tra|Hội|Hiệp\s+hội|Liên\s+minh|Mặt\s+trận|Cục|Chi\s+cục|Trung\s+tâm"
    r"|Phòng|phòng|Bộ|Kho\s+bạc|Ngân\s+hàng|Bảo\s+hiểm|Viện|Cổng|Đoàn|Tỉnh\s+đoàn|Chủ\s+tịch|Trường|đồng\s+chí|cơ\s+quan|đơn\s+vị)(?!\w)[^:]*:\s"
)
SIGNING = re.compile(r"(?:TM|KT|TL|TUQ|Q)\s*\.\s*[A-ZĐÂÊÔƠƯĂỦÁ]{2,}")
POST = re.compile(r"(?:PHÓ\s+)?(?:CHỦ\s+TỊCH|GIÁM\s+ĐỐC|CHÁNH\s+VĂN\s+PHÒNG|CHÁNH\s+THANH\s+TRA|TRƯỞNG\s+BAN|TRƯỞNG\s+PHÒNG|CỤC\s+TRƯỞNG|CHI\s+CỤC\s+TRƯỞNG|BÍ\s+THƯ|HIỆU\s+TRƯỞNG)(?!\w)")
RECIPIENTS = re.compile(r"(?:Nơi\s+nhận|NƠI\s+NHẬN)\s*(?::|\()")
ATTACHED = re.compile(r"\(\s*(?:Kèm\s+theo|Ban\s+hành\s+kèm|Có\s+(?:[Pp]hụ\s+lục|danh\s+mục|biểu)|Chi\s+tiết|Đính\s+kèm)")
CLOSING = re.compile(
    r"Trên\s+đây\s+là\b|Trên\s+đây,|(?:Trong\s+)?[Qq]uá\s+trình\s+(?:triển\s+khai|tổ\s+chức|thực\s+hiện)[^.;]{0,140}(?:khó\s+khăn|vướng\s+mắc|phát\s+sinh|bất\s+cập)"
    r"|(?:Yêu\s+cầu|Đề\s+nghị)\s+(?:Thủ\s+trưởng|Giám\s+đốc|các\s+(?:sở|cơ\s+quan|đơn\s+vị|Sở))[^.;]{0,200}(?:nghiêm\s+túc|khẩn\s+trương|triển\s+khai)[^.;]{0,120}\./\."
    r"|(?:UBND|Ủy\s+ban\s+nhân\s+dân|Uỷ\s+ban\s+nhân\s+dân|Chủ\s+tịch)\s[^.;,]{0,60}?\s(?:yêu\s+cầu|đề\s+nghị)\s"
)
OPENING = re.compile(
    r"(?:Căn\s+cứ|Xét|Theo)\s+(?:đề\s+nghị|[A-ZĐ]\w+)|Thực\s+hiện\s+(?:theo\s+)?(?:chỉ\s+đạo|ý\s+kiến|[A-ZĐ]\w+\s+\w+|chủ\s+trương)|Kính\s+gửi|(?:Nhằm|Để|Tiếp\s+tục|Với\s+mục\s+đích|Ngày\s+\d|Vừa\s+qua|Năm\s+\d{4},|Triển\s+khai\s+thực\s+hiện)\s"
)
CHROME = re.compile(
    r"(?:Lượt\s+xem|Tải\s+về|Tin\s+khác|Các\s+tin\s+(?:khác|liên\s+quan)|Tin\s+liên\s+quan|Thông\s+tin\s+mới\s+nhất|Thống\s+kê\s+truy\s+cập|Đăng\s+nhập|Bản\s+quyền|Đang\s+tải|Hệ\s+thống\s+pháp\s+luật|Nguồn\s*:|Theo\s+Trung\s+tâm|Cỡ\s+chữ|Trang\s+chủ|In\s+bài|Chia\s+sẻ|Xem\s+cỡ\s+chữ|Copyright|©|Gửi\s+bình\s+luận)"
)
CHROME_LINE = re.compile(r"Lượt\s+xem\s*:\s*[\d.,]+|Đang\s+tải[^.]*\.\.\.|Hệ\s+thống\s+pháp\s+luật|Tải\s+về|Trang\s+chủ|Cỡ\s+chữ.{0,10}")
