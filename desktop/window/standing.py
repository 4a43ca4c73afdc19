"""Who stands on the stage where it is somebody the user made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from assets import asset
from avatars.errors import AvatarError, PersonRefused

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from avatars.creator.embodied import Embodiment
    from avatars.creator.person import CreatedPerson
    from avatars.wardrobe.catalogue import Catalogue
    from desktop.stage_view.player import Body, StagePlayer


class Standing:
    """Puts created people on the stage. What does not change from one picture to the next is kept."""

    def __init__(
        self, player: StagePlayer, folder: Path, wardrobe: Catalogue | Path,
        make: Callable[[int, int, CreatedPerson], Body] | None = None,
    ) -> None:
        self._player, self._folder, self._wardrobe, self._make = player, folder, wardrobe, make
        self._embodiment: Embodiment | None = None
        self._body: Any = None
        """The body on the stage that is a created person's."""

    def renew(self, wardrobe: Catalogue) -> None:
        """Take garments from this wardrobe."""
        self._wardrobe = wardrobe

    @property
    def embodiment(self) -> Embodiment:
        """What makes bodies of people."""
        if self._embodiment is None:
            from avatars.creator.embodied import Embodiment

            self._embodiment = Embodiment(asset("creator"))
        return self._embodiment

    def open(self, width: int, height: int, person: str) -> Body:
        """A body for the person of this id. Raises `avatars.errors.AvatarError`."""
        from avatars.creator.people_folder import PeopleFolder

        try:
            return self.made(width, height, PeopleFolder(self._folder / "people").load(person))
        except ValueError as fault:
            raise PersonRefused(person, str(fault)) from fault

    def made(self, width: int, height: int, person: CreatedPerson) -> Body:
        """A body for this person."""
        if self._make is not None:
            self._body = self._make(width, height, person)
            return self._body  # type: ignore[no-any-return]
        from avatars.stage.live import LiveStage

        model = self.embodiment.model(person)
        body: Any = LiveStage(model, width, height, background=None, quality="auto", seed=1, wardrobe=self._wardrobe)
        body.become(model, person.shape, person.look)
        self._body = body
        return body  # type: ignore[no-any-return]

    def show(self, person: CreatedPerson, before: CreatedPerson | None, *, fine: bool) -> str:
        """Show a person on the stage, who was shown as `before`; what is wrong where that cannot be."""
        body: Any = self._player.body
        try:
            if body is None or body is not self._body:
                width, height = self._player.pixels()
                # The one who stands there leaves first: a stage that closes takes the frames of one not yet drawn with it.
                self._player.leave()
                self._player.take(self.made(max(64, width), max(64, height), person))
                return ""
            painted = before is None or any(
                getattr(before, part) != getattr(person, part) for part in ("skin", "make_up", "eyes", "marks", "hair_colour")
            )
            if before is None or before.look != person.look:
                body.become(self.embodiment.model(person, fine), person.shape, person.look)
            else:
                if painted or fine:
                    body.repaint(self.embodiment.model(person, fine))
                if before.shape != person.shape:
                    body.shape(person.shape)
        except AvatarError as fault:
            return fault.message
        except ValueError as fault:
            return str(fault)
        self._player.liven()
        return ""
