"""What setting up a province begins with: whether it may, the code that opens it, provinces and departments to choose from."""

import base64
import hashlib
import hmac
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

from longdan.app.agencies.actions.departments import KINDS
from longdan.app.agencies.models import Agency, AgencyKind, Post
from longdan.core.catalogue.citations import Verification
from longdan.core.catalogue.departments import AgencyTemplate, Departments, Presence, filled, read_departments
from longdan.core.catalogue.unit_files import read_units
from longdan.core.catalogue.units import Unit, Units
from longdan.core.problems import refuse
from longdan.core.vietnamese import sort_key

UNITS = files("longdan") / "catalogue" / "units"


class Ground(StrEnum):
    """On what a province would be set up."""

    FREE = "free"
    TAKEN = "taken"  # a province is set up already
    FICTIONAL = "fictional"  # the data of the demonstration


@dataclass(frozen=True, slots=True)
class ProvinceChoice:
    code: str
    name: str  # "tỉnh Sơn La"
    communes: int


@dataclass(frozen=True, slots=True)
class DepartmentChoice:
    """A department as the template proposes it; ``certain``: it exists in every province, by a text that was read."""

    key: str
    name: str
    kind: AgencyKind
    short: tuple[str, ...]
    predecessors: tuple[str, ...]
    certain: bool
    proposed: bool  # taken unless somebody says no


def ground() -> Ground:
    if Agency.objects.filter(fictional=True).exists():
        return Ground.FICTIONAL
    return Ground.TAKEN if Post.objects.exists() else Ground.FREE


@lru_cache(maxsize=1)
def country() -> Units:
    """The administrative units of the catalogue."""
    return read_units(UNITS)


@lru_cache(maxsize=1)
def template() -> Departments:
    return read_departments(UNITS / "departments.yaml")


def opening_code(secret: str) -> str:
    """The code that opens the set-up in a browser: whoever reads the server's log has it, a stranger has not.

    It follows from the installation's ``secret`` (60 bits of it, by HMAC-SHA256), so that nothing need be kept, and every worker
    knows it; it opens nothing once a province is set up.
    """
    digest = hmac.new(secret.encode(), b"longdan.founding", hashlib.sha256).digest()
    letters = base64.b32encode(digest)[:12].decode()
    return "-".join(letters[start : start + 4] for start in range(0, 12, 4))


def opens(code: str, secret: str) -> bool:
    """Whether what was typed is the code; small letters, spaces and missing hyphens do not matter."""
    typed = "".join(letter for letter in code.upper() if letter.isalnum())
    return hmac.compare_digest(typed.encode(), opening_code(secret).replace("-", "").encode())


def provinces() -> tuple[ProvinceChoice, ...]:
    """The provinces of today, in the order of their names."""
    ordered = sorted(country().provinces, key=lambda one: sort_key(one.name))
    return tuple(ProvinceChoice(one.code, one.full_name, len(country().communes_of(one.code))) for one in ordered)


def province(code_or_name: str) -> Unit:
    """A province by its code or its name, with or without its kind; refused where there is none."""
    wanted = code_or_name.strip().casefold()
    for one in country().provinces:
        if wanted in (one.code, one.name.casefold(), one.full_name.casefold()):
            return one
    fix = "ghi mã hoặc tên một tỉnh, thành phố hiện nay, ví dụ 14 hoặc Sơn La"
    raise refuse("founding.province", code_or_name or "tỉnh, thành phố", "không có tỉnh, thành phố này trong danh mục", fix)


def departments(of: Unit) -> tuple[DepartmentChoice, ...]:
    """The template's departments as they would be called in a province."""
    return tuple(_choice(one, of) for one in template().agencies)


def province_with_departments(code: str) -> tuple[Unit, tuple[DepartmentChoice, ...]]:
    unit = province(code)
    return unit, departments(unit)


def _choice(one: AgencyTemplate, of: Unit) -> DepartmentChoice:
    certain = one.present is Presence.EVERYWHERE and one.source.mark is Verification.SEEN
    former = tuple(filled(each.name, of.full_name) for each in one.predecessors)
    name = at_home(one, of)
    return DepartmentChoice(
        one.key,
        name,
        KINDS[one.kind],
        tuple(filled(short, of.full_name) for short in one.short),
        tuple(each for each in former if each != name),
        certain,
        one.present is Presence.EVERYWHERE,
    )


def at_home(one: AgencyTemplate, of: Unit) -> str:
    """What an agency is called inside its province: "Sở Nội vụ", "Công an tỉnh"."""
    pattern = one.pattern.removesuffix(" {province}") if one.pattern.startswith("Sở ") else one.pattern
    return filled(pattern.replace("{province}", "{level}"), of.full_name)


def still_open(now: Ground) -> None:
    """Refuse to set up what is set up, and to mix what is real with what is invented."""
    if now is Ground.FICTIONAL:
        what, fix = (
            "đang chứa dữ liệu minh họa của tỉnh mẫu",
            "thiết lập với thư mục dữ liệu khác: LONGDAN_DATA=thư_mục_mới",
        )
        raise refuse("founding.fictional", "cơ sở dữ liệu", what, fix)
    if now is Ground.TAKEN:
        taken = Post.objects.select_related("agency__province").order_by("pk")[0].agency
        name = (taken.province or taken).name
        raise refuse("founding.taken", "cơ sở dữ liệu", f"đã thiết lập cho {name}", "đăng nhập bằng tài khoản quản trị để sửa")
