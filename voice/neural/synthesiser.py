"""Neural voices as a synthesiser: the model lives in a child process, what it cannot speak is spoken by espeak-ng."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from voice.errors import ModelFault, SynthesisFault
from voice.espeak.synthesiser import BREATH, JOINT
from voice.espeak.synthesiser import take as espeak_take
from voice.neural.child import Loaded, serve
from voice.neural.held import HeldVoice
from voice.neural.packages import need_packages
from voice.neural.requests import requests
from voice.neural.stand_in import stand_in
from voice.ports import Delivery
from voice.spoken_text import SpokenRun, spoken_runs
from voice.take import Take, joined
from voice.utterance import Utterance
from voice.visemes.alignment import take_of_sound
from voice.voice_packs.installed import find_pack
from voice.voice_packs.layout import Layout

PATIENCE: Final = 10.0
"""Seconds a piece of a sentence may take at least; after `HeldVoice.abandon` the piece before it may still be at work."""

PER_SOUND: Final = 0.15
"""Seconds a sound may take: a processor that is twice too slow to talk without a gap is still waited for."""

SPEED: Final = (0.5, 2.0)
PAUSES: Final = (0.2, 2.0)
LOUDEST: Final = 0.98
"""Of full scale."""


class NeuralSynthesiser:
    """`voice.ports.Synthesiser` by the packs in a folder. `Delivery.voice` is ``pack`` or ``pack#3``; the first pack where empty.

    Rate and pauses are the voice's own; volume is a gain; pitch and melody it cannot do. The model stays loaded between
    sentences, and one that was abandoned needs no new start.
    """

    name = "neural"

    def __init__(self, packs: Path, *, work: Callable[[Connection, str, int], None] = serve) -> None:
        self._packs = packs
        self._work = work
        self._speaking = threading.Lock()
        self._holding = threading.Lock()
        self._held: HeldVoice | None = None
        self._cancelled = threading.Event()

    def speak(self, text: str, delivery: Delivery) -> Utterance:
        """The sentence; silent and empty where it holds nothing to say. Raises `SynthesisFault`."""
        with self._speaking:
            self._cancelled.clear()
            layout, speaker = self._pack(delivery.voice)
            runs = spoken_runs(text, delivery.lang)
            pauses = [max(JOINT, run.rest) * delivery.pause for run in runs[:-1]] + [BREATH * delivery.pause]
            return joined(text, [self._take(*each, delivery, layout, speaker) for each in zip(runs, pauses, strict=False)])

    def prepare(self, voice: str) -> Loaded:
        """Load a voice before it is needed, and tell what that took. Raises `SynthesisFault`."""
        with self._speaking:
            self._cancelled.clear()
            return self._ready(self._pack(voice)[0])[1]

    def cancel(self) -> None:
        """Abort a running `speak` at once: it raises `SynthesisFault` of kind ``cancelled``."""
        if self._speaking.locked():
            self._cancelled.set()
            with self._holding:
                if self._held is not None:
                    self._held.abandon()

    def close(self) -> None:
        """End the child."""
        self.cancel()
        self._let_go()

    def _pack(self, voice: str) -> tuple[Layout, int]:
        need_packages()
        try:
            return find_pack(self._packs, voice)
        except ModelFault as fault:
            raise SynthesisFault(fault.message, fault.remedy, kind=fault.kind) from fault

    def _take(self, run: SpokenRun, pause: float, delivery: Delivery, layout: Layout, speaker: int) -> Take:
        other = replace(delivery, voice=stand_in(layout, speaker))
        if run.lang not in layout.ways:
            return espeak_take(run, other, self._cancelled.is_set, pause)
        voice, loaded = self._ready(layout)
        sound = [self._piece(voice, words, speaker, delivery) for words in requests(run, layout)]
        if not sound or not any(piece.any() for piece in sound):
            raise SynthesisFault("The neural voice gave no sound.", "Choose another voice in the settings.")
        return take_of_sound([run], other, at_volume(np.concatenate(sound), delivery.volume), loaded.rate, pause)

    def _piece(self, voice: HeldVoice, words: str | list[list[int]], speaker: int, delivery: Delivery) -> npt.NDArray[np.int16]:
        if self._cancelled.is_set():
            raise SynthesisFault("The sentence was stopped.", kind="cancelled")
        length = len(words) if isinstance(words, str) else sum(map(len, words))
        try:
            patience = PATIENCE + PER_SOUND * length
            return voice.sound(words, speaker, patience, within(delivery.rate, SPEED), within(delivery.pause, PAUSES))
        except SynthesisFault as fault:
            if fault.kind != "cancelled":
                self._let_go()
            raise

    def _ready(self, layout: Layout) -> tuple[HeldVoice, Loaded]:
        """The child that holds this pack; started where there is none. One that still loads when abandoned goes on."""
        held = self._held_for(layout)
        try:
            return held, held.ready(self._cancelled.is_set)
        except SynthesisFault as fault:
            if fault.kind != "cancelled":
                self._let_go()
            raise

    def _held_for(self, layout: Layout) -> HeldVoice:
        with self._holding:
            held = self._held
        if held is not None and held.folder == layout.folder and held.alive:
            held.forget_wakes()
            return held
        self._let_go()
        with self._holding:
            self._held = HeldVoice(layout.folder, threads(), self._work)
            return self._held

    def _let_go(self) -> None:
        with self._holding:
            held, self._held = self._held, None
        if held is not None:
            held.close()


def within(factor: float, bounds: tuple[float, float]) -> float:
    """A factor kept between bounds."""
    return min(bounds[1], max(bounds[0], factor))


def threads() -> int:
    """Two where the picture and the rest have others left."""
    return 2 if (os.cpu_count() or 1) >= 4 else 1


def at_volume(pcm: npt.NDArray[np.int16], volume: float) -> npt.NDArray[np.int16]:
    """Louder or softer by `volume`, never beyond full scale."""
    peak = float(np.abs(pcm.astype(np.int32)).max(initial=1)) / 32767
    gain = min(max(0.0, volume), max(1.0, LOUDEST / peak)) if volume > 1 else max(0.0, volume)
    return pcm if gain == 1.0 else np.asarray(np.clip(np.rint(pcm * gain), -32768, 32767), np.int16)
