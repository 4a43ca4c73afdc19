"""Numbers together with what they count: 三本 さんぼん, 一人 ひとり, 二十日 はつか, 七時 しちじ."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from voice.reading.japanese.numbers import cardinal, doubled

TABLE: Final = Path(__file__).with_name("counters.tsv")
STOPPED: Final = {
    "k": (1, 6, 8, 10),
    "K": (1, 6, 8, 10),
    "s": (1, 8, 10),
    "S": (1, 8, 10),
    "t": (1, 8, 10),
    "h": (1, 6, 8, 10),
    "p": (1, 6, 8, 10),
}
"""Last figures (10 for a round ten) after which a sound is doubled."""

VOICED: Final = {"か": "が", "け": "げ", "そ": "ぞ", "ほ": "ぼ", "ひ": "び", "は": "ば", "ふ": "ぶ", "へ": "べ"}
POPPED: Final = {"ほ": "ぽ", "ひ": "ぴ", "は": "ぱ", "ふ": "ぷ", "へ": "ぺ"}
DAYS: Final = {
    1: "いちにち", 2: "ふつか", 3: "みっか", 4: "よっか", 5: "いつか", 6: "むいか", 7: "なのか", 8: "ようか", 9: "ここのか",
    10: "とおか", 14: "じゅうよっか", 17: "じゅうしちにち", 19: "じゅうくにち", 20: "はつか", 24: "にじゅうよっか",
    27: "にじゅうしちにち", 29: "にじゅうくにち",
}  # fmt: skip
DAY_WORDS: Final = {
    "日": "",
    "日間": "かん",
    "日目": "め",
    "日後": "ご",
    "日前": "まえ",
    "日ぶり": "ぶり",
    "日ほど": "ほど",
    "日ぐらい": "ぐらい",
    "日くらい": "くらい",
    "日分": "ぶん",
    "日連続": "れんぞく",
}


@dataclass(frozen=True, slots=True)
class Counter:
    """A counter in kana, how a number meets it, and readings of certain numbers with it."""

    kana: str
    kind: str
    special: dict[int, str]


@functools.cache
def counters() -> dict[str, Counter]:
    """Counters by how they are written."""
    found = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            written, kana, kind, *special = line.split("\t")
            found[written] = Counter(kana, kind, {int(key): said for key, _, said in (one.partition("=") for one in special)})
    return found


@functools.cache
def written_counters() -> tuple[str, ...]:
    """Every counter, longest first."""
    return tuple(sorted((*counters(), *DAY_WORDS), key=len, reverse=True))


def counted(number: int, written: str, *, of_month: bool = False) -> str:
    """`number` with a counter of the table; of_month: a day after its month (ついたち)."""
    if written in DAY_WORDS:
        return day(number, DAY_WORDS[written], of_month)
    counter = counters()[written]
    if number in counter.special:
        return counter.special[number]
    tail = number % 10 if written not in ("つ", "つ目", "歳", "才", "人", "缶") or number < 10 else -1
    if tail in counter.special and tail and number > 10 and tail > 3:
        return cardinal(number - tail) + counter.special[tail]
    return met(number, counter)


def met(number: int, counter: Counter) -> str:
    """The number, the counter, and what the two do to each other."""
    said, kana = cardinal(number), counter.kana
    last = 10 if number % 100 == 10 or (number % 10 == 0 and number % 100 != 0) else number % 10
    hundred, thousand = number % 1000 and number % 100 == 0, number and number % 1000 == 0 and number % 10000 != 0
    kind = counter.kind
    if kind in STOPPED and ((last in STOPPED[kind] and number % 100) or (hundred and kind in "kKhp")):
        return doubled(said) + (POPPED.get(kana[0], kana[0]) + kana[1:] if kind in "hp" else kana)
    if kind in "KShp" and (last == 3 or thousand):
        change = POPPED if kind == "p" and last == 3 else VOICED
        return said + change.get(kana[0], kana[0]) + kana[1:]
    return said + kana


def day(number: int, rest: str, of_month: bool) -> str:
    """Days have names of their own up to ten, and some after."""
    if number == 1 and of_month and not rest:
        return "ついたち"
    return DAYS.get(number, cardinal(number) + "にち") + rest


def how_many(written: str) -> str | None:
    """何 with a counter: 何本 なんぼん; None where it is no counter of ours."""
    if written in DAY_WORDS:
        return "なんにち" + DAY_WORDS[written]
    counter = counters().get(written)
    if counter is None or written in ("つ", "つ目", "言", "息", "目", "晩", "口", "組", "点"):
        return None
    change = POPPED if counter.kind == "p" else VOICED
    first = change.get(counter.kana[0], counter.kana[0]) if counter.kind in "KShp" else counter.kana[0]
    return "なん" + first + counter.kana[1:]
