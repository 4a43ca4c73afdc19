"""The colours of a brought garment: its pictures without their dyes, so that it takes any other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from PIL import Image, UnidentifiedImageError

from avatars.errors import GarmentRefused
from avatars.vrm.model import Material
from avatars.wardrobe.brought.manifest import BroughtZone, Manifest
from avatars.wardrobe.brought.raw import RawGarment
from avatars.wardrobe.dyes import neutral

Pixels = npt.NDArray[np.uint8]
SIDE: Final = 1024
"""Texels of a side that are kept."""
PLAIN: Final = 16
"""Of a picture for a material that has none."""
LARGEST_MASK: Final = 4096


@dataclass(frozen=True, slots=True)
class Cloth:
    """One material's neutral `shade` (h,w,3|4) and `zones` (h,w,k)."""

    material: Material
    shade: Pixels
    zones: Pixels


@dataclass(frozen=True, slots=True)
class Dyeable:
    """All cloths by the material's number, the zones, and whether a picture was made smaller."""

    cloths: Mapping[int, Cloth]
    zones: tuple[BroughtZone, ...]
    shrunk: bool


def dyeable(raw: RawGarment, manifest: Manifest, folder: Path | None) -> Dyeable:
    """The garment's cloths. `folder` holds masks. Raises `GarmentRefused` for a mask that is no picture."""
    used = sorted({piece.primitive.material for piece in raw.pieces})
    pictures = {number: _painted(raw, raw.materials[number]) for number in used}
    shrunk = any(max(picture.shape[:2]) > SIDE for picture in pictures.values())
    pictures = {number: _sized(picture) for number, picture in pictures.items()}
    zones = manifest.zones or (BroughtZone("cloth", {"en": "Cloth", "zh": "布料", "ja": "生地"}, _middle(pictures.values())),)
    cloths = {}
    for number, picture in pictures.items():
        masks = [_mask(zone, picture.shape[:2], folder) for zone in zones]
        shade, weights = neutral(picture, _apart(masks), [zone.dye for zone in zones])
        if picture.shape[2] == 4 and raw.materials[number].alpha != "OPAQUE":
            shade = np.concatenate([shade, picture[..., 3:]], axis=-1)
        cloths[number] = Cloth(raw.materials[number], shade, weights)
    return Dyeable(cloths, tuple(zones), shrunk)


def _painted(raw: RawGarment, material: Material) -> Pixels:
    """The material's picture in its colour, (h,w,4)."""
    factor = np.array([*(_srgb(part) for part in material.colour[:3]), material.colour[3]])
    if material.texture is None:
        return np.full((PLAIN, PLAIN, 4), np.round(np.clip(factor, 0, 1) * 255), np.uint8)
    picture = raw.images[material.texture.image].astype(np.float32) * factor.astype(np.float32)
    return np.round(np.clip(picture, 0, 255)).astype(np.uint8)


def _srgb(value: float) -> float:
    """Linear to sRGB (IEC 61966-2-1)."""
    return 12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055


def _sized(picture: Pixels) -> Pixels:
    """At most `SIDE` a side."""
    share = SIDE / max(picture.shape[:2])
    if share >= 1:
        return picture
    size = (max(1, round(picture.shape[1] * share)), max(1, round(picture.shape[0] * share)))
    return np.array(Image.fromarray(picture).resize(size, Image.Resampling.BOX))


def _middle(pictures: Iterable[Pixels]) -> str:
    """The middle colour of what is seen, #rrggbb."""
    seen = np.concatenate([p[..., :3][p[..., 3] > 128] for p in pictures])
    middle = np.median(seen, axis=0) if len(seen) else np.array([180, 180, 180])
    return "#" + "".join(f"{int(part):02x}" for part in middle)


def _mask(zone: BroughtZone, size: tuple[int, ...], folder: Path | None) -> npt.NDArray[np.float32]:
    """How far each texel belongs to a zone."""
    if not zone.mask:
        return np.ones(size[:2], np.float32)
    path = (folder or Path()) / zone.mask
    try:
        with Image.open(path, formats=("PNG",)) as picture:
            if max(picture.size) > LARGEST_MASK:
                raise GarmentRefused(f"{zone.mask} is {picture.width}x{picture.height}.", f"Keep masks below {LARGEST_MASK}.")
            grey = picture.convert("L").resize((size[1], size[0]), Image.Resampling.BOX)
            return np.asarray(grey, np.float32) / np.float32(255)
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError, ValueError, SyntaxError) as fault:
        raise GarmentRefused(f"The mask {zone.mask} is no picture.", "Save it as a grey PNG beside the manifest.") from fault


def _apart(masks: Sequence[npt.NDArray[np.float32]]) -> list[npt.NDArray[np.float32]]:
    """Masks that sum to 1 at most: a later one lies over those before."""
    made: list[npt.NDArray[np.float32]] = []
    for mask in masks:
        made = [below * (1 - mask) for below in made]
        made.append(mask)
    return made
