"""A column of the knit in words: for its plate, for a screen reader, and at the deepest hurt."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from desktop.bond_page.causes import EVERYDAY, HURTS
from desktop.bond_page.columns import Column
from desktop.bond_page.spans import later, sentence, told_day, told_range
from desktop.theme.words import table, words
from mind.bond.days import DAWN, opened_rupture
from mind.domain import DayCause

MOST: Final = 4


@dataclass(frozen=True, slots=True)
class Open:
    """What is needed to say how a hurt ended: ids of events whose hurt is open, and the hour it is."""

    hurts: Collection[int]
    now: datetime


def title(cause: str, rule: str = "", stage: int | None = None) -> str:
    """What happened, in a few words: ``You kept a promise``."""
    if cause == "milestone":
        own = f"bond.title.{rule}_{stage}"
        return words()(own if stage is not None and own in table(words().lang) else f"bond.title.{rule}")
    key = "bond.title.repeat" if rule == "repeat" else f"bond.title.{cause}"
    return words()(key if key in table(words().lang) else "bond.title.other")


def ended(cause: DayCause, open_ones: Open) -> str:
    """How a hurt ended, after a comma: ``mended 30 October``; empty where it just passed within a day."""
    if cause.mended is not None:
        return words()("bond.mended_short", day=told_day((cause.mended - DAWN).date(), open_ones.now))
    if cause.event_id in open_ones.hurts:
        return words()("bond.still_open")
    return words()("bond.eased") if opened_rupture(cause) else ""


def ended_later(cause: DayCause, open_ones: Open) -> str:
    """The same counted from the hurt: ``mended a week later``."""
    if cause.mended is not None:
        days = ((cause.mended - DAWN).date() - (cause.at - DAWN).date()).days
        return words()("bond.mended_later", time=later(days)) if days > 0 else words()("bond.mended_same")
    return words()("bond.still_open") if cause.event_id in open_ones.hurts else words()("bond.eased")


def told_causes(column: Column) -> Iterator[DayCause]:
    """What is told of a column: hurts first, each kind once."""
    seen: set[tuple[str, str]] = set()
    for cause in sorted(column.causes, key=lambda one: one.cause not in HURTS):
        key = (cause.cause, cause.rule if cause.cause == "milestone" else "")
        if cause.cause in EVERYDAY or key in seen:
            continue
        seen.add(key)
        yield cause


def column_text(column: Column, open_ones: Open) -> str:
    """``23 October, hurt: a promise dropped, mended 30 October``, or what else happened, or that it was quiet."""
    when = told_range(column.first, column.last, open_ones.now)
    told = list(told_causes(column))
    if not told:
        return words()("bond.quiet_day", day=when) if column.first == column.last else words()("bond.quiet_days", range=when)
    hurts = [hurt_text(when, cause, open_ones) for cause in told if cause.cause in HURTS]
    others = [title(cause.cause, cause.rule) for cause in told if cause.cause not in HURTS]
    if hurts:
        return words()("bond.join").join([*hurts, *others])
    return words()("bond.said", day=when, told=words()("bond.join").join(others))


def hurt_text(when: str, cause: DayCause, open_ones: Open) -> str:
    """One hurt with its day and how it ended."""
    hurt = words()("bond.hurt_said", day=when, what=what(cause.cause))
    if cause.mended is not None:
        return words()("bond.hurt_mended", hurt=hurt, day=told_day((cause.mended - DAWN).date(), open_ones.now))
    if cause.event_id in open_ones.hurts:
        return words()("bond.hurt_open", hurt=hurt)
    return words()("bond.hurt_eased", hurt=hurt) if opened_rupture(cause) else hurt


def what(kind: str) -> str:
    """A hurt as a thing: ``a promise dropped``."""
    return words()(f"bond.what.{kind}")


def annotation(cause: DayCause, open_ones: Open) -> tuple[str, str]:
    """The two lines at the deepest hurt."""
    return sentence(what(cause.cause)), ended_later(cause, open_ones)
