"""What lies on the skin below the throat: pearls and a locket; and garlands that lie over the clothes."""

from __future__ import annotations

import numpy as np

from avatars.forge.charts import Chart, part
from avatars.forge.cloth.zoned import Zoned
from avatars.forge.garments.flowers import axes, flower, leaf, placed
from avatars.forge.garments.hat_block import CLOTH, OUTLINE
from avatars.forge.garments.lofts import Rect, bead, tube
from avatars.forge.garments.throat import AXIS_Z, around_neck, before_chest, graded, loop, on_skin, strung
from avatars.forge.part import Made, Material
from avatars.forge.sdf.fields import ramp
from avatars.forge.wardrobe.garment import Tailored

_UPPER: Rect = (0.0, 0.0, 1.0, 0.48)
_LOWER: Rect = (0.0, 0.52, 1.0, 1.0)


def _jewellery(name: str, charts: list[Chart], canvas: Zoned, glow: tuple[float, float, float]) -> Tailored:
    picture, masks = canvas.done()
    shiny = Material(
        name,
        texture=picture,
        shade=(0.78, 0.68, 0.68),
        shift=0.08,
        soft=0.08,
        rim=glow,
        rim_power=2.6,
        outline=0.00025,
        outline_colour=OUTLINE,
    )
    return Tailored(Made((part(name, name, *charts, weigh=around_neck),), (shiny,)), {name: masks})


def make_pearls(pearl: str) -> Tailored:
    """A string of pearls, larger in front."""
    line = strung(on_skin(np.linspace(-118.0, 118.0, 60), 1.3035, 0.050, 0.0030), 0.0066)
    sizes = graded(len(line), 0.0036, 0.0026)
    charts = [bead(at, size, _UPPER, 7, 5) for at, size in zip(line, sizes, strict=True)]
    canvas = Zoned(64, 64, {"pearl": pearl})
    canvas.lay("pearl")
    fall = canvas.y / 0.48
    canvas.tone(1.06 - 0.22 * fall**2)
    canvas.tone(1.30, np.exp(-(((canvas.x - 0.56) / 0.10) ** 2 + ((fall - 0.26) / 0.12) ** 2)))
    canvas.tone(1.06, np.exp(-(((fall - 0.86) / 0.10) ** 2)))
    return _jewellery("pearls", charts, canvas, (0.22, 0.20, 0.22))


def make_locket(metal: str, enamel: str) -> Tailored:
    """An oval locket on a fine chain; a leaf on its lid."""
    line = on_skin(np.linspace(-110.0, 110.0, 41), 1.286, 0.068, 0.0014)
    charts = [tube(line, 0.0009, _UPPER, 4)]
    at = before_chest(np.array([0.0]), np.array([1.272]), 0.0016)[0]
    turn = axes(np.array([0.0, 0.40, 1.0]))
    case = bead(np.zeros(3), np.array([0.0082, 0.0104, 0.0030]), _UPPER, 14, 7)
    lid = bead(np.array([0.0, 0.0, 0.0012]), np.array([0.0064, 0.0084, 0.0026]), _LOWER, 14, 7)
    charts += [placed(case, at, turn), placed(lid, at, turn)]
    ring = np.linspace(0.0, 2 * np.pi, 9)
    hoop = line[20] + np.stack([0.0022 * np.sin(ring), -0.0018 + 0.0024 * np.cos(ring), 0.0012 + 0 * ring], axis=1)
    charts.append(tube(hoop, 0.0006, _UPPER, 4, closed=True))
    canvas = Zoned(128, 128, {"metal": metal, "enamel": enamel})
    canvas.lay("metal")
    canvas.lay("enamel", canvas.y > 0.5)
    canvas.tone(0.76 + 0.40 * np.cos((canvas.y / 0.48 - 0.3) * 5.0) ** 2, canvas.y < 0.5)
    fall, across = (canvas.y - 0.52) / 0.48, (canvas.x - 0.5) * 2.0
    rib = np.abs(across * 3.0 - 0.0)
    leaf_in = ramp(0.30, 0.24, np.abs(across) / np.maximum(np.sin(np.pi * np.clip((fall - 0.18) / 0.64, 0.0, 1.0)), 1e-3) ** 0.8)
    canvas.lay("metal", leaf_in * (fall > 0.18) * (fall < 0.82))
    canvas.tone(0.74, leaf_in * ramp(0.10, 0.04, rib) * (canvas.y > 0.5))
    canvas.tone(1.25, np.exp(-(((canvas.x - 0.58) / 0.05) ** 2 + ((fall - 0.25) / 0.10) ** 2)) * (canvas.y > 0.5))
    return _jewellery("locket", charts, canvas, (0.30, 0.26, 0.20))


_PETAL, _SECOND, _HEART, _LEAF = (
    (0.02, 0.02, 0.48, 0.48),
    (0.52, 0.02, 0.98, 0.48),
    (0.02, 0.54, 0.22, 0.72),
    (0.30, 0.54, 0.70, 0.96),
)


def make_lei(petals: str, second: str, leaves: str) -> Tailored:
    """A garland of flowers over shoulders and chest."""
    random = np.random.default_rng(17)
    line = loop((0.094, 0.118, 0.082), (1.190, 1.325, 1.340), 0.022, 81)
    line = strung(line, 0.0250)[:-1]
    middle = np.array([0.0, 0.0, AXIS_Z])
    charts: list[Chart] = [tube(np.concatenate([line, line[:1]]), 0.004, _LEAF, 4, closed=True)]
    for i, at in enumerate(line):
        ahead = (at - middle) * np.array([1.0, 0.0, 1.0])
        ahead = ahead / np.linalg.norm(ahead) + np.array([0.0, 0.55, 0.0]) + random.uniform(-0.25, 0.25, 3)
        charts += flower(
            at + random.uniform(-0.003, 0.003, 3),
            ahead,
            0.0225 + random.uniform(-0.002, 0.003),
            _SECOND if i % 3 == 1 else _PETAL,
            _HEART,
            petals=5,
            cup=0.55,
            spin=random.uniform(0, 6),
            wide=0.50,
            heart_size=0.16 if i % 3 != 1 else 0.0,
        )
        if i % 3 == 0:
            charts.append(leaf(at, np.cross(ahead, [0.0, 1.0, 0.3]) * (-1) ** i, ahead, 0.034, _LEAF))
    canvas = Zoned(256, 256, {"petals": petals, "second": second, "leaves": leaves})
    canvas.lay("leaves")
    for left, zone in ((0.02, "petals"), (0.52, "second")):
        across, up = (canvas.x - left) / 0.46, (canvas.y - 0.02) / 0.46
        here = (canvas.y < 0.51) & ((canvas.x < 0.5) == (left < 0.5))
        canvas.lay(zone, here)
        canvas.tone(0.72, here * ramp(0.5, 0.0, up))
        canvas.tone(1.10, here * ramp(0.6, 1.0, up))
        canvas.tone(0.90, here * (np.abs(np.sin((across - 0.5) * 14)) < 0.2) * ramp(0.9, 0.4, up))
    canvas.fix((0.95, 0.78, 0.34), canvas.within(_HEART))
    canvas.tone(0.80, canvas.within(_LEAF) * (np.abs((canvas.x - 0.30) / 0.40 - 0.5) < 0.04))
    picture, masks = canvas.done()
    cloth = Material(
        "lei", texture=picture, shade=CLOTH, shift=0.03, soft=0.16, outline=0.0004, outline_colour=OUTLINE, double_sided=True
    )
    return Tailored(Made((part("lei", "lei", *charts, weigh=around_neck),), (cloth,)), {"lei": masks})
