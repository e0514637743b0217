"""The people of the tests: An at a commune, Bình at a department, Chi at Sở Nội vụ, Dung in another province."""

from dataclasses import dataclass

from longdan.app.agencies.models import Agency, AgencyKind, Post, Role
from tests.builders import a_post, a_province, an_agency


@dataclass(frozen=True, slots=True)
class Cast:
    province: Agency
    home_affairs: Agency
    science: Agency
    commune: Agency
    ward: Agency
    an: Post
    binh: Post
    binh_staff: Post
    chi: Post
    chi_two: Post
    dung: Post
    leader: Post
    auditor: Post


def a_cast() -> Cast:
    """Everybody, in two provinces."""
    province, other = a_province(), a_province("UBND tỉnh Sông Vân")
    home_affairs = an_agency("Sở Nội vụ", province=province)
    science = an_agency("Sở Khoa học và Công nghệ", province=province, short_name="Sở KH&CN")
    commune = an_agency("UBND xã An Bình", AgencyKind.COMMUNE, province=province)
    ward = an_agency("UBND phường Bạch Dương", AgencyKind.WARD, province=province)
    elsewhere = an_agency("Sở Nội vụ", province=other)
    return Cast(
        province=province,
        home_affairs=home_affairs,
        science=science,
        commune=commune,
        ward=ward,
        an=a_post("Lò Văn An", commune, Role.AGENCY_STAFF),
        binh=a_post("Vũ Thanh Bình", science, Role.AGENCY_LEAD, "Giám đốc"),
        binh_staff=a_post("Bùi Thị Nhài", science, Role.AGENCY_STAFF),
        chi=a_post("Lê Thị Chi", home_affairs, Role.COORDINATOR, "Trưởng phòng"),
        chi_two=a_post("Hà Minh Thảo", home_affairs, Role.COORDINATOR, "Phó trưởng phòng"),
        dung=a_post("Phạm Dung", elsewhere, Role.COORDINATOR, "Trưởng phòng"),
        leader=a_post("Nguyễn Văn Lãnh", province, Role.LEADER, "Chủ tịch"),
        auditor=a_post("Nông Thu Ngoan", home_affairs, Role.AUDITOR, "Thanh tra viên"),
    )
