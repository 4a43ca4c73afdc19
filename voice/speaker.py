"""She speaks: sentences one after another, with the lips and the caption of what is being heard."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from voice.delivery import delivery
from voice.errors import VoiceError
from voice.ports import AudioOut, Synthesiser
from voice.speech_handle import SpeechHandle
from voice.synthesis_queue import Result, SynthesisQueue, prepare
from voice.tone import PLAIN, Tone
from voice.utterance import VRM_VISEMES

REST: Final = dict.fromkeys(VRM_VISEMES, 0.0)


@dataclass(frozen=True, slots=True)
class Caption:
    """The sentence being spoken and the characters of the word that sounds now (empty before the first)."""

    text: str
    begin: int
    end: int


def ignore(*_: object) -> None:
    """Take no notice."""


class Speaker:
    """Speaks through `out` with `synthesiser`. Everything here belongs to one thread, the one that calls `tick`.

    Call `tick` on every frame: it starts what is ready and calls back. `threaded=False` synthesises within `tick`, which
    makes a conversation in virtual time repeatable. Faults of the voice come to `on_fault`, each once; a sentence that no
    engine could speak passes in silence, with its caption.
    """

    def __init__(
        self,
        synthesiser: Synthesiser,
        out: AudioOut,
        *,
        on_started: Callable[[SpeechHandle], None] = ignore,
        on_ended: Callable[[SpeechHandle], None] = ignore,
        on_fault: Callable[[VoiceError], None] = ignore,
        on_ready: Callable[[], None] = ignore,
        threaded: bool = True,
    ) -> None:
        self._synthesiser, self._out = synthesiser, out
        self._on_started, self._on_ended, self._on_fault = on_started, on_ended, on_fault
        self._on_ready = on_ready
        self._queue = SynthesisQueue(synthesiser, on_ready) if threaded else None
        self._waiting: deque[SpeechHandle] = deque()
        self._now: SpeechHandle | None = None
        self._muted = False
        self._told = ""

    # --- commands

    def say(
        self, text: str, lang: str, emotion: str = "neutral", strength: float = 1.0, *, voice: str = "",
        rate: float = 1.0, feeling: float = 1.0, tag: object = None, tone: Tone = PLAIN,
    ) -> SpeechHandle:
        """Speak a sentence after those before it."""
        how = delivery(lang, emotion, strength, voice=voice, rate=rate, feeling=feeling, tone=tone)
        handle = SpeechHandle(text, how, tag=tag)
        self._waiting.append(handle)
        if self._queue:
            self._queue.put(handle)
        return handle

    def stop(self) -> str:
        """Be silent at once and forget what was queued; the words of the current sentence that were heard."""
        now, waiting = self._now, tuple(self._waiting)
        if now:
            now.played = self._out.played()
        if self._now is not now:  # it came to its end in this moment
            now = None
        self._now = None
        self._waiting.clear()
        self._out.stop()
        self._synthesiser.cancel()
        heard = ""
        if now and not now.over:
            now.state = "interrupted"
            heard = now.heard_text()
        for handle in waiting:
            handle.state = "interrupted"
        for handle in (*((now,) if now else ()), *waiting):
            self._on_ended(handle)
        return heard

    def mute(self, muted: bool) -> None:
        """Without sound; lips and captions go on."""
        self._muted = muted
        self._out.volume(0.0 if muted else 1.0)

    def use(self, *, synthesiser: Synthesiser | None = None, out: AudioOut | None = None) -> None:
        """Change voice or loudspeaker. What is being said stops; the old ones are closed."""
        self.stop()
        if synthesiser is not None:
            self._use_synthesiser(synthesiser)
        if out is not None:
            self._out.close()
            self._out = out
            self._out.volume(0.0 if self._muted else 1.0)

    def close(self) -> None:
        """Stop and let go of engine, thread and device."""
        self.stop()
        if self._queue:
            self._queue.close()
        self._synthesiser.close()
        self._out.close()

    def tick(self) -> None:
        """Let time pass: call on every frame."""
        self._follow()
        while self._now is None and (result := self._next()) is not None:
            self._begin(*result)

    # --- what is being heard

    @property
    def muted(self) -> bool:
        """Whether she speaks without sound."""
        return self._muted

    @property
    def speaking(self) -> bool:
        """Whether a sentence sounds now."""
        return self._now is not None

    @property
    def busy(self) -> bool:
        """Whether a sentence sounds or waits."""
        return self._now is not None or bool(self._waiting)

    def lips(self) -> tuple[dict[str, float], float]:
        """Weights of aa, ih, ou, ee, oh, and how far the lips are pressed together, for the sound heard now."""
        at = self._follow()
        if self._now is None or self._now.track is None:
            return dict(REST), 0.0
        return self._now.track.at(at)

    def caption(self) -> Caption | None:
        """The sentence and the word heard now; None while she is silent."""
        if self._now is None:
            return None
        word = self._now.word()
        return Caption(self._now.text, word.begin if word else 0, word.end if word else 0)

    # --- inside

    def _follow(self) -> float:
        """Note how far the sound is. Asking may end the sentence, so the handle is looked up afterwards."""
        at = self._out.played() if self._now else 0.0
        if self._now:
            self._now.played = at
        return at

    def _next(self) -> Result | None:
        if self._queue is None:
            return (self._waiting[0], prepare(self._synthesiser, self._waiting[0])) if self._waiting else None
        while (result := self._queue.get()) is not None:
            if not result[0].over:
                return result
        return None

    def _begin(self, handle: SpeechHandle, fault: VoiceError | None) -> None:
        if self._waiting and self._waiting[0] is handle:
            self._waiting.popleft()
        self._tell(fault)
        if handle.utterance is None:
            handle.state = "failed"
            self._on_ended(handle)
            return
        self._now, handle.state = handle, "speaking"
        self._on_started(handle)
        if self._now is handle:
            self._out.start(handle.utterance.pcm, handle.utterance.rate, lambda: self._end(handle))

    def _tell(self, fault: VoiceError | None) -> None:
        """A fault is told once, not with every sentence."""
        if fault is not None and fault.kind != "cancelled" and fault.message != self._told:
            self._told = fault.message
            self._on_fault(fault)

    def _end(self, handle: SpeechHandle) -> None:
        if self._now is not handle:
            return
        self._now = None
        handle.played = handle.utterance.seconds if handle.utterance else 0.0
        handle.state = "done"
        self._on_ended(handle)

    def _use_synthesiser(self, synthesiser: Synthesiser) -> None:
        threaded = self._queue is not None
        if self._queue:
            self._queue.close()
        self._synthesiser.close()
        self._synthesiser = synthesiser
        self._queue = SynthesisQueue(synthesiser, self._on_ready) if threaded else None
