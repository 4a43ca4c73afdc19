"""A thick wool scarf, twice around the neck, its ends hanging in front with fringes."""

from __future__ import annotations

import numpy as np

from avatars.forge.charts import Chart, part
from avatars.forge.cloth.zoned import Zoned
from avatars.forge.garments.hat_block import CLOTH, OUTLINE
from avatars.forge.garments.lofts import Rect, frames, surface, tube
from avatars.forge.garments.throat import Hanging, around_neck, before_chest, loop
from avatars.forge.part import Joint, Made, Material, Part, Spring
from avatars.forge.sdf.fields import Doubles, ramp
from avatars.forge.wardrobe.garment import Tailored

_WRAP: Rect = (0.0, 0.0, 0.46, 1.0)
_END: Rect = (0.50, 0.0, 0.98, 0.50)
_TASSEL: Rect = (0.50, 0.90, 0.98, 0.99)
_LENGTHS = (0.245, 0.205)


def make_scarf(wool: str, stripes: str) -> Tailored:
    """The scarf in these dyes."""
    low = loop((0.071, 0.090, 0.068), (1.298, 1.340, 1.356), 0.024, skew=0.006)
    high = loop((0.060, 0.068, 0.060), (1.338, 1.374, 1.386), 0.014, skew=-0.004)
    wraps = [_wrap(low, 0.0285, 0.80, 0.0), _wrap(high, 0.0240, 0.92, 1.7)]
    knot = _knot()
    around = part("scarf", "scarf", *wraps, *knot, weigh=around_neck)
    ends, joints, springs = _ends()
    picture, masks = _painted(wool, stripes).done()
    # Both sides are drawn: what is worn under loose folds need not make room.
    cloth = Material(
        "scarf", texture=picture, shade=CLOTH, shift=0.03, soft=0.15, outline=0.0007, outline_colour=OUTLINE, double_sided=True
    )
    return Tailored(Made((around, *ends), (cloth,), joints, springs), {"scarf": masks}, {"scarf": 1800.0})


def _wrap(line: Doubles, radius: float, flat: float, phase: float) -> Chart:
    """One turn: a soft roll with folds that run along it and drift around it."""
    sides = 16
    along, beside, above = frames(line, np.array([0.0, 1.0, 0.02]))
    beside = np.cross(along, np.array([0.0, 1.0, 0.0]))
    beside /= np.linalg.norm(beside, axis=1, keepdims=True)
    above = np.cross(beside, along)
    turn = np.linspace(0.0, 2 * np.pi, sides + 1)[None]
    way = np.linspace(0.0, 2 * np.pi, len(line))[:, None]
    slim = 1.0 - 0.20 * np.abs(np.sin(way))
    fold = slim * (1.0 + 0.085 * np.cos(5 * turn + 2.0 * np.sin(way + phase)) + 0.05 * np.sin(2 * turn + 3 * way + phase))
    grown = radius * (1.0 + 0.07 * np.sin(2 * way + phase + 0.6) + 0.05 * np.sin(5 * way + 2 * phase)) * fold
    ring = np.cos(turn)[..., None] * beside[:, None] * flat + np.sin(turn)[..., None] * above[:, None]
    grid = line[:, None] + ring * grown[..., None]
    grid[-1] = grid[0]
    made = surface(grid, _WRAP, closed=True, even=False)
    # the seam behind: normals of its two rows agree
    normals = made.mesh.normals.reshape(len(line), sides + 1, 3)
    normals[0] = normals[-1] = (normals[0] + normals[-1]) / np.maximum(
        np.linalg.norm(normals[0] + normals[-1], axis=-1, keepdims=True), 1e-9
    )
    return made


def _knot() -> list[Chart]:
    """Where the ends come out: cloth laid once over the lower turn."""
    turn = np.linspace(-0.35, 1.25, 9) * np.pi
    middle = before_chest(np.array([0.026]), np.array([1.292]), 0.030)[0]
    line = middle + np.stack([0.004 * np.cos(turn), 0.036 * np.cos(turn), 0.030 * np.sin(turn)], axis=1)
    return [tube(line, np.full(9, 0.030), (0.0, 0.2, 0.46, 0.45), 10, up=np.array([1.0, 0.0, 0.0]), flat=0.42)]


def _ends() -> tuple[list[Part], tuple[Joint, ...], tuple[Spring, ...]]:
    """Both ends, each on bones of its own."""
    parts: list[Part] = []
    joints: list[Joint] = []
    springs: list[Spring] = []
    for number, (x, long, lean, room) in enumerate(((0.046, _LENGTHS[0], 0.014, 0.042), (0.012, _LENGTHS[1], -0.030, 0.051))):
        y = np.linspace(1.290, 1.290 - long, 13)
        share = np.linspace(0.0, 1.0, 13)
        middle = before_chest(x + lean * share, y, room)
        middle[:, 2] = np.maximum.accumulate(middle[:, 2]) * 0.85 + middle[:, 2] * 0.15
        across = np.linspace(-1.0, 1.0, 9)
        wide = 0.030 + 0.022 * ramp(0.0, 0.45, share)
        grid = np.repeat(middle[:, None], 9, axis=1)
        grid[..., 0] += wide[:, None] * across[None] * 0.94
        grid[..., 2] += 0.007 * np.sin(across[None] * 4.2 + 1.3 * number + 1.2 * share[:, None]) - 0.012 * across[None] ** 2
        grid[-1, :, 1] += 0.0025 * np.sin(across * 5)
        grid = _over(grid)
        back = grid - np.array([0.0, 0.0, 0.0075])
        charts = [
            surface(grid, _END, away=grid - np.array([0.0, 0.0, 1.0])),
            surface(back, _END, away=back + np.array([0.0, 0.0, 1.0])),
        ]
        for edge in (0, -1):
            side = np.stack(
                [
                    grid[:, edge],
                    (grid[:, edge] + back[:, edge]) / 2 + np.array([0.002 * (-1 if edge == 0 else 1), 0, 0]),
                    back[:, edge],
                ],
                1,
            )
            charts.append(surface(side, (0.50, 0.0, 0.52, 0.5), away=grid[:, 4:5]))
        for column in np.linspace(0.4, 7.6, 9):
            foot = np.array([np.interp(column, range(9), grid[-1, :, i]) for i in range(3)]) - np.array([0.0, -0.003, 0.0035])
            fall = np.array([[0.0, 0.0, 0.0], [0.0, -0.018, 0.001], [0.001 * np.sin(5 * column), -0.038, 0.0]])
            charts.append(tube(foot + fall, np.array([0.0030, 0.0042, 0.0022]), _TASSEL, 5))
        line = np.stack([middle[i] for i in (1, 4, 7, 10, 12)])
        chain = Hanging(f"scarf_{number}", line)
        parts.append(part(f"scarf_{number}", "scarf", *charts, weigh=chain.weigh(0.05)))
        joints += chain.joints()
        springs.append(chain.spring())
    return parts, tuple(joints), tuple(springs)


def _over(grid: Doubles) -> Doubles:
    """Ends come out from under the lower turn."""
    out = grid.copy()
    rise = ramp(0.30, 0.0, np.linspace(0.0, 1.0, len(grid)))[:, None]
    out[..., 2] += 0.012 * rise
    return out


def _painted(wool: str, stripes: str) -> Zoned:
    canvas = Zoned(1024, 512, {"wool": wool, "stripes": stripes})
    canvas.lay("wool")
    end = (canvas.x > 0.48) & (canvas.y < 0.52)
    share = canvas.y / 0.50
    for place in (0.66, 0.74, 0.82):
        canvas.lay("stripes", end * ramp(0.030, 0.026, np.abs(share - place)))
    canvas.lay("stripes", (canvas.y > 0.88) & (canvas.x > 0.48) & (np.sin(canvas.x * 200) > 0.2))
    canvas.knitted(canvas.x * 46, canvas.y * 110, canvas.x < 0.48, ribbed=True, depth=1.0)
    canvas.knitted(canvas.x * 46, canvas.y * 110, end)
    canvas.tone(1.0 + 0.10 * np.sin(canvas.x * 260), canvas.y > 0.88)
    canvas.grain(36, 0.03, 101)
    # rolls: the folds are dark where they turn in, the underside lies in shade
    around = canvas.x / 0.46
    drift = 2.0 * np.sin(2 * np.pi * canvas.y) / (2 * np.pi)
    groove = np.cos(2 * np.pi * (5 * around) + drift * 2 * np.pi)
    canvas.tone(0.84, (canvas.x < 0.48) * ramp(-0.35, -1.0, groove))
    canvas.tone(1.06, (canvas.x < 0.48) * ramp(0.4, 1.0, groove))
    canvas.tone(0.70, (canvas.x < 0.48) * np.exp(-(((around - 0.76) / 0.10) ** 2)))
    canvas.tone(0.66, end * ramp(0.10, 0.0, share))
    for fold, wide in ((0.28, 0.05), (0.62, 0.06)):
        canvas.tone(0.84, end * np.exp(-((((canvas.x - 0.5) / 0.48 - fold - 0.05 * np.sin(4 * share)) / wide) ** 2)))
    return canvas
