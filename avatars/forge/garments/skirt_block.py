"""Skirts of any length: a waistband, cloth with pleats or flutes, a hem that is turned up; one can sit in all of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from avatars.forge.cloth.dyed import Dyed
from avatars.forge.drape import CENTRE_Z
from avatars.forge.lap import hem_rig, lapped
from avatars.forge.part import Made, Material, Part
from avatars.forge.sdf.fields import bump, ramp
from avatars.forge.wardrobe.garment import Tailored

if TYPE_CHECKING:
    from collections.abc import Mapping

    from avatars.forge.cloth.paint import Image
    from avatars.forge.sdf.fields import Doubles

Waves = Callable[["Doubles", "Doubles"], "Doubles"]
"""Share round the skirt (0 behind, 0.5 in front, growing towards her left in front) and height -> metres."""
WAIST = (
    # y, half-width, half-depth: from the hips up, close to the body, so that tops hang over it.
    (0.860, 0.1590, 0.1115),
    (0.920, 0.1530, 0.1065),
    (0.955, 0.1460, 0.1005),
    (0.988, 0.1385, 0.0920),
)
_MIDDLE = ((0.800, 0.860, 0.920, 0.955, 0.988), (CENTRE_Z, -0.0110, -0.0080, -0.0045, -0.0010))
TOP, BAND = 0.988, 0.953


@dataclass(frozen=True, slots=True)
class SkirtCut:
    """`profile`: (y, half-width, half-depth) from the hem up to `WAIST`. `waves`: how far the cloth stands out; `turns` how far,
    as shares of the whole round, it is shifted (a pleat that lies over). `columns`: shares 0..1 of the vertices, both ends."""

    profile: tuple[tuple[float, float, float], ...]
    waves: Waves
    columns: tuple[float, ...]
    rows: int = 11
    turns: Waves | None = None
    repeat: int = 2
    """How often the picture goes round."""
    lift: Waves | None = None
    """How much higher the hem lies somewhere."""

    @property
    def hem(self) -> float:
        """Height of the lower end."""
        return self.profile[0][0]

    def surface(self, s: Doubles, y: Doubles) -> Doubles:
        """Points of the cloth's outside."""
        rows = np.array([*self.profile, *WAIST])
        a, b = np.interp(y, rows[:, 0], rows[:, 1]), np.interp(y, rows[:, 0], rows[:, 2])
        free = 1.0 - ramp(BAND - 0.050, BAND, y)
        grow = free * self.waves(s, y)
        angle = 2 * np.pi * (s - 0.5 + (free * self.turns(s, y) if self.turns else 0.0))
        raised = self.lift(s, y) if self.lift else 0.0
        x, z = (a + grow) * np.sin(angle), np.interp(y, *_MIDDLE) + (b + grow) * np.cos(angle)
        return np.stack([x, y + raised, z], axis=-1)

    def normals(self, s: Doubles, y: Doubles) -> Doubles:
        """Unit normals there."""
        h, g = 0.0016, 0.004
        across = self.surface(s + h, y) - self.surface(s - h, y)
        down = self.surface(s, y - g) - self.surface(s, y + g)
        normal = np.cross(down, across)
        unit: Doubles = normal / np.maximum(np.linalg.norm(normal, axis=-1, keepdims=True), 1e-9)
        return unit


@dataclass(frozen=True, slots=True)
class SkirtCloth:
    """`paint` draws on a picture at shares round (h,w) and heights (h,w), after folds and grain; the first dye is the ground."""

    dyes: Mapping[str, str]
    paint: Callable[[Dyed, Doubles, Doubles], None]
    size: tuple[int, int] = (640, 640)
    """High and wide."""
    depth: float = 0.34
    """How dark the folds' hollows are."""
    weave: tuple[float, float] = (0.018, 1.6)
    """Amount and stretch of the cloth's grain."""
    shade: tuple[float, float, float] = (0.76, 0.69, 0.76)
    rim: tuple[float, float, float] = (0.05, 0.05, 0.06)
    outline: tuple[float, float, float] = (0.34, 0.24, 0.24)
    seed: int = 3


def make_skirt_of(name: str, cut: SkirtCut, cloth: SkirtCloth) -> Tailored:
    """The skirt of this cut and cloth."""
    s = np.asarray(cut.columns)
    free = np.linspace(0.0, 1.0, cut.rows)
    # Rows lie closer at the hips, where cloth bends when she sits; the hem and the band's edge run back inside.
    y = BAND - (BAND - cut.hem) * free**1.08
    band = np.array([TOP - 0.012, TOP - 0.0008, TOP, BAND + 0.001, BAND - 0.0006])
    heights = np.concatenate([band, y[1:], [cut.hem - 0.0012, cut.hem + 0.028]])
    out = np.concatenate([[-0.0048, -0.0034, 0.0, 0.0026, 0.0008], np.zeros(cut.rows - 1), [-0.0018, -0.0046]])
    ss, yy = np.meshgrid(s, heights)
    normals = cut.normals(ss, np.clip(yy, cut.hem + 0.004, TOP - 0.004))
    points = cut.surface(ss, yy) + normals * out[:, None, None]
    normals[0] *= -1.0
    normals[1] = normals[1] * 0.2 + np.array([0.0, 1.0, 0.0])
    normals[-1] *= -1.0
    normals[-2] = normals[-2] * 0.5 + np.array([0.0, -1.0, 0.0])
    normals /= np.linalg.norm(normals, axis=-1, keepdims=True)
    flat = points.reshape(-1, 3)
    names, table = lapped(flat)
    joints, springs = hem_rig()
    picture, masks, metre = _painted(cut, cloth)
    part = Part(
        name=name, positions=flat.astype(np.float32), normals=normals.reshape(-1, 3).astype(np.float32),
        uvs=np.stack([ss * cut.repeat, (TOP - np.clip(yy, cut.hem + 0.001, TOP)) / (TOP - cut.hem)], axis=-1)
        .reshape(-1, 2).astype(np.float32),
        triangles=_faces(len(heights), len(s)), material=name, joints=names, weights=table.astype(np.float32),
    )
    material = Material(
        name, texture=picture, shade=cloth.shade, shift=0.05, soft=0.10, rim=cloth.rim, outline=0.0007,
        outline_colour=cloth.outline, double_sided=True,
    )
    return Tailored(Made((part,), (material,), joints, springs), {name: masks}, {name: metre})


def _faces(high: int, wide: int) -> npt.NDArray[np.uint32]:
    index = np.arange(high * wide).reshape(high, wide)
    a, b, c, d = index[:-1, :-1], index[:-1, 1:], index[1:, :-1], index[1:, 1:]
    return np.concatenate([np.stack([a, c, b], -1).reshape(-1, 3), np.stack([b, c, d], -1).reshape(-1, 3)]).astype(np.uint32)


def _painted(cut: SkirtCut, cloth: SkirtCloth) -> tuple[Image, dict[str, npt.NDArray[np.float32]], float]:
    high, wide = cloth.size
    c = Dyed(high, wide, cloth.dyes)
    s, y = c.x / cut.repeat, TOP - c.y * (TOP - cut.hem)
    rows = np.array([*cut.profile, *WAIST])
    a, b = np.interp(y, rows[:, 0], rows[:, 1]), np.interp(y, rows[:, 0], rows[:, 2])
    around = np.pi * (a + b)
    c.grain(0.8, cloth.weave[0], cloth.seed, cloth.weave[1])
    c.grain(16.0, 0.6 * cloth.weave[0], cloth.seed + 1)
    shade_folds(c, cut, s, y, around, cloth.depth)
    cloth.paint(c, s, y)
    # The band: sewn on over the cloth, its shadow below; then the turned-up hem.
    c.tone(0.66, 0.75 * bump(BAND - 0.0035, 0.0030, y))
    c.tone(1.07, ramp(BAND - 0.0005, BAND + 0.0005, y))
    c.tone(0.88, 0.6 * bump(cut.hem + 0.026, 0.0012, y))
    c.tone(0.90, ramp(cut.hem + 0.05, cut.hem, y))
    picture, masks = c.done()
    # The cloth's scale is true a third of the way up, where one sees the most of it.
    return picture, masks, wide * cut.repeat / float(around[round(0.65 * high), 0])


def shade_folds(c: Dyed, cut: SkirtCut, s: Doubles, y: Doubles, around: Doubles, depth: float) -> None:
    """Dark where the cloth lies back, light on its ridges and on the side of a fold that looks to the light."""
    free = 1.0 - ramp(BAND - 0.050, BAND, y)
    grow = free * cut.waves(s, y)
    h = 0.0015
    slope = free * (cut.waves(s + h, y) - cut.waves(s - h, y)) / (2 * h) / around
    most = max(float(np.abs(grow).max()), 1e-6)
    level = grow / most
    c.tone(1.0 - depth * ramp(0.25, -1.0, level) * np.minimum(1.0, np.abs(level) + 0.35 * free))
    c.tone(1.0 - 0.7 * depth * ramp(0.10, 0.75, slope) + 0.10 * ramp(0.08, 0.60, -slope))
    c.tone(1.0 + 0.06 * ramp(0.45, 1.0, level))


def even(count: int) -> tuple[float, ...]:
    """Shares 0..1, both ends, evenly."""
    return tuple(float(v) for v in np.linspace(0.0, 1.0, count + 1))


def pleats(count: int, steps: tuple[float, ...]) -> tuple[float, ...]:
    """Shares of the vertices of so many pleats; `steps` 0..1 within each."""
    return (*(float((i + f) / count) for i in range(count) for f in steps), 1.0)
