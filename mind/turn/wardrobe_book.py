"""Her wardrobe as every page, door and voice steers it: what is hers, what she wears, looks, gifts."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from random import Random
from typing import Any, Final, TypeVar

from mind.clock import Clock
from mind.domain import Outfit
from mind.ports import Store, UnitOfWork
from mind.turn.answer import Means
from mind.turn.dressing import Chooser, put_on
from mind.turn.household import Household
from mind.turn.person import worn_outfit
from mind.turn.wearing import checked, give, read_wardrobe, stock, view, worn_now
from mind.wardrobe.choosing import surprise
from mind.wardrobe.garment import Closet
from mind.wardrobe.holdings import Owned, WardrobeView
from mind.wardrobe.look import Look, look_to_json

T = TypeVar("T")
LONGEST_NAME: Final = 60


class WardrobeKeeping:
    """The half of a companion that has to do with clothes. Looks are plain data of the one format."""

    _store: Store
    _clock: Clock
    _means: Means

    # --- seeing

    async def wardrobe(self) -> WardrobeView:
        """What is hers, what is not yet and how it comes, the looks that were kept, and what she wears."""

        def work(uow: UnitOfWork, house: Household) -> WardrobeView:
            stock(uow, house, self._clock.now())
            return view(uow, house, self._clock.now())

        return await self._kept(work)

    async def outfit(self) -> str:
        """The id of the outfit or ready look she wears; empty where it is another look."""
        return await self._store.run(lambda uow: _outfit(uow, self._means.house))

    # --- changing

    async def put_on(self, look: Mapping[str, Any], by: Chooser = "user") -> None:
        """She wears this. ValueError for what is no look, names no garment that exists or one that is not hers."""

        def work(uow: UnitOfWork, house: Household) -> None:
            stock(uow, house, self._clock.now())
            put_on(uow, house, checked(uow, house, look), by, self._clock.now())

        await self._kept(work)

    async def wear(self, outfit_id: str) -> None:
        """She wears an outfit or ready look. KeyError for one that does not exist."""

        def work(uow: UnitOfWork, house: Household) -> None:
            known = {one.id for one in house.outfits} | {one.id for one in house.closet.looks}
            if outfit_id not in known:
                raise KeyError(outfit_id)
            put_on(uow, house, outfit_id, "user", self._clock.now())

        await self._kept(work)

    async def undo_look(self) -> dict[str, Any] | None:
        """Take the last change back; what she wears then, None where there is nothing to go back to."""

        def work(uow: UnitOfWork, house: Household) -> dict[str, Any] | None:
            return look_to_json(worn_now(uow, house).look) if uow.clothes.undo() else None

        return await self._kept(work)

    async def random_look(self, rng: Random) -> Look | None:
        """Another look by chance, of what is hers and goes together; nothing is put on. None where there is no other."""

        def work(uow: UnitOfWork, house: Household) -> Look | None:
            wardrobe = read_wardrobe(uow, house, self._clock.now())
            return surprise(wardrobe, rng) if wardrobe is not None else None

        return await self._kept(work)

    async def favour(self, garment: str, on: bool) -> None:
        """Mark a garment as a favourite. KeyError for what is not hers."""

        def work(uow: UnitOfWork, house: Household) -> None:
            stock(uow, house, self._clock.now())
            uow.clothes.favour(garment, on)

        await self._kept(work)

    # --- looks

    async def save_look(self, name: str, look: Mapping[str, Any]) -> int:
        """Keep a look under a name; its id. ValueError for no name, or for what she cannot wear."""

        def work(uow: UnitOfWork, house: Household) -> int:
            stock(uow, house, self._clock.now())
            made = look_to_json(checked(uow, house, look))
            return uow.clothes.keep_look(_name(name), made, self._clock.now())

        return await self._kept(work)

    async def rename_look(self, look_id: int, name: str) -> None:
        """Another name. KeyError, ValueError for none."""
        await self._kept(lambda uow, _: uow.clothes.change_look(look_id, name=_name(name)))

    async def favour_look(self, look_id: int, on: bool) -> None:
        """Mark a look as a favourite. KeyError."""
        await self._kept(lambda uow, _: uow.clothes.change_look(look_id, favourite=on))

    async def delete_look(self, look_id: int) -> None:
        """Take a look away; what is worn stays on. KeyError."""
        await self._kept(lambda uow, _: uow.clothes.remove_look(look_id))

    # --- gifts

    async def give(self, garment: str, note: str = "") -> Owned:
        """The user gives her a garment. She thanks with her next words, or at once where `Companion.thank` is asked for.

        KeyError for one that does not exist, ValueError for one that is hers already.
        """
        await self._settle()
        return await self._kept(lambda uow, house: give(uow, house, garment, note, self._clock.now())[0])

    # --- how she lives here

    def own(self, outfits: tuple[Outfit, ...], closet: Closet | None = None) -> None:
        """Another wardrobe, for another body, from the next turn on; without a `closet` it has outfits alone."""
        self._live(outfits=tuple(outfits), closet=closet or Closet())

    def unlock_all(self, on: bool) -> None:
        """Whether every garment may be worn. None comes to be hers by this, nor is any lost."""
        self._live(all_clothes=on)

    def let_dress(self, herself: bool) -> None:
        """Whether she puts on what she likes on a new day."""
        self._live(dresses=herself)

    def surround(self, scene: str) -> None:
        """What stands around her from now on ("room evening"): kept beside every turn."""
        self._live(scene=scene)

    # --- inside

    _settle: Callable[[], Awaitable[None]]

    def _live(self, **changed: Any) -> None:
        self._means = replace(self._means, house=replace(self._means.house, **changed))

    async def _kept(self, work: Callable[[UnitOfWork, Household], T]) -> T:
        """Run `work` and commit."""

        def whole(uow: UnitOfWork) -> T:
            found = work(uow, self._means.house)
            uow.commit()
            return found

        return await self._store.run(whole)


def _outfit(uow: UnitOfWork, house: Household) -> str:
    return worn_now(uow, house).outfit if house.closet.garments else worn_outfit(uow, house.outfits)


def _name(name: str) -> str:
    words = " ".join(name.split())[:LONGEST_NAME]
    if not words:
        raise ValueError("a look needs a name")
    return words
