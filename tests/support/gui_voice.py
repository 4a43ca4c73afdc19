"""A voice whose time is told by the test: sentences sound until `finish` or `play_to`."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

import numpy as np

from voice.delivery import delivery
from voice.errors import VoiceError
from voice.speaker import REST, Caption
from voice.speech_handle import SpeechHandle
from voice.tone import PLAIN, Tone
from voice.utterance import Stress, Utterance, WordMark


def utterance(text: str) -> Utterance:
    """A tenth of a second for each character, a mark for each word."""
    marks, at = [], 0
    for word in text.split(" "):
        marks.append(WordMark(at / 10, at, at + len(word)))
        at += len(word) + 1
    return Utterance(text, np.zeros(len(text) * 100, np.int16), 1000, (), tuple(marks))


class ScriptedVoice:
    """Stands in for `voice.speaker.Speaker`. `at_once` ends each sentence at the next tick."""

    def __init__(
        self, *, on_started: Callable[[SpeechHandle], None], on_ended: Callable[[SpeechHandle], None],
        on_fault: Callable[[VoiceError], None], on_ready: Callable[[], None] = lambda: None, at_once: bool = True,
    ) -> None:
        self._started, self._ended, self.on_fault = on_started, on_ended, on_fault
        self.at_once = at_once
        self.said: list[str] = []
        self.tones: list[Tone] = []
        self.waiting: deque[SpeechHandle] = deque()
        self.now: SpeechHandle | None = None
        self.muted = False
        self.stopped = 0
        self.closed = False
        self.lip_offset = 0.0
        self.loudness = [1.0]
        """How loud she was asked to be, one after the other."""
        self.turning = False

    def say(self, text: str, lang: str, emotion: str = "neutral", strength: float = 1.0, *, voice: str = "",
            rate: float = 1.0, feeling: float = 1.0, tag: object = None, tone: Tone = PLAIN, aloud: str = "") -> SpeechHandle:
        how = delivery(lang, emotion, strength, voice=voice, rate=rate, feeling=feeling, tone=tone)
        handle = SpeechHandle(text, how, aloud=aloud, tag=tag)
        handle.utterance = utterance(text)
        self.said.append(text)
        self.tones.append(tone)
        self.waiting.append(handle)
        return handle

    def stop(self) -> str:
        self.stopped += 1
        self.duck(1.0, 0.0)
        heard = ""
        for handle in (*([self.now] if self.now else ()), *self.waiting):
            handle.state = "interrupted"
            heard = heard or handle.heard_text()
        self.now = None
        self.waiting.clear()
        return heard

    def mute(self, muted: bool) -> None:
        self.muted = muted

    def duck(self, factor: float, seconds: float = 0.04) -> None:
        if factor != self.loudness[-1]:
            self.loudness.append(factor)

    def tick(self) -> None:
        if self.now is not None and self.at_once:
            self.finish()
        if self.now is None and self.waiting:
            self.now = self.waiting.popleft()
            self.now.state = "speaking"
            self._started(self.now)

    def finish(self) -> None:
        """The sentence was heard to its end."""
        handle, self.now = self.now, None
        if handle is not None:
            handle.state = "done"
            self._ended(handle)

    def play_to(self, seconds: float) -> None:
        """So much of the current sentence was heard."""
        assert self.now is not None
        self.now.played = seconds

    def lips(self, frame: float | None = None) -> tuple[dict[str, float], float]:
        return dict(REST), 0.0

    def accents(self) -> tuple[float, tuple[Stress, ...]]:
        return 0.0, ()

    def caption(self) -> Caption | None:
        if self.now is None:
            return None
        word = self.now.word()
        return Caption(self.now.text, word.begin if word else 0, word.end if word else 0)

    def close(self) -> None:
        self.closed = True

    @property
    def speaking(self) -> bool:
        return self.now is not None

    @property
    def busy(self) -> bool:
        return self.now is not None or bool(self.waiting)


class VoiceBox:
    """Makes scripted voices and remembers the last one."""

    def __init__(self, *, at_once: bool = True) -> None:
        self.at_once = at_once
        self.voice: ScriptedVoice | None = None

    def __call__(self, _folder: object, _settings: object) -> Callable[..., Any]:
        def make(**callbacks: Any) -> ScriptedVoice:
            self.voice = ScriptedVoice(at_once=self.at_once, **callbacks)
            return self.voice

        return make
