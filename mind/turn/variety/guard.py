"""Judges each sentence of a server before it is shown: whether it was said before, goes in circles, or is no reply at all.

A sentence is judged when it is whole, so that nothing waits for the one after it; what can be told from its first words is
told then. Nothing that was shown is ever taken back.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final, Literal

from mind.languages import Lang
from mind.talk.ledger import split_sentences
from mind.turn.variety.broken import no_reply, stuck
from mind.turn.variety.foreign import begins_foreign, foreign
from mind.turn.variety.lately import Lately, overlap
from mind.turn.variety.marks import Marks, marks_of
from mind.turn.variety.spared import Spared
from mind.turn.variety.wording import LONG, OPENER, RUN, SHORT_SENTENCE, key, moulds, runs, tokens

Reason = Literal[
    "sentence", "opener", "phrase", "mould", "overlap", "loop", "list", "long", "language", "prompt", "echo", "broken"
]
SaidBefore = Callable[[Marks], Awaitable[bool]]

MOST_SHARED: Final = 0.2
"""Of a sentence's word runs, said in the last twenty replies."""
SHARED_LATELY: Final = 0.35
"""The sum of the shares of twenty replies: their mean stays under .02."""
OPENERS_REUSED: Final = 2
"""Of sixty; and none of the last twenty."""
OPENERS_NEAR: Final = 20
LOOPS: Final = 3
"""A run of words so often in one reply is a loop."""
ITEMS: Final = 6
"""Lines of a list."""
LONGEST: Final[dict[Lang, int]] = {"en": 800, "zh": 300, "ja": 360}
"""Characters of a reply: a fuse, how long she speaks is said in the prompt."""
AT_LENGTH: Final = 2
"""So many times as long where the user asked for something that takes its time."""
ECHO: Final[dict[Lang, int]] = {"en": 4, "zh": 6, "ja": 7}
"""A sentence of so many words that is the user's own, word for word, is an echo."""
ITEM: Final = re.compile(r"^\s*(?:[-•·*]|\d{1,3}[.)、])\s*")
ENDING: Final = frozenset({"list", "long"})
"""What ends a reply without anything being wrong with it."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Why a sentence is not shown. `whole`: all of it had come; else its first words told. `words` of it had been read."""

    reason: Reason
    whole: bool = True
    words: int = 0

    @property
    def ends(self) -> bool:
        """The reply is good as it is and simply ends here."""
        return self.reason in ENDING


class VarietyGuard:
    """One reply's guard. `system` is the text that no reply may repeat, `asked` the user's words that are answered."""

    def __init__(self, lately: Lately, spared: Spared, said_before: SaidBefore, *, system: str = "", asked: str = "") -> None:
        self._lately = lately
        self._spared = spared
        self._said_before = said_before
        self._lang = lately.lang
        self._system = frozenset(runs(tokens(system, self._lang), LONG[self._lang]))
        self._asked = asked
        self._theirs = frozenset(key(tokens(one, self._lang)) for one in (asked, *split_sentences(asked)))
        self._longest = LONGEST[self._lang] * (AT_LENGTH if spared.at_length else 1)
        self._words: list[str] = []
        self._keys: Counter[str] = Counter()
        self._moulds: set[str] = set()
        self._items = 0
        self._length = 0

    async def judge(self, text: str, before: str = "") -> Hit | None:
        """What is wrong with a whole sentence that would follow what was accepted; None where nothing is."""
        words = tokens(text, self._lang)
        if not words:
            return Hit("broken") if no_reply(text, self._asked) else None
        reason = self._broken(text, before, words) or self._repeated(text, words)
        if reason is None and not self._may_return(words) and not self._spared.farewell:
            marks = marks_of(text, self._lang, every=1, without=self._spared.long_runs)
            reason = "phrase" if await self._said_before(marks) else None
        return None if reason is None else Hit(reason, words=len(words))

    def early(self, waiting: str) -> Hit | None:
        """The same from the first words of a sentence, where they tell already."""
        # The last word may still be growing.
        words = tokens(waiting, self._lang)[:-1]
        reason = self._early(waiting, words)
        return None if reason is None else Hit(reason, whole=False, words=len(words))

    def _early(self, waiting: str, words: list[str]) -> Reason | None:
        if stuck(waiting):
            return "broken"
        if begins_foreign(waiting, self._lang, self._asked):
            return "language"
        if not self._words and len(words) >= OPENER[self._lang] and self._opens_alike(words):
            return "opener"
        if self._long_run(words):
            return "phrase"
        return "loop" if self._circles(words) else None

    def accept(self, text: str, before: str = "") -> None:
        """The sentence is shown."""
        words = tokens(text, self._lang)
        self._words += words
        self._keys[key(words)] += 1
        self._moulds |= moulds(words, self._lang)
        self._items += self._is_item(text, before)
        self._length += len(before) + len(text)

    def _broken(self, text: str, before: str, words: list[str]) -> Reason | None:
        """What makes it no reply, whatever was said before."""
        if self._system & frozenset(runs(words, LONG[self._lang])):
            return "prompt"
        if no_reply(text, self._asked):
            return "broken"
        if len(words) >= ECHO[self._lang] and key(words) in self._theirs:
            return "echo"
        if foreign(text, self._lang, self._asked):
            return "language"
        if self._is_item(text, before) and self._items >= ITEMS:
            return "list"
        return "long" if self._length + len(text) > self._longest else None

    def _repeated(self, text: str, words: list[str]) -> Reason | None:
        if self._circles(words) or self._again(words):
            return "loop"
        if self._may_return(words):
            return None
        if len(words) > SHORT_SENTENCE[self._lang] and key(words) in self._lately.sentences:
            return "sentence"
        if not self._words and self._opens_alike(words):
            return "opener"
        if self._long_run(words):
            return "phrase"
        if self._of_a_mould(words):
            return "mould"
        return "overlap" if self._shares_too_much(words) else None

    def _may_return(self, words: list[str]) -> bool:
        return key(words) in self._spared.sentences

    def _again(self, words: list[str]) -> bool:
        """The same sentence again within the reply."""
        times = self._keys[key(words)]
        most = LOOPS if self._spared.refrains or len(words) <= SHORT_SENTENCE[self._lang] else 1
        return times >= most

    def _circles(self, words: list[str]) -> bool:
        """Word runs of the reply that come back and back."""
        found = Counter(runs([*self._words, *words], RUN[self._lang]))
        most = LOOPS * (3 if self._spared.refrains else 1)
        return bool(found) and max(found.values()) >= most

    def _opens_alike(self, words: list[str]) -> bool:
        """Whether sixty replies hold that opening: a few may come back, if it is long ago."""
        if self._spared.farewell:
            return False
        head = " ".join(words[: OPENER[self._lang]])
        openers = self._lately.openers
        return head in openers and (self._lately.reused >= OPENERS_REUSED or head in openers[-OPENERS_NEAR:])

    def _of_a_mould(self, words: list[str]) -> bool:
        """A sentence out of the same mould as one of lately, or of this reply."""
        return not self._spared.refrains and bool(moulds(words, self._lang) & (self._lately.moulds | self._moulds))

    def _long_run(self, words: list[str]) -> bool:
        """Eight words in a row that she said lately, over the border of sentences too."""
        length = LONG[self._lang]
        found = set(runs([*self._words[1 - length :], *words], length))
        return bool((found & self._lately.long_runs) - self._spared.long_runs)

    def _shares_too_much(self, words: list[str]) -> bool:
        said = self._lately.runs - self._spared.runs
        own = runs(words, RUN[self._lang])
        if sum(one in said for one in own) > 1 and overlap(own, said) > MOST_SHARED:
            return True
        reply = runs([*self._words, *words], RUN[self._lang])
        return sum(self._lately.shares[1:]) + overlap(reply, said) > SHARED_LATELY and overlap(own, said) > 0

    def _is_item(self, text: str, before: str) -> bool:
        return bool(ITEM.match(text)) or ("\n" in before and self._items > 0)
