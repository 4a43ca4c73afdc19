"""Riddles: asked, hinted at, answered, never the same twice while others are left."""

from __future__ import annotations

from collections.abc import Iterator

from mind.talk.activities.common import Data, over, playing, say
from mind.talk.perception import Perception
from mind.talk.scenery import Talk
from mind.talk.step import Step
from mind.talk.units import Riddle


def begin(talk: Talk) -> Iterator[Step]:
    """Ask a fresh one."""
    played = set(talk.state.games)
    fresh = [r for r in talk.content.riddles.values() if f"riddle:{r.id}" not in played]
    pool = fresh or list(talk.content.riddles.values())
    if pool:
        riddle = talk.rng.choice(pool)

        def asked() -> None:
            talk.state.games.append(f"riddle:{riddle.id}")
            playing(talk, "riddle", id=riddle.id, tries=0)

        yield Step("game:riddle", talk.content.frame("riddle.start"), {}, move=False, again=True, need="play",
                   more=((riddle.say, {}),), then=asked)


def go(talk: Talk, p: Perception, data: Data) -> Iterator[Step]:
    """Right, nearly, hint, given up, another."""
    riddle = talk.content.riddles.get(str(data["id"]))
    if riddle is None:
        return
    if data.get("done"):
        if p.answer == "yes" or p.act("game.more"):
            yield from begin(talk)
        elif p.answer == "no":
            yield say(talk, "riddle", "game.enough", then=lambda: over(talk))
        else:
            over(talk)
        return
    tries = int(data["tries"])
    if p.act("game.more") and not _right(riddle, p):
        yield from begin(talk)
    if _right(riddle, p):
        yield Step("game:riddle", talk.content.frame("riddle.right"), {"x": riddle.answers[0]}, move=False, again=True,
                   more=((riddle.after, {}), (talk.content.frame("riddle.again"), {})), then=lambda: _done(talk, riddle))
    elif p.act("game.giveup") or (p.answer in ("dunno", "no") and tries):
        yield Step("game:riddle", talk.content.frame("riddle.reveal"), {"x": riddle.answers[0]}, move=False, again=True,
                   more=((riddle.after, {}), (talk.content.frame("riddle.again"), {})), then=lambda: _done(talk, riddle))
    elif p.act("game.hint") or p.answer == "dunno":
        yield Step("game:riddle", riddle.hint, {}, move=False, again=True, need="play",
                   then=lambda: playing(talk, "riddle", id=riddle.id, tries=tries + 1))
    elif p.words <= 8 and not p.facts:
        frame = "riddle.wrong" if tries < 2 else "riddle.wrong.many"
        yield say(talk, "riddle", frame, {"guess": p.clauses[0].raw if p.clauses else ""},
                  then=lambda: playing(talk, "riddle", id=riddle.id, tries=tries + 1))


def _done(talk: Talk, riddle: Riddle) -> None:
    playing(talk, "riddle", id=riddle.id, tries=0, done=True)


def _right(riddle: Riddle, p: Perception) -> bool:
    for clause in p.clauses:
        for answer in riddle.answers:
            if p.lang == "en" and f" {answer.lower()} " in f" {clause.norm}".replace("  ", " "):
                return True
            if p.lang != "en" and answer.lower() in clause.norm:
                return True
    return False
