"""The virtual environment beside run.py."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from desktop.install.child import run_child
from desktop.install.system import apt_install, has_apt
from desktop.install.told import SetupFault, tell

MADE = "hearth-made"
"""A file in the environment that says its making was not interrupted."""


def python_of(venv: Path) -> Path:
    """The environment's own Python."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def ensure_venv(venv: Path) -> Path:
    """The environment's Python, made anew where it is missing, half made or of another Python version."""
    mark = venv / MADE
    version = "{}.{}".format(*sys.version_info[:2])
    if mark.is_file() and mark.read_text("utf-8").strip() == version and python_of(venv).exists():
        return python_of(venv)
    tell("making a virtual environment (.venv)")
    clear(venv)
    lines = make(venv)
    if lines is not None and missing_ensurepip(lines):
        install_venv_module(version)
        clear(venv)
        lines = make(venv)
    if lines is not None:
        raise SetupFault(f"a virtual environment cannot be made in {venv}: {last(lines)}", remedy_for(lines, version))
    mark.write_text(version, "utf-8")
    return python_of(venv)


def clear(venv: Path) -> None:
    """Remove what is there; a half-made environment is worth nothing."""
    try:
        if venv.exists():
            shutil.rmtree(venv)
    except OSError as fault:
        raise SetupFault(f"{venv} cannot be removed ({fault.strerror})", "Delete that folder and start again.") from fault


def make(venv: Path) -> list[str] | None:
    """Make it; None when that went well, else what it said."""
    lines: list[str] = []
    code = run_child([sys.executable, "-m", "venv", str(venv)], lines.append)
    return None if code == 0 else lines or [f"exit code {code}"]


def missing_ensurepip(lines: list[str]) -> bool:
    """Debian's python3 comes without the module that puts pip into an environment."""
    text = "\n".join(lines)
    return "ensurepip" in text or "No module named venv" in text


def install_venv_module(version: str) -> None:
    """Install it where we may; otherwise say how."""
    packages = [f"python{version}-venv"]
    if not has_apt():
        raise SetupFault(
            "this Python has no venv module", "Install your system's package for it (often python3-venv) and start again."
        )
    apt_install(packages, needed_for="this Python has no venv module")


def last(lines: list[str]) -> str:
    """The line that most likely names the reason."""
    return next((line for line in reversed(lines) if line.strip()), "no reason given")[:200]


def remedy_for(lines: list[str], version: str) -> str:
    """What to do about it."""
    text = "\n".join(lines)
    if "No space left" in text:
        return "Free some room (Hearth needs about 1.5 GB) and start again."
    if "Permission denied" in text or "Read-only" in text:
        return "Put this folder where you may write, and start again."
    return f"Check that 'python{version} -m venv' works, then start again."
