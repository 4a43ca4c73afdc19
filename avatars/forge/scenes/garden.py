"""A garden out of focus: trees far behind, bushes in flower, a lawn; by day, in the evening and at night with lanterns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from avatars.forge.scenes.painter import FLOOR, HEIGHT, WIDTH, Dab, Painter, Rgb, between, gradient, toned

LAWN: Final = FLOOR - 110
"""Pixel row where the lawn begins."""


@dataclass(frozen=True, slots=True)
class Garden:
    """Colours of one time of day; `leaves` from dark to bright, far, middle and near."""

    sky: tuple[Rgb, Rgb, Rgb]
    far: tuple[Rgb, Rgb]
    middle: tuple[Rgb, Rgb]
    near: tuple[Rgb, Rgb]
    lawn: tuple[Rgb, Rgb]
    path: Rgb
    flowers: tuple[Rgb, ...]
    sun: Rgb
    glow: float
    spots: int
    spot: Rgb
    shade: float


GARDENS: Final[dict[str, Garden]] = {
    "garden-day": Garden(
        ((206, 230, 240), (234, 242, 228), (250, 244, 210)), ((118, 168, 148), (208, 226, 170)),
        ((70, 128, 106), (158, 196, 116)), ((50, 102, 90), (122, 172, 100)), ((178, 206, 132), (122, 164, 108)),
        (238, 222, 196), ((252, 206, 212), (246, 170, 170), (255, 246, 232), (244, 204, 128)), (255, 248, 208), 0.50, 34,
        (255, 252, 214), 0.10,
    ),
    "garden-evening": Garden(
        ((226, 172, 178), (252, 200, 160), (255, 226, 164)), ((150, 122, 130), (240, 190, 130)),
        ((88, 98, 96), (206, 150, 96)), ((64, 74, 84), (148, 122, 88)), ((190, 158, 104), (110, 108, 94)),
        (240, 202, 170), ((254, 190, 172), (238, 142, 142), (255, 228, 196), (246, 184, 104)), (255, 206, 128), 0.66, 30,
        (255, 222, 146), 0.14,
    ),
    "garden-night": Garden(
        ((30, 38, 76), (44, 56, 96), (66, 78, 108)), ((30, 48, 70), (52, 80, 92)), ((24, 42, 56), (60, 84, 78)),
        ((18, 32, 44), (46, 66, 62)), ((46, 66, 66), (26, 38, 50)), (92, 84, 84),
        ((128, 100, 120), (110, 80, 98), (148, 132, 140), (144, 112, 86)), (90, 112, 180), 0.20, 0, (255, 178, 92), 0.26,
    ),
}


def crown(random: np.random.Generator, x: float, y: float, radius: float, tones: tuple[Rgb, Rgb], size: float) -> list[Dab]:
    """The leaves of a tree or a bush: dabs in a round, bright toward the light at the upper left."""
    dabs: list[Dab] = []
    for _ in range(int(1.5 * (radius / size) ** 1.7) + 12):
        angle, reach = random.uniform(0, 2 * np.pi), radius * np.sqrt(random.uniform(0, 1))
        dx, dy = reach * np.cos(angle), 0.82 * reach * np.sin(angle)
        bright = 0.5 - 0.32 * (dx + 1.3 * dy) / radius + random.normal(0, 0.16)
        wide = size * random.uniform(0.6, 1.25)
        dabs.append((x + dx, y + dy, wide, wide * random.uniform(0.55, 0.9), between(*tones, float(np.clip(bright, 0, 1)))))
    return dabs


def row(random: np.random.Generator, y: float, radius: float, step: float, tones: tuple[Rgb, Rgb], size: float) -> list[Dab]:
    """Crowns side by side, lower in the middle, so that the view opens behind her."""
    dabs: list[Dab] = []
    for x in np.arange(-radius, WIDTH + radius, step):
        middle = np.exp(-(((x - 0.52 * WIDTH) / (0.26 * WIDTH)) ** 2))
        grown = radius * random.uniform(0.75, 1.2)
        dabs += crown(random, x + random.uniform(-0.2, 0.2) * step, y + middle * 0.62 * radius - random.uniform(0, 0.4) * radius,
                      grown, tones, size)
    return dabs


def paint_trees(p: Painter, mood: Garden, random: np.random.Generator) -> None:
    """From the far trees to the bushes at the lawn, each row sharper than the one behind."""
    p.dabs(row(random, 400, 260, 220, mood.far, 52), 26, 0.9)
    trunks = [("polygon", (x - w, 860, x - 0.55 * w, 380, x + 0.55 * w, 380, x + w, 860)) for x, w in
              ((150, 26), (430, 17), (1190, 18), (1455, 28))]
    p.lay(p.mask(18, *trunks), between(mood.middle[0], mood.path, 0.18), 0.5)
    haze = np.clip(1 - np.abs(np.mgrid[0:HEIGHT, 0:WIDTH][0].astype(np.float32) - 640) / 330, 0, 1)
    p.lay(haze, mood.sky[2], 0.34)
    p.dabs(row(random, 690, 170, 170, mood.middle, 34), 17, 0.95)
    p.shine(p.glow(520, 420, 620, 460), mood.sun, 0.55 * mood.glow)
    p.lay(p.mask(26, ("box", (-60, 800, WIDTH + 60, LAWN + 20))), between(*mood.near, 0.3), 0.9)
    p.dabs(row(random, 856, 104, 112, mood.near, 22), 11)


def paint_boughs(p: Painter, mood: Garden, random: np.random.Generator) -> None:
    """Leaves that hang into the picture above, quite near and far out of focus."""
    dabs: list[Dab] = []
    for x, y, radius in ((60, -40, 230), (300, -110, 190), (1560, -30, 250), (1310, -120, 180)):
        dabs += crown(random, x, y, radius, mood.near, 34)
    p.dabs(dabs, 30, 0.86)


def paint_flowers(p: Painter, mood: Garden, random: np.random.Generator) -> None:
    """Blossoms among the bushes, in drifts."""
    dabs: list[Dab] = []
    for drift in random.uniform(0, WIDTH, 15):
        colour = mood.flowers[int(random.integers(len(mood.flowers)))]
        for _ in range(int(random.integers(9, 22))):
            size = random.uniform(6, 13)
            x, y = drift + random.normal(0, 46), LAWN - 50 - abs(random.normal(0, 52))
            dabs.append((x, y, size, size * 0.86, toned(colour, float(random.uniform(0.9, 1.04)))))
    p.dabs(dabs, 9, 0.92)


def paint_lawn(p: Painter, mood: Garden, random: np.random.Generator) -> None:
    """Grass in soft strokes and a pale path that widens toward her."""
    ground = np.concatenate((gradient(LAWN, WIDTH, mood.lawn[0]), gradient(HEIGHT - LAWN, WIDTH, *mood.lawn)))
    p.lay(p.mask(22, ("box", (-60, LAWN, WIDTH + 60, HEIGHT + 90))), ground)
    strokes: list[Dab] = []
    for _ in range(420):
        depth = random.uniform(0, 1) ** 0.8
        y = LAWN + 16 + depth * (HEIGHT - LAWN)
        tone = between(mood.lawn[1], mood.lawn[0], float(random.uniform(0, 1)))
        tone = toned(tone, float(random.uniform(0.94, 1.06)))
        strokes.append((random.uniform(0, WIDTH), y, 26 + 70 * depth, 3 + 8 * depth, tone))
    p.dabs(strokes, 10, 0.55)
    t = np.linspace(0, 1, 24)
    middle, half = 800 + 70 * np.sin(3.4 * (1 - t)) * (1 - t), 78 + 250 * t**1.5
    rows = LAWN + 6 + t * (HEIGHT + 40 - LAWN)
    way = np.concatenate((np.stack((middle - half, rows), 1), np.stack((middle + half, rows), 1)[::-1]))
    p.lay(p.mask(24, ("polygon", way)), gradient(HEIGHT, WIDTH, mood.path, toned(mood.path, 0.92)), 0.66)
    tufts: list[Dab] = []
    for side in (-1, 1):
        for m, h, y in zip(middle, half, rows, strict=True):
            for _ in range(5):
                tone = between(mood.lawn[1], mood.lawn[0], float(random.uniform(0, 1)))
                tufts.append((m + side * h + random.normal(0, 0.10 * h), y + random.normal(0, 8), 0.12 * h + 6, 8, tone))
    p.dabs(tufts, 12, 0.8)
    shadow: list[Dab] = [(random.uniform(-60, WIDTH), LAWN + random.uniform(0, 20), random.uniform(60, 160), 16, mood.near[0])
                         for _ in range(26)]
    p.dabs(shadow, 22, 0.5)


def paint_spots(p: Painter, mood: Garden, random: np.random.Generator) -> None:
    """Light that falls through the leaves, as discs out of focus; patches of it on the lawn."""
    for _ in range(mood.spots):
        x, y, radius = random.uniform(40, WIDTH - 40), random.uniform(30, 560), random.uniform(12, 38)
        disc = p.mask(5, ("ellipse", (x - radius, y - radius, x + radius, y + radius)))
        p.shine(disc, mood.spot, float(random.uniform(0.10, 0.34)))
    if mood.spots:
        for _ in range(16):
            x, y, wide = random.uniform(80, WIDTH - 80), random.uniform(LAWN + 40, HEIGHT), random.uniform(50, 130)
            p.shine(p.mask(16, ("ellipse", (x - wide, y - 11, x + wide, y + 11))), mood.spot, float(random.uniform(0.12, 0.3)))


def paint_lanterns(p: Painter, mood: Garden) -> None:
    """A string of warm lanterns across, where the sun gives no spots."""
    if mood.spots:
        return
    for x in np.linspace(60, WIDTH - 60, 9):
        y = 250 + 120 * np.sin(np.pi * (x / WIDTH) * 2.0 + 0.4) ** 2
        p.shine(p.glow(x, y, 170, 170), mood.spot, 0.30)
        p.shine(p.mask(8, ("ellipse", (x - 19, y - 23, x + 19, y + 23))), (255, 226, 168), 0.92)
    p.shine(p.glow(1180, 820, 620, 420), mood.spot, 0.20)
    p.shine(p.glow(800, 1120, 640, 120), mood.spot, 0.22)


def paint_garden(name: str) -> npt.NDArray[np.uint8]:
    """The garden of this name as (1200, 1600, 3) uint8."""
    mood, random = GARDENS[name], np.random.default_rng(11)
    p = Painter(*mood.sky)
    paint_trees(p, mood, random)
    paint_flowers(p, mood, random)
    paint_lawn(p, mood, random)
    paint_spots(p, mood, random)
    paint_boughs(p, mood, random)
    paint_lanterns(p, mood)
    p.shine(p.glow(360, 120, 900, 700), mood.sun, 0.42 * mood.glow)
    p.dim(mood.shade)
    return p.finished()
