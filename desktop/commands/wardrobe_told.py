"""Garments and looks as the door ``hearth wardrobe`` tells them: as lines, and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from desktop.door_actions import answer, moment, words

if TYPE_CHECKING:
    from desktop.commands.wardrobe_open import Hers
    from mind.languages import Lang
    from mind.wardrobe.garment import GarmentEntry
    from mind.wardrobe.holdings import Owned, SavedLook


def tell_garments(hers: Hers, lang: Lang, slot: str | None) -> None:
    """What is hers, slot by slot; a dot marks what she wears, a heart a favourite."""
    from mind.wardrobe.garment import SLOTS

    said = words(lang, "wardrobe")
    worn = worn_ids(hers)
    owned = {one.id: one for one in hers.view.owned if one.id in hers.closet.garments}
    for kind in SLOTS:
        found = [one for one in owned.values() if hers.closet.garments[one.id].slot == kind]
        if not found or slot not in (None, kind):
            continue
        answer(said[f"slot_{kind}"])
        for one in found:
            mark = "●" if one.id in worn else " "
            heart = " ♥" if one.favourite else ""
            answer(f"  {mark} {one.id:<24} {_name(hers, one.id, lang)}{heart}{_from(one, said)}")


def tell_waiting(hers: Hers, lang: Lang, slot: str | None) -> None:
    """What is not hers yet, and how it comes."""
    said = words(lang, "wardrobe")
    waiting = [one for one in hers.view.not_yet if slot in (None, hers.closet.garments[one.id].slot)]
    if waiting:
        answer()
        answer(said["waiting"])
    for one in waiting:
        answer(f"    {one.id:<24} {_name(hers, one.id, lang)}: {how(one.how, said)}")


def tell_garment(hers: Hers, entry: GarmentEntry, lang: Lang) -> None:
    """All of one."""
    said = words(lang, "wardrobe")
    owned = next((one for one in hers.view.owned if one.id == entry.id), None)
    answer(f"{_name(hers, entry.id, lang)}  ({entry.id}, {said[f'slot_{entry.slot}']})")
    if owned is not None:
        answer("  " + said[f"by_{owned.by}"].format(at=moment(owned.came)) + (" ♥" if owned.favourite else ""))
        if owned.note:
            answer("  " + said["note"].format(note=owned.note))
    else:
        answer("  " + next((how(one.how, said) for one in hers.view.not_yet if one.id == entry.id), ""))
    if entry.story(lang):
        answer("  " + said["story"].format(story=entry.story(lang)))
    for zone in entry.zones:
        answer("  " + said["zone"].format(name=zone.names.get(lang, zone.id), dye=zone.dye, palette=" ".join(zone.palette)))


def tell_worn(hers: Hers, worn: Mapping[str, Any], lang: Lang) -> None:
    """What she wears now, in a line."""
    from mind.talk.clothes_words import clothes_words, listed, of_look
    from mind.wardrobe.look import look_from_json

    look = look_from_json(worn)
    names = of_look(look, hers.closet.garments.values(), clothes_words(lang), colour=True)
    answer(words(lang, "wardrobe")["wears"].format(things=listed(names, lang)))


def tell_looks(looks: Iterable[SavedLook], lang: Lang) -> None:
    """Looks that were kept."""
    found = list(looks)
    if not found:
        answer(words(lang, "wardrobe")["no_looks"])
    for one in found:
        answer(f"{one.id:>4}  {one.name}{' ♥' if one.favourite else ''}")


def how(way: str, said: Mapping[str, str]) -> str:
    """How a garment comes, in words."""
    kind, _, what = way.partition(":")
    key = f"how_{kind}_{what}"
    if key in said:
        return said[key]
    return said[f"how_{kind}"].format(count=what)


def worn_ids(hers: Hers) -> set[str]:
    """Garments she wears."""
    return {str(one["garment"]) for one in hers.view.worn.get("worn", ())}


def view_json(hers: Hers, lang: Lang) -> dict[str, Any]:
    """All of it."""
    known = hers.closet.garments
    return {
        "garments": [garment_json(hers, known[one.id], lang) for one in hers.view.owned if one.id in known],
        "not_yet": [
            {"id": one.id, "slot": known[one.id].slot, "name": known[one.id].name(lang), "how": one.how}
            for one in hers.view.not_yet
        ],
        "looks": [look_json(one) for one in hers.view.looks],
        "worn": hers.view.worn,
        "outfit": hers.view.outfit,
        "worn_by": hers.view.worn_by,
        "all_clothes": hers.view.open,
    }


def garment_json(hers: Hers, entry: GarmentEntry, lang: Lang) -> dict[str, Any]:
    """One garment."""
    owned = next((one for one in hers.view.owned if one.id == entry.id), None)
    told: dict[str, Any] = {
        "id": entry.id, "slot": entry.slot, "name": entry.name(lang), "story": entry.story(lang), "tags": list(entry.tags),
        "worn": entry.id in worn_ids(hers), "hers": owned is not None,
        "zones": [{"id": zone.id, "name": zone.names.get(lang, zone.id), "dye": zone.dye, "palette": list(zone.palette)}
                  for zone in entry.zones],
    }  # fmt: skip
    if owned is not None:
        told |= {"by": owned.by, "came": owned.came, "note": owned.note, "favourite": owned.favourite, "event_id": owned.event_id}
    return told


def look_json(one: SavedLook) -> dict[str, Any]:
    """One look."""
    return {"id": one.id, "name": one.name, "favourite": one.favourite, "look": dict(one.look)}


def _name(hers: Hers, garment: str, lang: Lang) -> str:
    return hers.closet.garments[garment].name(lang)


def _from(one: Owned, said: Mapping[str, str]) -> str:
    return "" if one.by == "hers" else "  – " + said[f"by_{one.by}"].format(at=moment(one.came))
