"""One voice at a time is tried: what she says ends, the sample is no part of the talk, and what fails is told to who asked."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Signal

from desktop.conversation.conversation import Conversation
from desktop.conversation.voice_address import VoiceAddress, address_of, read_address
from desktop.settings.model import CharacterVoice
from mind.events import Sentence
from voice.errors import VoiceError
from voice.tone import Tone

TrialState = Literal["", "preparing", "sounding"]


class VoiceTrial(QObject):
    """`state` and `address` say which voice is tried now and how far it is; nothing is chosen by it. One for the house."""

    changed = Signal()
    told = Signal()
    """`faults` is another now."""

    def __init__(self, conversation: Conversation, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._conversation, self._speech = conversation, conversation.speech
        self.state: TrialState = ""
        self.address: VoiceAddress | None = None
        self.faults: dict[VoiceAddress, VoiceError] = {}
        """Of voices that did not speak when they were last asked to, in a trial or in the talk."""
        self._sentence: Sentence | None = None
        self._begun = False
        self._speech.voiced.connect(self.voiced)
        self._speech.started.connect(self.started)
        self._speech.speaking_changed.connect(self.settled)

    def play(self, voice: CharacterVoice, sentence: Sentence, tone: Tone | None = None) -> None:
        """Say `sentence` with `voice` as soon as what she says has ended, in a `tone` of its own where that is given."""
        self._speech.trial_tone = tone
        self.address, self._sentence = address_of(voice.engine, voice.voice), sentence
        if self.faults.pop(self.address, None) is not None:
            self.told.emit()
        self._begun = False
        self.become("preparing")
        self._conversation.after_stop(lambda: self.begin(voice, sentence), shown=False)

    def begin(self, voice: CharacterVoice, sentence: Sentence) -> None:
        """Nothing sounds any more."""
        if self._sentence is not sentence:
            return
        self._begun = True
        self._conversation.aside(sentence, voice)
        self._speech.settle()
        if not self._speech.busy:
            self.end()

    def stop(self) -> None:
        """Silence."""
        if self._sentence is not None:
            self.end()
            self._conversation.stop()

    def of(self, address: VoiceAddress) -> TrialState:
        """How far the trial of this voice is; empty where another or none is tried."""
        return self.state if self.address == address.shared else ""

    # --- what the speech tells

    def voiced(self, told: str, fault: VoiceError | None) -> None:
        """A sentence begins: with that voice, or not."""
        address = read_address(told)
        trial = self._sentence is not None and address.alone
        if fault is not None:
            if trial:
                self.end()
                self._conversation.stop()
            self.faults[address.shared] = fault
            self.told.emit()
        elif trial and self.faults.pop(address.shared, None) is not None:
            self.told.emit()

    def started(self, sentence: Sentence) -> None:
        """The sample is heard, or she says something else."""
        if sentence is self._sentence:
            self.become("sounding")
        elif self._sentence is not None:
            self.end()

    def settled(self, speaking: bool) -> None:
        """She is silent again."""
        if not speaking and self._begun:
            self.end()

    def end(self) -> None:
        """Nothing is tried any more."""
        self._sentence = self.address = None
        self._begun = False
        self.become("")

    def become(self, state: TrialState) -> None:
        """Tell what changed."""
        self.state = state
        self.changed.emit()
