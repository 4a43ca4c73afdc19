"""Glasses: frames, lenses and temples that rest on the nose and the ears of any face.

All is laid out on a head's surface; what a face slider moves of that surface moves the glasses along, as morphs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from avatars.forge.charts import Chart, part
from avatars.forge.cloth.paint import Image
from avatars.forge.cloth.zoned import Zoned
from avatars.forge.garments.hat_block import OUTLINE, metres, on_head
from avatars.forge.garments.lofts import surface, tube
from avatars.forge.head.surface import HeadSurface
from avatars.forge.part import Made, Material, Part
from avatars.forge.sdf.fields import Doubles
from avatars.forge.wardrobe.garment import Tailored
from avatars.shape.sliders import FACE_SLIDERS

_FRAME, _METAL, _PAD = (0.02, 0.02, 0.98, 0.30), (0.02, 0.34, 0.98, 0.62), (0.02, 0.66, 0.98, 0.96)
_AROUND = 24
_EAR = np.array([0.10, 10.75, -1.2])
"""From the side of the head at the ear's level: where a temple lies over the ear's root, height and depth."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One pair. Lengths in cm: a lens is `half` (width, height) around its middle `apart` from the nose's line."""

    half: tuple[float, float]
    apart: float
    power: float
    """2 is round, more is squarer."""
    rim: float
    """Thickness of the rim."""
    low_rim: float | None = None
    """Thickness of its lower half; None is as above, 0 none."""
    wing: float = 0.0
    """How far the upper outer corner is drawn out and up."""
    depth: float = 1.0
    """The rim's depth as part of its thickness."""
    height: float = 9.45
    """Of the lenses' middle on the plain face."""
    metal: bool = False
    temple: float = 0.16
    rests: float = 8.35
    """Height on the plain nose where it rests."""


def laid_out(shape: Shape, surface_: HeadSurface) -> tuple[list[Chart], list[Chart]]:
    """Frame and lenses on this head, metres."""
    lines = _lines(shape, surface_)
    frame = _METAL if shape.metal else _FRAME
    charts: list[Chart] = []
    for side in (1.0, -1.0):
        flip = np.array([side, 1.0, 1.0])
        rim = np.concatenate([lines["rim"], lines["rim"][:1]]) * flip
        turn = np.linspace(0.0, 2 * np.pi, _AROUND + 1)
        lower = shape.rim if shape.low_rim is None else shape.low_rim
        thick = lower + (shape.rim - lower) * np.clip(0.5 + 1.6 * np.sin(turn), 0.0, 1.0)
        if lower > 0:
            charts.append(tube(metres(rim), thick * 0.005, frame, 5, up=np.array([0.0, 0.0, 1.0]), flat=shape.depth, closed=True))
        else:
            some = np.flatnonzero(np.sin(turn) > -0.22)
            charts.append(tube(metres(rim[some]), thick[some] * 0.005, frame, 5, up=np.array([0.0, 0.0, 1.0]), flat=shape.depth))
        arm = lines["temple"] * flip
        size = shape.temple * np.array([1.15, 1.0, 0.95, 0.95, 0.95, 1.0, 1.1, 0.9])
        charts.append(tube(metres(arm), size * 0.005, frame, 5, up=np.array([0.0, 1.0, 0.0]), flat=1.0 if shape.metal else 1.9))
        pad = lines["pad"] * flip
        charts.append(tube(metres(pad), np.array([0.0006, 0.0012, 0.0007]), _PAD, 5))
    charts.append(tube(metres(lines["bridge"]), (0.13 if shape.metal else 0.22) * 0.005, frame, 5, up=np.array([0.0, 0.0, 1.0])))
    lenses = []
    for side in (1.0, -1.0):
        rim = np.concatenate([lines["rim"], lines["rim"][:1]]) * np.array([side, 1.0, 1.0])
        middle = rim[:-1].mean(axis=0) + np.array([0.0, 0.0, 0.10])
        grid = middle + (rim - middle) * np.array([0.0, 0.5, 0.97])[:, None, None]
        grid[1, :, 2] += 0.04
        away = metres(middle[None, None] - np.array([0.0, 0.0, 30.0]))
        made = surface(metres(grid), (0.0, 0.0, 1.0, 1.0), closed=True, away=away)
        flat = (grid[..., :2] - middle[:2]) / (2.1 * np.array(shape.half))
        uvs = np.stack([0.5 + flat[..., 0], 0.5 - flat[..., 1]], axis=-1).reshape(-1, 2)
        lenses.append(Chart(made.mesh, uvs))
    return charts, lenses


def _lines(shape: Shape, face: HeadSurface) -> dict[str, Doubles]:
    """The middle lines of all its pieces on her left, head centimetres."""
    rest_y = float(face.height(shape.rests))
    rest_z = float(face.front(0.0, rest_y)) + 0.10
    shift = rest_y - shape.rests
    turn = np.linspace(0.0, 2 * np.pi, _AROUND, endpoint=False)
    c, s = np.cos(turn), np.sin(turn)
    x = shape.apart + shape.half[0] * np.sign(c) * np.abs(c) ** (2 / shape.power)
    y = shape.height + shift + shape.half[1] * np.sign(s) * np.abs(s) ** (2 / shape.power)
    corner = np.clip(c, 0, 1) * np.clip(s + 0.15, 0, 1)
    x, y = x + 0.8 * shape.wing * corner, y + shape.wing * corner
    lens = rest_z + 0.16 - 0.055 * (x - 1.0) ** 2 - 0.10 * (shape.height + shift - y)
    # lashes and cheeks need room, whatever the face
    clear = max(0.0, float((face.front(np.minimum(x, 5.2), y) + 0.40 - lens).max()))
    lens = lens + clear
    rim = np.stack([x, y, lens], axis=1)
    outer = rim[int(np.argmax(x + 0.6 * y))]
    side = float(face.width(10.0))
    hinge = np.array([max(outer[0] + 0.10, side - 0.10), outer[1] - 0.15, outer[2] - 0.75])
    ear_x = side + _EAR[0]
    grown = 1 + 0.16 * float(face.shape.get("ears.size", 0.0))
    top = 9.05 + (_EAR[1] - 9.05) * grown
    temple = np.stack(
        [
            outer + np.array([-0.12, 0.0, 0.0]),
            (outer + hinge) / 2 + np.array([0.22, 0.0, 0.22]),
            hinge,
            np.array([ear_x + 0.14, 0.55 * hinge[1] + 0.45 * top, 2.8]),
            np.array([ear_x + 0.10, top, 0.3]),
            np.array([ear_x + 0.06, top + 0.05, -1.4]),
            np.array([ear_x - 0.10, top - 0.75, -2.9]),
            np.array([ear_x - 0.30, top - 1.9, -3.4]),
        ]
    )
    inner = rim[int(np.argmin(x + 0.12 * np.abs(y - shape.height - shift - 0.5)))]
    t = np.linspace(-1.0, 1.0, 9)
    bridge = np.stack([inner[0] * t * 1.02, inner[1] + 0.25 + 0.32 * (1 - t**2), inner[2] + 0.10 * (1 - t**2)], axis=1)
    on_nose = float(face.front(0.42, rest_y)) + 0.10
    pad = np.stack(
        [
            np.array([inner[0] + 0.02, inner[1] - 0.35, inner[2] - 0.05]),
            np.array([0.62, rest_y + 0.10, on_nose + 0.10]),
            np.array([0.56, rest_y - 0.35, on_nose + 0.02]),
        ]
    )
    return {"rim": rim, "temple": temple, "bridge": bridge, "pad": pad}


def spectacles(name: str, shape: Shape, dyes: dict[str, str], lens: Sequence[float], gradient: float = 0.0) -> Tailored:
    """The pair: zones ``frame`` and, where it is not of metal, fixed pads. `lens`: red, green, blue and opacity."""
    plain = HeadSurface({})
    rest = _parts(name, shape, plain)
    shapes: list[dict[str, Doubles]] = [{}, {}]
    for slider in FACE_SLIDERS:
        up, down = (_parts(name, shape, HeadSurface({slider.id: end})) for end in (1.0, -1.0))
        for i in range(2):
            delta = (up[i].positions - down[i].positions).astype(np.float64) / 2
            if np.abs(delta).max() > 6e-5:
                shapes[i][slider.id] = delta
    parts = tuple(_shaped(one, steps) for one, steps in zip(rest, shapes, strict=True))
    canvas = _painted(dyes, shape.metal)
    picture, masks = canvas.done()
    shiny = (0.34, 0.32, 0.30) if shape.metal else (0.20, 0.19, 0.18)
    materials = (
        Material(
            name,
            texture=picture,
            shade=(0.66, 0.58, 0.60),
            shift=0.06,
            soft=0.07,
            rim=shiny,
            rim_power=2.6,
            outline=0.0003,
            outline_colour=OUTLINE,
            shadowless=True,
        ),
        Material(f"{name}_lens", texture=_lens(lens, gradient), shade=(0.90, 0.88, 0.92), outline=0.0, blend=True, soft=0.3),
    )
    return Tailored(Made(parts, materials), {name: masks})


def _parts(name: str, shape: Shape, face: HeadSurface) -> tuple[Part, Part]:
    frame, lenses = laid_out(shape, face)
    return part(name, name, *frame, weigh=on_head), part(f"{name}_lens", f"{name}_lens", *lenses, weigh=on_head)


def _shaped(one: Part, steps: dict[str, Doubles]) -> Part:
    from dataclasses import replace

    return replace(one, shapes={slider: delta.astype(np.float32) for slider, delta in steps.items()})


def _painted(dyes: dict[str, str], metal: bool) -> Zoned:
    canvas = Zoned(128, 128, dyes)
    canvas.lay("frame")
    around = canvas.y * 2 * np.pi
    if metal:
        canvas.tone(1.0 + 0.22 * np.cos(around * 2.9), (canvas.y > 0.33) & (canvas.y < 0.63))
    canvas.grain(9, 0.02, 91)
    canvas.fix((0.74, 0.64, 0.58), canvas.y > 0.64)
    return canvas


def _lens(colour: Sequence[float], gradient: float) -> Image:
    """RGBA (64, 64, 4): a tint, lighter below by `gradient`, with a soft slanting light."""
    y, x = (np.mgrid[0:64, 0:64] + 0.5) / 64
    slant = x + 0.55 * y
    light = np.exp(-(((slant - 0.42) / 0.05) ** 2)) + 0.6 * np.exp(-(((slant - 0.56) / 0.022) ** 2))
    alpha = colour[3] * (1.0 - gradient * np.clip((y - 0.25) / 0.6, 0, 1))
    shine = 0.24 * light * np.clip(1.3 - 1.2 * y, 0, 1)
    rgb = np.asarray(colour[:3]) * np.ones((64, 64, 1))
    mixed = (rgb * (alpha * (1 - shine))[..., None] + shine[..., None]) / np.maximum(alpha * (1 - shine) + shine, 1e-6)[..., None]
    out = np.concatenate([mixed, (alpha + shine * (1 - alpha))[..., None]], axis=-1)
    return np.asarray(np.round(np.clip(out, 0, 1) * 255), dtype=np.uint8)


ROUND = Shape((1.95, 1.88), 3.20, 2.0, 0.17, metal=True, temple=0.13, height=9.35)
SQUARE = Shape((2.22, 1.66), 3.30, 3.6, 0.46, low_rim=0.34, wing=0.28, depth=0.9, height=9.40, temple=0.22)
HALF_RIM = Shape((2.05, 0.98), 3.15, 3.2, 0.30, low_rim=0.0, wing=0.12, height=7.95, temple=0.15, rests=7.75)
SUN = Shape((2.42, 1.98), 3.42, 2.7, 0.42, low_rim=0.34, wing=0.40, depth=1.0, height=9.35, temple=0.24)
CLEAR = (0.90, 0.96, 1.0, 0.06)


def make_round_glasses(frame: str) -> Tailored:
    """Round ones of thin metal."""
    return spectacles("round-glasses", ROUND, {"frame": frame}, CLEAR)


def make_square_glasses(frame: str) -> Tailored:
    """Square ones of horn."""
    return spectacles("square-glasses", SQUARE, {"frame": frame}, CLEAR)


def make_reading_glasses(frame: str) -> Tailored:
    """Narrow half-rims that sit low, for reading."""
    return spectacles("reading-glasses", HALF_RIM, {"frame": frame}, CLEAR)


def make_sunglasses(frame: str) -> Tailored:
    """Large tinted ones."""
    return spectacles("sunglasses", SUN, {"frame": frame}, (0.19, 0.12, 0.09, 0.90), 0.35)
