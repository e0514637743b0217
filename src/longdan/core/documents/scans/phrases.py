"""Fixed phrases of administrative writing, by which a misread mark over a letter is mended."""

import unicodedata

# Only phrases whose letters, marks apart, make no other phrase that officials write ("cũng có" and "củng cố" would).
PHRASES = (
    "yêu cầu|mục đích|tổ chức|thực hiện|kế hoạch|nhiệm vụ|giải pháp|chủ trì|phối hợp|thời gian|hoàn thành|kinh phí"
    "|nơi nhận|ủy ban|uỷ ban|ủy ban nhân dân|uỷ ban nhân dân|nhân dân tỉnh|nhân dân thành phố|hội đồng"
    "|hội đồng nhân dân|tỉnh ủy|thành ủy|chủ tịch|phó chủ tịch|giám đốc|phó giám đốc|chánh văn phòng|thủ trưởng"
    "|bộ trưởng|thi hành|thi đua|khen thưởng|chi tiết|chi phí|chi thường xuyên|chi phối|theo dõi|tinh thần|chính quyền"
    "|thẩm quyền|quyền lợi|cộng đồng|hạ tầng|tầm nhìn|tầm quan trọng|các tầng lớp|tổ dân phố|hồ sơ|nguồn nhân lực"
    "|chỉ số|chỉ tiêu|chỉ đạo|trách nhiệm giải trình|chuyển đổi số|cơ sở dữ liệu|thủ tục hành chính"
    "|cải cách hành chính|dịch vụ công|trực tuyến|xây dựng|sử dụng|ứng dụng|bồi dưỡng|giúp đỡ|góp phần|tiềm lực"
    "|tiêu chí|tiêu chuẩn|trung ương|ổn định|kỷ nguyên|nền kinh tế|vướng mắc|tồn tại|sách nhiễu|giữ vững|phát triển"
    "|tăng cường|thường xuyên|đề nghị|quyết định|nghị quyết|nghị định|thông tư|chỉ thị|kết luận|thông báo|báo cáo"
    "|phụ lục|sở nội vụ|sở tài chính|sở tư pháp|sở xây dựng|sở y tế|công an tỉnh|bộ chỉ huy quân sự|mặt trận tổ quốc"
)


def folded(words: str) -> str:
    """Lower case, without marks."""
    letters = unicodedata.normalize("NFD", words.lower().replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


BY_LETTERS: dict[str, list[str]] = {}
for _phrase in PHRASES.split("|"):
    BY_LETTERS.setdefault(folded(_phrase), []).append(_phrase)
LONGEST = max(len(phrase.split()) for phrase in BY_LETTERS)


def mended(words: list[str]) -> list[str]:
    """The words, those of a fixed phrase spelled as it is; at least one of them must have been read right."""
    found = list(words)
    bare = [word.strip(".,;:()“”\"'") for word in words]
    for length in range(LONGEST, 1, -1):
        for at in range(len(words) - length + 1):
            read = [word.lower() for word in bare[at : at + length]]
            phrases = BY_LETTERS.get(folded(" ".join(read)), [])
            if phrases and " ".join(read) not in phrases and any(map(str.__eq__, read, phrases[0].split())):
                for offset, right in enumerate(phrases[0].split()):
                    found[at + offset] = words[at + offset].replace(bare[at + offset], _cased(right, bare[at + offset]))
    return found


def _cased(right: str, read: str) -> str:
    """The right word with the capitals of the one that was read."""
    if read.isupper():
        return right.upper()
    return right.capitalize() if read[:1].isupper() else right
