"""What to put on: for an occasion, over what is worn, by chance; always of what is at hand. Pure but for the given chance."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from statistics import fmean
from typing import Final

from mind.wardrobe.colours import apart, dye_for, is_called, lab, name_of
from mind.wardrobe.days import LARGE, choices
from mind.wardrobe.garment import GarmentEntry, Slot
from mind.wardrobe.holdings import Wardrobe
from mind.wardrobe.look import Look, Worn
from mind.wardrobe.rules import filled, missing, put_on, take_off, worn_in
from mind.wardrobe.taste import liking, main_dye, taste_of

GREY: Final = 14.0
"""Chroma (CIELAB) below which a colour quarrels with nothing."""
ENOUGH: Final = 0.3
"""What a garment must be worth to be taken for an occasion."""
AGAIN: Final = 0.4
"""What is worn already loses: who is asked to change wants to see a change."""
ODD: Final = 0.55
"""How far from the day's warmth a look by chance may be."""
COVERS: Final[frozenset[Slot]] = frozenset({"top", "bottom", "dress", "outer"})
KEPT: Final[frozenset[Slot]] = frozenset({"hair", "glasses"})
"""Slots that an occasion leaves as they are."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What an occasion asks of clothes: tags that fit, and how warm, late and wet (0..1, None where it does not matter).

    `over` lists slots that are put on over what is worn; without them the clothes are changed as a whole. `off` is taken off.
    """

    tags: tuple[str, ...] = ()
    warmth: float | None = None
    evening: float | None = None
    wet: float | None = None
    over: tuple[Slot, ...] = ()
    off: tuple[Slot, ...] = ()
    extras: tuple[Slot, ...] = ()


STYLES: Final[Mapping[str, Wish]] = {
    "warm": Wish(("winter", "cosy"), warmth=1.0, over=("outer", "neck")),
    "cool": Wish(("summer",), warmth=0.1, off=("outer", "neck", "headwear")),
    "rain": Wish(("rain",), wet=1.0, over=("outer", "shoes", "headwear")),
    "evening": Wish(("evening", "elegant"), evening=0.9, extras=("ears", "neck", "outer")),
    "festive": Wish(("festive", "playful", "evening"), evening=0.7, extras=("ears", "headwear", "neck")),
    "sporty": Wish(("sporty",)),
    "office": Wish(("office",), extras=("outer",)),
    "sleep": Wish(("sleep",)),
    "cosy": Wish(("cosy",), warmth=0.75, extras=("socks",)),
    "casual": Wish(("casual",), evening=0.1),
    "summer": Wish(("summer",), warmth=0.1, extras=("headwear",)),
    "winter": Wish(("winter", "cosy"), warmth=0.9, extras=("outer", "neck", "socks")),
    "spring": Wish(("spring", "casual"), warmth=0.4), "autumn": Wish(("autumn", "cosy"), warmth=0.6, extras=("outer",)),
    "hanfu": Wish(("hanfu", "lunar-new-year", "spring-festival")),
    "yukata": Wish(("yukata",), extras=("headwear",)),
    "new-year": Wish(("new-year", "new year", "festive"), extras=("headwear", "ears")),
    "midwinter": Wish(("midwinter", "christmas", "festive", "winter"), warmth=0.8, extras=("headwear", "neck")),
}  # fmt: skip
"""Occasions by the names that lists of words know them by."""
ONE_OFF: Final = frozenset({"sleep", "rain", "festive", "hanfu", "yukata"})
"""Tags of clothes that nobody puts on without their occasion."""
STRICT: Final = ONE_OFF - {"festive"}
"""Those of them that no other occasion excuses."""


def pick(ids: Iterable[str], wardrobe: Wardrobe, colour: str = "") -> str | None:
    """Which of several garments is meant: one of that colour before one that could be dyed, what she likes before the rest."""
    hers = [wardrobe.at_hand[name] for name in ids if name in wardrobe.at_hand]
    taste = taste_of(wardrobe.taste_of)

    def worth(entry: GarmentEntry) -> float:
        own = main_dye(entry, wardrobe.worn.of(entry.id))
        there = 2.0 * is_called(own, colour) if colour and own else 0.0
        there += 1.0 * any(name_of(dye) == colour for zone in entry.zones[:1] for dye in zone.palette)
        there += 0.6 * bool(set(entry.tags) & ONE_OFF) * -1.0 * (not _fits_now(entry, wardrobe))
        return there + 0.8 * liking(taste, entry, own) - 0.5 * abs(entry.made_for.warmth - wardrobe.warmth)

    return max(hers, key=worth).id if hers else None


def dyed(entry: GarmentEntry, colour: str, before: Worn | None = None) -> Worn:
    """The garment as it was worn, in a dye of that colour; as it was without one, or where it is of that colour."""
    worn = before if before is not None else Worn(entry.id)
    if not colour or not entry.zones or is_called(main_dye(entry, worn), colour):
        return worn
    zone = entry.zones[0]
    return replace(worn, dyes={**worn.dyes, zone.id: dye_for(colour, (zone.dye, *zone.palette))})


def worn_with(look: Look, worn: Worn, wardrobe: Wardrobe) -> Look:
    """The look with a garment on, and what it makes missing filled in: from what she wears, wore before, and what suits."""
    made = put_on(look, worn, wardrobe.at_hand)
    return complete(made, wardrobe)


def complete(look: Look, wardrobe: Wardrobe) -> Look:
    """The look with nothing missing that must be there, as far as she has it."""
    earlier = [one for old in (wardrobe.worn, *wardrobe.before) for one in old.worn]
    ready = [one for saved in wardrobe.closet.looks for one in saved.look.worn]
    rest = [Worn(entry.id) for entry in wardrobe.at_hand.values() if not set(entry.tags) & ONE_OFF]
    fallback = [one for one in (*earlier, *ready, *rest) if one.garment in wardrobe.at_hand]
    top, bottom = worn_in(look, "top", wardrobe.at_hand), worn_in(look, "bottom", wardrobe.at_hand)
    if (top is None) != (bottom is None):
        fallback = [one for one in fallback if wardrobe.at_hand[one.garment].slot != "dress"]
    return filled(look, wardrobe.at_hand, fallback)


def for_style(style: str, wardrobe: Wardrobe, words: Collection[str] = ()) -> Look | None:
    """What she wears for an occasion: over what she has on, or changed as a whole. None where she has nothing for it.

    A look that ships and is asked for by one of the `words` of the occasion goes before what she puts together herself.
    """
    wish = STYLES[style]
    if wish.over:
        return _over(wish, wardrobe)
    if wish.off:
        return _lighter(wish, wardrobe)
    return _ready(words, wardrobe) or _whole(wish, wardrobe)


def _ready(words: Collection[str], wardrobe: Wardrobe) -> Look | None:
    """The ready look that answers to these words and that she likes best, with her hair and glasses as they are."""
    asked = {one.id for one in wardrobe.closet.looks if any(set(some) & set(words) for some in one.words.values())}
    fits = [one for one in choices(wardrobe) if one.outfit.id in asked and one.look is not None and one.look != wardrobe.worn]
    best = max(fits, key=lambda one: one.leaning - abs(one.outfit.made_for.warmth - wardrobe.warmth), default=None)
    if best is None or best.look is None:
        return None
    kept = [one for one in wardrobe.worn.worn if _slot(one, wardrobe) in KEPT]
    slots = {_slot(one, wardrobe) for one in best.look.worn}
    look = best.look
    for one in kept:
        look = look if _slot(one, wardrobe) in slots else put_on(look, one, wardrobe.at_hand)
    return look if look != wardrobe.worn else None


def surprise(wardrobe: Wardrobe, rng: random.Random) -> Look | None:
    """Another look by chance: one that is ready or saved, else one put together of what goes together."""
    fits = [one for one in choices(wardrobe) if abs(one.outfit.made_for.warmth - wardrobe.warmth) <= ODD]
    dry = [one for one in fits if wardrobe.wet or one.outfit.made_for.wet < 0.7]
    offered = [one.look for one in dry if one.look is not None and one.leaning > -1.0]
    others = [look for look in offered if {w.garment for w in look.worn} != {w.garment for w in wardrobe.worn.worn}]
    style = rng.choice(("casual", "cosy", "evening", "office", "sporty"))
    made = _whole(STYLES[style], wardrobe)
    if made is not None and made != wardrobe.worn:
        others.append(made)
    return rng.choice(others) if others else None


def favourite_look(wardrobe: Wardrobe) -> Look | None:
    """Favourite garments over what she wears; where none is marked, the look she likes best that fits the day's warmth."""
    look = wardrobe.worn
    for one in wardrobe.owned.values():
        if one.favourite and one.id in wardrobe.at_hand and wardrobe.worn.of(one.id) is None:
            look = worn_with(look, Worn(one.id), wardrobe)
    if look != wardrobe.worn:
        return look
    fits = [one for one in choices(wardrobe) if one.look is not None and one.look != wardrobe.worn]
    best = max(fits, key=lambda one: one.leaning - abs(one.outfit.made_for.warmth - wardrobe.warmth), default=None)
    return best.look if best is not None else None


def of_colour(colour: str, wardrobe: Wardrobe, slots: Collection[Slot] = ()) -> str | None:
    """The garment that shows a colour best: one that has it before one that could be dyed, a large one before a small one."""
    found = [
        entry for entry in wardrobe.at_hand.values()
        if entry.zones and entry.slot != "hair" and (not slots or entry.slot in slots) and not set(entry.tags) & ONE_OFF
        and any(is_called(dye, colour) for dye in (entry.zones[0].dye, *entry.zones[0].palette))
    ]  # fmt: skip
    taste = taste_of(wardrobe.taste_of)

    def worth(entry: GarmentEntry) -> float:
        there = 1.0 * is_called(entry.zones[0].dye, colour) + 0.7 * (entry.slot in LARGE)
        return there + 0.5 * liking(taste, entry) - abs(entry.made_for.warmth - wardrobe.warmth)

    return max(found, key=worth).id if found else None


def _over(wish: Wish, wardrobe: Wardrobe) -> Look | None:
    look, changed = wardrobe.worn, False
    for slot in wish.over:
        there = worn_in(look, slot, wardrobe.at_hand)
        found = _best(slot, wish, wardrobe, look)
        if found is None or (there is not None and _worth(wardrobe.at_hand[there.garment], wish) >= _worth(found, wish)):
            continue
        if slot != wish.over[0] and _worth(found, wish) < ENOUGH:
            continue
        look, changed = put_on(look, Worn(found.id), wardrobe.at_hand), True
    return look if changed else None


def _lighter(wish: Wish, wardrobe: Wardrobe) -> Look | None:
    look = wardrobe.worn
    for slot in wish.off:
        there = worn_in(look, slot, wardrobe.at_hand)
        if there is not None and wardrobe.at_hand[there.garment].made_for.warmth > 0.3:
            look = take_off(look, slot, wardrobe.at_hand)
    top = worn_in(look, "top", wardrobe.at_hand) or worn_in(look, "dress", wardrobe.at_hand)
    if top is not None and wardrobe.at_hand[top.garment].made_for.warmth > 0.45:
        lighter = _best("top", wish, wardrobe, look) or _best("dress", wish, wardrobe, look)
        if lighter is not None and lighter.made_for.warmth < wardrobe.at_hand[top.garment].made_for.warmth:
            look = worn_with(look, Worn(lighter.id), wardrobe)
    return look if look != wardrobe.worn else None


def _whole(wish: Wish, wardrobe: Wardrobe) -> Look | None:
    """Everything anew but hair and glasses; None where nothing large is made for it."""
    base = Look(tuple(one for one in wardrobe.worn.worn if _slot(one, wardrobe) in KEPT), wardrobe.worn.background)
    dress, top = _best("dress", wish, wardrobe, base), _best("top", wish, wardrobe, base)
    bottom = _best("bottom", wish, wardrobe, put_on(base, Worn(top.id), wardrobe.at_hand)) if top is not None else None
    both = fmean((_worth(top, wish), _worth(bottom, wish))) if top is not None and bottom is not None else -9.0
    alone = _worth(dress, wish) if dress is not None else -9.0
    if max(both, alone) < ENOUGH:
        return None
    worn = [dress] if alone > both else [top, bottom]
    look = base
    for entry in worn:
        if entry is not None:
            look = put_on(look, Worn(entry.id), wardrobe.at_hand)
    slots: tuple[Slot, ...] = ("shoes", *wish.extras)
    for slot in slots:
        found = _best(slot, wish, wardrobe, look)
        if found is not None and (slot == "shoes" or _worth(found, wish) >= 2 * ENOUGH):
            look = put_on(look, Worn(found.id), wardrobe.at_hand)
    look = complete(look, wardrobe)
    return look if not missing(look, wardrobe.at_hand) and look != wardrobe.worn else None


def _best(slot: Slot, wish: Wish, wardrobe: Wardrobe, beside: Look) -> GarmentEntry | None:
    """The garment of a slot that is worth most for it, beside what is worn already."""
    taste = taste_of(wardrobe.taste_of)
    dyes = [main_dye(wardrobe.at_hand[one.garment], one) for one in beside.worn if _slot(one, wardrobe) in LARGE]

    def worth(entry: GarmentEntry) -> float:
        own = main_dye(entry)
        clash = fmean(_clash(own, dye) for dye in dyes if dye) if own and any(dyes) else 0.0
        liked = 0.3 * liking(taste, entry, own) + 0.15 * (entry.id in wardrobe.owned and wardrobe.owned[entry.id].favourite)
        return _worth(entry, wish) + liked - 0.5 * clash - (AGAIN if wardrobe.worn.of(entry.id) is not None else 0.0)

    found = [entry for entry in wardrobe.at_hand.values() if entry.slot == slot and _worth(entry, wish) > -1.0]
    return max(found, key=worth) if found else None


def _worth(entry: GarmentEntry, wish: Wish) -> float:
    """How well a garment serves an occasion, about -1 to 2."""
    value = 0.0
    for place, tag in enumerate(wish.tags):
        if tag in entry.tags:
            value += 1.0 if place == 0 else 0.5
            break
    strict = STRICT if entry.slot in COVERS else STRICT - {"sleep"}
    if set(entry.tags) & strict - set(wish.tags) or ("festive" in entry.tags and not set(entry.tags) & set(wish.tags)):
        value -= 2.5
    days = entry.made_for
    for wanted, there, weight in ((wish.warmth, days.warmth, 0.9), (wish.evening, days.evening, 0.8), (wish.wet, days.wet, 1.2)):
        if wanted is not None and entry.slot not in ("glasses", "ears", "bag"):
            value += weight * (0.5 - abs(there - wanted))
    return value


def _fits_now(entry: GarmentEntry, wardrobe: Wardrobe) -> bool:
    return ("rain" in entry.tags and wardrobe.wet) or bool(set(entry.tags) & wardrobe.seasons)


def _slot(worn: Worn, wardrobe: Wardrobe) -> Slot | None:
    entry = wardrobe.at_hand.get(worn.garment)
    return entry.slot if entry is not None else None


def _clash(one: str, other: str) -> float:
    """How ill two dyes go together, 0 to 1: hues near or opposite do, and quiet ones with any."""
    (_, a1, b1), (_, a2, b2) = lab(one), lab(other)
    if min((a1**2 + b1**2) ** 0.5, (a2**2 + b2**2) ** 0.5) < GREY:
        return 0.0
    return min(1.0, apart(one, other) / 90) if (a1 * a2 + b1 * b2) < 0.75 * ((a1**2 + b1**2) * (a2**2 + b2**2)) ** 0.5 else 0.1
