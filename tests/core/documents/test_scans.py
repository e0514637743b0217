"""Scanned pages: stamps, tilt and specks are taken off, recognised words are put in order and mended."""

import random
from io import BytesIO

import pytest
from PIL import Image, ImageDraw

from benchmarks.scans import error_rate
from longdan.app.programs.installed import installed_programs
from longdan.core.documents import Cancelled, ProgramFailed, Programs, SourceFile, Word, read
from longdan.core.documents.layout.pages import Page
from longdan.core.documents.scans.cleaning import cleaned, skew
from longdan.core.documents.scans.phrases import mended
from longdan.core.documents.scans.spelling import respelled
from longdan.core.problems import ProblemsFound
from tests.core.documents.scanning import Scanner, pictures, printed, scanned

HEAD = (
    *("ỦY BAN NHÂN DÂN\nTỈNH LÂM HÀ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"),
    *("Số: 12/KH-UBND", "Lâm Hà, ngày 04 tháng 01 năm 2026"),
)
PLAN = [
    "KẾ HOẠCH",
    "Thực hiện Quyết định số 108/QĐ-UBND ngày 21/01/2026 của Ủy ban nhân dân tỉnh về cải thiện Chỉ số hài lòng của người dân.",
    "I. MỤC ĐÍCH, YÊU CẦU",
    "1. Mục đích",
    "- Nâng cao chất lượng cung ứng dịch vụ công, lấy người dân và doanh nghiệp làm trung tâm phục vụ của các cơ quan nhà nước.",
    "II. NHIỆM VỤ, GIẢI PHÁP",
    "- Sở Nội vụ chủ trì, phối hợp với các cơ quan, đơn vị công khai kết quả giải quyết thủ tục hành chính trước ngày 15/6/2026.",
    "III. TỔ CHỨC THỰC HIỆN",
    "Các sở, ban, ngành báo cáo kết quả thực hiện về Sở Nội vụ để tổng hợp, trình Chủ tịch Ủy ban nhân dân tỉnh xem xét.",
]
needs_tesseract = pytest.mark.skipif(
    installed_programs().recognise is None, reason="Tesseract with Vietnamese is not installed (tesseract-ocr, tesseract-ocr-vie)"
)


@needs_tesseract
@pytest.mark.parametrize("tilt", [0.0, 1.5])
def test_a_stamped_noisy_scan_is_read_with_less_than_two_letters_wrong_in_a_hundred(tilt: float) -> None:
    content = scanned(printed(PLAN, head=HEAD), Scanner(tilt=tilt))
    document = read([SourceFile("bản ký.pdf", content)], installed_programs())
    assert document.recognised
    assert error_rate(" ".join([*HEAD[0::2], *HEAD[1::2], *PLAN]), document.text) < 0.02
    texts = [passage.text for passage in document.passages]
    assert [words for words in texts if words in PLAN[2:4] + PLAN[5:8:2]] == ["I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", *PLAN[5:8:2]]


@pytest.mark.parametrize("tilt", [-2.5, -1.0, 0.0, 1.25, 3.0])
def test_a_tilted_page_is_set_upright(tilt: float) -> None:
    (page,) = pictures(printed(PLAN), Scanner(dpi=150, tilt=0, noise=6, specks=0, stamp=False))
    turned = page.convert("L").rotate(tilt, fillcolor=255)
    assert skew(turned) == pytest.approx(-tilt, abs=0.26)


def test_red_ink_and_specks_vanish_and_black_ink_under_the_stamp_stays() -> None:
    page = Image.new("RGB", (600, 800), (235, 233, 228))
    draw = ImageDraw.Draw(page)
    draw.ellipse((100, 100, 400, 400), outline=(205, 40, 45), width=20)
    draw.rectangle((105, 240, 395, 250), fill=(25, 20, 20))
    for _ in range(50):
        x, y = random.Random(_).randrange(600), random.Random(-_).randrange(420, 800)
        draw.rectangle((x, y, x + 1, y + 1), fill=(60, 60, 60))
    grey = cleaned(page)
    assert grey.getpixel((250, 245)) == 0
    assert grey.getpixel((250, 110)) == 255
    assert min(grey.crop((0, 420, 600, 800)).tobytes()) == 255


LINES = {
    "a heading that lost a stroke": (
        ["II. MỤC TIÊU", "II. NHIỆM VỤ", "IV. KINH PHÍ"],
        ["II. MỤC TIÊU", "III. NHIỆM VỤ", "IV. KINH PHÍ"],
    ),
    "a first heading taken for a letter": (["L MỤC ĐÍCH", "II. MỤC TIÊU"], ["I. MỤC ĐÍCH", "II. MỤC TIÊU"]),
    "strokes taken for another letter": (
        ["I. MỤC ĐÍCH", "II. MỤC TIÊU", "HI. NHIỆM VỤ"],
        ["I. MỤC ĐÍCH", "II. MỤC TIÊU", "III. NHIỆM VỤ"],
    ),
    "a part that begins anew": (
        ["I. CHUNG", "II. RIÊNG", "I. CHUNG", "II. RIÊNG"],
        ["I. CHUNG", "II. RIÊNG", "I. CHUNG", "II. RIÊNG"],
    ),
    "decimal headings stay": (["1. MỤC ĐÍCH", "2. YÊU CẦU"], ["1. MỤC ĐÍCH", "2. YÊU CẦU"]),
    "dashes of any length": (["— Sở Nội vụ", "_- Sở Tài chính"], ["- Sở Nội vụ", "- Sở Tài chính"]),
    "a lone quotation mark for a dash": (['" Sở Nội vụ'], ["- Sở Nội vụ"]),
    "numbers of documents that fell apart": (["số 66- NQ/TW, 19/QĐ-T Tg"], ["số 66-NQ/TW, 19/QĐ-TTg"]),
    "names of indices": (["Chỉ số (PAP]), (PCD, (PAPI)"], ["Chỉ số (PAPI), (PCI), (PAPI)"]),
}


@pytest.mark.parametrize(("read_as", "printed_as"), LINES.values(), ids=LINES.keys())
def test_what_is_regularly_misread_is_mended(read_as: list[str], printed_as: list[str]) -> None:
    words = [
        Word(word, 100 + 90 * at, 100 + 60 * row, 180 + 90 * at, 140 + 60 * row, line=row + 1)
        for row, text in enumerate(read_as)
        for at, word in enumerate(text.split())
    ]
    (page,) = respelled([Page(1, 2480, 3508, tuple(words))])
    lines = [" ".join(word.text for word in page.words if word.line == at) for at in range(1, len(read_as) + 1)]
    assert lines == printed_as


SPELLINGS = {
    "TÔ CHỨC THỰC HIỆN": "TỔ CHỨC THỰC HIỆN",
    "Chủ tịch Ủy ban nhân dân tĩnh Hà Tĩnh": "Chủ tịch Ủy ban nhân dân tỉnh Hà Tĩnh",
    "quy định chỉ tiết, theo đõi": "quy định chi tiết, theo dõi",
    "cũng có khi thì đưa vào": "cũng có khi thì đưa vào",
    "Uỷ ban nhân dân": "Uỷ ban nhân dân",
}


@pytest.mark.parametrize(("read_as", "printed_as"), SPELLINGS.items())
def test_fixed_phrases_are_spelled_as_officials_spell_them(read_as: str, printed_as: str) -> None:
    assert " ".join(mended(read_as.split())) == printed_as


def picture(pages: int = 1) -> bytes:
    out, sheets = BytesIO(), [Image.new("L", (1800, 40), 255) for _ in range(pages)]  # large enough to be left as they are
    sheets[0].save(out, "TIFF", save_all=True, append_images=sheets[1:])
    return out.getvalue()


def test_progress_is_told_page_by_page_and_can_stop_the_reading() -> None:
    seen: list[tuple[int, int]] = []

    def progress(page: int, pages: int) -> None:
        seen.append((page, pages))
        if page == 2:
            raise Cancelled

    programs = Programs(recognise=lambda page: [Word("Kế", 10, 10, 40, 30)])
    with pytest.raises(Cancelled):
        read([SourceFile("a.tif", picture(5))], programs, progress)
    assert seen == [(1, 5), (2, 5)]


def test_each_page_of_a_picture_keeps_its_number() -> None:
    titles = iter(("KẾ HOẠCH", "PHỤ LỤC I", "PHỤ LỤC II"))
    programs = Programs(recognise=lambda page: [Word(next(titles), 10, 400, 90, 430)])
    document = read([SourceFile("a.tif", picture(3))], programs)
    assert [(passage.text, passage.place.page) for passage in document.passages] == [
        ("KẾ HOẠCH", 1),
        ("PHỤ LỤC I", 2),
        ("PHỤ LỤC II", 3),
    ]
    assert document.pages == 3


def test_a_recogniser_that_fails_is_one_problem_that_names_the_page() -> None:
    def fails(page: bytes) -> list[Word]:
        raise ProgramFailed("tesseract chạy quá 120 giây")

    with pytest.raises(ProblemsFound, match=r"a\.tif, trang 1: .*quá 120 giây"):
        read([SourceFile("a.tif", picture())], Programs(recognise=fails))


def test_a_scanned_pdf_without_a_recogniser_says_what_to_install() -> None:
    content = scanned(printed(["Kế hoạch"]), Scanner(dpi=60, specks=0, stamp=False))
    with pytest.raises(ProblemsFound, match="tesseract-ocr-vie"):
        read([SourceFile("a.pdf", content)], Programs())
