"""Natural voices: those that are here, those we would begin with, and on request all that are offered."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.conversation.engine_setup import PACKS, own_again
from desktop.conversation.pack_fetch import PackFetch
from desktop.theme.words import words
from desktop.voice_page.pack_card import UNDER_WAY, PackCard
from desktop.voice_page.pack_words import PackTold, recommended_for, told_of, told_of_installed
from desktop.widgets.ask import ask
from desktop.widgets.banner import Banner
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push
from desktop.window.house import House
from voice.errors import VoiceError
from voice.voice_packs import InstalledPack, VoicePack, installed_packs, remove_pack
from voice.voice_packs.offered import OFFICIAL

SEX = {"mira": "woman", "kai": "man"}


class PackPanel(QWidget):
    """`changed` when a voice came or went; `moved` when a download did."""

    changed = Signal()
    moved = Signal()

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self.folder: Path = house.folder / PACKS
        self.cards: dict[str, PackCard] = {}
        self._offered: list[VoicePack] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self.look = Push("voice.pack.look", "text", self.ask_list, small=True, flush=True)
        self._note = Paragraph("caption", "ink3")
        self.fault = Banner("download", closable=False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addLayout(self._column)
        outer.addWidget(self.fault)
        outer.addWidget(self.look)
        outer.addWidget(self._note)
        words().changed.connect(self.refresh)
        house.ends.append(self.end)

    def end(self) -> None:
        """Stop what is on its way."""
        for card in self.cards.values():
            card.fetch.close()

    # --- what there is

    def refresh(self) -> None:
        """Cards for what is here, for what we would begin with, for what is on its way, and for what the list tells."""
        lang = words().lang
        here = {pack.name: told_of_installed(pack) for pack in installed_packs(self.folder)}
        shown = dict(here)
        for told in recommended_for(lang, SEX.get(self._house.settings.look.avatar, "woman")):
            shown.setdefault(told.name, told)
        for pack in self._offered:
            if lang in pack.langs:
                shown.setdefault(pack.name, told_of(pack))
        for name, card in self.cards.items():
            if card.state in UNDER_WAY:
                shown.setdefault(name, card.told)
        self.show_cards(shown, set(here))
        host = urlsplit(OFFICIAL.releases).hostname
        many = sum(lang in pack.langs for pack in self._offered)
        self.look.setVisible(not self._offered)
        told_many = words()("voice.pack.offered", count=many)
        self._note.setText(told_many if self._offered else words()("voice.pack.look_note", host=host))

    def show_cards(self, shown: dict[str, PackTold], here: set[str]) -> None:
        """One card each, in this order; one that is busy stays as it is."""
        for name in [name for name in self.cards if name not in shown]:
            card = self.cards.pop(name)
            card.hide()
            card.deleteLater()
        for at, (name, told) in enumerate(shown.items()):
            card = self.cards.get(name) or self.made(told)
            self._column.insertWidget(at, card)
            if card.state not in UNDER_WAY:
                card.told = told
                card.become("here" if name in here else "paused" if card.state == "paused" else "absent")

    def made(self, told: PackTold) -> PackCard:
        """A card that can fetch."""
        card = PackCard(told, PackFetch(self.offered, self.folder))
        card.installed.connect(self.came)
        card.removing.connect(self.remove)
        card.moved.connect(self.moved)
        self.cards[told.name] = card
        return card

    def offered(self) -> list[VoicePack]:
        """The public list, asked once a session. Called in the thread of a download too. Raises `ModelFault`."""
        if not self._offered:
            self._offered = self._house.makers.packs()
        return self._offered

    def ask_list(self) -> None:
        """All that is offered; nothing is sent but the question."""
        self.look.setEnabled(False)
        self._note.setText(words()("voice.pack.asking"))
        self.fault.clear()
        self._house.bridge.submit(asyncio.to_thread(self.offered), self.take_list, self.fail_list)

    def take_list(self, _: Sequence[VoicePack]) -> None:
        """It is known now."""
        self.look.setEnabled(True)
        self.refresh()

    def fail_list(self, fault: Exception) -> None:
        """Why it is not."""
        self.look.setEnabled(True)
        self.refresh()
        if isinstance(fault, VoiceError):
            self.fault.tell(fault.message, fault.remedy)
        else:
            self.fault.tell(words()("voice.find.failed"))

    def summary(self) -> str:
        """How it stands in one line: a download under way, or how many are here."""
        busy = next((card for card in self.cards.values() if card.state in UNDER_WAY), None)
        if busy is not None:
            return busy.figures
        count = sum(card.state == "here" for card in self.cards.values()) or len(installed_packs(self.folder))
        return words()("voice.more.natural_here", count=count) if count else words()("voice.more.natural_none")

    # --- coming and going

    def came(self, pack: InstalledPack) -> None:
        """It may be chosen."""
        self.refresh()
        self.changed.emit()

    def remove(self, told: PackTold) -> None:
        """Take it from the disk, after one question."""
        name = told.called()
        if ask(self.window(), "voice.pack.remove_title", "voice.pack.remove_text", "voice.pack.remove_now", name=name):
            self.remove_now(told)

    def remove_now(self, told: PackTold) -> None:
        """Whoever speaks with it speaks with their own voice again."""
        pack = next((each for each in installed_packs(self.folder) if each.name == told.name), None)
        if pack is None:
            self.refresh()
            return
        self.leave(pack)
        try:
            remove_pack(pack)
        except VoiceError as fault:
            self.fault.tell(fault.message, fault.remedy)
        card = self.cards.pop(told.name, None)
        if card is not None:
            card.hide()
            card.deleteLater()
        self.refresh()
        self.changed.emit()

    def leave(self, pack: InstalledPack) -> None:
        """No character speaks with it any more, and no engine holds it."""
        own_again(self._house.settings, lambda each: each.engine == "neural" and each.voice.partition("#")[0] in (pack.name, ""))
        self._house.keep()
        self._house.trial.stop()
        self._house.changes.engine.emit()
