"""Photographs as every browser shows them, whatever telephone took them."""

from io import BytesIO

import pytest
from PIL import Image

from longdan.core.documents.formats import Format, format_of
from longdan.core.documents.photographs import require_picture, viewable
from longdan.core.documents.sources import SourceFile
from longdan.core.problems import ProblemsFound
from tests.core.documents.hostile import huge_picture
from tests.core.documents.pictures import heic


def jpeg(width: int, height: int, orientation: int = 1) -> SourceFile:
    kept, said = BytesIO(), Image.Exif()
    said[0x0112], said[0x8825] = orientation, {1: "N"}  # how the camera was held; where
    Image.new("RGB", (width, height), "#7a9").save(kept, "JPEG", exif=said)
    return SourceFile("a.jpg", kept.getvalue())


def shown(file: SourceFile, longest: int = 100) -> Image.Image:
    return Image.open(BytesIO(viewable(file, longest)))


@pytest.mark.parametrize("name", ["IMG_0001.HEIC", "IMG_0001.heif", "IMG_0001.jpg", "anh"])
def test_a_photograph_of_a_telephone_is_a_picture(name: str) -> None:
    assert format_of(heic(name)) is Format.IMAGE


def test_a_photograph_of_a_telephone_is_shown_as_jpeg() -> None:
    picture = shown(heic())
    red, blue = picture.convert("RGB").getpixel((5, 5)), picture.convert("RGB").getpixel((60, 5))
    assert (picture.format, picture.size) == ("JPEG", (64, 32))
    assert max(abs(a - b) for a, b in zip((*red, *blue), (200, 40, 40, 30, 90, 200), strict=True)) < 8  # type: ignore[misc]


@pytest.mark.parametrize(("orientation", "size"), [(1, (100, 50)), (6, (50, 100)), (3, (100, 50))])
def test_a_picture_is_shown_upright_and_small(orientation: int, size: tuple[int, int]) -> None:
    assert shown(jpeg(400, 200, orientation)).size == size


def test_where_a_picture_was_taken_is_not_shown() -> None:
    assert dict(shown(jpeg(40, 20)).getexif()) == {}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (heic().content[:300], "documents.damaged"),
        (jpeg(400, 200).content[:-200], "documents.truncated"),
        (b"\xff\xd8\xff nothing", "documents.damaged"),
    ],
)
def test_a_broken_picture_is_refused_in_words(content: bytes, code: str) -> None:
    with pytest.raises(ProblemsFound) as refused:
        viewable(SourceFile("a.jpg", content), 100)
    assert refused.value.problems[0].code == code


def points(kind: str, width: int, height: int) -> SourceFile:
    kept = BytesIO()
    Image.new("L", (width, height)).save(kept, kind)
    return SourceFile(f"a.{kind.lower()}", kept.getvalue())


def test_a_picture_that_takes_too_long_to_unpack_is_not_shown_and_a_photograph_of_that_size_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("longdan.core.documents.photographs.MOST_PIXELS_SHOWN", 200 * 200)
    assert shown(points("JPEG", 800, 800)).size == (100, 100)
    with pytest.raises(ProblemsFound, match="tải tệp về"):
        viewable(points("PNG", 800, 800), 100)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\xff\xd8\xff\xe0<script>alert(1)</script>", "documents.damaged"),
        (b"\x89PNG\r\n\x1a\n" + bytes(20), "documents.damaged"),
        (huge_picture(), "documents.bomb"),
    ],
)
def test_what_only_begins_like_a_picture_is_no_picture(content: bytes, code: str) -> None:
    with pytest.raises(ProblemsFound) as refused:
        require_picture(SourceFile("a.jpg", content))
    assert refused.value.problems[0].code == code


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "BMP", "WEBP"])
def test_what_is_a_picture_passes(kind: str) -> None:
    file = points(kind, 8, 8)
    require_picture(file)
    assert format_of(file) is Format.IMAGE
