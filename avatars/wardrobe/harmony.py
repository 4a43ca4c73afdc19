"""Looks by chance whose garments suit each other: one idea, few hues, the rest quiet.

Colours are judged in CIELAB (CIE 15): hues near each other or opposite go together, as do any with a neutral; more than two
different hues are too many. Styles are judged by the tags that garments share, the season by how warm they are.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final, Literal, get_args

import numpy as np

from avatars.wardrobe.dyes import colour
from avatars.wardrobe.garment import GarmentInfo
from avatars.wardrobe.layering import Garments, put_on, worn_in
from avatars.wardrobe.look import Look, Pattern, PatternKind, Slot, Worn

Season = Literal["spring", "summer", "autumn", "winter"]
SEASONS: Final[tuple[Season, ...]] = get_args(Season)
WARMTH: Final[Mapping[Season, float]] = {"spring": 0.45, "summer": 0.1, "autumn": 0.6, "winter": 0.9}
"""How warm one dresses, 0 to 1."""
STYLES: Final = ("casual", "cosy", "office", "sporty", "evening", "festive")
SELDOM: Final = ("sleep", "rain", "festive")
"""Styles that nobody puts on by chance unless they are the idea."""
GREY: Final = 14.0
"""Chroma below which a colour has no hue that could quarrel."""
EXTRAS: Final[Mapping[Slot, float]] = {
    "outer": 0.45, "socks": 0.8, "headwear": 0.25, "glasses": 0.25, "ears": 0.4, "neck": 0.35, "bag": 0.3,
}
"""How often each slot that may stay empty is filled."""
PATTERNED: Final = 0.3
"""How often the largest garment takes a pattern."""


def lab(dye: str) -> tuple[float, float, float]:
    """CIELAB of an sRGB colour #rrggbb under D65 (IEC 61966-2-1, CIE 15)."""
    rgb = np.array(colour(dye))
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    xyz = to_xyz @ linear / np.array([0.9505, 1.0, 1.089])
    f = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    return float(116 * f[1] - 16), float(500 * (f[0] - f[1])), float(200 * (f[1] - f[2]))


def clash(one: str, other: str) -> float:
    """How ill two colours go together: 0 for a neutral beside anything, kin and opposite hues, up to about 1."""
    (l1, a1, b1), (l2, a2, b2) = lab(one), lab(other)
    c1, c2 = float(np.hypot(a1, b1)), float(np.hypot(a2, b2))
    if min(c1, c2) < GREY:
        # Two quiet colours of nearly one depth look like a mistake, unless they are one.
        near = abs(l1 - l2) < 9 and 2.0 < float(np.hypot(a1 - a2, b1 - b2)) < 12
        return 0.12 if near else 0.0
    apart = abs((np.degrees(np.arctan2(b1, a1) - np.arctan2(b2, a2)) + 180) % 360 - 180)
    hue = float(np.interp(apart, (0, 25, 60, 110, 150, 180), (0.0, 0.05, 0.65, 0.9, 0.35, 0.2)))
    return hue * min(1.0, min(c1, c2) / 40)


def random_look(
    garments: Garments, owned: Collection[str], seed: int, season: Season, base: Look | None = None, keep: Collection[Slot] = ()
) -> Look:
    """A look of garments that are hers; the same for the same seed. Slots in `keep` stay as in `base`, as does her hair.

    Empty slots are filled where something is owned that suits; a slot that must be filled always is.
    """
    random = np.random.default_rng([seed, 0x57A7])
    base = base or Look()
    hers = {name: info for name, info in garments.items() if name in owned}
    idea = str(random.choice(_ideas(hers)))
    look = Look(background=base.background)
    kept = {"hair", *keep}
    for worn in base.worn:
        if worn.garment in garments and garments[worn.garment].slot in kept:
            look = put_on(look, worn, garments)
    used = [dye for worn in look.worn for dye in _dyes(worn, garments) if garments[worn.garment].slot != "hair"]
    for slot in _slots(hers, random, kept):
        chosen = None if worn_in(look, slot, garments) else _chosen(slot, hers, idea, WARMTH[season], used, random)
        if chosen is None:
            continue
        tried = put_on(look, chosen, garments)
        # What would push off something that is to stay is left out.
        if len(tried.worn) > len(look.worn):
            look = tried
            used += _dyes(chosen, garments)
    return look


def _ideas(hers: Garments) -> list[str]:
    """Styles for which there is something on the body and on the legs."""
    def there(style: str) -> bool:
        worn = [info.slot for info in hers.values() if style in info.tags]
        return "dress" in worn or ("top" in worn and "bottom" in worn)

    return [style for style in STYLES if there(style) and style not in SELDOM] or ["casual"]


def _slots(hers: Garments, random: np.random.Generator, kept: Collection[str]) -> list[Slot]:
    """In which order slots are filled: the largest garment first, for it sets the colours."""
    dresses = sum(info.slot == "dress" for info in hers.values())
    tops = sum(info.slot == "top" for info in hers.values())
    free = not {"dress", "top", "bottom"} & set(kept)
    in_dress = free and random.random() < 0.8 * dresses / max(dresses + tops, 1)
    body: list[Slot] = ["dress"] if in_dress else ["top", "bottom"]
    extras: list[Slot] = [slot for slot, share in EXTRAS.items() if random.random() < share]
    return [slot for slot in (*body, "shoes", *extras) if slot not in kept]


def _chosen(
    slot: Slot, hers: Garments, idea: str, warmth: float, used: Sequence[str], random: np.random.Generator
) -> Worn | None:
    """The garment and its dyes that suit best, with some chance in it; None where the slot rather stays empty."""
    best, made = -1e9, None
    for info in sorted(hers.values(), key=lambda one: one.id):
        if info.slot != slot:
            continue
        worn, quarrel = _dyed(info, used, random)
        worth = _suits(info, idea, warmth) - 1.4 * quarrel + float(random.gumbel(0, 0.35))
        if worth > best:
            best, made = worth, worn
    return made if slot not in EXTRAS or best > -0.9 else None


def _suits(info: GarmentInfo, idea: str, warmth: float) -> float:
    """How well a garment fits the idea and the season."""
    worth = 1.0 if idea in info.tags else 0.0
    worth -= 2.5 * any(tag in SELDOM and tag != idea for tag in info.tags)
    if info.slot not in ("glasses", "ears", "bag"):
        worth -= 1.6 * abs(float(info.made_for.get("warmth", warmth)) - warmth)
    return worth


def _dyed(info: GarmentInfo, used: Sequence[str], random: np.random.Generator) -> tuple[Worn, float]:
    """The garment in dyes of its own palettes that go with what is worn, and how ill they still go."""
    dyes: dict[str, str] = {}
    patterns: dict[str, Pattern] = {}
    worst = 0.0
    beside = list(used)
    for index, zone in enumerate(info.zones):
        choices = list(dict.fromkeys((zone.dye, *zone.palette)))
        # Small zones keep what their maker gave them more often.
        if index and random.random() < 0.6:
            choices = choices[:1]
        marks = [_quarrel(dye, beside) + 0.12 * float(random.random()) for dye in choices]
        at = int(np.argmin(marks))
        worst = max(worst, marks[at])
        if choices[at] != zone.dye:
            dyes[zone.id] = choices[at]
        beside.append(choices[at])
        if index == 0 and zone.patterns and random.random() < PATTERNED:
            patterns[zone.id] = _pattern(zone.patterns, choices, choices[at], random)
    return Worn(info.id, dyes, patterns), worst


def _quarrel(dye: str, beside: Sequence[str]) -> float:
    """How ill a colour goes with all that is worn."""
    return sum(clash(dye, other) for other in beside) / max(len(beside), 1)


def _pattern(kinds: Sequence[PatternKind], palette: Sequence[str], dye: str, random: np.random.Generator) -> Pattern:
    """A pattern whose second dye stands off the first in depth, without a quarrel."""
    kind = kinds[int(random.integers(len(kinds)))]
    depth = lab(dye)[0]
    second = max(("#f6efe4", "#2b2a33", *palette), key=lambda other: min(abs(lab(other)[0] - depth), 45) - 40 * clash(dye, other))
    return Pattern(kind, second)


def _dyes(worn: Worn, garments: Garments) -> list[str]:
    """The colours that count: of the first two zones."""
    return [worn.dyes.get(zone.id, zone.dye) for zone in garments[worn.garment].zones[:2]]
