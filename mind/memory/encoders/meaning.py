"""An encoder at work beside the talk: a question's vector in good time, the turns' vectors while nobody waits.

Its faults never reach a reply: recall then goes by words alone, and the fault is told once.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeVar

import numpy as np

from mind.domain import Speaker
from mind.errors import EncoderFault
from mind.memory.encoders.protocol import Encoder, Vectors
from mind.memory.recall.query import bare, question_vector
from mind.ports import Store, UnitOfWork

logger = logging.getLogger(__name__)

T = TypeVar("T")
Names = Mapping[Speaker, tuple[str, ...]]
NamesOf = Callable[[UnitOfWork], Names]
State = Literal["opening", "working", "ready", "away"]

IN_GOOD_TIME: Final = 0.35
"""Seconds that a reply waits for its question's vector."""
BATCH: Final = 16
"""Turns encoded at a go: a question that comes meanwhile need not wait long."""
SETTLING: Final = 2.0
"""Seconds after the start before any work."""
FIRST_PAUSE, LONGEST_PAUSE = 30.0, 1800.0
"""Seconds between two tries with an encoder that is away."""
LEAVING: Final = 1.0
"""Seconds that closing waits for work under way."""
PROBE: Final = "She waters the tomatoes before breakfast."
PROBE_KEY: Final = "encoder.probe"
STILL_THE_SAME: Final = 0.98
"""Cosine of the probe then and now: below it the model has changed behind its name."""


@dataclass(frozen=True, slots=True)
class Sense:
    """A question in an encoder's space."""

    key: str
    vector: Vectors


class Meaning:
    """One encoder for one store. `open_encoder` blocks and may raise `EncoderFault`; `names` tells what the two are called.

    Use it on one event loop: `start` it there, `wake` it when something was said, `close` it at the end.
    """

    def __init__(
        self,
        store: Store,
        open_encoder: Callable[[], Encoder],
        names: NamesOf,
    ) -> None:
        self._store = store
        self._open = open_encoder
        self._names = names
        self._threads = ThreadPoolExecutor(2, thread_name_prefix="hearth-encoder")
        self._busy: set[Future[Any]] = set()
        self._wake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._called: Names = {}
        self._below: int | None = None
        self._whole = False
        self._closed = False
        self.encoder: Encoder | None = None
        self.state: State = "opening"
        self.fault: EncoderFault | None = None
        self._untold: EncoderFault | None = None

    def start(self) -> None:
        """Begin to work in the background of the running loop."""
        self._task = self._task or asyncio.get_running_loop().create_task(self._work(), name="encoder")

    def wake(self) -> None:
        """There may be new turns."""
        self._wake.set()

    def news(self) -> EncoderFault | None:
        """A fault that was not told yet: each is given once."""
        fault, self._untold = self._untold, None
        return fault

    async def close(self) -> None:
        """Stop, and let go of the encoder."""
        self._closed = True
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
        encoder, self.encoder = self.encoder, None
        if encoder is not None:
            encoder.close()
        # What a server is slow to answer is left to end by itself.
        _, slow = await asyncio.to_thread(wait, set(self._busy), LEAVING)
        self._threads.shutdown(wait=not slow, cancel_futures=True)

    async def question(self, text: str, seconds: float = IN_GOOD_TIME) -> Sense | None:
        """The vector of a question; None where it cannot be had in that time."""
        encoder = self.encoder
        if encoder is None or self.state == "away":
            return None
        try:
            async with asyncio.timeout(seconds):
                vector = await self._in_thread(lambda: question_vector(encoder, text, self._called))
        except TimeoutError:
            logger.info("hearth: a question was not encoded within %.2f s", seconds)
            return None
        except EncoderFault as fault:
            self._gone(fault)
            return None
        return Sense(encoder.key, vector) if vector.any() else None

    async def catch_up(self) -> int:
        """Encode some turns that have no vector yet, the newest first; how many. 0 where all have one."""
        encoder = await self._ready()
        turns = None
        while turns is None:
            turns = await self._store.run(lambda uow: self._lacking(uow, encoder.key))
        if not turns:
            await self._drop_others(encoder.key)
            return 0
        rows = await self._in_thread(lambda: self._encoded(encoder, [text for _, text in turns]))
        read = [(turn_id, text, row) for (turn_id, text), row in zip(turns, rows, strict=True)]
        await self._store.run(lambda uow: _keep(uow, encoder.key, read))
        return len(turns)

    # --- in the background

    async def _work(self) -> None:
        # A program that only says one thing is over before this.
        await asyncio.sleep(SETTLING)
        pause = FIRST_PAUSE
        while True:
            began = time.monotonic()
            try:
                done = await self.catch_up()
            except EncoderFault as fault:
                self._gone(fault)
                await self._rest(pause)
                pause = min(2 * pause, LONGEST_PAUSE)
                continue
            pause = FIRST_PAUSE
            self.state = "working" if done else "ready"
            if done:
                # As long a rest as the work took: the talk and the picture come first.
                await asyncio.sleep(min(1.0, time.monotonic() - began))
            else:
                await self._wake.wait()
                self._wake.clear()
                self._called = await self._store.run(self._names)

    async def _rest(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
        self._wake.clear()

    async def _ready(self) -> Encoder:
        if self.encoder is None:
            self.encoder = await self._opened()
            self.fault = None
        elif self.state == "away":
            # The probe tells whether it is back, before any turn's words are sent.
            encoder = self.encoder
            await self._in_thread(lambda: encoder.encode([PROBE]))
            self.state, self.fault = "working", None
        return self.encoder

    async def _opened(self) -> Encoder:
        """The encoder, with the names of the two known and its space in memory."""
        encoder = await self._in_thread(self._open_or_leave)
        probe = (await self._in_thread(lambda: encoder.encode([PROBE])))[0]
        self._called = await self._store.run(self._names)
        if await self._store.run(lambda uow: _changed(uow, encoder.key, probe)):
            logger.warning("hearth: the model behind the encoder changed; its vectors are made anew")
            await self._drop(encoder.key)
        await self._store.run(lambda uow: _keep_probe(uow, encoder.key, probe))
        while await self._store.run(lambda uow: uow.vectors.warm(encoder.key)):
            pass
        return encoder

    def _open_or_leave(self) -> Encoder:
        encoder = self._open()
        if self._closed:
            encoder.close()
        return encoder

    def _gone(self, fault: EncoderFault) -> None:
        if self.fault is None or self.fault.message != fault.message:
            logger.warning("hearth: the encoder is away: %s", fault.kind)
            self._untold = fault
        self.state, self.fault = "away", fault

    def _lacking(self, uow: UnitOfWork, key: str) -> list[tuple[int, str]] | None:
        """Some turns without a vector: of the newest, then one window after another down to the first turn ever.

        None where this window has all of them, and there are more.
        """
        newest = uow.vectors.missing(key, None, 4 * BATCH)
        if newest.turns or self._whole:
            return list(newest.turns[:BATCH])
        part = uow.vectors.missing(key, self._below)
        if part.turns:
            return list(part.turns[:BATCH])
        self._below = part.below
        if part.below is not None:
            return None
        self._whole = True
        return []

    async def _drop_others(self, key: str) -> None:
        """Every turn has a vector of this encoder: those of earlier ones have had their time."""
        for other in await self._store.run(lambda uow: uow.vectors.keys()):
            if other != key:
                await self._drop(other)

    async def _drop(self, key: str) -> None:
        while await self._store.run(lambda uow: _drop_some(uow, key)):
            pass

    def _encoded(self, encoder: Encoder, texts: Sequence[str]) -> Vectors:
        """The rows of turns; of those without any letter, or of a name alone, zeroes."""
        plain = [bare(text, self._called) for text in texts]
        said = [place for place, text in enumerate(plain) if any(letter.isalnum() for letter in text)]
        rows = np.zeros((len(texts), encoder.dim), np.float32)
        if said:
            rows[said] = encoder.encode([plain[place] for place in said])
        return rows

    async def _in_thread(self, work: Callable[[], T]) -> T:
        future = self._threads.submit(work)
        self._busy.add(future)
        future.add_done_callback(self._busy.discard)
        return await asyncio.wrap_future(future)


def _keep(uow: UnitOfWork, key: str, read: Sequence[tuple[int, str, Vectors]]) -> None:
    uow.vectors.keep(key, read)
    uow.commit()


def _drop_some(uow: UnitOfWork, key: str) -> bool:
    more = uow.vectors.drop(key)
    uow.commit()
    return more


def _changed(uow: UnitOfWork, key: str, probe: Vectors) -> bool:
    """Whether a model gives another vector for the same words under the same name: then it is another."""
    kept = uow.keepsakes.get(PROBE_KEY)
    if not isinstance(kept, dict) or kept.get("key") != key:
        return False
    before = np.array(kept.get("row"), np.float32)
    return before.shape != probe.shape or float(before @ probe) < STILL_THE_SAME


def _keep_probe(uow: UnitOfWork, key: str, probe: Vectors) -> None:
    uow.keepsakes.put(PROBE_KEY, {"key": key, "row": np.round(probe.astype(float), 4).tolist()})
    uow.commit()
