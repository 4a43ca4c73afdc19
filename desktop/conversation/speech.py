"""Her voice in the window: sentences to the speaker, captions and lips back, and what was heard when she is cut off."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desktop.conversation.voice_address import address_of
from desktop.settings.model import CharacterVoice
from mind.events import Sentence
from voice.errors import SynthesisFault, VoiceError
from voice.reading.carried import Carried
from voice.speaker import REST, Caption
from voice.speech_handle import SpeechHandle
from voice.tone import PLAIN, Tone
from voice.utterance import Stress

log = logging.getLogger("hearth.speech")

TICK: Final = 16
READING: Final = {"en": 15.0, "zh": 6.0, "ja": 7.0}
"""Characters a second at which a caption is read where no voice sets the pace."""
SHORTEST, LONGEST = 1.2, 20.0
GLANCE: Final = 4
"""Characters taken in at a glance."""
AGAIN: Final = -1
"""The reply that what is said again belongs to: to none."""


class Voice(Protocol):
    """What the window needs of `voice.speaker.Speaker`."""

    def say(
        self, text: str, lang: str, emotion: str = "neutral", strength: float = 1.0, *, voice: str = "",
        rate: float = 1.0, feeling: float = 1.0, tag: object = None, tone: Tone = PLAIN, aloud: str = "",
    ) -> SpeechHandle: ...

    def stop(self) -> str: ...

    def mute(self, muted: bool) -> None: ...

    def tick(self) -> None: ...

    def lips(self, frame: float | None = None) -> tuple[dict[str, float], float]: ...

    def accents(self) -> tuple[float, tuple[Stress, ...]]: ...

    def caption(self) -> Caption | None: ...

    def close(self) -> None: ...

    lip_offset: float

    @property
    def speaking(self) -> bool: ...

    @property
    def busy(self) -> bool: ...


MakeVoice = Callable[..., Voice]
"""Called with `on_started`, `on_ended`, `on_fault` and `on_ready`; raises `VoiceError` where no engine can be had."""


@dataclass(slots=True, eq=False)
class Said:
    """A sentence on its way to be heard."""

    sentence: Sentence
    reply: int
    handle: SpeechHandle | None = None
    until: float = 0.0
    """Without a voice: when its caption has been read."""
    over: bool = False


class Speech(QObject):
    """One reply is one number from `begin`; `heard` tells what of it came through."""

    started = Signal(object)
    """A sentence begins to sound: its cues are due."""
    captioned = Signal(str, int, int)
    """The sentence, and the word that sounds; an end that is not behind its begin tells how far reading has come."""
    replayed = Signal(object)
    """The sentence that is said again now, as it was given to `replay`; None once that is over."""
    speaking_changed = Signal(bool)
    failed = Signal(object)
    voiced = Signal(str, object)
    """A sentence begins with the voice at this address, and why that one failed, or None."""
    _ready = Signal()
    """From the voice's own thread: a sentence is there, and need not wait for the next tick."""

    def __init__(self, make: MakeVoice | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._own = CharacterVoice()
        self._trying = False
        self.tone = PLAIN
        """How the bond and her mood sound, from the next sentence on."""
        self._voice: Voice | None = None
        self._reply = 0
        self._said: list[Said] = []
        self._waiting: list[Said] = []
        self._now: Said | None = None
        self._speaking = False
        self._last: tuple[str, int, int] = ("", 0, 0)
        self._furthest = (0, 0)
        self._again: list[Said] = []
        self._carried = Carried()
        self._lip_offset = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self.tick)
        self._ready.connect(self.tick, Qt.ConnectionType.QueuedConnection)
        if make is not None:
            self.take(make)

    def take(self, make: MakeVoice) -> None:
        """Begin with a voice; without one she speaks in captions."""
        self.close_voice()
        try:
            self._voice = make(
                on_started=self.on_started, on_ended=self.on_ended, on_fault=self.on_fault, on_ready=self._ready.emit
            )
            self._voice.lip_offset = self._lip_offset
        except VoiceError as fault:
            # The engine is missing: shown once, then captions alone.
            QTimer.singleShot(0, self, lambda fault=fault: self.failed.emit(fault))

    @property
    def voice(self) -> Voice | None:
        """The speaker, if there is one."""
        return self._voice

    @property
    def busy(self) -> bool:
        """Whether something sounds or waits."""
        return self._now is not None or bool(self._waiting) or (self._voice is not None and self._voice.busy)

    @property
    def speaking(self) -> bool:
        """Whether she is heard, or read, right now."""
        return self._speaking

    @property
    def replaying(self) -> bool:
        """Whether what is heard was said before: it is no part of the talk."""
        return bool(self._again)

    @property
    def lip_offset(self) -> float:
        """Seconds the lips come later than the sound."""
        return self._lip_offset

    @lip_offset.setter
    def lip_offset(self, seconds: float) -> None:
        self._lip_offset = seconds
        if self._voice is not None:
            self._voice.lip_offset = seconds

    def tune(self, own: CharacterVoice) -> None:
        """How the character speaks, from the next sentence on."""
        self._own = own

    # --- speaking

    def begin(self) -> int:
        """A new reply. What was being said again ends."""
        self.end_replay()
        self._reply += 1
        self._said = []
        self._trying = False
        self._carried = Carried()
        return self._reply

    def say(self, sentence: Sentence, trial: CharacterVoice | None = None) -> None:
        """Speak a sentence of the reply after those before it; with `trial` in that voice, and in no other if it fails."""
        self.end_replay()
        said = Said(sentence, self._reply)
        self._said.append(said)
        self.speak(said, trial)

    def speak(self, said: Said, trial: CharacterVoice | None = None) -> None:
        """Hand it to the voice, or where there is none to the reader's eyes."""
        own, self._trying = trial or self._own, trial is not None
        sentence = said.sentence
        if self._voice is not None and sentence.text.strip():
            cue = next((cue for cue in sentence.cues if cue.kind == "expression"), None)
            said.handle = self._voice.say(
                sentence.text, sentence.lang, cue.name if cue else "neutral", cue.strength if cue else 1.0,
                voice=str(address_of(own.engine, own.voice, alone=self._trying)), rate=own.rate, feeling=own.feeling,
                tag=said, tone=self.tone, aloud=self._carried.spoken(sentence.text),
            )
        else:
            self._waiting.append(said)
        self._timer.start()

    def replay(self, sentences: Sequence[Sentence]) -> bool:
        """Say sentences of the past again, in place of what is being said again; False while she speaks for real.

        Nothing of it counts as said: `heard` knows only the reply, and her next own word ends it.
        """
        if self.busy and not self.replaying:
            return False
        self.end_replay()
        self._again = [Said(sentence, AGAIN) for sentence in sentences]
        self._carried = Carried()
        for said in self._again:
            self.speak(said)
        return bool(self._again)

    def end_replay(self) -> None:
        """Let go of what is being said again."""
        if self._again:
            self.stop()

    def stop(self) -> str:
        """Be silent at once; what of the reply was heard."""
        if self._voice is not None:
            self._voice.stop()
        heard = self.heard()
        self._waiting.clear()
        self._now = None
        self.over_again()
        self.settle()
        return heard

    def over_again(self) -> None:
        """What was said again is over."""
        if self._again:
            self._again = []
            self.replayed.emit(None)

    def heard(self) -> str:
        """The reply up to the word that sounds now."""
        parts: list[str] = []
        for said in self._said:
            text = said.handle.heard_text() if said.handle is not None else self.read(said)
            parts.append(said.sentence.before + text if parts and text else text)
            if text != said.sentence.text:
                break
        return "".join(parts).rstrip()

    def read(self, said: Said) -> str:
        """As much of a caption without sound as there was time to read."""
        if said.over:
            return said.sentence.text
        if said is not self._now:
            return ""
        left = max(0.0, said.until - time.monotonic())
        pace = READING.get(said.sentence.lang, 12.0)
        shown = len(said.sentence.text) - int(left * pace)
        return said.sentence.text[: max(0, shown)]

    def read_to(self, said: Said) -> int:
        """About how far a reader has come."""
        return len(self.read(said)) // GLANCE * GLANCE

    # --- time

    def tick(self) -> None:
        """Let time pass."""
        if self._voice is not None:
            self._voice.tick()
        self.turn_page()
        if not self.busy:
            self.over_again()
        self.settle()
        if not self.busy:
            self._timer.stop()

    def turn_page(self) -> None:
        """Without a voice: the next caption when this one has been read."""
        now = time.monotonic()
        if self._now is not None and now >= self._now.until:
            self._now.over = True
            self._now = None
        if self._now is None and self._waiting and not (self._voice is not None and self._voice.busy):
            said = self._waiting.pop(0)
            length = len(said.sentence.text) / READING.get(said.sentence.lang, 12.0)
            said.until = now + min(LONGEST, max(SHORTEST, length))
            self._now = said
            self.tell_started(said)

    def settle(self) -> None:
        """Tell the caption and whether she speaks, where they changed."""
        caption = self._voice.caption() if self._voice is not None else None
        shown = ("", 0, 0)
        if caption is not None:
            # A device's clock may step back a little; the word that sounds does not.
            self._furthest = max(self._furthest, (caption.begin, caption.end))
            shown = (caption.text, *self._furthest)
        elif self._now is not None:
            at = self.read_to(self._now)
            shown = (self._now.sentence.text, at, at)
        if shown != self._last and (shown[0] or not self.busy):
            self._last = shown
            self.captioned.emit(*shown)
        speaking = self.busy
        if speaking != self._speaking:
            self._speaking = speaking
            self.speaking_changed.emit(speaking)

    def lips(self, frame: float | None = None) -> tuple[Mapping[str, float], float]:
        """The mouth for the sound heard now; with `frame` for a picture seen for so many seconds from now on."""
        return self._voice.lips(frame) if self._voice is not None else (REST, 0.0)

    def accents(self) -> tuple[float, tuple[Stress, ...]]:
        """The second of the sentence heard now, and its stressed syllables."""
        return self._voice.accents() if self._voice is not None else (0.0, ())

    def on_started(self, handle: SpeechHandle) -> None:
        """The voice begins a sentence."""
        self._furthest = (0, 0)
        self.voiced.emit(handle.delivery.voice, handle.fault)
        if isinstance(handle.tag, Said):
            self.tell_started(handle.tag)

    def tell_started(self, said: Said) -> None:
        """A sentence begins, for the first time or again."""
        if said.reply == AGAIN:
            self.replayed.emit(said.sentence)
        self.started.emit(said.sentence)

    def on_fault(self, fault: VoiceError) -> None:
        """Something is wrong with voice or loudspeaker; a voice that is only tried tells it through `voiced`."""
        if not (self._trying and isinstance(fault, SynthesisFault)):
            self.failed.emit(fault)

    def on_ended(self, handle: SpeechHandle) -> None:
        """The voice is done with a sentence; one that failed is shown as a caption instead."""
        said = handle.tag
        if isinstance(said, Said) and handle.state == "failed" and said.reply in (self._reply, AGAIN):
            said.handle = None
            self._waiting.append(said)

    def mute(self, muted: bool) -> None:
        """Without sound; captions and lips go on."""
        if self._voice is not None:
            self._voice.mute(muted)

    def close_voice(self) -> None:
        """Let go of engine and device."""
        if self._voice is not None:
            self.stop()
            self._voice.close()
            self._voice = None

    def close(self) -> None:
        """Stop for good."""
        self._timer.stop()
        self.close_voice()
