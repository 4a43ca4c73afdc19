"""What the bar at the foot does: looks put on, kept, named and taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from avatars.wardrobe.layering import put_on, worn_in
from avatars.wardrobe.look import Look, Worn, look_to_json
from desktop.theme.words import words
from desktop.wardrobe_page.looks_bar import Shown

if TYPE_CHECKING:
    from desktop.wardrobe_page.trying_on import TryingOn
    from desktop.wardrobe_page.wardrobe_page import WardrobePage
    from desktop.window.house import House

LOOK: Final = "look:"
"""Before the key of a look, in the name of its picture."""
SAVED: Final = "saved:"
"""Before the number of a look that the user keeps."""
PLAIN: Final = frozenset({"hair", "glasses", "ears"})
"""What is left out of a look's picture: it is too small, or belongs to her more than to the look."""


class LookKeeping:
    """Looks of the user's own, and those that ship ready."""

    def __init__(self, house: House, trying: TryingOn, page: WardrobePage) -> None:
        self._house, self._trying, self._page = house, trying, page
        page.looks.worn.connect(self.wear)
        page.looks.save_wanted.connect(self.save)
        page.looks.renamed.connect(self.rename)
        page.looks.deleted.connect(self.delete)

    def looks(self) -> tuple[Shown, ...]:
        """What the user keeps, then what ships for her."""
        lang, hers = words().lang, self._trying.closet.hers
        kept = [Shown(f"{SAVED}{one.id}", one.name, one.look, one.id) for one in self._trying.closet.looks]
        ready = [Shown(one.id, one.names.get(lang, one.id), one.look, None) for one in self._house.ready_looks]
        return (*kept, *(one for one in ready if all(worn.garment in hers for worn in one.look.worn)))

    def seen_of(self, look: Look) -> tuple[Worn, ...]:
        """What is pictured of a look."""
        garments = self._trying.garments
        return tuple(worn for worn in look.worn if worn.garment in garments and garments[worn.garment].slot not in PLAIN)

    def show(self) -> None:
        """The bar as it is now."""
        self._page.looks.show_looks(self.looks())
        self._page.looks.mark(self._trying.look)
        self._trying.want_pictures()

    def wear(self, key: str) -> None:
        """Put one on; hair stays where the look names none."""
        found = next((one for one in self.looks() if one.key == key), None)
        if found is None:
            return
        look, garments = found.look, self._trying.garments
        hair = worn_in(self._trying.look, "hair", garments)
        if hair is not None and worn_in(look, "hair", garments) is None:
            look = put_on(look, hair, garments)
        self._trying.change(look)

    def save(self) -> None:
        """Keep what she wears, under a name that can be changed at once."""
        taken = {one.name for one in self._trying.closet.looks}
        number = next(n for n in range(1, 10_000) if words()("wardrobe.looks.call", number=n) not in taken)
        name = words()("wardrobe.looks.call", number=number)
        self._trying.keep_now()

        def done(saved: int) -> None:
            self._trying.refresh(lambda: self._page.looks.rename(f"{SAVED}{saved}"))

        self._trying.ask(self._house.mind.save_look(name, look_to_json(self._trying.look)), done)

    def rename(self, key: str, name: str) -> None:
        """Another name."""
        number = int(key.removeprefix(SAVED))
        self._trying.ask(self._house.mind.rename_look(number, name), lambda _: self._trying.refresh())

    def delete(self, key: str) -> None:
        """Take it away, with a way back."""
        found = next((one for one in self.looks() if one.key == key), None)
        if found is None or found.saved is None:
            return

        def back() -> None:
            kept = self._house.mind.save_look(found.name, look_to_json(found.look))
            self._trying.ask(kept, lambda _: self._trying.refresh())

        def done(_: object) -> None:
            self._page.told.emit(words()("wardrobe.looks.deleted", name=found.name), back)
            self._trying.refresh()

        self._trying.ask(self._house.mind.delete_look(found.saved), done)
