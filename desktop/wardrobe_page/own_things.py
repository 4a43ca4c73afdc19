"""What is the user's own: garments they bring, and who stands there as a file for other programs."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from avatars.errors import AvatarError
from avatars.wardrobe.brought.bringing import Brought, bring
from avatars.wardrobe.catalogue import Catalogue
from avatars.wardrobe.garment_file import read_garment
from avatars.wardrobe.look import Look
from desktop.dressed_vrm import licence_of
from desktop.theme.icons import icon
from desktop.theme.words import words
from desktop.window.ready_looks import shelf, shelf_fault

if TYPE_CHECKING:
    from avatars.wardrobe.garment import GarmentInfo
    from desktop.wardrobe_page.trying_on import TryingOn
    from desktop.window.house import House

GARMENT: Final = ".glb"


class OwnThings(QObject):
    """The page's menu, and files that are dropped on the page."""

    def __init__(self, house: House, trying: TryingOn) -> None:
        super().__init__(trying)
        self._house, self._trying, self._page = house, trying, trying.page
        self._told = False
        page = self._page
        page.head.more_wanted.connect(self.open_menu)
        page.head.person_wanted.connect(house.changes.creator)
        page.furnish_wanted.connect(house.changes.room)
        page.garment_dropped.connect(self.bring)

    def tell_fault(self) -> None:
        """Say once what is wrong with the list of brought garments; those that ship are there all the same."""
        fault = "" if self._told else shelf_fault(self._house.folder)
        self._told = True
        if fault:
            self._page.failed.emit(words()("wardrobe.bring.broken", why=fault))

    def open_menu(self, button: QWidget) -> None:
        """Who she is, where she stands, what one brings and takes along."""
        menu = QMenu(self._page)
        changes = self._house.changes
        menu.addAction(icon("person"), words()("creator.enter"), changes.creator.emit)
        menu.addAction(icon("pin"), words()("wardrobe.bring.furnish"), changes.room.emit)
        menu.addSeparator()
        menu.addAction(icon("plus"), words()("wardrobe.bring.choose"), self.choose)
        menu.addAction(icon("download"), words()("wardrobe.bring.export"), self.choose_export)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(button.width() - menu.sizeHint().width(), button.height() + 4)))

    # --- garments that are brought

    def choose(self) -> None:
        """Ask for a file."""
        path, _ = QFileDialog.getOpenFileName(self._page, words()("wardrobe.bring.choose"), str(Path.home()), "glTF (*.glb)")
        if path:
            self.bring(Path(path))

    def bring(self, path: Path) -> None:
        """Read, check and fit it aside; then it is hers."""
        catalogue = self._house.wearing.catalogue
        if catalogue is None:
            return
        self._page.told.emit(words()("wardrobe.bring.fitting", file=path.name), None)
        self._trying.ask(fitted(path, catalogue), self.take)

    def take(self, made: Brought | AvatarError) -> None:
        """Put it on the shelf, and give it to her; a refused one changes nothing."""
        if isinstance(made, AvatarError):
            self.refuse(made)
            return
        try:
            info = shelf(self._house.folder).put(made)
        except AvatarError as fault:
            self.refuse(fault)
            return
        self._house.renew_wardrobe()
        self._trying.renew()

        async def give() -> None:
            self._house.own_closet()
            try:
                await self._house.mind.give(info.id, "")
            except ValueError:
                return  # brought once before: it is hers still

        self._trying.ask(give(), lambda _: self.show(info, made))

    def show(self, info: GarmentInfo, made: Brought) -> None:
        """Its tile, and what was done."""
        page = self._page
        name = info.names.get(words().lang) or next(iter(info.names.values()))
        steps = [words()(f"wardrobe.bring.{step.kind}", **step.values) for step in made.steps]
        steps.append(words()("wardrobe.bring.work", author=made.manifest.author, licence=made.manifest.licence))
        page.steps.tell(words()("wardrobe.bring.done", name=name), steps)
        page.told.emit(words()("wardrobe.bring.done", name=name), lambda: self.take_away(info.id))
        page.end_search()
        page.styles.value = "any"
        page.tabs.value = info.slot
        self._house.conversation.ask_bond()
        self._trying.open_slot(info.slot)
        self._trying.refresh(lambda: page.grid.look_at(info.id))

    def take_away(self, garment: str) -> None:
        """As if it had not been brought; who wears it takes it off."""
        self._trying.take_off(garment)
        try:
            shelf(self._house.folder).remove(garment)
        except (KeyError, AvatarError) as fault:
            self._page.failed.emit(str(fault))
            return
        self._page.steps.hide()
        self._house.renew_wardrobe()
        self._trying.renew()

        async def own() -> None:
            self._house.own_closet()

        self._trying.ask(own(), lambda _: self._trying.refresh())

    def refuse(self, fault: AvatarError) -> None:
        """What did not work; what she wears stays on."""
        self._page.failed.emit(f"{fault.message} {fault.remedy}")

    # --- her, for other programs

    def choose_export(self) -> None:
        """Ask where to."""
        start = str(Path.home() / f"{self._house.her_name(words().lang)}.vrm")
        place, _ = QFileDialog.getSaveFileName(self._page, words()("wardrobe.bring.export"), start, "VRM (*.vrm)")
        if place:
            self.export(Path(place))

    def export(self, path: Path) -> None:
        """Write who stands there, in what is worn, with the licence all its makers allow."""
        from avatars.vrm.write.vrm_file import vrm_bytes

        model = getattr(self._house.player.body, "model", None)
        if model is None:
            self._page.failed.emit(words()("creator.nobody"))
            return
        try:
            path.write_bytes(vrm_bytes(model, licence_of(model, self._house.wearing.look or Look(), self._house.folder)))
        except AvatarError as fault:
            self.refuse(fault)
        except OSError as fault:
            why = fault.strerror or str(fault)
            self._page.failed.emit(words()("creator.not_written", place=str(path), why=why))
        else:
            self._page.told.emit(words()("creator.exported", name=path.name), None)


async def fitted(path: Path, catalogue: Catalogue) -> Brought | AvatarError:
    """The garment, fitted in a thread of its own; or why not."""

    def work() -> Brought | AvatarError:
        try:
            return bring(path, read_garment(catalogue.skin), catalogue.garments)
        except AvatarError as fault:
            return fault

    with ThreadPoolExecutor(1, "brought") as pool:
        return await asyncio.get_running_loop().run_in_executor(pool, work)
