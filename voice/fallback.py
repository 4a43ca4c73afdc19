"""Engines behind one another: the first that works speaks, and the one that was wanted comes back."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from voice.errors import EngineHangs, SynthesisFault
from voice.ports import Delivery, Synthesiser
from voice.utterance import Utterance

log = logging.getLogger("hearth.voice")

Make = Callable[[], Synthesiser]

AGAIN: Final = (60.0, 120.0, 240.0, 480.0, 960.0)
"""Seconds after which an engine that failed is tried again, after its first failure, its second and so on, then no more."""

WELL: Final = 900.0
"""Seconds without a failure after which the earlier ones are forgotten."""

QUIET: Final = 2.0
"""Seconds of silence after which a new reply begins, and with it the voice may change."""

TRIAL: Final = {"en": "Hello.", "zh": "你好。", "ja": "こんにちは。"}


@dataclass(slots=True, eq=False)
class Place:
    """An engine in the line. `out` failed; `back` works again and waits for a new reply."""

    make: Make
    state: Literal["in", "out", "back"] = "in"
    engine: Synthesiser | None = None
    fault: SynthesisFault | None = None
    failures: int = 0
    failed_at: float = float("-inf")
    trying: bool = False
    voice: str = ""
    """That it was asked to speak with."""
    no_voice: str = ""
    """A voice that it does not have."""

    def due(self, now: float) -> bool:
        """Whether it is time to try it again."""
        return 0 < self.failures <= len(AGAIN) and now - self.failed_at >= AGAIN[self.failures - 1]


class FallbackSynthesiser:
    """Speaks with the first engine that works; see `voice.ports.Synthesiser`.

    An engine that fails is left for the next one, which says the same sentence; the utterance carries the fault, once an
    outage. It is tried again later with a word that nobody hears, and takes over when it works, between two replies, never
    within one. Where every engine fails at a sentence, the sentence is at fault: `speak` raises, and the engines stay.
    `Delivery.voice` is for the first engine; the others get `own_voice`, or the same where it is None.
    """

    def __init__(
        self, makers: Sequence[Make], own_voice: str | None = "", clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._line = [Place(make) for make in makers]
        self._own_voice, self._clock = own_voice, clock
        self._lock = threading.Lock()
        self._now: Synthesiser | None = None
        self._stops = 0
        self._closed = False
        self._sounds_until = float("-inf")
        self.name = "none"

    def speak(self, text: str, delivery: Delivery) -> Utterance:
        """See `voice.ports.Synthesiser`. Raises `SynthesisFault` when no engine is left, or when stopped."""
        stops = self._stops
        self._bring_back(delivery.lang)
        failed: list[tuple[Place, SynthesisFault]] = []
        for place in self._candidates():
            if self._stops != stops:
                raise SynthesisFault("The sentence was stopped.", kind="cancelled")
            try:
                said = self._say(place, text, delivery)
            except SynthesisFault as fault:
                if fault.kind == "cancelled":
                    raise
                failed.append((place, fault))
            else:
                return self._noted(place, said, failed)
        raise self._nobody(failed)

    def cancel(self) -> None:
        """Abort a running `speak`; whatever is said next is a new reply."""
        self._stops += 1
        self._sounds_until = float("-inf")
        engine = self._now
        if engine is not None:
            engine.cancel()

    def close(self) -> None:
        """Let go of all engines."""
        self._stops += 1
        with self._lock:
            self._closed = True
            engines = [place.engine for place in self._line if place.engine is not None]
            for place in self._line:
                place.engine = None
        for engine in engines:
            engine.close()

    # --- speaking

    def _candidates(self) -> list[Place]:
        """Who may speak now, in order; where nobody may, those whose time has come again."""
        now = self._clock()
        ready = [place for place in self._line if place.state == "in"]
        return ready or [place for place in self._line if place.state == "back" or place.due(now)]

    def _say(self, place: Place, text: str, delivery: Delivery) -> Utterance:
        voice = delivery.voice if place is self._line[0] or self._own_voice is None else self._own_voice
        if voice == place.no_voice:
            voice = ""
        place.voice = voice
        engine = self._opened(place)
        self._now = engine
        try:
            return engine.speak(text, replace(delivery, voice=voice))
        except SynthesisFault as fault:
            if fault.kind != "no-voice" or not voice:
                raise
            place.no_voice = voice
            return replace(self._say(place, text, delivery), fault=fault)
        finally:
            self._now = None

    def _opened(self, place: Place) -> Synthesiser:
        with self._lock:
            if place.engine is not None:
                return place.engine
        made = place.make()
        with self._lock:
            if not self._closed:
                place.engine = made
                return made
        made.close()
        raise SynthesisFault("The voice was closed.", kind="cancelled")

    def _noted(self, place: Place, said: Utterance, failed: Sequence[tuple[Place, SynthesisFault]]) -> Utterance:
        """The utterance, with why it is not the wanted voice that says it."""
        now = self._clock()
        for other, fault in failed:
            self._put_out(other, fault)
        place.state = "in"
        if now - place.failed_at > WELL:
            place.failures = 0
        if place.engine is not None:
            self.name = place.engine.name
        self._sounds_until = max(now, self._sounds_until) + said.seconds
        return replace(said, fault=failed[0][1]) if failed else said

    def _nobody(self, failed: Sequence[tuple[Place, SynthesisFault]]) -> SynthesisFault:
        """The fault of a sentence that no engine could speak. Those that hung are not asked again soon."""
        for place, fault in failed:
            if isinstance(fault, EngineHangs):
                self._put_out(place, fault)
        if failed:
            return failed[0][1]
        kept = next((place.fault for place in self._line if place.fault is not None), None)
        return kept or SynthesisFault("There is no voice on this machine.", "Run the set-up again.")

    # --- failing and coming back

    def _put_out(self, place: Place, fault: SynthesisFault) -> None:
        log.warning("a voice fails: %s", type(fault).__name__)
        place.state, place.fault, place.failed_at = "out", fault, self._clock()
        place.failures += 1
        with self._lock:
            engine, place.engine = place.engine, None
        if engine is not None:
            engine.close()

    def _bring_back(self, lang: str) -> None:
        """At a new reply those who work again take their place; those whose time has come are tried."""
        now = self._clock()
        if now > self._sounds_until + QUIET:
            for place in self._line:
                if place.state == "back":
                    place.state, place.fault = "in", None
        if any(place.state == "in" for place in self._line):
            for place in self._line:
                if place.state == "in":
                    break
                if place.state == "out" and not place.trying and place.due(now):
                    place.trying = True
                    threading.Thread(target=self._try, args=(place, lang), name="voice-trial", daemon=True).start()

    def _try(self, place: Place, lang: str) -> None:
        """Whether an engine works again, by a word that nobody hears."""
        try:
            word = TRIAL.get(lang, TRIAL["en"])
            said = self._opened(place).speak(word, Delivery(lang if lang in TRIAL else "en", place.voice))
            if not said.seconds:
                raise SynthesisFault("The voice gave no sound.")
            place.state = "back"
        except SynthesisFault as fault:
            self._put_out(place, fault)
        finally:
            place.trying = False
