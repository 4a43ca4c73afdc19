"""What follows from what: conversation, hearing and settings on one side, stage and window on the other."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop.bearing.bearing_lead import BearingLead
from desktop.bond_page.causes import good_tokens
from desktop.calibration.calibration_lead import CalibrationLead
from desktop.conversation.cues import KEPT
from desktop.hearing_page.told import cause_of
from desktop.initiative.initiative_time import InitiativeTime
from desktop.initiative.ring_time import RingTime
from desktop.latency_card.latency_lead import LatencyLead
from desktop.mate.mate_lead import MateLead
from desktop.stage_view.room_picture import CLEAR, light_now, scene_now
from desktop.theme.dates import day
from desktop.theme.theme import system_wants_less_motion, theme
from desktop.theme.words import words
from desktop.transcript.transcript_lead import TranscriptLead
from desktop.why.why_lead import WhyLead
from desktop.widgets.banner import announce
from desktop.window.fitting_room import FittingRoom
from desktop.window.house import House
from desktop.window.keys import bind_keys
from desktop.window.main_window import MainWindow
from desktop.window.microphone import MicrophoneLead
from desktop.window.quiet import QuietTime
from desktop.window.reading import ReadingTime
from desktop.window.showing import show
from mind.bond.words import stage_name
from mind.domain import BondChange, BondSummary, Memory
from mind.events import FaultShown, Sentence
from voice.errors import VoiceError

if TYPE_CHECKING:
    from avatars.errors import AvatarError

log = logging.getLogger("hearth.window")

DANCE: Final = 19_200
"""Milliseconds of a dance that was asked for in a talk: eight bars of four beats."""
TEXT_STEPS: Final = (90, 100, 110, 125, 150, 175, 200)


class Lead(QObject):
    """Holds the wires of one window."""

    def __init__(self, house: House, window: MainWindow) -> None:
        super().__init__(window)
        self.house, self.window = house, window
        self._bond: tuple[BondSummary, Sequence[BondChange]] | None = None
        self._framing = ""
        self._told: set[int] = set()
        self.wire_talk()
        self.wire_stage()
        self.microphone = MicrophoneLead(house, window, self.show_state)
        self.mate = MateLead(house, window, self.microphone.press, self.microphone.attach)
        self.latency = LatencyLead(house, window)
        self.quiet = QuietTime(house, self)
        self.reading = ReadingTime(house, self)
        self.quiet.written.connect(self.page_written)
        self.initiative = InitiativeTime(house, window, self)
        self.reminders = RingTime(house, window, self.initiative, self)
        window.talk.composer.typing.connect(lambda _: self.initiative.typed())
        window.talk.composer.typing.connect(lambda _: self.quiet.stirred())
        self.why = WhyLead(house, window)
        self.transcript = TranscriptLead(house, window)
        window.stage.again_wanted.connect(self.transcript.again)
        self.calibration = CalibrationLead(house, window)
        self.bearing = BearingLead(house, self)
        house.hearing.failed.connect(self.show_voice_fault)
        self.fitting = FittingRoom(self)
        self.keys = bind_keys(window, self.deeds())
        self.look()
        self.show_voice()
        words().changed.connect(self.language_changed)
        theme().changed.connect(self.light)
        window.opened.connect(self.page_opened)
        window.looked_at.connect(self.tell_aloud)
        window.placed.connect(self.frame_her)

    # --- wires

    def wire_talk(self) -> None:
        """The conversation to stage and header."""
        talk = self.house.conversation
        talk.mood_changed.connect(lambda _: self.show_state())
        talk.busy_changed.connect(lambda _: self.show_state())
        talk.cued.connect(self.play_cues)
        talk.bond_moved.connect(self.show_bond)
        talk.model.dataChanged.connect(lambda *_: self.house.player.liven())
        self.house.speech.failed.connect(self.show_voice_fault)
        self.house.player.lips = self.house.watch.seeing(self.house.speech.lips)
        self.house.player.accents = self.house.speech.accents
        self.window.talk.composer.typing.connect(lambda _: self.show_state())
        self.window.talk.composer.pen.focused.connect(lambda _: self.show_state())

    def wire_stage(self) -> None:
        """The tools on the stage."""
        stage = self.window.stage
        stage.captions_toggled.connect(self.set_captions)
        stage.mute_toggled.connect(self.set_muted)
        stage.framing_chosen.connect(self.set_framing)

    def deeds(self) -> dict[str, Callable[[], object]]:
        """What the keys do."""
        window = self.window
        return {
            "talk": lambda: window.open_page("talk"),
            "memory": lambda: window.open_page("memory"),
            "find": window.seek,
            "bond": lambda: window.open_page("bond"),
            "diary": lambda: window.open_page("diary"),
            "wardrobe": lambda: window.open_page("wardrobe"),
            "photo": lambda: window.open_page("photo"),
            "play": lambda: window.open_page("play"),
            "settings": lambda: window.open_page("settings"),
            "mic": self.microphone.press,
            "stop": self.escape,
            "again": self.transcript.again,
            "transcript": self.transcript.toggle,
            "mate": self.mate.toggle,
            "undo": self.undo,
            "captions": lambda: self.set_captions(not self.house.settings.voice.captions),
            "larger": lambda: self.scale_text(1),
            "smaller": lambda: self.scale_text(-1),
            "normal": lambda: self.scale_text(0),
            "regions": self.walk_regions,
            "describe": self.fitting.describe,
            "list": window.show_keys,
        }

    # --- look

    def look(self) -> None:
        """Theme, text size and motion as set."""
        look = self.house.settings.look
        reduced = look.reduced_motion if look.reduced_motion is not None else system_wants_less_motion()
        theme().set(choice=look.theme, scale=look.text_scale / 100, reduced=reduced)
        self.window.stage.framing.value = look.framing
        voice = self.house.settings.voice
        self.window.stage.set_captions(voice.caption_size, voice.caption_place, voice.caption_opacity / 100)
        self.frame_her(0.0)
        self.light()

    def light(self) -> None:
        """The place behind her and the lamp in it, as chosen or as the hour has it."""
        look = self.house.settings.look
        photo = self.window.pages.get("photo")
        if not (self.window.stage.scene == CLEAR and photo is not None and photo.isVisible()):
            self.window.stage.scene = look.scene
        self.window.stage.furnish(look.room)
        now = datetime.now()
        self.house.player.light(light_now(look.scene, look.light, theme().night, now))
        self.house.mind.surround(scene_now(look.scene, theme().night, now).replace("-", " "))
        self.window.stage.update()

    def frame_her(self, seconds: float | None = None) -> None:
        """The camera for the place she has: her face in a band, all of her on a slim stage, else as chosen."""
        if self.mate.shown:
            return
        made = self.window.arrangement
        framing = self.house.settings.look.framing
        if made is not None:
            if made.tools in ("band", "face"):
                framing = "face"
            elif made.tools == "slim":
                framing = "full" if made.stage.height > 2 * made.stage.width else "bust"
            elif made.tools == "wardrobe":
                framing = self.fitting.framing
            elif made.tools == "bare":
                near = self.window.page == "calibration" or self.window.first_step() > 0
                framing = "face" if near else "bust"
        time = (0.0 if theme().reduced else 1.2) if seconds is None else seconds
        if framing != self._framing or seconds is not None:
            self._framing = framing
            self.house.player.frame(framing, time)
        self.house.player.leave_free(self.window.stage.covered(), time)
        self.fitting.step_back(time)

    def scale_text(self, step: int) -> None:
        """Larger, smaller, or 100 % again."""
        look = self.house.settings.look
        at = min(range(len(TEXT_STEPS)), key=lambda index: abs(TEXT_STEPS[index] - look.text_scale))
        at = 1 if step == 0 else max(0, min(len(TEXT_STEPS) - 1, at + step))
        look.text_scale = TEXT_STEPS[at]
        self.house.keep()
        theme().set(scale=look.text_scale / 100)

    def language_changed(self) -> None:
        """All that is worded elsewhere."""
        lang = words().lang
        self.house.conversation.lang = lang
        self.house.conversation.model.her_name = self.house.her_name(lang)
        theme().set(lang=lang)
        if self._bond is not None:
            self.show_bond(*self._bond)
        self.fitting.describe_stage()
        self.show_state()

    # --- stage

    def show_state(self) -> None:
        """Pill, microphone and her posture say the same."""
        show(self.house, self.window, self.mate, lost=self.microphone.lost)

    def play_cues(self, sentence: Sentence) -> None:
        """The body does what belongs to the sentence's start; a screen reader says it where her voice does not."""
        if self.house.settings.voice.muted:
            announce(self.window.talk.list, f"{self.house.her_name(words().lang)}: {sentence.text}")
        for cue in sentence.cues:
            if cue.kind == "expression":
                self.house.player.express(cue.name, cue.strength)
            elif cue.name in KEPT:
                self.house.player.pose(KEPT[cue.name])
                if cue.name == "dance":
                    QTimer.singleShot(DANCE, self, self.end_dance)
            else:
                self.house.player.gesture(cue.name)

    def end_dance(self) -> None:
        """A dance in a talk has an end; one chosen on the page of poses goes on."""
        if self.house.player.posed == "dance" and self.window.page != "photo":
            self.house.player.pose(None)

    # --- bond

    def show_bond(self, summary: BondSummary, changes: Sequence[BondChange]) -> None:
        """Name line and the bond's page."""
        self._bond = (summary, changes)
        lang = words().lang
        word = stage_name(summary.stage, lang)
        self.window.talk.name.tell(self.house.her_name(lang), word, good_tokens(changes))
        refresh = getattr(self.window.pages.get("bond"), "refresh", None)
        if callable(refresh):
            refresh()

    def page_opened(self, page: str) -> None:
        """A page asks for what it shows."""
        if page == "talk":
            self.show_voice()

    def page_written(self, _: object) -> None:
        """She wrote something: an open diary shows it."""
        refresh = getattr(self.window.pages.get("diary"), "refresh", None)
        if callable(refresh):
            refresh()

    # --- voice

    def show_voice(self) -> None:
        """Mute and captions as set."""
        voice = self.house.settings.voice
        self.house.speech.mute(voice.muted)
        self.window.stage.tell_muted(voice.muted)
        self.window.stage.show_captions(voice.captions)
        self.frame_her()
        self.window.talk.ai_line.use(self.house.settings.brain.url)

    def tell_aloud(self, memory: Memory) -> None:
        """With her voice on she says of a memory when it was told, once."""
        quiet = self.house.settings.voice.muted or self.house.speech.voice is None
        if quiet or memory.id in self._told or memory.source != "user" or memory.edited_at is not None:
            return
        self._told.add(memory.id)
        now = datetime.now().astimezone()
        days = (now.date() - memory.said_at.astimezone().date()).days
        key = {0: "memory.aloud_today", 1: "memory.aloud_yesterday"}.get(days, "memory.aloud")
        text = words()(key, day=day(memory.said_at, now)) if key == "memory.aloud" else words()(key)
        self.house.conversation.aside(Sentence(0, text, words().lang))

    def set_captions(self, on: bool) -> None:
        """Captions on or off."""
        self.house.settings.voice.captions = on
        self.house.keep()
        self.show_voice()

    def set_muted(self, muted: bool) -> None:
        """Her voice off or on."""
        self.house.settings.voice.muted = muted
        self.house.keep()
        self.show_voice()

    def set_framing(self, framing: str) -> None:
        """Move the camera; before the wardrobe's mirror only for as long as one stands there."""
        if self.fitting.here:
            self.fitting.choose(framing)
            return
        self.house.settings.look.framing = framing  # type: ignore[assignment]
        self.house.keep()
        self.window.stage.framing.value = framing
        self.frame_her()

    def show_voice_fault(self, fault: VoiceError) -> None:
        """Say what is wrong with sound, above the composer."""
        log.info("voice_fault=%s", fault.kind)
        if self.microphone.tells(fault):
            return
        title, step = cause_of(fault)
        self.window.talk.show_fault(FaultShown(fault.kind, title, step), None)

    # --- Esc, undo, regions

    def escape(self) -> None:
        """First stop her, then close a sheet, then leave the page."""
        if self.calibration.escape() or self.house.conversation.stop() or self.window.talk.composer.review.drop():
            return
        if self.window.talk.close_receipt() or self.why.close() or self.transcript.close():
            return
        close = getattr(self.window.pages[self.window.page], "close_sheet", None)
        if callable(close) and close():
            return
        if self.window.page not in ("talk", "first_run"):
            self.window.open_page("talk")

    def undo(self) -> None:
        """Undo what was done last on the page, else the newest thing that was remembered."""
        undo = getattr(self.window.pages[self.window.page], "undo", None)
        if callable(undo) and self.window.page != "talk":
            undo()
            return
        if self.house.conversation.back.undo_last():
            self.window.toast.tell(words()("talk.undone"))

    def walk_regions(self) -> None:
        """F6: rail, stage, list, composer."""
        stops: list[QWidget] = [self.window.stage.mic]
        if self.window.rail.isVisible():
            stops.insert(0, self.window.rail.items.get(self.window.page, self.window.rail.items["talk"]))
        page = self.window.pages[self.window.page]
        stops += self.why.regions() + self.transcript.regions()
        stops += [self.window.talk.list, self.window.talk.composer.pen] if page is self.window.talk else [page]
        focus = QApplication.focusWidget()
        at = next((i for i, stop in enumerate(stops) if focus is not None and (focus is stop or stop.isAncestorOf(focus))), -1)
        target = stops[(at + 1) % len(stops)]
        first = getattr(target, "first_focus", None)
        if callable(first):
            first()
        else:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    # --- her appearance

    def appear(self) -> None:
        """Put her on the stage; without a picture all else goes on."""
        fault = self.open_body()
        if fault is not None:
            self.window.stage.no_picture.tell(fault)

    def open_body(self) -> AvatarError | None:
        """Read the chosen avatar from its file and set it on the stage; the fault if that cannot be."""
        from avatars.errors import AvatarError

        began = datetime.now()
        ratio = self.window.devicePixelRatioF()
        width = max(64, round(self.window.stage.width() * ratio))
        height = max(64, round(self.window.stage.height() * ratio))
        try:
            body = self.house.open_body(width, height)
        except AvatarError as fault:
            return fault
        if body is None:
            return None
        self.house.player.take(body)
        self.fitting.again()
        self.frame_her(0.0)
        self.light()
        self.show_state()
        log.info("appeared_ms=%d", (datetime.now() - began).total_seconds() * 1000)
        return None
