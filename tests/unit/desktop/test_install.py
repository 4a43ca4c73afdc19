"""Set-up: locks are whole and without addresses, reasons are clear, nothing is asked of stdin."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.install import environment, lock, packages, start, system
from desktop.install.told import SetupFault

ROOT = Path(__file__).resolve().parents[3]
LOCKS = sorted((ROOT / "locks").glob("*.txt"))


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.stem)
def test_every_lock_pins_and_hashes_all_groups_and_names_no_address(path: Path) -> None:
    text = path.read_text("utf-8")
    groups = lock.sections(text)
    assert tuple(groups) == lock.GROUPS
    assert "://" not in text
    for body in groups.values():
        pins = re.findall(r"^[a-z0-9][^ ]*==[^ ]+ \\\n    --hash=sha256:", body, re.MULTILINE)
        assert len(pins) == lock.count([body]) > 0


def test_this_platform_has_a_lock_with_the_packages_of_the_project() -> None:
    app = lock.read_lock(ROOT / "locks")["app"]
    for name in ("pyside6", "panda3d", "pyttsx3", "vosk", "openai", "sqlalchemy", "alembic"):
        assert f"\n{name}==" in "\n" + app


def test_an_unknown_platform_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock.platform, "machine", lambda: "mips")
    with pytest.raises(SetupFault, match="mips"):
        lock.read_lock(tmp_path)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Failed to establish a new connection: [Errno -3] Temporary failure in name resolution", "index cannot be reached"),
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "disk is full"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "not the one that was locked"),
        ("ERROR: something new", "something new"),
    ],
)
def test_pip_failures_become_one_clear_line(said: str, expected: str, tmp_path: Path) -> None:
    fault = packages.reason(["Collecting a", said], tmp_path / "install.log")
    assert expected in fault.message
    assert fault.remedy


def test_a_failing_pip_is_a_fault_with_its_story_in_the_log(tmp_path: Path) -> None:
    log = tmp_path / "install.log"
    requirements = "no-such-package==1 --hash=sha256:" + "0" * 64 + "\n"
    python = Path(sys.executable)
    steps: list[str] = []
    with pytest.raises(SetupFault):
        packages.pip(python, ["--no-index", "--require-hashes", "-r", str(written(tmp_path, requirements))], log, steps.append)
    assert "no-such-package" in log.read_text("utf-8")


def written(folder: Path, text: str) -> Path:
    path = folder / "wanted.txt"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    ("arguments", "film", "test"),
    [([], False, False), (["say", "hi"], False, False), (["film", "a.txt"], True, False), (["test"], True, True)],
)
def test_each_command_line_installs_only_what_it_needs(arguments: list[str], film: bool, test: bool) -> None:
    groups = start.groups_for(arguments)
    assert groups[:2] == ("base", "app")
    assert ("film" in groups, "test" in groups) == (film, test)


def test_an_environment_is_made_once_and_remade_when_half_made(tmp_path: Path) -> None:
    venv = tmp_path / "a place 中文"
    python = environment.ensure_venv(venv)
    (venv / "mine").write_text("kept", "utf-8")
    assert environment.ensure_venv(venv) == python
    assert (venv / "mine").exists()
    (venv / environment.MADE).unlink()
    environment.ensure_venv(venv)
    assert not (venv / "mine").exists()


def test_without_root_the_exact_command_is_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system, "missing_packages", lambda for_tests=False: ["libegl1", "fonts-noto-cjk"])
    monkeypatch.setattr(system, "has_apt", lambda: True)
    monkeypatch.setattr(system, "is_root", lambda: False)
    assert system.ensure_system() is False
    said = capsys.readouterr()
    assert "sudo apt-get install libegl1 fonts-noto-cjk" in said.err
    assert said.out == ""


def test_an_old_python_is_told_what_to_do() -> None:
    code = "import sys; sys.version_info = (3, 9, 2); sys.argv = ['run.py']; exec(open('run.py', encoding='utf-8').read())"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "3.11" in done.stderr and "Traceback" not in done.stderr
