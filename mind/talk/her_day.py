"""Her own days: a project a week, an interest for three, and each dawn a thing noticed or an opinion that changed.

Which threads there are follows from the date alone, so that she tells the same of a day whenever she is asked. What she has
told is in the ledger of sentences: no step comes twice. `docs/talk-format.md` says how the threads are written.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from mind.talk.ledger import split_sentences
from mind.talk.perception import ActHit, Perception
from mind.talk.scenery import Env, Talk
from mind.talk.step import Move, Step
from mind.talk.units import Day, DayKind, Line, Lines

WEEK: Final = 7
THREADS: Final = 3
INTEREST_WEEKS: Final = 3
INTEREST_STEP: Final = 3
"""Days between two steps of an interest."""
OPEN_SHARE: Final = 0.4
"""How often a first sentence stands before what she tells of her day."""
REMEMBERED: Final = 4
"""Turns after telling of a thread within which "and then?" means it."""


def threads(talk: Talk, day: date | None = None) -> list[tuple[Day, Line]]:
    """Today's threads with today's step of each: three, or as many as the language has."""
    today = (day or talk.scene.now.date()).toordinal()
    week = today // WEEK
    kinds: dict[DayKind, list[Day]] = {}
    for unit in talk.content.days.values():
        kinds.setdefault(unit.kind, []).append(unit)
    chosen: list[tuple[Day, int]] = []
    projects = kinds.get("project", [])
    if projects:
        chosen.append((projects[week % len(projects)], today % WEEK))
    if interests := kinds.get("interest"):
        span = INTEREST_WEEKS * WEEK
        chosen.append((interests[today // span % len(interests)], today % span // INTEREST_STEP))
    passing = [*kinds.get("noticed", []), *kinds.get("opinion", [])]
    if passing:
        chosen.append((passing[_shuffled(today, len(passing))], 0))
    for nth in range(1, len(projects)):
        if len(chosen) >= THREADS:
            break
        chosen.append((projects[(week + nth) % len(projects)], today % WEEK))
    shift = today % max(1, len(chosen))
    return [(unit, unit.steps[min(step, len(unit.steps) - 1)]) for unit, step in chosen[shift:] + chosen[:shift] if unit.steps]


def _shuffled(number: int, size: int) -> int:
    """Day `number`'s place in a round of `size`: each place once a round, in an order that changes from round to round."""
    turn, place = divmod(number, size)
    order = sorted(range(size), key=lambda i: zlib.crc32(f"{turn}:{i}".encode()))
    return order[place]


def todays(talk: Talk) -> list[Line]:
    """Today's step of each thread."""
    return [line for _, line in threads(talk)]


# --- asked about


def her_day(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """"How was your day?": what of it was not told yet, then more of it, then that it is told."""
    yield from her_thread(talk, p)
    opening = talk.content.frame("day.open") if talk.rng.random() < OPEN_SHARE else ()
    for unit, line in threads(talk):
        yield _told(talk, unit, (line,), opening)
    for unit, _ in threads(talk):
        yield _told(talk, unit, unit.more)
    yield Step("her.day", talk.content.frame("day.quiet"))


def her_lately(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """"What have you been into lately?": the interest of these weeks first."""
    yield from her_thread(talk, p)
    order: dict[DayKind, int] = {"interest": 0, "project": 1, "opinion": 2, "noticed": 3}
    ranked = sorted(threads(talk), key=lambda pair: order[pair[0].kind])
    for unit, line in ranked:
        yield _told(talk, unit, (line,))
    for unit, _ in ranked:
        yield _told(talk, unit, unit.more)
    yield Step("her.day", talk.content.frame("day.quiet"))


def her_thread(talk: Talk, p: Perception) -> Iterator[Step]:
    """"How is the scarf going?": today's step of that thread, more of it, or what became of it."""
    asked = named_thread(talk, p)
    if asked is None:
        return
    running = {unit.id: line for unit, line in threads(talk)}
    if asked.id in running:
        yield _told(talk, asked, (running[asked.id],))
        yield _told(talk, asked, (*asked.more, *asked.why))
        yield _told(talk, asked, talk.content.frame("day.more"))
    elif asked.kind in ("project", "interest"):
        yield _told(talk, asked, (*asked.done, *asked.more))
        yield _told(talk, asked, talk.content.frame("day.done"))
    else:
        yield _told(talk, asked, (*asked.steps, *asked.more))


def named_thread(talk: Talk, p: Perception) -> Day | None:
    """The thread that a question names; those of today before others. A thing of the user's own is none."""
    if not (p.question or p.act("ask.more") or p.act("her.day")):
        return None
    units = [unit for unit, _ in threads(talk)]
    units += [unit for unit in talk.content.days.values() if unit not in units]
    for unit in units:
        for word in (w for w in unit.words if w):
            if any(c.question and _asks_after(c.norm, word, p.lang) for c in p.clauses):
                return unit
    return None


def _asks_after(norm: str, word: str, lang: str) -> bool:
    if lang != "en":
        return word in norm and not any(mine in norm for mine in ("我", "私", "僕", "うちの"))
    padded = f" {norm}"
    # "Who knitted the blanket?" is of somebody they told her of.
    articles = ("your",) if norm.startswith("who ") else ("your", "the", "that")
    return any(f" {its} {word} " in padded for its in articles) and " my " not in padded and " i " not in padded


def _told(talk: Talk, unit: Day, lines: Lines, opening: Lines = ()) -> Step:
    def noted() -> None:
        talk.state.tale = {"k": "day", "id": unit.id, "at": talk.state.n}

    return Step("her.day", lines, before=opening, then=noted)


def note_told(talk: Talk, sentences: Iterable[str]) -> None:
    """Keep in mind a step of today's that an answer held ("how are you?"), so that they may ask on."""
    said = set(sentences)
    for unit, line in threads(talk):
        if said & set(split_sentences(line.text)):
            talk.state.tale = {"k": "day", "id": unit.id, "at": talk.state.n}


# --- brought up


def day_moves(talk: Talk, use: float) -> Iterator[Move]:
    """Today's steps as things she tells of herself."""
    for unit, line in threads(talk):
        yield Move("tell", (line,), {}, use, id=f"day.{unit.id}")


# --- "and then?"


def tale_steps(talk: Talk, p: Perception) -> Iterator[Step]:
    """What she answers to "really?", "how come?" and "and then?" after something she told."""
    tale = talk.state.tale
    yield from her_thread(talk, p)
    if not tale or talk.state.n - int(tale["at"]) > REMEMBERED:
        return
    if talk.state.question is not None and talk.state.n - int(tale["at"]) > 1:
        return
    unit = talk.content.days.get(str(tale["id"])) if tale["k"] == "day" else talk.content.tells.get(str(tale["id"]))
    more, why = (unit.more, unit.why) if unit is not None else ((), ())

    def kept() -> None:
        talk.state.tale = {**tale, "at": talk.state.n}

    if p.act("ask.why"):
        yield Step("tale:why", why, move=False, then=kept)
        yield Step("tale:why", talk.content.frame("tell.why"), move=False, then=kept)
    if p.act("ask.really"):
        yield Step("tale:really", talk.content.frame("tell.really"), more=((more, {}),), move=not more, then=kept)
    if p.act("ask.more"):
        yield Step("tale:more", (*more, *why), move=False, then=kept)
        yield Step("tale:more", talk.content.frame("day.more" if tale["k"] == "day" else "tell.then"), then=kept)
