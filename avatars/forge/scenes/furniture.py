"""Furniture of her room: what stands on the floor."""

from __future__ import annotations

import numpy as np

from avatars.forge.scenes.painter import Rgb, box, toned
from avatars.forge.scenes.room_colours import CLAY, DARK, DEEP, EMBER, HONEY, LEAF, NIGHT, OAK, PINE, ROSE, WOOL
from avatars.forge.scenes.sketch import Sketch


def armchair() -> Sketch:
    s = Sketch(360, 350)
    s.lay(toned(DARK, 0.8), box(52, 318, 70, 350), box(290, 318, 308, 350), round_by=4)
    s.lay(toned(PINE, 0.92), box(40, 20, 320, 260), round_by=70)
    s.lay(PINE, box(58, 34, 302, 220), round_by=58, blur=8, strength=0.6)
    s.lay(toned(PINE, 1.16), box(54, 200, 306, 270), round_by=26)
    s.lay(toned(PINE, 0.86), box(0, 150, 74, 322), box(286, 150, 360, 322), round_by=34)
    s.lay(toned(PINE, 0.98), box(36, 256, 324, 326), round_by=18)
    s.lay(WOOL, ("polygon", (196, 96, 292, 112, 280, 206, 184, 196)), blur=6)
    for x in range(204, 288, 22):
        s.lay(EMBER, ("polygon", (x, 100, x + 7, 101, x - 4, 202, x - 11, 201)), blur=3, strength=0.7)
    return s


def bookcase() -> Sketch:
    s = Sketch(300, 620)
    s.lay(toned(OAK, 0.82), box(0, 0, 300, 620), round_by=8)
    inner = s.lay(toned(DARK, 0.86), box(16, 18, 284, 604), round_by=4)
    chance = np.random.default_rng(5)
    colours: tuple[Rgb, ...] = (
        (96, 128, 172),
        (122, 96, 116),
        (84, 150, 140),
        EMBER,
        WOOL,
        HONEY,
        (156, 112, 92),
        ROSE,
    )
    for row, board in enumerate((150, 300, 450, 604)):
        x = 24.0
        while x < 262:
            wide, high = float(chance.uniform(14, 30)), float(chance.uniform(78, 118))
            if chance.random() < 0.12 or (row == 1 and 120 < x < 190):
                x += wide * 1.6
                continue
            colour = colours[int(chance.integers(len(colours)))]
            s.lay(toned(colour, 0.92), box(x, board - high, x + wide - 3, board), blur=3, round_by=3, inside=inner)
            x += wide
        s.lay(toned(OAK, 1.04), box(10, board - 2, 290, board + 14), round_by=3)
    s.lay(CLAY, ("polygon", (132, 262, 178, 262, 170, 300, 140, 300)), blur=3)
    s.lay(
        LEAF,
        ("ellipse", (118, 206, 156, 264)),
        ("ellipse", (146, 196, 180, 264)),
        ("ellipse", (164, 218, 196, 262)),
        blur=4,
    )
    return s


def monstera() -> Sketch:
    s = Sketch(300, 520)
    s.lay(
        toned(DEEP, 0.8),
        ("polygon", (146, 200, 156, 200, 160, 420, 148, 420)),
        ("polygon", (96, 170, 106, 168, 156, 420, 146, 420)),
        ("polygon", (214, 160, 222, 164, 160, 420, 150, 420)),
        blur=4,
    )
    for x, y, w, h, colour in (
        (150, 90, 84, 96, LEAF),
        (76, 140, 80, 80, DEEP),
        (232, 130, 74, 84, LEAF),
        (58, 230, 66, 66, LEAF),
        (246, 240, 64, 68, DEEP),
        (150, 210, 78, 76, toned(LEAF, 1.1)),
        (110, 300, 56, 52, DEEP),
        (206, 310, 54, 52, LEAF),
    ):
        leaf = s.lay(
            colour,
            ("ellipse", (x - w, y - h * 0.8, x + w, y + h * 0.8)),
            ("polygon", (x - w * 0.7, y, x + w * 0.7, y, x, y + h)),
        )
        s.lay(
            toned(colour, 0.8), ("polygon", (x - 3, y - h * 0.7, x + 3, y - h * 0.7, x + 2, y + h)), blur=3, inside=leaf
        )
    s.lay(WOOL, ("polygon", (84, 400, 216, 400, 198, 518, 102, 518)), round_by=10)
    s.lay(toned(WOOL, 0.88), box(78, 392, 222, 418), round_by=8)
    return s


def side_table() -> Sketch:
    s = Sketch(230, 300)
    s.lay(
        toned(OAK, 0.8),
        ("polygon", (60, 110, 74, 110, 44, 300, 32, 300)),
        ("polygon", (156, 110, 170, 110, 198, 300, 186, 300)),
        ("polygon", (108, 110, 122, 110, 120, 292, 110, 292)),
        blur=4,
    )
    s.lay(OAK, ("ellipse", (0, 86, 230, 130)))
    s.lay(toned(OAK, 1.12), ("ellipse", (8, 84, 222, 120)), blur=5)
    s.lay(EMBER, box(56, 46, 116, 102), round_by=16)
    s.lay(
        toned(EMBER, 0.8), ("polygon", (112, 58, 142, 46, 146, 56, 116, 74)), box(70, 34, 102, 48), blur=3, round_by=6
    )
    s.lay(WOOL, box(146, 70, 190, 104), round_by=8, blur=4)
    s.lay((255, 250, 244), ("ellipse", (158, 30, 172, 62)), blur=9, strength=0.35)
    return s


def wool_basket() -> Sketch:
    s = Sketch(220, 190)
    for x, y, r, colour in ((62, 66, 46, EMBER), (132, 52, 50, PINE), (176, 84, 40, HONEY), (100, 92, 40, ROSE)):
        ball = s.lay(colour, ("ellipse", (x - r, y - r, x + r, y + r)))
        for k in range(-2, 3):
            s.lay(
                toned(colour, 0.84),
                (
                    "polygon",
                    (x - r, y + k * 15 - 9, x + r, y + k * 15 + 7, x + r, y + k * 15 + 11, x - r, y + k * 15 - 5),
                ),
                blur=2.5,
                strength=0.7,
                inside=ball,
            )
    s.lay(
        toned(OAK, 0.9),
        ("polygon", (146, 8, 152, 6, 184, 96, 178, 98)),
        ("polygon", (178, 4, 184, 6, 150, 96, 144, 94)),
        blur=2.5,
    )
    basket = s.lay(HONEY, ("polygon", (6, 92, 214, 92, 196, 190, 24, 190)))
    for row in range(4):
        for k in range(9):
            x = 12 + k * 22 + (11 if row % 2 else 0)
            s.lay(toned(HONEY, 0.86), box(x, 100 + row * 22, x + 14, 114 + row * 22), blur=3, round_by=5, inside=basket)
    s.lay(toned(HONEY, 1.08), box(0, 84, 220, 104), round_by=9)
    return s


def stove() -> Sketch:
    s = Sketch(290, 470)
    s.lay((84, 76, 80), box(128, 0, 166, 170), round_by=4)
    s.lay((96, 88, 92), box(20, 150, 270, 420), round_by=22)
    s.lay((74, 66, 70), box(40, 412, 72, 470), box(218, 412, 250, 470), round_by=6)
    s.lay((118, 108, 112), box(8, 138, 282, 172), round_by=10)
    s.lay((58, 46, 46), box(58, 206, 232, 372), round_by=20)
    fire = s.mask(box(66, 214, 224, 364), round_by=16)
    s.lay((232, 128, 72), ("ellipse", (84, 262, 206, 388)), blur=12, inside=fire)
    s.lay((250, 196, 112), ("ellipse", (108, 286, 180, 380)), blur=10, inside=fire)
    s.lay((120, 84, 66), box(84, 340, 206, 364), blur=4, inside=fire, round_by=8)
    s.shine((255, 140, 66), box(70, 216, 220, 362), blur=14, strength=0.8)
    s.shine((255, 132, 70), ("ellipse", (60, 190, 230, 390)), blur=30, strength=0.5)
    return s


def record_player() -> Sketch:
    s = Sketch(380, 330)
    s.lay(toned(OAK, 0.74), box(30, 286, 46, 330), box(334, 286, 350, 330), round_by=4)
    s.lay(OAK, box(0, 130, 380, 292), round_by=10)
    s.lay(toned(OAK, 0.86), box(18, 148, 184, 276), box(196, 148, 362, 276), round_by=6, blur=4)
    for k in range(9):
        x = 34 + k * 16
        s.lay((EMBER, PINE, WOOL, ROSE, HONEY, NIGHT)[k % 6], box(x, 160, x + 12, 268), blur=2.5, round_by=2)
    s.lay(toned(WOOL, 0.92), box(70, 92, 310, 132), round_by=8)
    s.lay((52, 46, 52), ("ellipse", (96, 66, 250, 112)), blur=4)
    s.lay(EMBER, ("ellipse", (152, 80, 194, 96)), blur=3)
    s.lay(
        toned(OAK, 0.6),
        ("polygon", (276, 60, 284, 60, 284, 100, 276, 100)),
        ("polygon", (200, 82, 280, 62, 282, 70, 204, 90)),
        blur=2.5,
    )
    s.lay(
        LEAF,
        ("ellipse", (322, 60, 344, 120)),
        ("ellipse", (338, 76, 366, 126)),
        ("ellipse", (302, 82, 330, 128)),
        blur=4,
    )
    s.lay(CLAY, ("polygon", (314, 112, 356, 112, 350, 134, 320, 134)), blur=3)
    return s


def telescope() -> Sketch:
    s = Sketch(300, 480)
    s.lay(
        toned(OAK, 0.78),
        ("polygon", (146, 190, 158, 190, 60, 480, 46, 480)),
        ("polygon", (146, 190, 158, 190, 252, 480, 238, 480)),
        ("polygon", (146, 190, 158, 190, 156, 466, 148, 466)),
        blur=4,
    )
    s.lay((90, 96, 118), ("polygon", (30, 190, 44, 214, 268, 92, 248, 56)))
    s.lay((112, 118, 140), ("polygon", (34, 196, 38, 202, 262, 80, 256, 70)), blur=5)
    s.lay(
        HONEY,
        ("polygon", (236, 58, 252, 50, 276, 94, 260, 104)),
        ("polygon", (18, 196, 30, 190, 44, 214, 32, 220)),
        blur=3,
    )
    s.lay(toned(HONEY, 0.85), ("ellipse", (134, 166, 170, 202)), blur=4)
    return s


def round_rug() -> Sketch:
    s = Sketch(860, 170)
    s.lay(toned(EMBER, 0.94), ("ellipse", (0, 0, 860, 170)))
    for share, colour in ((0.86, WOOL), (0.78, EMBER), (0.56, toned(WOOL, 0.96)), (0.48, PINE), (0.26, WOOL)):
        w, h = 430 * share, 85 * share
        s.lay(colour, ("ellipse", (430 - w, 85 - h, 430 + w, 85 + h)), blur=5)
    return s
