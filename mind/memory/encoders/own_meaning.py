"""Meaning without any model: LSA fitted on the two's own talk, in memory alone, and anew when the talk has grown."""

from __future__ import annotations

from typing import Final

from mind.errors import Bug
from mind.memory.encoders.lsa import LEAST_TEXTS, fit
from mind.memory.encoders.meaning import Meaning, NamesOf
from mind.memory.encoders.protocol import Encoder, Vectors
from mind.memory.recall.query import bare
from mind.memory.recall.words import terms
from mind.ports import Store

HELD: Final = 60_000
"""The newest turns that have a vector: a bound on memory (some 23 MB)."""
FITTED: Final = 20_000
"""Turns that the space is fitted on, evenly taken from those: a bound on time (some seconds)."""
GROWN: Final = 1.25
"""How much more talk there must be for a new fit."""


class OwnMeaning(Meaning):
    """`Meaning` by `LsaEncoder`. Where there is too little talk yet, it has no encoder and finds nothing."""

    def __init__(self, store: Store, names: NamesOf) -> None:
        super().__init__(store, _no_model, names)
        self._tried_on = 0

    async def catch_up(self) -> int:
        """Fit where it is due, then encode what was said since."""
        said = await self._store.run(lambda uow: uow.turns.newest())
        if said >= max(LEAST_TEXTS, GROWN * self._tried_on):
            self._tried_on = said
            await self._fit()
        return 0 if self.encoder is None else await super().catch_up()

    async def _fit(self) -> None:
        self._called = await self._store.run(self._names)
        turns = await self._store.run(lambda uow: uow.vectors.texts(HELD))
        texts = [bare(text, self._called) for _, text in turns]
        found = await self._in_thread(lambda: fitted(texts))
        if found is None:
            return
        encoder, rows = found
        ids = [turn_id for turn_id, _ in turns]
        await self._store.run(lambda uow: uow.vectors.hold(encoder.key, ids, rows))
        self.encoder, self._whole = encoder, True


def fitted(texts: list[str]) -> tuple[Encoder, Vectors] | None:
    """The encoder and the row of each text; None where the texts tell too little."""
    step = -(-len(texts) // FITTED) or 1
    encoder = fit(texts[::step], terms)
    return None if encoder is None else (encoder, encoder.encode(texts))


def _no_model() -> Encoder:
    raise Bug("LSA opens no model")
