"""The numbers that Word draws before list paragraphs are words of the document."""

import pytest

from tests.core.documents.word_files import definition, item, level, numbered_list, paragraph, read_word

PLAN = definition(
    0,
    level(0, "upperRoman", "%1."),
    level(1, "decimal", "%2."),
    level(2, "decimal", "%2.%3."),
    level(3, "lowerLetter", "%4)"),
    level(4, "bullet", "-"),
)

CASES = {
    "Roman, decimal, decimal of two levels, letter, dash": (
        [("Mục đích", 0), ("Nâng cao", 1), ("Rà soát", 2), ("Công bố", 2), ("tại xã", 3), ("ở thôn", 3), ("in tờ rơi", 4)],
        ["I. Mục đích", "1. Nâng cao", "1.1. Rà soát", "1.2. Công bố", "a) tại xã", "b) ở thôn", "- in tờ rơi"],
    ),
    "a deeper level begins anew under the next number": (
        [("A", 0), ("a", 1), ("b", 1), ("B", 0), ("c", 1)],
        ["I. A", "1. a", "2. b", "II. B", "1. c"],
    ),
    "a level left out counts from its start": ([("A", 0), ("a", 2)], ["I. A", "1.1. a"]),
    "four hundred items do not run out of Roman numbers": ([("x", 0)] * 400, [*[""] * 399, "CD. x"]),
}


@pytest.mark.parametrize(("items", "shown"), CASES.values(), ids=CASES.keys())
def test_each_item_shows_the_number_that_word_draws(items: list[tuple[str, int]], shown: list[str]) -> None:
    document = read_word("".join(item(words, 1, at) for words, at in items), numbering=PLAN + numbered_list(1, 0))
    found = [passage.text for passage in document.passages]
    assert [(one if two else "") for one, two in zip(found, shown, strict=True)] == shown


def test_lists_of_one_definition_count_on_and_an_override_starts_anew() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering = (
        definition(0, level(0, "decimal", "%1.")) + numbered_list(1, 0) + numbered_list(2, 0) + numbered_list(3, 0, override)
    )
    body = item("một", 1) + item("hai", 2) + item("ba", 3) + item("bốn", 3)
    assert read_word(body, numbering=numbering).text.splitlines() == ["1. một", "2. hai", "5. ba", "6. bốn"]


def test_numbering_comes_from_the_style_and_from_the_style_it_is_based_on() -> None:
    numbering = definition(
        0, level(0, "upperRoman", "%1."), level(1, "decimal", "%2.", '<w:pStyle w:val="Muc"/>')
    ) + numbered_list(4, 0)
    styles = (
        '<w:style w:type="paragraph" w:styleId="Phan"><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="PhanCon"><w:basedOn w:val="Phan"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>'
    )
    body = "".join(
        paragraph(words, f'<w:pStyle w:val="{style}"/>') for words, style in (("A", "PhanCon"), ("B", "Muc"), ("C", "Phan"))
    )
    assert read_word(body, numbering=numbering, styles=styles).text.splitlines() == ["I. A", "1. B", "II. C"]


def test_a_paragraph_takes_itself_out_of_the_list_of_its_style() -> None:
    numbering = definition(0, level(0, "decimal", "%1.")) + numbered_list(1, 0)
    styles = '<w:style w:type="paragraph" w:styleId="M"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    body = paragraph("có", '<w:pStyle w:val="M"/>') + paragraph(
        "không", '<w:pStyle w:val="M"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    )
    assert read_word(body, numbering=numbering, styles=styles).text.splitlines() == ["1. có", "không"]


BULLETS = {"-": "- x", "–": "- x", "\uf0b7": "- x", "\uf02d": "- x", "o": "- x", "+": "+ x", "•": "• x", "*": "* x"}


@pytest.mark.parametrize(("drawn", "shown"), BULLETS.items())
def test_a_bullet_of_a_symbol_font_reads_as_a_dash(drawn: str, shown: str) -> None:
    numbering = definition(0, level(0, "bullet", drawn)) + numbered_list(1, 0)
    assert read_word(item("x", 1), numbering=numbering).text == shown


def test_a_legal_level_writes_roman_numbers_as_decimals() -> None:
    numbering = definition(0, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2.", "<w:isLgl/>")) + numbered_list(1, 0)
    assert read_word(item("A", 1, 0) + item("a", 1, 1), numbering=numbering).text.splitlines() == ["I. A", "1.1. a"]


def test_a_cell_with_nothing_but_its_number_reads_as_the_number() -> None:
    numbering = definition(0, level(0, "decimal", "%1")) + numbered_list(1, 0)
    assert read_word(item("", 1) + item("", 1), numbering=numbering).text.splitlines() == ["1", "2"]
