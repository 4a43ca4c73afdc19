"""A garment's picture in zones: light and shade are painted apart from the dyes, so that every zone can be dyed anew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from avatars.forge.cloth.paint import Colour, Image, finish, line, noise
from avatars.forge.sdf.fields import bump, ramp

if TYPE_CHECKING:
    from collections.abc import Mapping

    from avatars.forge.cloth.fold_shade import Plot
    from avatars.forge.sdf.fields import Doubles, Field

Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle of the picture, in pixels."""

    left: int
    top: int
    width: int
    height: int


def rgb(dye: str) -> Colour:
    """The colour of #rrggbb as 0..1."""
    red, green, blue = (int(dye[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return (red, green, blue)


class Canvas:
    """Paints one texture. `tone` (h,w,3) multiplies the zones' dyes; `x`, `y`, `z` (h,w) are the places of the cloth that texels
    show, `arm` and `ahead` tell sleeves and the front; all are meant inside the charts."""

    def __init__(self, plot: Plot, size: int, zones: Mapping[str, str], armhole: Field, middle: float = -0.012) -> None:
        self.size, self.plot, self.dyes = size, plot, {name: np.asarray(rgb(dye)) for name, dye in zones.items()}
        self.tone: Doubles = np.ones((size, size, 3))
        first = next(iter(zones))
        self.zones = {name: np.full((size, size), 1.0 if name == first else 0.0) for name in zones}
        self.fixed: Doubles = np.zeros((size, size, 3))
        p = plot.points
        self.x, self.y, self.z = (plot.spread(p[:, i]) for i in range(3))
        self.arm: Bools = plot.spread((armhole(p) > 0).astype(float)) > 0.5
        self.hole = plot.spread(armhole(p))
        self.ahead: Bools = (self.z > middle) & ~self.arm
        self.behind: Bools = ~self.ahead & ~self.arm
        self.next = (0, 0, 0)

    # --- what lies where ---

    def of(self, field: Field) -> Doubles:
        """A field's value at every texel."""
        return self.plot.spread(field(self.plot.points))

    def where(self, values: Doubles, here: Bools, else_: float = 1.0) -> Doubles:
        """The values where `here`, far away elsewhere."""
        return np.where(here, values, else_)

    def girth(self, radius: float = 0.165, middle: float = -0.012) -> Doubles:
        """Metres round the trunk from the middle of the front."""
        around: Doubles = np.arctan2(self.x, (self.z - middle) * 1.35) * radius
        return around

    def round_arm(self, radius: float = 0.047) -> Doubles:
        """Metres round the sleeve."""
        around: Doubles = np.arctan2(self.z + 0.020, self.y - 1.281) * radius
        return around

    # --- dyes ---

    def zone(self, name: str, share: Doubles | Bools) -> None:
        """These texels take the zone's dye."""
        cover = np.asarray(share, dtype=float)
        self._less(cover)
        self.zones[name] += cover

    def fix(self, colour: Colour | str, share: Doubles | Bools) -> None:
        """These texels keep a colour of their own whatever the dyes are: metal, horn, eyelets."""
        cover = np.asarray(share, dtype=float)
        self._less(cover)
        self.fixed += cover[..., None] * np.asarray(rgb(colour) if isinstance(colour, str) else colour)

    def _less(self, cover: Doubles) -> None:
        for weights in self.zones.values():
            weights *= 1.0 - cover
        self.fixed *= (1.0 - cover)[..., None]

    # --- light and shade ---

    def shade(self, factor: float, share: Doubles) -> None:
        """Lighter or darker by `factor` where `share` is 1."""
        self.tone *= 1.0 + (factor - 1.0) * np.clip(share, 0.0, 1.0)[..., None]

    def seam(self, distance: Doubles, strength: float = 1.0) -> None:
        """A seam: a dark line in a soft hollow with a lit lip beside it. Distances in metres."""
        self.shade(0.62, strength * line(distance, 0.0006, 0.0013))
        self.shade(1.06, strength * 0.6 * bump(0.0026, 0.0013, distance))
        self.shade(0.90, strength * 0.7 * bump(0.0, 0.0048, distance))

    def stitches(
        self, distance: Doubles, along: Doubles, factor: float = 1.18, strength: float = 0.8, pitch: float = 0.0075
    ) -> None:
        """A row of stitches along distance 0, lighter (or darker, `factor` below 1) than the cloth."""
        t = (along / pitch) % 1.0
        dash = ramp(0.08, 0.22, t) * (1 - ramp(0.66, 0.84, t))
        self.shade(0.88, strength * 0.5 * bump(0.0, 0.0018, distance))
        self.shade(factor, strength * (0.2 + 0.8 * dash) * line(distance, 0.0006, 0.0011))

    def raised(self, inside: Doubles, strength: float = 1.0) -> None:
        """A layer of cloth sewn on where `inside` is positive: its shadow below, its lit edge."""
        self.shade(0.74, strength * 0.75 * bump(-0.0016, 0.0022, inside) * (inside < 0))
        self.shade(0.90, strength * 0.6 * bump(-0.004, 0.0045, inside) * (inside < 0))
        self.shade(1.07, strength * 0.7 * bump(0.0014, 0.0012, inside) * (inside > 0))
        self.shade(0.64, strength * 0.8 * line(inside, 0.0003, 0.0012))

    def ribs(self, across: Doubles, pitch: float, depth: float, cover: Doubles | float = 1.0) -> None:
        """Knitted ribs: ridges every `pitch` metres across."""
        wave = 0.5 + 0.5 * np.cos(across * 2 * np.pi / pitch)
        tone = 1.0 - depth * (1.0 - wave) ** 1.5 + 0.18 * depth * wave**3
        share = np.broadcast_to(np.asarray(cover, dtype=float), across.shape)
        self.tone *= (1.0 + (tone - 1.0) * share)[..., None]

    def knit(
        self, across: Doubles, up: Doubles, wide: float, high: float, depth: float = 1.0, cover: Doubles | float = 1.0
    ) -> None:
        """V stitches of this width and height in metres."""
        columns, rows = across / wide, -up / high
        t = np.abs(columns - np.floor(columns) - 0.5) * 2.0
        q = rows + 0.62 * t
        f = q - np.floor(q)
        dark = (
            0.50 * np.maximum(1 - ramp(0.0, 0.24, f), ramp(0.80, 1.0, f))
            + 0.36 * (1 - ramp(0.0, 0.24, t))
            + 0.50 * ramp(0.80, 1.0, t)
        )
        light = np.exp(-(((f - 0.44) / 0.20) ** 2) - ((t - 0.55) / 0.28) ** 2)
        tone = (1.0 - 0.30 * depth * np.clip(dark, 0, 1)) * (1.0 + 0.09 * depth * light)
        self.tone *= (1.0 + (tone - 1.0) * np.broadcast_to(np.asarray(cover, dtype=float), across.shape))[..., None]

    def mottle(self, amount: float, size: float, seed: int, stretch: float = 1.0) -> None:
        """Broad, faint unevenness, as all cloth has."""
        self.tone *= (1.0 + amount * noise(self.size, self.size, size, seed, stretch))[..., None]

    # --- places of their own ---

    def place(self, width: int, height: int, area: Place) -> Place:
        """The next free rectangle of an area, filled row by row. ValueError where the area is full."""
        width = min(width, area.width)
        x, y, tall = self.next
        if x + width > area.width:
            x, y, tall = 0, y + tall + 4, 0
        if y + height > area.height or width > area.width:
            raise ValueError(f"no room for {width}x{height} on the picture")
        self.next = (x + width + 4, y, max(tall, height))
        return Place(area.left + x, area.top + y, width, height)

    def cut(self, place: Place) -> tuple[slice, slice]:
        """Rows and columns of a place, with a margin of 2 pixels."""
        high, wide = self.zones[next(iter(self.zones))].shape
        return slice(max(0, place.top - 2), min(high, place.top + place.height + 2)), slice(
            max(0, place.left - 2), min(wide, place.left + place.width + 2)
        )

    def shares(self, place: Place) -> tuple[Doubles, Doubles]:
        """(row, column) shares of a place's texels with its margin."""
        rows, columns = self.cut(place)
        y, x = np.mgrid[rows, columns].astype(float)
        return (y + 0.5 - place.top) / place.height, (x + 0.5 - place.left) / place.width

    def fill(self, place: Place, zone: str, tone: Doubles | float = 1.0, colour: str = "") -> None:
        """A place in one zone (or, `colour` given, in that fixed one) times `tone` (h,w) or a number."""
        rows, columns = self.cut(place)
        for name, weights in self.zones.items():
            weights[rows, columns] = 1.0 if name == zone and not colour else 0.0
        self.fixed[rows, columns] = rgb(colour) if colour else 0.0
        self.tone[rows, columns] = np.asarray(tone)[..., None] if isinstance(tone, np.ndarray) else tone

    def uv(self, place: Place, shares: Doubles) -> Doubles:
        """Texture units of (row, column) shares in a place."""
        u = place.left + 1.0 + shares[:, 1] * (place.width - 2.0)
        v = place.top + 1.0 + shares[:, 0] * (place.height - 2.0)
        return np.stack([u, v], axis=1) / self.size

    def spot(self, place: Place) -> tuple[float, float]:
        """The middle of a place in texture units."""
        return (place.left + place.width / 2) / self.size, (place.top + place.height / 2) / self.size

    # --- the end ---

    def picture(self) -> Image:
        """All zones in their dyes, with light and shade (h,w,3)."""
        dyed = self.fixed.copy()
        for name, weights in self.zones.items():
            dyed += weights[..., None] * self.dyes[name]
        return finish(dyed * self.tone)

    def masks(self) -> dict[str, npt.NDArray[np.float32]]:
        """The zones' weights."""
        return {name: np.clip(weights, 0.0, 1.0).astype(np.float32) for name, weights in self.zones.items()}
