"""Child processes of set-up: empty stdin (apt and pip would eat the user's lines), output to stderr or a log."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Mapping, Sequence


def run_child(command: Sequence[str], line: Callable[[str], None], env: Mapping[str, str] | None = None) -> int:
    """Run `command`, give each output line to `line`; its exit code."""
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, **(env or {})},
        text=True,
        errors="replace",
    ) as child:
        assert child.stdout is not None
        for text in child.stdout:
            line(text.rstrip())
    return child.returncode
