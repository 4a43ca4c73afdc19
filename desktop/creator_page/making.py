"""Makes the person: takes what the page changes, shows it on the stage at once, and keeps it when that is wanted."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from avatars.creator.chance import created, hair_dyes, person_by_chance
from avatars.creator.drafts import Draft
from avatars.creator.people import PEOPLE
from avatars.creator.people_folder import PeopleFolder
from avatars.creator.person import CreatedPerson, Mark
from avatars.errors import AvatarError
from avatars.wardrobe.layering import put_on, worn_in
from avatars.wardrobe.look import Look, Worn
from desktop.creator_page.features import Dye, Slide
from desktop.dressed_vrm import licence_of
from desktop.theme.words import words

if TYPE_CHECKING:
    from desktop.creator_page.features import Amount, Kind
    from desktop.window.house import House

log = logging.getLogger("hearth.creator")

PAUSE: Final = 30
"""Milliseconds between two pictures while something is drawn along."""
FINE: Final = 260
"""Milliseconds of rest after which the skin is painted in full."""
WORN: Final = 0.6
"""Of a make-up whose colour is taken before there is any."""
CUTS: Final = {"mira": "bob", "kai": "swept"}
"""How those who ship wear their hair."""


class Making(QObject):
    """`changed` whenever the person is another one, `told` lines with what takes them back, `failed` what did not work."""

    changed = Signal()
    told = Signal(str, object)
    failed = Signal(str)

    def __init__(self, house: House, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._house = house
        self.people = PeopleFolder(house.folder / "people")
        self.id = ""
        """The file of the person that is open; empty for one who has none yet."""
        self.origin = ""
        """Whose tile is marked: a file's id, or whom one began with."""
        self.draft = Draft(self.whom())
        self._seen: CreatedPerson | None = None
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(lambda: self.show())
        self._fine = QTimer(self, singleShot=True, interval=FINE)
        self._fine.timeout.connect(lambda: self.show(fine=True))

    @property
    def person(self) -> CreatedPerson:
        """As they are now."""
        return self.draft.person

    # --- whom one begins with

    def whom(self) -> CreatedPerson:
        """Who stands on the stage: the person that was made, else the one who ships, as one that can be changed."""
        look = self._house.settings.look
        if look.person:
            try:
                self.id = look.person
                return self.people.load(look.person)
            except AvatarError as fault:
                log.warning("person_refused=%s", fault.kind)
                self.id = ""
        return self.shipped(look.avatar)

    def shipped(self, avatar: str) -> CreatedPerson:
        """Mira or Kai, as one that can be changed, in what is worn now."""
        person = created(PEOPLE[avatar])
        return replace(person, look=self.with_hair(self._house.wearing.look or Look(), person, CUTS.get(avatar, "")))

    def with_hair(self, look: Look, person: CreatedPerson, cut: str) -> Look:
        """The look with hair in it: nobody who is made has hair of their own."""
        garments = self.garments
        if worn_in(look, "hair", garments) is not None:
            return look
        cuts = sorted((info for info in garments.values() if info.slot == "hair"), key=lambda info: (cut not in info.id, info.id))
        return put_on(look, Worn(cuts[0].id, hair_dyes(cuts[0], person.hair_colour)), garments) if cuts else look

    @property
    def garments(self) -> Any:
        """What can be worn."""
        catalogue = self._house.wearing.catalogue
        return catalogue.garments if catalogue is not None else {}

    def begin(self, person: CreatedPerson, id_: str = "", origin: str = "") -> None:
        """Work on this one from now on; `origin` tells whom one began with."""
        self.id, self.origin, self.draft = id_, id_ or origin, Draft(person)
        self.show(fine=True)
        self.changed.emit()

    # --- changes

    def move(self, row: Slide | Amount | Dye | Kind, value: object) -> None:
        """A row of a part was moved."""
        if isinstance(row, Slide):
            self.draft.slide(row.slider, float(str(value)))
        elif row.part:
            self.draft.set(row.part, **{row.field: value}, **self.with_it(row))
        else:
            self.colour_hair(str(value))
        self.later()

    def with_it(self, row: Amount | Dye | Kind) -> dict[str, float]:
        """Who takes a colour for what is not worn yet wears some of it."""
        amount = row.field.removesuffix("_colour")
        if row.part != "make_up" or amount == row.field or getattr(self.person.make_up, amount) > 0:
            return {}
        return {amount: WORN}

    def colour_hair(self, dye: str) -> None:
        """Scalp, stubble and hair together."""
        person = replace(self.person, hair_colour=dye)
        worn = worn_in(person.look, "hair", self.garments)
        if worn is not None:
            dyed = replace(worn, dyes={**worn.dyes, **hair_dyes(self.garments[worn.garment], dye)})
            person = replace(person, look=put_on(person.look, dyed, self.garments))
        self.draft.change(person, "hair_colour")

    def cut_hair(self, garment: str) -> None:
        """Another cut, in the colour there is."""
        worn = Worn(garment, hair_dyes(self.garments[garment], self.person.hair_colour))
        self.draft.change(replace(self.person, look=put_on(self.person.look, worn, self.garments)))
        self.later()

    def mark(self, marks: tuple[Mark, ...], drag: str = "") -> None:
        """Other marks."""
        self.draft.change(replace(self.person, marks=marks), drag)
        self.later()

    def call(self, name: str) -> None:
        """Another name; what is none is left alone."""
        if name.strip():
            self.draft.change(replace(self.person, name=name.strip()[:40]), "name")
            self.changed.emit()

    def by_chance(self, seed: int) -> None:
        """Somebody else altogether, by this seed; the name that was given stays."""
        person = person_by_chance(seed, self.garments, lang=words().lang)
        self.draft.change(replace(person, name=self.person.name) if self.id else person)
        self.show(fine=True)
        self.changed.emit()

    def undo(self) -> None:
        """As it was before."""
        if self.draft.undo():
            self.show(fine=True)
            self.changed.emit()

    def settle(self) -> None:
        """A drag is over."""
        self.draft.settle()
        self.changed.emit()

    # --- the stage

    def later(self) -> None:
        """Show it with the next picture; what comes meanwhile is shown with it."""
        if not self._soon.isActive():
            self._soon.start()

    def show(self, fine: bool = False) -> None:
        """Show the person as they are now."""
        why = self._house.standing.show(self.person, self._seen, fine=fine)
        if why:
            self.failed.emit(why)
            if self._house.player.body is None:
                self._seen = None
                self._house.changes.avatar.emit()
            return
        painted = self._seen is None or _paint(self._seen) != _paint(self.person)
        self._seen = self.person
        if painted and not fine:
            self._fine.start()

    def leave(self) -> None:
        """The page is left: who is set stands on the stage again, if somebody else does."""
        self._soon.stop()
        self._fine.stop()
        if self._seen is not None:
            self._seen = None
            self._house.changes.avatar.emit()

    # --- keeping

    def save(self) -> bool:
        """Keep the person, who is the one on the stage from now on. False where the file cannot be written."""
        try:
            self.id = self.people.save(self.person, self.id)
        except AvatarError as fault:
            self.failed.emit(f"{fault.message} {fault.remedy}")
            return False
        self.draft.saved()
        self.origin = self.id
        self.take(self.id)
        self.told.emit(words()("creator.saved", name=self.person.name), None)
        self.changed.emit()
        return True

    def take(self, id_: str) -> None:
        """This one stands on the stage from now on; empty for the one who ships."""
        self._house.settings.look.person = id_
        self._house.keep()
        if id_:
            self._house.wearing.wear(self.person.look)

    def duplicate(self) -> None:
        """A second person like this one, who is open from now on."""
        name = words()("creator.copy_of", name=self.person.name)[:40]
        self.id, self.draft = "", Draft(replace(self.person, name=name))
        self.save()

    def delete(self, id_: str) -> None:
        """Take a person away; it can be taken back."""
        try:
            gone = self.people.delete(id_)
        except AvatarError as fault:
            self.failed.emit(f"{fault.message} {fault.remedy}")
            return
        if self._house.settings.look.person == id_:
            self.take("")
        if self.id == id_:
            self.id = ""
        back: Callable[[], object] | None = (lambda: self.bring_back(gone, id_)) if gone is not None else None
        self.told.emit(words()("creator.deleted", name=gone.name if gone is not None else id_), back)
        self.changed.emit()

    def bring_back(self, person: CreatedPerson, id_: str) -> None:
        """The file as it was."""
        self.people.save(person, id_)
        self.changed.emit()

    def export(self, path: Path) -> None:
        """Write the person, in what is worn, as a VRM 1.0 file."""
        from avatars.vrm.write.vrm_file import vrm_bytes

        self.show(fine=True)
        model = getattr(self._house.player.body, "model", None)
        if model is None:
            self.failed.emit(words()("creator.nobody"))
            return
        try:
            path.write_bytes(vrm_bytes(model, licence_of(model, self.person.look, self._house.folder)))
        except AvatarError as fault:
            self.failed.emit(f"{fault.message} {fault.remedy}")
            return
        except OSError as fault:
            self.failed.emit(words()("creator.not_written", place=str(path), why=fault.strerror or str(fault)))
            return
        self.told.emit(words()("creator.exported", name=path.name), None)


def _paint(person: CreatedPerson) -> tuple[object, ...]:
    return person.skin, person.make_up, person.eyes, person.marks, person.hair_colour
