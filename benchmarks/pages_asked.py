"""Asks for every page in one process, sends what people send, prints what each took, a line of JSON each: pages.py starts it."""

import gc
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.resources import files
from statistics import median
from time import perf_counter

from django.conf import settings
from django.db import connection
from django.db.models import Count
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from benchmarks.pages_sent import Sent, forms, send
from longdan.app.agencies.models import Account, Agency, Post
from longdan.app.plans.actions import import_files
from longdan.app.plans.models import Assignment, Plan, Reading, ReadingState, Task
from longdan.app.programs.installed import installed_programs
from longdan.cli.demo import prepare
from longdan.core.catalogue.large_sample import enlarged, plan_texts, read_words
from longdan.core.catalogue.sample import read_sample
from longdan.core.documents import SourceFile

TIMES = 7
SAMPLE = files("longdan") / "catalogue" / "sample"
COORDINATOR, OTHERS = "dieuphoi", ("giamdoc", "canboxa", "lanhdao")
# What stands for a part of an address: the fullest there is.
Chosen = Callable[[], int | None]
FULLEST: dict[str, Chosen] = {
    "reading_id": lambda: Reading.objects.filter(state=ReadingState.READY).order_by("-pk").values_list("pk", flat=True).first(),
    "plan_id": lambda: Plan.objects.annotate(size=Count("tasks")).order_by("-size").values_list("pk", flat=True).first(),
    "task_id": lambda: (
        Task.objects.annotate(size=Count("assignments__updates")).order_by("-size").values_list("pk", flat=True)[0]
    ),
    "assignment_id": lambda: Assignment.objects.order_by("-percent").values_list("pk", flat=True).first(),
    "agency_id": lambda: Agency.objects.annotate(size=Count("assignments")).order_by("-size").values_list("pk", flat=True)[0],
    "post_id": lambda: Post.objects.values_list("pk", flat=True).first(),
    "account_id": lambda: Account.objects.values_list("pk", flat=True).first(),
}


def main() -> None:
    prepare(large=True)
    leave_a_long_preview()
    settle()
    for name, address in (("sign-in", reverse("sign-in")), *pages()):
        tell(name, address, COORDINATOR if name != "sign-in" else "")
    for who in OTHERS:
        tell("home", reverse("home"), who)
    tell("search", reverse("search") + "?tim=dat+dai", COORDINATOR)
    for form in forms():
        tell_sent(form)


def leave_a_long_preview() -> None:
    """A plan of 300 tasks, read and not yet confirmed."""
    words = replace(read_words(SAMPLE / "large.yaml"), tasks=300, seed=1)
    plan = plan_texts(enlarged(read_sample(SAMPLE), words), words)[-1]
    coordinator = Post.objects.select_related("account", "agency").get(account__username=COORDINATOR)
    source = SourceFile("300-nhiem-vu.txt", plan.text.replace("/KH-UBND", "-300/KH-UBND").encode())
    import_files(files=[source], by=coordinator, programs=installed_programs(), now=timezone.now, leave=1)


def settle() -> None:
    """As a server is that did not make the data itself: nothing of that in memory, and the tables counted."""
    gc.collect()
    gc.freeze()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def pages() -> Iterator[tuple[str, str]]:
    """Every address that can be filled from what is there, by its name."""
    for pattern in patterns(get_resolver().url_patterns):
        wanted = pattern.pattern.converters
        if pattern.name and all(part in FULLEST for part in wanted):
            yield pattern.name, reverse(pattern.name, kwargs={part: FULLEST[part]() for part in wanted})
        elif pattern.name:
            print(f"not asked for: {pattern.name} ({', '.join(wanted)})", file=sys.stderr)


def patterns(found: list[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    for one in found:
        if isinstance(one, URLResolver):
            yield from patterns(one.url_patterns)
        else:
            yield one


def tell(name: str, address: str, who: str) -> None:
    """Ask for a page as somebody, and print what it took; what is no page to look at is left out."""
    client = signed_in(who)
    client.get(address)  # the first one reads what the process then keeps: names of provinces, editions
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address)
    queries = len(asked)  # the next request empties the log
    if answer.status_code != 200 or "html" not in answer.headers.get("Content-Type", ""):
        print(f"no page: {name} {address} ({answer.status_code})", file=sys.stderr)
        return
    taken = [once(lambda: client.get(address)) for _ in range(TIMES)]
    told = {"name": name, "who": who, "ms": median(taken) * 1000, "queries": queries, "kB": len(answer.content) / 1000}
    print(json.dumps(told), flush=True)


def tell_sent(form: Sent) -> None:
    """Send a form as somebody, and print what it took with the page that answers; a refused one stops the run."""
    client = signed_in(form.who)
    with CaptureQueriesContext(connection) as asked:
        status = send(client, form)
    queries = len(asked)
    if status >= 400:
        sys.exit(f"refused: {form.name} {form.address} ({status})")
    taken = [once(lambda: send(client, form)) for _ in range(TIMES)]
    told = {"name": f"{form.name}, sent", "who": form.who, "ms": median(taken) * 1000, "queries": queries}
    print(json.dumps(told), flush=True)


def signed_in(who: str) -> Client:
    client = Client(HTTP_HOST=settings.ALLOWED_HOSTS[0])
    if who:
        client.force_login(Account.objects.get(username=who), backend=settings.AUTHENTICATION_BACKENDS[-1])
    return client


def once(work: Callable[[], object]) -> float:
    started = perf_counter()
    work()
    return perf_counter() - started
