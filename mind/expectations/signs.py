"""Signs of what comes back over days, read from the user's own words: bad sleep, strain, a skipped meal, a worry, a good hour.

The wordings stand in assets/talk/signs. What others said, what is asked and what is only supposed is no sign.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache
from typing import Final

from assets import asset
from mind.languages import Lang
from mind.talk.normalise import Clause, clauses, clean
from mind.talk.whose import is_own

OVER_DAYS: Final = ("sleep", "stress", "meals", "late", "low", "good", "laugh")
LONGEST: Final = 600
QUOTED: Final = {"en": 110, "zh": 42, "ja": 48}
_SEEN: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"\b(?:saw|met|visited|called|rang|(?:coffee|dinner|lunch|breakfast|evening|afternoon|time|walk|drink|talk) "
                     r"with|was with) (?P<x>[A-Z][\w'-]+)"),
    "zh": re.compile(r"[跟和与](?P<x>[\u4e00-\u9fffA-Za-z]{1,4}?)"
                     r"(?:见面|见了|吃饭|吃了|聊天|聊了|逛|喝咖啡|通了?电话|打了?电话|视频)"),
    "ja": re.compile(r"(?P<x>[\u4e00-\u9fff\u3040-\u30ffA-Za-z]{1,8}?)"
                     r"(?:さん|ちゃん|くん)?と(?:会|話し|食事|ご飯|ごはん|出かけ|電話)"),
}
"""Someone the user was with, by name."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a turn of the user's is for these rules."""

    id: int
    text: str
    at: datetime
    lang: Lang


@dataclass(frozen=True, slots=True)
class Sign:
    """`sort` is one of `OVER_DAYS`, "worry" or "joy"; `about` what it is about, `quote` the words."""

    sort: str
    turn: Words
    quote: str
    about: str = ""


def signs_in(turns: Iterable[Words]) -> tuple[Sign, ...]:
    """Every sign in these turns, in their order."""
    return tuple(Sign(sort, turn, quote, about) for turn in turns for sort, quote, about in _read(turn.text[:LONGEST], turn.lang))


@lru_cache(maxsize=2048)
def _read(text: str, lang: Lang) -> tuple[tuple[str, str, str], ...]:
    """(sort, quote, about) for each sign of a text; of each sort and subject the first."""
    tables = _tables(lang)
    found: dict[tuple[str, str], str] = {}
    before: Clause | None = None
    cleaned = clean(text)
    for clause in clauses(cleaned, lang):
        if is_own(clause, before, cleaned) and not _of_another(clause):
            for sort, about in (*_sorts(clause, tables), *_joys(clause, tables)):
                found.setdefault((sort, about), _quoted(clause))
        before = clause
    return tuple((sort, quote, about) for (sort, about), quote in found.items())


_OTHERS: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"^(?:and |but |so |then )?"
                     r"(?:he|she|they|you|his|her|their|your|my (?!night|day|sleep|week|head|mood|run|work)"
                     r"\w+(?: \w+)?|our \w+|the (?:baby|neighbours|kids|dog|cat)) (?!and i )"
                     r"(?:is|was|are|were|has|had|have|did|does|do|can|could|slept|sleeps|feels|felt|skipped|worked|works|cried|ran|"
                     r"forgot|woke|seems|looks|'s)\b"),
    "zh": re.compile(r"^(?:他|她|它|他们|她们|你|我(?:的|家)?"
                     r"(?:妈|爸|哥|姐|弟|妹|老公|老婆|儿子|女儿|孩子|宝宝|朋友|同事|老板|室友|猫|狗)"
                     r"(?!.{0,4}(?:和我|跟我)))"),
    "ja": re.compile(r"^(?:彼|彼女|母|父|姉|兄|弟|妹|息子|娘|子供|子ども|"
                     r"夫|妻|友達|同僚|上司|猫|犬|あなた|ミラ|赤ちゃん)(?:は|が|も)"),
}


def _of_another(clause: Clause) -> bool:
    return bool(_OTHERS[clause.lang].search(clause.norm))


def _sorts(clause: Clause, tables: _Tables) -> Iterator[tuple[str, str]]:
    for sort in OVER_DAYS:
        for pattern in tables.sorts[sort]:
            hit = pattern.search(clause.norm)
            if hit and not (sort in ("good", "low", "stress") and tables.denied.search(clause.norm[: hit.start()])):
                yield sort, ""
                break
    for pattern in tables.sorts["worry"]:
        hit = pattern.search(clause.norm)
        if hit and not tables.denied.search(clause.norm[: hit.start()]):
            yield "worry", _TRAILING.sub("", hit["x"].strip())
            break


_TRAILING: Final = re.compile(r"(?: (?:again|too|now|today|tonight|lately|still|all the time|a lot|so much|these days))+$")
"""What stands behind a worry in English and is no part of it."""


def _joys(clause: Clause, tables: _Tables) -> Iterator[tuple[str, str]]:
    for name, pattern in tables.joys.items():
        if pattern.search(clause.norm):
            yield "joy", name
    seen = _SEEN[clause.lang].search(clause.raw)
    if seen and seen["x"] not in ("I", "我", "你", "私"):
        yield "joy", f"@{re.sub(chr(39) + 's$', '', seen['x'])}"


def _quoted(clause: Clause) -> str:
    """The clause as it was written, cut where it is long."""
    words = " ".join(clause.raw.split()).strip(" ,，、。.!！")
    limit = QUOTED[clause.lang]
    if len(words) <= limit:
        return words
    cut = words[:limit]
    return (cut.rsplit(" ", 1)[0] if clause.lang == "en" else cut) + "…"


@dataclass(frozen=True, slots=True)
class _Tables:
    sorts: Mapping[str, tuple[re.Pattern[str], ...]]
    joys: Mapping[str, re.Pattern[str]]
    denied: re.Pattern[str]


@cache
def _tables(lang: Lang) -> _Tables:
    kept = tomllib.loads(asset("talk", "signs", f"{lang}.toml").read_text("utf-8"))
    sorts = {name: tuple(re.compile(one) for one in kept[name]) for name in (*OVER_DAYS, "worry")}
    return _Tables(sorts, {name: re.compile(one) for name, one in kept["joys"].items()}, re.compile(kept["denied"]))
