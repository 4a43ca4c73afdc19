"""What she wears in a film: a look of garments where there are some, else an outfit of her own file."""

from __future__ import annotations

from typing import Any

from avatars.wardrobe.look import look_from_json
from mind.events import Event, LookChosen, OutfitChosen


async def begin_in(stage: Any, companion: Any) -> None:
    """Put on what she wears now."""
    worn = (await companion.wardrobe()).worn
    if worn.get("worn"):
        stage.dress(look_from_json(worn))
    else:
        stage.wear(await companion.outfit())


def change(stage: Any, event: Event) -> None:
    """She changes into what she chose; the outfit that is told before a look of the same name is passed over."""
    if isinstance(event, LookChosen):
        stage.dress(look_from_json(dict(event.look)))
    elif isinstance(event, OutfitChosen) and event.outfit in {outfit.id for outfit in stage.outfits}:
        stage.wear(event.outfit)
