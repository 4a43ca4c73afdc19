"""From a clone to a running Hearth."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from desktop.install.environment import ensure_venv, python_of
from desktop.install.lock import GROUPS, read_lock
from desktop.install.packages import install_locked, install_project
from desktop.install.system import ensure_system
from desktop.install.told import SetupFault, tell, tell_remedy

ROOT: Final = Path(__file__).resolve().parents[2]
READY: Final = "hearth-ready.json"
SPARE: Final = ("bench",)
"""Groups that a command can do without: it then says what it could not do."""
ALL_TESTS: Final = ("--numprocesses=logical", "--maxprocesses=4", "--dist=worksteal")
"""What pytest is told where nothing is asked for: everything, on as many cores as there are, up to four."""


def main(arguments: Sequence[str]) -> int:
    """Set up what these arguments need, then become Hearth (or its tests)."""
    testing = arguments[:1] == ["test"]
    try:
        python = set_up(groups_for(arguments), testing=testing)
    except SetupFault as fault:
        tell(fault.message)
        tell_remedy(fault.remedy)
        return 3
    except KeyboardInterrupt:
        tell("set-up stopped. Start again and it goes on where it was.")
        return 130
    except OSError as fault:
        tell(f"set-up cannot write {fault.filename or ROOT}: {fault.strerror}")
        tell_remedy("Check the disk's room and the folder's permissions, then start again.")
        return 3
    if testing:
        return become([str(python), "-m", "pytest", *(arguments[1:] or ALL_TESTS)], cwd=ROOT)
    return become([str(python), "-m", "desktop", *arguments])


def groups_for(arguments: Sequence[str]) -> tuple[str, ...]:
    """The lock's groups a command line needs."""
    if arguments[:1] == ["test"]:
        return ("base", "app", "film", "test", "forge", "encoder", "voices", "echo")
    if "film" in arguments[:3]:
        return ("base", "app", "film")
    if list(arguments[:2]) == ["voices", "install"]:
        return ("base", "app", "voices")
    if list(arguments[:2]) == ["bench", "recall"]:
        return ("base", "app", "bench")
    return ("base", "app")


def set_up(groups: Sequence[str], *, testing: bool = False) -> Path:
    """Everything these groups need; the environment's Python. Quick when nothing is to do."""
    venv = ROOT / ".venv"
    lock = read_lock(ROOT / "locks")
    done = read_ready(venv)
    wanted = {group: digest(lock.get(group, "")) for group in GROUPS if group in groups}
    place = {"root": str(ROOT), "python": sys.version.split()[0]}
    tests_ready = done.get("tests", False) or not testing
    if is_ready(done, wanted, place) and tests_ready and python_of(venv).exists():
        return python_of(venv)
    system = ensure_system(for_tests=testing)
    python = ensure_venv(venv)
    log = venv / "install.log"
    installed = {k: v for k, v in done.get("groups", {}).items() if k in GROUPS} if done.get("place") == place else {}
    for group in wanted:
        if installed.get(group) != wanted[group]:
            try:
                install_locked(python, lock.get(group, ""), group, log)
            except SetupFault as fault:
                if group not in SPARE:
                    raise
                tell(f"going on without {group}: {fault.message}")
                continue
            installed[group] = wanted[group]
            write_ready(venv, {"groups": installed, "place": place, "system": False})
    install_project(python, ROOT, log)
    write_ready(venv, {"groups": installed, "place": place, "system": system, "tests": testing or done.get("tests", False)})
    tell("ready")
    return python


def is_ready(done: dict[str, Any], wanted: dict[str, str], place: dict[str, str]) -> bool:
    """Nothing has changed since the last whole set-up. Missing system packages are looked for at every start."""
    groups = done.get("groups", {})
    return bool(done.get("system")) and done.get("place") == place and all(groups.get(k) == v for k, v in wanted.items())


def digest(text: str) -> str:
    """A short name for a lock section's content."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def read_ready(venv: Path) -> dict[str, Any]:
    """What an earlier set-up finished; empty when there was none."""
    try:
        done = json.loads((venv / READY).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return done if isinstance(done, dict) else {}


def write_ready(venv: Path, done: dict[str, Any]) -> None:
    """Note what is finished."""
    part = venv / (READY + ".new")
    part.write_text(json.dumps(done), "utf-8")
    part.replace(venv / READY)


def become(command: list[str], cwd: Path | None = None) -> int:
    """Run `command` in place of this process where the system can, so that signals and exit codes are its own."""
    if cwd is not None:
        os.chdir(cwd)
    env = {**os.environ, "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"}
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "nt":
        return subprocess.call(command, env=env)
    os.execve(command[0], command, env)
    raise AssertionError("execve returned")
