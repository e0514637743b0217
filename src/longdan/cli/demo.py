"""``longdan demo``: the fictional province, made ready and served."""

import time
from importlib.resources import files

import click
from django.conf import settings
from django.utils import timezone

from longdan.app.agencies.actions import load_provinces, load_sample
from longdan.app.agencies.models import Post
from longdan.app.agencies.queries.units import communes_of
from longdan.app.plans.actions import Imported, import_files
from longdan.app.plans.queries import readings
from longdan.app.programs.installed import installed_programs
from longdan.app.rehearsal.actions import rehearse
from longdan.cli.ports import require_free
from longdan.cli.schema import bring_up_to_date
from longdan.cli.serve import serve
from longdan.core.catalogue import read_units
from longdan.core.catalogue.departments import read_departments
from longdan.core.catalogue.large_sample import Words, enlarged, plan_texts, read_words
from longdan.core.catalogue.sample import DemoRole, SampleProvince, read_sample
from longdan.core.documents import SourceFile
from longdan.core.problems import ProblemsFound, refuse

CATALOGUE = files("longdan") / "catalogue"
PLANS = 8  # every kind of file and of plan is among them; more would keep the first visitor waiting


@click.command()
@click.option("--port", default=8000, show_default=True, help="Cổng của máy chủ.")
@click.option("--prepare-only", is_flag=True, help="Chỉ chuẩn bị dữ liệu, không mở máy chủ.")
@click.option("--large", is_flag=True, help="Tỉnh cỡ thật: 200 cơ quan, 25 kế hoạch, 5.000 nhiệm vụ, ba năm báo cáo.")
@click.pass_context
def demo(context: click.Context, port: int, prepare_only: bool, large: bool) -> None:
    """Tỉnh mẫu: nạp danh mục đơn vị, nhập các kế hoạch mẫu, rồi mở máy chủ."""
    if not prepare_only:
        require_free("127.0.0.1", port)
    try:
        prepare(large=large)
    except ProblemsFound as found:
        raise click.ClickException(str(found)) from found
    if not prepare_only:
        context.invoke(serve, port=port)


def prepare(*, large: bool = False) -> None:
    """Bring the database to where the demo starts; what is there already stays."""
    began = time.monotonic()
    bring_up_to_date()
    words = read_words(CATALOGUE / "sample" / "large.yaml")
    small = read_sample(CATALOGUE / "sample")
    sample = enlarged(small, words) if large else small
    _require_size(sample)
    if not Post.objects.filter(account__username=_user(sample, DemoRole.COORDINATOR)).exists():
        provinces = load_provinces(read_units(CATALOGUE / "units"))
        load_sample(sample, read_departments(CATALOGUE / "units" / "departments.yaml"), at=timezone.now())
        click.echo(f"Danh mục: {provinces} tỉnh nay và cũ; tỉnh mẫu {sample.unit.full_name}: {len(sample.agencies)} cơ quan, "
                   f"{len(sample.communes)} xã, phường.")  # fmt: skip
    coordinator = Post.objects.select_related("account", "agency").get(account__username=_user(sample, DemoRole.COORDINATOR))
    _import_plans(sample, coordinator)
    if large:
        _work_for_years(sample, words, coordinator)
    click.echo(f"Dữ liệu ở {settings.DATA}, sẵn sàng sau {time.monotonic() - began:.1f} giây.")
    click.echo(sample.fictional)
    for account in sample.accounts:
        click.echo(f"  {account.user:<12} {sample.password}   {account.person.post}, {account.person.name}")


def _require_size(sample: SampleProvince) -> None:
    """Refuse to make a large province of a small one that is there, or the other way round."""
    there = communes_of(sample.unit.code)
    if there not in (0, len(sample.communes)):
        what = f"đã có tỉnh mẫu với {there} xã, phường; lần này cần {len(sample.communes)}"
        raise refuse("demo.size", str(settings.DATA), what, "đặt LONGDAN_DATA là một thư mục khác rồi chạy lại")


def _work_for_years(sample: SampleProvince, words: Words, by: Post) -> None:
    """Plans of three years, read like any other, and what the agencies did about them."""
    known = _known(by)
    plans = [plan for plan in plan_texts(sample, words) if plan.file not in known]
    for number, plan in enumerate(plans, start=1):
        source = SourceFile(plan.file, plan.text.encode())
        for found in import_files(files=[source], by=by, programs=installed_programs(), now=timezone.now):
            click.echo(f"  {number}/{len(plans)}{_line(found)}")
    done = rehearse(by=by, words=words, at=timezone.now())
    click.echo(f"  {done.updates} báo cáo tiến độ, {done.steps} bước, {done.comments} ý kiến, {done.difficulties} vướng mắc.")


def _user(sample: SampleProvince, role: DemoRole) -> str:
    return next(account.user for account in sample.accounts if account.role is role)


def _import_plans(sample: SampleProvince, by: Post) -> None:
    """The first plans of the sample; the last of them is left as a preview, to be tried."""
    plans = [document for document in sample.documents if document.plan][:PLANS]
    if _known(by).issuperset(one.file for one in plans):
        return
    folder = CATALOGUE / "sample" / "documents"
    sources = [SourceFile(one.file, (folder / one.file).read_bytes()) for one in plans]
    for found in import_files(files=sources, by=by, programs=installed_programs(), now=timezone.now, leave=1):
        click.echo(_line(found))


def _known(by: Post) -> set[str]:
    """Names of the files that were read already."""
    return {name for row in readings(by, part=slice(100)).rows if row.state not in ("waiting", "reading") for name in row.names}


def _line(found: Imported) -> str:
    if found.problems:
        return f"  {found.name}: {found.problems[0].what}"
    counts = (
        f"{found.tasks} nhiệm vụ, {found.assignments} lượt giao việc, {found.deadlines} thời hạn, {found.targets} mục tiêu, "
        f"{found.reports} kỳ báo cáo; {found.to_check} nhiệm vụ cần xem lại"
    )
    return f"  {found.name}: {counts}"
