"""Agencies' names as data: short forms, heads of names, and names whose capitals cannot be guessed."""

# What stands in capitals in a letterhead; the longer before the shorter.
HEADS = (
    "HỘI ĐỒNG NHÂN DÂN", "ỦY BAN NHÂN DÂN", "ỦY BAN MẶT TRẬN TỔ QUỐC", "ỦY BAN", "HĐND", "UBND", "VĂN PHÒNG", "THANH TRA",
    "CÔNG AN", "TỈNH ỦY", "THÀNH ỦY", "HUYỆN ỦY", "QUẬN ỦY", "THỊ ỦY", "ĐẢNG ỦY", "ĐẢNG BỘ", "BAN CHẤP HÀNH", "BAN THƯỜNG VỤ",
    "BAN CHỈ ĐẠO", "BAN QUẢN LÝ", "BAN DÂN TỘC", "BAN TỔ CHỨC", "BAN TUYÊN GIÁO", "BAN", "CHI CỤC", "CỤC THUẾ", "CỤC",
    "KHO BẠC", "BẢO HIỂM XÃ HỘI", "TRUNG TÂM", "BỆNH VIỆN", "TRƯỜNG", "ĐẠI HỌC", "HỌC VIỆN", "VIỆN KIỂM SÁT", "TÒA ÁN",
    "NGÂN HÀNG", "HIỆP HỘI", "LIÊN ĐOÀN", "LIÊN MINH", "TỈNH ĐOÀN", "ĐÀI PHÁT THANH", "BÁO", "CHÍNH PHỦ", "THỦ TƯỚNG CHÍNH PHỦ",
    "TỔNG CỤC", "SỞ", "BỘ", "PHÒNG", "VỤ", "VIỆN", "HỘI", "TẬP ĐOÀN", "TỔNG CÔNG TY", "CÔNG TY", "MẶT TRẬN TỔ QUỐC",
)  # fmt: skip

# A head that, behind these words, only goes on with the name before it.
NOT_AFTER = {
    "BAN": ("ỦY",), "PHÒNG": ("VĂN", "HẢI", "QUỐC", "BIÊN", "Y TẾ DỰ"), "BỘ": ("CÁN", "ĐẢNG", "NỘI"),
    "HỘI": ("XÃ", "HIỆP", "QUỐC"), "VỤ": ("NỘI", "DỊCH", "THƯỜNG"), "VIỆN": ("BỆNH", "HỌC"), "CỤC": ("CHI", "TỔNG"),
    "BÁO": ("THÔNG", "DỰ"), "ỦY BAN NHÂN DÂN": ("PHÒNG", "VÀ"), "UBND": ("PHÒNG", "VÀ"), "ỦY BAN": ("PHÒNG",),
    "HỘI ĐỒNG NHÂN DÂN": ("PHÒNG", "VÀ"), "HĐND": ("PHÒNG", "VÀ"), "TRƯỜNG": ("MÔI", "THỊ"), "CÔNG TY": ("TỔNG",),
    "MẶT TRẬN TỔ QUỐC": ("BAN",), "SỞ": ("CƠ", "TRỤ"), "THANH TRA": ("PHÒNG",), "CHÍNH PHỦ": ("TƯỚNG", "PHÒNG"),
    "BAN QUẢN LÝ": (), "VĂN PHÒNG": (), "THỦ TƯỚNG CHÍNH PHỦ": (),
}  # fmt: skip

SHORT_FORMS = (
    (r"\bUBND\b", "Ủy ban nhân dân"),
    (r"\bHĐND\b", "Hội đồng nhân dân"),
    (r"\bUBMTTQ\b", "Ủy ban Mặt trận Tổ quốc"),
    (r"\bMTTQ\b", "Mặt trận Tổ quốc"),
    (r"\bTP\.?\s*HCM\b", "Thành phố Hồ Chí Minh"),
    (r"\bTP\.?(?=\s)", "thành phố"),
    (r"\bTX\.?(?=\s)", "thị xã"),
    (r"\bTT&TT\b|\bTTTT\b", "Thông tin và Truyền thông"),
    (r"\bTN&MT\b|\bTNMT\b", "Tài nguyên và Môi trường"),
    (r"\bKH&CN\b|\bKHCN\b", "Khoa học và Công nghệ"),
    (r"\bKH&ĐT\b|\bKHĐT\b", "Kế hoạch và Đầu tư"),
    (r"\bGD&ĐT\b|\bGDĐT\b", "Giáo dục và Đào tạo"),
    (r"\bNN&PTNT\b|\bNNPTNT\b", "Nông nghiệp và Phát triển nông thôn"),
    (r"\bVHTT&DL\b|\bVHTTDL\b", "Văn hóa, Thể thao và Du lịch"),
    (r"\bLĐTB&XH\b|\bLĐTBXH\b", "Lao động - Thương binh và Xã hội"),
)

# Kinds of units: written small, the name behind them with capitals.
UNITS = ("thành phố trực thuộc trung ương", "thành phố", "tỉnh", "thị xã", "thị trấn", "huyện", "quận", "phường", "đặc khu", "xã")

# Names in their own capitals, for a document that never writes its issuer but in capitals.
KNOWN = (
    "Ủy ban nhân dân", "Hội đồng nhân dân", "Nội vụ", "Tư pháp", "Tài chính", "Kế hoạch và Đầu tư", "Tài nguyên và Môi trường",
    "Nông nghiệp và Môi trường", "Nông nghiệp và Phát triển nông thôn", "Khoa học và Công nghệ", "Thông tin và Truyền thông",
    "Văn hóa và Thể thao", "Văn hóa, Thể thao và Du lịch", "Văn hóa, Thông tin, Thể thao và Du lịch", "Giáo dục và Đào tạo",
    "Y tế", "Công Thương", "Xây dựng", "Giao thông vận tải", "Lao động - Thương binh và Xã hội", "Du lịch", "Ngoại vụ",
    "Quy hoạch - Kiến trúc", "Dân tộc và Tôn giáo", "Dân tộc", "Công an", "Quốc phòng", "Ngoại giao", "Ngân hàng Nhà nước",
    "Kho bạc Nhà nước", "Bảo hiểm xã hội", "Mặt trận Tổ quốc Việt Nam", "Chính phủ", "Thủ tướng Chính phủ", "Việt Nam",
    "Tỉnh ủy", "Thành ủy", "Huyện ủy", "Đảng ủy", "Tài chính - Kế hoạch", "Văn hóa - Xã hội", "Kinh tế",
    "Kinh tế, Hạ tầng và Đô thị", "Hải quan", "Thống kê", "Liên đoàn Lao động", "Phát thanh và Truyền hình",
)  # fmt: skip
