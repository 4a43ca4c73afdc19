"""Wordings into sentences: fill slots, collect what may be said, take the least worn."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from mind.languages import Lang
from mind.talk.agreement import modify, start_capital
from mind.talk.fit import fit
from mind.talk.her_day import todays
from mind.talk.ledger import REPLIES, grams, opener_key, sentence_mark, split_sentences, without_cues
from mind.talk.own_words import own_words
from mind.talk.plain_ja import plain
from mind.talk.said import ages, key_of, pack_turns, short_key, unpack_turns, with_reply
from mind.talk.scenery import Env, Talk
from mind.talk.state import LINES_KEPT
from mind.talk.units import Line

_SLOT = re.compile(r"\{([a-z_0-9.]+)(?::([a-z]+))?\}")
_QUESTION = re.compile(r"(?:[?？]|(?<!そう)(?:です|ます|ません|した|しょう)か。)[\"”」』）)]*$")
_FIXED_SLOTS = frozenset({"name", "me", "day", "tod", "weekday", "time", "date", "season"})


@dataclass(frozen=True, slots=True)
class Saying:
    """A wording ready to be said."""

    line: str
    sentences: tuple[str, ...]
    mine: bool
    """Holds words of the user (their name alone does not count)."""
    filled: tuple[tuple[str, str], ...] = ()
    """The slots that hold them, and the words."""

    @property
    def asks(self) -> bool:
        """Ends in a question."""
        return bool(_QUESTION.search(self.sentences[-1]))


def fill(line: Line, env: Mapping[str, str], lang: str, *, plainly: bool = False) -> Saying | None:
    """The wording with its slots filled, in plain Japanese if wanted; None where a slot is unknown."""
    filled: list[tuple[str, str]] = []

    def put(match: re.Match[str]) -> str:
        value = env[match[1]]
        if match[1] not in _FIXED_SLOTS:
            filled.append((match[1], value))
        if match[2]:
            changed = modify(value, match[2])
            return value if changed is None else changed
        return value

    if any(m[1] not in env or not env[m[1]] for m in _SLOT.finditer(line.text)):
        return None
    # A story keeps the manner it is written in, however the two speak.
    text = _SLOT.sub(put, plain(line.text) if plainly and "/part." not in line.id else line.text)
    sentences = split_sentences(text)
    if lang == "en":
        sentences = [_capital(s) for s in sentences]
    return Saying(line.id, tuple(sentences), bool(filled), tuple(filled))


def _capital(sentence: str) -> str:
    match = re.match(r"^((?:\[[a-z]+(?:=[0-9.]+)?\]\s*)*)(.*)$", sentence, re.DOTALL)
    return match[1] + start_capital(match[2]) if match else sentence


REST: Final = 240
"""Replies for which a sentence is never said again, whatever else there is."""
STALE, WORN_OPENER, ASKS = 2.0, 1.7, 4.0
"""What it costs a wording that it holds a sentence of longer ago, begins as a reply of late, or asks where it had better not."""
NOISE: Final = 0.3
THEIRS, THEIRS_HUNGRY = 0.45, 1.1
"""What it is worth that a wording holds words of the user's."""
TAKEN_UP: Final = 0.7
TAKEN_OF: Final = 10
"""The share of the last so many replies that should hold something of theirs."""


@dataclass(slots=True)
class Realiser:
    """Chooses wordings for one turn by what was said before: no sentence twice, no opener soon, few words running alike."""

    talk: Talk
    banned: set[str] = field(default_factory=set)
    stale: set[str] = field(default_factory=set)
    worn: set[int] = field(default_factory=set)
    openers: set[str] = field(default_factory=set)
    lines: dict[str, int] = field(default_factory=dict)
    chosen: list[Saying] = field(default_factory=list)
    no_questions: bool = False
    """No wording that asks is taken."""
    few_questions: bool = False
    """Wordings that ask are taken only where nothing else is left."""
    capped: bool = False
    """So much was asked that a reaction asks only where it must."""
    hungry: bool = False
    """The last replies held little of the user's: words of theirs weigh more."""
    theirs: frozenset[str] = frozenset()
    """What of the present turn carries something."""
    moves_from: int | None = None
    """How many sentences the reaction has, once a move follows it."""

    def __post_init__(self) -> None:
        state, lang = self.talk.state, self.talk.content.lang
        hers = [t.text for t in self.talk.scene.recent if t.speaker == "companion"][-REPLIES:]
        for text in hers:
            self.banned.update(sentence_mark(s) for s in split_sentences(text))
        for mark, ago in ages(state.sentences).items():
            (self.banned if ago <= REST else self.stale).add(mark)
        self.worn = set().union(*(grams(text, lang) for text in hers[-20:]))
        self.openers = set(state.openers)
        self.hungry = sum(state.uses[-TAKEN_OF:]) < TAKEN_UP * len(state.uses[-TAKEN_OF:])
        if (p := self.talk.perception) is not None:
            self.theirs = own_words(p.text, lang)
        self.lines = unpack_turns(state.wordings)
        self.talk.base.pop("day", None)
        for line in todays(self.talk):
            if not self._repeats(split_sentences(line.text)):
                self.talk.base["day"] = plain(line.text) if self.talk.plain else line.text
                break

    def pick(self, lines: Iterable[Line], env: Env, *, again: bool = False, statement: bool = False) -> Saying | None:
        """The best eligible wording. `again`: sentences may repeat where nothing else is left (a repeated question, safety).
        `statement`: no question.
        """
        found = self.weigh(lines, env, again=again, statement=statement)
        return found[1] if found else None

    def weigh(
        self, lines: Iterable[Line], env: Env, *, again: bool = False, statement: bool = False
    ) -> tuple[float, Saying] | None:
        """The best eligible wording and how good it is, to be held against others."""
        lines = tuple(lines)
        found = self._best(lines, env, statement=statement, again=False)
        return self._best(lines, env, statement=statement, again=True) if found is None and again else found

    def _best(self, lines: Sequence[Line], env: Env, *, statement: bool, again: bool) -> tuple[float, Saying] | None:
        best: tuple[float, Saying] | None = None
        full = {**self.talk.base, **env}
        for line in lines:
            if not line.when.holds(self.talk.conditions):
                continue
            saying = fill(line, full, self.talk.content.lang, plainly=self.talk.plain)
            if saying is None or (saying.asks and (statement or self.no_questions)):
                continue
            marks = [sentence_mark(s) for s in saying.sentences]
            if not again and any(mark in self.banned for mark in marks):
                continue
            score = self._score(saying) + self.talk.rng.random() * NOISE
            score -= STALE * any(mark in self.stale for mark in marks) + ASKS * (saying.asks and self.few_questions)
            if best is None or score > best[0]:
                best = score, saying
        return best

    def take(self, saying: Saying) -> Saying:
        """Note that it will be said, so that the rest of the reply keeps away from it."""
        self.chosen.append(saying)
        self.banned.update(sentence_mark(s) for s in saying.sentences)
        self.worn |= grams(" ".join(saying.sentences), self.talk.content.lang)
        return saying

    def _repeats(self, sentences: Iterable[str]) -> bool:
        return any(sentence_mark(s) in self.banned for s in sentences)

    def _score(self, saying: Saying) -> float:
        state, lang = self.talk.state, self.talk.content.lang
        score = 0.0
        turn = self.lines.get(key_of(saying.line))
        if turn is not None:
            worn = 1.2 / (1 + 0.01 * (state.n - turn))
            # a wording filled with other words of the user is half new
            score -= 0.45 * worn if saying.mine and state.n - turn > 8 else worn
        text = " ".join(saying.sentences)
        if not self.chosen and short_key(opener_key(text, lang)) in self.openers:
            score -= WORN_OPENER
        own = grams(text, lang)
        if own:
            score -= 3.0 * len(own & self.worn) / len(own)
        if saying.mine or self.shares(saying):
            score += THEIRS_HUNGRY if self.hungry else THEIRS
        if "{name}" in text:
            score -= 0.1
        return score + fit(self.talk, text, asks=saying.asks)

    def shares(self, saying: Saying) -> bool:
        """Whether a wording holds words of the present turn by itself."""
        return bool(self.theirs) and bool(self.theirs & own_words(" ".join(saying.sentences), self.talk.content.lang))

    def finish(self) -> tuple[str, ...]:
        """The reply's sentences; writes the ledgers."""
        state, lang = self.talk.state, self.talk.content.lang
        sentences = tuple(s for saying in self.chosen for s in saying.sentences)
        for saying in self.chosen:
            self.lines[key_of(saying.line)] = state.n
        state.wordings = pack_turns(self.lines, LINES_KEPT)
        if sentences:
            state.openers.append(short_key(opener_key(" ".join(sentences), lang)))
        state.sentences = with_reply(state.sentences, (sentence_mark(s) for s in sentences))
        state.asks.append(int(bool(self.chosen) and self.chosen[-1].asks))
        if self.talk.perception is not None:
            state.uses.append(int(any(one.mine or self.shares(one) for one in self.chosen)))
        return sentences


def spoken(sentences: Sequence[str], lang: Lang = "en") -> str:
    """The reply as it is shown: one string without cues."""
    return (" " if lang == "en" else "").join(without_cues(s) for s in sentences)
