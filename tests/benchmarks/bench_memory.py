"""What years of talk cost: ``python -m tests.benchmarks.bench_memory [TURNS [MEMORIES]]`` (60000 3000).

Figures, a line each, as ``name value unit``: on the clock, and in brackets what the processor worked for it. Invented talk,
the offline brain, a folder that goes afterwards.
"""

from __future__ import annotations

import asyncio
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from mind.brains import OfflineBrain
from mind.character import MIRA
from mind.clock import SystemClock
from mind.events import ReplyEnded
from mind.store import SqliteStore, SqlUnitOfWork, open_store
from mind.store.backups import make_backup
from mind.store.check import check, mend
from mind.talk import RulePlanner
from mind.turn import Companion, memory_views
from tests.support.store_grown import Words, Years, grow
from tests.support.store_samples import MONDAY, files_holding, keep
from tests.support.store_samples import fact as a_fact

TURNS: Final = 48
SAID: Final = (
    "I had a long day at work", "What do you remember about me?", "My sister is called Anna", "tell me a joke",
    "do you remember what I like?", "how are you?", "I'm a bit tired", "do you know my sister's name?",
)  # fmt: skip


class Later(SystemClock):
    """The time after the last invented turn."""

    def __init__(self) -> None:
        self._past = MONDAY.timestamp() + 10_800 - time.time()

    def now(self) -> datetime:
        return datetime.fromtimestamp(time.time() + self._past, MONDAY.tzinfo)


def told(name: str, work: Callable[[], object], times: int = 1) -> None:
    """The median of a piece of work."""
    clock, processor = [], []
    for _ in range(times):
        began, worked = time.perf_counter(), time.process_time()
        work()
        clock.append((time.perf_counter() - began) * 1000)
        processor.append((time.process_time() - worked) * 1000)
    print(f"{name} {statistics.median(clock):.1f} ms ({statistics.median(processor):.1f})", flush=True)


async def turns(store: SqliteStore) -> None:
    """Whole turns with the offline brain, and their stages."""
    she = Companion(store, RulePlanner(), None, OfflineBrain(), MIRA, clock=Later(), seed=7)
    words, taken, worked, stages = Words(5), [], [], dict[str, list[float]]()
    async for _ in she.greet():
        pass
    for number in range(TURNS + len(SAID)):
        said = SAID[number % len(SAID)] if number % 3 else f"I like {words.rare()} and {words.rare()}"
        began, processor = time.perf_counter(), time.process_time()
        async for event in she.say(said):
            if isinstance(event, ReplyEnded) and number >= len(SAID):
                for stage, milliseconds in event.reply.ms.items():
                    stages.setdefault(stage, []).append(milliseconds)
        if number >= len(SAID):
            taken.append((time.perf_counter() - began) * 1000)
            worked.append((time.process_time() - processor) * 1000)
    await she.close()
    p95 = statistics.quantiles(taken, n=20)[-1]
    print(f"turn {statistics.median(taken):.1f} ms ({statistics.median(worked):.1f}; p95 {p95:.1f})")
    for stage, found in stages.items():
        print(f"turn_{stage} {statistics.median(found):.1f} ms", flush=True)


def views(store: SqliteStore) -> None:
    """What the pages of memory read."""

    def within(work: Callable[[SqlUnitOfWork], object]) -> Callable[[], object]:
        return lambda: store.call(work)

    told("page_of_200", within(lambda unit: memory_views.timeline(unit, 200, None)), 5)
    told("search_rare", within(lambda unit: memory_views.search(unit, "banolomx", 20)), 5)
    told("search_common", within(lambda unit: memory_views.search(unit, "today at work I like", 20)), 5)
    told("people", within(lambda unit: memory_views.known_people(unit, MONDAY)))
    told("plans", within(lambda unit: memory_views.loops(unit, MONDAY)))


def forgetting(store: SqliteStore) -> None:
    """One memory, until no byte of it is in the folder."""
    number = 0

    def work() -> None:
        store.call(lambda unit: (unit.memories.forget(kept[number].id), unit.commit()))

    words = [f"zq{place}orblax" for place in range(3)]
    kept: list[Any] = store.call(
        lambda unit: ([keep(unit, a_fact(word, f"user.pet.{word}.name")) for word in words], unit.commit())
    )[0]
    for number in range(3):
        told(f"forget_{number + 1}", work)
    left = [name for word in words for name in files_holding(store.folder.path, word)]
    print(f"files_with_forgotten_words {len(left)}", flush=True)


def main(many: int = 60_000, memories: int = 3_000) -> None:
    """Fill, measure, tidy."""
    folder = Path(tempfile.mkdtemp(prefix="hearth-years-"))
    try:
        years = Years(many, memories, min(2_000, many), days=max(30, many * 548 // 60_000))
        told("fill", lambda: grow(folder, years))
        print(f"database {(folder / 'hearth.db').stat().st_size / 2**20:.0f} MB", flush=True)
        shutil.rmtree(folder / "backups")
        told("open", lambda: open_store(folder).close(), 3)
        asyncio.run(turns(open_store(folder)))
        store = open_store(folder)
        views(store)
        shutil.rmtree(folder / "backups", ignore_errors=True)
        forgetting(store)
        told("backup", lambda: store.call(lambda unit: make_backup(unit.scope.connection, unit.scope.dialect, store.folder)))
        told("mend_and_reindex", lambda: store.call(lambda unit: (mend(unit), unit.commit())))
        store.close()
        told("check", lambda: check(folder))
        print(f"findings {len(check(folder).findings)}")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
