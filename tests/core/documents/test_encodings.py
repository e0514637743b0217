"""Text files of every encoding that offices have used read as the same words."""

import unicodedata

import pytest

from longdan.core.documents.encodings import decoded
from longdan.core.documents.legacy import Legacy, converted, repaired

WORDS = (
    "Ủy ban nhân dân tỉnh ban hành kế hoạch nâng cao chỉ số hài lòng của người dân, tổ chức đối với sự phục vụ của cơ quan hành "
    "chính nhà nước; đẩy mạnh cải cách thủ tục, giải quyết đúng hẹn, công khai kết quả ở bộ phận một cửa, giữ vững thứ hạng."
)
TONES = "\u0300\u0301\u0303\u0309\u0323"
# A hand-made oracle, apart from the library that converts: VNI writes base letters and marks, TCVN3 a code a letter.
VNI_MARKS = {"\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï", "\u0302": "â", "\u0306": "ê"}
VNI_BOTH = {
    "\u0302\u0301": "á",
    "\u0302\u0300": "à",
    "\u0302\u0309": "å",
    "\u0302\u0303": "ã",
    "\u0302\u0323": "ä",
    "\u0306\u0301": "é",
    "\u0306\u0300": "è",
    "\u0306\u0309": "ú",
    "\u0306\u0303": "ü",
    "\u0306\u0323": "ë",
}
VNI_WHOLE = {
    "đ": "ñ",
    "Đ": "Ñ",
    "ơ": "ô",
    "ư": "ö",
    "Ơ": "Ô",
    "Ư": "Ö",
    "í": "í",
    "ì": "ì",
    "ỉ": "æ",
    "ĩ": "ó",
    "ị": "ò",
    "ỵ": "î",
}
TCVN3_CODES = (
    "àµ ả¶ ã· á¸ ạ¹ ă¨ ằ» ẳ¼ ẵ½ ắ¾ ặÆ â© ầÇ ẩÈ ẫÉ ấÊ ậË đ® èÌ ẻÎ ẽÏ éÐ ẹÑ "
    "êª ềÒ ểÓ ễÔ ếÕ ệÖ ì× ỉØ ĩÜ íÝ ịÞ òß ỏá õâ óã ọä ô« ồå ổæ ỗç ốè ộé "
    "ơ¬ ờê ởë ỡì ớí ợî ùï ủñ ũò úó ụô ư\xad ừõ ửö ữ÷ ứø ựù ỳú ỷû ỹü ýý ỵþ Đ§"
)
TCVN3 = {pair[0]: pair[1:] for pair in TCVN3_CODES.split()}


def vni(text: str) -> str:
    return "".join(_vni_letter(letter) for letter in text)


def _vni_letter(letter: str) -> str:
    if letter in VNI_WHOLE:
        return VNI_WHOLE[letter]
    base, marks = unicodedata.normalize("NFD", letter)[0], unicodedata.normalize("NFD", letter)[1:]
    if not marks:
        return letter
    if "\u031b" in marks:  # the horn: ơ, ư with a tone
        mark = VNI_MARKS[marks.replace("\u031b", "")]
        return {"o": "ô", "u": "ö", "O": "Ô", "U": "Ö"}[base] + (mark.upper() if letter.isupper() else mark)
    ordered = "".join(sorted(marks, key=lambda mark: mark in TONES))
    mark = VNI_BOTH.get(ordered) or VNI_MARKS[marks]
    return base + (mark.upper() if letter.isupper() else mark)


def tcvn3(text: str) -> bytes:
    return "".join(TCVN3.get(letter, letter) for letter in text).encode("latin-1")


def windows_1258(text: str) -> bytes:
    """As Windows writes it: vowels with their hat, the tone behind."""
    out = b""
    for letter in text:
        marks = unicodedata.normalize("NFD", letter)
        tones = "".join(mark for mark in marks if mark in TONES)
        plain = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in TONES))
        out += plain.encode("cp1258") + tones.encode("cp1258")
    return out


FILES = {
    "UTF-8": WORDS.encode(),
    "UTF-8 with a mark": WORDS.encode("utf-8-sig"),
    "UTF-8, letters apart from marks": unicodedata.normalize("NFD", WORDS).encode(),
    "UTF-8 cut within a letter": WORDS.encode() + "ế".encode()[:2],
    "UTF-16 with a mark": WORDS.encode("utf-16"),
    "UTF-16, low byte first, no mark": WORDS.encode("utf-16-le"),
    "UTF-16, high byte first, no mark": WORDS.encode("utf-16-be"),
    "UTF-32": WORDS.encode("utf-32"),
    "Windows-1258": windows_1258(WORDS),
    "VNI": vni(WORDS).encode("cp1252"),
    "VNI saved as UTF-8": vni(WORDS).encode(),
}


@pytest.mark.parametrize("content", FILES.values(), ids=FILES.keys())
def test_the_same_words_are_read_from_every_encoding(content: bytes) -> None:
    assert decoded(content).removesuffix("\ufffd") == WORDS


@pytest.mark.parametrize(
    "content", [tcvn3(WORDS.lower()), tcvn3(WORDS.lower()).decode("latin-1").encode()], ids=["bytes", "as UTF-8"]
)
def test_tcvn3_is_read_with_small_letters_as_it_has_no_capitals_with_marks(content: bytes) -> None:
    assert decoded(content) == WORDS.lower()


@pytest.mark.parametrize("letter", "ẳẲẵặằắấầẩẫậếềểễệốồổỗộớờởỡợứừửữựỳỷỹỵíìỉĩị")
def test_every_letter_of_vni_is_known(letter: str) -> None:
    assert converted(vni(letter), Legacy.VNI) == letter


def test_every_letter_of_tcvn3_is_known() -> None:
    assert {code: converted(code, Legacy.TCVN3) for code in TCVN3.values()} == {code: letter for letter, code in TCVN3.items()}


UNICODE = [
    "Kế hoạch số 12/KH-UBND – ngày 1/2",
    "plain English words without marks",
    "naïve café, señor, Ærøskøbing",
    "§ 5 · 20 °C ± 2",
]


@pytest.mark.parametrize("text", UNICODE)
def test_text_in_unicode_is_left_as_it_is(text: str) -> None:
    assert repaired(text) == text
