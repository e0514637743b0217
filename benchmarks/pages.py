"""How long the server takes for each page, with the data of a whole province, on both databases.

The large sample is made once in each database (``longdan demo --large``); then every page that the addresses know is
asked for as the coordinator sees it, the day page by other people too, and what people send all day is sent. The questions
to the database are counted.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measures import Measure
from tests.machine import postgresql
from tests.postgresql import throw_away_server

REPOSITORY = Path(__file__).resolve().parents[1]
MOST_MS, MOST_QUERIES = 150, 30
MOST_MS_PREVIEW, OF_A_LONG_PREVIEW = 1000, ("preview", "correct, sent")


def measures() -> Iterator[Measure]:
    with tempfile.TemporaryDirectory(prefix="longdan-benchmark-") as data:
        yield from measured("SQLite", {"LONGDAN_DATA": data})
    if programs := postgresql():
        with tempfile.TemporaryDirectory(prefix="longdan-benchmark-") as data, throw_away_server(programs) as address:
            yield from measured("PostgreSQL", {"LONGDAN_DATA": data, "LONGDAN_DATABASE": address})


def measured(database: str, environment: dict[str, str]) -> Iterator[Measure]:
    """Every page's median time with its number of queries; beside it the same run's page without data."""
    environment |= {"DJANGO_SETTINGS_MODULE": "longdan.config.settings"}
    words = [sys.executable, "-c", "import django; django.setup(); from benchmarks import pages_asked; pages_asked.main()"]
    asked = subprocess.run(words, cwd=REPOSITORY, env=os.environ | environment, stdout=subprocess.PIPE, check=True)
    pages = [json.loads(line) for line in asked.stdout.decode().splitlines() if line.startswith("{")]
    bare = next(page["ms"] for page in pages if page["name"] == "sign-in")
    for page in sorted(pages, key=lambda page: -page["ms"]):
        most = MOST_MS_PREVIEW if page["name"] in OF_A_LONG_PREVIEW else MOST_MS
        what = f"{database}: {page['name']}{' as ' + page['who'] if page['who'] else ''}"
        yield Measure(what, page["ms"], "ms", most, f"{page['queries']} queries; a page without data: {bare:.0f} ms")
    most_queries = max(page["queries"] for page in pages if "sent" not in page["name"])
    yield Measure(f"{database}: most queries of a page", most_queries, "queries", MOST_QUERIES)
