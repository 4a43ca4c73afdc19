"""Earrings that hang where the ears of any face are: studs, hoops, drops, a cuff with a chain, tassels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from avatars.forge.charts import Chart, part
from avatars.forge.cloth.zoned import Zoned
from avatars.forge.garments.flowers import axes, flower, placed
from avatars.forge.garments.hat_block import OUTLINE, metres, on_head
from avatars.forge.garments.lofts import Rect, bead, both, surface, tube
from avatars.forge.head.ears import lobe, place
from avatars.forge.head.surface import HeadSurface
from avatars.forge.part import Made, Material, Part
from avatars.forge.sdf.fields import Doubles
from avatars.forge.wardrobe.garment import Tailored

METAL: Rect = (0.0, 0.0, 1.0, 0.45)
STONE: Rect = (0.0, 0.5, 1.0, 0.98)
_SLIDERS = ("face.width", "ears.size")
Make = Callable[[HeadSurface], list[Chart]]


def jewel(name: str, make: Make, metal: str, stone: str | None = None, matt: bool = False) -> Tailored:
    """A pair: `make` gives her left one on a head. Zones ``metal`` and, where there is one, ``stone``."""
    rest = _pair(name, make, HeadSurface({}))
    shapes = {}
    for slider in _SLIDERS:
        up, down = (_pair(name, make, HeadSurface({slider: end})) for end in (1.0, -1.0))
        shapes[slider] = ((up.positions - down.positions) / 2).astype(np.float32)
    canvas = Zoned(64, 64, {"metal": metal} | ({"stone": stone} if stone else {}))
    canvas.lay("metal")
    if stone:
        canvas.lay("stone", canvas.y > 0.48)
    turn = canvas.y / 0.45
    canvas.tone(0.70 + 0.45 * np.cos((turn - 0.3) * 5.5) ** 2, (canvas.y < 0.47) * (0.2 if matt else 1.0))
    fall = (canvas.y - 0.5) / 0.48
    glint = np.exp(-(((canvas.x - 0.56) / 0.10) ** 2 + ((fall - 0.30) / 0.12) ** 2))
    canvas.tone(0.74 + 0.30 * np.cos(fall * 2.2) ** 2, (canvas.y > 0.48) * (0.4 if matt else 1.0))
    canvas.tone(1.36, (canvas.y > 0.48) * glint * (0.0 if matt else 1.0))
    picture, masks = canvas.done()
    gold = Material(
        name,
        texture=picture,
        shade=(0.74, 0.62, 0.58),
        shift=0.08,
        soft=0.07,
        rim=(0.10, 0.10, 0.10) if matt else (0.32, 0.29, 0.24),
        rim_power=2.6,
        outline=0.00025,
        outline_colour=OUTLINE,
    )
    return Tailored(Made((replace(rest, shapes=shapes),), (gold,)), {name: masks})


def _pair(name: str, make: Make, head: HeadSurface) -> Part:
    return part(name, name, *(one for chart in make(head) for one in both(chart)), weigh=on_head)


def _front(head: HeadSurface) -> Doubles:
    """The front of the lobe, where it is pierced."""
    return np.asarray(lobe(head) + np.array([0.20, 0.22, 0.12]))


def _studs(head: HeadSurface) -> list[Chart]:
    at = metres(_front(head) + np.array([0.10, -0.10, 0.06]))
    out = np.array([0.86, 0.05, 0.50])
    turn = axes(out)
    setting = placed(bead(np.zeros(3), np.array([0.0050, 0.0050, 0.0026]), METAL, 10, 5), at, turn)
    return [setting, placed(bead(np.array([0.0, 0.0, 0.0016]), np.array([0.0039, 0.0039, 0.0030]), STONE, 10, 6), at, turn)]


def make_studs(metal: str, stone: str) -> Tailored:
    """Small stones in a setting."""
    return jewel("studs", _studs, metal, stone)


def _hoops(head: HeadSurface) -> list[Chart]:
    top = _front(head) + np.array([0.02, 0.02, -0.05])
    turn = np.linspace(0.0, 2 * np.pi, 25)
    radius = 1.75
    # in the plane of the jaw, hung from its highest point
    way = np.array([0.42, 0.0, -0.90])
    line = top + radius * (np.sin(turn)[:, None] * way + (np.cos(turn) - 1)[:, None] * np.array([0.05, 1.0, 0.0]))
    thick = 0.0011 + 0.0006 * (1 - np.cos(turn)) / 2
    return [tube(metres(line), thick, METAL, 7, up=np.array([1.0, 0.0, 0.2]), closed=True)]


def make_hoops(metal: str) -> Tailored:
    """Hoops that are thicker below."""
    return jewel("hoops", _hoops, metal)


def _drops(head: HeadSurface) -> list[Chart]:
    top = _front(head) + np.array([0.10, -0.12, 0.04])
    out = [bead(metres(top), 0.0020, METAL, 8, 5)]
    out.append(tube(metres(np.stack([top + np.array([0.0, y, 0.0]) for y in (0.0, -0.5, -1.0)])), 0.0005, METAL, 5))
    fall, turn = np.linspace(0.0, np.pi, 9)[:, None], np.linspace(0, 2 * np.pi, 11)[None]
    ring = 0.0044 * np.sin(fall) * (0.42 + 0.58 * (1 - np.cos(fall)) / 2)
    grid = np.stack([ring * np.sin(turn), 0.0085 * np.cos(fall) + 0 * turn, ring * np.cos(turn)], axis=-1)
    out.append(placed(surface(grid, STONE, closed=True), metres(top + np.array([0.0, -1.85, 0.0])), np.eye(3)))
    out.append(bead(metres(top + np.array([0.0, -1.06, 0.0])), np.array([0.0019, 0.0016, 0.0019]), METAL, 8, 5))
    return out


def make_drops(metal: str, stone: str) -> Tailored:
    """Long drops of glass."""
    return jewel("drop-earrings", _drops, metal, stone)


def _cuff(head: HeadSurface) -> list[Chart]:
    out = []
    for shift in (0.0, 9.0):
        knots = [
            place(head, 18 + shift, p, o)
            for p, o in ((0.72, 0.05), (0.86, 0.34), (0.98, 0.30), (1.06, 0.0), (1.0, -0.40), (0.84, -0.52))
        ]
        out.append(tube(metres(np.stack(knots)), 0.0014, METAL, 6, up=np.array([0.0, 1.0, 0.0])))
    start, end = place(head, 12, 1.04, 0.12), _front(head) + np.array([0.14, -0.06, 0.0])
    t = np.linspace(0.0, 1.0, 10)[:, None]
    chain = start + (end - start) * t + np.array([0.10, -0.75, -0.15]) * np.sin(np.pi * t)
    out += [bead(metres(point), 0.0008, METAL, 5, 4) for point in chain[1:-1]]
    out.append(tube(metres(chain), 0.0004, METAL, 4))
    out.append(bead(metres(end), 0.0024, STONE, 8, 6))
    return out


def make_ear_cuff(metal: str, stone: str) -> Tailored:
    """A double cuff on the rim of the ear, with a fine chain to a pearl in the lobe."""
    return jewel("ear-cuff", _cuff, metal, stone)


def _blossoms(head: HeadSurface) -> list[Chart]:
    top = _front(head) + np.array([0.12, -0.12, 0.05])
    out = flower(metres(top), np.array([0.82, 0.05, 0.57]), 0.0098, STONE, METAL, petals=5, layers=1, cup=0.4, heart_size=0.26)
    return [*out, *flower(metres(top), -np.array([0.82, 0.05, 0.57]), 0.0098, STONE, METAL, petals=5, cup=-0.4, heart_size=0.0)]


def make_blossom_earrings(metal: str, stone: str) -> Tailored:
    """Enamelled blossoms."""
    return jewel("blossom-earrings", _blossoms, metal, stone, matt=True)


def _tassels(head: HeadSurface) -> list[Chart]:
    top = _front(head) + np.array([0.10, -0.12, 0.04])
    out = [
        bead(metres(top), 0.0018, METAL, 8, 5),
        bead(metres(top + np.array([0.0, -0.75, 0.0])), np.array([0.0024, 0.0030, 0.0024]), METAL, 8, 5),
    ]
    out.append(tube(metres(np.stack([top, top + np.array([0.0, -0.7, 0.0])])), 0.0005, METAL, 5))
    for angle in np.arange(0.0, 2 * np.pi, 2 * np.pi / 9):
        way = np.array([np.cos(angle), 0.0, np.sin(angle)])
        line = np.stack(
            [top + np.array([0.0, y, 0.0]) + way * r for y, r in ((-0.9, 0.10), (-1.6, 0.26), (-2.6, 0.30), (-3.3, 0.34))]
        )
        out.append(tube(metres(line), np.array([0.0009, 0.0011, 0.0011, 0.0007]), STONE, 4))
    return out


def make_tassel_earrings(metal: str, silk: str) -> Tailored:
    """Tassels of silk thread."""
    return jewel("tassel-earrings", _tassels, metal, silk, matt=True)
