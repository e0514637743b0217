"""A copy of the tables, made while the software runs, by the means of their own database."""

import os
import sqlite3
import subprocess
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import click
from django.conf import settings
from django.db import connection

from longdan.core.problems import Problem

NAMES = {"sqlite": "longdan.db", "postgresql": "longdan.dump"}  # of the copy, by the kind of database


def copy_of(folder: Path) -> Path:
    """Where in a folder of a copy the tables of this kind of database stand."""
    return folder / NAMES[connection.vendor]


def save(folder: Path) -> None:
    """Write all tables as they are at one moment; what is written meanwhile is in it whole or not at all."""
    if connection.vendor == "postgresql":
        call("pg_dump", "--format=custom", "--file", str(copy_of(folder)))
        return
    connection.ensure_connection()
    with closing(sqlite3.connect(copy_of(folder))) as copy:
        connection.connection.backup(copy)


def bring_back(folder: Path) -> None:
    """Fill the database, which must be empty, with the tables of a copy."""
    if connection.vendor == "postgresql":
        name = str(settings.DATABASES["default"]["NAME"])
        call("pg_restore", "--no-owner", "--exit-on-error", "--single-transaction", "--dbname", name, str(copy_of(folder)))
        return
    connection.ensure_connection()
    with closing(sqlite3.connect(f"{copy_of(folder).absolute().as_uri()}?mode=ro", uri=True)) as copy:
        copy.backup(connection.connection)


def call(*words: str) -> None:
    """Run a program of PostgreSQL; its refusal is told in its own words, never with the password."""
    database = settings.DATABASES["default"]
    try:
        done = subprocess.run(words, env={**os.environ, **reached(database)}, capture_output=True, check=False)
    except FileNotFoundError as missing:
        fix = "cài phần mềm khách của PostgreSQL (Debian, Ubuntu: apt install postgresql-client)"
        raise click.ClickException(str(Problem("cli.no-program", words[0], "máy chưa có chương trình này", fix))) from missing
    if done.returncode:
        what = done.stderr.decode(errors="replace").strip()[-1000:]
        fix = "sửa điều chương trình báo; phiên bản của nó phải bằng hoặc mới hơn máy chủ PostgreSQL"
        raise click.ClickException(str(Problem("cli.program-failed", words[0], what, fix)))


def reached(database: Mapping[str, Any]) -> dict[str, str]:
    """How the programs of PostgreSQL reach the database: by the environment, where no list of processes shows the password."""
    told = {f"PG{name}": str(database[key]) for name, key in KEYS.items() if database[key]}
    return told | {f"PG{key.upper()}": str(value) for key, value in database["OPTIONS"].items() if key.startswith("ssl")}


KEYS = {"HOST": "HOST", "PORT": "PORT", "USER": "USER", "PASSWORD": "PASSWORD", "DATABASE": "NAME"}
