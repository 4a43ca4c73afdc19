"""Created people by chance: the same seed gives the same person, an adult who could be anybody."""

from __future__ import annotations

from typing import Final

import numpy as np

from avatars.creator.parameters import Colour, Person
from avatars.creator.person import IRIS_PATTERNS, CreatedPerson, EyePaint, MakeUp, Mark, SkinPaint
from avatars.creator.random_person import random_person
from avatars.wardrobe.garment import GarmentInfo
from avatars.wardrobe.harmony import Season, random_look
from avatars.wardrobe.layering import Garments, put_on
from avatars.wardrobe.look import Look, Worn

_LIPSTICKS: Final = ("#b3424a", "#9c3a52", "#c2604f", "#a8524e", "#7d2f42", "#c76b72")
_SHADOWS: Final = ("#8a6a7d", "#6f5a4e", "#5d6f7a", "#a0755f", "#58606f", "#7b5a6b")


def hex_of(rgb: Colour) -> str:
    """#rrggbb of an sRGB colour 0..1."""
    return "#" + "".join(f"{round(min(max(part, 0.0), 1.0) * 255):02x}" for part in rgb)


def created(person: Person, look: Look | None = None) -> CreatedPerson:
    """One of the forge's people as a created one, in this look."""
    skin = person.skin
    return CreatedPerson(
        name=person.name,
        shape=dict(person.shape),
        skin=SkinPaint(skin.tone, skin.undertone, skin.freckles, skin.blush, skin.stubble, skin.lips),
        eyes=EyePaint(hex_of(person.eyes.iris), lash=hex_of(person.eyes.lash), brows=hex_of(person.hair.brows)),
        hair_colour=hex_of(person.hair.colour),
        look=look or Look(),
    )


def person_by_chance(seed: int, garments: Garments, season: Season = "autumn", lang: str = "en") -> CreatedPerson:
    """Somebody new: face, body, colours, marks of a life, make-up on some, hair and clothes. `lang` is of the name."""
    drawn = random_person(seed)
    random = np.random.default_rng([seed, 0xC4EA])
    plain = created(drawn)
    age = float(np.clip(random.beta(1.2, 2.6), 0.0, 1.0))
    made_up = drawn.skin.lips > 0.45 and random.random() < 0.6
    skin = SkinPaint(
        plain.skin.tone, plain.skin.undertone, plain.skin.freckles, plain.skin.blush, plain.skin.stubble, plain.skin.lips,
        round(age, 3), 0.9 if random.random() < 0.04 else 0.0,
    )  # fmt: skip
    hair = _greyed(drawn.hair.colour, age, random)
    return CreatedPerson(
        name=drawn.names.get(lang, drawn.name),
        shape=plain.shape,
        skin=skin,
        make_up=_make_up(random) if made_up else MakeUp(),
        eyes=_eyes(plain.eyes, drawn, random),
        marks=_marks(random),
        hair_colour=hair,
        look=_look(seed, drawn, hair, garments, season, random),
    )


def _greyed(colour: Colour, age: float, random: np.random.Generator) -> str:
    """Hair at an age: with the years it may lose its colour."""
    grey = float(np.clip((age - 0.45) * 1.8, 0.0, 0.9)) * (random.random() < 0.75)
    light = np.array([0.72, 0.71, 0.71])
    mixed = np.array(colour) * (1 - grey) + light * grey
    return hex_of((float(mixed[0]), float(mixed[1]), float(mixed[2])))


def _make_up(random: np.random.Generator) -> MakeUp:
    strong = float(random.uniform(0.3, 0.8))
    return MakeUp(
        lipstick=round(float(random.uniform(0.2, 0.8)) * strong, 3), lipstick_colour=str(random.choice(_LIPSTICKS)),
        shadow=round(strong * 0.7, 3), shadow_colour=str(random.choice(_SHADOWS)),
        liner=round(strong if random.random() < 0.5 else 0.0, 3), rouge=round(0.35 * strong, 3),
    )  # fmt: skip


def _eyes(eyes: EyePaint, drawn: Person, random: np.random.Generator) -> EyePaint:
    pattern = IRIS_PATTERNS[int(random.choice(len(IRIS_PATTERNS), p=(0.5, 0.15, 0.12, 0.13, 0.1)))]
    red, _, blue = drawn.eyes.iris
    inner = ""
    if blue > red and random.random() < 0.25:
        inner = "#9c7a3c"
    return EyePaint(eyes.iris, inner, pattern, eyes.lash, eyes.brows)


def _marks(random: np.random.Generator) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    while random.random() < 0.3 and len(marks) < 3:
        x, y = float(random.uniform(-4.2, 4.2)), float(random.choice((random.uniform(2.2, 3.2), random.uniform(5.2, 8.0))))
        if abs(x) > 1.2:
            marks.append(Mark("mole", round(x, 2), round(y, 2), round(float(random.uniform(0.6, 1.1)), 2)))
    if random.random() < 0.05:
        marks.append(Mark("scar", round(float(random.uniform(2.6, 4.4)) * float(random.choice((-1, 1))), 2), 13.2, 0.8))
    return tuple(marks)


def _look(
    seed: int, drawn: Person, hair: str, garments: Garments, season: Season, random: np.random.Generator
) -> Look:
    """Hair of the cut that was drawn where the wardrobe has it, and clothes that suit each other."""
    cuts = [info for info in garments.values() if info.slot == "hair"]
    base = Look()
    if cuts:
        wanted = [info for info in cuts if drawn.hair.style in info.id]
        cut = wanted[0] if wanted else sorted(cuts, key=lambda info: info.id)[int(random.integers(len(cuts)))]
        base = put_on(base, Worn(cut.id, hair_dyes(cut, hair)), garments)
    return random_look(garments, garments.keys(), seed, season, base, keep={"hair"})


def hair_dyes(cut: GarmentInfo, hair: str) -> dict[str, str]:
    """A hair garment in one colour: all of its zones that are hair, the tie left as it is."""
    return {zone.id: hair for zone in cut.zones if zone.id in HAIR_ZONES}


HAIR_ZONES: Final = ("base", "hair", "tips", "highlights")
