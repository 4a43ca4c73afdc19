"""The worry box: a worry is locked away until a day, comes back gently, and is looked at, kept on or burnt."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import ClassVar, Final

from mind.reminders.kept import KeptChange, NewKept
from mind.reminders.moments import find_moment
from mind.talk.activities.common import FITS, NO, OWN, Activity, Data, gave_up, over, playing, say
from mind.talk.activities.words_kept import one_line
from mind.talk.agreement import swap_persons
from mind.talk.perception import Perception
from mind.talk.saydate import say_when
from mind.talk.scenery import Talk
from mind.talk.step import Step

DAY_HOUR: Final = 10
A_WEEK: Final = timedelta(days=7)


class WorryBox(Activity):
    """She says it back once, and then no more of it until its day."""

    name: ClassVar[str] = "worry"
    personal: ClassVar[bool] = True
    bears: ClassVar[bool] = True
    keeps: ClassVar[bool] = False

    def start(self, talk: Talk, arg: str = "") -> Iterator[Step]:
        """Open the box."""
        yield say(talk, self.name, "worry.start", need="listen", then=lambda: playing(talk, self.name))

    def accepts(self, talk: Talk, p: Perception, data: Data) -> int:
        """The worry, its day, and what becomes of it."""
        return NO if p.question and any(hit.act.tier <= 2 and not hit.act.id.startswith("worry") for hit in p.acts) else FITS if (
            "text" not in data) else OWN

    def step(self, talk: Talk, p: Perception, data: Data) -> Iterator[Step]:
        """Three turns: what, until when, locked. On its day: what now."""
        if "kept" in data:
            yield self._what_now(talk, p, data)
        elif "text" not in data:
            if gave_up(p) or p.answer == "no":
                yield say(talk, self.name, "worry.none", need="listen", then=lambda: over(talk))
                return
            words = one_line(swap_persons(p.text, p.lang), p.lang)
            yield say(talk, self.name, "worry.when", {"x": words}, need="listen",
                      then=lambda: playing(talk, self.name, text=words, quote=p.text[:200]))
        elif p.act("worry.burn"):
            yield say(talk, self.name, "worry.burnt", need="listen", then=lambda: over(talk))
        else:
            due = day_named(p, talk.scene.now)
            new = NewKept("worry", str(data["text"]), str(data["quote"]), due)
            yield say(talk, self.name, "worry.locked", {"when": say_when(due, talk.scene.now, p.lang)}, need="listen",
                      keeps=(new,), then=lambda: over(talk))

    def _what_now(self, talk: Talk, p: Perception, data: Data) -> Step:
        """Burn it, keep it on, or look at it."""
        one = int(data["kept"])
        if p.act("worry.burn") or (p.answer == "no" and not p.act("worry.keep")):
            return say(talk, self.name, "worry.burnt", need="listen", kept_changes=(KeptChange(one, "done"),),
                       then=lambda: over(talk))
        if p.act("worry.keep"):
            due = day_named(p, talk.scene.now)
            return say(talk, self.name, "worry.locked", {"when": say_when(due, talk.scene.now, p.lang)}, need="listen",
                       kept_changes=(KeptChange(one, "waiting", due),), then=lambda: over(talk))
        frame = "worry.over" if p.act("worry.gone") else "worry.look"
        return say(talk, self.name, frame, {"x": str(data.get("text", ""))}, need="listen",
                   kept_changes=(KeptChange(one, "done"),), then=lambda: over(talk))


def day_named(p: Perception, now: datetime) -> datetime:
    """The day the words name, else a week from now; an hour of the morning, where none is named."""
    found = next((moment for clause in p.clauses if (moment := find_moment(clause, now)) is not None), None)
    if found is not None and found.exact:
        return found.due
    day = (found.due if found is not None else now + A_WEEK).date()
    return datetime.combine(day, now.timetz()).replace(hour=DAY_HOUR, minute=0, second=0, microsecond=0)
