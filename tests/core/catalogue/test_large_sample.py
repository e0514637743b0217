"""The large sample is of full size, the same every time, and its plans are read as they were written."""

from importlib.resources import files
from pathlib import Path

import pytest

from longdan.core.catalogue.large_sample import PlanText, enlarged, plan_texts, read_words
from longdan.core.catalogue.sample import read_sample
from longdan.core.documents import Programs, SourceFile, read
from longdan.core.plans.reading import read_plan
from longdan.core.problems import ProblemsFound

SAMPLE = files("longdan") / "catalogue" / "sample"
WORDS = read_words(SAMPLE / "large.yaml")
PROVINCE = enlarged(read_sample(SAMPLE), WORDS)
PLANS = plan_texts(PROVINCE, WORDS)


def test_it_has_the_agencies_that_were_asked_for() -> None:
    assert len(PROVINCE.agencies) + len(PROVINCE.communes) == WORDS.agencies == 200


def test_no_commune_has_the_name_or_the_code_of_another() -> None:
    names, codes = {unit.name for unit in PROVINCE.communes}, {unit.code for unit in PROVINCE.communes}
    assert len(names) == len(codes) == len(PROVINCE.communes)


def test_every_agency_has_somebody_who_works_there() -> None:
    places = {agency.key for agency in PROVINCE.agencies} | {unit.code for unit in PROVINCE.communes}
    assert places <= {person.agency for person in PROVINCE.people}


def test_twenty_five_plans_of_three_years_order_five_thousand_tasks() -> None:
    assert (len(PLANS), {plan.year for plan in PLANS}, len(PLANS) * WORDS.tasks) == (25, {2024, 2025, 2026}, 5000)


def test_the_same_seed_gives_the_same_province() -> None:
    again = enlarged(read_sample(SAMPLE), WORDS)
    assert (again, plan_texts(again, WORDS)) == (PROVINCE, PLANS)


@pytest.mark.parametrize("plan", PLANS[::12], ids=lambda plan: plan.file)
def test_the_reader_finds_every_task_with_its_lead_and_its_day(plan: PlanText) -> None:
    draft = read_plan(read([SourceFile(plan.file, plan.text.encode())], Programs()))
    leads = [one for one in draft.assignments if one.role == "lead"]
    assert (len(draft.tasks), len(leads), len(draft.deadlines)) == (WORDS.tasks,) * 3


def test_a_number_that_is_none_is_told_with_its_line(tmp_path: Path) -> None:
    broken = tmp_path / "large.yaml"
    broken.write_text(
        (SAMPLE / "large.yaml").read_text(encoding="utf-8").replace("seed: 20261122", "seed: sau"), encoding="utf-8"
    )
    with pytest.raises(ProblemsFound, match=r"large\.yaml:3 \(seed\): “sau” không phải là số"):
        read_words(broken)
