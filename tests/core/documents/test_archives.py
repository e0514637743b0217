"""Several files are one document: letter or decision, then the plan, then its annexes."""

import pytest

from longdan.core.documents import Programs, SourceFile, read
from longdan.core.problems import ProblemsFound
from tests.core.documents.word_files import packed, paragraph, word_file

ORDERS = {
    "names that say it": ["Phụ lục 10.txt", "KH 12.txt", "QĐ 5.txt", "PL2.txt"],
    "other spellings": ["phu-luc-2.txt", "ke_hoach.txt", "cong van.txt"],
}
EXPECTED = {
    "names that say it": ["QĐ 5.txt", "KH 12.txt", "PL2.txt", "Phụ lục 10.txt"],
    "other spellings": ["cong van.txt", "ke_hoach.txt", "phu-luc-2.txt"],
}


@pytest.mark.parametrize("case", ORDERS)
def test_files_are_read_in_the_order_of_their_roles(case: str) -> None:
    document = read([SourceFile(name, b"noi dung") for name in ORDERS[case]], Programs())
    assert [passage.place.file for passage in document.passages] == EXPECTED[case]


def test_files_without_telling_names_are_ordered_by_their_words() -> None:
    files = {"1.txt": "PHỤ LỤC NHIỆM VỤ", "2.txt": "KẾ HOẠCH nâng cao", "3.txt": "QUYẾT ĐỊNH Về việc ban hành Kế hoạch"}
    document = read([SourceFile(name, words.encode()) for name, words in files.items()], Programs())
    assert list(dict.fromkeys(passage.place.file for passage in document.passages)) == ["3.txt", "2.txt", "1.txt"]


def test_an_archive_is_read_as_its_files_and_places_name_them() -> None:
    content = packed(
        {"Phụ lục.txt": "Phụ lục".encode(), "thư mục/Kế hoạch.docx": word_file(paragraph("Kế hoạch")), "~$ tạm.docx": b"x"}
    )
    document = read([SourceFile("hồ sơ.zip", content)], Programs())
    assert [(p.text, p.place.file) for p in document.passages] == [
        ("Kế hoạch", "hồ sơ.zip/Kế hoạch.docx"),
        ("Phụ lục", "hồ sơ.zip/Phụ lục.txt"),
    ]
    assert document.name == "hồ sơ.zip"


def test_words_of_all_files_stand_in_one_text() -> None:
    document = read([SourceFile("KH.txt", "Kế hoạch".encode()), SourceFile("PL.txt", "Phụ lục".encode())], Programs())
    assert document.text == "Kế hoạch\nPhụ lục"
    assert document.name == "KH.txt + PL.txt"


def test_a_problem_names_the_file_in_the_archive() -> None:
    with pytest.raises(Exception, match=r"hồ sơ\.zip/b\.docx"):
        read([SourceFile("hồ sơ.zip", packed({"a.txt": b"x", "b.docx": word_file("<w:p/>")}))], Programs())


def test_files_that_are_too_long_only_together_are_refused() -> None:
    half = "Kế hoạch nâng cao chỉ số. ".encode() * 25_000
    assert len(read([SourceFile("a.txt", half)], Programs()).text) > 500_000
    with pytest.raises(ProblemsFound, match="dài quá mức"):
        read([SourceFile("a.txt", half), SourceFile("b.txt", half)], Programs())
