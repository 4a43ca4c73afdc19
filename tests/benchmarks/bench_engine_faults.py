"""Many engines that hang and die: ``python -m tests.benchmarks.bench_engine_faults [HOW_MANY]`` (500).

Figures, a line each, as ``name value unit``; exit code 1 where anything was left behind or a reply did not go on.
"""

from __future__ import annotations

import logging
import random
import sys
import tempfile
import time
from pathlib import Path

from tests.support.voice_injection import inject


def main() -> int:
    """Inject, and tell."""
    logging.disable()
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    seed = random.SystemRandom().randrange(2**32)
    began = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="plans-") as folder:
        outcome = inject(count, Path(folder), seed)
    print(f"seed {seed}")
    print(f"injected {sum(outcome.injected.values())} failures in {time.perf_counter() - began:.0f} s")
    for act, times in sorted(outcome.injected.items()):
        print(f"  {act} {times}")
    print(f"sentences {outcome.sentences}, of which {outcome.captions} as captions alone")
    print(f"unfinished {outcome.unfinished}\nsilent {outcome.silent}\nmisheard {len(outcome.misheard)}")
    print(f"outages {outcome.outages}\nnotices {len(outcome.told)}")
    print(f"longest_frame {1000 * outcome.longest_tick:.1f} ms")
    print(f"orphans {len(outcome.orphans)}\nfolders_left {len(outcome.left)}")
    return int(bool(outcome.unfinished or outcome.silent or outcome.misheard or outcome.orphans or outcome.left))


if __name__ == "__main__":
    sys.exit(main())
