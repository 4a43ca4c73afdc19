"""A good-looking adult by chance: the same seed gives the same person.

Faces are not uniform noise. A frame (woman, man, in between) gives the middle; a few hidden traits (softness, strength, lift,
gentleness of the eyes) move many sliders together; small differences come on top; and rules keep the whole in harmony.
"""

from __future__ import annotations

from typing import Final, Literal

import numpy as np

from avatars.creator.parameters import Eyes, Hair, HairStyle, Person, Skin
from avatars.creator.random_colours import brow_colour, hair_colour, iris_colour, lash_colour, skin_tone
from avatars.creator.random_names import NAMES
from avatars.shape.sliders import FACE_SLIDERS

Frame = Literal["woman", "man", "between"]
Values = dict[str, float]
_FRAMES: Final[tuple[Frame, ...]] = ("woman", "man", "between")
_FRAME_SHARES: Final = (0.46, 0.40, 0.14)
_REACH: Final = 0.85
"""No slider of a chance person goes farther: the ends are for those who choose them."""
_OWN: Final = 0.13
"""Spread of what is a slider's own."""

_WOMAN: Final[Values] = {
    "face.jaw": -0.2, "eyes.size": 0.05, "eyes.tilt": 0.15, "nose.width": -0.2, "nose.length": -0.1, "mouth.corners": 0.2,
    "body.build": -0.15, "body.shoulders": -0.05, "body.legs": 0.4, "body.hands": -0.15, "body.head": -0.3,
}
_MAN: Final[Values] = {
    "face.width": -0.35, "face.length": 0.6, "face.jaw": 0.45, "face.square": 0.8, "face.chin": 0.35, "face.chin_width": 0.4,
    "face.cheeks": -0.85, "eyes.size": -0.62, "eyes.width": 0.45, "eyes.open": -0.7, "eyes.height": 0.2, "eyes.tilt": 0.12,
    "eyes.spacing": -0.2, "brows.height": -0.6, "brows.thickness": 0.75, "brows.arch": -0.3, "brows.tilt": 0.25,
    "nose.length": 0.2, "nose.width": 0.25, "nose.bridge": 0.8, "nose.tip": -0.1,
    "mouth.width": 0.65, "mouth.fullness": -0.1, "mouth.corners": -0.1,
    "body.height": 0.65, "body.build": 0.05, "body.shoulders": 0.35, "body.chest": -1.0, "body.waist": -0.1, "body.hips": -0.6,
    "body.legs": 0.4, "body.neck": 0.25, "body.hands": 0.35, "body.head": 0.05,
}
_TRAITS: Final[dict[str, Values]] = {
    "softness": {
        "face.cheeks": 0.5, "face.length": -0.3, "face.width": 0.25, "face.chin_width": 0.2, "face.chin": -0.25,
        "nose.length": -0.25, "nose.tip": 0.25, "mouth.fullness": 0.25, "brows.arch": 0.15,
    },
    "strength": {
        "face.jaw": 0.35, "face.square": 0.35, "face.chin": 0.2, "brows.thickness": 0.3, "nose.bridge": 0.35, "nose.width": 0.2,
        "mouth.width": 0.2, "eyes.size": -0.15,
    },
    "lift": {"eyes.tilt": 0.5, "brows.tilt": 0.35, "brows.arch": 0.2, "mouth.corners": 0.25},
    "gentleness": {"eyes.open": 0.35, "eyes.size": 0.25, "brows.height": 0.25, "eyes.iris": 0.15, "mouth.corners": 0.15},
    "breadth": {"face.width": 0.35, "eyes.spacing": 0.35, "mouth.width": 0.25, "nose.width": 0.25, "eyes.width": 0.2},
}
_TRAIT_SPREAD: Final = 0.62
_YOUNGEST: Final[dict[Frame, float]] = {"woman": 0.25, "man": -1.25, "between": -0.5}
"""How childlike a face of each frame may be, by the measure of `_harmonised`: between a woman's and a man's lies an adult too."""
_STYLES: Final[dict[Frame, dict[HairStyle, float]]] = {
    "woman": {
        "bob": 0.13, "long": 0.13, "ponytail": 0.11, "bun": 0.09, "pixie": 0.07, "curls": 0.10, "braid": 0.07, "twin-tails": 0.06,
        "half-up": 0.09, "lob": 0.09, "straight": 0.06,
    },
    "man": {"crop": 0.28, "swept": 0.27, "curls": 0.16, "pixie": 0.06, "undercut": 0.13, "tied-back": 0.10},
    "between": {
        "pixie": 0.20, "bob": 0.16, "curls": 0.15, "swept": 0.11, "crop": 0.11, "lob": 0.10, "undercut": 0.10, "tied-back": 0.07,
    },
}  # fmt: skip


def random_person(seed: int) -> Person:
    """The person of this seed, an adult of any frame. Equal for equal seeds."""
    random = np.random.default_rng([seed, 0x4E41])
    frame = _FRAMES[int(random.choice(len(_FRAMES), p=_FRAME_SHARES))]
    values = _harmonised(_face(frame, random) | _body(frame, random), _YOUNGEST[frame])
    names = NAMES[frame][int(random.integers(len(NAMES[frame])))]
    skin = _skin(frame, random)
    hair = _hair(frame, skin, random)
    lashes = {"woman": 1.0, "between": 0.75, "man": 0.5}[frame]
    eyes = Eyes(iris=iris_colour(skin.tone, random), lash=lash_colour(hair.colour), lash_length=lashes)
    earrings = bool(random.random() < {"woman": 0.7, "between": 0.4, "man": 0.0}[frame])
    return Person(names["en"], dict(names), values, skin, eyes, hair, earrings)


def _middle(frame: Frame) -> Values:
    if frame == "between":
        return {name: (_WOMAN.get(name, 0.0) + _MAN.get(name, 0.0)) * 0.45 for name in {**_WOMAN, **_MAN}}
    return dict(_WOMAN if frame == "woman" else _MAN)


def _face(frame: Frame, random: np.random.Generator) -> Values:
    middle = _middle(frame)
    values = {slider.id: middle.get(slider.id, 0.0) + float(random.normal(0, _OWN)) for slider in FACE_SLIDERS}
    for loads in _TRAITS.values():
        amount = float(np.clip(random.normal(0, _TRAIT_SPREAD), -1.3, 1.3))
        for name, load in loads.items():
            values[name] += amount * load
    return values


def _body(frame: Frame, random: np.random.Generator) -> Values:
    values = {name: value for name, value in _middle(frame).items() if name.startswith("body.")}
    spread = {
        "body.height": 0.28, "body.build": 0.28, "body.shoulders": 0.15, "body.waist": 0.2, "body.hips": 0.2, "body.legs": 0.15,
        "body.neck": 0.12,
    }
    for name, amount in spread.items():
        values[name] = values.get(name, 0.0) + float(random.normal(0, amount))
    if frame == "woman":
        values["body.chest"] = float(random.normal(-0.1, 0.25))
    return values


def _harmonised(values: Values, youngest: float) -> Values:
    """The rules: what would be too much together is given back."""
    v = {name: float(np.clip(value, -_REACH, _REACH)) if value > -1.0 else -1.0 for name, value in values.items()}
    v["eyes.open"] = min(v["eyes.open"], 0.55 - 0.8 * max(v["eyes.size"], 0.0))
    v["eyes.spacing"] = float(np.clip(0.5 * v["eyes.spacing"] + 0.45 * v["face.width"] + 0.25 * v["eyes.size"], -0.6, 0.6))
    v["face.chin"] = min(v["face.chin"], 0.7 - 0.55 * v["face.length"])
    v["mouth.height"] = float(np.clip(v["mouth.height"] - 0.2 * v["face.chin"], -0.4, 0.4))
    v["nose.tip"] = float(np.clip(v["nose.tip"], -0.5, 0.5))
    v["brows.height"] = float(np.clip(v["brows.height"] + 0.2 * v["eyes.open"], -0.7, 0.6))
    # Large eyes in a short round face read as a child: what they have too much, they give up and the face grows longer.
    childlike = v["eyes.size"] + 0.5 * v["eyes.open"] - 0.6 * v["face.length"] + 0.3 * v["face.cheeks"] - 0.2 * v["nose.length"]
    too_much = max(0.0, childlike - youngest)
    v["eyes.size"] -= 0.55 * too_much
    v["face.length"] += 0.65 * too_much
    # A broad face with a broad square jaw is a block.
    block = max(0.0, v["face.jaw"] + v["face.square"] + 0.8 * v["face.width"] - 1.15)
    v["face.jaw"] -= 0.5 * block
    v["face.width"] -= 0.4 * block
    return {name: round(float(np.clip(value, -1.0, 1.0)), 3) for name, value in v.items()}


def _skin(frame: Frame, random: np.random.Generator) -> Skin:
    tone, undertone = skin_tone(random)
    freckles = float(random.uniform(0.3, 0.9)) if tone < 0.45 and random.random() < 0.22 else 0.0
    blush, lips = {"woman": (0.32, 0.55), "between": (0.20, 0.38), "man": (0.08, 0.22)}[frame]
    stubble = float(random.uniform(0.15, 0.6)) if frame == "man" and random.random() < 0.55 else 0.0
    made = (float(np.clip(random.normal(blush, 0.06), 0, 1)), float(np.clip(random.normal(lips, 0.10), 0, 1)))
    return Skin(round(tone, 3), round(undertone, 3), round(freckles, 3), round(made[0], 3), round(stubble, 3), round(made[1], 3))


def _hair(frame: Frame, skin: Skin, random: np.random.Generator) -> Hair:
    styles = _STYLES[frame]
    style = list(styles)[int(random.choice(len(styles), p=list(styles.values())))]
    colour = hair_colour(skin.tone, random)
    return Hair(
        style=style,
        colour=colour,
        brows=brow_colour(colour, skin.tone),
        length=round(float(np.clip(random.normal(1.0, 0.08), 0.85, 1.15)), 3),
        wave=round(float(np.clip(random.normal(1.0, 0.2), 0.6, 1.4)), 3),
        seed=int(random.integers(1, 10_000)),
    )
