"""How she sounds: her voice, where more of them come from, pace, pitch, loudness, feeling, loudspeaker, and her lips."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from desktop.conversation.voice_address import OWN, VoiceAddress, address_of
from desktop.conversation.voice_choices import VoiceChoice, built_in, family_of, is_set
from desktop.settings_page.section import Section
from desktop.theme.words import words
from desktop.voice_page.pack_panel import SEX, PackPanel
from desktop.voice_page.server_panel import ServerPanel
from desktop.voice_page.speaker_row import SpeakerRow
from desktop.voice_page.voice_shelf import VoiceShelf
from desktop.voice_page.voice_source import VoiceSource
from desktop.widgets.banner import Banner, announce
from desktop.widgets.fold import Fold
from desktop.widgets.push import Push
from desktop.widgets.word_slider import WordSlider
from desktop.widgets.worded_slider import WordedSlider
from desktop.window.house import House

PACE: Final = (
    (0.8, "voice.very_slow"), (0.95, "voice.unhurried"), (1.08, "voice.natural"), (1.3, "voice.brisk"), (9, "voice.quick"),
)
PITCH: Final = ((0.8, "voice.low"), (0.93, "voice.lowish"), (1.08, "voice.natural"), (1.25, "voice.bright"), (9, "voice.high"))
LOUD: Final = ((0.02, "voice.silent"), (0.3, "voice.soft"), (0.7, "voice.medium"), (9, "voice.full"))
FEELING: Final = (
    (0.15, "voice.even"), (0.6, "voice.calm"), (1.1, "voice.warm"), (1.35, "voice.lively"), (9, "voice.vivid"),
)  # fmt: skip
FIXED_PITCH: Final = ("server", "neural")
"""Engines whose voices have a pitch of their own that cannot be moved."""
MOST: Final = 6
"""Cards on the upper shelf."""


class VoiceSection(Section):
    """Of whoever stands on the stage. Changes are heard from the next sentence on; tests are no part of the talk."""

    name = "voice"

    def __init__(self, house: House) -> None:
        super().__init__(house, f"voice.title.{house.settings.look.avatar}", f"voice.lead.{house.settings.look.avatar}")
        self._before: frozenset[VoiceAddress] = frozenset()
        """Voices that failed while somebody else stood on the stage."""
        self.shelf = VoiceShelf(house)
        self.fault = Banner("voice_off", closable=False)
        self.quiet = Banner("voice_off", closable=False)
        self.column.addWidget(self.shelf)
        self.column.addSpacing(4)
        for part in (self.fault, self.quiet):
            self.column.addWidget(part)
        self.folds()
        self.sliders()
        self.speakers = SpeakerRow(house)
        self.row("voice.speakers", self.speakers)
        self.lips = Push("voice.calibrate", "text", self.calibrate)
        self.lips_row = self.row("voice.lips", self.lips, help_key="voice.lips", stretch=False)
        self.column.addStretch(1)
        house.trial.changed.connect(self.show_quiet)
        house.trial.told.connect(self.show_fault)
        house.changes.tuning.connect(self.refresh)
        house.changes.avatar.connect(self.turn_to)
        words().changed.connect(self.refresh)
        self.refresh()

    # --- parts

    def folds(self) -> None:
        """Where more voices come from."""
        house = self.house
        self.label("voice.more.label")
        self.natural = VoiceSource(house, "neural", "voice.more.natural", "voice.more.natural_note", least=2)
        self.packs = PackPanel(house)
        self.natural.body.addWidget(self.packs)
        self.system = VoiceSource(
            house, "pyttsx3", "voice.more.system", "voice.more.system_note", empty_key="voice.find.empty"
        )
        self.built = VoiceSource(house, "espeak", "voice.more.built", "voice.more.built_note")
        self.serving = Fold("voice.more.server", "voice.more.server_note")
        self.server = ServerPanel(house)
        self.serving.body.addWidget(self.server)
        for fold in (self.natural, self.system, self.built, self.serving):
            self.column.addWidget(fold)
        for source in (self.natural, self.system, self.built):
            source.came.connect(self.refresh)
        self.serving.opened.connect(self.server.look)
        self.packs.changed.connect(self.natural.ask)
        self.packs.moved.connect(self.show_stands)
        self.server.changed.connect(self.refresh)

    def sliders(self) -> None:
        """What of the voice can be set by hand."""
        self.column.addSpacing(10)
        self.pace = WordSlider("voice.pace", 0.6, 1.6, PACE)
        self.pitch = WordSlider("voice.pitch", 0.6, 1.5, PITCH)
        self.loud = WordSlider("voice.loudness", 0.0, 1.0, LOUD)
        self.feeling = WordSlider("voice.feeling", 0.0, 1.5, FEELING)
        self.row("voice.pace", WordedSlider(self.pace), help_key="voice.pace_help")
        self.pitch_row = self.row("voice.pitch", WordedSlider(self.pitch), help_key="voice.pitch_help")
        self.row("voice.loudness", WordedSlider(self.loud))
        self.row("voice.feeling", WordedSlider(self.feeling), help_key="voice.feeling_help")
        self._sliders = ((self.pace, "rate"), (self.pitch, "pitch"), (self.loud, "volume"), (self.feeling, "feeling"))
        for slider, name in self._sliders:
            slider.valueChanged.connect(lambda _, slider=slider, name=name: self.tune(name, slider.factor))

    # --- how it stands

    def showEvent(self, event: object) -> None:
        """Devices and voices may have come or gone."""
        self.speakers.refresh()
        self.natural.ask()
        self.refresh()

    def hideEvent(self, event: object) -> None:
        """Nothing is tried where nobody can stop it."""
        self.house.trial.stop()
        self.speakers.tone.stop()

    def turn_to(self) -> None:
        """Somebody else stands on the stage: what was tried for another is not told here."""
        self._before = frozenset(self.house.trial.faults)
        self.refresh()

    def refresh(self) -> None:
        """Show what is set for whoever stands on the stage."""
        avatar, voice = self.house.settings.look.avatar, self.house.voice
        self.title.setText(words()(f"voice.title.{avatar}"))
        self.lead.setText(words()(f"voice.lead.{avatar}"))
        self.shelf.put(self.shelved())
        for slider, name in self._sliders:
            slider.blockSignals(True)
            slider.put(getattr(voice, name))
            slider.blockSignals(False)
            slider.update()
        for worded in self.findChildren(WordedSlider):
            worded.show_word()
        fixed = voice.engine in FIXED_PITCH
        self.pitch.setEnabled(not fixed)
        self.pitch_row.help.setText(words()("voice.pitch_fixed") if fixed else "")
        self.pitch_row.help.setVisible(fixed)
        self.lips_row.help.setText(words()("voice.lips_offset", ms=self.house.settings.voice.lip_offset_ms))
        self.packs.refresh()
        self.server.refresh()
        for source in (self.natural, self.system, self.built):
            source.finder.show_found()
        self.show_stands()
        self.show_fault()

    def shelved(self) -> list[VoiceChoice]:
        """Voices at hand: the built-in ones, the system's, a natural one for each pack, and the one that is set."""
        avatar, lang, voice = self.house.settings.look.avatar, words().lang, self.house.voice
        found = [*built_in(avatar, lang), self.of_system()]
        packs: dict[str, VoiceChoice] = {}
        fitting = [each for each in self.natural.choices if not each.langs or lang in map(family_of, each.langs)]
        for each in sorted(fitting, key=lambda one: one.sex not in ("", SEX.get(avatar, ""))):
            packs.setdefault(each.voice.partition("#")[0], each)
        found += list(packs.values())
        if not any(is_set(choice, voice) for choice in found):
            found = [*found[: MOST - 1], self.set_one()]
        return found[:MOST]

    def of_system(self) -> VoiceChoice:
        """The system's voice: the one that is set, else the one it would take by itself."""
        voice = self.house.voice
        named = self.set_one() if voice.engine == "pyttsx3" and voice.voice else None
        return named or VoiceChoice("pyttsx3")

    def set_one(self) -> VoiceChoice:
        """The voice that is set, by the name its engine gives it where that is known."""
        voice = self.house.voice
        asked = address_of(voice.engine, voice.voice)
        known = self.known()
        return next((each for each in known if each.address == asked), VoiceChoice(voice.engine, voice.voice, voice.voice))

    def known(self) -> list[VoiceChoice]:
        """Every voice that any list holds."""
        return [*self.system.choices, *self.natural.choices, *self.built.choices, *self.server.voices]

    def show_stands(self) -> None:
        """How each source stands, on its row."""
        self.natural.head.stands(self.packs.summary())
        self.system.head.stands(self.system.count())
        self.built.head.stands(self.built.count())
        self.serving.head.stands(self.server.summary())

    def show_fault(self) -> None:
        """A voice that did not speak: which, why, and who speaks meanwhile."""
        trial, voice = self.house.trial, self.house.voice
        asked = address_of(voice.engine, voice.voice)
        last = next((each for each in reversed(trial.faults) if each not in self._before), None)
        address = asked if asked in trial.faults else last
        if address is None:
            self.fault.clear()
            return
        fault = trial.faults[address]
        choices = (*(card.choice for card in self.shelf.cards), *self.known())
        unknown = VoiceChoice(address.engine, address.voice, address.voice)  # type: ignore[arg-type]
        name = next((choice for choice in choices if choice.address == address), unknown).name()
        told = [fault.message, words()(f"voice.help.{address.engine}")]
        if address == asked and address.engine != OWN:
            told.append(words()("voice.stands_in", name=built_in(self.house.settings.look.avatar, words().lang)[0].name()))
        title = words()("voice.could_not", name=name)
        if not self.fault.isVisible() or self.fault.title.text() != title:
            announce(self.fault, title, urgent=True)
        self.fault.tell(title, " ".join(told))

    def show_quiet(self) -> None:
        """A test without sound because the voice is off."""
        if self.house.trial.state and self.house.settings.voice.muted:
            self.quiet.tell(words()("voice.is_muted"), "", (("voice.unmute", self.unmute),))
        elif not self.house.settings.voice.muted:
            self.quiet.clear()

    def unmute(self) -> None:
        """Give the voice back."""
        self.house.settings.voice.muted = False
        self.house.keep()
        self.house.changes.look.emit()
        self.quiet.clear()

    # --- what is done

    def tune(self, name: str, factor: float) -> None:
        """Pace, pitch, loudness or feeling."""
        voice = self.house.voice
        setattr(voice, name, round(factor, 3))
        self.house.keep_voice(voice)
        self.house.changes.tuning.emit()

    def calibrate(self) -> None:
        """The page that brings lips and sound together."""
        self.house.trial.stop()
        self.house.changes.calibration.emit()

    def first(self) -> QWidget:
        """The chosen card."""
        return next((card for card in self.shelf.cards if card.isChecked()), self.shelf)
