"""The block hats are made on: the rounded shape that presses the hair (`avatars.wardrobe.press`), in head centimetres.

Azimuths are degrees: 0 straight ahead, +90 her left, 180 behind.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy.interpolate import PchipInterpolator

from avatars.forge.charts import Chart, part
from avatars.forge.cloth.zoned import Zoned
from avatars.forge.garments.lofts import Rect, surface
from avatars.forge.head.piece import world
from avatars.forge.part import Made, Material, Part
from avatars.forge.wardrobe.garment import Tailored
from avatars.wardrobe.press import CENTRE, POWER, RADII, Press

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles

MIDDLE: Final = np.array([0.0, (CENTRE[1] - 1.375) * 100, CENTRE[2] * 100])
_SIDE, _UP, _FRONT, _BACK = (100 * r for r in RADII)
Rim = tuple[float, float, float]
"""Heights in front, at the sides and behind, cm."""
OUTLINE: Final = (0.34, 0.22, 0.20)
CLOTH: Final = (0.80, 0.71, 0.76)
"""Cloth's colour in shade."""


def level(rim: Rim, azimuth: Doubles) -> Doubles:
    """The height of an edge at azimuths."""
    front, side, back = rim
    share = np.cos(np.radians(azimuth))
    height: Doubles = side + np.where(share > 0, front - side, back - side) * share**2
    return height


def at(azimuth: Doubles, height: Doubles, off: Doubles | float) -> Doubles:
    """Points (..., 3) `off` cm outside the block at azimuths and heights."""
    turn = np.radians(azimuth)
    out = np.broadcast_to(np.asarray(off, dtype=float), np.shape(turn))
    rise = np.clip((height - MIDDLE[1]) / (_UP + out), -1.0, 1.0)
    narrow = np.maximum(1.0 - np.maximum(rise, 0.0) ** POWER, 0.0) ** (1 / POWER)
    depth = np.where(np.cos(turn) > 0, _FRONT, _BACK) + out
    far = (np.abs(np.sin(turn) / (_SIDE + out)) ** POWER + np.abs(np.cos(turn) / depth) ** POWER) ** (-1 / POWER) * narrow
    points: Doubles = np.stack([far * np.sin(turn), height + 0 * turn, MIDDLE[2] + far * np.cos(turn)], axis=-1)
    return points


def over(azimuth: Doubles, share: Doubles, rim: Rim, off: Doubles | float) -> Doubles:
    """Points between the crown's top (share 0) and the rim (1), evenly by angle; beyond 1 straight on below it."""
    out = np.broadcast_to(np.asarray(off, dtype=float), np.broadcast_shapes(np.shape(azimuth), np.shape(share)))
    low = level(rim, azimuth)
    rise = np.clip((low - MIDDLE[1]) / (_UP + out), 0.0, 1.0)
    last = np.arcsin(rise ** (POWER / 2))
    angle = np.pi / 2 + (last - np.pi / 2) * np.minimum(share, 1.0)
    height = MIDDLE[1] + (_UP + out) * np.sin(angle) ** (2 / POWER)
    return at(azimuth + 0 * share, height - np.maximum(share - 1.0, 0.0) * 17.0, out)


def turned(profile: Sequence[tuple[float, float]], rim: Rim, columns: int, between: int = 1) -> Doubles:
    """A grid (rows, columns + 1, 3) of head centimetres around the block, seam behind: rows are (share, off) as in `over`;
    `between` sets rows of a smooth line between them."""
    azimuth = np.linspace(-180.0, 180.0, columns + 1)[None]
    rows = np.asarray(profile, dtype=float)
    if between > 1:
        gone = np.concatenate([[0.0], np.cumsum(np.hypot(17 * np.diff(rows[:, 0]), np.diff(rows[:, 1])) + 1e-6)])
        rows = PchipInterpolator(gone, rows)(
            np.interp(np.arange((len(rows) - 1) * between + 1) / between, range(len(rows)), gone)
        )
    return over(azimuth, rows[:, :1], rim, rows[:, 1:] + 0 * azimuth)


def brim(
    rim: Rim,
    off: float,
    rows: Sequence[float],
    lie: Callable[[Doubles, Doubles], tuple[Doubles, Doubles]],
    columns: int,
    rects: tuple[Rect, Rect, Rect],
    thick: float = 0.28,
) -> list[Chart]:
    """A brim around the foot of a crown that stands `off` cm from the block: its upper side, edge and under side with the lining.

    `lie`: for radians around (columns) and centimetres out of the crown (rows, 1) how far out and how much higher a point is.
    """
    azimuth = np.linspace(-180.0, 180.0, columns + 1)[None]
    foot = over(azimuth, np.ones((1, 1)), rim, off)[0]
    turn = np.radians(azimuth[0])
    flat = np.stack([np.sin(turn), 0 * turn, np.cos(turn)], axis=-1)
    far, high = lie(turn, np.asarray(rows, dtype=float)[:, None])
    top = foot[None] + flat[None] * far[..., None]
    top[..., 1] += high
    low = top - np.array([0.0, thick, 0.0])
    inner = turned(((1.0, off), (0.9, 0.5 * off), (0.7, 0.3 * off)), rim, columns)
    edge = np.concatenate([top[-1:], (top[-1:] + low[-1:]) / 2 + (top[-1:] - top[-2:-1]) * 0.12, low[-1:]])
    under = np.concatenate([low[::-1], inner[1:]])
    return [
        surface(metres(top), rects[0], closed=True, fold=True, away=metres(top[-1:] - np.array([0.0, 40.0, 0.0]))),
        surface(metres(edge), rects[1], closed=True, fold=True),
        surface(metres(under), rects[2], closed=True, fold=True, away=metres(top[-1:] + np.array([0.0, 40.0, 0.0]))),
    ]


def on_head(points: Doubles) -> tuple[tuple[str, ...], Doubles]:
    """All of it moves with the head."""
    return ("head",), np.ones((len(points), 1))


def made_of(
    name: str,
    charts: Sequence[Chart],
    canvas: Zoned | None,
    *,
    shade: tuple[float, float, float] = CLOTH,
    soft: float = 0.12,
    outline: float = 0.0006,
    rim: tuple[float, float, float] = (0.0, 0.0, 0.0),
    metre: float = 0.0,
    press: Press | None = None,
    double_sided: bool = False,
    shapes: Mapping[str, Doubles] | None = None,
) -> Tailored:
    """One part and one material of the garment `name`, carried by the head. `shapes`: metres by face slider."""
    picture, masks = canvas.done() if canvas else (None, {})
    cloth = Material(
        name,
        texture=picture,
        shade=shade,
        shift=0.03,
        soft=soft,
        rim=rim,
        outline=outline,
        outline_colour=OUTLINE,
        double_sided=double_sided,
        palette=False,
    )
    whole: Part = part(name, name, *charts, weigh=on_head)
    if shapes:
        from dataclasses import replace

        whole = replace(whole, shapes={slider: delta.astype(np.float32) for slider, delta in shapes.items()})
    return Tailored(Made((whole,), (cloth,)), {name: masks} if masks else {}, {name: metre} if metre else {}, press)


def press(rim: Rim, top: Rim | None = None, room: float = 0.0) -> Press:
    """Where a hat with this rim (cm) holds the hair down."""
    heights = tuple(float(round(1.375 + h * 0.01, 4)) for h in rim)
    above = tuple(float(round(1.375 + h * 0.01, 4)) for h in top) if top else None
    return Press((heights[0], heights[1], heights[2]), None if above is None else (above[0], above[1], above[2]), room * 0.01)


def metres(points: Doubles) -> Doubles:
    """Head centimetres as metres of the plain body."""
    return np.asarray(world(points))
