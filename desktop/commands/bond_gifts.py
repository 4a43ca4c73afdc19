"""Gifts among the causes of the bond: which garment it was, and its story."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.door_actions import answer

if TYPE_CHECKING:
    from mind.bond.words import Cause
    from mind.languages import Lang
    from mind.wardrobe.holdings import Owned


@dataclass(frozen=True, slots=True)
class Gift:
    """A garment that was given, by its name and story; both are the id where it no longer exists."""

    id: str
    name: str
    story: str


def of_gifts(owned: Iterable[Owned]) -> dict[int, str]:
    """The garments of gifts by their event in the ledger."""
    return {one.event_id: one.id for one in owned if one.event_id is not None}


def named_gifts(gifts: Mapping[int, str], args: argparse.Namespace, lang: Lang) -> dict[int, Gift]:
    """The same with names; the wardrobe is opened only where there are gifts."""
    if not gifts:
        return {}
    from desktop import composition
    from desktop.data_folder import data_folder
    from desktop.settings import load_settings

    folder = data_folder(args.data_dir)
    known = composition.whole_closet(load_settings(folder).look.avatar, folder).garments
    return {
        event: Gift(name, known[name].name(lang) if name in known else name, known[name].story(lang) if name in known else "")
        for event, name in gifts.items()
    }


def tell_gift(cause: Cause, gifts: Mapping[int, Gift]) -> None:
    """Which garment it was, under the line of its cause."""
    gift = gifts.get(cause.changes[0].event_id) if cause.cause == "gift" else None
    if gift is not None:
        answer(f"{'':18}  {gift.name}" + (f": {gift.story}" if gift.story else ""))


def gift_json(cause: Cause, gifts: Mapping[int, Gift]) -> dict[str, Any]:
    """The same for a program that reads it."""
    gift = gifts.get(cause.changes[0].event_id) if cause.cause == "gift" else None
    return {} if gift is None else {"garment": {"id": gift.id, "name": gift.name, "story": gift.story}}
