"""All benchmarks, each in a process of its own: ``python -m tests.benchmarks``."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def main() -> int:
    """Run them one after another; the number that failed."""
    failed = 0
    for path in sorted(Path(__file__).parent.glob("bench_*.py")):
        print(f"== {path.stem.removeprefix('bench_')}", flush=True)
        failed += subprocess.call([sys.executable, "-m", f"tests.benchmarks.{path.stem}"]) != 0
    return failed


if __name__ == "__main__":
    sys.exit(main())
