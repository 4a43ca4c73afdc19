"""A scripted user in a talk: hears her reply, and says what such a person would say next."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field, replace

from mind.languages import Lang
from mind.talk.bench.decks import Decks
from mind.talk.bench.players import Playing
from mind.talk.bench.questions import Heard, hear
from mind.talk.bench.script import Arc, Line, Script
from mind.talk.bench.style import styled
from mind.talk.bench.tempers import TEMPERS, Temper


@dataclass(slots=True)
class Telling:
    """How far an arc is told."""

    arc: Arc
    part: int = 0
    at: int = 0
    waits: int = 0
    """The evening from which on its next part may be told."""
    used: set[int] = field(default_factory=set)

    def next(self) -> Line | None:
        """The next line of the part that is told now; None at its end."""
        lines = self.arc.parts[self.part] if self.part < len(self.arc.parts) else []
        return lines[self.at] if self.at < len(lines) else None


class SimulatedUser:
    """One user over their evenings; the same seed and the same replies give the same words."""

    def __init__(self, script: Script, seed: int) -> None:
        self.script = script
        self.temper: Temper = TEMPERS[script.temper]
        self._rng = random.Random(f"{script.id}:{seed}")
        self.decks = Decks(script.decks, self._rng)
        first, rest = script.arcs[:1], script.arcs[1:]
        self._arcs = [Telling(arc) for arc in (*first, *self._rng.sample(rest, len(rest)))]
        self._now: Telling | None = None
        self._evening = 0
        self._playing = Playing(script.lang, self._rng, self.decks)

    @property
    def lang(self) -> Lang:
        """The language they mostly write in."""
        return self.script.lang

    def arrives(self, evening: int, greeting: str) -> Line:
        """Their first words of an evening."""
        self._evening = evening
        self._now = None
        if not evening and self._arcs and self._may(self._arcs[0]):
            return self._put(self._take(self._arcs[0]))
        if evening and self._rng.random() < 0.5 and (hello := self.decks.draw("arrive")):
            return self._put(hello)
        return self.answers(greeting, "")

    def leaves(self) -> Line:
        """Their last words of an evening."""
        return self._put(self.decks.draw("leave") or Line("bye"))

    def answers(self, reply: str, game: str) -> Line:
        """What they say to her reply; `game` is the one that runs, if any."""
        heard = hear(reply, self.lang)
        line = self._playing.says(reply, game) if game else None
        if line is None:
            line = self._in_talk(reply, heard)
        return self._put(line)

    def _in_talk(self, reply: str, heard: Heard) -> Line:
        if heard.kind != "none" and self._rng.random() < self.temper.answer:
            answered = self._answer(reply, heard)
            if answered is not None:
                return answered
        if self._rng.random() < self.temper.short and (word := self.decks.draw("short")):
            return word
        if self._rng.random() < self.temper.starts and (game := self._playing.starts()):
            return game
        if self._rng.random() < self.temper.ask and (asked := self._ask(heard)):
            return asked
        told = self._tell()
        next_line = self._take(told) if told is not None else self.decks.draw("chat", "ask", "short") or Line("hm")
        if self._rng.random() < self.temper.react and (reaction := self.decks.draw("told" if heard.told else "react", "react")):
            return self._join(reaction, next_line)
        return next_line

    def _ask(self, heard: Heard) -> Line | None:
        if heard.told and self._rng.random() < 0.3 and self.decks.has("ask.why"):
            return self.decks.draw("ask.why")
        return self.decks.draw("ask")

    # --- answering

    def _answer(self, reply: str, heard: Heard) -> Line | None:
        line = self._expected(reply) or self._goes_on(heard) or self._matching(heard.question) or self._by_kind(heard)
        if line is None:
            return None
        words = len(line.text.split()) if self.lang == "en" else len(line.text) // 2
        if words <= 4 and self._rng.random() < self.temper.goes_on and (told := self._tell(jump=False)):
            return self._join(line, self._take(told))
        return line

    def _expected(self, reply: str) -> Line | None:
        """The answer that the arc under way has ready."""
        if self._now is None:
            return None
        for number, answer in enumerate(self._now.arc.asked):
            if number not in self._now.used and answer.pattern.search(reply):
                self._now.used.add(number)
                return self._rng.choice(answer.lines)
        return None

    def _goes_on(self, heard: Heard) -> Line | None:
        """In the middle of a story, what comes next in it answers most questions."""
        now = self._now
        if now is None or not now.at or not self._may(now) or self._rng.random() >= self.temper.story:
            return None
        if heard.kind == "choice" or self._playing.proposed(heard.question):
            return None
        told = self._take(now)
        yes = self._yes_or_no(heard) if heard.kind == "yesno" and self._rng.random() < 0.3 else None
        return self._join(yes, told) if yes else told

    def _matching(self, question: str) -> Line | None:
        for number, answer in enumerate(self.script.answers):
            if answer.pattern.search(question):
                return self.decks.of(f"answer {number}", answer.lines)
        return None

    def _by_kind(self, heard: Heard) -> Line | None:
        if heard.kind == "choice":
            return self._choice(heard)
        if heard.kind == "yesno":
            return self._yes_or_no(heard)
        if self._now is not None and self._may(self._now) and self._rng.random() < 0.55:
            return self._take(self._now)
        return self.decks.draw(f"open.{heard.wh}", "open")

    def _choice(self, heard: Heard) -> Line | None:
        picked = self._rng.choice(heard.options)
        frame = self.decks.draw("choose")
        return Line(frame.text.replace("{x}", picked)) if frame else Line(picked)

    def _yes_or_no(self, heard: Heard) -> Line | None:
        proposes = self._playing.proposed(heard.question)
        yes = self._rng.random() < (self.temper.play if proposes else 0.6)
        if proposes and not yes:
            return self.decks.draw("no.game", "no")
        if not proposes and self._rng.random() < 0.12:
            return self.decks.draw("maybe")
        return self.decks.draw("yes" if yes else "no")

    # --- telling

    def _tell(self, *, jump: bool = True) -> Telling | None:
        """The arc that goes on: the one under way, or another one that may be told this evening."""
        under_way = self._now if self._now is not None and self._may(self._now) else None
        if under_way is not None and not (jump and self._rng.random() < self.temper.jump):
            return under_way
        if self._now is not None and self._now.next() is None:
            self._ends(self._now)
        return next((one for one in self._arcs if one is not self._now and self._may(one)), under_way)

    def _may(self, telling: Telling) -> bool:
        return telling.waits <= self._evening and telling.next() is not None

    def _ends(self, telling: Telling) -> None:
        """The part is told; the next one waits for another evening, and comes before arcs that have not begun."""
        if telling.part < len(telling.arc.parts):
            telling.part, telling.at, telling.waits = telling.part + 1, 0, self._evening + 1
            self._arcs.remove(telling)
            self._arcs.insert(0, telling)

    def _take(self, telling: Telling) -> Line:
        line = telling.next()
        if line is None:
            raise ValueError("an arc that has nothing left was chosen")
        self._now = telling
        telling.at += 1
        more = telling.next()
        if more is not None and self._rng.random() < self.temper.two:
            telling.at += 1
            return self._join(line, more)
        if more is None:
            self._ends(telling)
        return line

    def _join(self, one: Line, other: Line) -> Line:
        end = "" if re.search(r"[.!?…。！？~～]$", one.text) else (". " if self.lang == "en" else "。")
        space = " " if self.lang == "en" and not end else ""
        return Line(f"{one.text}{end}{space}{other.text}", (*one.marks, *other.marks))

    def _put(self, line: Line) -> Line:
        name = self.script.name
        marks = tuple(replace(mark, value=mark.value.replace("{name}", name)) for mark in line.marks)
        return Line(styled(line.text.replace("{name}", name), self.temper.style, self._rng, self.lang), marks)
