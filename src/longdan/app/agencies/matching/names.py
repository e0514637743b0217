"""The names of agencies brought to one form, so that different ways of writing them can be compared."""

import re
from functools import lru_cache

from longdan.core.vietnamese import fold

# Words that say of whom, where or how many, and name no agency by themselves.
VAGUE = frozenset((
    "ban", "ca", "cac", "cap", "chi", "chinh", "chu", "chuyen", "co", "cua", "cung", "dac", "dan", "dao", "dau", "dia", "doan",
    "doc", "don", "dung", "duoc", "giam", "giao", "hanh", "huyen", "khac", "khu", "kinh", "lanh", "lien", "moi", "mon", "mot",
    "nganh", "nghiep", "nguoi", "nhan", "nhiem", "nhung", "noi", "pho", "phu", "phuong", "quan", "so", "su", "tat", "te",
    "thanh", "the", "thi", "thu", "thuoc", "tich", "tieu", "tinh", "toan", "trach", "tran", "tren", "trong", "truc", "truong",
    "tung", "ubnd", "uy", "va", "vi", "vu", "xa",
))  # fmt: skip
_ASKED = r"(kinh )?de nghi|giao( cho)?(?! thong)|yeu cau"
_LED = r"thu truong|chu tich|giam doc|lanh dao|nguoi dung dau|dong chi|chanh(?= van phong)"
_LEADERS = re.compile(rf"^({_ASKED}|{_LED})\s+(?=\w)")
COMMITTEE = re.compile(r"\b(uy ban nhan dan|uy ban nd|ub nhan dan|ub)\b")
_WORD = r"(?! (?:tinh|thanh pho) [a-z]) [a-z]+"  # of a province's name; "tinh" ends that of Hà Tĩnh, and begins no other
WHERE = re.compile(rf"\s+(tinh|thanh pho)({_WORD}){{0,4}}$")
PROVINCE = re.compile(rf"\b((?:tinh|thanh pho)({_WORD}){{1,4}})$")
PARENTHESIS = re.compile(r"\([^()]*\)|\([^()]*$")
_WHERE_WRITTEN = re.compile(r"\s+(của |thuộc )?(tỉnh|thành phố|TP\.?)(\s+\w+){0,4}$")


# How units are written short, and how the district or city that one lies in is added to its name.
_DISTRICT = r"(?:huyện|thị xã|quận|thành phố|tỉnh)\b"
_WRITTEN_OUT = tuple((re.compile(found, re.IGNORECASE), full) for found, full in (
    (r"\bTP\b\.?\s*(?=\w)", "thành phố "),
    (r"\bTX\b\.?\s*(?=\w)", "thị xã "),
    (r"(?<=UBND )TT\b\.?\s*(?=\w)", "thị trấn "),
    (r"(?<=UBND )P\.\s*(?=\w)", "phường "),
    (r"(?<=UBND )X\.\s*(?=\w)", "xã "),
    (r"(?<=UBND )H\.\s*(?=\w)|(?<=, )H\.\s*(?=\w)", "huyện "),
    (r"(?<=UBND )Q\.\s*(?=\w)|(?<=, )Q\.\s*(?=\w)", "quận "),
    (rf"\(\s*({_DISTRICT}[^()]*)\)?", r", \1"),
    (rf"(?-i:(?<!trực)\s+(?:thuộc|của))\s+(?={_DISTRICT})", " "),
))  # fmt: skip


@lru_cache(maxsize=16384)
def written_out(name: str) -> str:
    """A name without abbreviations of kinds of units: "UBND phường X, thành phố Y" for "UBND P. X (TP Y)"."""
    for found, full in _WRITTEN_OUT:
        name = found.sub(full, name)
    return name


@lru_cache(maxsize=16384)  # the names of a province are brought to this form again at every look
def plain(name: str) -> str:
    """A name folded, one word for a People's Committee, without parentheses, leaders' titles and words of asking."""
    folded = COMMITTEE.sub("ubnd", fold(PARENTHESIS.sub(" ", written_out(name))))
    return _LEADERS.sub("", folded).strip()


@lru_cache(maxsize=4096)
def initials(name: str) -> str | None:
    """ "so tnmt" for "Sở Tài nguyên và Môi trường", as for "Sở TN&MT"; None where too little is left to tell agencies apart."""
    marked = re.sub(r"[&,–-]", " ", _WHERE_WRITTEN.sub("", PARENTHESIS.sub(" ", name)))
    words = marked.split()
    if len(words) < 2:
        return None
    rest = "".join(word if word.isupper() and len(word) > 1 else word[0] for word in words[1:] if fold(word) != "va")
    return f"{fold(words[0])} {fold(rest)}" if len(rest) > 2 else None
