"""Decorations of her room: what hangs on the wall."""

from __future__ import annotations

import numpy as np

from avatars.forge.scenes.painter import box, toned
from avatars.forge.scenes.room_colours import DARK, OAK
from avatars.forge.scenes.sketch import Sketch


def string_lights() -> Sketch:
    s = Sketch(820, 170)
    x = np.linspace(0, 820, 60)
    y = 24 + 88 * (1 - ((x % 410) / 205 - 1) ** 2)
    line = [*zip(x, y, strict=True), *zip(x[::-1], y[::-1] + 4, strict=True)]
    s.lay(toned(DARK, 0.9), ("polygon", [v for point in line for v in point]), blur=2)
    for at in range(1, 14):
        bx = 820 * at / 14
        by = 24 + 88 * (1 - ((bx % 410) / 205 - 1) ** 2)
        s.lay((255, 232, 178), ("ellipse", (bx - 9, by + 6, bx + 9, by + 30)), blur=4)
        s.shine((255, 190, 104), ("ellipse", (bx - 10, by + 4, bx + 10, by + 32)), blur=7, strength=1.1)
        s.shine((255, 176, 96), ("ellipse", (bx - 26, by - 10, bx + 26, by + 46)), blur=18, strength=0.5)
    return s


def clock() -> Sketch:
    s = Sketch(150, 150)
    s.lay(toned(OAK, 0.85), ("ellipse", (0, 0, 150, 150)))
    s.lay((250, 244, 234), ("ellipse", (14, 14, 136, 136)), blur=4)
    for hour in range(12):
        a = hour * np.pi / 6
        cx, cy = 75 + 50 * np.sin(a), 75 - 50 * np.cos(a)
        s.lay(DARK, ("ellipse", (cx - 4, cy - 4, cx + 4, cy + 4)), blur=2)
    s.lay(
        toned(DARK, 0.7),
        ("polygon", (72, 78, 78, 78, 77, 40, 73, 40)),
        ("polygon", (74, 72, 74, 78, 104, 88, 105, 84)),
        blur=2,
    )
    return s


def tall_picture() -> Sketch:
    s = Sketch(220, 290)
    s.lay(toned(OAK, 0.92), box(0, 0, 220, 290), round_by=4)
    paper = s.lay((248, 240, 228), box(14, 14, 206, 276), round_by=2, blur=4)
    s.lay((176, 202, 212), box(40, 40, 180, 250), blur=4, inside=paper, round_by=2)
    s.lay((250, 226, 178), ("ellipse", (112, 64, 156, 108)), blur=5, inside=paper)
    s.lay((130, 160, 170), ("polygon", (40, 190, 90, 140, 130, 176, 180, 130, 180, 250, 40, 250)), blur=5, inside=paper)
    s.lay((92, 132, 128), ("polygon", (40, 220, 110, 186, 180, 214, 180, 250, 40, 250)), blur=5, inside=paper)
    s.lay(
        (252, 250, 244),
        ("polygon", (86, 206, 100, 168, 114, 206)),
        box(96, 204, 104, 216),
        blur=3,
        inside=paper,
        round_by=2,
    )
    return s
