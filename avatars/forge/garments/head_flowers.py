"""Flowers for the hair: a summer wreath, and a kanzashi of folded silk with falling petals."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from avatars.forge.charts import Chart, part
from avatars.forge.cloth.zoned import Zoned
from avatars.forge.garments.flowers import axes, flower, leaf, petal, placed
from avatars.forge.garments.hat_block import CLOTH, OUTLINE, at, level, made_of, metres, on_head, press
from avatars.forge.garments.lofts import bead, tube
from avatars.forge.hair.rig import Chain, Swing, joint_names, joints, springs
from avatars.forge.part import Made, Material, Part
from avatars.forge.sdf.fields import Doubles, ramp
from avatars.forge.wardrobe.garment import Tailored

_WREATH = (19.0, 17.6, 16.2)
_PETAL, _SECOND, _HEART, _LEAF, _VINE = (
    (0.02, 0.02, 0.48, 0.48),
    (0.52, 0.02, 0.98, 0.48),
    (0.02, 0.54, 0.22, 0.72),
    (0.30, 0.54, 0.70, 0.96),
    (0.76, 0.54, 0.96, 0.96),
)
_BLOOMS = (
    # azimuth, radius, second colour
    (0, 2.3, 0),
    (24, 1.6, 1),
    (-25, 1.7, 1),
    (46, 2.1, 0),
    (-48, 1.9, 0),
    (70, 1.5, 1),
    (-72, 1.8, 1),
    (96, 2.0, 0),
    (-98, 1.6, 0),
    (126, 1.6, 1),
    (-128, 1.9, 1),
    (156, 1.8, 0),
    (-158, 1.5, 0),
)


def make_flower_wreath(petals: str, second: str, leaves: str) -> Tailored:
    """The wreath in these dyes."""
    random = np.random.default_rng(7)
    turn = np.linspace(-180.0, 180.0, 41)
    charts: list[Chart] = []
    for lift, phase in ((0.0, 0.0), (0.25, 2.0)):
        ring = at(
            turn,
            level(_WREATH, turn) + lift + 0.35 * np.sin(np.radians(turn) * 9 + phase),
            1.25 + 0.2 * np.cos(np.radians(turn) * 9 + phase),
        )
        charts.append(tube(metres(ring), 0.0030, _VINE, 4, closed=True))
    for azimuth, radius, which in _BLOOMS:
        place, ahead = _spot(
            azimuth + random.uniform(-3, 3), level(_WREATH, np.array(float(azimuth))) + random.uniform(-0.5, 0.7), 1.6
        )
        ahead = ahead + random.uniform(-0.22, 0.22, 3) + np.array([0.0, 0.12, 0.0])
        charts += flower(
            metres(place),
            ahead,
            radius * 0.01,
            _SECOND if which else _PETAL,
            _HEART,
            petals=6 if which else 5,
            layers=1 if which else 2,
            cup=0.45,
            spin=random.uniform(0, 6.0),
            wide=0.34 if which else 0.46,
        )
    for around in np.arange(-174.0, 180.0, 13.0):
        a = float(around) + random.uniform(-4, 4)
        place, ahead = _spot(a, level(_WREATH, np.array(a)) + random.uniform(-0.6, 0.8), 1.35)
        along = np.array([np.cos(np.radians(a)), random.uniform(-0.9, 0.9), -np.sin(np.radians(a))]) * (
            1 if random.random() > 0.5 else -1
        )
        charts.append(leaf(metres(place), along + 0.3 * ahead, ahead + 0.2, 0.030 + random.uniform(-0.004, 0.006), _LEAF))
    held = press(tuple(h - 1.0 for h in _WREATH), tuple(h + 1.0 for h in _WREATH), 0.9)  # type: ignore[arg-type]
    return made_of("flower-wreath", charts, _painted(petals, second, leaves), double_sided=True, press=held, soft=0.16)


def _spot(azimuth: float, height: Doubles | float, off: float) -> tuple[Doubles, Doubles]:
    """A place on the block (cm) and the way out of it."""
    a, h = np.array([float(azimuth)]), np.array([float(height)])
    place, further = at(a, h, off)[0], at(a, h, off + 0.5)[0]
    beside, above = at(a + 1.0, h, off)[0] - place, at(a, h + 0.3, off)[0] - place
    out = np.cross(beside, above)
    out *= np.sign(out @ (further - place)) / np.linalg.norm(out)
    return place, out


def _painted(petals: str, second: str, leaves: str) -> Zoned:
    canvas = Zoned(256, 256, {"petals": petals, "second": second, "leaves": leaves})
    canvas.lay("leaves")
    canvas.lay("petals", (canvas.x < 0.5) & (canvas.y < 0.51))
    canvas.lay("second", (canvas.x >= 0.5) & (canvas.y < 0.51))
    canvas.fix((0.93, 0.72, 0.30), canvas.within(_HEART))
    canvas.tone(1.0 + 0.16 * np.sign(np.sin(canvas.x * 180) * np.sin(canvas.y * 180)), canvas.within(_HEART))
    for left in (0.02, 0.52):
        across, up = (canvas.x - left) / 0.46, (canvas.y - 0.02) / 0.46
        here = (canvas.y < 0.51) & ((canvas.x < 0.5) == (left < 0.5))
        canvas.tone(0.70, here * ramp(0.55, 0.0, up))
        canvas.tone(1.10, here * ramp(0.55, 1.0, up))
        canvas.tone(0.90, here * (np.abs(np.sin((across - 0.5) * 16 * (1.2 - 0.6 * up))) < 0.22) * ramp(0.95, 0.5, up))
    across, up = (canvas.x - 0.30) / 0.40, (canvas.y - 0.54) / 0.42
    here = canvas.within(_LEAF)
    canvas.tone(0.78, here * (np.abs(across - 0.5) < 0.035))
    canvas.tone(0.88, here * ((np.abs(across - 0.5) * 1.4 - up) % 0.16 < 0.025))
    canvas.tone(1.12, here * (across > 0.54) * 0.7)
    canvas.tone(0.72, canvas.within(_VINE))
    return canvas


_CORD = (0.80, 0.58, 0.92, 0.92)
_AT = (50.0, 16.4)
_FALLS = (((-1.2, -1.2), 7), ((0.2, -1.7), 9), ((1.5, -1.3), 8))
"""Where strings of petals hang from (right and up of the middle, cm), and how many petals each has."""
_BIRA = Swing(0.35, 0.30, 0.25, 0.004)


def make_kanzashi(petals: str, second: str, cord: str) -> Tailored:
    """Folded silk flowers at her left temple with three strings of petals, in these dyes."""
    place, ahead = _spot(*_AT, 2.1)
    side = np.array([np.cos(np.radians(_AT[0])), 0.0, -np.sin(np.radians(_AT[0]))])
    up = np.array([0.0, 1.0, 0.0])
    blooms = (
        (0.0, 0.0, 2.5, _PETAL, 8, 2),
        (2.6, 1.7, 1.7, _SECOND, 7, 2),
        (-2.2, 1.9, 1.5, _SECOND, 7, 1),
        (0.7, 3.2, 1.25, _PETAL, 6, 1),
        (3.6, -0.9, 1.15, _PETAL, 6, 1),
    )
    charts: list[Chart] = []
    for x, y, radius, rect, count, layers in blooms:
        centre = place + side * x + up * y - ahead * 0.05 * (x * x + y * y) + np.array([0.0, 0.0, 0.0])
        charts += flower(
            metres(centre),
            ahead + 0.10 * (side * x + up * y) / 2,
            radius * 0.01,
            rect,
            _HEART,
            petals=count,
            layers=layers,
            cup=0.42,
            point=0.75,
            wide=0.40,
            spin=0.3 * x,
            heart_size=0.17,
        )
    charts += [
        leaf(metres(place + side * x + up * y - ahead * 0.2), side * x + up * y, ahead, 0.034, _LEAF)
        for x, y in ((-2.0, -0.6), (1.6, -2.0), (-0.8, 3.2))
    ]
    pin = np.stack([place - ahead * 0.6 + side * t + up * 0.5 * t for t in (-4.4, -2.0, 2.0)])
    charts.append(tube(metres(pin), 0.0022, (0.25, 0.55, 0.28, 0.7), 6))
    fixed = part("kanzashi", "kanzashi", *charts, weigh=on_head)
    falls, chains = _strings(place, ahead, side)
    whole = [fixed, *falls]
    picture, masks = _silk(petals, second, cord).done()
    silk = Material(
        "kanzashi",
        texture=picture,
        shade=CLOTH,
        shift=0.03,
        soft=0.12,
        rim=(0.14, 0.12, 0.12),
        outline=0.0004,
        outline_colour=OUTLINE,
        double_sided=True,
    )
    return Tailored(Made(tuple(whole), (silk,), joints(chains), springs(chains)), {"kanzashi": masks})


def _strings(place: Doubles, ahead: Doubles, side: Doubles) -> tuple[list[Part], list[Chain]]:
    """Each string swings on bones of its own."""
    parts, chains = [], []
    for number, ((x, y), count) in enumerate(_FALLS):
        top = place + side * x + np.array([0.0, y, 0.0]) - ahead * 0.1
        long = 0.62 * count + 0.8
        knots = np.stack([top - np.array([0.0, long * t, 0.0]) for t in (0.0, 0.35, 0.7, 1.0)])
        chain = Chain(f"kanzashi_{number}", "bira", knots, _BIRA)
        charts = [tube(metres(np.stack([top - np.array([0.0, long * t, 0.0]) for t in np.linspace(0, 1, 7)])), 0.0008, _CORD, 4)]
        for i in range(count):
            at_ = top - np.array([0.0, 0.55 + 0.62 * i, 0.0]) + ahead * 0.12
            one = petal(0.0105, 0.0055, 0.5, 0.7, _PETAL if number != 1 else _SECOND, 4, 3)
            charts.append(
                placed(
                    one, metres(at_), axes(ahead + side * 0.25 * (-1) ** i, np.array([0.0, -1.0, 0.0]) + 0.3 * side * (-1) ** i)
                )
            )
        end = metres(top - np.array([0.0, long, 0.0]))
        charts.append(bead(end, np.array([0.0022, 0.0035, 0.0022]), _HEART, 6, 5))
        parts.append(part(f"kanzashi_{number}", "kanzashi", *charts, weigh=_swinging(chain)))
        chains.append(chain)
    return parts, chains


def _swinging(chain: Chain) -> Callable[[Doubles], tuple[tuple[str, ...], Doubles]]:
    def weigh(points: Doubles) -> tuple[tuple[str, ...], Doubles]:
        names = joint_names([chain])
        height = (points[:, 1] - 1.375) * 100
        place = np.interp(-height, -chain.knots[:, 1], np.arange(len(chain.knots)))
        table = np.zeros((len(points), len(names)))
        for i in range(len(names) - 1):
            begins = ramp(i - 0.4, i + 0.4, place) if i else ramp(-0.2, 0.3, place)
            ends = ramp(i + 0.6, i + 1.4, place) if i < len(names) - 2 else 0.0
            table[:, i + 1] = begins - ends
        table[:, 0] = 1.0 - table[:, 1:].sum(axis=1)
        return names, table

    return weigh


def _silk(petals: str, second: str, cord: str) -> Zoned:
    """Folded silk: each petal is dark in its fold and has a light edge."""
    canvas = Zoned(256, 256, {"petals": petals, "second": second, "cord": cord})
    canvas.lay("cord")
    for left, zone in ((0.02, "petals"), (0.52, "second")):
        across, up = np.abs((canvas.x - left) / 0.46 - 0.5) * 2, (canvas.y - 0.02) / 0.46
        here = (canvas.y < 0.51) & ((canvas.x < 0.5) == (left < 0.5))
        canvas.lay(zone, here)
        canvas.tone(0.62, here * ramp(0.55, 0.05, across) * ramp(1.05, 0.2, up))
        canvas.tone(1.18, here * ramp(0.72, 0.98, across))
    canvas.fix((0.94, 0.78, 0.42), canvas.within(_HEART))
    canvas.fix((0.45, 0.60, 0.38), canvas.within(_LEAF))
    across = (canvas.x - 0.30) / 0.40
    canvas.tone(0.72, canvas.within(_LEAF) * ramp(0.18, 0.02, np.abs(across - 0.5)))
    canvas.fix((0.36, 0.22, 0.16), canvas.within((0.24, 0.54, 0.29, 0.72)))
    canvas.grain(3, 0.015, 5)
    return canvas
