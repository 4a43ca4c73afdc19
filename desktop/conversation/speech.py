"""Her voice in the window: sentences to the speaker, captions and lips back, and what was heard when she is cut off."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desktop.conversation.her_voice import MakeVoice, Voice
from desktop.conversation.said import GLANCE, Said
from desktop.conversation.voice_address import address_of
from desktop.settings.model import CharacterVoice
from mind.events import Sentence
from mind.languages import Lang
from voice.errors import SynthesisFault, VoiceError
from voice.reading.carried import Carried
from voice.speaker import REST
from voice.speech_handle import SpeechHandle
from voice.tone import PLAIN, Tone
from voice.utterance import Stress

log = logging.getLogger("hearth.speech")

TICK: Final = 16
AGAIN: Final = -1
"""The reply that what is said again belongs to: to none."""
MURMUR: Final = -2
"""The same of a small sound while she thinks."""
MURMURED: Final = 0.6
"""How loud that is beside her voice."""
DUCKED: Final = 0.2
"""How loud she goes on while the user begins to speak over her: 14 dB less."""
DUCKING: Final = 0.04
RISING: Final = 0.25
"""Seconds in which she becomes quieter, and as loud as before."""
QUICK: Final = 5
"""Milliseconds between ticks on the way."""


class Speech(QObject):
    """One reply is one number from `begin`; `heard` tells what of it came through."""

    started = Signal(object)
    """A sentence begins to sound: its cues are due."""
    sounded = Signal(object)
    """The first sample of a sentence is heard: its handle."""
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
        self.trial_tone: Tone | None = None
        """The tone of what is tried, where it has one of its own."""
        self._voice: Voice | None = None
        self._reply = 0
        self._said: list[Said] = []
        self._waiting: list[Said] = []
        self._now: Said | None = None
        self._speaking = False
        self._last: tuple[str, int, int] = ("", 0, 0)
        self._furthest = (0, 0)
        self._again: list[Said] = []
        self._holding = False
        self._held: list[Said] = []
        self._begun = False
        self._murmur: Said | None = None
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
        return self._now is not None or bool(self._waiting) or self._voice_busy()

    def _voice_busy(self) -> bool:
        return self._murmur is None and self._voice is not None and self._voice.busy

    @property
    def waiting(self) -> bool:
        """Whether a reply is ready and lets the user finish first."""
        return bool(self._held)

    @property
    def begun(self) -> bool:
        """Whether anything of the reply was heard, or read."""
        return self._begun

    @property
    def sounding(self) -> bool:
        """Whether she is under way with her voice, the pauses between sentences included, or a small sound is."""
        return self._murmur is not None or (self.busy and (self._begun or self.replaying))

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
        self._said, self._held, self._begun = [], [], False
        self._trying = False
        self._carried = Carried()
        return self._reply

    def say(self, sentence: Sentence, trial: CharacterVoice | None = None) -> None:
        """Speak a sentence of the reply after those before it; with `trial` in that voice, and in no other if it fails."""
        self.end_replay()
        said = Said(sentence, self._reply, trial)
        self._said.append(said)
        if self._holding and not self._begun:
            self._held.append(said)
        else:
            self.speak(said)

    def speak(self, said: Said) -> None:
        """Hand it to the voice, or where there is none to the reader's eyes."""
        self.end_murmur()
        own, self._trying = said.trial or self._own, said.trial is not None
        sentence = said.sentence
        if self._voice is not None and sentence.text.strip():
            cue = next((cue for cue in sentence.cues if cue.kind == "expression"), None)
            said.handle = self._voice.say(
                sentence.text, sentence.lang, cue.name if cue else "neutral", cue.strength if cue else 1.0,
                voice=str(address_of(own.engine, own.voice, alone=self._trying)), rate=own.rate, feeling=own.feeling,
                tag=said, tone=(self.trial_tone if self._trying else None) or self.tone,
                aloud=self._carried.spoken(sentence.text),
            )
        else:
            self._waiting.append(said)
        self._timer.start()

    # --- manners

    def duck(self, on: bool) -> None:
        """Be quiet while the user begins to speak, or as loud as before."""
        if self._voice is not None:
            self._voice.duck(DUCKED if on else 1.0, DUCKING if on else RISING)
            self.tick()

    def hold(self, on: bool) -> None:
        """While the user speaks: a reply of which nothing was heard waits with its first sound, and so does the next."""
        self._holding = on
        if on and self.busy and not (self._begun or self.replaying or self._held):
            if self._voice is not None:
                self._voice.stop()
            self._waiting = [said for said in self._waiting if said not in self._said]
            for said in self._said:
                said.handle = None
                self._held.append(said)
            self.settle()
        elif not on:
            held, self._held = self._held, []
            for said in held:
                self.speak(said)
            self.settle()

    def murmur(self, text: str, lang: Lang) -> bool:
        """A small quiet sound while she thinks, no part of any reply; False where something else is to be heard."""
        if self._voice is None or self.busy or self._held or self._holding or self._murmur is not None:
            return False
        self._murmur = said = Said(Sentence(0, text, lang), MURMUR)
        own, self._trying = self._own, False
        self._voice.say(
            text, lang, voice=str(address_of(own.engine, own.voice)), rate=own.rate, feeling=own.feeling, tag=said,
            tone=replace(self.tone, volume=self.tone.volume * MURMURED),
        )
        self._timer.start()
        return True

    def end_murmur(self) -> None:
        """Cut it off: what she has to say goes first."""
        if self._murmur is not None and self._voice is not None:
            self._voice.stop()
        self._murmur = None

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
        self._murmur = None
        self._held.clear()
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
        return said.read(time.monotonic(), said is self._now)

    # --- time

    def tick(self) -> None:
        """Let time pass."""
        if self._voice is not None:
            self._voice.tick()
        self.turn_page()
        if not self.busy:
            self.over_again()
        self.settle()
        if self._voice is not None and self._voice.turning:
            self._timer.setInterval(QUICK)
        elif self._timer.interval() != TICK:
            self._timer.setInterval(TICK)
        if not (self.busy or self._murmur is not None or self._timer.interval() == QUICK):
            self._timer.stop()

    def turn_page(self) -> None:
        """Without a voice: the next caption when this one has been read."""
        now = time.monotonic()
        if self._now is not None and now >= self._now.until:
            self._now.over = True
            self._now = None
        if self._now is None and self._waiting and not self._voice_busy():
            said = self._waiting.pop(0)
            said.until = now + said.seconds_to_read
            self._now = said
            self.tell_started(said)

    def settle(self) -> None:
        """Tell the caption and whether she speaks, where they changed."""
        caption = self._voice.caption() if self._voice is not None and self._murmur is None else None
        shown = ("", 0, 0)
        if caption is not None:
            # A device's clock may step back a little; the word that sounds does not.
            self._furthest = max(self._furthest, (caption.begin, caption.end))
            shown = (caption.text, *self._furthest)
        elif self._now is not None:
            at = len(self.read(self._now)) // GLANCE * GLANCE
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
        if handle.tag is not None and handle.tag is self._murmur:
            return
        self._furthest = (0, 0)
        self.sounded.emit(handle)
        self.voiced.emit(handle.delivery.voice, handle.fault)
        if isinstance(handle.tag, Said):
            self.tell_started(handle.tag)

    def tell_started(self, said: Said) -> None:
        """A sentence begins, for the first time or again."""
        if said.reply == AGAIN:
            self.replayed.emit(said.sentence)
        else:
            self._begun = True
        self.started.emit(said.sentence)

    def on_fault(self, fault: VoiceError) -> None:
        """Something is wrong with voice or loudspeaker; a voice that is only tried tells it through `voiced`."""
        if not (self._trying and isinstance(fault, SynthesisFault)):
            self.failed.emit(fault)

    def on_ended(self, handle: SpeechHandle) -> None:
        """The voice is done with a sentence; one that failed is shown as a caption instead."""
        said = handle.tag
        if said is self._murmur:
            self._murmur = None
        elif isinstance(said, Said) and handle.state == "failed" and said.reply in (self._reply, AGAIN):
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
