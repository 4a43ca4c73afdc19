"""A drawstring pouch of patterned cloth for festivals, its two cords tied over the fingers and ending in beads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.dyed import Dyed
from avatars.forge.garments.bag_block import make_bag_of, rounded, solid, within
from avatars.forge.garments.held import held, held_rig, hung
from avatars.forge.garments.lofts import bead, tube
from avatars.forge.sdf.fields import bump, ramp

if TYPE_CHECKING:
    from avatars.forge.charts import Chart
    from avatars.forge.wardrobe.garment import Tailored

CLOTH, BASE, CORD = "#a8456a", "#3f4a63", "#e8c987"
_BODY, _CORD = (0.01, 0.01, 0.99, 0.88), (0.01, 0.90, 0.99, 0.99)
_NECK = 0.105


def _body() -> Chart:
    down = np.array([0.086, 0.078, 0.084, 0.096, _NECK, 0.114, 0.132, 0.156, 0.180, 0.200, 0.212, 0.216])
    size = np.array([0.026, 0.040, 0.043, 0.034, 0.0200, 0.0310, 0.0550, 0.0690, 0.0710, 0.0610, 0.0420, 0.0060])
    across, out = rounded(size, size * 0.86, 2.2, 28)
    turn = np.linspace(-np.pi, np.pi, 29)[None]
    # Gathers run from the neck into frill and body.
    folds = (0.0046 * np.exp(-(((down - 0.090) / 0.012) ** 2)) + 0.0036 * np.exp(-(((down - 0.122) / 0.014) ** 2)))[:, None]
    reach = 1.0 + folds * np.cos(9 * turn + 0.5) / np.maximum(size, 0.01)[:, None]
    return solid(hung(across * reach, np.broadcast_to(down[:, None], across.shape), out * reach), _BODY)


def _cords() -> list[Chart]:
    made: list[Chart] = []
    for side in (1.0, -1.0):
        t = np.linspace(0.0, 1.0, 9)
        up = np.stack([side * 0.024 * np.sin(np.pi * t * 0.5), 0.002 + (_NECK - 0.002) * t, side * 0.006 * t], axis=1)
        made.append(tube(hung(up[:, 0], up[:, 1], up[:, 2]), 0.0028, _CORD, 5))
        line = hung(side * (0.024 + 0.018 * np.sin(np.pi * t)), _NECK + 0.052 * t, side * 0.014 + 0.030 * np.sin(np.pi * t * 0.5))
        made += [tube(line, 0.0024, _CORD, 5), bead(line[-1], 0.0072, _CORD, 8, 6)]
    ring = np.linspace(0.0, 2 * np.pi, 15)
    neck = hung(0.0225 * np.sin(ring), np.full(15, _NECK), 0.0200 * np.cos(ring))
    return [*made, tube(neck, 0.0032, _CORD, 5)]


def _paint() -> Dyed:
    c = Dyed(320, 384, {"cloth": CLOTH, "base": BASE, "cord": CORD})
    c.grain(0.8, 0.014, 421, 1.6)
    body, u, v = within(c, _BODY)
    fold = np.cos(9 * (u - 0.5) * 2 * np.pi + 0.5)
    near = body * np.exp(-(((v - 0.36) / 0.13) ** 2))
    c.tone(1.0 + 0.16 * fold - 0.10, near)
    c.tone(0.62, body * bump(0.345, 0.022, v))
    c.tone(0.60, body * ramp(0.05, 0.03, v))
    edge = v - 0.745
    c.lay("base", body * ramp(-0.004, 0.004, edge))
    c.tone(0.78, body * bump(0.0, 0.010, edge))
    c.lay("cord", body * ramp(0.010, 0.006, np.abs(v - 0.715)))
    c.tone(0.84, body * ramp(0.86, 1.0, v))
    cord, _, w = within(c, _CORD)
    c.lay("cord", cord)
    c.tone(0.86 + 0.18 * (0.5 + 0.5 * np.cos((u * 60 + w * 2) * 2 * np.pi)), cord)
    return c


def make_kinchaku() -> Tailored:
    """The pouch."""
    return make_bag_of("drawstring-pouch", [_body(), *_cords()], _paint(), 384 / 0.40, held, held_rig(),
                       {"shade": (0.72, 0.62, 0.72), "outline": (0.28, 0.14, 0.22)})
