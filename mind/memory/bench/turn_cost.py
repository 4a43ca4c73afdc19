"""What a turn costs by itself: all of it but the brain's own thinking."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from typing import Final

from mind.brains import OfflineBrain
from mind.character import MIRA
from mind.ports import Deadline, Prompt
from mind.store import SqliteStore
from mind.talk import RulePlanner
from mind.turn.companion import Companion

TURNS: Final = 40
WARMING: Final = 4
SAID: Final = (
    "Good evening! Today was long, but the garden looks lovely after the rain.",
    "My sister called about the trip in October, she found a cabin by the lake.",
    "Do you remember what I told you about the new job?",
    "I baked bread again and this time it did rise.",
    "What did I say about my knee last month?",
    "The dog stole a sock and hid it under the sofa.",
    "I am a bit nervous about the exam on Friday.",
    "Who helped me when the car broke down?",
)
"""What is said, over and over: telling and asking."""


class InstantBrain:
    """A brain that answers at once, so that only what is around it is measured."""

    kind = "bench"
    model = "bench"

    async def stream(self, prompt: Prompt, deadline: Deadline) -> AsyncIterator[str]:
        """Two short sentences."""
        yield "I see. "
        yield "Tell me more about it."

    async def close(self) -> None:
        """Nothing to let go of."""


def turn_seconds(store: SqliteStore, number: int = TURNS) -> list[float]:
    """Seconds of whole turns, from the user's words to the kept reply; closes the store."""
    return asyncio.run(_turns(store, number))


async def _turns(store: SqliteStore, turns: int) -> list[float]:
    she = Companion(store, RulePlanner(), InstantBrain(), OfflineBrain(), MIRA, seed=1)
    seconds = []
    try:
        for number in range(turns + WARMING):
            began = time.perf_counter()
            async for _ in she.say(SAID[number % len(SAID)]):
                pass
            seconds.append(time.perf_counter() - began)
    finally:
        await she.close()
    return seconds[WARMING:]
