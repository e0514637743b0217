"""``longdan index export``, ``next``, ``import``, ``annex``, ``results``: editions and results go out to files, and come in."""

import sys
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

import click

from longdan.app.programs.installed import installed_programs
from longdan.cli.index_asked import edition_named, edition_shown, readable, telling
from longdan.cli.option_numbers import option_number
from longdan.core.catalogue import read_units
from longdan.core.catalogue.annexes import AnnexHead, read_annex
from longdan.core.catalogue.annexes.summary import draft_text
from longdan.core.catalogue.exchange import exchange_file, read_exchange
from longdan.core.catalogue.indices import Standing, UnitLevel, closed, read_editions
from longdan.core.catalogue.indices.draft import EditionDraft
from longdan.core.catalogue.indices.following import following
from longdan.core.catalogue.indices.writing import edition_text
from longdan.core.catalogue.results import read_csv, read_workbook
from longdan.core.catalogue.results.summary import results_csv, results_text
from longdan.core.documents import SourceFile, read
from longdan.core.problems import ProblemsFound, refuse

CATALOGUE = files("longdan") / "catalogue"
PATH = click.Path(path_type=Path)


@click.command("export")
@click.argument("edition")
@click.argument("file", type=PATH)
@telling
def export_command(edition: str, file: Path) -> None:
    """Xuất một bộ ra bảng tính để sửa: longdan index export par-index/2024 bo.xlsx"""
    _write(file, exchange_file(edition_named(edition)))


@click.command("next")
@click.argument("edition")
@click.option("--edition", "name", required=True, help="Tên bộ mới, ví dụ 2026.")
@click.option("--from", "first_year", required=True, type=click.IntRange(1990, 2200), help="Năm đầu mà bộ mới đo.")
@click.option("--into", required=True, type=PATH, help="Ghi thành tệp YAML này.")
@telling
def next_command(edition: str, name: str, first_year: int, into: Path) -> None:
    """Chép một bộ làm bản nháp cho kỳ sau, bỏ lại những gì chỉ đúng với kỳ cũ.

    longdan index next papi/2021-2024 --edition 2025 --from 2025 --into 2025.yaml
    """
    index = edition_named(edition)
    if first_year <= index.first_year:
        what = f"bộ {index.index}/{index.edition} đo từ năm {index.first_year}"
        raise refuse("cli.wrong-year", "--from", what, "ghi năm sau năm ấy")
    _write(into, edition_text(following(index, name, first_year, _today())).encode())
    left = "văn bản, nhóm xếp loại, chỗ đứt chuỗi, khoảng tin cậy, ghi chú, điều chưa rõ của kỳ cũ"
    click.echo(f"Đã chép {len(index.nodes)} mục vào {into}; không chép: {left}.", err=True)
    click.echo("Sửa theo văn bản mới (mã, tên, điểm, quy tắc, nguồn của từng mục), rồi thử: longdan index show", err=True)


@click.command("import")
@click.argument("file", type=PATH)
@click.option("--into", type=PATH, help="Ghi thành tệp YAML này; không có thì in ra màn hình.")
@telling
def import_command(file: Path, into: Path | None) -> None:
    """Đọc lại bảng tính đã sửa, báo mọi lỗi; không có lỗi thì ra tệp YAML của bộ."""
    _hand_over(read_exchange(_source(file)), into)


@click.command("annex")
@click.argument("file", type=PATH)
@click.option("--index", required=True, help="Chỉ số, là tên thư mục: chữ thường, gạch nối.")
@click.option("--edition", required=True, help="Bộ, là tên tệp, ví dụ 2026.")
@click.option("--title", required=True, help="Tên bộ chỉ số.")
@click.option("--act", required=True, help="Số, ký hiệu, ngày của văn bản có phụ lục này.")
@click.option("--responsible", required=True, help="Cơ quan chủ trì.")
@click.option("--years", required=True, help="Các năm được đo: 2026, 2024-2026, hoặc 2026-.")
@click.option(
    "--level", type=click.Choice([one.value for one in UnitLevel]), default=UnitLevel.PROVINCE.value, help="Chấm đơn vị cấp nào."
)
@click.option(
    "--standing", type=click.Choice([one.value for one in Standing]), default=Standing.OFFICIAL.value, help="Giá trị pháp lý."
)
@click.option("--most", help="Điểm của mục tổng, nếu phụ lục không có dòng tổng cộng.")
@click.option("--survey-points", help="Tổng điểm điều tra xã hội học như văn bản khai.")
@click.option("--part", help="Bộ thứ mấy trong tệp, khi một tệp có nhiều bộ.")
@click.option("--checked", help="Ngày đối chiếu với văn bản, năm-tháng-ngày; không có thì là hôm nay.")
@click.option("--into", type=PATH, help="Ghi thành tệp YAML này; không có thì in ra màn hình.")
@telling
def annex_command(file: Path, into: Path | None, **said: str | None) -> None:
    """Nhập phụ lục (DOCX, XLSX, PDF) của một quyết định thành bản nháp của bộ; chỗ chưa rõ để là chưa rõ."""
    draft = read_annex(read([_source(file)], installed_programs()), _head(said))
    click.echo(draft_text(draft), err=True)
    _hand_over(draft, into)


def _head(said: Mapping[str, str | None]) -> AnnexHead:
    words = {name: said[name] or "" for name in ("index", "edition", "title", "act", "responsible", "years")}
    return AnnexHead(
        **words,
        standing=Standing(said["standing"] or ""),
        level=UnitLevel(said["level"] or ""),
        state=_day("--checked", said["checked"]) if said["checked"] else _today(),
        most=_number("--most", said["most"]),
        survey_points=_number("--survey-points", said["survey_points"]),
        part=_part(said["part"]),
    )


def _today() -> date:
    return date.today()  # noqa: DTZ011 - a person reads it today


def _day(option: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise refuse("cli.wrong-date", option, f"“{text}” không phải là ngày", "ghi năm-tháng-ngày, ví dụ 2026-11-21") from error


def _part(text: str | None) -> int | None:
    if text is not None and not text.isdecimal():
        raise refuse("cli.wrong-number", "--part", f"“{text}” không phải là số thứ tự", "ghi 1, 2, …")
    return None if text is None else int(text)


def _number(option: str, text: str | None) -> Decimal | None:
    return None if text is None else option_number(option, text)


@click.command("results")
@click.argument("file", type=PATH)
@click.option("--index", "name", required=True, help="Chỉ số của bảng điểm, ví dụ papi.")
@click.option("--into", type=PATH, help="Ghi thành tệp CSV (unit, year, các mục), khi không còn lỗi.")
@click.option("--only", multiple=True, type=int, help="Chỉ lấy năm này; ghi được nhiều lần.")
@click.option("--edition", type=PATH, help="Tệp .yaml của bộ đo năm ấy, nếu danh mục chưa có.")
@click.option("--units-of", help="Số liệu in cho các tỉnh của ngày này, nếu không phải của cuối năm: 2025-07-01.")
@telling
def results_command(
    file: Path, name: str, into: Path | None, only: tuple[int, ...], edition: Path | None, units_of: str | None
) -> None:
    """Xem trước kết quả đã công bố: sổ bảng tính mỗi năm một trang, hoặc CSV có cột unit, year, mã các mục."""
    shown = (edition_shown(str(edition)),) if edition else ()
    editions = [one for one in closed((*read_editions(CATALOGUE / "indices"), *shown)) if one.index == name]
    if not editions:
        raise refuse("cli.unknown-index", name, "danh mục không có chỉ số này", "xem tên: longdan index list")
    reader = read_csv if file.suffix.casefold() == ".csv" else read_workbook
    draft = reader(_source(file), editions, read_units(CATALOGUE / "units"), _day("--units-of", units_of) if units_of else None)
    draft = draft.only(*only) if only else draft
    click.echo(results_text(draft))
    if into and draft.ready:
        _write(into, results_csv(draft).encode())
    sys.exit(int(not draft.ready))


def _hand_over(draft: EditionDraft, into: Path | None) -> None:
    """Writes the edition only where nothing is left to mend."""
    if draft.problems or draft.index is None:
        raise ProblemsFound(draft.problems)
    text = edition_text(draft.index)
    if into is None:
        click.echo(text, nl=False)
    else:
        _write(into, text.encode())


def _source(file: Path) -> SourceFile:
    return SourceFile(file.name, readable(file).read_bytes())


def _write(file: Path, content: bytes) -> None:
    """A file that is there already stays: nobody's work is written over."""
    if file.exists():
        raise refuse("cli.file-exists", str(file), "tệp này đã có", "chọn tên khác, hoặc tự xóa tệp cũ")
    try:
        file.write_bytes(content)
    except OSError as error:
        what = f"không ghi được tệp ({error.strerror})"
        raise refuse("cli.unwritable-file", str(file), what, "kiểm tra thư mục và quyền ghi") from error


COMMANDS = (export_command, next_command, import_command, annex_command, results_command)
