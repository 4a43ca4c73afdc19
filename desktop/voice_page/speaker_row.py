"""Which loudspeaker, and whether it is heard: two notes, or a sentence."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.conversation.devices import loudspeaker_names
from desktop.conversation.voice_choices import VoiceChoice
from desktop.hearing_page.told import cause_of
from desktop.theme.words import words
from desktop.voice_page.sample import play
from desktop.voice_page.tone import Tone
from desktop.widgets.banner import announce
from desktop.widgets.flow import Flow
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push
from desktop.widgets.select import Select
from desktop.window.house import House


class SpeakerRow(QWidget):
    """A change counts at once; the result of a test is words."""

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self.select = Select("voice.speakers")
        self.play_tone = Push("voice.tone", "secondary", self.press_tone, small=True)
        self.sentence = Push("voice.test", "secondary", self.press_sentence, small=True)
        self.result = Paragraph("caption", "ink2")
        self.tone = Tone(house.makers.out, self)
        tests = Flow()
        tests.addWidget(self.play_tone)
        tests.addWidget(self.sentence)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.select)
        column.addLayout(tests)
        column.addWidget(self.result)
        self.result.hide()
        self.select.currentIndexChanged.connect(lambda _: self.choose())
        self.tone.changed.connect(self.show_tone)
        house.trial.changed.connect(self.show_trial)
        house.ends.append(self.tone.stop)
        words().changed.connect(self.refresh)

    def refresh(self) -> None:
        """Loudspeakers may have come or gone; the system's own is told by name."""
        found = loudspeaker_names()
        own = words()("voice.follow_named", device=found[0][1]) if found else words()("voice.follow_system")
        self.select.offer([("", own), *found], self._house.settings.audio.output)
        self.show_trial()
        self.play_tone.setText(words()("voice.stop_tone" if self.tone.playing else "voice.tone"))

    def choose(self) -> None:
        """Another loudspeaker, from now on."""
        self._house.settings.audio.output = self.select.value
        self._house.keep()
        self.result.hide()
        self._house.changes.engine.emit()

    # --- tests

    def press_tone(self) -> None:
        """Two notes; what she says ends for them."""
        if self.tone.playing:
            self.tone.stop()
            return
        self._house.trial.stop()
        self._house.conversation.stop()
        self.tone.play(self._house.settings.audio.output)

    def show_tone(self) -> None:
        """What the test found."""
        self.play_tone.setText(words()("voice.stop_tone" if self.tone.playing else "voice.tone"))
        if self.tone.fault is not None:
            self.tell(" ".join(cause_of(self.tone.fault)).strip(), wrong=True)
        elif self.tone.playing:
            self.tell(words()("voice.tone_plays"))
        elif self.tone.heard:
            self.tell(words()("voice.tone_played"))
        else:
            self.result.hide()

    def tell(self, text: str, *, wrong: bool = False) -> None:
        """The result, in words."""
        if text != self.result.text() or not self.result.isVisible():
            announce(self.result, text, urgent=wrong)
        self.result.setText(text)
        self.result.tint("rose" if wrong else "ink2")
        self.result.show()

    def press_sentence(self) -> None:
        """A sentence with the voice that is chosen."""
        self.tone.stop()
        self.result.hide()
        voice = self._house.voice
        play(self._house, VoiceChoice(voice.engine, voice.voice))

    def show_trial(self) -> None:
        """The button stops what it began."""
        self.sentence.setText(words()("voice.stop_test" if self._house.trial.state else "voice.test"))
