"""Stores of many years, filled in bulk with invented talk: what stays quick with them stays quick for everyone.

Everything hangs on the seed: the same figures give the same store.
"""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any, Final

from mind.domain import BondEvent
from mind.store import open_store
from mind.store.search import memory_words
from mind.store.sqlite.upkeep import driver
from mind.store.terms import index_text
from mind.store.unit import SqlUnitOfWork
from tests.support.store_samples import MONDAY

AT_ONCE: Final = 20_000
START: Final = "ba be bi bo da di do fa fe ga go ka ke ki ko la le li lo ma me mi mo na ne ni pa pe ra re ro sa se so ta te ti to"
END: Final = "n r l m nd rt st lk sh th ng ck mp x"
CJK: Final = "春夏秋冬山水火木金土日月花草鸟鱼虫马牛羊米茶酒书画诗歌船车门窗桌椅灯笔纸衣帽鞋雨雪风云星光夜晨街桥河海湖岛"
OPENINGS: Final = ("I think", "Today", "You know", "My neighbour says", "Well", "Honestly", "We saw", "At work", "Last night")
SITTING: Final = 24
"""Turns of one sitting."""


@dataclass(frozen=True)
class Years:
    """How much there is: turns and memories spread over `days` to `until`, and bond events of the newest turns."""

    turns: int = 60_000
    memories: int = 3_000
    events: int = 2_000
    days: int = 548
    until: datetime = MONDAY
    seed: int = 1
    companion: str = "mira"


class Words:
    """Invented words, the first of them far more common than the rest, as in any language."""

    def __init__(self, seed: int, many: int = 12_000) -> None:
        self.choice = random.Random(seed)
        starts, ends = START.split(), END.split()
        made: dict[str, None] = {}
        while len(made) < many:
            made["".join(self.choice.choices(starts, k=self.choice.randint(1, 3))) + self.choice.choice(ends)] = None
        self.words = list(made)
        self._heads = list(accumulate(1 / (rank + 3) for rank in range(many)))

    def some(self, count: int) -> list[str]:
        """Common and rare ones, as they come."""
        return self.choice.choices(self.words, cum_weights=self._heads, k=count)

    def rare(self) -> str:
        """One that hardly anything else holds."""
        return self.choice.choice(self.words[2000:])

    def said(self) -> tuple[str, str]:
        """A turn and its language."""
        if self.choice.random() < 0.08:
            return "".join(self.choice.choices(CJK, k=self.choice.randint(6, 24))) + "。", "zh"
        opening = self.choice.choice(OPENINGS)
        return f"{opening} {' '.join(self.some(self.choice.randint(4, 22)))}.", "en"


def grow(folder: Path, years: Years = Years()) -> None:
    """Fill the store in `folder`, made if it is not there."""
    store = open_store(folder, companion=years.companion)
    try:
        words = Words(years.seed)
        store.call(lambda unit: _turns(unit, years, words))
        store.call(lambda unit: _memories(unit, years, words))
        store.call(lambda unit: _events(unit, years, words))
    finally:
        store.close()


def _turns(unit: SqlUnitOfWork, years: Years, words: Words) -> None:
    raw, owner = driver(unit.scope.connection), unit.scope.owner()
    first = unit.turns.newest() + 1
    began, apart = years.until - timedelta(days=years.days), timedelta(days=years.days) / max(1, years.turns / SITTING)
    hers_meta = json.dumps({"need": "company", "acts": ["listen"], "brain": "offline", "model": "", "memories_used": []})

    def rows() -> Iterator[tuple[Any, ...]]:
        for number in range(years.turns):
            text, lang = words.said()
            hers, row = number % 2, first + number
            at = began + (number // SITTING) * apart + timedelta(seconds=20 * (number % SITTING))
            yield (
                row, owner["companion_id"], owner["person_id"], "companion" if hers else "user", text, at.isoformat(), lang,
                "own" if hers else "typed", "complete" if hers else None, row - 1 if hers else None,
                hers_meta if hers else "{}", first + number - number % SITTING, "window", "room evening", "{}",
            )  # fmt: skip

    names = "id companion_id person_id speaker text at lang channel ended reply_to meta sitting place scene mood"
    for part in _parts(rows()):
        _insert(raw, "turn", names.split(), part)
        _index(raw, "turn_words", ((row[0], row[4]) for row in part))
    unit.commit()


def _memories(unit: SqlUnitOfWork, years: Years, words: Words) -> None:
    raw, owner = driver(unit.scope.connection), unit.scope.owner()
    newest, first = unit.turns.newest(), int(raw.execute("SELECT coalesce(max(id), 0) FROM memory").fetchone()[0]) + 1
    latest: dict[str, int] = {}
    made: list[list[Any]] = []
    for number in range(years.memories):
        # Words of the user stand in odd places: she answers each.
        turn_id = newest - years.turns + 1 + (number * years.turns // years.memories) // 2 * 2
        said_at = years.until - timedelta(days=years.days) * (1 - number / years.memories)
        kind, key, value, text, slots, due = _fact(words, number, said_at)
        row = first + number
        if key in latest:
            made[latest[key] - first][13] = row
        latest[key] = row
        made.append([
            row, owner["companion_id"], owner["person_id"], turn_id, kind, key, value, text, f"and {value} it is", "en", 0.9,
            True, said_at.isoformat(), None, json.dumps(slots), due.isoformat() if due else None, "user", 1.0, 0, False, False,
        ])  # fmt: skip
    names = (
        "id companion_id person_id turn_id kind key value text quote lang confidence single said_at superseded_by slots due "
        "source salience uses pinned muted"
    )
    raw.execute("PRAGMA defer_foreign_keys = ON")
    for part in _parts(made):
        _insert(raw, "memory", names.split(), part)
        _index(raw, "memory_words", ((row[0], memory_words(row[7], row[8], row[6], row[4])) for row in part))
    unit.commit()


def _fact(words: Words, number: int, said_at: datetime) -> tuple[str, str, str, str, dict[str, str], datetime | None]:
    """A kind that rules know, its key, value, sentence, slots and date."""
    word, name = f"{words.rare()}{words.rare()}", words.rare().capitalize()
    match number % 8:
        case 0:
            due = said_at + timedelta(days=3)
            return "plan.event", f"user.plan.{word}", word, f"You have a {word} coming up.", {"event": word}, due
        case 1:
            return "other.job", f"user.named.{name.lower()}.job", word, f"{name} is a {word}.", {"who": name, "job": word}, None
        case 2:
            return "reading", "user.now.reading", word, f"You are reading {word}.", {"x": word}, None
        case 3:
            return "person.one", f"user.people.cousin.{name.lower()}.name", name, f"Your cousin is called {name}.", {
                "kin": "cousin", "name": name,
            }, None  # fmt: skip
        case 4:
            return "hobby", f"user.hobby.{word}", word, f"You spend time with {word}.", {"hobby": word}, None
        case _:
            return "likes", f"user.taste.{word}", f"likes {word}", f"You like {word}.", {"x": word}, None


def _events(unit: SqlUnitOfWork, years: Years, words: Words) -> None:
    newest = unit.turns.newest()
    first = newest - years.turns + 1
    for number in range(years.events):
        turn_id = first + (number * years.turns // years.events) // 2 * 2
        at = years.until - timedelta(days=years.days) * (1 - number / years.events)
        kind: Any = words.choice.choice(("chat", "chat", "chat", "disclose", "affection", "support"))
        unit.ledger.apply([BondEvent(kind, " ".join(words.some(6)))], at, turn_id)
    unit.commit()


def _insert(raw: sqlite3.Connection, table: str, names: list[str], rows: Iterable[Any]) -> None:
    marks = ", ".join("?" * len(names))
    raw.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", rows)


def _index(raw: sqlite3.Connection, table: str, rows: Iterable[tuple[int, str]]) -> None:
    raw.executemany(f"INSERT INTO {table} (rowid, words) VALUES (?, ?)", ((row, index_text(text)) for row, text in rows))


def _parts(rows: Iterable[Any]) -> Iterator[list[Any]]:
    part: list[Any] = []
    for row in rows:
        part.append(row)
        if len(part) == AT_ONCE:
            yield part
            part = []
    if part:
        yield part
