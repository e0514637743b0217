"""A PostgreSQL server that lives as long as a test run; standard library only."""

import os
import pwd
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.machine import free_port

USER = "longdan"


@contextmanager
def throw_away_server(programs: Path) -> Iterator[str]:
    """Start a fresh cluster on a free loopback port; its address as LONGDAN_DATABASE takes it; stopped and removed at the end."""
    folder = Path(tempfile.mkdtemp(prefix="longdan-postgresql-"))
    owner = unprivileged_owner(folder)
    cluster, port, password = folder / "cluster", free_port(), secrets.token_hex(16)
    try:
        create(programs, cluster, password, owner)
        speed = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"  # nothing here outlives the run
        options = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={folder} {speed}"
        call([programs / "pg_ctl", "-D", cluster, "-o", options, "-l", folder / "log", "-w", "-t", 300, "start"], owner)
        try:
            yield f"postgresql://{USER}:{password}@127.0.0.1:{port}/postgres"
        finally:
            call([programs / "pg_ctl", "-D", cluster, "-m", "immediate", "stop"], owner)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def create(programs: Path, cluster: Path, password: str, owner: str | None) -> None:
    password_file = cluster.parent / "password"
    password_file.write_text(password)
    if owner:
        shutil.chown(password_file, owner)
    words = ["-U", USER, "--encoding=UTF8", "--locale=C.UTF-8", "--auth=scram-sha-256", f"--pwfile={password_file}", "--no-sync"]
    call([programs / "initdb", "-D", cluster, *words], owner)


def unprivileged_owner(folder: Path) -> str | None:
    """Root may not run PostgreSQL: the account that Debian's package makes runs it instead."""
    if os.geteuid() != 0:
        return None
    pwd.getpwnam("postgres")
    shutil.chown(folder, "postgres")
    return "postgres"


def call(command: list[object], owner: str | None) -> None:
    words = [str(word) for word in command]
    with tempfile.TemporaryFile() as said:  # a pipe would stay open as long as the server
        done = subprocess.run(words, user=owner, cwd="/", stdin=subprocess.DEVNULL, stdout=said, stderr=said, check=False)
        if done.returncode:
            said.seek(0)
            raise RuntimeError(f"{words[0]}: {said.read().decode(errors='replace').strip()}")
