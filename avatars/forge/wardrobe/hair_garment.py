"""A cut of hair as a garment: on the plain head, with dyes for all of it, its tips, some strands and what ties it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np
from PIL import Image
from scipy.ndimage import gaussian_filter

from avatars.forge.hair import TIE, hair_part, rig
from avatars.forge.hair.colours import hair_tones, oklab, oklab_to_srgb
from avatars.forge.hair.strands import COLUMNS, UNDER, Drawn
from avatars.forge.hair.styles import STYLES
from avatars.forge.hair.texture import Painted, painted
from avatars.forge.head.surface import HeadSurface
from avatars.forge.parameters import Hair
from avatars.forge.part import Made, Material
from avatars.forge.sdf.fields import ramp
from avatars.forge.wardrobe.garment import Tailored
from avatars.wardrobe.dyes import neutral
from avatars.wardrobe.dyes import painted as dye

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

    from avatars.forge.parameters import Colour, HairStyle
    from avatars.forge.part import Part
    from avatars.wardrobe.dyes import Pixels

SIZE: Final = 768
"""Pixels of the garment's texture: sixteen strands beside each other."""
LIGHT_STRANDS: Final = (1, 5, 9)
"""Columns that take the dye of the highlights."""
_GLOSS: Final = 0.62
"""How much of the ring of light is no dye but light."""
_CHROMA: Final = 0.25
_WIDER: Final = 0.070
"""What the whole step of ``face.width`` adds to the width of a head below the brow; see `HeadSurface`."""
_CHIN: Final = 1.375
"""Height in metres of the plain chin, from where heads are measured."""


def has_tie(style: HairStyle) -> bool:
    """Whether something is tied into it."""
    return bool(STYLES[style].make(Hair(style=style), HeadSurface({})).ornaments)


def make_hair_garment(style: HairStyle) -> Tailored:
    """The cut in the usual colour; zones ``base``, ``tips``, ``highlights`` and, where something is tied into it, ``tie``."""
    hair = Hair(style=style)
    cut = STYLES[style].make(hair, HeadSurface({}))
    name = f"hair_{style}"
    drawn = cut.drawn()
    whole = Drawn.joined(drawn, "all")
    grey = replace(hair, colour=_pale(hair.colour))
    look = painted(grey, float(whole.points[:, 1].min()), cut.shine)
    tones, zones = hair_tones(hair), _zones(look)
    material = Material(
        name, _dyed(_sized(look.picture), zones, grey.colour, hair.colour), shade=tones.shade, shift=0.03, soft=0.14,
        rim=tones.rim, rim_power=3.6, outline=0.00020, outline_colour=(0.84, 0.66, 0.59),
    )
    parts, materials = [_following(hair_part(name, drawn, cut.chains))], [material]
    masks = {name: zones}
    if cut.ornaments:
        tie = f"{name}_tie"
        picture = np.full((8, 8, 3), np.round(np.array(TIE) * 255), np.uint8)
        parts.append(_following(hair_part(tie, cut.ornaments, ())))
        materials.append(Material(tie, picture, shade=(0.78, 0.66, 0.70), outline=0.0004))
        masks[tie] = {"tie": np.ones((8, 8), np.float32)}
    return Tailored(Made(tuple(parts), tuple(materials), rig.joints(cut.chains), rig.springs(cut.chains)), masks)


def _pale(colour: Colour) -> Colour:
    """What hair is painted in before it is dyed: light and shade of a strong colour would tint every other one."""
    light, a, b = (float(v) for v in oklab(np.array(colour)))
    red, green, blue = (float(v) for v in oklab_to_srgb(np.array([light, _CHROMA * a, _CHROMA * b])))
    return red, green, blue


def _dyed(picture: Pixels, zones: Mapping[str, npt.NDArray[np.float32]], before: Colour, after: Colour) -> Pixels:
    masks, count = list(zones.values()), len(zones)
    shade, weights = neutral(picture, masks, [_hex(before)] * count)
    return dye(shade, weights, [_hex(after)] * count)[..., :3].copy()


def _hex(colour: Colour) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)


def _zones(look: Painted) -> dict[str, npt.NDArray[np.float32]]:
    size = look.ends.shape[0]
    column = np.arange(size) // (size // COLUMNS)
    across = np.abs((np.arange(size) % (size // COLUMNS) + 0.5) / (size // COLUMNS) * 2 - 1)
    streak = np.isin(column, LIGHT_STRANDS) * (column < UNDER) * 0.85 * ramp(0.95, 0.35, across)
    dyed = 1.0 - _GLOSS * gaussian_filter(look.shine, (2.0, 4.0))
    tips = look.ends * np.ones_like(dyed)
    light = np.broadcast_to(streak[None], dyed.shape) * (1.0 - tips)
    shares = {"base": dyed * (1.0 - tips) * (1.0 - streak), "tips": dyed * tips, "highlights": dyed * light}
    return {zone: _sized((share * 255).astype(np.uint8)).astype(np.float32) / np.float32(255) for zone, share in shares.items()}


def _sized(picture: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    return np.asarray(Image.fromarray(picture).resize((SIZE, SIZE), Image.Resampling.BOX))


def _following(part: Part) -> Part:
    """The part with the way it goes when the face grows wider."""
    height = (part.positions[:, 1] - _CHIN) * 100
    share = _WIDER * ramp(17.0, 11.0, height) * ramp(-6.0, 1.0, height)
    delta = np.zeros_like(part.positions)
    delta[:, 0] = part.positions[:, 0] * share
    return replace(part, shapes={"face.width": delta})
