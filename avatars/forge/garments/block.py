"""The blocks that women's and unisex tops, dresses and coats are cut on: measures of the cut, and from them field and rings.

Rows of a trunk are (height, side, front, back): how far the cloth stands from the middle on each side, in metres on the plain
body, which is (1.06, .116, .080, .072) at the waist, (1.16, .137, .098, .091) at the bust and
(.87, .158, .084, .116) at the seat.
Under the bust the front stays near the body: on a man cloth that hangs free there becomes a belly.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.interpolate import PchipInterpolator

from avatars.forge import anatomy
from avatars.forge.garments.jeans import outer as trousers
from avatars.forge.garments.panels import Layout
from avatars.forge.garments.top import Cloth, outer
from avatars.forge.garments.woven_charts import Panels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from avatars.forge.garments.top import Rows
    from avatars.forge.sdf.fields import Doubles, Field

Trunk = tuple[tuple[float, float, float, float], ...]
FITTED: Trunk = (
    (0.780, 0.170, 0.094, 0.112),
    (0.840, 0.168, 0.095, 0.121),
    (0.900, 0.163, 0.099, 0.122),
    (0.940, 0.152, 0.098, 0.110),
    (0.980, 0.142, 0.094, 0.097),
    (1.020, 0.132, 0.091, 0.087),
    (1.060, 0.126, 0.091, 0.082),
    (1.100, 0.129, 0.094, 0.084),
    (1.160, 0.143, 0.104, 0.098),
    (1.205, 0.149, 0.098, 0.105),
    (1.250, 0.146, 0.078, 0.101),
    (1.295, 0.120, 0.050, 0.090),
    (1.335, 0.062, 0.030, 0.082),
)
"""Close to the body, as knitwear is."""
STRAIGHT: Trunk = (
    (0.780, 0.172, 0.098, 0.120),
    (0.840, 0.171, 0.099, 0.123),
    (0.900, 0.168, 0.102, 0.122),
    (0.960, 0.161, 0.101, 0.113),
    (1.020, 0.152, 0.099, 0.104),
    (1.080, 0.147, 0.101, 0.098),
    (1.160, 0.149, 0.107, 0.101),
    (1.205, 0.151, 0.100, 0.106),
    (1.250, 0.148, 0.080, 0.102),
    (1.295, 0.121, 0.052, 0.091),
    (1.335, 0.063, 0.032, 0.083),
)
"""Hangs from the bust to the hips: shirts."""
BOXY: Trunk = (
    (0.780, 0.184, 0.112, 0.132),
    (0.840, 0.183, 0.112, 0.132),
    (0.900, 0.181, 0.112, 0.131),
    (0.960, 0.176, 0.111, 0.125),
    (1.020, 0.169, 0.109, 0.117),
    (1.080, 0.163, 0.110, 0.111),
    (1.160, 0.159, 0.113, 0.110),
    (1.205, 0.158, 0.106, 0.112),
    (1.250, 0.153, 0.085, 0.106),
    (1.295, 0.124, 0.056, 0.094),
    (1.335, 0.066, 0.035, 0.085),
)
"""Wide and short: sweatshirts and jackets."""


def eased(trunk: Trunk, more: float, below: float | None = None) -> Trunk:
    """The trunk wider by `more` metres all round; below the waist by `below`, where given."""
    low = more if below is None else below
    made = []
    for y, side, front, back in trunk:
        by = float(np.interp(y, (0.95, 1.06), (low, more)))
        made.append((y, side + by, front + by, back + by))
    return tuple(made)


def lengthened(trunk: Trunk, rows: Sequence[tuple[float, float, float, float]]) -> Trunk:
    """The trunk with its lowest part replaced by these rows."""
    top = max(row[0] for row in rows)
    return (*sorted(rows), *(row for row in trunk if row[0] > top + 1e-6))


def nipped(trunk: Trunk, y: float, by: float, spread: float = 0.035) -> Trunk:
    """The trunk drawn in by `by` metres round a height: an elastic, a ribbed hem, a tied waist."""
    heights = sorted({*(row[0] for row in trunk), y - spread, y - spread / 2, y, y + spread / 2, y + spread})
    table = np.array(trunk)
    at = PchipInterpolator(table[:, 0], table[:, 1:])
    made = []
    for height in heights:
        if table[0, 0] <= height <= table[-1, 0]:
            less = by * float(np.exp(-0.5 * ((height - y) / (spread * 0.45)) ** 2))
            side, front, back = (float(v) - less for v in at(height))
            made.append((height, side, front, back))
    return tuple(made)


def rows_of(trunk: Trunk) -> Rows:
    """As `fields.loft` takes them."""
    return tuple((y, side, (front + back) / 2, 0.0, (front - back) / 2) for y, side, front, back in trunk)


def sleeve_rows(ease: Sequence[tuple[float, float]], drop: float = 0.35) -> Rows:
    """Rows of a sleeve with this much room (place along x, metres) round the arm; `drop` is the share of it that hangs below."""
    arm = np.array(anatomy.ARM)
    body = PchipInterpolator(arm[:, 0], arm[:, 1:])
    made = [(0.080, 0.0405 + ease[0][1], 0.0445 + ease[0][1], 1.2770 - drop * ease[0][1], -0.020)]
    for x, room in ease:
        height, depth, y, z = (float(v) for v in body(min(x, 0.62)))
        made.append((x, height + room, depth + room, y - drop * room, z))
    return tuple(made)


@dataclass(frozen=True, slots=True)
class Block:
    """A top: `trunk` and `sleeve` as above, cut off at `hem` and `cuff`; `ease` widens chest and shoulders, `room` is the least
    distance from the body; `collar` a cone that a standing collar is cut from; `steps` rings that must be there."""

    trunk: Trunk
    sleeve: Rows
    hem: float
    cuff: float
    ease: float = 0.0
    room: float = 0.0055
    collar: tuple[Sequence[float], Sequence[float], float, float] | None = None
    columns: int = 34
    around: int = 12
    rise: float = 0.034
    """Metres between the trunk's rings."""
    steps: tuple[float, ...] = ()
    over: bool = True
    """Whether it hangs over trousers; else it keeps only to the body."""
    neck: tuple[tuple[float, float], ...] = ((1.374, 0.20),)

    def field(self) -> Field:
        """The outside without folds."""
        cloth = Cloth(rows_of(self.trunk), self.sleeve, self.ease, self.collar)
        skin, denim = anatomy.torso(), trousers()
        over = self.over and self.hem < 0.98
        return outer(cloth, lambda p: np.minimum(skin(p), denim(p) + 0.001) if over else skin(p), self.room)

    def layout(self) -> Layout:
        """Where its rings lie: a little past every edge, so that edges are cut exactly."""
        low = self.hem - 0.012
        bend = max(self.hem + 0.014, 0.86)
        long = [] if bend > self.hem + 0.02 else [bend]
        if not long:
            long = [*np.linspace(self.hem + 0.014, bend, max(2, round((bend - self.hem) / (1.7 * self.rise)) + 1))]
        body = np.linspace(bend, 1.160, max(3, round((1.160 - bend) / self.rise)))
        trunk = spaced(sorted({low, *long, *body, *self.steps}), 0.006)
        end = self.cuff + 0.012
        along = [x for x in _ALONG if x < end - 0.008]
        near = [row[0] for row in self.sleeve if 0.2 < row[0] < end - 0.004]
        sleeve = spaced(sorted({*along, *near, end}), 0.0045)
        axis = tuple((x, y, z) for x, _, _, y, z in self.sleeve)
        return Layout(
            trunk=trunk, sleeve=sleeve, collar=self.neck, sleeve_axis=axis, columns=self.columns, around=self.around, neck=26
        )


_ALONG = (0.176, 0.206, 0.240, 0.274, 0.304, 0.328, 0.350, 0.370, 0.392, 0.420, 0.450, 0.480, 0.506, 0.528, 0.548, 0.590)


def spaced(places: Sequence[float], least: float) -> tuple[float, ...]:
    """Sorted places, of two nearer than `least` the first left out."""
    kept: list[float] = []
    for place in places:
        if kept and place - kept[-1] < least:
            kept.pop()
        kept.append(float(place))
    return tuple(kept)


def crew(width: float = 0.068, depth: float = 0.066, middle: float = -0.022) -> Field:
    """Metres inside a round neckline: half its width and depth seen from above, and z of its middle."""

    def field(points: Doubles) -> Doubles:
        r = np.hypot(points[:, 0] / width, (points[:, 2] - middle) / depth)
        d: Doubles = np.where(points[:, 1] > 1.16, (1.0 - r) * min(width, depth), -0.1)
        return d

    return field


def vee(depth: float, width: float, behind: float = 1.322, round_: float = 0.010) -> Field:
    """Metres inside a V: its lowest point's height, half its width at the shoulder, and the height of the nape."""
    slope = (1.336 - depth) / width

    def field(points: Doubles) -> Doubles:
        x, y, z = points[:, 0], points[:, 1], points[:, 2]
        before = depth + slope * (np.sqrt(x * x + round_**2) - round_)
        back = behind + 0.9 * np.maximum(np.abs(x) - width * 0.72, 0.0)
        share = np.clip((z + 0.055) / 0.05, 0, 1)
        line = back + (before - back) * share * share * (3 - 2 * share)
        d: Doubles = (y - line) * 0.62
        return d

    return field


def cuffs(place: float, slant: float = 0.0) -> Field:
    """Metres beyond the end of the sleeves; `slant` lets them end further out below."""
    return lambda points: np.abs(points[:, 0]) - place - slant * np.clip(1.285 - points[:, 1], -0.1, 0.1)


def hem_at(height: float, dip: float = 0.0) -> Field:
    """Metres below the hem; `dip` lets it fall behind (a shirt's tail) and rise at the sides."""

    def field(points: Doubles) -> Doubles:
        d: Doubles = height - points[:, 1] - dip * (1.0 - (points[:, 0] / 0.17) ** 2) * np.where(points[:, 2] < 0, 1.0, 0.7) + dip
        return d

    return field


def front_gap(rows: Sequence[tuple[float, float]]) -> Field:
    """Metres inside the front opening: half its width at each height."""
    table = np.array(sorted(rows))
    gap = PchipInterpolator(table[:, 0], table[:, 1])

    def field(points: Doubles) -> Doubles:
        y = np.clip(points[:, 1], table[0, 0], table[-1, 0])
        d: Doubles = np.where(points[:, 2] > -0.005, gap(y) - np.abs(points[:, 0]), -0.2)
        return d

    return field


def armhole(points: Doubles) -> Doubles:
    """Positive on the sleeve's side of the seam."""
    return np.abs(points[:, 0]) + 0.30 * (points[:, 1] - 1.285) - 0.156


def top_panels_flat(size: int = 768, girth: float = 1.0, long: float = 0.56, sleeve: float = 0.44, share: float = 0.60) -> Panels:
    """The layout of a top laid flat: `girth` round the trunk, `long` from the shoulder to the hem, `sleeve` its length;
    `share` of the picture's height is the trunk's."""
    scale = min((size - 12.0) / girth, size * share / long)
    down = 8.0 + long * scale
    return Panels(
        size=size,
        scale=scale,
        girth=girth,
        top=1.402,
        sleeve_top=down,
        sleeve_scale=(size - down - 6.0) / sleeve,
        sleeve_start=0.138,
        sleeve_girth=0.32,
        level=1.285,
        shoulder=(1.20, 1.28),
        middle=-0.012,
        depth=0.060,
    )
