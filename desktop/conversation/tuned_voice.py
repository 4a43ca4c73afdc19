"""The voice of the character on the stage: each sentence brings its own along, and pitch and loudness are as set."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Final, Protocol

from desktop.conversation.voice_address import VoiceAddress, read_address
from voice.errors import SynthesisFault
from voice.ports import Delivery, Synthesiser
from voice.utterance import Utterance

MOST_OPEN: Final = 2
"""Engines kept ready: the one she speaks with, and the one that was tried last."""


class Tuning(Protocol):
    """Pitch and loudness as a character's settings say."""

    pitch: float
    volume: float


class TunedVoice:
    """A `Synthesiser` whose `Delivery.voice` is a `VoiceAddress`.

    `open_chain` makes the engine of a name with others behind it, who speak with the voice `own` names; it is called in the
    thread that speaks, as engines take time to open. `tuning` is asked anew for every sentence.
    """

    name = "tuned"

    def __init__(
        self, open_chain: Callable[[str], Synthesiser], tuning: Callable[[], Tuning], own: Callable[[], str] = str
    ) -> None:
        self._open_chain, self._tuning, self._own = open_chain, tuning, own
        self._open: dict[tuple[str, str], Synthesiser] = {}
        self._lock = threading.Lock()

    def speak(self, text: str, delivery: Delivery) -> Utterance:
        """See `voice.ports.Synthesiser`. A voice that has to speak alone raises its fault, and is opened anew next time."""
        address, tuned = read_address(delivery.voice), self._tuning()
        asked = replace(
            delivery, voice=address.voice, pitch=delivery.pitch * tuned.pitch, volume=delivery.volume * tuned.volume
        )
        chain = self._ready(address)
        if not address.alone:
            return chain.speak(text, asked)
        try:
            said = chain.speak(text, asked)
            if said.fault is not None:
                raise said.fault
        except SynthesisFault as fault:
            if fault.kind != "cancelled":
                # What was only tried shall not count as a failure of the voice she speaks with.
                self._drop(address)
            raise
        return said

    def cancel(self) -> None:
        """Abort a running `speak`."""
        for chain in self._chains():
            chain.cancel()

    def close(self) -> None:
        """Let go of the engines."""
        for chain in self._chains():
            chain.close()
        with self._lock:
            self._open.clear()

    def _chains(self) -> list[Synthesiser]:
        with self._lock:
            return list(self._open.values())

    def _ready(self, address: VoiceAddress) -> Synthesiser:
        """The chain that begins with the engine, the most recently used last; anew where another engine speaks for it."""
        key = address.engine, self._own()
        with self._lock:
            chain = self._open.pop(key, None)
        if chain is not None and address.alone and chain.name not in (address.engine, "none"):
            chain.close()
            chain = None
        chain = chain or self._open_chain(address.engine)
        with self._lock:
            self._open[key] = chain
            old = [self._open.pop(each) for each in list(self._open)[:-MOST_OPEN]]
        for each in old:
            each.close()
        return chain

    def _drop(self, address: VoiceAddress) -> None:
        with self._lock:
            chain = self._open.pop((address.engine, self._own()), None)
        if chain is not None:
            chain.close()
