"""Her wardrobe on the data folder, to look at and to change."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from desktop.door_actions import chosen_lang, opened, words
from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from mind.languages import Lang
    from mind.turn.companion import Companion
    from mind.wardrobe.garment import Closet
    from mind.wardrobe.holdings import WardrobeView

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Hers:
    """All that exists for her body, and what of it is hers."""

    closet: Closet
    view: WardrobeView


def looking(args: argparse.Namespace) -> Hers | None:
    """The wardrobe as it is, beside a running Hearth too; None where her body has outfits alone."""
    from datetime import datetime

    from desktop import composition
    from desktop.data_folder import data_folder
    from desktop.settings import load_settings
    from mind.character import MIRA
    from mind.turn.household import Household
    from mind.turn.wearing import view

    folder = data_folder(args.data_dir)
    look = load_settings(folder).look
    closet = composition.whole_closet(look.avatar, folder)
    if not closet.garments:
        return None
    outfits = composition.shipped_outfits(look.avatar)
    house = Household(MIRA, outfits, chosen_lang(args), 0, closet=closet, all_clothes=look.all_clothes)
    with opened(args, readonly=True) as store:
        return Hers(closet, store.call(lambda uow: view(uow, house, datetime.now().astimezone())))


def changing(args: argparse.Namespace, work: Callable[[Companion, Hers], Awaitable[T]]) -> T | int:
    """Run `work` on her, with her wardrobe as it is; an exit code where there is none."""
    from desktop import composition
    from desktop.data_folder import data_folder
    from desktop.settings import load_settings

    folder = data_folder(args.data_dir)
    settings = load_settings(folder)
    closet = composition.whole_closet(settings.look.avatar, folder)
    if not closet.garments:
        return no_wardrobe(chosen_lang(args))
    she = composition.open_companion(folder, settings, asked=args.lang, closet=closet, place="terminal")

    async def whole() -> T:
        try:
            return await work(she, Hers(closet, await she.wardrobe()))
        finally:
            await she.close()

    return asyncio.run(whole())


def refuse(text: str) -> int:
    """A word that names nothing, or nothing that can be done: a wrong command line."""
    sys.stderr.write(f"hearth: {text}\n")
    return Exit.USAGE


def no_wardrobe(lang: Lang) -> int:
    """Her body has outfits alone."""
    sys.stderr.write("hearth: " + words(lang, "wardrobe")["none"] + "\n")
    return Exit.MISSING
