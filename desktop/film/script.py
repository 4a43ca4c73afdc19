"""The script of a film: what the user says, a line each."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from mind.errors import EnvironmentFault
from mind.turn.words import kept_words

MOST_LINES: Final = 200
MOST_BYTES: Final = 200_000


def read_script(path: Path) -> tuple[str, ...]:
    """The user's lines; empty lines and those that begin with # are left out. Raises EnvironmentFault of kind `usage`."""
    try:
        raw = path.read_bytes()
    except OSError as fault:
        raise EnvironmentFault(f"{path} cannot be read ({fault.strerror})", "Name a text file.", kind="usage") from fault
    if len(raw) > MOST_BYTES:
        raise EnvironmentFault(f"{path} is longer than {MOST_BYTES} bytes", "Cut the script in parts.", kind="usage")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise EnvironmentFault(f"{path} is not UTF-8 text", "Save it as UTF-8.", kind="usage") from fault
    lines = tuple(words for line in text.splitlines() if not line.startswith("#") and (words := kept_words(line)))
    if len(lines) > MOST_LINES:
        raise EnvironmentFault(f"{path} has more than {MOST_LINES} lines", "Cut the script in parts.", kind="usage")
    return lines
