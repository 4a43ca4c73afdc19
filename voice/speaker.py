"""She speaks: sentences one after another, with the lips and the caption of what is being heard."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from voice.delivery import delivery
from voice.errors import VoiceError
from voice.output.volume_ramp import VolumeRamp
from voice.patience import within
from voice.ports import AudioOut, Sound, Synthesiser
from voice.speech_handle import Piece, SpeechHandle, pieces
from voice.synthesis_queue import GOODBYE, MOST, SynthesisQueue, prepare
from voice.tone import PLAIN, Tone
from voice.utterance import VRM_VISEMES, Stress
from voice.visemes.lip_track import FRAME, LipTrack

REST: Final = dict.fromkeys(VRM_VISEMES, 0.0)


HANDED: Final = 2
"""Sounds that the output is given at least: the one that is heard, and the one that follows it without a sample between."""


@dataclass(frozen=True, slots=True)
class Caption:
    """The sentence being spoken and the characters of the word that sounds now (empty before the first).

    Of a very long sentence, the stretch that is being spoken.
    """

    text: str
    begin: int
    end: int


def ignore(*_: object) -> None:
    """Take no notice."""


class Speaker:
    """Speaks through `out` with `synthesiser`. Everything here belongs to one thread, the one that calls `tick`.

    Call `tick` on every frame: it hands over what is ready and calls back. `on_ready` is called from another thread when
    something is: a tick then comes a little sooner. `threaded=False` synthesises within `tick`, which makes a conversation in
    virtual time repeatable. Faults of the voice come to `on_fault`, each once; a sentence that no engine could speak passes in
    silence, with its caption. An engine that hangs holds up nobody.

    `on_started` and `on_ended` come when the first and the last of a sentence are heard; after `stop` nothing comes any more.
    """

    lip_offset: float = 0.0
    """Seconds by which the lips come later than they would by themselves; less than 0 earlier."""

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
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._synthesiser, self._out = synthesiser, out
        self._on_started, self._on_ended, self._on_fault = on_started, on_ended, on_fault
        self._on_ready = on_ready
        self._queue = SynthesisQueue(synthesiser, on_ready) if threaded else None
        self._waiting: deque[SpeechHandle] = deque()
        self._uncut: deque[SpeechHandle] = deque()
        self._cut: Iterator[Piece] = iter(())
        self._handed: deque[Piece] = deque()
        self._past: Piece | None = None
        self._sounding: Piece | None = None
        self._now: SpeechHandle | None = None
        self._muted = False
        self._ramp = VolumeRamp(clock)
        self._told = ""

    # --- commands

    def say(
        self, text: str, lang: str, emotion: str = "neutral", strength: float = 1.0, *, voice: str = "",
        rate: float = 1.0, feeling: float = 1.0, tag: object = None, tone: Tone = PLAIN, aloud: str = "",
    ) -> SpeechHandle:
        """Speak a sentence after those before it; only `aloud` of it, as long as the text with blanks, where that is given."""
        how = delivery(lang, emotion, strength, voice=voice, rate=rate, feeling=feeling, tone=tone)
        handle = SpeechHandle(text, how, aloud=aloud, tag=tag)
        self._waiting.append(handle)
        if self._queue:
            self._queue.put(handle)
        else:
            self._uncut.append(handle)
        return handle

    def stop(self) -> str:
        """Be silent at once and forget what was queued; the words of the current sentence that were heard."""
        self._follow()  # what came to its end in this moment is told first
        now, waiting = self._now, tuple(handle for handle in self._waiting if handle is not self._now)
        self._out.stop()
        self._forget()
        for handle in (*((now,) if now else ()), *waiting):
            handle.state = "interrupted"
        if self._queue:
            self._queue.cancel()
        self.duck(1.0, 0.0)
        heard = now.heard_text() if now else ""
        for handle in (*((now,) if now else ()), *waiting):
            self._on_ended(handle)
        return heard

    def mute(self, muted: bool) -> None:
        """Without sound; lips and captions go on."""
        self._muted = muted
        self._set_volume()

    def duck(self, factor: float, seconds: float = 0.04) -> None:
        """Be so much quieter (1: as loud as ever), within some seconds; call `tick` often meanwhile. Silence ends it."""
        if factor != self._ramp.goal or seconds <= 0:
            changed = self._ramp.now() != factor
            self._ramp.go(factor, seconds)
            if changed:
                self._set_volume()

    def use(self, *, synthesiser: Synthesiser | None = None, out: AudioOut | None = None) -> None:
        """Change voice or loudspeaker. What is being said stops; the old ones are closed."""
        self.stop()
        if synthesiser is not None:
            threaded = self._let_go()
            self._synthesiser = synthesiser
            self._queue = SynthesisQueue(synthesiser, self._on_ready) if threaded else None
        if out is not None:
            self._out.close()
            self._out = out
            self._set_volume()

    def close(self) -> None:
        """Stop and let go of engine, thread and device. An engine that hangs is left to itself."""
        self.stop()
        self._let_go()
        self._out.close()

    def tick(self) -> None:
        """Let time pass: call on every frame."""
        self._follow()
        if self._ramp.moving:
            self._set_volume()
        most = HANDED if self._queue is None else MOST + 1
        while len(self._handed) < most and (piece := self._next()) is not None:
            self._hand(piece)
        self._follow()

    # --- what is being heard

    @property
    def muted(self) -> bool:
        """Whether she speaks without sound."""
        return self._muted

    @property
    def volume(self) -> float:
        """How loud she is at this moment, from 0 to 1."""
        return 0.0 if self._muted else self._ramp.now()

    @property
    def turning(self) -> bool:
        """Whether she is on the way to another loudness."""
        return self._ramp.moving

    @property
    def speaking(self) -> bool:
        """Whether a sentence sounds now."""
        return self._now is not None

    @property
    def busy(self) -> bool:
        """Whether a sentence sounds or waits."""
        return self._now is not None or bool(self._waiting)

    def lips(self, frame: float | None = None) -> tuple[dict[str, float], float]:
        """Weights of aa, ih, ou, ee, oh, and how far the lips are pressed together, for the sound heard now; with `frame`, for a
        picture that is seen from now on for so many seconds.

        Lips do not stop where a sentence does: the end of the one before and the beginning of the one after reach into it.
        """
        at = self._follow() - self.lip_offset + (frame or 0.0) / 2
        weights, closed = dict(REST), 0.0
        for track, place in self._tracks(at):
            shape, pressed = track.at(place, frame or FRAME)
            weights = {name: max(weight, shape[name]) for name, weight in weights.items()}
            closed = max(closed, pressed)
        return weights, closed

    def accents(self) -> tuple[float, tuple[Stress, ...]]:
        """The second of the sound that is on, and its stressed syllables: the same object while it lasts; none in silence."""
        at = self._follow()
        now = self._sounding
        return (at, now.utterance.stresses) if now is not None and now.utterance is not None else (0.0, ())

    def caption(self) -> Caption | None:
        """The sentence and the word heard now; None while she is silent."""
        now = self._now
        if now is None:
            return None
        word = now.word()
        text = now.utterance.text if now.utterance else now.text
        return Caption(text, word.begin - now.begin if word else 0, word.end - now.begin if word else 0)

    # --- inside

    def _set_volume(self) -> None:
        self._out.volume(self.volume)

    def _follow(self) -> float:
        """Note how far the sound is. Asking may begin and end sentences, so they are looked up afterwards."""
        at = self._out.played() if self._handed else 0.0
        if self._sounding is None:
            return 0.0
        handle = self._sounding.handle
        handle.played = max(handle.played, handle.before + at)
        return at

    def _tracks(self, at: float) -> Iterator[tuple[LipTrack, float]]:
        """The lips that may show at `at` seconds of the sound that is on, each with the place in it."""
        now = self._sounding
        if now is None:
            return
        if self._past is not None and self._past.track is not None:
            yield self._past.track, at + self._past.seconds
        if now.track is not None:
            yield now.track, at
        following = self._handed[1] if len(self._handed) > 1 else None
        if following is not None and following.track is not None:
            yield following.track, at - now.seconds

    def _next(self) -> Piece | None:
        if self._queue is None:
            piece = self._cut_next()
            if piece is not None:
                prepare(self._synthesiser, piece)
            return piece
        while (piece := self._queue.get()) is not None:
            if not piece.handle.over:
                return piece
        return None

    def _cut_next(self) -> Piece | None:
        """Without a thread: the next piece, unprepared."""
        piece = next(self._cut, None)
        if piece is None and self._uncut:
            self._cut = pieces(self._uncut.popleft())
            piece = next(self._cut)
        return piece

    def _hand(self, piece: Piece) -> None:
        """Give it to the output, to sound right after the one before."""
        if piece.utterance is None:  # given up by the engine, and by nobody else
            return
        self._handed.append(piece)
        sound = piece.utterance
        self._out.add(Sound(sound.pcm, sound.rate, lambda: self._begin(piece), lambda: self._end(piece)))

    def _tell(self, fault: VoiceError | None) -> None:
        """A fault is told once, not with every sentence."""
        if fault is not None and fault.message != self._told:
            self._told = fault.message
            self._on_fault(fault)

    def _begin(self, piece: Piece) -> None:
        """Its first sample is heard."""
        if piece not in self._handed:
            return
        if self._queue:
            self._queue.begun(piece)
        piece.take_up()
        handle = self._now = piece.handle
        self._sounding = piece
        self._tell(piece.fault)
        if piece.first:
            if self._waiting and self._waiting[0] is handle:
                self._waiting.popleft()
            handle.state = "speaking"
            self._on_started(handle)

    def _end(self, piece: Piece) -> None:
        """Its last sample was heard."""
        if self._sounding is not piece:
            return
        self._handed.popleft()
        self._past, self._sounding = piece, None
        handle = piece.handle
        handle.played = handle.before + piece.seconds
        if piece.last:
            self._now = None
            handle.state = "done"
            self._on_ended(handle)

    def _forget(self) -> None:
        self._now = self._sounding = self._past = None
        self._waiting.clear()
        self._handed.clear()
        self._uncut.clear()
        self._cut = iter(())

    def _let_go(self) -> bool:
        """Close voice and thread, in the time a window can spare; whether there was a thread."""
        if self._queue:
            self._queue.close()
        within(GOODBYE, self._synthesiser.close, "closing a voice")
        return self._queue is not None
