"""The skin of a face, painted for a created person out of the layers in ``assets/creator/face.npz`` (made by the forge)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from avatars.creator.complexion import complexion_of
from avatars.creator.person import CreatedPerson, Mark
from avatars.wardrobe.dyes import colour

Pixels = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float32]
FRECKLES: Final = 0.25
"""The step between the levels of freckles that were drawn."""


@dataclass(frozen=True, slots=True)
class Layer:
    """`cover` (n,m) 0..1 in `box` (top, bottom, left, right); the rest as `avatars.forge.creator.layer.Layer` has it."""

    kind: str
    cover: Floats
    box: tuple[int, int, int, int]
    colours: Floats | None
    factor: Floats
    hair: Floats
    by_lips: Floats
    by_blush: Floats


class FacePaint:
    """Layers at one size, a power-of-two part of the file's own. Use `face_paint`, which keeps them."""

    def __init__(self, path: Path, parts: int = 1) -> None:
        with np.load(path, allow_pickle=False) as archive:
            about: dict[str, Any] = json.loads(archive["about"].tobytes())
            self.size = int(about["size"]) // parts
            self.lips = tuple(int(edge) // parts for edge in about["lips"])
            """The section of the picture that the lips' own material shows: left, top, right, bottom."""
            self._places = archive["places"].astype(np.float32)
            self._body = archive["body"].astype(np.float32)
            self._layers = [self._layer(archive, n, entry, parts) for n, entry in enumerate(about["layers"])]

    @staticmethod
    def _layer(archive: Any, number: int, entry: dict[str, Any], parts: int) -> Layer:
        cover, box = _shrunk(archive[f"cover{number}"], entry["box"], parts)
        rule = archive[f"rule{number}"]
        colours = archive.get(f"colours{number}")
        return Layer(entry["kind"], cover, box, colours, rule[:3], rule[3:6], rule[6:11], rule[11:13])

    def painted(self, person: CreatedPerson) -> Pixels:
        """The skin's texture (size, size, 4), opaque."""
        skin = person.skin
        base = complexion_of(skin.tone, skin.undertone).base
        picture = np.empty((self.size, self.size, 3), np.float32)
        picture[:] = base
        marked = False
        for layer in self._layers:
            if layer.kind == "rouge" and not marked:
                # Marks belong to the skin: they lie under make-up.
                marked = True
                for mark in person.marks:
                    self._mark(picture, mark, person)
            amount = strength(layer, person)
            if amount > 0.004:
                _lay(picture, layer, amount, layer_colour(layer, person))
        out = np.full((self.size, self.size, 4), 255, np.uint8)
        out[..., :3] = np.clip(picture, 0.0, 1.0) * np.float32(255.0) + np.float32(0.5)
        return out

    def body(self, person: CreatedPerson) -> Pixels:
        """The texture of hands, throat and limbs (256,256,4), opaque."""
        tones = complexion_of(person.skin.tone, person.skin.undertone)
        # By texel and channel: so much of the skin's ground, of its lines, of white.
        of = np.stack([np.array(tones.base), np.array(tones.line), np.ones(3)], axis=-1).astype(np.float32)
        mixed = (self._body * of).sum(axis=-1)
        out = np.full((*mixed.shape[:2], 4), 255, np.uint8)
        out[..., :3] = np.clip(mixed, 0.0, 1.0) * np.float32(255.0) + np.float32(0.5)
        return out

    def _mark(self, picture: Floats, mark: Mark, person: CreatedPerson) -> None:
        """A mark at its place of the face."""
        x, y = self._texel(mark.x, mark.y)
        tones = complexion_of(person.skin.tone, person.skin.undertone)
        reach = int(np.ceil(_REACH[mark.kind] * mark.size * self.size))
        rows = slice(max(0, y - reach), min(self.size, y + reach + 1))
        columns = slice(max(0, x - reach), min(self.size, x + reach + 1))
        down, right = np.mgrid[rows.start : rows.stop, columns.start : columns.stop].astype(np.float32)
        u, v = (right - x) / (reach or 1), (down - y) / (reach or 1)
        cover, over = _drawn(mark, u, v, tones)
        spot = picture[rows, columns]
        spot += cover[..., None] * (np.asarray(over, np.float32) - spot)

    def _texel(self, x: float, y: float) -> tuple[int, int]:
        """The texel of a place of the plain face, cm."""
        ahead = self._places[..., 2] > 0
        gap = np.where(ahead, np.hypot(self._places[..., 0] - x, self._places[..., 1] - y), np.inf)
        row, column = np.unravel_index(int(gap.argmin()), gap.shape)
        grown = self.size / len(self._places)
        return int((column + 0.5) * grown), int((row + 0.5) * grown)


_REACH: Final = {"mole": 0.0058, "scar": 0.040, "birthmark": 0.030}
"""Half of a mark's side, in parts of the texture."""


def _drawn(mark: Mark, u: Floats, v: Floats, tones: Any) -> tuple[Floats, npt.NDArray[np.float64]]:
    """Cover and colour of a mark in a square of -1..1."""
    base, line = np.asarray(tones.base), np.asarray(tones.line)
    if mark.kind == "mole":
        return np.asarray(0.85 * np.clip((1.0 - np.hypot(u, v)) / 0.45, 0.0, 1.0), np.float32), base * 0.25 + line * 0.62
    if mark.kind == "scar":
        along, across = 0.78 * u + 0.62 * v, 0.78 * v - 0.62 * u + 0.12 * np.sin(5.0 * u)
        cover = np.clip((0.09 - np.abs(across)) / 0.05, 0.0, 1.0) * np.clip((0.92 - np.abs(along)) / 0.2, 0.0, 1.0)
        return np.asarray(0.75 * cover, np.float32), base * [1.0, 0.80, 0.79] * 0.72 + np.asarray(tones.glow) * 0.28
    turn = np.arctan2(v, u)
    edge = 0.70 + 0.12 * np.sin(3 * turn + 1.0) + 0.08 * np.sin(7 * turn)
    stain = 0.42 * np.clip((edge - np.hypot(u, v)) / 0.12, 0.0, 1.0)
    return np.asarray(stain, np.float32), base * 0.45 + line * [0.78, 0.42, 0.42]


def strength(layer: Layer, person: CreatedPerson) -> float:
    """By how much a layer's cover counts for this person."""
    skin, made_up = person.skin, person.make_up
    kind, _, level = layer.kind.partition(".")
    if kind == "freckles":
        return _freckled(skin.freckles, float(level))
    steered = {
        "vitiligo": skin.vitiligo, "age": skin.age, "stubble": skin.stubble, "rouge": made_up.rouge, "shadow": made_up.shadow,
        "liner": made_up.liner, "lipstick": made_up.lipstick,
    }
    if kind in steered:
        return steered[kind]
    by_lips = float(np.interp(skin.lips, np.linspace(0, 1, len(layer.by_lips)), layer.by_lips))
    return by_lips * float(np.interp(skin.blush, (0.0, 1.0), layer.by_blush))


def _freckled(amount: float, level: float) -> float:
    """Between two levels both are seen half; the few there are at the lowest fade in."""
    share = max(0.0, 1.0 - abs(amount - level) / FRECKLES)
    return share if amount >= FRECKLES or level > FRECKLES else amount / FRECKLES


def layer_colour(layer: Layer, person: CreatedPerson) -> Floats:
    """The colour of a layer on this person, sRGB (3,)."""
    if layer.colours is None:
        own = {
            "rouge": person.make_up.rouge_colour, "shadow": person.make_up.shadow_colour, "liner": person.make_up.liner_colour,
            "lipstick": person.make_up.lipstick_colour,
        }[layer.kind]
        return np.asarray(np.minimum(np.array(colour(own)) * layer.factor, 1.0), np.float32)
    table: Any = layer.colours
    for value, low, high in ((person.skin.lips, 0.0, 1.0), (person.skin.tone, 0.0, 1.0), (person.skin.undertone, -1.0, 1.0)):
        at = (value - low) / (high - low) * (len(table) - 1)
        first = min(int(at), len(table) - 2)
        table = table[first] + (table[first + 1] - table[first]) * np.float32(at - first)
    return np.asarray(table + layer.hair * np.array(colour(person.hair_colour), np.float32), np.float32)


def _lay(picture: Floats, layer: Layer, amount: float, over: Floats) -> None:
    top, bottom, left, right = layer.box
    spot = picture[top:bottom, left:right]
    cover = layer.cover if amount == 1.0 else np.minimum(layer.cover * np.float32(amount), np.float32(1.0))
    spot += cover[..., None] * (over - spot)


def _shrunk(cover: Pixels, box: list[int], parts: int) -> tuple[Floats, tuple[int, int, int, int]]:
    """A cover at a part of its size: each texel the mean of those it stands for."""
    top, bottom, left, right = box
    whole = cover.astype(np.float32) / np.float32(255.0)
    if parts == 1:
        return whole, (top, bottom, left, right)
    ends = (top // parts, -(-bottom // parts), left // parts, -(-right // parts))
    pad = ((top - ends[0] * parts, ends[1] * parts - bottom), (left - ends[2] * parts, ends[3] * parts - right))
    padded = np.pad(whole, pad)
    shape = (ends[1] - ends[0], parts, ends[3] - ends[2], parts)
    return np.asarray(padded.reshape(shape).mean(axis=(1, 3)), np.float32), ends


@lru_cache(maxsize=3)
def face_paint(path: Path, parts: int = 1) -> FacePaint:
    """The paint of a file, read once; `parts` 2 is for what moves under a slider, half as large each way."""
    return FacePaint(path, parts)
