"""What lies on the table between the two: the activity that runs, and the one that was laid aside."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from datetime import date
from typing import Final

from mind.talk.activities.breaking_off import abandon_reason
from mind.talk.activities.common import NO, OWN, Activity, over, plain_yes
from mind.talk.perception import Perception
from mind.talk.scenery import Talk
from mind.talk.step import Move, Step

IDLE: Final = 4
"""Turns about something else after which it lies aside."""
LIES_FOR: Final = 21
"""Days for which it can be taken up again."""
RESTS: Final = 2
"""Turns before she takes it up of herself."""
USE: Final = 0.8
LEAVES: Final = ("stop", "change_topic")
LEAVING: Final = 9
"""Words, or characters by the same count, of a turn that only wants to leave."""


def turn(talk: Talk, p: Perception, all_of_them: Mapping[str, Activity], *, urgent: bool) -> Iterator[Step]:
    """Steps of what runs, where the turn belongs to it; what matters more lays it aside or ends it."""
    game = talk.state.game
    if talk.scene.frozen:
        talk.state.game = talk.state.paused = None
        return
    if game is None:
        if talk.state.paused is not None and p.act("game.resume"):
            yield from _taken_up(talk, all_of_them)
        return
    activity = all_of_them.get(str(game.get("k")))
    if activity is None:
        talk.state.game = None
        return
    if p.act("game.leave") is not None and p.words <= LEAVING:
        yield Step(f"game:{activity.name}", talk.content.frame("game.stopped"), {}, move=False, again=True, need="company",
                   then=lambda: lay_aside(talk, all_of_them))
        return
    if leaves(p):
        return
    grip = activity.accepts(talk, p, game)
    if grip < OWN:
        reason = abandon_reason(talk, p, activity)
        if reason == "distress":
            talk.state.game = talk.state.paused = None
            return
        if reason:
            lay_aside(talk, all_of_them)
            return
        if urgent and not (grip > NO and _bears_it(p, activity)):
            return
    if game.get("back") and (yield from _back(talk, p, activity, grip)):
        return
    if grip > NO:
        yield from activity.step(talk, p, game)


def _bears_it(p: Perception, activity: Activity) -> bool:
    """Whether what else the words may mean is part of it: a list of errands holds "write the report", a worry is low."""
    if not activity.personal or p.question or p.name is not None or (p.low and not activity.bears):
        return False
    return all(hit.act.tier > 3 or hit.act.do in ("", "hint") for hit in p.acts)


def leaves(p: Perception) -> bool:
    """Words that put anything down, whatever it is: "stop", "let's talk about something else"."""
    return p.words <= LEAVING and any(hit.act.do in LEAVES for hit in p.acts)


def lay_aside(talk: Talk, all_of_them: Mapping[str, Activity]) -> None:
    """Put what runs aside, where it keeps."""
    game = talk.state.game
    talk.state.game = None
    activity = all_of_them.get(str(game.get("k"))) if game is not None else None
    kept = activity.pause(talk, game) if activity is not None and game is not None else None
    if kept is not None:
        kept.pop("back", None)
        talk.state.paused = {**kept, "aside": talk.state.n, "day": talk.scene.now.date().isoformat()}


def idle(talk: Talk, all_of_them: Mapping[str, Activity]) -> None:
    """What a turn's passing does: what was not touched for some turns lies aside, what lay for weeks is gone."""
    state = talk.state
    if state.game is not None and state.n - int(state.game.get("at", state.n)) > IDLE:
        again = bool(state.game.get("backs"))
        lay_aside(talk, all_of_them)
        state.paused = None if again else state.paused
    day = state.paused.get("day") if state.paused is not None else None
    if day and (talk.scene.now.date() - date.fromisoformat(str(day))).days > LIES_FOR:
        state.paused = None


def resume_moves(talk: Talk, all_of_them: Mapping[str, Activity]) -> Iterator[Move]:
    """One line that takes up what lies aside, once; from then on it runs again."""
    lying, state = talk.state.paused, talk.state
    if lying is None or state.game is not None or talk.low or lying.get("backs") or state.n - int(lying.get("aside", 0)) < RESTS:
        return
    activity = all_of_them.get(str(lying.get("k")))
    if activity is None:
        return
    lines, env = activity.resume_line(talk, lying)

    def live() -> None:
        _live(talk)

    yield Move("propose", lines, env, USE, id=f"resume.{activity.name}", then=live)


def _live(talk: Talk) -> None:
    lying = dict(talk.state.paused or {})
    for mark in ("aside", "day"):
        lying.pop(mark, None)
    talk.state.game = {**lying, "at": talk.state.n, "back": True, "backs": 1}
    talk.state.paused = None


def _taken_up(talk: Talk, all_of_them: Mapping[str, Activity]) -> Iterator[Step]:
    """It was asked for: where it stands, and on it goes."""
    lying = talk.state.paused
    activity = all_of_them.get(str(lying.get("k"))) if lying is not None else None
    if activity is None or lying is None:
        return
    lines, env = activity.recap(talk, lying)
    yield Step(f"game:{activity.name}", lines, env, move=False, again=True, need="play", then=lambda: _live(talk))


def _back(talk: Talk, p: Perception, activity: Activity, grip: int) -> Generator[Step, None, bool]:
    """After her line that took it up: a yes hears where it stands, a no ends it for good. Whether that was all."""
    game = talk.state.game or {}
    game.pop("back", None)
    if grip >= OWN and p.answer != "no" and not plain_yes(p):
        return False
    if plain_yes(p) or p.act("game.resume"):
        lines, env = activity.recap(talk, game)
        yield Step(f"game:{activity.name}", lines, env, move=False, again=True, need="play",
                   then=lambda: game.update(at=talk.state.n))
        return True
    if p.answer == "no":
        yield Step(f"game:{activity.name}", talk.content.frame("game.enough"), {}, move=False, again=True,
                   then=lambda: over(talk))
        return True
    return False
