"""The brain that needs nothing: it says what the plan has written."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Sequence
from typing import Final

from mind.ports import Deadline, Prompt

SENTENCE_BREAK: Final = "\x02"
"""Between sentences that were written as such, so that none is divided or joined again."""

CJK: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def written(sentences: Sequence[str]) -> str:
    """Sentences as one text that falls apart into the same sentences."""
    return "".join((_joint(sentence) if index else "") + sentence for index, sentence in enumerate(sentences))


def _joint(sentence: str) -> str:
    """What stands before a sentence that is not the first: Chinese and Japanese take no space."""
    return SENTENCE_BREAK + ("" if CJK.search(sentence) else " ")


class OfflineBrain:
    """Yields the plan's draft. Cannot fail."""

    kind = "offline"
    model = ""

    async def stream(self, prompt: Prompt, deadline: Deadline) -> AsyncIterator[str]:
        """The draft, a sentence a piece, cues included."""
        for index, sentence in enumerate(prompt.plan.draft):
            yield (_joint(sentence) if index else "") + sentence

    async def close(self) -> None:
        """Nothing to let go of."""
