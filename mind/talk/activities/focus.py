"""Working side by side: she sits there and is quiet, and asks once at the end how far it got."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import ClassVar, Final

from mind.reminders.kept import KeptChange, NewKept
from mind.reminders.moments import find_moment
from mind.talk.activities.common import FITS, NO, OWN, Activity, Data, gave_up, how_it_went, over, plain_yes, playing, say
from mind.talk.activities.reminder import say_span
from mind.talk.activities.words_kept import one_line
from mind.talk.agreement import swap_persons
from mind.talk.perception import Perception
from mind.talk.scenery import Talk
from mind.talk.step import Step

SPAN: Final = timedelta(minutes=25)
LONGEST: Final = timedelta(hours=3)


class Focus(Activity):
    """What is worked on is asked once; until the bell she answers, and asks nothing."""

    name: ClassVar[str] = "focus"
    personal: ClassVar[bool] = True
    keeps: ClassVar[bool] = False

    def start(self, talk: Talk, arg: str = "") -> Iterator[Step]:
        """How long is told, what on is asked."""
        span = _span(talk.perception, talk) or SPAN
        seconds = int(min(span, LONGEST).total_seconds())
        yield say(talk, self.name, "focus.start", {"span": say_span(timedelta(seconds=seconds), talk.content.lang)},
                  need="company",
                  then=lambda: playing(talk, self.name, stage="what", seconds=seconds))

    def accepts(self, talk: Talk, p: Perception, data: Data) -> int:
        """What it is about; at the bell, how it went."""
        if data["stage"] == "what":
            return NO if p.question else FITS
        return OWN if p.answer or plain_yes(p) or gave_up(p) else NO if p.question else FITS

    def step(self, talk: Talk, p: Perception, data: Data) -> Iterator[Step]:
        """Begin; or hear how far it got."""
        if data["stage"] == "what":
            if p.answer == "no" or gave_up(p):
                yield say(talk, self.name, "game.enough", then=lambda: over(talk))
                return
            span = timedelta(seconds=int(data["seconds"]))
            thing = "" if plain_yes(p) else one_line(swap_persons(p.text, p.lang), p.lang)
            new = NewKept("focus", thing, p.text[:200], talk.scene.now + span, {"span": say_span(span, p.lang)})

            def quiet() -> None:
                over(talk)
                talk.state.hush = talk.state.n + 12
                talk.state.question = None

            yield say(talk, self.name, "focus.go" if thing else "focus.go.plain", {"x": thing, "span": say_span(span, p.lang)},
                      need="company", keeps=(new,), then=quiet)
        else:
            changes = (KeptChange(int(data["kept"]), "done"),)
            frame = f"focus.{how_it_went(p)}"
            yield say(talk, self.name, frame, {"x": str(data.get("text", ""))}, need="celebrate" if plain_yes(p) else "company",
                      kept_changes=changes, then=lambda: over(talk))


def _span(p: Perception | None, talk: Talk) -> timedelta | None:
    for clause in p.clauses if p is not None else ():
        moment = find_moment(clause, talk.scene.now)
        if moment is not None and moment.span:
            return moment.due - talk.scene.now
    return None
