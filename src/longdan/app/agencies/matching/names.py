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
WHERE = re.compile(r"\s+(cua |thuoc )?(tinh|thanh pho|tp)( [a-z]+){0,4}$")
PROVINCE = re.compile(r"\b((?:tinh|thanh pho)( [a-z]+){1,4})$")
PARENTHESIS = re.compile(r"\([^()]*\)|\([^()]*$")
_WHERE_WRITTEN = re.compile(r"\s+(của |thuộc )?(tỉnh|thành phố|TP\.?)(\s+\w+){0,4}$")


@lru_cache(maxsize=16384)  # the names of a province are brought to this form again at every look
def plain(name: str) -> str:
    """A name folded, one word for a People's Committee, without parentheses, leaders' titles and words of asking."""
    folded = COMMITTEE.sub("ubnd", fold(PARENTHESIS.sub(" ", name)))
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
