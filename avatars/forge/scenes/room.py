"""A quiet room with a window, a shelf and a lamp, by day, in the evening and at night."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from PIL import Image

from avatars.forge.scenes.painter import FLOOR, HEIGHT, WIDTH, Canvas, Painter, Rgb, box, gradient


@dataclass(frozen=True, slots=True)
class Mood:
    """The colours and lights of one time of day. Gradients go from top to bottom; strengths are 0..1."""

    wall: tuple[Rgb, Rgb]
    floor: tuple[Rgb, Rgb]
    skirting: Rgb
    sky: tuple[Rgb, Rgb, Rgb]
    hills: tuple[Rgb, Rgb]
    frame: Rgb
    curtain: tuple[Rgb, Rgb]
    shelf: Rgb
    books: float
    lamp: tuple[Rgb, Rgb]
    lamp_glow: float
    window_glow: float
    glow: Rgb
    town: float
    shade: float


MOODS: Final[dict[str, Mood]] = {
    "room-day": Mood(
        ((246, 229, 212), (236, 206, 190)), ((214, 178, 160), (188, 146, 136)), (232, 206, 190),
        ((196, 222, 238), (226, 234, 230), (250, 240, 214)), ((168, 198, 176), (136, 172, 150)), (250, 240, 226),
        ((244, 220, 202), (226, 190, 172)), (190, 146, 118), 1.0, ((250, 226, 178), (246, 216, 160)), 0.10, 0.50,
        (255, 238, 208), 0.0, 0.06,
    ),
    "room-evening": Mood(
        ((243, 212, 190), (226, 176, 156)), ((196, 150, 136), (160, 114, 112)), (216, 178, 160),
        ((150, 178, 206), (240, 198, 160), (252, 214, 150)), ((140, 160, 136), (110, 134, 122)), (246, 228, 206),
        ((236, 200, 176), (214, 164, 142)), (168, 120, 96), 0.9, ((255, 222, 150), (252, 204, 122)), 0.48, 0.42,
        (255, 206, 140), 0.0, 0.12,
    ),
    "room-night": Mood(
        ((74, 56, 66), (58, 44, 56)), ((52, 38, 48), (36, 27, 38)), (66, 50, 58),
        ((26, 32, 66), (44, 50, 96), (82, 78, 126)), ((34, 36, 66), (26, 28, 54)), (104, 80, 84),
        ((72, 52, 62), (54, 40, 52)), (76, 52, 50), 0.45, ((255, 196, 116), (246, 168, 88)), 0.85, 0.12,
        (250, 160, 84), 1.0, 0.30,
    ),
}
BOOKS: Final[tuple[tuple[int, int, Rgb], ...]] = (
    (30, 128, (96, 128, 172)), (36, 118, (122, 96, 116)), (20, 110, (84, 150, 140)), (34, 136, (214, 106, 84)),
    (40, 140, (238, 226, 208)), (28, 120, (206, 104, 82)), (34, 132, (240, 214, 188)), (26, 114, (92, 158, 150)),
    (30, 124, (216, 178, 120)),
)


class RoomPainter(Painter):
    """Knows the mood of the room."""

    def __init__(self, mood: Mood) -> None:
        super().__init__(*mood.wall)
        self.mood = mood


def paint_floor(p: RoomPainter) -> None:
    """Floor, skirting board and a rug without pattern."""
    picture = np.concatenate((gradient(FLOOR, WIDTH, p.mood.floor[0]), gradient(HEIGHT - FLOOR, WIDTH, *p.mood.floor)))
    p.lay(p.mask(6, box(-40, FLOOR, WIDTH + 40, HEIGHT + 80)), picture)
    p.lay(p.mask(5, box(-40, FLOOR - 26, WIDTH + 40, FLOOR)), p.mood.skirting, 0.9)
    p.lay(p.mask(30, ("ellipse", (330, FLOOR + 46, 1270, HEIGHT + 130))), p.mood.curtain[0], 0.55)
    p.lay(p.mask(10, ("ellipse", (372, FLOOR + 66, 1228, HEIGHT + 104))), p.mood.curtain[1], 0.22)


def paint_window(p: RoomPainter) -> None:
    """A tall window on the left: sky, hills, by night the lights of a town; frame, sill and curtain."""
    left, top, right, bottom = 70, 130, 640, 730
    sky = gradient(HEIGHT, WIDTH, *p.mood.sky)
    stretched = np.asarray(
        Image.fromarray(sky.astype(np.uint8)).resize((WIDTH, bottom - top), Image.Resampling.BILINEAR), np.float32
    )
    view = p.canvas.copy()
    view[top:bottom] = stretched
    inside = p.mask(7, box(left, top, right, bottom))
    p.lay(inside, view)
    if p.mood.town < 0.5:
        p.lay(p.mask(20, ("ellipse", (240, 250, 470, 290)), ("ellipse", (330, 226, 560, 282))) * inside, (255, 252, 244), 0.42)
    hill = p.mask(9, ("ellipse", (-120, 560, 420, 960)), ("ellipse", (280, 520, 900, 980)))
    p.lay(hill * inside, p.mood.hills[0])
    p.lay(p.mask(9, ("ellipse", (90, 630, 760, 1000))) * inside, p.mood.hills[1])
    if p.mood.town > 0:
        paint_town(p, inside)
    p.shine(inside, p.mood.glow, 0.10 * p.mood.window_glow)
    bars = [box(left - 22, top - 24, right + 22, top + 6), box(left - 22, bottom - 6, right + 22, bottom + 18),
            box(left - 22, top - 24, left + 8, bottom + 10), box(right - 8, top - 24, right + 22, bottom + 10),
            box((left + right) / 2 - 12, top, (left + right) / 2 + 12, bottom), box(left, 396, right, 416)]
    p.lay(p.mask(8, *[(kind, (np.asarray(b) + np.array([8, 12, 8, 12])).tolist()) for kind, b in bars]), p.mood.wall[1],
          0.45 + 0.3 * p.mood.shade)
    p.lay(p.mask(6, *bars), p.mood.frame)
    p.lay(p.mask(6, box(left - 50, bottom + 8, right + 50, bottom + 40)), p.mood.frame)
    p.lay(p.mask(14, box(left - 40, bottom + 40, right + 44, bottom + 60)), p.mood.wall[1], 0.7)
    paint_plant(p, 150, bottom + 10)
    paint_curtain(p, 640)


def paint_town(p: RoomPainter, inside: Canvas) -> None:
    """Far lights, out of focus."""
    random = np.random.default_rng(7)
    for _ in range(26):
        x, y = random.uniform(90, 620), random.uniform(520, 700)
        radius = random.uniform(6, 15)
        warm: Rgb = (255, 206, 140) if random.random() < 0.7 else (170, 196, 255)
        spot = p.mask(4, ("ellipse", (x - radius, y - radius, x + radius, y + radius)))
        p.shine(spot * inside, warm, float(random.uniform(0.25, 0.6)) * p.mood.town)
    for _ in range(16):
        x, y = random.uniform(90, 620), random.uniform(150, 380)
        p.shine(p.mask(2.5, ("ellipse", (x - 2.5, y - 2.5, x + 2.5, y + 2.5))) * inside, (235, 235, 255), 0.7)


def paint_plant(p: RoomPainter, x: float, y: float) -> None:
    """A small pot on the sill."""
    dim = 1.0 - 0.62 * p.mood.town
    green: Rgb = tuple(int(c * dim) for c in (96, 146, 112))  # type: ignore[assignment]
    dark: Rgb = tuple(int(c * dim) for c in (70, 118, 94))  # type: ignore[assignment]
    clay: Rgb = tuple(int(c * dim) for c in (206, 128, 96))  # type: ignore[assignment]
    leaves = [("ellipse", (x + dx - w, y - h - 46, x + dx + w, y - 30)) for dx, w, h in
              ((-34, 13, 54), (-12, 15, 92), (12, 14, 76), (36, 14, 46))]
    p.lay(p.mask(6, *leaves), green)
    p.lay(p.mask(6, ("ellipse", (x - 22, y - 98, x + 4, y - 34)), ("ellipse", (x + 8, y - 84, x + 34, y - 34))), dark, 0.8)
    p.lay(p.mask(5, ("polygon", (x - 34, y - 44, x + 34, y - 44, x + 25, y, x - 25, y))), clay)


def paint_curtain(p: RoomPainter, x: float) -> None:
    """A curtain beside the window, in soft folds."""
    folds = np.cos((np.arange(WIDTH) - x) / 17.0) * 0.5 + 0.5
    light, dark = (np.asarray(c, np.float32) for c in p.mood.curtain)
    cloth = light[None, None] * folds[None, :, None] + dark[None, None] * (1 - folds[None, :, None])
    picture = np.broadcast_to(cloth, (HEIGHT, WIDTH, 3))
    shape = ("polygon", (x + 4, -20, x + 172, -20, x + 186, 500, x + 170, 868, x + 30, 872, x - 6, 500))
    p.lay(p.mask(26, ("polygon", (x + 60, -20, x + 214, -20, x + 224, 500, x + 206, 880, x + 60, 880))), p.mood.wall[1], 0.5)
    p.lay(p.mask(9, shape), picture.astype(np.float32))


def paint_shelf(p: RoomPainter) -> None:
    """A shelf with books, a cup and a trailing plant on the right."""
    left, right, board = 1165, 1560, 452
    p.lay(p.mask(16, box(left, board + 16, right, board + 44)), p.mood.wall[1], 0.8)
    x = left + 34.0
    for width, height, colour in BOOKS:
        toned = np.asarray(colour, np.float32) * p.mood.books + np.asarray(p.mood.wall[1], np.float32) * (1 - p.mood.books) * 0.8
        p.lay(p.mask(6, box(x, board - height * 1.05, x + width - 4, board + 2)), toned)
        x += width
    p.lay(p.mask(5, box(left, board, right, board + 18)), p.mood.shelf)
    dim = 1.0 - 0.6 * p.mood.town
    green = tuple(int(c * dim) for c in (108, 156, 120))
    trail = [("ellipse", (1490 + dx, board - 62 + dy, 1490 + dx + 34, board - 62 + dy + 42)) for dx, dy in
             ((0, 0), (26, 14), (44, 46), (50, 90), (36, 126), (-8, 22), (20, 40), (54, 160))]
    p.lay(p.mask(8, *trail), green)  # type: ignore[arg-type]
    p.lay(p.mask(6, box(1480, board - 46, 1544, board + 2)), tuple(int(c * dim) for c in (238, 222, 204)))  # type: ignore[arg-type]


def paint_picture(p: RoomPainter) -> None:
    """A small framed picture between window and shelf."""
    p.lay(p.mask(12, box(958, 216, 1086, 386)), p.mood.wall[1], 0.7)
    p.lay(p.mask(5, box(950, 204, 1074, 370)), p.mood.frame)
    p.lay(p.mask(5, box(964, 220, 1060, 354)), p.mood.sky[1])
    p.lay(p.mask(6, ("polygon", (964, 354, 964, 312, 1004, 282, 1036, 306, 1060, 292, 1060, 354))), p.mood.hills[0])


def paint_lamp(p: RoomPainter) -> None:
    """A standing lamp on the right, lit as the hour asks."""
    x, top = 1320, 620
    p.shine(p.glow(x, top + 110, 520, 520), p.mood.glow, 0.55 * p.mood.lamp_glow)
    p.lay(p.mask(6, box(x - 6, top + 180, x + 6, 1056)), p.mood.shelf)
    p.lay(p.mask(6, ("ellipse", (x - 76, 1042, x + 76, 1074))), p.mood.shelf)
    shade = ("polygon", (x - 66, top, x + 66, top, x + 112, top + 186, x - 112, top + 186))
    p.lay(p.mask(6, shade), gradient(HEIGHT, WIDTH, p.mood.lamp[0], p.mood.lamp[1]))
    p.shine(p.mask(22, shade) * p.glow(x, top + 120, 120, 150), (255, 236, 190), 0.75 * p.mood.lamp_glow)
    p.shine(p.glow(x, top + 100, 250, 240), p.mood.glow, 0.5 * p.mood.lamp_glow)
    p.shine(p.glow(x, 1060, 330, 70), p.mood.glow, 0.35 * p.mood.lamp_glow)


def paint_light(p: RoomPainter) -> None:
    """What the window throws on wall and floor, and a calm darkening toward the edges."""
    beam = p.mask(40, ("polygon", (620, 300, 1150, 560, 1240, 1000, 700, 980)))
    p.shine(beam, p.mood.glow, 0.16 * p.mood.window_glow)
    pool = p.mask(34, ("polygon", (420, FLOOR + 26, 900, FLOOR + 26, 1130, HEIGHT + 30, 500, HEIGHT + 30)))
    p.shine(pool, p.mood.glow, 0.42 * p.mood.window_glow)
    p.shine(p.glow(360, 430, 760, 620), p.mood.glow, 0.20 * p.mood.window_glow)
    p.dim((0.30 + p.mood.shade) * 0.55)


def paint_room(name: str) -> npt.NDArray[np.uint8]:
    """The room of this name as (1200, 1600, 3) uint8."""
    p = RoomPainter(MOODS[name])
    paint_floor(p)
    paint_picture(p)
    paint_window(p)
    paint_shelf(p)
    paint_lamp(p)
    paint_light(p)
    return p.finished()
