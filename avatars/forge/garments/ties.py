"""A tie, a bow tie, and a silk neckerchief knotted at the side."""

from __future__ import annotations

import numpy as np

from avatars.forge.charts import Chart, part
from avatars.forge.cloth.zoned import Zoned
from avatars.forge.garments.bows import bow
from avatars.forge.garments.hat_block import CLOTH, OUTLINE
from avatars.forge.garments.lofts import Rect, bead, surface, tube
from avatars.forge.garments.throat import around_neck, before_chest, loop
from avatars.forge.part import Made, Material
from avatars.forge.sdf.fields import Doubles, ramp
from avatars.forge.wardrobe.garment import Tailored

_BLADE: Rect = (0.0, 0.0, 1.0, 0.74)
_BAND: Rect = (0.0, 0.76, 1.0, 0.86)
_KNOT: Rect = (0.25, 0.88, 0.75, 1.0)
_THROAT = np.array([0.0, 1.3150, 0.0480])
"""Where the knot sits: before the button of a collar."""


def _silk(name: str, charts: list[Chart], canvas: Zoned, metre: float, rim: float = 0.10) -> Tailored:
    picture, masks = canvas.done()
    cloth = Material(
        name,
        texture=picture,
        shade=CLOTH,
        shift=0.04,
        soft=0.10,
        rim=(rim, rim, rim),
        outline=0.0005,
        outline_colour=OUTLINE,
    )
    return Tailored(Made((part(name, name, *charts, weigh=around_neck),), (cloth,)), {name: masks}, {name: metre})


def _collar_band(height: float = 1.327) -> Chart:
    """What goes around the neck, mostly under the collar."""
    line = loop((0.0480, 0.0570, 0.0460), (height - 0.010, height + 0.010, height + 0.022), 0.0015, 25)
    return tube(line, 0.0080, _BAND, 6, up=np.array([0.0, 1.0, 0.0]), flat=0.4, closed=True)


def make_tie(silk: str) -> Tailored:
    """A woven silk tie."""
    share = np.linspace(0.0, 1.0, 15)
    y = 1.306 - 0.320 * share
    wide = 0.0135 + 0.0235 * ramp(0.0, 0.86, share)
    centre = before_chest(np.zeros(15), y, 0.0)
    sides = before_chest(np.full(15, 0.034), y, 0.0)
    z = np.maximum(centre[:, 2], sides[:, 2]) + 0.0150
    z[:2] = np.maximum(z[:2], _THROAT[2] + 0.002)
    z = np.convolve(np.pad(z, 1, mode="edge"), [0.25, 0.5, 0.25], mode="valid")
    across = np.linspace(-1.0, 1.0, 7)
    grid = np.stack(
        [wide[:, None] * across, np.repeat(y[:, None], 7, 1), z[:, None] - 0.0035 * across**2 + 0 * wide[:, None]], axis=-1
    )
    grid[-1, :, 1] -= 0.030 * (1 - np.abs(across))
    grid[-2, :, 1] -= 0.010 * (1 - np.abs(across))
    back = grid - np.array([0.0, 0.0, 0.0035])
    rim = np.concatenate([grid[:, 0], grid[-1, 1:], grid[::-1, -1][1:]])
    low = np.concatenate([back[:, 0], back[-1, 1:], back[::-1, -1][1:]])
    charts = [
        surface(grid, _BLADE, away=grid - np.array([0.0, 0.0, 1.0])),
        surface(back, _BLADE, away=back + np.array([0.0, 0.0, 1.0])),
        surface(np.stack([rim, low]), _BAND, away=np.array([[[0.0, 1.15, 0.05]]])),
        _knot(),
    ]
    canvas = Zoned(512, 192, {"silk": silk})
    canvas.lay("silk")
    canvas.tone(1.0 + 0.035 * np.sign(np.sin((canvas.x * 192 + canvas.y * 512) * np.pi / 2.5)))
    canvas.tone(0.72, ramp(0.10, 0.0, canvas.y / 0.74) * (canvas.y < 0.75))
    canvas.tone(0.90, np.exp(-(((canvas.x - 0.5 - 0.10 * np.sin(canvas.y * 9)) / 0.10) ** 2)) * ramp(0.35, 0.05, canvas.y))
    canvas.tone(1.08, np.exp(-(((canvas.x - 0.30) / 0.12) ** 2)) * (canvas.y < 0.75))
    canvas.tone(0.84, (canvas.y < 0.75) * np.maximum(ramp(0.05, 0.0, canvas.x), ramp(0.95, 1.0, canvas.x)))
    canvas.tone(0.80, (canvas.y > 0.88) * np.abs(canvas.x - 0.5) * 3)
    return _silk("tie", charts, canvas, 2200.0)


def _knot() -> Chart:
    """A four-in-hand: wider above, a little askew."""
    t = np.linspace(0.0, 1.0, 7)[:, None]
    turn = np.linspace(0.0, 2 * np.pi, 11)[None]
    wide = (0.0225 - 0.0095 * t) * np.sin(np.clip(np.pi * (0.12 + 0.80 * t), 0, np.pi)) ** 0.35
    deep = 0.0100 * np.sin(np.pi * (0.10 + 0.82 * t)) ** 0.5
    x = wide * np.sign(np.sin(turn)) * np.abs(np.sin(turn)) ** 0.8 + 0.0015 * t
    z = deep * np.cos(turn)
    y = 0.0135 - 0.030 * t + 0 * turn + 0.0012 * np.sin(turn)
    return surface(_THROAT + np.stack([x, y, z + 0.003], axis=-1), _KNOT, closed=True)


def make_bow_tie(silk: str) -> Tailored:
    """A bow tie, tied by hand."""
    at = _THROAT + np.array([0.0, 0.002, 0.002])
    charts = [
        *bow(at, np.array([0.0, 0.12, 1.0]), np.array([0.0, 1.0, 0.0]), 0.052, 0.0, (0.0, 0.0, 1.0, 0.74), 0.74),
        _collar_band(),
    ]
    canvas = Zoned(192, 192, {"silk": silk})
    canvas.lay("silk")
    canvas.tone(1.0 + 0.03 * np.sign(np.sin((canvas.x + canvas.y) * 300)))
    along = canvas.y / 0.74
    canvas.tone(0.66, (along < 1.0) * np.exp(-((np.minimum(along, 1 - along) / 0.10) ** 2)))
    for place in (0.3, 0.55, 0.75):
        pull = np.exp(-(((canvas.x - place) / 0.06) ** 2)) * np.exp(-((np.minimum(along, 1 - along) / 0.30) ** 2))
        canvas.tone(0.80, (along < 1.0) * pull)
    canvas.tone(1.10, np.exp(-(((along - 0.5) / 0.12) ** 2)))
    return _silk("bow-tie", charts, canvas, 2200.0, 0.14)


def make_neckerchief(silk: str, border: str) -> Tailored:
    """A square of silk, rolled, knotted at the side of the throat."""
    charts: list[Chart] = []
    for height, radius, lift in ((1.332, 0.0125, 0.0), (1.345, 0.0105, 0.010)):
        line = loop(
            (0.0640 - 0.4 * lift, 0.0690 - 0.4 * lift, 0.0600), (height - 0.020, height + 0.010, height + 0.026), 0.007, 33, 0.003
        )
        charts.append(
            tube(line, radius * (1 + 0.10 * np.sin(np.linspace(0, 14, 33))), (0.0, 0.0, 1.0, 0.30), 9, closed=True, flat=0.75)
        )
    at = np.array([0.030, 1.3175, 0.0400])
    out = np.array([0.50, 0.06, 0.86])
    charts.append(bead(at + 0.006 * out, np.array([0.0125, 0.0135, 0.0120]), (0.3, 0.0, 0.7, 0.28), 10, 7))
    for number, (way, long) in enumerate(((np.array([0.62, -0.78, 0.34]), 0.062), (np.array([-0.10, -0.92, 0.50]), 0.054))):
        charts += _corner(at + 0.010 * out, way / np.linalg.norm(way), out, long, number)
    canvas = Zoned(384, 256, {"silk": silk, "border": border})
    canvas.lay("silk")
    fold = np.sin(canvas.x * 2 * np.pi * 4 + 2.0 * np.sin(canvas.y * 21))
    canvas.tone(1.0 + 0.12 * fold, canvas.y < 0.32)
    corner = canvas.y > 0.36
    down = (canvas.y - 0.36) / 0.64
    canvas.lay("border", corner * ramp(0.14, 0.10, np.minimum(np.minimum(canvas.x, 1 - canvas.x), 1.02 - down)))
    canvas.tone(0.90 + 0.16 * np.sin(canvas.x * 15), corner * ramp(0.9, 0.2, down))
    canvas.tone(0.66, corner * ramp(0.18, 0.0, down))
    canvas.grain(4, 0.012, 111)
    return _silk("neckerchief", charts, canvas, 2600.0, 0.16)


def _corner(root: Doubles, way: Doubles, out: Doubles, long: float, number: int) -> list[Chart]:
    """A corner that comes out of the knot and opens."""
    t = np.linspace(0.0, 1.0, 8)
    side = np.cross(way, out)
    side /= np.linalg.norm(side)
    face = np.cross(side, way)
    middle = (
        root
        + way * (long * t)[:, None]
        + np.array([0.0, -0.010, 0.0]) * (t**2)[:, None]
        + face * (0.006 * np.sin(np.pi * t))[:, None]
    )
    wide = 0.006 + 0.026 * np.sin(np.pi * np.clip(t, 0, 1) ** 0.8 * 0.82) * (1 - 0.45 * t**4)
    wide[-1] = 0.004
    across = np.linspace(-1.0, 1.0, 7)
    wave = 0.0045 * np.sin(across[None] * 3.4 + 1.5 * number + 2 * t[:, None]) * t[:, None]
    grid = middle[:, None] + side * (wide[:, None] * across[None])[..., None] + face * wave[..., None]
    rect = (0.0, 0.36, 1.0, 1.0)
    return [surface(grid, rect, away=grid - face), surface(grid - 0.0012 * face, rect, away=grid + face)]
