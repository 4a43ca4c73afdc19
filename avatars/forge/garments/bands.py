"""What goes over or around the head as a band: ear muffs, a knitted headband, a paper crown, cat's and fox's ears."""

from __future__ import annotations

import numpy as np

from avatars.forge.charts import Chart
from avatars.forge.cloth.paint import line
from avatars.forge.cloth.zoned import Zoned
from avatars.forge.garments.hat_block import Rim, at, level, made_of, metres, press
from avatars.forge.garments.lofts import both, mirrored, surface, tube
from avatars.forge.garments.tufts import bobble
from avatars.forge.head.surface import HeadSurface
from avatars.forge.sdf.fields import Doubles, ramp
from avatars.forge.wardrobe.garment import Tailored

_EAR_LEVEL = 9.4


def _hoop(off: float, low: float, back: float, count: int = 25, tuck: float = 0.0) -> Doubles:
    """A line over the head from ear to ear (cm), `low` its ends' height; `back` leans it behind the crown, `tuck` draws
    its ends in."""
    rise = np.linspace(-1.0, 1.0, count)
    angle = np.pi / 2 * np.abs(rise)
    height = low + (26.0 + off - low) * np.cos(angle) ** 0.8
    side = at(np.full(count, 90.0), np.minimum(height, 24.7 + off), off)
    lift = np.clip((height - low) / (26.0 - low), 0.0, 1.0)
    out = side * np.array([1.0, 1.0, 1.0])
    out[:, 0] -= tuck * ramp(0.72, 1.0, np.abs(rise))
    out[:, 0] *= np.sign(rise)
    out[:, 2] = -0.4 - back * lift
    return np.asarray(out)


def _wider(charts: list[Chart]) -> dict[str, Doubles]:
    """How what sits at the ears moves when a face grows wider: across, the more the lower."""
    points = np.concatenate([chart.mesh.positions for chart in charts])
    step = 0.01 * (float(HeadSurface({"face.width": 1.0}).width(_EAR_LEVEL)) - float(HeadSurface({}).width(_EAR_LEVEL)))
    low = 1.0 - ramp(1.375 + 0.10, 1.375 + 0.20, points[:, 1])
    delta = np.zeros_like(points)
    delta[:, 0] = np.sign(points[:, 0]) * step * low
    return {"face.width": delta}


def make_ear_muffs(fluff: str, band: str) -> Tailored:
    """Soft muffs on a bow over the head."""
    # Clear of full hair: a sprung bow stands off the head.
    hoop = _hoop(1.90, 9.0, 1.2)
    charts = [tube(metres(hoop), 0.0090, (0.0, 0.80, 1.0, 1.0), 8, up=np.array([1.0, 0.0, 0.0]), flat=0.34)]
    muff = bobble(metres(np.array([9.5, 8.9, -1.9])), np.array([0.022, 0.045, 0.045]), (0.0, 0.0, 1.0, 0.76), 3, (18, 13), 0.055)
    charts += [one for chart in muff for one in both(chart)]
    canvas = Zoned(384, 384, {"fluff": fluff, "band": band})
    canvas.lay("fluff")
    canvas.lay("band", canvas.y > 0.78)
    curl = np.sin(canvas.x * 150 + 2.2 * np.sin(canvas.y * 120)) * np.sin(canvas.y * 170 + 2.4 * np.sin(canvas.x * 90))
    canvas.tone(1.0 + 0.09 * curl, canvas.y < 0.78)
    canvas.grain(4, 0.025, 61)
    canvas.tone(0.78, ramp(0.52, 0.76, canvas.y) * (canvas.y < 0.78))
    canvas.tone(0.80, (canvas.y > 0.78) * ramp(0.05, 0.0, np.abs((canvas.y - 0.9) % 0.05)))
    return made_of("ear-muffs", charts, canvas, shapes=_wider(charts), soft=0.20)


_LOW: Rim = (14.6, 9.4, 6.8)
_HIGH: Rim = (18.8, 15.2, 13.4)


def make_knit_headband(wool: str) -> Tailored:
    """A broad knitted band over forehead and ears, twisted in front."""
    azimuth = np.linspace(-180.0, 180.0, 49)[None]
    share = np.linspace(0.0, 1.0, 7)[:, None]
    pinch = np.exp(-((azimuth / 11.0) ** 2))
    low, high = level(_LOW, azimuth), level(_HIGH, azimuth)
    middle = (low + high) / 2 + 0.4 * pinch
    half = (high - low) / 2 * (1.0 - 0.42 * pinch)
    height = middle + half * np.cos(np.pi * share)
    swell = (
        0.62
        + 0.42 * np.sin(np.pi * share) ** 0.7
        + 0.15 * pinch
        + 0.06 * np.sin(np.radians(azimuth) * 17) * np.sin(np.pi * share)
    )
    outer = at(azimuth + 0 * share, height, swell)
    inner = at(azimuth + 0 * share, height[::-1], 0.30 + 0 * swell)
    ring = np.concatenate([outer, inner])
    charts = [surface(metres(ring), (0.0, 0.0, 1.0, 0.80), closed=True, fold=True, away=metres(ring.mean(axis=0)[None]))]
    turn = np.linspace(0.0, np.pi, 9)[:, None]
    across = np.linspace(-1.0, 1.0, 6)[None]
    over = at(
        2.6 * across * (1.0 + 0.25 * np.cos(turn)) + 7 * np.cos(turn) * 0.4,
        17.1 + 2.05 * np.cos(turn) + 0 * across,
        0.86 + 0.55 * np.sin(turn) ** 0.6 * (1 - 0.45 * across**2),
    )
    charts.append(surface(metres(over), (0.0, 0.82, 1.0, 1.0), away=metres(np.array([[[0.0, 16.5, 0.0]]]))))
    canvas = Zoned(384, 512, {"wool": wool})
    canvas.lay("wool")
    canvas.knitted(canvas.y * 26, canvas.x * 44, canvas.y < 0.81, ribbed=True)
    canvas.knitted(canvas.x * 10, canvas.y * 40, canvas.y > 0.81, ribbed=True)
    canvas.tone(0.66, np.exp(-((canvas.x / 0.05) ** 2)) * (canvas.y < 0.5))
    canvas.tone(0.55, ramp(0.42, 0.52, canvas.y) * (canvas.y < 0.81))
    canvas.tone(0.80, np.exp(-(((canvas.y - 0.03) / 0.03) ** 2)))
    return made_of("knit-headband", charts, canvas, press=press(_LOW, _HIGH, 0.05), soft=0.15)


_FOOT: Rim = (18.4, 17.4, 16.6)
_POINTS = 9


def make_paper_crown(paper: str, stars: str) -> Tailored:
    """A crown of folded paper with cut-out stars, a little askew."""
    columns = _POINTS * 4
    azimuth = np.linspace(-180.0, 180.0, columns + 1)
    teeth = 1.0 - np.abs(((np.arange(columns + 1) / 4) % 1.0) - 0.5) * 2
    foot = at(azimuth, level(_FOOT, azimuth), 1.15)
    flat = foot - np.array([0.0, 0.0, -0.4])
    flat[:, 1] = 0.0
    flat /= np.linalg.norm(flat, axis=1, keepdims=True)
    rows = []
    for share in (0.0, 0.04, 0.5, 1.0):
        tall = share * (3.0 + 3.4 * teeth)
        rows.append(foot + flat * (0.10 * tall)[:, None] + np.array([0.0, 1.0, 0.0]) * tall[:, None])
    grid = np.stack(rows[::-1])
    tilt = 0.10 * grid[..., 0]
    grid[..., 1] += tilt
    outer, inner = grid, grid - flat[None] * 0.09
    edge = np.stack([outer[0], inner[0]])
    charts = [
        surface(metres(outer), (0.0, 0.0, 1.0, 0.60), closed=True),
        surface(metres(inner), (0.0, 0.62, 1.0, 0.92), closed=True, inward=True),
        surface(metres(edge), (0.0, 0.95, 1.0, 0.99), closed=True, away=metres(grid[0][None] - np.array([0.0, 9.0, 0.0]))),
    ]
    canvas = Zoned(384, 1024, {"paper": paper, "stars": stars})
    canvas.lay("paper")
    canvas.grain(2, 0.018, 71)
    x = (canvas.x * _POINTS) % 1.0 - 0.5
    canvas.tone(1.10, (canvas.y < 0.6) * (x > 0.0))
    canvas.tone(0.90, (canvas.y < 0.6) * line(x, 0.004, 0.01))
    _stars(canvas, x)
    for height in (0.50, 0.565):
        canvas.lay("stars", line(canvas.y - height, 0.008, 0.006))
    canvas.tone(0.78, (canvas.y > 0.61) & (canvas.y < 0.94))
    held = press(_FOOT, tuple(h + 1.5 for h in _FOOT), 0.75)  # type: ignore[arg-type]
    return made_of("paper-crown", charts, canvas, press=held, soft=0.09)


def _stars(canvas: Zoned, x: Doubles) -> None:
    px, py = x * 7.0, (0.36 - canvas.y) * 11.0
    r, angle = np.hypot(px, py), np.arctan2(px, py)
    wave = np.abs(((angle / (2 * np.pi) * 5) % 1.0) - 0.5) * 2  # 1 at the points, 0 between
    edge = 0.42 + 0.58 * wave**1.6
    canvas.lay("stars", ramp(1.02, 0.94, r / edge) * (canvas.y < 0.6))
    canvas.tone(0.86, ramp(1.0, 1.12, r / edge) * ramp(1.30, 1.12, r / edge) * (py < 0.2) * (canvas.y < 0.6))
    canvas.tone(1.12, (r < edge * 0.94) * (((angle / (2 * np.pi) * 10) % 1.0) > 0.5) * (canvas.y < 0.6))


def make_cat_ears(felt: str, inner: str, band: str) -> Tailored:
    """A headband with a cat's ears of felt: plainly made, two sewn triangles on a bow."""
    return _ears("cat-ears", {"felt": felt, "inner": inner, "band": band}, 6.0, 2.9, 31.0, 0.0)


def make_fox_ears(felt: str, inner: str, band: str) -> Tailored:
    """A headband with a fox's taller ears; their tips are dark, their insides fluffy."""
    return _ears("fox-ears", {"felt": felt, "inner": inner, "band": band}, 8.2, 3.1, 33.0, 1.0)


def _ears(name: str, dyes: dict[str, str], tall: float, half: float, lean: float, tips: float) -> Tailored:
    hoop = _hoop(0.75, 12.0, 1.0, tuck=1.6)
    charts = [tube(metres(hoop), 0.0065, (0.0, 0.90, 1.0, 1.0), 6, up=np.array([1.0, 0.0, 0.0]), flat=0.4)]
    for outside in (True, False):
        ear = _ear(hoop, tall, half, lean, outside, tips)
        charts += [ear, mirrored(ear)]
    canvas = Zoned(256, 512, dyes)
    canvas.lay("felt")
    canvas.lay("band", canvas.y > 0.89)
    across, up = (canvas.x - 0.02) / 0.46, 1.0 - canvas.y / 0.86
    front = (canvas.x < 0.5) & (canvas.y < 0.88)
    inside = ramp(0.66, 0.60, np.abs(across - 0.5) * 2) * ramp(0.04, 0.10, up) * ramp(0.80 - 0.08 * tips, 0.74 - 0.08 * tips, up)
    fringe = 0.10 * tips * np.sin(canvas.x * 160)
    canvas.lay("inner", front * ramp(0.0, 0.08, inside - 0.4 + fringe))
    canvas.tone(0.78, front * np.exp(-(((inside - 0.45) / 0.22) ** 2)))
    canvas.fix((0.16, 0.12, 0.12), tips * ramp(0.70, 0.80, up + 0.05 * np.sin(canvas.x * 90)) * (canvas.y < 0.88))
    canvas.grain(3, 0.035, 81)
    canvas.grain(24, 0.03, 82)
    canvas.tone(0.74, ramp(0.12, 0.0, up) * (canvas.y < 0.88))
    canvas.tone(
        0.74,
        (canvas.y < 0.88) * (((canvas.y * 46) % 1.0) < 0.6) * ramp(0.02, 0.0, np.abs(np.abs(across % 1.08 - 0.5) * 2 - 0.93)),
    )
    return made_of(name, charts, canvas, soft=0.14)


def _ear(hoop: Doubles, tall: float, half: float, lean: float, outside: bool, tips: float) -> Chart:
    """Her left ear, the front (`outside`) or the back of it."""
    t, s = np.linspace(0.0, 1.0, 8)[:, None], np.linspace(-1.0, 1.0, 9)[None]
    angle = np.radians(lean)
    foot = np.array([np.interp(lean / 90.0, np.abs(np.linspace(0, 1, 13)), hoop[12:, i]) for i in range(3)])
    up = np.array([np.sin(angle * 0.62), np.cos(angle * 0.62), -0.10])
    # ears listen outwards
    out = np.radians(27.0)
    along = np.array([np.cos(angle * 0.95) * np.cos(out), -np.sin(angle * 0.95), -np.sin(out)])
    ahead = np.array([np.sin(out), 0.0, np.cos(out)])
    wide = half * (1.0 - t ** (1.25 + 0.3 * tips)) * (1 - 0.02 * t) + 0.05
    belly = (2.3 if outside else 2.0) * (1.0 - t) ** 0.7
    # the front is hollow like an ear, the back is round
    bulge = -belly * (1 - s**2) + (0.35 if outside else 0.0) * (1 - s**2)
    rim = 0.30 * np.cos(np.pi / 2 * s) * (1.0 - t)
    depth = bulge * 0.55 + rim * 0.4 + 0.12 if outside else bulge - 0.20
    base = (foot + np.array([0.0, -0.55, 0.15]))[None, None]
    grid = base + along * (wide * s)[..., None] + up * (tall * t + 0 * s)[..., None] + ahead * depth[..., None]
    # the foot follows the bow it is sewn to
    grid[..., 1] -= 0.16 * s**2 * (1 - t) * half
    rect = (0.02, 0.86, 0.48, 0.0) if outside else (0.52, 0.86, 0.98, 0.0)
    away = np.array([0.0, 0.0, -0.3]) if outside else np.array([0.0, 0.0, 0.3])
    return surface(metres(grid), rect, away=metres(grid.mean(axis=(0, 1))[None, None]) + away)
