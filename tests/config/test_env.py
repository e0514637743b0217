"""The environment: read strictly, and every refusal says what to write instead."""

import os
from pathlib import Path

import pytest

from longdan.config import env
from longdan.config.env import Database, Mail
from longdan.core.problems import ProblemsFound


def read(tmp_path: Path, **values: str) -> env.Environment:
    return env.read({"PATH": "/bin", "LONGDAN_DATA": str(tmp_path), **{f"LONGDAN_{key}": value for key, value in values.items()}})


def test_nothing_given_is_an_embedded_database_for_this_machine_only(tmp_path: Path) -> None:
    found = read(tmp_path)
    assert found.database == Database("sqlite3", str(tmp_path / "longdan.db"))
    assert (found.debug, found.demo, found.https) == (False, False, False)
    assert found.hosts == ("localhost", "127.0.0.1", "[::1]")


def test_data_lie_in_var_of_the_repository_unless_told_otherwise() -> None:
    assert env.home() == Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("written", "database"),
    [
        ("sqlite:///data/x.db", Database("sqlite3", "data/x.db")),
        ("sqlite:////srv/x.db", Database("sqlite3", "/srv/x.db")),
        ("postgres://an:b%40c@db:5433/longdan", Database("postgresql", "longdan", "an", "b@c", "db", "5433")),
        ("postgresql:///longdan", Database("postgresql", "longdan")),
        (
            "postgres://db/longdan?sslmode=require",
            Database("postgresql", "longdan", host="db", options=(("sslmode", "require"),)),
        ),
    ],
)
def test_one_setting_names_the_database(tmp_path: Path, written: str, database: Database) -> None:
    assert read(tmp_path, DATABASE=written).database == database


@pytest.mark.parametrize(
    ("key", "value", "advice"),
    [
        ("DEBUG", "true", "viết 1 (bật) hoặc 0 (tắt)"),
        ("DEMO", "", "viết 1 (bật) hoặc 0 (tắt)"),
        ("HTTPS", "yes", "viết 1 (bật) hoặc 0 (tắt)"),
        ("DATABASE", "mysql://a/b", "postgres://"),
        ("DATABASE", "postgres://db", "postgres://"),
        ("DATABASE", "sqlite://", "sqlite:///"),
        ("DATABASE", "postgres://db:khong/x", "kiểm tra lại cách viết địa chỉ"),
        ("ALLOWED_HOSTS", "http://longdan.vn", "không có http://"),
        ("ALLOWED_HOSTS", " , ", "cách nhau bằng dấu phẩy"),
        ("MAIL", "mail.tinh.gov.vn", "viết smtp://"),
        ("MAIL", "smtp://", "viết smtp://"),
        ("MAIL_FROM", "Sở Nội vụ", "longdan@tinh.gov.vn"),
        ("SECRET", "ngan", "ít nhất 32 ký tự"),
        ("DATA", __file__, "thư mục"),
        ("DATABSE", "x", "viết LONGDAN_DATABASE"),
        ("XYZ", "x", "các biến được hiểu: LONGDAN_DATA"),
    ],
)
def test_a_wrong_value_stops_the_start_and_says_what_to_write(tmp_path: Path, key: str, value: str, advice: str) -> None:
    with pytest.raises(ProblemsFound) as told:
        read(tmp_path, **{key: value})
    (problem,) = told.value.problems
    assert problem.where == f"LONGDAN_{key}"
    assert advice in problem.fix


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(ProblemsFound) as told:
        read(tmp_path, DEBUG="on", HTTPS="on", SECRET="x")
    assert [problem.where for problem in told.value.problems] == ["LONGDAN_DEBUG", "LONGDAN_HTTPS", "LONGDAN_SECRET"]


@pytest.mark.parametrize(("key", "value"), [("SECRET", "bi-mat"), ("DATABASE", "mysql://an:bi-mat@db/x")])
def test_a_refusal_repeats_no_secret(tmp_path: Path, key: str, value: str) -> None:
    with pytest.raises(ProblemsFound) as told:
        read(tmp_path, **{key: value})
    assert "bi-mat" not in str(told.value)


def test_the_secret_is_made_once_and_kept_from_others(tmp_path: Path) -> None:
    first = read(tmp_path / "var").secret
    assert read(tmp_path / "var").secret == first
    assert len(first) > 40
    assert os.stat(tmp_path / "var" / "secret").st_mode & 0o077 == 0
    assert [path.name for path in (tmp_path / "var").iterdir()] == ["secret"]


@pytest.mark.parametrize(
    ("written", "mail"),
    [
        ("smtp://a%40tinh.gov.vn:b%3Ac@mail.tinh.gov.vn", Mail("smtp", "mail.tinh.gov.vn", 587, "a@tinh.gov.vn", "b:c")),
        ("smtps://mail.tinh.gov.vn:2465", Mail("smtps", "mail.tinh.gov.vn", 2465)),
        ("file:///srv/letters", Mail("file", folder="/srv/letters")),
        ("console:", Mail("console")),
    ],
)
def test_one_setting_says_how_letters_leave(tmp_path: Path, written: str, mail: Mail) -> None:
    assert read(tmp_path, MAIL=written).mail == mail


def test_without_it_letters_are_written_where_the_server_runs(tmp_path: Path) -> None:
    assert read(tmp_path).mail == Mail("console")
