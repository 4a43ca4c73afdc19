"""Where things go in the terminal: her words to stdout, everything else to stderr, each line at once."""

from __future__ import annotations

import codecs
import io
import json
import os
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mind.events import FaultShown, Notice


def prepare_streams() -> None:
    """Lines leave at once, into a pipe too, and no character can stop them."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=wide(stream.encoding), errors="replace", line_buffering=True)


def wide(encoding: str | None) -> str:
    """`encoding`, or UTF-8 where the locale knows ASCII only: every ASCII terminal lets it through, and nothing is lost."""
    try:
        return "utf-8" if not encoding or codecs.lookup(encoding).name == "ascii" else encoding
    except LookupError:
        return "utf-8"


def nobody_reads() -> None:
    """The reader of stdout has gone. Python would complain once more when it flushes at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def print_words(text: str) -> None:
    """Her words."""
    if text:
        print(text, flush=True)


def print_json(value: dict[str, Any]) -> None:
    """One object, one line."""
    print(json.dumps(value, ensure_ascii=False), flush=True)


def print_notice(notice: Notice) -> None:
    """Words of the app: the AI notice, the crisis card."""
    lines = [notice.title, notice.text, *notice.lines]
    print("\n  ".join(lines), file=sys.stderr, flush=True)


def print_fault(fault: FaultShown) -> None:
    """A fault in one line: what, where, and the next step."""
    print(f"hearth: {fault.message} {fault.remedy}".rstrip(), file=sys.stderr, flush=True)
