"""Locked Python packages into the environment, with pip and the machine's own pip settings."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Final

from desktop.install.child import run_child
from desktop.install.lock import count
from desktop.install.told import SetupFault, tell

NO_NETWORK: Final = re.compile(
    r"name resolution|Name or service not known|Connection refused|Network is unreachable|NewConnectionError"
    r"|ConnectTimeout|Read timed out|No route to host|getaddrinfo|No matching distribution found|ProxyError",
    re.IGNORECASE,
)
NO_SPACE: Final = re.compile(r"No space left|Errno 28|not enough space", re.IGNORECASE)
BAD_HASH: Final = re.compile(r"DO NOT MATCH THE HASHES|HashMismatch", re.IGNORECASE)


def install_locked(python: Path, requirements: str, name: str, log: Path) -> None:
    """Install one group of the lock. What is there already stays; an interrupted install goes on where it was."""
    if not requirements.strip():
        return
    wanted = log.with_name(f"{name}.txt")
    wanted.write_text(requirements, "utf-8")
    total = count([requirements])
    tell(f"installing {total} Python packages ({name})")
    steps = Steps(total)
    arguments = ["--require-hashes", "--no-deps", "--no-build-isolation", "--progress-bar", "off", "-r", str(wanted)]
    pip(python, arguments, log, steps.line)


def install_project(python: Path, root: Path, log: Path) -> None:
    """Put the checkout itself on the environment's path, and `hearth` among its programs."""
    arguments = ["--no-deps", "--no-build-isolation", "--editable", str(root)]
    pip(python, arguments, log, lambda line: None)


class Steps:
    """Turns pip's chatter into a line now and then."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._seen = 0

    def line(self, text: str) -> None:
        """Take one line of pip."""
        if text.startswith("Collecting "):
            self._seen += 1
            package = text.split()[1].split("==")[0]
            if self._seen % 10 == 0 or package in {"pyside6-essentials", "pyside6-addons", "panda3d", "vosk", "av"}:
                tell(f"  {self._seen} of {self._total}: {package}")
        elif text.startswith("Installing collected packages"):
            tell("  unpacking")


def pip(python: Path, arguments: list[str], log: Path, line: object) -> None:
    """Run pip install; SetupFault with the reason in one line where it fails."""
    lines: list[str] = []

    def take(text: str) -> None:
        lines.append(text)
        line(text)  # type: ignore[operator]

    # The console encoding of a bare machine may be ASCII; pip must still read a path with 中文.
    env = {"PYTHONUTF8": "1", "PIP_NO_INPUT": "1", "PIP_ROOT_USER_ACTION": "ignore", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    code = run_child([str(python), "-m", "pip", "install", *arguments], take, env)
    with log.open("a", encoding="utf-8") as file:
        file.write("\n".join([f"pip install {' '.join(arguments)}", *lines, ""]))
    if code != 0:
        raise reason(lines, log)


def reason(lines: list[str], log: Path) -> SetupFault:
    """Why pip failed, as a person would say it."""
    text = "\n".join(lines)
    if NO_SPACE.search(text):
        return SetupFault("the disk is full", "Free about 1.5 GB and start again; what is installed already stays.")
    if BAD_HASH.search(text):
        return SetupFault(
            "a downloaded package is not the one that was locked", f"Nothing of it was installed. Try again later. ({log})"
        )
    if NO_NETWORK.search(text):
        return SetupFault(
            "the Python package index cannot be reached",
            "Check the network (or your pip settings) and start again; what is installed already stays.",
        )
    errors = [line for line in lines if line.startswith("ERROR")] or lines[-1:]
    said = errors[0].removeprefix("ERROR: ")[:200] if errors else "no reason given"
    return SetupFault(f"pip failed: {said}", f"The whole story is in {log}. Python here is {sys.version.split()[0]}.")
