"""What of a reply was not heard when she was cut off, kept in the process's memory alone for the turns right after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from mind.events import Sentence
from mind.ports import Plan, Unheard
from mind.turn.running import RunningReply

TURNS: Final = 3
"""Turns of the user's for which she can still take it up."""
LASTS: Final = timedelta(minutes=10)
CLAUSE: Final = re.compile(r"[,;:，；：、—]\s*")
WORD: Final = re.compile(r"\w")


class UnheardRest:
    """The newest rest of one companion. Nothing of it is ever written."""

    def __init__(self) -> None:
        self._rest: Unheard | None = None
        self._until: datetime | None = None
        self._turns = 0

    def note(self, run: RunningReply, heard: str, now: datetime) -> None:
        """The reply was cut off; `heard` is what came through of it."""
        said = tuple(sentence for sentence in run.planned if sentence.text.strip())
        if not said:
            return
        rest = rest_of(said, heard)
        if rest or not run.whole:
            self._rest = Unheard(heard.strip(), rest)
            self._until, self._turns = now + LASTS, TURNS

    def now(self, now: datetime) -> Unheard | None:
        """What she could go on with in answer to a turn of the user's: each counts."""
        if self._turns <= 0 or self._until is None or now > self._until:
            self.forget()
        self._turns -= 1
        return self._rest

    def answered(self, plan: Plan | None, *, crisis: bool) -> None:
        """After the answer: what was taken up is no longer due, nothing is taken up behind a crisis, and nothing that might
        tell of what the user just had forgotten."""
        forgets = plan is not None and (plan.acts[:1] == ("go_on",) or plan.superseded or plan.muted or plan.deed)
        if crisis or forgets:
            self.forget()

    def forget(self) -> None:
        """Let go of it."""
        self._rest = self._until = None
        self._turns = 0


def rest_of(sentences: Sequence[Sentence], heard: str) -> tuple[str, ...]:
    """The sentences that were not heard, as a draft; the one that was cut from the clause it was cut in."""
    left = heard.rstrip()
    for index, sentence in enumerate(sentences):
        before = sentence.before if index else ""
        piece = before + sentence.text
        if len(left) >= len(piece.rstrip()) and left.startswith(piece.rstrip()):
            left = left[len(piece) :]
            continue
        at = max(0, len(left) - len(before))
        broken = _from_clause(sentence, at)
        return (*((broken,) if broken else ()), *map(draft_of, sentences[index + 1 :]))
    return ()


def draft_of(sentence: Sentence) -> str:
    """A sentence as it is written for the offline brain, its cues in front."""
    return "".join(f"[{cue.name}] " for cue in sentence.cues) + sentence.text


def _from_clause(sentence: Sentence, at: int) -> str:
    """The sentence from the clause that character `at` lies in; empty where no word was left to say."""
    if not at:
        return draft_of(sentence)
    text = sentence.text
    if not WORD.search(text[at:]):
        return ""
    begin = max((mark.end() for mark in CLAUSE.finditer(text) if mark.end() <= at + 1), default=0)
    return text[begin:].lstrip()
