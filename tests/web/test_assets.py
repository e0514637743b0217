"""What a browser loads: small enough, from here only, and every face and drawing that is asked for is there."""

import gzip
import re
from pathlib import Path

import django_htmx
import pytest

from longdan.web.shared.icons import DRAWINGS

WEB = Path(__file__).parents[2] / "src" / "longdan" / "web"
STATIC = WEB / "shared" / "static" / "longdan"
TEMPLATES = sorted(WEB.rglob("*.html"))
HTMX = Path(django_htmx.__file__).parent / "static" / "django_htmx" / "htmx-4.min.js"
MOST_BYTES = 100 * 1024
SIZES = re.compile(r"(?<![\w-])(?:margin|padding|gap|font-size)[\w-]*:\s*([^;]+);")


def test_styles_and_scripts_of_all_pages_together_stay_small() -> None:
    own = [*STATIC.glob("css/*.css"), *STATIC.glob("js/*.js")]
    assert sum(len(gzip.compress(path.read_bytes())) for path in [*own, HTMX]) <= MOST_BYTES


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(WEB).as_posix())
def test_no_template_holds_styles_or_scripts_of_its_own(path: Path) -> None:
    assert not re.search(r"<style|<script(?![^>]*\bsrc=)|\sstyle=|\son\w+=|javascript:|hx-on", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", sorted(STATIC.glob("css/*.css")), ids=lambda path: path.name)
def test_styles_name_no_colour_outside_the_tokens(path: Path) -> None:
    words = path.read_text(encoding="utf-8")
    if path.name not in ("tokens.css", "print.css"):
        assert re.findall(r"#[0-9a-fA-F]{3,8}\b", words) == []


@pytest.mark.parametrize("name", ["controls", "components", "document", "frame", "preview"])
def test_distances_are_of_the_scale(name: str) -> None:
    words = (STATIC / "css" / f"{name}.css").read_text(encoding="utf-8")
    loose = [value for value in SIZES.findall(words) if re.search(r"\b(?!0px|1px|2px|3px)\d+px", value)]
    assert loose == []


def test_every_face_that_styles_ask_for_is_vendored() -> None:
    asked = re.findall(r'url\("\.\./([^"]+)"\)', (STATIC / "css" / "fonts.css").read_text(encoding="utf-8"))
    assert asked
    assert [face for face in asked if not (STATIC / face).exists()] == []


def test_every_drawing_that_templates_ask_for_exists() -> None:
    asked = {name for path in TEMPLATES for name in re.findall(r'{% icon "(\w+)" %}', path.read_text(encoding="utf-8"))}
    assert asked - DRAWINGS.keys() == set()
