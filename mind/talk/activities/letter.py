"""A letter to oneself, sealed until a day and given back word for word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Final

from mind.reminders.kept import KeptChange, NewKept
from mind.reminders.moments import say_day
from mind.talk.activities.common import OWN, Activity, Data, gave_up, over, playing, say
from mind.talk.activities.worry import day_named
from mind.talk.ledger import split_sentences
from mind.talk.perception import Perception
from mind.talk.scenery import Talk
from mind.talk.step import Step

LONGEST: Final = 2000


class Letter(Activity):
    """Everything until "done" is the letter; what stands in it is read by nobody, her included."""

    name: ClassVar[str] = "letter"
    personal: ClassVar[bool] = True
    bears: ClassVar[bool] = True
    keeps: ClassVar[bool] = False

    def start(self, talk: Talk, arg: str = "") -> Iterator[Step]:
        """Paper, and until when."""
        yield say(talk, self.name, "letter.start", need="company", then=lambda: playing(talk, self.name, stage="write", text=""))

    def accepts(self, talk: Talk, p: Perception, data: Data) -> int:
        """All of it is the letter, whatever it says."""
        return OWN

    def step(self, talk: Talk, p: Perception, data: Data) -> Iterator[Step]:
        """Write on, choose the day, seal; on the day, read."""
        stage, text = str(data["stage"]), str(data.get("text", ""))
        if stage == "due":
            yield self._given(talk, p, data)
        elif stage == "write" and p.act("letter.done") is None and p.words > 0:
            whole = f"{text}\n{p.text}".strip()[:LONGEST]
            first = "letter.more" if text else "letter.begun"
            yield say(talk, self.name, first, need="company", then=lambda: playing(talk, self.name, stage="write", text=whole))
        elif stage == "write" and not text:
            yield say(talk, self.name, "letter.none", need="company", then=lambda: over(talk))
        elif stage == "write":
            yield say(talk, self.name, "letter.when", need="company",
                      then=lambda: playing(talk, self.name, stage="when", text=text))
        else:
            due = day_named(p, talk.scene.now)
            new = NewKept("letter", text, p.text[:200], due)
            yield say(talk, self.name, "letter.sealed", {"when": say_day(due, talk.scene.now, talk.content.lang)}, need="company",
                      keeps=(new,), then=lambda: over(talk))

    def _given(self, talk: Talk, p: Perception, data: Data) -> Step:
        """Read aloud, or left for another day."""
        letter = next((one for one in talk.scene.kept if one.id == int(data["kept"])), None)
        if letter is None or p.answer == "no" or gave_up(p) or p.act("letter.later") is not None:
            due = day_named(p, talk.scene.now)
            changes = (KeptChange(letter.id, "waiting", due),) if letter is not None else ()
            return say(talk, self.name, "letter.later", {"when": say_day(due, talk.scene.now, talk.content.lang)}, need="company",
                       kept_changes=changes, then=lambda: over(talk))
        words = tuple(piece for line in letter.text.splitlines() for piece in split_sentences(line))
        written = say_day(letter.said_at.astimezone(talk.scene.now.tzinfo), talk.scene.now, p.lang)
        return say(talk, self.name, "letter.read", {"when": written}, need="company", rest=words,
                   kept_changes=(KeptChange(letter.id, "done"),), then=lambda: over(talk))
