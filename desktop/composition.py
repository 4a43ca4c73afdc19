"""The composition root: where the companion is put together from her parts."""

from __future__ import annotations

import json
import locale
import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from desktop.settings import Settings
    from mind.clock import Clock
    from mind.domain import Outfit
    from mind.languages import Lang
    from mind.ports import Brain, Deadline
    from mind.turn.companion import Companion
    from mind.wardrobe.garment import Closet

logger = logging.getLogger(__name__)

WARDROBE: Final = ("catalogue.json", "looks.json")
BROUGHT: Final = "wardrobe"
"""Where in the data folder garments lie that people brought."""


def open_companion(
    folder: Path,
    settings: Settings,
    *,
    lang: Lang | None = None,
    asked: Lang | None = None,
    clock: Clock | None = None,
    outfits: tuple[Outfit, ...] | None = None,
    closet: Closet | None = None,
    seed: int | None = None,
    place: str = "",
) -> Companion:
    """Everything real, on the data in `folder`. Raises `mind.errors.StoreFault`.

    `lang` is for a person who has not chosen one yet (default: the settings', then the system's); `asked`, from the
    command line, is stronger than what they chose, for this sitting; `place` names the shell, beside every turn.
    """
    from desktop.door_actions import tell_upgrading
    from desktop.encoders import meaning_of
    from mind.brains import OfflineBrain
    from mind.character import MIRA
    from mind.store import open_store
    from mind.talk import RulePlanner
    from mind.turn.companion import Companion

    spoken = spoken_lang(settings, lang or asked)
    store = open_store(folder, companion=MIRA.id, upgrading=lambda: tell_upgrading(spoken))
    return Companion(
        store,
        RulePlanner(),
        brain_of(settings),
        OfflineBrain(),
        MIRA,
        shipped_outfits(settings.look.avatar) if outfits is None else outfits,
        clock,
        deadline_of(settings),
        seed=int.from_bytes(os.urandom(4), "big") if seed is None else seed,
        lang=spoken,
        asked=asked,
        country=system_country(),
        place=place,
        meaning=meaning_of(settings, folder),
        dresses=settings.look.picks_clothes,
        closet=whole_closet(settings.look.avatar, folder) if closet is None else closet,
        all_clothes=settings.look.all_clothes,
    )


def brain_of(settings: Settings) -> Brain | None:
    """The server the settings and the environment name; None for the offline brain."""
    from desktop.settings.environment import brain_with_environment

    chosen = brain_with_environment(settings.brain)
    if not chosen.url:
        return None
    from desktop.settings.secrets import brain_key
    from mind.brains.openai_brain import OpenAIBrain

    return OpenAIBrain(chosen.url, chosen.model, brain_key(chosen.url))


def deadline_of(settings: Settings) -> Deadline:
    """How long the server may take, as set."""
    from mind.ports import Deadline

    brain = settings.brain
    return Deadline(
        connect=brain.connect_seconds,
        first_token=brain.first_token_seconds,
        idle=brain.idle_seconds,
        total=brain.total_seconds,
        characters=brain.max_characters,
    )


def spoken_lang(settings: Settings, asked: Lang | None = None) -> Lang:
    """The language to open with: asked for, set, or the system's."""
    from mind.languages import as_lang

    return asked or settings.lang or as_lang(system_locale())


def system_locale() -> str:
    """The locale's name (``zh_CN.UTF-8``), from the environment first, as POSIX orders it."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return value
    return locale.getlocale()[0] or ""


def system_country() -> str | None:
    """The locale's country (``GB``), if it names one."""
    tail = system_locale().split(".")[0].partition("_")[2]
    return tail[:2].upper() if len(tail) >= 2 else None


def shipped_outfits(character: str) -> tuple[Outfit, ...]:
    """The outfits that ship with a character's avatar; none where the list is missing."""
    import tomllib

    from assets import asset
    from mind.domain import MadeFor, Outfit

    path = asset("avatars", f"{character}.outfits.json")
    if not path.is_file():
        return ()
    days = tomllib.loads(asset("avatars", "wearing.toml").read_text("utf-8"))
    listed: Any = json.loads(path.read_text("utf-8"))
    entries = listed.get("outfits", []) if isinstance(listed, dict) else listed
    return tuple(
        Outfit(
            id=entry["id"],
            names=entry["names"],
            words={lang: tuple(words) for lang, words in entry.get("words", {}).items()},
            made_for=MadeFor(**days.get(entry["id"], {})),
        )
        for entry in entries
    )


def whole_closet(character: str, data: Path, folder: Path | None = None) -> Closet:
    """The same, with the garments that were brought to the data folder `data`; a shelf that is broken is left out."""
    from mind.wardrobe.reading import closet_of, joined

    shipped = shipped_closet(character) if folder is None else shipped_closet(character, folder)
    path = data / BROUGHT / WARDROBE[0]
    if not shipped.garments or not path.is_file():
        return shipped
    try:
        more = closet_of(json.loads(path.read_text("utf-8")), [], character).garments
    except (OSError, ValueError) as fault:
        logger.error("hearth: the garments you brought cannot be read: %s", fault)
        return shipped
    return joined(shipped, [entry for name, entry in more.items() if name not in shipped.garments])


def shipped_closet(character: str, folder: Path | None = None) -> Closet:
    """The garments and ready looks for a character's body; empty where they are missing, or cannot be read.

    `folder` has them in place of the wardrobe that ships.
    """
    from assets import asset
    from mind.wardrobe.garment import NO_CLOTHES
    from mind.wardrobe.reading import closet_of

    folder = folder or asset("wardrobe")
    if not all((folder / name).is_file() for name in WARDROBE):
        return NO_CLOTHES
    try:
        garments, looks = (json.loads((folder / name).read_text("utf-8")) for name in WARDROBE)
        return closet_of(garments, looks, character)
    except ValueError as fault:
        # She then has her outfits, as any body without garments has.
        logger.error("hearth: the wardrobe cannot be read: %s", fault)
        return NO_CLOTHES
