"""Who may do what: every right, for every role, in every relation, as a table that people can read."""

import itertools

import pytest

from longdan.app.agencies.access import NotAllowed, Relation, Right, may, relation, require
from longdan.app.agencies.models import Role
from tests.builders import a_post
from tests.cast import Cast

# In a form of its own: o = in the post's own agency, p = in all its province. Nobody reaches further.
TABLE = """
                    coordinator content_owner agency_lead agency_staff leader auditor administrator
see                 p           p             p           p            p      p       p
export              p           p             p           p            p      p       p
import              p           o             o           o            -      -       -
confirm             p           o             o           -            -      -       -
edit_plan           p           o             o           -            -      -       -
carry_over          p           o             o           -            -      -       -
report              o           o             o           o            -      -       -
entrust             o           o             o           o            -      -       -
decline             o           o             o           -            -      -       -
attach              o           o             o           o            -      -       -
raise               o           o             o           o            -      -       -
comment             p           p             p           p            p      -       -
verify              p           o             o           -            -      -       -
urge                p           o             o           -            p      -       -
cancel              p           -             o           -            -      -       -
answer              p           o             o           -            -      -       -
decide              p           -             -           -            p      -       -
see_trail           p           -             -           -            -      p       p
keep_indices        p           -             -           -            -      -       -
administer_agencies p           -             -           -            -      -       p
administer_people   -           -             -           -            -      -       p
"""
REACH = {"o": {Relation.OWN}, "p": {Relation.OWN, Relation.PROVINCE}, "-": set[Relation]()}


def table() -> dict[tuple[Role, Right], set[Relation]]:
    head, *lines = TABLE.strip("\n").splitlines()
    roles = [Role(word) for word in head.split()]
    return {
        (role, Right(right)): REACH[cell]
        for right, *cells in map(str.split, lines)
        for role, cell in zip(roles, cells, strict=True)
    }


def test_the_table_names_every_role_and_every_right() -> None:
    assert table().keys() == set(itertools.product(Role, Right))


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("right", Right)
def test_a_role_reaches_as_far_as_the_table_says(cast: Cast, role: Role, right: Right) -> None:
    post = a_post("Ai Đó", cast.science, role)
    agencies = {Relation.OWN: cast.science, Relation.PROVINCE: cast.commune, Relation.OUTSIDE: cast.dung.agency}
    reached = {relation for relation, agency in agencies.items() if may(post, right, on=agency)}
    assert reached == table()[role, right]


def test_the_province_itself_lies_in_the_province(cast: Cast) -> None:
    assert relation(cast.chi, cast.province) is Relation.PROVINCE
    assert relation(cast.leader, cast.commune) is Relation.PROVINCE
    assert relation(cast.leader, cast.province) is Relation.OWN


def test_a_refusal_says_who_may_not_do_what(cast: Cast) -> None:
    with pytest.raises(NotAllowed) as told:
        require(cast.an, Right.CONFIRM, on=cast.commune)
    problem = told.value.problems[0]
    assert "Chuyên viên" in problem.what
    assert "UBND xã An Bình" in problem.what
    assert "xác nhận" in problem.what
