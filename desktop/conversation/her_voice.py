"""What the window needs of a voice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from voice.speaker import Caption
from voice.speech_handle import SpeechHandle
from voice.tone import PLAIN, Tone
from voice.utterance import Stress


class Voice(Protocol):
    """What the window needs of `voice.speaker.Speaker`."""

    def say(
        self, text: str, lang: str, emotion: str = "neutral", strength: float = 1.0, *, voice: str = "",
        rate: float = 1.0, feeling: float = 1.0, tag: object = None, tone: Tone = PLAIN, aloud: str = "",
    ) -> SpeechHandle: ...

    def stop(self) -> str: ...

    def mute(self, muted: bool) -> None: ...

    def duck(self, factor: float, seconds: float = 0.04) -> None: ...

    def tick(self) -> None: ...

    def lips(self, frame: float | None = None) -> tuple[dict[str, float], float]: ...

    def accents(self) -> tuple[float, tuple[Stress, ...]]: ...

    def caption(self) -> Caption | None: ...

    def close(self) -> None: ...

    lip_offset: float

    @property
    def muted(self) -> bool: ...

    @property
    def turning(self) -> bool: ...

    @property
    def speaking(self) -> bool: ...

    @property
    def busy(self) -> bool: ...


MakeVoice = Callable[..., Voice]
"""Called with `on_started`, `on_ended`, `on_fault` and `on_ready`; raises `VoiceError` where no engine can be had."""
