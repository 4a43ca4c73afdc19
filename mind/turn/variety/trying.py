"""One reply's tries with a server: when it is asked again, when it is given up, and which question waits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from mind.events import Sentence
from mind.languages import Lang
from mind.ports import Deadline, Prompt
from mind.turn.variety.again import ask_again
from mind.turn.variety.guard import Hit, VarietyGuard
from mind.turn.variety.lately import QUESTIONS, ends_asking
from mind.turn.variety.wholeness import reads_whole

MOST: Final = 2
"""Times a server is asked again within a reply."""
LOST: Final = 1.0
"""Sentences that may be lost before her first is shown: nobody waits longer for the sake of variety. A further try that is lost,
too, adds nothing, for the rules speak at once, where the server would have taken a sentence."""
SENTENCE: Final[dict[Lang, int]] = {"en": 9, "zh": 11, "ja": 15}
"""Words (characters) of a sentence as servers begin with."""
EARLY: Final = 0.25
"""What any lost try costs at least."""
FIRST_TOKEN: Final = 6.0
"""Seconds a further try may take to begin: she has been waited for already."""
ENOUGH: Final = 2
"""Sentences of a reply that may stand as they are, where the next one may not be said."""
WAITED: Final = 5.0
"""Seconds without a word of hers after which no further try is made: the rules have their words ready."""


class Trying:
    """The guard of a reply with its tries. `asked` is how many of the last nine replies ended in a question."""

    def __init__(self, guard: VarietyGuard, lang: Lang, asked: int = 0) -> None:
        self._guard = guard
        self._lang = lang
        self._no_question = asked >= QUESTIONS
        self._waiting: Sentence | None = None
        self._base: Prompt | None = None
        self._accepted = 0
        self._lost = 0.0
        self._broken = False
        self.gave_up = False
        """Whether the server was left although little of its reply could be shown."""
        self.tries = 0
        """How often the server was asked again, or given up."""
        self.usage: tuple[int, int] | None = None
        """Tokens asked and said, of all tries."""

    @property
    def silenced(self) -> bool:
        """Whether the server did say something that was not shown."""
        return self.tries > 0 or self._broken or self._waiting is not None

    async def judge(self, sentence: Sentence) -> Hit | None:
        """What is wrong with a sentence of the server's."""
        return await self._guard.judge(sentence.text, sentence.before)

    def early(self, waiting: str) -> Hit | None:
        """What its first words tell already."""
        return self._guard.early(waiting) if waiting else None

    def released(self, sentence: Sentence) -> tuple[Sentence, ...]:
        """The sentences to show now. A question waits for a sentence to follow where too many replies end in one."""
        held, self._waiting = self._waiting, None
        if self._no_question and ends_asking(sentence.text):
            self._waiting = sentence
            return (held,) if held is not None else ()
        return (held, sentence) if held is not None else (sentence,)

    def accept(self, sentence: Sentence) -> None:
        """A sentence of the server's was shown."""
        self._accepted += 1
        self._guard.accept(sentence.text, sentence.before)

    def whole(self, sentences: Sequence[Sentence], shown: Sequence[Sentence]) -> list[Sentence]:
        """The last sentences without one that was broken off."""
        if not sentences or reads_whole(sentences[-1].text, self._lang, " ".join(one.text for one in shown)):
            return list(sentences)
        self._broken = True
        return list(sentences[:-1])

    def again(self, prompt: Prompt, hit: Hit, accepted: str, waited: float = 0.0) -> Prompt | None:
        """What to ask next; None where what was said stands, or the rules go on.

        `waited`: seconds since the server was asked first.
        """
        self._base = self._base or prompt
        self._waiting = None
        if not self._accepted:
            self._lost += max(EARLY, hit.words / SENTENCE[self._lang])
        self.tries += 1
        if hit.ends or self._accepted >= ENOUGH:
            return None
        late = not self._accepted and (self._lost > LOST or waited > WAITED)
        if self.tries > MOST or late:
            self.gave_up = True
            return None
        return ask_again(self._base, self._lang, hit, accepted, self.tries - 1)

    def deadline(self, deadline: Deadline) -> Deadline:
        """That of a further try."""
        return replace(deadline, first_token=min(deadline.first_token, FIRST_TOKEN))

    def used(self, usage: tuple[int, int] | None) -> None:
        """Add the server's count of tokens."""
        if usage is not None:
            before = self.usage or (0, 0)
            self.usage = before[0] + usage[0], before[1] + usage[1]
