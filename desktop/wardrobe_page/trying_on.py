"""What the page's parts do: looking, wearing, dyeing, keeping, giving, and what is shown of it."""

from __future__ import annotations

import random
from collections.abc import Callable, Coroutine
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer

from assets import asset
from avatars.wardrobe.harmony import SEASONS, Season, random_look
from avatars.wardrobe.layering import put_on, take_off, worn_in
from avatars.wardrobe.look import Look, Worn
from desktop.composition import system_country
from desktop.theme.words import words
from desktop.wardrobe_page import provenance, seasonal
from desktop.wardrobe_page.closet import Closet, Piece, closet_of, styled
from desktop.wardrobe_page.detail_card import STAYS_ON
from desktop.wardrobe_page.look_keeping import LOOK, LookKeeping
from desktop.wardrobe_page.looks_bar import set_of
from desktop.wardrobe_page.natural_hair import as_hers, natural_hair
from desktop.wardrobe_page.own_things import OwnThings
from desktop.wardrobe_page.pattern_pictures import PatternPictures
from desktop.wardrobe_page.pictures import Pictures, Wish
from desktop.wardrobe_page.scenes import Scenes
from desktop.wardrobe_page.tiles import Tile
from mind.wardrobe.holdings import WardrobeView
from mind.wardrobe.seasons import season_of

if TYPE_CHECKING:
    from desktop.wardrobe_page.wardrobe_page import WardrobePage
    from desktop.window.house import House

SCENE: Final = "background"
QUIET: Final = 450
"""Milliseconds after the last change of a colour that is only tried until it counts as worn."""
NEAR: Final = {
    "glasses": "face", "ears": "face", "hair": "bust", "headwear": "bust", "neck": "bust", "top": "full", "bottom": "full",
    "dress": "full", "outer": "full", "shoes": "full", "socks": "full", "bag": "full", "background": "full",
}
"""How near the camera goes for each kind."""
TRIES: Final = 8


class TryingOn(QObject):
    """Holds the page's wires. What is worn is kept by `house.wearing`; here is what is looked at."""

    def __init__(self, house: House, page: WardrobePage) -> None:
        super().__init__(page)
        self._house, self.page = house, page
        self._wearing = house.wearing
        self.closet = Closet()
        self._last: dict[str, Worn] = {}
        self._seasonal = False
        self._asked = 0
        self._after: list[Callable[[], object]] = []
        self._season = self._natural = ""
        catalogue = house.wearing.catalogue
        assert catalogue is not None
        self.garments = catalogue.garments
        self.pictures = Pictures(house.folder, catalogue, asset("avatars", f"{house.settings.look.avatar}.vrm"))
        house.ends.append(self.pictures.close)
        self.scenes = Scenes(house)
        self.patterns = PatternPictures(house, self)
        self.keeping = LookKeeping(house, self, page)
        self.own = OwnThings(house, self)
        self._keep = QTimer(self)
        self._keep.setSingleShot(True)
        self._keep.setInterval(QUIET)
        self._keep.timeout.connect(self.keep)
        page.tabs.value = "top"
        page.styles.value = "any"
        self.wire()

    def wire(self) -> None:
        """What each part does."""
        page = self.page
        page.head.back_wanted.connect(self.undo)
        page.head.surprise_wanted.connect(self.surprise)
        page.head.search_wanted.connect(page.seek)
        page.season.shown.connect(self.show_season)
        page.tabs.chosen.connect(self.open_slot)
        page.search.textChanged.connect(lambda _: self.show_tiles())
        page.styles.chosen.connect(lambda _: self.show_tiles())
        page.grid.looked_at.connect(lambda _: self.show_card())
        page.grid.chosen.connect(self.wear)
        page.grid.liked.connect(self.like)
        page.grid.taken_off.connect(self.take_off)
        page.grid.dropped.connect(self.patterns.drop)
        page.card.changed.connect(self.try_on)
        page.card.liked.connect(self.like)
        page.card.taken_off.connect(self.take_off)
        page.card.given.connect(self.give)
        page.card.picture_wanted.connect(self.patterns.choose)
        page.card.resized.connect(page.fit_shelf)
        self._wearing.changed.connect(self.show_worn)
        self._wearing.told.connect(page.failed)
        self.pictures.came.connect(self.show_picture)
        words().changed.connect(self.retell)

    # --- what there is

    @property
    def look(self) -> Look:
        """What she wears."""
        return self._wearing.look or Look()

    def open(self) -> None:
        """The page is seen: read what is hers."""
        self._natural = natural_hair(self._house.settings.look, self._house.folder)
        self.refresh()
        self.own.tell_fault()

    def renew(self) -> None:
        """There are other garments than before."""
        catalogue = self._wearing.catalogue
        assert catalogue is not None
        self.garments = catalogue.garments
        self.pictures.renew(catalogue)

    def rest(self) -> None:
        """Nobody looks any more."""
        self.keep_now()
        self.pictures.rest()

    def refresh(self, then: Callable[[], object] | None = None) -> None:
        """Read it anew, then go on; an answer that something newer was asked after is dropped, what was to follow is not."""
        self._asked += 1
        asked = self._asked
        if then is not None:
            self._after.append(then)

        def take(view: WardrobeView) -> None:
            if asked == self._asked:
                self.take_view(view)
                after, self._after = self._after, []
                for each in after:
                    each()

        self.ask(self._house.mind.wardrobe(), take)

    def ask(self, work: Coroutine[Any, Any, Any], done: Any = None) -> None:
        """Have the mind do something; who asked may be gone when it is done."""

        def deliver(found: Any) -> None:
            if done is not None and shiboken6.isValid(self):
                done(found)

        self._house.bridge.submit(work, deliver, self._house.conversation.fail)

    def take_view(self, view: WardrobeView) -> None:
        """What the mind keeps."""
        self.closet = closet_of(self.garments, view)
        page = self.page
        page.head.can_undo(view.can_undo)
        page.tabs.offer([*self.closet.slots, SCENE])
        page.offer_styles(self.closet.styles)
        self.take_season(season_of(datetime.now().date(), system_country()))
        self.show_tiles()
        self.keeping.show()

    def take_season(self, season: str) -> None:
        """Which season it is where the user lives."""
        self._season = season
        self.page.season.tell(season)

    def retell(self) -> None:
        """The language changed."""
        self.page.card.piece = None
        self.page.season.tell(self._season)
        self.show_tiles()
        self.keeping.show()

    # --- tiles

    @property
    def slot(self) -> str:
        """The kind that is open; empty while clothes of all kinds are shown."""
        return "" if self._seasonal or self.page.search.text().strip() else self.page.tabs.value

    def open_slot(self, slot: str) -> None:
        """Another kind."""
        self._seasonal = False
        self.page.near_wanted.emit(NEAR.get(slot, "full"))
        self.show_tiles()

    def show_season(self) -> None:
        """What suits the time of the year, of all kinds."""
        self._seasonal = True
        self.page.end_search()
        self.page.tabs.value = ""
        self.show_tiles()
        self.page.grid.setFocus(Qt.FocusReason.TabFocusReason)

    def pieces(self) -> tuple[Piece, ...]:
        """What is to be shown."""
        page = self.page
        text, style = page.search.text().strip(), page.styles.value
        if text:
            found = self.closet.found(text, words().lang)
        elif self._seasonal:
            found = seasonal.suiting(self.closet.pieces.values(), self._season)
        else:
            found = self.closet.of(page.tabs.value)  # type: ignore[arg-type]
        return styled(found, "" if style == "any" else style)

    def show_tiles(self) -> None:
        """The tiles of the kind that is open, or of what was found."""
        page, before = self.page, self.page.grid.current
        tiles = self.scenes.tiles() if self.slot == SCENE else tuple(self.tile(piece) for piece in self.pieces())
        page.show_styles(self.slot != SCENE)
        another = page.tiles.show(tiles)
        searched = bool(page.search.text().strip()) or page.styles.value != "any"
        if tiles:
            page.show_empty("", "")
        else:
            kind = "found_none" if searched else "none_here"
            page.show_empty(f"wardrobe.{kind}", f"wardrobe.{kind}_text")
        if another and tiles:
            worn = next((tile.id for tile in tiles if tile.worn), "")
            kept = before.id if before is not None and page.tiles.row_of(before.id) >= 0 else ""
            page.grid.look_at(kept or worn)
        self.show_card()
        self.want_pictures()

    def tile(self, piece: Piece) -> Tile:
        """A piece as a tile."""
        lang = words().lang
        worn = any(each.garment == piece.id for each in self.look.worn)
        kind = words()(f"wardrobe.slot.{piece.info.slot}")
        how = "" if piece.hers else provenance.how(piece.how)
        return Tile(piece.id, piece.name(lang), kind, piece.hers, how, worn and piece.hers, piece.favourite)

    def show_worn(self, _: object = None) -> None:
        """She wears something else."""
        for one in self.look.worn:
            self._last[one.garment] = one
        if not self.page.isVisible():
            return
        if self.slot != SCENE:
            self.page.tiles.mark(frozenset(one.garment for one in self.look.worn))
        self.page.looks.mark(self.look)
        self.show_card()

    def show_card(self) -> None:
        """The garment that is looked at."""
        tile = self.page.grid.current
        piece = None if tile is None or self.slot == SCENE else self.closet.pieces.get(tile.id)
        worn = None if piece is None else self.as_worn(piece.id)
        self.page.card.show_piece(piece, worn, self._wearing.look)

    def as_worn(self, garment: str) -> Worn:
        """A garment in the dyes she wears it in, or wore it in last; hair in her own colour."""
        now = next((one for one in self.look.worn if one.garment == garment), None)
        found = now or self._last.get(garment) or Worn(garment)
        return as_hers(found, self.garments[garment], self.look, self.garments, self._natural)

    # --- pictures

    def want_pictures(self) -> None:
        """Of all tiles that are shown, then of the looks."""
        if not self.page.isVisible():
            return
        self.pictures.sharpen(self.page.sharpness())
        if self.slot == SCENE:
            for name, image in self.scenes.pictures():
                self.page.tiles.picture(name, image)
        wishes = [
            Wish(piece.id, (self.as_worn(piece.id),), piece.info.slot)
            for tile in self.page.tiles.rows if (piece := self.closet.pieces.get(tile.id)) is not None and piece.hers
        ]
        shown = [(one.key, self.keeping.seen_of(one.look)) for one in self.keeping.looks()]
        self.pictures.want([*wishes, *(Wish(LOOK + key, worn, "look") for key, worn in shown if worn)])

    def show_picture(self, name: str, image: Any) -> None:
        """A picture came."""
        if name.startswith(LOOK):
            self.page.looks.picture(name.removeprefix(LOOK), image)
        else:
            self.page.tiles.picture(name, image)

    # --- wearing

    def wear(self, garment: str) -> None:
        """Put it on; what is not hers yet may be given."""
        if self.slot == SCENE:
            self.scenes.choose(garment)
            self.show_tiles()
            return
        piece = self.closet.pieces.get(garment)
        if piece is None:
            return
        if not piece.hers:
            if self.page.card.gift.isVisible():
                self.page.card.gift.note.setFocus(Qt.FocusReason.TabFocusReason)
            return
        if any(one.garment == garment for one in self.look.worn):
            return
        self.change(put_on(self.look, self.as_worn(garment), self.garments))

    def change(self, look: Look) -> bool:
        """She wears this from now on."""
        self._keep.stop()
        done = self._wearing.wear(look)
        if done:
            self.page.head.can_undo(True)
        return done

    def try_on(self, worn: Worn, meant: bool) -> None:
        """A garment in other colours: seen at once; worn for good when it is meant, or was not changed for a while."""
        self._last[worn.garment] = worn
        look = put_on(self.look, worn, self.garments)
        self._keep.stop()
        if meant:
            self.change(look)
        elif self._wearing.put_on(look):
            self._keep.start()
        piece = self.closet.pieces[worn.garment]
        if meant:
            self.pictures.want([Wish(worn.garment, (worn,), piece.info.slot), *self.rest_of_wishes(worn.garment)])

    def rest_of_wishes(self, but: str) -> list[Wish]:
        """Pictures that may still be missing, beside one."""
        return [
            Wish(piece.id, (self.as_worn(piece.id),), piece.info.slot)
            for tile in self.page.tiles.rows
            if tile.id != but and (piece := self.closet.pieces.get(tile.id)) is not None and piece.hers
        ]

    def keep(self) -> None:
        """What was tried is worn."""
        self._wearing.keep()
        self.page.head.can_undo(True)
        self.want_pictures()

    def keep_now(self) -> None:
        """The page is left: what is tried is worn."""
        if self._keep.isActive():
            self._keep.stop()
            self._wearing.keep()

    def take_off(self, garment: str) -> None:
        """She goes without, where one can."""
        piece = self.closet.pieces.get(garment)
        if piece is None or piece.info.slot in STAYS_ON:
            return
        worn = worn_in(self.look, piece.info.slot, self.garments)
        if worn is not None and worn.garment == garment:
            self.change(take_off(self.look, piece.info.slot, self.garments))

    def like(self, garment: str) -> None:
        """A favourite, or no more."""
        piece = self.closet.pieces.get(garment)
        if piece is not None and piece.hers:
            self.ask(self._house.mind.favour(garment, not piece.favourite), lambda _: self.refresh())

    def undo(self) -> None:
        """As it was before."""
        self.keep_now()

        def done(look: dict[str, Any] | None) -> None:
            if look is None:
                self.page.told.emit(words()("wardrobe.nothing_to_undo"), None)
            else:
                self._wearing.show(look)
                self.refresh()

        self.ask(self._house.mind.undo_look(), done)

    def surprise(self) -> None:
        """Something that goes together, by chance."""
        season: Season = next((one for one in SEASONS if one == self._season), "autumn")
        for _ in range(TRIES):
            look = random_look(self.garments, self.closet.hers, random.randrange(1 << 30), season, self.look)
            if set_of(look) != set_of(self.look):
                if self.change(look):
                    self.page.told.emit(words()("wardrobe.surprised"), self.undo)
                return
        self.page.told.emit(words()("wardrobe.no_surprise"), None)

    def give(self, garment: str, note: str) -> None:
        """The user gives her something: it is hers, she thanks for it, and may put it on."""

        def done(_: object) -> None:
            self.page.told.emit(words()("wardrobe.gift.given"), None)
            self._house.conversation.ask_bond()
            self._house.conversation.begin(self._house.mind.thank, aloud=True)
            self.refresh()
            self.page.grid.setFocus(Qt.FocusReason.OtherFocusReason)

        self.ask(self._house.mind.give(garment, note), done)
