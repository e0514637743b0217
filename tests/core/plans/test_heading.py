"""Letterhead, title, kind of a document."""

from datetime import date
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longdan.core.catalogue.places import read_places
from longdan.core.plans.draft import Heading
from longdan.core.plans.front import heading
from longdan.core.plans.reading import read_plan
from longdan.core.problems import ProblemsFound
from tests.core.plans.written import document_of, plan

PLACES = read_places(files("longdan") / "catalogue" / "units")
DEPARTMENT = "UBND TỈNH HẢI ĐÔNG\nSỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG"


def read(**changed: str) -> Heading:
    return heading.read(document_of(plan(**changed)))


def test_the_whole_letterhead_of_a_committee_is_read() -> None:
    found = read()
    assert (found.kind, found.doc_type, found.issuer, found.parent_issuer) == (
        "plan",
        "kế hoạch",
        "Ủy ban nhân dân tỉnh Hải Đông",
        None,
    )
    assert (found.place, found.number, found.issued) == ("Hải Đông", "04/KH-UBND", date(2024, 2, 5))
    assert found.title == "Nâng cao chỉ số hiệu quả quản trị và hành chính công năm 2024"
    assert (found.indices, found.year, found.period) == (("PAPI",), 2024, None)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("Số: 04/KH-UBND", "04/KH-UBND"),
        ("Số: 12 /KH-UBND", "12/KH-UBND"),
        ("Số 12-KH/TU", "12-KH/TU"),
        ("Số: 0130/KH-UBND", "0130/KH-UBND"),
        ("Số: 141/KHUBND", "141/KH-UBND"),
        ("Số:33/KH- SCT", "33/KH-SCT"),
        ("Số: /KH-SCT", None),
        ("Số: ......./KH-UBND", None),
        ("", None),
    ],
)
def test_a_number_is_read_however_it_is_spaced_and_is_none_where_its_place_is_empty(written: str, number: str | None) -> None:
    assert read(number=written).number == number


@pytest.mark.parametrize(
    ("written", "place", "issued"),
    [
        ("Hải Đông, ngày 05 tháng 02\nnăm 2024", "Hải Đông", date(2024, 2, 5)),
        ("TP. Hồ Chí Minh, ngày 1 tháng 12 năm 2024", "TP. Hồ Chí Minh", date(2024, 12, 1)),
        ("Thành phố Hồ Chí\nMinh, ngày 1 tháng 12 năm 2024", "Thành phố Hồ Chí Minh", date(2024, 12, 1)),
        ("Bà Rịa - Vũng Tàu, ngày 9 tháng 3 năm 2024", "Bà Rịa - Vũng Tàu", date(2024, 3, 9)),
        ("Hà Nội, ngày … tháng 7 năm 2022", "Hà Nội", None),
        ("Hà Nội, ngày tháng năm 2022", "Hà Nội", None),
        ("", None, None),
    ],
)
def test_place_and_day_are_read_and_a_day_left_empty_is_a_gap(written: str, place: str | None, issued: date | None) -> None:
    found = read(day=written)
    assert (found.place, found.issued) == (place, issued)


def test_the_day_on_which_a_page_was_printed_or_posted_is_no_day_of_issue() -> None:
    printed = "Cập nhật: Thứ Hai, ngày 12 tháng 8 năm 2024\nLượt xem: 120\n" + plan(day="")
    assert heading.read(document_of(printed)).issued is None
    below = plan() + "\nIn ngày 30/9/2024"
    assert heading.read(document_of(below)).issued == date(2024, 2, 5)


@pytest.mark.parametrize(
    ("agency", "issuer", "parent"),
    [
        (DEPARTMENT, "Sở Tài nguyên và Môi trường", "Ủy ban nhân dân tỉnh Hải Đông"),
        ("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI ĐÔNG\nSỞ Y TẾ", "Sở Y tế", "Ủy ban nhân dân thành phố Hải Đông"),
        ("UBND HUYỆN MAI ĐÔNG\nPHÒNG NỘI VỤ", "Phòng Nội vụ", "Ủy ban nhân dân huyện Mai Đông"),
        ("UỶ BAN NHÂN DÂN\n|\nXÃ CHIỀNG ĐÔNG", "Ủy ban nhân dân xã Chiềng Đông", None),
        ("ỦY BAN NHÂN\nDÂN\nTỈNH HẢI ĐÔNG", "Ủy ban nhân dân tỉnh Hải Đông", None),
        ("ỦY BAN NHÂN DÂN", "Ủy ban nhân dân tỉnh Hải Đông", None),
        ("SỞ KẾ HOẠCH VÀ ĐẦU TƯ", "Sở Kế hoạch và Đầu tư", "Ủy ban nhân dân tỉnh Hải Đông"),
        ("TỈNH ỦY HẢI ĐÔNG\n*", "Tỉnh ủy Hải Đông", None),
    ],
)
def test_the_issuer_is_named_in_full_with_the_agency_above_it(agency: str, issuer: str, parent: str | None) -> None:
    found = read(agency=agency, day="Hải Đông, ngày 05 tháng 02 năm 2024")
    assert (found.issuer, found.parent_issuer) == (issuer, parent)


def test_what_the_letterhead_lost_is_taken_from_the_card_above_it() -> None:
    card = "Kế hoạch 04/KH-UBND năm 2024\nSố hiệu: 04/KH-UBND\nNgày ban hành: 05/02/2024\nNgày hiệu lực: 10/02/2024\n"
    found = heading.read(document_of(card + plan(number="", day="")))
    assert (found.number, found.issued) == ("04/KH-UBND", date(2024, 2, 5))
    empty = heading.read(
        document_of(card.replace("04/KH-UBND", "…") + plan(number="Số: /KH-UBND", day="Hải Đông, ngày tháng 2 năm 2024"))
    )
    assert (empty.number, empty.issued) == (None, None)


def test_the_two_columns_of_a_letterhead_may_come_interleaved() -> None:
    head = (
        "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH HẢI ĐÔNG Độc lập - Tự do - Hạnh phúc\n"
        "Số: 04/KH-UBND Hải Đông, ngày 05 tháng 02 năm 2024"
    )
    found = read(agency=head, motto="", number="", day="")
    assert (found.issuer, found.place, found.number) == ("Ủy ban nhân dân tỉnh Hải Đông", "Hải Đông", "04/KH-UBND")


def test_without_a_letterhead_the_issuer_is_the_agency_whose_plan_it_is() -> None:
    found = read(
        agency="",
        motto="",
        title="Nâng cao Chỉ số PAPI năm 2024 của Sở Công Thương",
        bases="Thực hiện Thông báo số 272/TB-UBND ngày 24/6/2022 của UBND tỉnh;",
        lead_in="Sở Công Thương xây dựng kế hoạch như sau:",
    )
    assert (found.issuer, found.parent_issuer) == ("Sở Công Thương", "Ủy ban nhân dân tỉnh Hải Đông")


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        ("NÂNG CAO CHỈ SỐ SIPAS\nNĂM 2024", "UBND tỉnh ban hành kế hoạch như sau:"),
        ("Nâng cao Chỉ số SIPAS\nnăm 2024 của\nSở Nội vụ", "Căn cứ Quyết định số 31/QĐ-UBND ngày 10/01/2024;"),
        ("Nâng cao Chỉ số SIPAS năm 2024", "Năm 2023, Chỉ số SIPAS của tỉnh đạt 82,1%."),
        ("NÂNG CAO CHỈ SỐ SIPAS NĂM 2024", "I. MỤC ĐÍCH"),
        (
            "Cải cách hành chính năm 2024",
            "Triển khai Kế hoạch số 488/KH-UBND ngày 18/11/2023 của UBND tỉnh, Sở xây dựng kế hoạch:",
        ),
        ("TRIỂN KHAI CHƯƠNG TRÌNH PHẦN MỀM DÙNG CHUNG NĂM 2024", "PHẦN I\nKẾT QUẢ NĂM 2023"),
        ("Nâng cao Chỉ số SIPAS năm 2024\n-------", "Sở Nội vụ ban hành Kế hoạch như sau:"),
        ("Thi hành Luật Thực hiện dân chủ ở cơ sở\nxã Đông An năm 2024", "Thực hiện Kế hoạch của huyện;"),
        ("Triển khai Luật\nThực hiện dân chủ ở cơ sở năm 2024", "Căn cứ Luật Thực hiện dân chủ ở cơ sở;"),
        ("|\nNÂNG CAO CHỈ SỐ SIPAS (CHỈ SỐ HÀI LÒNG)\nNĂM 2024", "Năm 2023, tỉnh có nhiều cố gắng."),
    ],
)
def test_a_title_is_joined_over_its_wraps_and_ends_where_the_text_begins(title: str, lead: str) -> None:
    expected = " ".join(line for line in title.splitlines() if line.strip("|-"))
    assert dict(read(title=title, bases=lead).quotes)["title"].text.replace("\n", " ").replace("|", "").strip() == expected


def test_a_number_under_the_heading_is_no_part_of_the_title() -> None:
    found = read(number="", day="", type="KẾ HOẠCH\nSố: 15/KH-SXD ngày 20/01/2025", title="Cải thiện Chỉ số PCI năm 2025")
    assert (found.title, found.number, found.issued) == ("Cải thiện Chỉ số PCI năm 2025", "15/KH-SXD", date(2025, 1, 20))
    found = read(number="", title="Cải thiện Chỉ số PCI năm 2025\nSố: 15/KH-SXD")
    assert (found.title, found.number) == ("Cải thiện Chỉ số PCI năm 2025", "15/KH-SXD")


def test_a_heading_that_was_lost_is_named_by_the_number_and_its_title_by_the_issuing_sentence() -> None:
    found = read(type="", title="", lead_in="UBND tỉnh ban hành Kế hoạch nâng cao Chỉ số PAPI tỉnh Hải Đông năm 2024 như sau:")
    assert (found.kind, found.doc_type, found.title) == ("plan", "kế hoạch", "Nâng cao Chỉ số PAPI tỉnh Hải Đông năm 2024")
    assert found.legal_bases == ("31/QĐ-UBND 2024-01-10",)


def test_a_plan_that_lost_its_whole_letterhead_is_known_by_the_sentence_that_issues_it() -> None:
    text = "Thực hiện Nghị định số 61/2018/NĐ-CP ngày 23/4/2018, "
    text += "Ủy ban nhân dân tỉnh Hải Đông ban hành Kế hoạch triển khai như sau:\nI. MỤC ĐÍCH"
    found = heading.read(document_of(text))
    assert (found.kind, found.issuer, found.number, found.title) == ("plan", "Ủy ban nhân dân tỉnh Hải Đông", None, None)
    assert found.legal_bases == ("61/2018/NĐ-CP 2018-04-23",)


def test_a_plan_set_as_a_web_page_has_its_title_for_a_headline() -> None:
    text = "Kế hoạch Cải cách hành chính năm 2024\n"
    text += "Thực hiện Kế hoạch số 9/KH-UBND, Sở Công Thương xây dựng Kế hoạch như sau\nI. MỤC ĐÍCH, YÊU CẦU"
    found = heading.read(document_of(text))
    assert (found.kind, found.issuer, found.title, found.year) == ("plan", "Sở Công Thương", "Cải cách hành chính năm 2024", 2024)


def test_an_agency_in_the_title_of_a_decision_is_not_taken_for_the_authority_under_it() -> None:
    title = "BAN HÀNH KẾ HOẠCH CÔNG TÁC NĂM 2024 CỦA ỦY BAN NHÂN DÂN TỈNH HẢI ĐÔNG"
    found = read(**DECISION | {"title": f"{title}\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HẢI ĐÔNG"})
    assert found.title == "Ban hành kế hoạch công tác năm 2024 của Ủy ban nhân dân tỉnh Hải Đông"


DECISION = {
    "number": "Số: 88/QĐ-UBND",
    "type": "QUYẾT\nĐỊNH",
    "title": (
        "Về việc ban hành Kế hoạch nâng cao Chỉ số năng lực cạnh tranh cấp tỉnh (PCI) năm 2024\n"
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HẢI ĐÔNG"
    ),
    "bases": (
        "Căn cứ Nghị quyết số 02/NQ-CP ngày 05/01/2024 của Chính phủ;\n"
        "Theo đề nghị của Sở Tài chính tại Tờ trình số 8/TTr-STC ngày 20/01/2024."
    ),
    "lead_in": "QUYẾT ĐỊNH:",
    "body": (
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch nâng cao Chỉ số PCI năm 2024.\n"
        "Điều 2. Quyết định này có hiệu lực từ ngày ký./."
    ),
}
ATTACHED = (
    "\nKẾ HOẠCH\nNâng cao Chỉ số PCI năm 2024\n"
    "(Ban hành kèm theo Quyết định số 88/QĐ-UBND ngày 05/02/2024 của UBND tỉnh Hải Đông)\nI. MỤC TIÊU\n1. Tăng điểm."
)


def test_a_decision_with_its_plan_keeps_its_own_title_bases_and_signature() -> None:
    found = heading.read(document_of(plan(**DECISION) + ATTACHED))
    assert (found.kind, found.number, found.signer) == ("decision_with_plan", "88/QĐ-UBND", "Trần Văn Bình")
    assert found.title == "Về việc ban hành Kế hoạch nâng cao Chỉ số năng lực cạnh tranh cấp tỉnh (PCI) năm 2024"
    assert found.legal_bases == ("02/NQ-CP 2024-01-05", "8/TTr-STC 2024-01-20")
    assert found.cited_documents == ()


def test_an_attached_plan_alone_bears_the_number_and_the_day_of_its_decision() -> None:
    found = heading.read(document_of(ATTACHED))
    assert (found.kind, found.number, found.issued, found.issuer) == (
        "decision_with_plan",
        "88/QĐ-UBND",
        date(2024, 2, 5),
        "Ủy ban nhân dân tỉnh Hải Đông",
    )


def test_a_directive_ends_its_title_where_it_begins_to_tell() -> None:
    found = read(
        number="Số: 05/CT-UBND",
        type="CHỈ THỊ",
        title="Về việc nâng cao Chỉ số PAPI",
        bases="Thời gian qua, thực hiện Chỉ thị số 26/CT-TTg ngày 05/9/2016, các cơ quan đã cố gắng.",
        lead_in="Chủ tịch UBND tỉnh yêu cầu:",
        body="1. Các sở thực hiện nghiêm Nghị định số 61/2018/NĐ-CP.",
    )
    assert (found.kind, found.doc_type, found.number) == ("directive", "chỉ thị", "05/CT-UBND")
    assert found.title == "Về việc nâng cao Chỉ số PAPI"
    assert (found.legal_bases, found.cited_documents) == (("26/CT-TTg 2016-09-05",), ("61/2018/NĐ-CP",))


def test_a_dispatch_says_what_it_is_about_beside_its_number() -> None:
    found = read(
        number="Số: 1234/UBND-NC\nV/v triển khai các giải pháp nâng\ncao Chỉ số SIPAS năm 2024",
        type="Kính gửi:\n- Các sở, ban, ngành.",
        title="",
        bases="Thực hiện Công văn số 1500/BNV-CCHC ngày 20/4/2024 của Bộ Nội vụ, Chủ tịch UBND tỉnh yêu cầu:",
        lead_in="",
        body="1. Các sở công khai thủ tục hành chính.",
    )
    assert (found.kind, found.doc_type, found.number) == ("dispatch", "công văn", "1234/UBND-NC")
    assert found.title == "V/v triển khai các giải pháp nâng cao Chỉ số SIPAS năm 2024"
    assert (found.issued, found.indices, found.legal_bases) == (date(2024, 2, 5), ("SIPAS",), ("1500/BNV-CCHC 2024-04-20",))


def test_a_letter_that_sends_a_plan_gives_way_to_the_plan() -> None:
    letter = plan(number="Số: 77/UBND-NC\nV/v gửi Kế hoạch", type="Kính gửi: Các sở", title="", lead_in="", bases="", body="")
    found = heading.read(document_of(letter + "\n" + plan(number="Số: 20/KH-UBND", signature="CHỦ TỊCH\nLý Thị Chín")))
    assert (found.kind, found.number, found.signer) == ("plan", "20/KH-UBND", "Lý Thị Chín")


def test_an_annex_without_a_number_leaves_the_letter_a_dispatch() -> None:
    letter = plan(number="Số: 77/UBND-NC\nV/v nâng cao PAPI", type="Kính gửi: Các sở", title="", lead_in="", bases="", body="")
    found = heading.read(document_of(letter + "\nKẾ HOẠCH\nCÔNG VIỆC CẦN LÀM"))
    assert (found.kind, found.number) == ("dispatch", "77/UBND-NC")


ARTICLE = """Nâng cao Chỉ số SIPAS năm 2024
Lượt xem: 128
Nhằm cải thiện chất lượng phục vụ, ngày 01/6/2024, UBND tỉnh Hải Đông đã ban hành Quyết định số 1038/QĐ-UBND về việc ban hành \
Kế hoạch cải thiện Chỉ số hài lòng của người dân (SIPAS) năm 2024 tỉnh Hải Đông với các nhiệm vụ, giải pháp như sau:
1. Tăng cường công khai theo Nghị định số 61/2018/NĐ-CP ngày 23/4/2018.
2. Đẩy mạnh, nâng cao chất lượng Bộ phận Một cửa.
"""


def test_an_article_is_read_by_the_sentence_that_announces_the_plan() -> None:
    found = heading.read(document_of(ARTICLE))
    assert (found.kind, found.doc_type, found.issuer) == (
        "news_retelling",
        "quyết định ban hành kế hoạch",
        "Ủy ban nhân dân tỉnh Hải Đông",
    )
    assert (found.number, found.issued, found.place) == ("1038/QĐ-UBND", date(2024, 6, 1), "Hải Đông")
    assert found.title == "Kế hoạch cải thiện Chỉ số hài lòng của người dân (SIPAS) năm 2024 tỉnh Hải Đông"
    assert (found.legal_bases, found.cited_documents) == ((), ("61/2018/NĐ-CP 2018-04-23",))


def test_an_article_that_leaves_the_year_out_gets_it_from_the_plan_with_a_doubt() -> None:
    found = heading.read(document_of(ARTICLE.replace("ngày 01/6/2024, UBND", "ngày 01/6, UBND")))
    assert found.issued == date(2024, 6, 1)
    assert dict(found.quotes)["issued"].confidence < 1


@pytest.mark.parametrize(
    ("lead", "issuer", "number", "issued"),
    [
        (
            "(HĐO) - UBND tỉnh Lào Cai vừa có Kế hoạch số 45/KH-UBND về nâng cao PAPI.",
            "Ủy ban nhân dân tỉnh Lào Cai",
            "45/KH-UBND",
            None,
        ),
        (
            "Chủ tịch UBND tỉnh Sơn La Trần Văn Bình đã ký ban hành Kế hoạch số 47/KH-UBND, ngày 3.2.2024 nâng cao PAPI.",
            "Ủy ban nhân dân tỉnh Sơn La",
            "47/KH-UBND",
            date(2024, 2, 3),
        ),
        (
            "Theo Kế hoạch số 49/KH-UBND ngày 03/02/2024 của UBND TP Hải Phòng về cải thiện Chỉ số PAPI, thành phố đặt mục tiêu.",
            "Ủy ban nhân dân thành phố Hải Phòng",
            "49/KH-UBND",
            date(2024, 2, 3),
        ),
        ("Mới đây, tỉnh Phú Thọ ban hành Kế hoạch 50/KH-UBND về PAPI.", "Ủy ban nhân dân tỉnh Phú Thọ", "50/KH-UBND", None),
        (
            "Ngày 12/3/2024, Sở Y tế tỉnh Hà Giang đã ban hành Kế hoạch số 52/KH-SYT về chuyển đổi số.",
            "Sở Y tế tỉnh Hà Giang",
            "52/KH-SYT",
            date(2024, 3, 12),
        ),
    ],
)
def test_an_article_may_announce_a_plan_in_many_ways(lead: str, issuer: str, number: str, issued: date | None) -> None:
    told = "Theo đó, Kế hoạch đặt mục tiêu phấn đấu tăng 3 bậc; triển khai nhiệm vụ, giải pháp, tăng cường tuyên truyền."
    found = heading.read(document_of(f"Quyết tâm tăng hạng trong năm tới\n{lead}\n{told}"), PLACES)
    assert (found.kind, found.issuer, found.number, found.issued) == ("news_retelling", issuer, number, issued)


@pytest.mark.parametrize(
    "text",
    [
        plan(
            number="Luật số: 31/2024/QH15",
            type="LUẬT",
            title="ĐẤT ĐAI",
            body="Điều 1. Luật này quy định về quy hoạch, kế hoạch sử dụng đất.",
        ),
        plan(
            number="Số: 99/BC-SNV",
            type="BÁO CÁO",
            title="Kết quả thực hiện Kế hoạch năm 2023",
            body="II. NHIỆM VỤ\nKẾ HOẠCH NĂM 2024",
        ),
        plan(number="Số: 10/GM-VP", type="GIẤY MỜI", title="Họp triển khai Kế hoạch nâng cao PAPI"),
        plan(number="Số: 10/UBND-VP\nV/v mời họp triển khai Kế hoạch", type="Kính gửi: Các sở", title=""),
        plan(number="Số: 10/UBND-NC\nV/v trả lời kiến nghị của cử tri", type="Kính gửi: Ông Hà Văn Sáu", title=""),
        plan(number="Số: 10/UBND-NC\nV/v giải trình chậm thực hiện Kế hoạch", type="Kính gửi: Bộ Nội vụ", title=""),
        plan(type="BIÊN BẢN", title="Họp Ban Chỉ đạo triển khai kế hoạch", number=""),
        plan(type="HỢP ĐỒNG KINH TẾ", title="", number="Số: 01/HĐKT"),
        plan(
            **DECISION | {"title": "Về việc bổ nhiệm Giám đốc Sở Kế hoạch và Đầu tư", "body": "Điều 1. Bổ nhiệm ông Hà Văn Sáu."}
        ),
        plan(
            **DECISION
            | {"title": "Ban hành Quy chế làm việc", "body": "Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc."}
        ),
        plan(type="KẾ HOẠCH BÀI DẠY", title="Môn Toán lớp 5", number=""),
        "BẢNG GIÁ\nDịch vụ khám bệnh\nKhám bệnh: 38.700 đồng",
        "Cách nấu phở bò\nNguyên liệu: 1 kg xương bò, 500 g thịt bò.\nBước 1. Chần xương.",
        "Bão số 3 đổ bộ\nUBND tỉnh đã yêu cầu các địa phương triển khai giải pháp ứng phó, tăng cường tuyên "
        "truyền, tập trung khắc phục.",
        "Sở Nội vụ tổng kết năm\nTrước đó, UBND tỉnh đã ban hành Kế hoạch số 12/KH-UBND về cải cách, giải pháp, nhiệm vụ.",
        "# parser\nA tool that parses plans. Install: pip install it.",
    ],
)
def test_what_is_no_plan_is_refused_with_one_problem(text: str) -> None:
    with pytest.raises(ProblemsFound) as refused:
        heading.read(document_of(text))
    assert [problem.code for problem in refused.value.problems] == ["plans.not-a-plan"]


def test_a_dispatch_is_a_plan_only_where_it_gives_an_order() -> None:
    letter = {"number": "Số: 77/UBND-NC\nV/v nâng cao PAPI", "type": "Kính gửi: Các sở", "title": "", "lead_in": "", "bases": ""}
    with pytest.raises(ProblemsFound) as refused:
        read_plan(
            document_of(plan(**letter, body="UBND tỉnh đã nhận được đơn của ông và có ý kiến như sau: việc này đã xong./."))
        )
    assert [problem.code for problem in refused.value.problems] == ["plans.not-a-plan"]
    draft = read_plan(document_of(plan(**letter, body="1. Giao Sở Nội vụ chủ trì tham mưu UBND tỉnh khắc phục hạn chế.")))
    assert [one.agency for one in draft.assignments] == ["Sở Nội vụ"]


def test_every_field_shows_the_words_from_which_it_was_read() -> None:
    document = document_of(plan())
    quotes = dict(heading.read(document).quotes)
    shown = {
        name: quotes[name].text.replace("\n", " ")
        for name in ("issuer", "number", "place", "doc_type", "signer", "signer_position")
    }
    assert shown == {
        "issuer": "ỦY BAN NHÂN DÂN TỈNH HẢI ĐÔNG",
        "number": "Số: 04/KH-UBND",
        "place": "Hải Đông",
        "doc_type": "KẾ HOẠCH",
        "signer": "Trần Văn Bình",
        "signer_position": "KT. CHỦ TỊCH PHÓ CHỦ TỊCH",
    }
    assert all(document.text[quote.start : quote.end] == quote.text for quote in quotes.values())


@settings(max_examples=40)
@given(st.sets(st.integers(0, 400), max_size=12))
def test_breaking_lines_at_any_blank_changes_nothing_that_is_read(breaks: set[int]) -> None:
    text = plan(recipients="", signature="")
    broken = "".join("\n" if at in breaks and letter == " " else letter for at, letter in enumerate(text))
    one, other = heading.read(document_of(text)), heading.read(document_of(broken))
    assert [(one.issuer, one.place, one.number, one.issued, one.title, one.legal_bases)] == [
        (other.issuer, other.place, other.number, other.issued, other.title, other.legal_bases)
    ]


@pytest.mark.parametrize(
    ("place", "unit"), [("Hà Nội", "thành phố Hà Nội"), ("Hòa Bình", "tỉnh Hòa Bình"), ("Sông Vân", "tỉnh Sông Vân")]
)
def test_the_kind_of_a_place_comes_from_the_units_that_are_known(place: str, unit: str) -> None:
    lead = f"{place}, ngày 05 tháng 02 năm 2024"
    found = heading.read(document_of(plan(agency="ỦY BAN NHÂN DÂN", day=lead)), PLACES)
    assert found.issuer == f"Ủy ban nhân dân {unit}"


COMMUNE = {"agency": "ỦY BAN NHÂN DÂN\nXÃ AN LĨNH", "day": "An Lĩnh, ngày 05 tháng 02 năm 2024"}


@pytest.mark.parametrize(
    ("changed", "province"),
    [
        ({}, "tỉnh Hải Đông"),
        ({"agency": "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HUẾ", "day": "Huế, ngày 05 tháng 02 năm 2024"}, "thành phố Huế"),
        ({"agency": "UBND TỈNH SƠN LA\nSỞ Y TẾ", "day": "Sơn La, ngày 05 tháng 02 năm 2024"}, "tỉnh Sơn La"),
        (COMMUNE | {"bases": "Thực hiện Kế hoạch của UBND tỉnh Sơn La;"}, "tỉnh Sơn La"),
        (COMMUNE, None),
    ],
)
def test_the_province_of_the_issuer_is_known(changed: dict[str, str], province: str | None) -> None:
    assert heading.read(document_of(plan(**changed)), PLACES).province == province
