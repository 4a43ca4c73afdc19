"""Runs Hearth's doors as a user would: a process, its streams, its exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any


def environment(home: Path, **extra: str) -> dict[str, str]:
    """The environment of a door: its own data, plain English, no server."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("HEARTH_", "OPENAI_", "LC_"))}
    return {**kept, "HEARTH_HOME": str(home), "LANG": "en_US.UTF-8", "PYTHONWARNINGS": "error", **extra}


def door(home: Path, *arguments: str, stdin: str | bytes = "", **extra: str) -> subprocess.CompletedProcess[str]:
    """Run one to its end."""
    done = subprocess.run(
        [sys.executable, "-m", "desktop", *arguments],
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        capture_output=True,
        env=environment(home, **extra),
        timeout=60,
        check=False,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def objects(text: str) -> list[dict[str, Any]]:
    """One JSON object a line."""
    return [json.loads(line) for line in text.splitlines()]
