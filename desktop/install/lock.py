"""The hashed lock of this platform: one file, a section for each group, no addresses.

A section begins with ``# group: NAME``; each lists what it adds to the sections before it.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from desktop.install.told import SetupFault

GROUPS: Final = ("base", "app", "film", "test", "forge", "build", "encoder", "voices", "echo", "bench")
"""In the order of the file. `base` is what building a source package needs and goes in first."""

MARK: Final = "# group: "


def platform_name() -> str:
    """The lock's name for this machine, for example ``linux-x86_64``."""
    system = {"linux": "linux", "darwin": "macos", "win32": "windows"}.get(sys.platform, sys.platform)
    machine = platform.machine().lower()
    machine = {"amd64": "x86_64", "x64": "x86_64", "aarch64": "arm64"}.get(machine, machine)
    return f"{system}-{machine}"


def read_lock(folder: Path) -> dict[str, str]:
    """The requirement text of each group for this platform."""
    path = folder / f"{platform_name()}.txt"
    if not path.is_file():
        known = ", ".join(sorted(file.stem for file in folder.glob("*.txt")))
        raise SetupFault(
            f"there is no lock for this platform ({platform_name()}; there are: {known})",
            "Install the packages of pyproject.toml by hand (pip install -e .), then start: python -m desktop",
        )
    return sections(path.read_text("utf-8"))


def sections(text: str) -> dict[str, str]:
    """Split a lock's text at its group marks."""
    found: dict[str, list[str]] = {}
    lines: list[str] | None = None
    for line in text.splitlines():
        if line.startswith(MARK):
            lines = found.setdefault(line.removeprefix(MARK).strip(), [])
        elif lines is not None:
            lines.append(line)
    return {name: "\n".join(body).strip() + "\n" for name, body in found.items()}


def count(requirements: Iterable[str]) -> int:
    """How many packages the requirement texts name."""
    return sum(1 for text in requirements for line in text.splitlines() if "==" in line and not line.startswith(("#", " ")))
