"""A preview: what doubts it shows, and how people mend it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longdan.app.agencies.matching import Group, Known, directory
from longdan.app.plans import actions
from longdan.app.plans.previewing import Correct, Doubt, FoundTask, Preview, Verb, apply, build, preview
from longdan.core.plans.draft import Assignment, Deadline, Role
from longdan.core.problems import ProblemsFound
from tests.builders import AT, HEADING, ON, WORDS, a_document, a_draft, a_quote, a_ready_reading, a_task
from tests.cast import Cast

AGENCIES = directory([Known(1, "UBND tỉnh Lam Châu", home=True), Known(2, "Sở Nội vụ"), Known(3, "Sở Khoa học và Công nghệ")])


def a_preview() -> Preview:
    return build(a_draft(a_document(*WORDS)), AGENCIES)


def after(*corrections: tuple[str, ...]) -> Preview:
    shown = a_preview()
    for number, (verb, *rest) in enumerate(corrections, 1):
        shown = apply(shown, Correct(Verb(verb), *rest, number=number))  # type: ignore[arg-type]
    return shown


def task(shown: Preview, name: str) -> FoundTask:
    found = shown.task(name)
    assert found is not None
    return found


def test_doubtful_tasks_come_first() -> None:
    assert [found.id for found in a_preview().doubtful_first()] == ["t199", "t143", "t79"]


@pytest.mark.parametrize(
    ("task_fields", "doubts"),
    [
        ({"lead": ("Sở Nội vụ",), "due": "2026-03-31"}, ()),
        ({"lead": ("Sở Nội vụ",), "recurrence": "thường xuyên"}, ()),
        ({"lead": ("Sở Nội vụ",)}, (Doubt.NO_DEADLINE,)),
        ({"lead": ("Hội Đua thuyền",), "due": "2026-03-31"}, (Doubt.UNKNOWN_AGENCY,)),
        ({"lead": ("Sở Nội vụu",), "due": "2026-03-31"}, (Doubt.PROPOSED_AGENCY,)),
        ({"cooperating": ("Sở Nội vụ",), "due": "2026-03-31"}, (Doubt.NO_LEAD,)),
        ({"due": "2026-03-31"}, (Doubt.NO_AGENCY,)),
        ({"lead": ("Sở Nội vụ",), "due": "2026-03-31", "confidence": 0.4}, (Doubt.UNSURE,)),
    ],
)
def test_what_is_missing_or_unsure_is_named(task_fields: dict[str, object], doubts: tuple[Doubt, ...]) -> None:
    of = a_document(*WORDS)
    shown = build(a_draft(of, [a_task(of, WORDS[3], **task_fields)]), AGENCIES)  # type: ignore[arg-type]
    assert shown.tasks[0].doubts == doubts


def test_agencies_in_one_breath_are_taken_apart() -> None:
    of = a_document(*WORDS)
    shown = build(a_draft(of, [a_task(of, WORDS[3], lead=("Sở Nội vụ và Sở KH&CN",))]), AGENCIES)
    assert [(one.as_written, one.match.agency) for one in shown.tasks[0].assignments] == [("Sở Nội vụ", 2), ("Sở KH&CN", 3)]


@pytest.mark.parametrize(
    ("issuer", "written", "agency"), [("Sở Nội vụ", "Sở", 2), ("UBND tỉnh Lam Châu", "Sở", None), ("Sở Nội vụ", "Phòng", None)]
)
def test_the_issuers_own_name_cut_short_means_the_issuer(issuer: str, written: str, agency: int | None) -> None:
    of = a_document(*WORDS)
    draft = a_draft(of, [a_task(of, WORDS[3], lead=(written,))], replace(HEADING, issuer=issuer))
    assert build(draft, AGENCIES).tasks[0].assignments[0].match.agency == agency


def test_an_assignment_in_a_paragraph_of_its_own_is_a_task_of_its_own() -> None:
    of = a_document(*WORDS, "3. Sở Nội vụ: Chủ trì, phối hợp với Sở KH&CN theo dõi, đôn đốc.")
    stated = Assignment(
        "Sở Nội vụ", Role.LEAD, "III.3", a_quote(of, "Chủ trì, phối hợp với Sở KH&CN theo dõi, đôn đốc."), ("Sở KH&CN",)
    )
    shown = build(a_draft(of, assignments=(stated,)), AGENCIES)
    last = shown.tasks[-1]
    assert (last.text, last.section) == ("Chủ trì, phối hợp với Sở KH&CN theo dõi, đôn đốc.", "III.3")
    assert [(one.match.agency, one.role) for one in last.assignments] == [(2, Role.LEAD), (3, Role.COOPERATE)]


def test_an_assignment_within_a_tasks_words_is_no_second_task() -> None:
    of = a_document(*WORDS)
    stated = Assignment("Sở Nội vụ", Role.LEAD, "II", a_quote(of, WORDS[3]))
    assert len(build(a_draft(of, assignments=(stated,)), AGENCIES).tasks) == 3


def test_the_line_behind_a_task_that_says_who_does_it_is_no_second_task() -> None:
    of = a_document(*WORDS[:4], "Cơ quan chủ trì: Sở Nội vụ.")
    ordered = a_task(of, WORDS[3], lead=("Sở Nội vụ",))
    stated = Assignment("Sở Nội vụ", Role.LEAD, ordered.section, a_quote(of, "Cơ quan chủ trì: Sở Nội vụ."))
    assert len(build(a_draft(of, [ordered], assignments=(stated,)), AGENCIES).tasks) == 1
    assert len(build(a_draft(of, [ordered], assignments=(replace(stated, agency="Sở KH&CN"),)), AGENCIES).tasks) == 2


def test_who_is_asked_rather_than_ordered_stays_so() -> None:
    of = a_document(*WORDS)
    asked = Assignment("Sở Nội vụ", Role.LEAD, "II", a_quote(of, WORDS[3]), requested=True)
    shown = build(a_draft(of, assignments=(asked,)), AGENCIES)
    assert [one.requested for one in task(shown, "t79").assignments] == [True, False]


def test_a_paragraph_that_only_says_who_does_what_follows_is_no_task() -> None:
    of = a_document(*WORDS[:3], "Sở Nội vụ chủ trì:", *WORDS[3:])
    stated = Assignment("Sở Nội vụ", Role.LEAD, "II", a_quote(of, "Sở Nội vụ chủ trì:"))
    assert [found.text for found in build(a_draft(of, assignments=(stated,)), AGENCIES).tasks] == list(WORDS[3:])
    other = replace(stated, agency="Sở KH&CN")
    assert len(build(a_draft(of, assignments=(other,)), AGENCIES).tasks) == 4


def test_a_deadline_in_a_tasks_words_is_the_tasks_own_unless_it_has_another() -> None:
    of = a_document(*WORDS)
    days = [
        Deadline("2026-05-01", "before", "công khai", "trước 01/5/2026", "II", a_quote(of, words))
        for words in (WORDS[4], WORDS[5])
    ]
    shown = build(a_draft(of, deadlines=tuple(days)), AGENCIES)
    assert [found.due for found in shown.tasks] == ["2026-03-31", "2026-05-01", "2026-02"]
    assert [found.what for found in shown.deadlines] == days[1:]


CORRECTIONS = [
    (("edit", "t79", "text", "Rà soát thủ tục"), lambda s: task(s, "t79").text == "Rà soát thủ tục"),
    (("edit", "t79", "product", ""), lambda s: task(s, "t79").product is None),
    (("edit", "t143", "due", "5/6/2026"), lambda s: task(s, "t143").due == "2026-06-05"),
    (("edit", "t143", "due", "06/2026"), lambda s: task(s, "t143").due == "2026-06"),
    (("edit", "t143", "due", "trước 30/6"), lambda s: task(s, "t143").due == "2026-06-30"),
    (("edit", "t79", "due", ""), lambda s: task(s, "t79").due is None and Doubt.NO_DEADLINE in task(s, "t79").doubts),
    (("edit", "heading", "number", "13/KH-UBND"), lambda s: s.heading.number == "13/KH-UBND"),
    (("edit", "heading", "issued", "16/01/2026"), lambda s: str(s.heading.issued) == "2026-01-16"),
    (("discard", "t199"), lambda s: [found.id for found in s.kept()] == ["t79", "t143"] and not task(s, "t199").doubts),
    (("approve", "t199"), lambda s: not task(s, "t199").doubts),
    (("match", "t79.a1", "", "agency:3"), lambda s: task(s, "t79").assignments[0].match.agency == 3),
    (("match", "t79.a1", "", "group:communes"), lambda s: task(s, "t79").assignments[0].match.group is Group.COMMUNES),
    (("match", "t79.a1"), lambda s: Doubt.UNKNOWN_AGENCY in task(s, "t79").doubts),
    (("role", "t143.a1", "", "lead"), lambda s: task(s, "t143").assignments[0].role is Role.LEAD),
    (
        ("assign", "t199", "lead", "agency:2"),
        lambda s: task(s, "t199").assignments[0].match.agency == 2 and not task(s, "t199").doubts,
    ),
    (("release", "t79.a1"), lambda s: [one.id for one in task(s, "t79").assignments] == ["t79.a2"]),
    (("split", "t79", "", "9"), lambda s: [task(s, name).text for name in ("t79", "t79s1")] == ["Rà soát", WORDS[3][9:]]),
    (("merge", "t79", "", "t199"), lambda s: task(s, "t79").text.endswith(f"; {WORDS[5]}") and s.task("t199") is None),
]


@pytest.mark.parametrize(
    ("correction", "holds"), CORRECTIONS, ids=lambda value: "-".join(value) if isinstance(value, tuple) else ""
)
def test_a_correction_does_what_it_says(correction: tuple[str, ...], holds: object) -> None:
    assert holds(after(correction))  # type: ignore[operator]


@pytest.mark.parametrize(
    ("product", "first", "second"),
    [
        ("Báo cáo", "Báo cáo", None),
        ("Danh mục thủ tục", None, "Danh mục thủ tục"),
        ("rà soát", "rà soát", None),
    ],
)
def test_of_two_halves_that_has_the_product_whose_words_hold_it(product: str, first: str | None, second: str | None) -> None:
    words = "Rà soát các quy định; lập danh mục thủ tục phải sửa."
    edits = (("edit", "t79", "text", words), ("edit", "t79", "product", product))
    shown = after(*edits, ("split", "t79", "", str(words.index("lập"))))
    assert [task(shown, name).product for name in ("t79", "t79s3")] == [first, second]


def test_a_discarded_task_can_be_taken_in_again() -> None:
    assert after(("discard", "t79"), ("restore", "t79")) == a_preview()


def test_names_of_tasks_stay_short_however_often_one_is_split() -> None:
    shown, last = a_preview(), "t79"
    for number in range(1, 9):
        shown = apply(shown, Correct(Verb.SPLIT, last, "", "4", number))
        last = f"t79s{number}"
    assert [found.id for found in shown.tasks] == ["t79", *(f"t79s{number}" for number in range(1, 9)), "t143", "t199"]


def test_both_halves_of_a_split_keep_agencies_and_day() -> None:
    halves = [task(after(("split", "t79", "", "9")), name) for name in ("t79", "t79s1")]
    assert halves[0].due == halves[1].due == "2026-03-31"
    assert [one.match for one in halves[0].assignments] == [one.match for one in halves[1].assignments]
    assert not {one.id for one in halves[0].assignments} & {one.id for one in halves[1].assignments}


@pytest.mark.parametrize(
    ("correction", "code"),
    [
        (("edit", "t9", "text", "x"), "plans.preview.gone"),
        (("edit", "t79", "id", "x"), "plans.preview.unknown"),
        (("edit", "t79", "text", " "), "plans.preview.no-text"),
        (("edit", "t79", "due", "31/02/2026"), "plans.preview.day"),
        (("edit", "t79", "due", "mai"), "plans.preview.day"),
        (("edit", "heading", "issued", "quý I/2026"), "plans.preview.day"),
        (("edit", "heading", "kind", "x"), "plans.preview.unknown"),
        (("discard", "g1"), "plans.preview.unknown"),
        (("match", "t79.a9", "", "agency:3"), "plans.preview.unknown"),
        (("match", "t79.a1", "", "group:everybody"), "plans.preview.unknown"),
        (("role", "t79.a1", "", "chief"), "plans.preview.unknown"),
        (("assign", "t79", "lead", ""), "plans.preview.unknown"),
        (("split", "t79", "", "0"), "plans.preview.split"),
        (("split", "t79", "", "999"), "plans.preview.split"),
        (("split", "t79", "", "giữa"), "plans.preview.split"),
        (("merge", "t79", "", "t79"), "plans.preview.unknown"),
        (("merge", "t79", "", "t9"), "plans.preview.gone"),
    ],
)
def test_a_correction_that_cannot_be_meant_is_refused(correction: tuple[str, ...], code: str) -> None:
    with pytest.raises(ProblemsFound) as told:
        after(correction)
    assert told.value.problems[0].code == code


@given(st.integers(1, len(WORDS[3]) - 1))
def test_a_split_loses_no_words(place: int) -> None:
    halves = [found.text for found in after(("split", "t79", "", str(place))).tasks[:2]]
    assert letters("".join(halves)) == letters(WORDS[3])


def letters(text: str) -> str:
    return "".join(character for character in text if character not in " ;,")


def test_what_was_corrected_can_be_taken_back_step_by_step(cast: Cast) -> None:
    reading = a_ready_reading(cast.chi)
    tokens = [preview(cast.chi, reading.pk, on=ON).token]
    for verb, item in (("discard", "t79"), ("approve", "t199")):
        actions.correct(reading_id=reading.pk, by=cast.chi, verb=verb, item=item, at=AT)
        tokens.append(preview(cast.chi, reading.pk, on=ON).token)
    assert len(set(tokens)) == 3
    for token in reversed(tokens[:-1]):
        assert actions.undo(reading_id=reading.pk, by=cast.chi, at=AT)
        assert preview(cast.chi, reading.pk, on=ON).token == token
    assert not actions.undo(reading_id=reading.pk, by=cast.chi, at=AT)


def test_an_agency_that_does_not_exist_cannot_be_chosen(cast: Cast) -> None:
    reading = a_ready_reading(cast.chi)
    with pytest.raises(ProblemsFound, match="không có trong danh mục"):
        actions.correct(reading_id=reading.pk, by=cast.chi, verb="match", item="t79.a1", value="agency:999999", at=AT)


def test_what_is_in_force_can_no_longer_be_corrected(cast: Cast) -> None:
    reading = a_ready_reading(cast.chi)
    actions.confirm(reading_id=reading.pk, by=cast.chi, seen=preview(cast.chi, reading.pk, on=ON).token, at=AT)
    with pytest.raises(ProblemsFound, match="Đã xác nhận"):
        actions.correct(reading_id=reading.pk, by=cast.chi, verb="discard", item="t79", at=AT)


def test_a_part_of_another_province_is_no_choice(cast: Cast) -> None:
    reading = a_ready_reading(cast.chi)
    value = f"agency:{cast.dung.agency_id}"
    with pytest.raises(ProblemsFound) as told:
        actions.correct(reading_id=reading.pk, by=cast.chi, verb="match", item="t79.a1", value=value, at=AT)
    assert told.value.problems[0].code == "plans.preview.no-agency"


def test_a_document_of_another_province_says_so_first_and_may_be_taken_in(cast: Cast) -> None:
    heading = replace(HEADING, issuer="Ủy ban nhân dân tỉnh Sông Vân", province="tỉnh Sông Vân")
    of = a_document(*WORDS)
    reading = a_ready_reading(cast.chi, of, a_draft(of, heading=heading))
    page = preview(cast.chi, reading.pk, on=ON)
    (warned,) = page.warnings
    assert warned.what == "Văn bản của tỉnh Sông Vân, không phải tỉnh Lam Châu"
    assert actions.confirm(reading_id=reading.pk, by=cast.chi, seen=page.token, at=AT).issuer_name == heading.issuer


def test_a_document_of_this_province_and_one_of_no_known_province_raise_no_warning(cast: Cast) -> None:
    of = a_document(*WORDS)
    for province in ("tỉnh Lam Châu", None, "tỉnh Không Có"):
        reading = a_ready_reading(cast.chi, of, a_draft(of, heading=replace(HEADING, province=province)))
        assert preview(cast.chi, reading.pk, on=ON).warnings == ()
        reading.delete()
