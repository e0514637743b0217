"""Names as documents write them, and the agencies that they mean."""

from datetime import date

import pytest

from longdan.app.agencies.matching import NONE, SURE, Directory, Group, Known, Match, directory, division, match

HOME, INTERIOR, NATURE, COMMUNE, OFFICE, POLICE, SCHOOL, ELSEWHERE, WARD = range(1, 10)
D, C, A = Group.DEPARTMENTS, Group.COMMUNES, Group.ALL


@pytest.fixture(scope="module")
def agencies() -> Directory:
    return directory(
        [
            Known(HOME, "UBND tỉnh Sơn La", home=True),
            Known(INTERIOR, "Sở Nội vụ", (("Sở Lao động - Thương binh và Xã hội", 0.93),)),
            Known(NATURE, "Sở Nông nghiệp và Môi trường", (("Sở Tài nguyên và Môi trường", 0.93), ("Sở NN&PTNT", 0.93))),
            Known(COMMUNE, "UBND xã Mường La"),
            Known(WARD, "UBND phường Tô Hiệu"),
            Known(OFFICE, "Văn phòng UBND tỉnh"),
            Known(POLICE, "Công an tỉnh"),
            Known(SCHOOL, "Sở Giáo dục và Đào tạo"),
            Known(ELSEWHERE, "UBND tỉnh Lào Cai", foreign=True),
        ]
    )


@pytest.mark.parametrize(
    ("written", "agency"),
    [
        ("Sở Nội vụ", INTERIOR),
        ("Sở Nội vụ tỉnh Sơn La", INTERIOR),
        ("SỞ NỘI VỤ", INTERIOR),
        ("Giám đốc Sở Nội vụ", INTERIOR),
        ("Sở LĐ-TB&XH", INTERIOR),
        ("Sở Lao động – Thương binh và Xã hội", INTERIOR),
        ("Sở TN&MT tỉnh Sơn La", NATURE),
        ("Sở Tài nguyên và Môi trường tỉnh", NATURE),
        ("Sở NNMT", NATURE),
        ("Uỷ ban nhân dân xã Mường La", COMMUNE),
        ("UBND xã Mường La", COMMUNE),
        ("Chủ tịch UBND xã Mường La", COMMUNE),
        ("UBND Mường La", COMMUNE),
        ("Ủy ban nhân dân phường Tô Hiệu (tỉnh Sơn La)", WARD),
        ("Văn phòng Ủy ban nhân dân tỉnh", OFFICE),
        ("Chánh Văn phòng UBND tỉnh", OFFICE),
        ("Công an tỉnh Sơn La", POLICE),
        ("Đề nghị Công an tỉnh", POLICE),
        ("Giao Sở Nội vụ", INTERIOR),
        ("Sở GD&ĐT", SCHOOL),
        ("Sở Giáo dục Đào tạo", SCHOOL),
        ("UBND tỉnh", HOME),
        ("Ủy ban nhân dân tỉnh Sơn La", HOME),
        ("UBND tỉnh Lào Cai", ELSEWHERE),
    ],
)
def test_a_name_is_surely_its_agency(agencies: Directory, written: str, agency: int) -> None:
    found = match(written, agencies)
    assert (found.agency, found.sure) == (agency, True)


@pytest.mark.parametrize(
    ("written", "group"),
    [
        ("các sở, ban, ngành", D),
        ("Sở, ban, ngành", D),
        ("Thủ trưởng các sở, ban, ngành tỉnh", D),
        ("UBND các xã, phường", C),
        ("Ủy ban nhân dân các xã, phường, đặc khu", C),
        ("UBND cấp xã", C),
        ("UBND các huyện, thành phố", C),
        ("Chủ tịch UBND cấp xã", C),
        ("Chủ tịch UBND các xã, phường, đặc khu", C),
        ("Đề nghị Ủy ban nhân dân cấp xã", C),
        ("UBND xã, phường, đặc khu", C),
        ("Lãnh đạo UBND các xã, phường", C),
        ("Giám đốc các sở, Chủ tịch UBND các xã, phường", A),
        ("Thủ trưởng các sở, ngành; Chủ tịch UBND cấp xã", A),
        ("các địa phương", C),
        ("Các sở, ban, ngành, UBND các xã, phường", A),
        ("các cơ quan, đơn vị, địa phương", A),
        ("Các Sở, ngành, đơn vị, UBND cấp xã", A),
        ("các sở, ban, ngành, đơn vị", D),
    ],
)
def test_words_without_a_name_mean_a_group(agencies: Directory, written: str, group: Group) -> None:
    found = match(written, agencies)
    assert (found.group, found.sure) == (group, True)


@pytest.mark.parametrize(
    "written", ["các cơ quan, đơn vị", "UBND các cấp", "UBND cấp huyện", "Chính quyền các cấp", "Sở Nôi vu và"]
)
def test_what_is_vague_or_misspelt_is_only_proposed(agencies: Directory, written: str) -> None:
    found = match(written, agencies)
    assert found.found
    assert found.confidence < SURE


@pytest.mark.parametrize("written", ["UBND các cấp", "UBND cấp huyện"])
def test_what_is_done_at_several_levels_is_proposed_to_the_communes_alone(agencies: Directory, written: str) -> None:
    assert match(written, agencies).group is C


@pytest.mark.parametrize(
    "written",
    [
        "các đơn vị có liên quan",
        "các cơ quan, đơn vị, địa phương liên quan",
        "các sở, ngành liên quan",
        "Các cơ quan báo chí",
        "Các cơ quan, đơn vị chủ trì theo dõi các Chỉ số nội dung",
        "Các cơ quan được giao chủ trì",
        "Các cơ quan, đơn vị theo quy định",
        "các cơ quan ngành dọc Trung ương đóng trên địa bàn tỉnh",
        "các chủ đầu tư, đơn vị sự nghiệp công",
        "Cơ quan",
        "Trưởng các phòng, đơn vị thuộc Sở",
        "Các đồng chí trong Ban Giám đốc Sở",
    ],
)
def test_a_vague_name_never_means_everybody(agencies: Directory, written: str) -> None:
    found = match(written, agencies)
    assert (found.found, found.candidates) == (False, ())


def test_a_commune_s_district_that_nobody_knows_offers_no_provinces(agencies: Directory) -> None:
    assert match("UBND huyện Vân Hồ", agencies) == NONE
    assert match("UBND huyện Vân Hồ, thành phố Sơn La", agencies).candidates == ()


@pytest.mark.parametrize("written", ["các tổ chức thành viên", "các tổ chức đoàn thể", "Tổ chức chính trị - xã hội"])
def test_an_organisation_is_no_division_of_the_issuer(written: str) -> None:
    assert not division(written, Match(HOME, None, 1.0)).found


@pytest.mark.parametrize("written", ["Sở Nội vụ tỉnh Lào Cai", "UBND huyện Vân Hồ", "Bưu điện tỉnh", "Hội Nông dân", "", "Sở"])
def test_what_means_nobody_here_is_left_open(agencies: Directory, written: str) -> None:
    assert not match(written, agencies).found


@pytest.mark.parametrize(("written", "meant"), [("UBND xã An Bình", (1, 2)), ("UBND An Bình", (1, 2, 3))])
def test_a_name_that_several_agencies_bear_is_left_open(written: str, meant: tuple[int, ...]) -> None:
    among = directory([Known(1, "UBND xã An Bình"), Known(2, "UBND xã An Bình"), Known(3, "UBND phường An Bình")])
    assert match(written, among).candidates == meant


@pytest.mark.parametrize(
    ("written", "agency"),
    [
        ("Phòng Cải cách hành chính, Sở Nội vụ", INTERIOR),
        ("Phòng Cải cách hành chính thuộc Sở Nội vụ", INTERIOR),
        ("Trung tâm Công nghệ thông tin (Sở Giáo dục và Đào tạo)", SCHOOL),
        ("Phòng Văn hóa - Xã hội xã Mường La", COMMUNE),
    ],
)
def test_a_division_proposes_its_agency(agencies: Directory, written: str, agency: int) -> None:
    found = match(written, agencies)
    assert (found.agency, found.sure) == (agency, False)


def test_an_issuer_s_own_division_proposes_the_issuer() -> None:
    assert division("Phòng Kinh tế", Match(COMMUNE, None, 1.0)) == Match(COMMUNE, None, 0.75)
    assert not division("Sở Kinh tế", Match(COMMUNE, None, 1.0)).found


OLD, HEIR_ONE, HEIR_TWO, CIRCLE = range(20, 24)
SUMMER, SPRING = date(2025, 8, 1), date(2025, 3, 1)


@pytest.fixture(scope="module")
def reformed() -> Directory:
    """A department that went into one, a district that went into two communes, one that leads nowhere."""
    return directory(
        [
            Known(HEIR_ONE, "UBND xã Một", since=date(2025, 7, 1)),
            Known(HEIR_TWO, "UBND xã Hai", since=date(2025, 7, 1)),
            Known(OLD, "UBND huyện Một", until=date(2025, 7, 1), heirs=(HEIR_ONE, HEIR_TWO)),
            Known(OLD + 100, "UBND xã Một", until=date(2025, 7, 1), heirs=(HEIR_TWO,)),
            Known(CIRCLE, "Sở Cũ", heirs=()),
        ]
    )


@pytest.mark.parametrize(("day", "agency"), [(SPRING, HEIR_TWO), (SUMMER, HEIR_ONE), (None, HEIR_ONE)])
def test_of_two_units_of_one_name_the_one_of_the_document_s_day_is_meant(
    reformed: Directory, day: date | None, agency: int
) -> None:
    found = match("Ủy ban nhân dân xã Một", reformed, day)
    assert (found.agency, found.sure) == (agency, True)


def test_what_went_into_several_is_a_choice(reformed: Directory) -> None:
    assert match("UBND huyện Một", reformed, SPRING) == Match(None, None, 0.0, OLD, (HEIR_ONE, HEIR_TWO))


def test_what_leads_to_nobody_is_left_open(reformed: Directory) -> None:
    assert match("Sở Cũ", reformed, SPRING) == NONE


@pytest.mark.parametrize(("day", "there"), [(date(2025, 6, 30), False), (date(2025, 7, 1), True), (date(2025, 7, 2), True)])
def test_an_agency_is_there_from_its_first_day_on(day: date, there: bool) -> None:
    assert directory([Known(7, "UBND xã Một", since=date(2025, 7, 1))]).stood(7, day) == there
