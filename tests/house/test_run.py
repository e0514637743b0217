"""./run: when it makes the environment, how it installs, what it says where it cannot."""

import ast
import subprocess
import sys
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest

from tests.house.sources import ROOT


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script as a module, in an empty project of its own."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    loader = SourceFileLoader("run_script", str(ROOT / "run"))
    module = module_from_spec(spec_from_loader("run_script", loader))  # type: ignore[arg-type]
    loader.exec_module(module)
    (tmp_path / "requirements.lock").write_text("django==5.2 --hash=sha256:00\n")
    (tmp_path / "requirements-dev.lock").write_text("django==5.2 --hash=sha256:00\npytest==9 --hash=sha256:00\n")
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "lib" / "python3.11" / "site-packages").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "python").symlink_to(sys.executable)
    places = {"ROOT": tmp_path, "VENV": tmp_path / ".venv", "PYTHON": tmp_path / ".venv" / "bin" / "python"}
    locks = {"CORE_LOCK": tmp_path / "requirements.lock", "DEV_LOCK": tmp_path / "requirements-dev.lock"}
    for name, value in {**places, **locks}.items():
        monkeypatch.setattr(module, name, value)
    return module


@pytest.fixture
def installs(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The locks that were installed, by an installer that only notes them."""
    installed: list[str] = []

    def note(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        if "-r" in command:
            installed.append(Path(command[-1]).name)
        return subprocess.CompletedProcess(command, 0, stdout="Python 3.11")

    monkeypatch.setattr(run.subprocess, "run", note)
    monkeypatch.setattr(run, "installer", lambda: ["pip", "install"])
    return installed


def test_the_environment_is_made_once(run: ModuleType, installs: list[str]) -> None:
    run.prepare()
    run.prepare()
    assert installs == ["requirements.lock"]


def test_a_demo_installs_no_tools_and_tests_install_all(run: ModuleType, installs: list[str]) -> None:
    run.prepare()
    run.prepare(tools=True)
    run.prepare()
    assert installs == ["requirements.lock", "requirements-dev.lock"]


@pytest.mark.parametrize("change", ["lock", "python", "folder"])
def test_another_lock_python_or_folder_makes_it_anew(
    run: ModuleType, installs: list[str], monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    run.prepare()
    match change:
        case "lock":
            run.CORE_LOCK.write_text("django==5.3 --hash=sha256:00\n")
        case "python":
            monkeypatch.setattr(run.platform, "python_version", lambda: "3.99.0")
        case _:
            monkeypatch.setattr(run, "ROOT", run.ROOT / "moved")
    run.prepare()
    assert installs == ["requirements.lock"] * 2


def test_a_failed_install_leaves_no_stamp(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "make_venv", lambda: None)
    monkeypatch.setattr(run, "installer", lambda: [sys.executable, "-c", "raise SystemExit(1)"])
    with pytest.raises(SystemExit, match="could not be installed"):
        run.prepare()
    assert not run.is_ready(run.CORE_LOCK)


def test_an_install_that_breaks_off_is_tried_once_more(
    run: ModuleType, installs: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    note, broken = run.subprocess.run, [1]

    def breaks_off_once(command: list[str], **words: object) -> subprocess.CompletedProcess[str]:
        installing = "--require-hashes" in command
        return subprocess.CompletedProcess(command, broken.pop()) if installing and broken else note(command, **words)

    monkeypatch.setattr(run.subprocess, "run", breaks_off_once)
    run.prepare()
    assert run.is_ready(run.CORE_LOCK)


def test_without_pip_it_prints_the_one_line_that_helps(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run.shutil, "which", lambda _: None)
    monkeypatch.setattr(run.subprocess, "run", lambda command, **_: subprocess.CompletedProcess(command, 1))
    with pytest.raises(SystemExit, match="sudo apt install python3-pip"):
        run.installer()


def test_an_old_python_understands_enough_to_say_that_it_is_old() -> None:
    ast.parse((ROOT / "run").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_uv_is_preferred_where_it_is_found(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run.shutil, "which", lambda _: "/opt/uv")
    assert run.installer()[:3] == ["/opt/uv", "pip", "install"]


def test_the_command_line_starts_from_anywhere(run: ModuleType) -> None:
    (run.ROOT / "src" / "longdan" / "cli").mkdir(parents=True)
    (run.ROOT / "src" / "longdan" / "cli" / "main.py").write_text("def main():\n    print('Xin chào')\n")
    run.link_project()
    started = run.VENV / "bin" / "longdan"
    environment = {"PYTHONPATH": str(run.ROOT / "src"), "PATH": "/usr/bin:/bin"}  # a real .venv finds src by its .pth file
    assert subprocess.run([started], cwd="/", env=environment, capture_output=True, check=True, text=True).stdout == "Xin chào\n"
    assert (run.VENV / "lib/python3.11/site-packages/longdan.pth").read_text() == f"{run.ROOT / 'src'}\n"


def test_a_word_that_it_does_not_know_lists_those_that_it_does(run: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main(["dmeo"]) == 2
    said = capsys.readouterr().out
    assert [name for name in run.COMMANDS if f"  {name} " not in said] == []
