"""Lips and sound, one minute: tap along with clicks, tap along with flashes, look at her mouth, keep."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.calibration.beats import Beats, LightBeats, SoundBeats
from desktop.calibration.clicks import PERIOD
from desktop.calibration.mouth_part import MouthPart
from desktop.calibration.tap_estimate import Beat, offset_ms, on_beat
from desktop.calibration.tap_pad import TapPad
from desktop.theme.words import words
from desktop.widgets.banner import announce
from desktop.widgets.flow import Flow
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push
from desktop.widgets.stitch_bar import StitchBar
from desktop.window.house import House
from voice.errors import OutputFault
from voice.ports import AudioOut

Step = Literal["start", "sound", "light", "mouth"]
STEPS: Final[tuple[Step, ...]] = ("sound", "light", "mouth")
ENOUGH: Final = 12
"""Taps that are asked for; a few of them may be of no use."""
MakeOut = Callable[[Callable[[OutputFault], None]], AudioOut]
"""Opens the loudspeaker; is given whom to tell of a fault."""


class CalibrationPage(QWidget):
    """`left` once it is over, whichever way. Nothing is kept before Keep is pressed; Cancel leaves all as it was."""

    left = Signal()
    step_changed = Signal(str)

    def __init__(self, house: House, make_out: MakeOut | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._house = house
        self._make_out = make_out or (lambda fault: loudspeaker_of(house, fault))
        self._out: AudioOut | None = None
        self._beats: Beats | None = None
        self._taps: list[float] = []
        self._sound: Beat | None = None
        self._measured: int | None = None
        self.step: Step = "start"
        self.pad = TapPad()
        self.pad.tapped.connect(self.tap)
        self.mouth = MouthPart(house)
        self.mouth.moved.connect(self.try_offset)
        self.steps = StitchBar("pine", len(STEPS), (15, 13))
        self.count = StitchBar("pine", ENOUGH, (13, 11))
        self.title = Paragraph("title", "ink1")
        words().bind(self.title, self.title.setText, "captions.lips_title")
        self.what = Paragraph("section", "ink1")
        self.how = Paragraph("body", "ink2")
        self.note = Paragraph("body", "ember")
        self.left_over = Paragraph("caption", "ink3")
        self.lay_out()
        words().bind(self, self.setAccessibleName, "captions.lips_title")
        words().changed.connect(self.tell)
        self.go("start")

    def lay_out(self) -> None:
        """From the title down to the buttons; what is too high scrolls."""
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 10, 4, 8)
        column.setSpacing(8)
        for widget in (self.title, self.steps, self.what, self.how, self.pad, self.count, self.left_over, self.mouth, self.note):
            column.addWidget(widget)
            if widget in (self.steps, self.how):
                column.addSpacing(8)
        column.setAlignment(self.steps, Qt.AlignmentFlag.AlignLeft)
        column.setAlignment(self.count, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(8)
        column.addLayout(self.foot())
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        words().bind(area, area.setAccessibleName, "captions.lips_title")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(8, 0, 4, 8)
        outer.addWidget(area, 1)

    def foot(self) -> Flow:
        """The buttons, under what they belong to."""
        self.main = Push("captions.lips_begin", "primary", self.forward)
        self.again = Push("captions.lips_again", "secondary", lambda: self.go("sound"))
        self.skip = Push("captions.lips_skip", "text", lambda: self.go("mouth"))
        self.reset = Push("captions.lips_reset", "text", lambda: self.mouth.put(0))
        self.cancel = Push("common.cancel", "text", self.leave)
        foot = Flow(gap=8)
        foot.setContentsMargins(0, 0, 0, 0)
        for button in (self.main, self.again, self.skip, self.reset, self.cancel):
            foot.addWidget(button)
        return foot

    # --- steps

    def go(self, step: Step) -> None:
        """Open a step."""
        self.halt()
        if self.step == "mouth" and step != "mouth":
            self.mouth.end()
        self.step = step
        self._taps = []
        self.note.setText("")
        if step == "sound":
            self._sound = self._measured = None
            self.begin_sound()
        elif step == "light":
            self.run(LightBeats(self.pad.light, self))
        elif step == "mouth":
            now = self._house.settings.voice.lip_offset_ms
            self.mouth.put(now if self._measured is None else self._measured)
            self.mouth.begin()
        self.tell()
        self.step_changed.emit(self.step)
        self.first_focus()
        announce(self, f"{self.what.text()} {self.how.text()} {self.note.text()}")

    def begin_sound(self) -> None:
        """Open the loudspeaker and click; without one there is nothing to measure, which is said."""
        self.close_out()
        self._out = self._make_out(self.no_sound)
        self.run(SoundBeats(self._out, self))

    def run(self, beats: Beats) -> None:
        """Beats begin, taps count."""
        self._beats = beats
        beats.over.connect(self.finish)
        self.pad.wait(True)
        beats.start()

    def halt(self) -> None:
        """No beats, no taps."""
        if self._beats is not None:
            beats, self._beats = self._beats, None
            beats.stop()
            beats.deleteLater()
        self.pad.wait(False)

    def tap(self) -> None:
        """One more tap, at this moment of the beats' clock; when there are enough, on."""
        if self._beats is None:
            return
        self._taps.append(self._beats.now())
        self.tell_count()
        if len(self._beats.seen) >= ENOUGH and len(self._taps) >= ENOUGH:
            self.finish()

    def finish(self) -> None:
        """What the taps of this step say."""
        if self._beats is None:
            return
        found = on_beat(self._taps, self._beats.seen)
        if not isinstance(found, Beat):
            self.refuse(f"captions.lips_{found}")
        elif self.step == "sound":
            self._sound = found
            self.go("light")
        elif self._sound is not None:
            self._measured = offset_ms(self._sound, found, PERIOD)
            self.go("mouth")

    def refuse(self, key: str, **values: object) -> None:
        """These taps say nothing: why, and once more."""
        self.halt()
        self.note.setText(words()(key, **values))
        self.tell()
        self.main.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.note.text(), urgent=True)

    def no_sound(self, fault: OutputFault) -> None:
        """Nothing is heard here: there is nothing to tap along with."""
        if self.step == "sound":
            self.refuse("captions.lips_no_sound", why=fault.message)

    def forward(self) -> None:
        """The main button: begin, once more, or keep."""
        if self.step == "mouth":
            self.keep()
        else:
            self.go("sound" if self.step == "start" else self.step)

    def try_offset(self, milliseconds: int) -> None:
        """Her lips move so from now on; nothing is kept yet."""
        self._house.speech.lip_offset = milliseconds / 1000

    def keep(self) -> None:
        """So it stays."""
        self._house.settings.voice.lip_offset_ms = self.mouth.slider.milliseconds
        self._house.keep()
        self.leave()

    def leave(self) -> None:
        """Her lips are as they are kept, and all is closed."""
        self.halt()
        self.mouth.end()
        self.close_out()
        self._house.speech.lip_offset = self._house.settings.voice.lip_offset_ms / 1000
        self.left.emit()

    def close_out(self) -> None:
        """Let go of the loudspeaker."""
        if self._out is not None:
            self._out.close()
            self._out = None

    # --- what it shows

    def tell(self) -> None:
        """The words and controls of the step."""
        refused = bool(self.note.text())
        tapping = self.step in ("sound", "light")
        self.steps.put((STEPS.index(self.step) + 1) / len(STEPS) if self.step != "start" else 0.0)
        self.steps.setAccessibleName("")
        self.what.setText(words()(f"captions.lips_{self.step}"))
        self.how.setText(self.how_words())
        self.pad.setVisible(tapping and not refused)
        self.count.setVisible(tapping and not refused)
        self.left_over.setVisible(tapping and not refused)
        self.mouth.setVisible(self.step == "mouth")
        self.note.setVisible(refused)
        self.main.setVisible(not tapping or refused)
        deeds = {"start": "captions.lips_begin", "mouth": "captions.lips_keep"}
        self.main.setText(words()(deeds.get(self.step, "captions.lips_retry")))
        self.again.setVisible(self.step == "mouth")
        self.reset.setVisible(self.step == "mouth")
        self.skip.setVisible(self.step != "mouth")
        self.pad.setAccessibleName(words()(f"captions.lips_{self.step}") if tapping else "")
        self.tell_count()

    def how_words(self) -> str:
        """What to do; at the last step what was measured as well."""
        how = words()(f"captions.lips_{self.step}_how")
        if self.step != "mouth" or self._measured is None:
            return how
        found = words()("captions.lips_fits")
        if self._measured:
            key = "captions.lips_found_late" if self._measured > 0 else "captions.lips_found_early"
            found = words()(key, ms=abs(self._measured))
        return f"{found}{' ' if words().lang == 'en' else ''}{how}"

    def tell_count(self) -> None:
        """How many taps are still to come."""
        self.count.put(min(1.0, len(self._taps) / ENOUGH))
        left = max(0, ENOUGH - len(self._taps))
        self.left_over.setText(words()("captions.lips_left", count=left))
        self.pad.setAccessibleDescription(self.left_over.text())

    def first_focus(self) -> None:
        """Where the keyboard begins."""
        target: QWidget = {"start": self.main, "mouth": self.mouth.slider}.get(self.step, self.pad)
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight nothing clicks."""
        self.halt()
        self.close_out()


def loudspeaker_of(house: House, fault: Callable[[OutputFault], None]) -> AudioOut:
    """The loudspeaker that is set."""
    from voice.output.loudspeaker import loudspeaker

    return loudspeaker(house.settings.audio.output, on_fault=fault)

