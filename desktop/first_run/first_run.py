"""Three screens, in any order and as often as one likes."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.first_run.ears_screen import EarsScreen
from desktop.first_run.person_screen import PersonScreen
from desktop.first_run.voice_screen import VoiceScreen
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push
from desktop.widgets.segment import Segment
from desktop.widgets.stitch_bar import StitchBar
from desktop.window.house import House
from mind.domain import Person

STEPS = 3
NARROW = 400
LANGUAGES = (("en", "language.en"), ("zh", "language.zh"), ("ja", "language.ja"))


class FirstRun(QWidget):
    """`finished` when the last screen is left; the house is then ready to talk."""

    finished = Signal()
    stepped = Signal()

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self.step = 0
        self.stitches = StitchBar("pine", STEPS, (15, 14))
        self._count = Paragraph("caption", "ink3", wrap=False)
        self.screens: list[QWidget] = [VoiceScreen(house), PersonScreen(), EarsScreen(house)]
        self.languages = Segment(LANGUAGES, "pills")
        self.languages.chosen.connect(house.changes.language)
        self.languages.chosen.connect(self.set_language)
        self.back = Push("common.back", "text", lambda: self.go(self.step - 1))
        self.skip = Push("first.skip", "text", self.finish)
        self.next = Push("common.continue", "primary", self.go_on)
        self._areas: list[QScrollArea] = []
        self.lay_out()
        words().changed.connect(self.show_step)
        house.bridge.submit(house.mind.person(), self.take_person, house.conversation.fail)
        self.go(0)

    def lay_out(self) -> None:
        """Steps, screen, foot."""
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.stitches)
        head.addWidget(self._count)
        head.addStretch(1)
        outer = QVBoxLayout(self)
        self._outer = outer
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addSpacing(20)
        for screen in self.screens:
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setWidget(screen)
            words().bind(area, area.setAccessibleName, "first.name")
            outer.addWidget(area, 1)
            self._areas.append(area)
        foot = self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        foot.setSpacing(8)
        foot.addWidget(self.languages)
        foot.addWidget(self.back)
        foot.addWidget(self.skip)
        foot.addStretch(1)
        foot.addWidget(self.next)
        outer.addSpacing(12)
        outer.addLayout(foot)

    def resizeEvent(self, event: object) -> None:
        """Less air and stacked buttons where it is narrow."""
        narrow = self.width() < theme().px(NARROW)
        side = 8 if narrow else 32
        self._outer.setContentsMargins(side, 12 if narrow else 20, side, 8 if narrow else 16)
        self._foot.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    # --- steps

    def go(self, step: int) -> None:
        """Show a screen."""
        self.step = max(0, min(STEPS - 1, step))
        self.show_step()
        first = getattr(self.screens[self.step], "first_focus", None)
        if callable(first):
            first()
        self.stepped.emit()
        if self.isVisible():
            self.greet()

    def show_step(self) -> None:
        """The screen, its stitches and its buttons."""
        for index, area in enumerate(self._areas):
            area.setVisible(index == self.step)
        self.stitches.put((self.step + 1) / STEPS)
        self._count.setText(words()("first.of", step=self.step + 1, steps=STEPS))
        self.stitches.setAccessibleName(self._count.text())
        self.languages.value = words().lang
        self.languages.setVisible(self.step == 0)
        self.back.setVisible(self.step > 0)
        self.skip.setVisible(self.step == 2)
        self.next.setText(words()("first.meet" if self.step == 2 else "common.continue"))

    def greet(self) -> None:
        """She says a word to each screen."""
        from mind.events import Sentence

        self._house.speech.stop()
        self._house.speech.begin()
        self._house.speech.say(Sentence(0, words()(f"first.says_{self.step}"), words().lang))
        if self.step == 0:
            self._house.player.gesture("wave")
            self._house.player.express("happy", 0.8)

    def showEvent(self, event: object) -> None:
        """She greets, once she is there to be seen."""
        if self._house.player.body is not None:
            self.greet()

    def go_on(self) -> None:
        """The next screen, if this one is complete."""
        screen = self.screens[self.step]
        complete = getattr(screen, "complete", None)
        if callable(complete) and not complete():
            return
        if self.step == 1:
            self.keep_person()
        if self.step == STEPS - 1:
            self.finish()
        else:
            self.go(self.step + 1)

    def first_focus(self) -> None:
        """Where the keyboard begins."""
        self.go(self.step)

    # --- what is kept

    def set_language(self, lang: str) -> None:
        """The language at the foot."""
        self._house.settings.lang = words().lang
        self._house.keep()
        if self.isVisible():
            self.greet()

    def take_person(self, person: Person) -> None:
        """What is known already."""
        screen = self.screens[1]
        if isinstance(screen, PersonScreen):
            screen.tell(person)

    def keep_person(self) -> None:
        """Name, age, and that the notice was read."""
        screen = self.screens[1]
        if not isinstance(screen, PersonScreen):
            return
        name, adult = screen.answer()
        mind = self._house.mind

        async def keep() -> None:
            person = await mind.person()
            now = datetime.now().astimezone()
            await mind.set_person(
                replace(person, name=name or None, adult=adult, lang=words().lang, ai_notice_at=person.ai_notice_at or now)
            )

        self._house.bridge.submit(keep(), None, self._house.conversation.fail)

    def finish(self) -> None:
        """To the talk."""
        self._house.speech.stop()
        self._house.settings.first_run_done = True
        self._house.settings.lang = words().lang
        self._house.keep()
        self.finished.emit()
