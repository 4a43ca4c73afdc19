"""A small plan of the day from the user's own words: at most six things in a possible order, kept, and asked after."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import ClassVar, Final

from mind.reminders.kept import KeptChange, NewKept
from mind.reminders.moments import find_moment
from mind.talk.activities.common import (
    FITS,
    NO,
    OWN,
    Activity,
    Data,
    asks_else,
    gave_up,
    how_it_went,
    over,
    plain_yes,
    playing,
    say,
)
from mind.talk.activities.words_kept import told
from mind.talk.normalise import clauses
from mind.talk.perception import Perception
from mind.talk.scenery import Talk
from mind.talk.step import Step

MOST: Final = 6
EVENING: Final = 19
"""The hour from which she asks how it went."""


class DayPlan(Activity):
    """What has an hour stands by it, the rest as it was said; nothing is added that the user did not say."""

    name: ClassVar[str] = "dayplan"
    personal: ClassVar[bool] = True

    def start(self, talk: Talk, arg: str = "") -> Iterator[Step]:
        """Ask what must happen."""
        yield say(talk, self.name, "dayplan.start", need="advise", then=lambda: playing(talk, self.name, things=[]))

    def accepts(self, talk: Talk, p: Perception, data: Data) -> int:
        """Things; then whether it is right; on the evening, how it went."""
        if data.get("kept") is not None or data["things"]:
            return OWN if p.answer or plain_yes(p) or gave_up(p) else (NO if p.question else FITS)
        return NO if p.question and asks_else(p) else FITS

    def step(self, talk: Talk, p: Perception, data: Data) -> Iterator[Step]:
        """Draft, change, keep; or hear how it went."""
        if data.get("kept") is not None:
            yield self._went(talk, p, data)
            return
        things = [str(one) for one in data["things"]]
        if gave_up(p) or (p.answer == "no" and not things):
            yield say(talk, self.name, "dayplan.none", need="advise", then=lambda: over(talk))
        elif things and (plain_yes(p) or p.act("thanks") is not None):
            yield self._kept(talk, p, things)
        else:
            added = told(p, MOST) if p.answer != "no" or p.words > 2 else []
            things = ordered([*things, *added], talk.scene.now, talk.content.lang)[:MOST]
            yield say(talk, self.name, "dayplan.draft" if added else "dayplan.change", {"x": listed(things, talk.content.lang)},
                      need="advise", then=lambda: playing(talk, self.name, things=things))

    def _kept(self, talk: Talk, p: Perception, things: list[str]) -> Step:
        now = talk.scene.now
        due = now.replace(hour=EVENING, minute=0, second=0, microsecond=0)
        new = NewKept("plan", listed(things, talk.content.lang), p.text[:200], due if due > now else now + timedelta(hours=2),
                      {"things": things})
        return say(talk, self.name, "dayplan.kept", {"x": things[0], "n": str(len(things))}, need="advise", keeps=(new,),
                   then=lambda: over(talk))

    def _went(self, talk: Talk, p: Perception, data: Data) -> Step:
        frame = f"dayplan.{how_it_went(p)}"
        return say(talk, self.name, frame, {"x": str(data.get("first", ""))}, need="company", then=lambda: over(talk),
                   kept_changes=(KeptChange(int(data["kept"]), "done"),))


def ordered(things: list[str], now: datetime, lang: str) -> list[str]:
    """Those with an hour by it, the others in their own order around them."""
    morning = now.replace(hour=0, minute=1)
    timed: list[tuple[datetime, str]] = []
    free: list[str] = []
    for thing in dict.fromkeys(things):
        moments = (find_moment(clause, morning) for clause in clauses(thing, lang))  # type: ignore[arg-type]
        found = next((one for one in moments if one is not None and one.exact), None)
        if found is not None:
            timed.append((found.due, thing))
        else:
            free.append(thing)
    return [*free[:1], *(thing for _, thing in sorted(timed, key=lambda one: one[0])), *free[1:]] if timed else free


def listed(things: list[str], lang: str) -> str:
    """One, then two; then three."""
    if lang == "en":
        return "; then ".join(things)
    return ("，然后" if lang == "zh" else "、それから").join(things)
