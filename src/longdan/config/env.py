"""The environment, read once and strictly: a wrong value stops the start."""

import difflib
import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from longdan.core.problems import Problem, ProblemsFound

PREFIX = "LONGDAN_"
REPOSITORY = Path(__file__).resolve().parents[3]


@dataclass(frozen=True, slots=True)
class Database:
    """Where the tables are: a file of SQLite, or a PostgreSQL server."""

    engine: str  # sqlite3 | postgresql
    name: str
    user: str = ""
    password: str = ""
    host: str = ""
    port: str = ""
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Mail:
    """Where letters go: a mail server, a folder of files, or the console."""

    way: str  # smtp | smtps | file | console
    host: str = ""
    port: int = 0
    user: str = ""
    password: str = ""
    folder: str = ""


@dataclass(frozen=True, slots=True)
class Environment:
    data: Path
    database: Database
    debug: bool
    demo: bool
    secret: str
    hosts: tuple[str, ...]
    https: bool
    mail: Mail
    mail_from: str


class Refused(ValueError):
    """A value that cannot be read; the text says what to write instead."""


def home() -> Path:
    """Where ``var`` stands: the repository, or the working directory of an installed package."""
    return REPOSITORY if (REPOSITORY / "pyproject.toml").exists() else Path.cwd()


def yes_or_no(value: str) -> bool:
    if value in ("0", "1"):
        return value == "1"
    raise Refused("viết 1 (bật) hoặc 0 (tắt)")


def database(value: str) -> Database:
    """A database from ``sqlite:///path`` or ``postgres://user:password@host:port/name``."""
    url = urlsplit(value)
    if url.scheme == "sqlite" and url.path.strip("/"):
        return Database("sqlite3", unquote(url.path[1:]))
    if url.scheme in ("postgres", "postgresql") and url.path.strip("/"):
        return Database(
            "postgresql",
            unquote(url.path.strip("/")),
            unquote(url.username or ""),
            unquote(url.password or ""),
            unquote(url.hostname or ""),
            str(url.port or ""),
            tuple(parse_qsl(url.query)),
        )
    raise Refused("viết postgres://người_dùng:mật_khẩu@máy:cổng/tên, hoặc sqlite:///đường/dẫn/tệp")


def hosts(value: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in value.split(",") if name.strip())
    if not names or any("/" in name or " " in name for name in names):
        raise Refused("viết tên miền, cách nhau bằng dấu phẩy, không có http://: longdan.tinh.gov.vn,localhost")
    return names


PORTS = {"smtp": 587, "smtps": 465}


def mail(value: str) -> Mail:
    """A way for letters from ``smtp://user:password@host:port``, ``smtps://…``, ``file:///folder`` or ``console:``."""
    url = urlsplit(value)
    if url.scheme in PORTS and url.hostname:
        user, password = unquote(url.username or ""), unquote(url.password or "")
        return Mail(url.scheme, url.hostname, url.port or PORTS[url.scheme], user, password)
    if url.scheme == "file" and url.path.strip("/"):
        return Mail("file", folder=unquote(url.path))
    if value == "console:":
        return Mail("console")
    raise Refused("viết smtp://người_dùng:mật_khẩu@máy:587, smtps://…:465, file:///thư/mục, hoặc console:")


def sender(value: str) -> str:
    if not re.fullmatch(r"[^@\s<>]+@[^@\s<>]+|[^@<>\r\n]+ <[^@\s<>]+@[^@\s<>]+>", value):
        raise Refused("viết longdan@tinh.gov.vn, hoặc Lòng Dân <longdan@tinh.gov.vn>")
    return value


def secret(value: str) -> str:
    if len(value) < 32:
        raise Refused("viết một chuỗi ngẫu nhiên dài ít nhất 32 ký tự, hoặc bỏ biến này để phần mềm tự tạo")
    return value


def folder(value: str) -> Path:
    path = Path(value).expanduser().absolute()
    if path.exists() and not path.is_dir():
        raise Refused("viết đường dẫn của một thư mục; nơi này đang là một tệp")
    return path


READERS: dict[str, Callable[[str], object]] = {
    "DATA": folder,
    "DATABASE": database,
    "DEBUG": yes_or_no,
    "DEMO": yes_or_no,
    "SECRET": secret,
    "ALLOWED_HOSTS": hosts,
    "HTTPS": yes_or_no,
    "MAIL": mail,
    "MAIL_FROM": sender,
}


def kept_secret(data: Path) -> str:
    """The secret of this installation, made at its first start and kept in the data folder, readable by its owner only."""
    path = data / "secret"
    if not path.exists():
        data.mkdir(parents=True, exist_ok=True)
        fresh = data / f"secret.{secrets.token_hex(4)}"
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_urlsafe(48))
        try:
            path.hardlink_to(fresh)  # of two first starts at once, one wins and both read its secret
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return path.read_text().strip()


def read(environ: Mapping[str, str]) -> Environment:
    """The environment as a value; everything wrong with it at once."""
    given = {key.removeprefix(PREFIX): value for key, value in environ.items() if key.startswith(PREFIX)}
    values, problems = {}, [unknown(key) for key in given if key not in READERS]
    for key in READERS.keys() & given.keys():
        try:
            values[key] = READERS[key](given[key])
        except ValueError as refusal:
            problems.append(wrong(key, given[key], refusal))
    if problems:
        raise ProblemsFound(sorted(problems, key=lambda problem: problem.where))
    return complete(values)


def complete(values: Mapping[str, object]) -> Environment:
    """Defaults for what was not given: an embedded database under ``var``, open to this machine only."""
    data = values.get("DATA") or home() / "var"
    assert isinstance(data, Path)
    return Environment(
        data=data,
        database=values.get("DATABASE") or Database("sqlite3", str(data / "longdan.db")),  # type: ignore[arg-type]
        debug=bool(values.get("DEBUG")),
        demo=bool(values.get("DEMO")),
        secret=str(values.get("SECRET") or kept_secret(data)),
        hosts=values.get("ALLOWED_HOSTS") or ("localhost", "127.0.0.1", "[::1]"),  # type: ignore[arg-type]
        https=bool(values.get("HTTPS")),
        mail=values.get("MAIL") or Mail("console"),  # type: ignore[arg-type]
        mail_from=str(values.get("MAIL_FROM") or "Lòng Dân <longdan@localhost>"),
    )


def unknown(key: str) -> Problem:
    near = difflib.get_close_matches(key, READERS, n=1)
    fix = f"viết {PREFIX}{near[0]}" if near else "bỏ biến này; các biến được hiểu: " + ", ".join(PREFIX + k for k in READERS)
    return Problem("config.unknown-setting", PREFIX + key, "không có thiết lập nào mang tên này", fix)


def wrong(key: str, value: str, refusal: ValueError) -> Problem:
    fix = str(refusal) if isinstance(refusal, Refused) else "kiểm tra lại cách viết địa chỉ"
    shown = "đã đặt" if key in ("SECRET", "DATABASE", "MAIL") else f"“{value}”"  # secrets do not go to logs
    return Problem("config.wrong-value", PREFIX + key, f"không hiểu giá trị {shown}", fix)
