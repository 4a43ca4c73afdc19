"""What a turn tells of numbers, of one thing instead of another, and of a thing and its reason: more than the thing itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from mind.languages import Lang
from mind.talk.agreement import swap_persons
from mind.talk.focus import turned_clause
from mind.talk.perception import Perception
from mind.talk.scenery import Talk
from mind.talk.step import Step

SHARE: Final = 0.7
"""How often it is taken up where it could be."""
LONGEST: Final = 90
_COUNTED: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(
        r"\b(\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|a hundred)"
        r" (?!o'clock|am\b|pm\b|percent|(?:year|minute|hour|day|week|month)s?\b)(?:[a-z]{3,}s|people|men|women)\b"
    ),
    "zh": re.compile(
        "([0-9]{1,4}|[两三四五六七八九十百]{1,3})(?:个|只|条|本|次|遍|份|块|张|杯|碗|家|位|封|双)"
        "(?!月|小时|星期|礼拜|钟头|人份)"
    ),
}
_INSTEAD: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"\bnot (?:a |an |the )?(\w+(?: \w+)?) but (?:a |an |the )?(\w+(?: \w+)?) $"),
    "zh": re.compile("不是([^，是不]{1,8}?)[，,]?(?:而是|就是|是)([^，了吗]{1,8})$"),
}


def told_so(talk: Talk, p: Perception) -> Iterator[Step]:
    """A number that was counted, one thing instead of another, a thing and its reason."""
    if p.question or talk.low or talk.rng.random() > SHARE:
        return
    frame = talk.content.frame
    for clause in p.clauses:
        if (pattern := _COUNTED.get(p.lang)) and (found := pattern.search(clause.norm)):
            yield Step("echo:number", frame("echo.number"), {"n": found[1] if p.lang == "en" else found[0]})
        if (pattern := _INSTEAD.get(p.lang)) and (found := pattern.search(clause.norm)):
            x, y = (swap_persons(found[n].strip(), p.lang) for n in (1, 2))
            yield Step("echo:contrast", frame("echo.contrast"), {"x": x, "y": y})
    cause = _because(p)
    if cause is not None:
        yield Step("echo:cause", frame("echo.cause"), {"x": cause[0], "cause": cause[1]})


def _because(p: Perception) -> tuple[str, str] | None:
    """A short English clause and the one behind its "because", both turned to "you"."""
    if p.lang != "en" or len(p.clauses) != 2 or not p.clauses[1].norm.startswith("because "):
        return None
    first, second = (turned_clause(clause) for clause in p.clauses)
    return (first, second) if first and second and len(first) + len(second) <= LONGEST else None
