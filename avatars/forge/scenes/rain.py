"""A wide window in the rain: trees and lights of a town behind wet glass, a sill with a cup, curtains; by day and at night."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from avatars.forge.scenes.painter import FLOOR, HEIGHT, WIDTH, Canvas, Dab, Painter, Rgb, between, box, gradient, toned

LEFT, TOP, RIGHT, BOTTOM = 170, 40, 1430, 790
"""The glass."""
POSTS: Final = (590, 1010)
RAIL: Final = 300


@dataclass(frozen=True, slots=True)
class Rain:
    """Colours of one time of day."""

    wall: tuple[Rgb, Rgb]
    floor: tuple[Rgb, Rgb]
    sky: tuple[Rgb, Rgb, Rgb]
    trees: tuple[Rgb, Rgb]
    roofs: Rgb
    frame: Rgb
    curtain: tuple[Rgb, Rgb]
    cup: Rgb
    drop: tuple[Rgb, Rgb]
    lamp: float
    town: float
    shade: float


RAINS: Final[dict[str, Rain]] = {
    "rain-day": Rain(
        ((206, 206, 212), (190, 182, 190)), ((150, 140, 150), (118, 108, 124)),
        ((150, 168, 188), (180, 194, 206), (204, 212, 214)), ((98, 126, 132), (136, 160, 160)), (128, 142, 158),
        (232, 230, 228), ((216, 208, 212), (180, 172, 186)), (204, 120, 96), ((244, 250, 255), (92, 112, 134)), 0.36, 0.45, 0.18,
    ),
    "rain-night": Rain(
        ((58, 52, 66), (50, 42, 54)), ((46, 38, 50), (32, 27, 38)), ((24, 32, 58), (36, 46, 76), (58, 62, 88)),
        ((24, 34, 50), (36, 46, 62)), (38, 44, 66), (92, 82, 88), ((70, 58, 70), (48, 40, 54)), (150, 92, 76),
        ((176, 196, 232), (14, 20, 40)), 0.62, 1.0, 0.34,
    ),
}


def paint_outside(p: Painter, mood: Rain, random: np.random.Generator, inside: Canvas) -> None:
    """Sky, roofs, trees and far lights, all washed soft by the water."""
    p.lay(inside, gradient(HEIGHT, WIDTH, *mood.sky, mood.sky[2]))
    roofs = [("polygon", (x - w, 840, x - w, y, x, y - 46, x + w, y, x + w, 840))
             for x, y, w in ((260, 560, 96), (470, 600, 120), (1120, 570, 130), (1330, 610, 110))]
    p.lay(p.mask(30, *roofs) * inside, mood.roofs, 0.75)
    dabs: list[Dab] = []
    for x in np.arange(LEFT - 40.0, RIGHT + 60.0, 54.0):
        opening = 90 * np.exp(-(((x - 800) / 190) ** 2))
        for _ in range(16):
            tone = between(*mood.trees, float(random.uniform(0, 1)))
            wide = random.uniform(18, 42)
            dabs.append((x + random.normal(0, 34), 640 + opening + abs(random.normal(0, 90)), wide, wide * 0.8, tone))
    p.dabs(dabs, 34, 0.92, inside)
    for _ in range(int(26 * mood.town)):
        at, y, radius = random.uniform(LEFT, RIGHT), random.uniform(480, 730), random.uniform(9, 24)
        warm: Rgb = (255, 208, 142) if random.random() < 0.75 else (186, 208, 255)
        p.shine(p.mask(6, ("ellipse", (at - radius, y - radius, at + radius, y + radius))) * inside, warm,
                float(random.uniform(0.2, 0.5)) * (0.4 + 0.6 * mood.town))
    p.lay(inside * np.clip((np.mgrid[0:HEIGHT, 0:WIDTH][0].astype(np.float32) - 420) / 380, 0, 1), mood.sky[2], 0.34)


def paint_water(p: Painter, mood: Rain, random: np.random.Generator, inside: Canvas) -> None:
    """Runs down the glass with a drop at the foot, and drops that hang: bright below and dark above, as a lens shows them."""
    bright, dark = mood.drop
    runs: list[Dab] = []
    lights: list[Dab] = []
    shades: list[Dab] = []
    for _ in range(46):
        x, y, length = random.uniform(LEFT, RIGHT), random.uniform(TOP - 80, BOTTOM - 160), random.uniform(70, 320)
        for t in np.linspace(0, 1, 26):
            sway = 5 * np.sin(3.1 * t + x)
            runs.append((x + sway, y + t * length, 2.0 + 1.6 * t, 9, between(mood.sky[1], bright, 0.55)))
        drop(lights, shades, x + 5 * np.sin(3.1 + x), y + length, random.uniform(4.5, 7.5), bright, dark)
    for _ in range(420):
        drop(lights, shades, random.uniform(LEFT, RIGHT), random.uniform(TOP, BOTTOM), float(np.exp(random.normal(0.95, 0.42))),
             bright, dark)
    p.dabs(runs, 5, 0.42, inside)
    p.dabs(shades, 2.6, 0.55, inside)
    p.dabs(lights, 2.2, 0.85, inside)


def drop(lights: list[Dab], shades: list[Dab], x: float, y: float, size: float, bright: Rgb, dark: Rgb) -> None:
    """One drop."""
    shades.append((x, y, size, size * 1.25, dark))
    lights.append((x, y + size * 0.45, size * 0.72, size * 0.62, toned(bright, 0.92)))


def paint_frame(p: Painter, mood: Rain) -> None:
    """Frame, posts and sill, with a shadow toward the room."""
    bars = [box(LEFT - 26, TOP - 60, LEFT + 8, BOTTOM + 16), box(RIGHT - 8, TOP - 60, RIGHT + 26, BOTTOM + 16),
            box(LEFT - 26, BOTTOM - 10, RIGHT + 26, BOTTOM + 18), box(LEFT, RAIL - 9, RIGHT, RAIL + 9),
            *(box(post - 13, TOP - 60, post + 13, BOTTOM) for post in POSTS)]
    p.lay(p.mask(12, *[(kind, (np.asarray(b) + np.array([7, 10, 7, 10])).tolist()) for kind, b in bars]), mood.trees[0], 0.4)
    p.lay(p.mask(7, *bars), mood.frame)
    p.lay(p.mask(7, box(LEFT - 60, BOTTOM + 12, RIGHT + 60, BOTTOM + 50)), mood.frame)
    p.lay(p.mask(20, box(LEFT - 50, BOTTOM + 52, RIGHT + 54, BOTTOM + 84)), mood.wall[1], 0.8)
    p.lay(p.mask(20, box(LEFT - 50, BOTTOM + 58, RIGHT + 54, BOTTOM + 74)), mood.floor[0], 0.35)


def paint_things(p: Painter, mood: Rain) -> None:
    """A cup and some books on the sill, curtains at the sides, a lamp's glow from the right."""
    sill = BOTTOM + 16
    p.lay(p.mask(6, box(1190, sill - 58, 1252, sill)), mood.cup)
    p.lay(p.mask(5, ("ellipse", (1240, sill - 48, 1274, sill - 12))), mood.cup, 0.7)
    for i, (wide, colour) in enumerate(((128, (92, 116, 140)), (112, (186, 142, 120)), (120, (108, 138, 128)))):
        dim = 1.0 - 0.5 * (mood.shade > 0.3)
        p.lay(p.mask(6, box(300 + 6 * i, sill - 22 * (i + 1), 300 + wide, sill - 22 * i - 2)), toned(colour, dim))
    folds = np.cos(np.arange(WIDTH) / 19.0) * 0.5 + 0.5
    light, dark = (np.asarray(c, np.float32) for c in mood.curtain)
    cloth = np.broadcast_to(light * folds[None, :, None] + dark * (1 - folds[None, :, None]), (HEIGHT, WIDTH, 3))
    for shape in (("polygon", (-40, -20, 196, -20, 176, 420, 214, 930, -40, 940)),
                  ("polygon", (WIDTH + 40, -20, 1404, -20, 1424, 420, 1386, 930, WIDTH + 40, 940))):
        p.lay(p.mask(14, shape), cloth.astype(np.float32), 0.97)
    p.shine(p.glow(1540, 760, 520, 560), (255, 176, 104), 0.6 * mood.lamp)
    p.shine(p.glow(1440, 1120, 620, 150), (255, 176, 104), 0.5 * mood.lamp)


def paint_rain(name: str) -> npt.NDArray[np.uint8]:
    """The window of this name as (1200, 1600, 3) uint8."""
    mood, random = RAINS[name], np.random.default_rng(23)
    p = Painter(*mood.wall)
    picture = np.concatenate((gradient(FLOOR, WIDTH, mood.floor[0]), gradient(HEIGHT - FLOOR, WIDTH, *mood.floor)))
    p.lay(p.mask(8, box(-40, FLOOR, WIDTH + 40, HEIGHT + 80)), picture)
    p.lay(p.mask(6, box(-40, FLOOR - 24, WIDTH + 40, FLOOR)), mood.frame, 0.6)
    inside = p.mask(6, box(LEFT, TOP - 60, RIGHT, BOTTOM))
    paint_outside(p, mood, random, inside)
    paint_water(p, mood, random, inside)
    paint_frame(p, mood)
    paint_things(p, mood)
    p.shine(p.glow(800, 1090, 560, 110), mood.sky[2], 0.22 * (1 - 0.7 * mood.shade))
    p.dim(0.5 * mood.shade)
    return p.finished(1.6)
