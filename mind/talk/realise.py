"""Wordings into sentences: fill slots, collect what may be said, take the least worn."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from mind.languages import Lang
from mind.talk.agreement import modify, start_capital
from mind.talk.ledger import REPLIES, grams, opener_key, sentence_key, split_sentences, without_cues
from mind.talk.scenery import Env, Talk
from mind.talk.units import Line

_SLOT = re.compile(r"\{([a-z_0-9.]+)(?::([a-z]+))?\}")
_QUESTION = re.compile(r"[?？][\"”」』）)]*$")
_FIXED_SLOTS = frozenset({"name", "me", "day", "tod", "weekday", "time", "date", "season"})


@dataclass(frozen=True, slots=True)
class Saying:
    """A wording ready to be said."""

    line: str
    sentences: tuple[str, ...]
    mine: bool
    """Holds words of the user (their name alone does not count)."""

    @property
    def asks(self) -> bool:
        """Ends in a question."""
        return bool(_QUESTION.search(self.sentences[-1]))


def fill(line: Line, env: Mapping[str, str], lang: str) -> Saying | None:
    """The wording with its slots filled; None where one is unknown."""
    used = False

    def put(match: re.Match[str]) -> str:
        nonlocal used
        value = env[match[1]]
        used = used or match[1] not in _FIXED_SLOTS
        if match[2]:
            changed = modify(value, match[2])
            return value if changed is None else changed
        return value

    if any(m[1] not in env or not env[m[1]] for m in _SLOT.finditer(line.text)):
        return None
    text = _SLOT.sub(put, line.text)
    sentences = split_sentences(text)
    if lang == "en":
        sentences = [_capital(s) for s in sentences]
    return Saying(line.id, tuple(sentences), used)


def _capital(sentence: str) -> str:
    match = re.match(r"^((?:\[[a-z]+(?:=[0-9.]+)?\]\s*)*)(.*)$", sentence, re.DOTALL)
    return match[1] + start_capital(match[2]) if match else sentence


@dataclass(slots=True)
class Realiser:
    """Chooses wordings for one turn by what was said lately."""

    talk: Talk
    banned: set[int] = field(default_factory=set)
    worn: list[set[int]] = field(default_factory=list)
    openers: set[int] = field(default_factory=set)
    chosen: list[Saying] = field(default_factory=list)
    no_questions: bool = False
    """No wording that asks is taken."""
    few_questions: bool = False
    """Wordings that ask are taken only where nothing else is left."""

    def __post_init__(self) -> None:
        state, lang = self.talk.state, self.talk.content.lang
        hers = [t.text for t in self.talk.scene.recent if t.speaker == "companion"][-REPLIES:]
        for text in hers:
            self.banned.update(sentence_key(s) for s in split_sentences(text))
        self.banned.update(key for turn, key in state.said if state.n - turn < REPLIES)
        self.worn = [grams(text, lang) for text in hers[-20:]]
        self.openers = set(state.openers)
        self.talk.base.pop("day", None)
        for line in todays(self.talk):
            if not any(sentence_key(s) in self.banned for s in split_sentences(line.text)):
                self.talk.base["day"] = line.text
                break

    def pick(self, lines: Iterable[Line], env: Env, *, again: bool = False, statement: bool = False) -> Saying | None:
        """The best eligible wording. `again`: sentences may repeat (a repeated question, safety). `statement`: no question."""
        lines = tuple(lines)
        for quiet, repeat in ((True, False), (False, False), (False, True)):
            if (quiet and not self.few_questions) or (repeat and not again):
                continue
            found = self._best(lines, env, statement=statement or quiet, again=repeat)
            if found:
                return found
        return None

    def _best(self, lines: Sequence[Line], env: Env, *, statement: bool, again: bool) -> Saying | None:
        best: tuple[float, Saying] | None = None
        full = {**self.talk.base, **env}
        for line in lines:
            if not line.when.holds(self.talk.conditions):
                continue
            saying = fill(line, full, self.talk.content.lang)
            if saying is None or (saying.asks and (statement or self.no_questions)):
                continue
            if not again and self._repeats(saying):
                continue
            score = self._score(saying) + self.talk.rng.random() * 0.3
            if best is None or score > best[0]:
                best = score, saying
        return best[1] if best else None

    def take(self, saying: Saying) -> Saying:
        """Note that it will be said, so that the rest of the reply keeps away from it."""
        self.chosen.append(saying)
        self.banned.update(sentence_key(s) for s in saying.sentences)
        return saying

    def _repeats(self, saying: Saying) -> bool:
        return any(sentence_key(s) in self.banned for s in saying.sentences)

    def _score(self, saying: Saying) -> float:
        state, lang = self.talk.state, self.talk.content.lang
        score = 0.0
        turn = state.used.get(line_key(saying.line))
        if turn is not None:
            worn = 1.2 / (1 + 0.01 * (state.n - turn))
            # a wording filled with other words of the user is half new
            score -= 0.45 * worn if saying.mine and state.n - turn > 8 else worn
        text = " ".join(saying.sentences)
        if not self.chosen and opener_key(text, lang) in self.openers:
            score -= 0.8
        own = grams(text, lang)
        if own:
            score -= 1.5 * max((len(own & old) / len(own) for old in self.worn), default=0.0)
        if saying.mine:
            score += 0.45
        if "{name}" in text:
            score -= 0.1
        return score

    def finish(self) -> tuple[str, ...]:
        """The reply's sentences; writes the ledgers."""
        state, lang = self.talk.state, self.talk.content.lang
        sentences = tuple(s for saying in self.chosen for s in saying.sentences)
        for saying in self.chosen:
            state.used[line_key(saying.line)] = state.n
        if sentences:
            state.openers.append(opener_key(" ".join(sentences), lang))
        state.said.extend([state.n, sentence_key(s)] for s in sentences)
        state.asks.append(int(bool(self.chosen) and self.chosen[-1].asks))
        return sentences


def todays(talk: Talk) -> list[Line]:
    """Her day: three of her projects this week, today's step of each, in this day's order."""
    days = list(talk.content.days.values())
    day = talk.scene.now.toordinal()
    week = day // 7
    if not days:
        return []
    chosen = [days[(week * 3 + i) % len(days)] for i in range(min(3, len(days)))]
    lines = [d.steps[min(day % 7, len(d.steps) - 1)] for d in chosen if d.steps]
    shift = day % len(lines)
    return lines[shift:] + lines[:shift]


def line_key(line_id: str) -> str:
    """A short stable key for a wording."""
    return f"{zlib.crc32(line_id.encode()):08x}"


def spoken(sentences: Sequence[str], lang: Lang = "en") -> str:
    """The reply as it is shown: one string without cues."""
    return (" " if lang == "en" else "").join(without_cues(s) for s in sentences)
