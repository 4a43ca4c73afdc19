"""A closed umbrella: the cloth wound round its stick and buttoned, a crook of wood over the fingers, a metal tip."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.dyed import Dyed
from avatars.forge.cloth.tailoring import button, stitches
from avatars.forge.garments.bag_block import make_bag_of, solid, within
from avatars.forge.garments.held import held, held_rig, hung
from avatars.forge.garments.lofts import tube
from avatars.forge.sdf.fields import bump, ramp

if TYPE_CHECKING:
    from avatars.forge.charts import Chart
    from avatars.forge.wardrobe.garment import Tailored

CANOPY, BORDER, WOOD = "#3f6f78", "#e9d9b8", "#a5713f"
_CLOTH, _STICK, _TIP = (0.01, 0.01, 0.99, 0.84), (0.01, 0.86, 0.70, 0.99), (0.75, 0.86, 0.99, 0.99)
_TOP, _LOW = 0.085, 0.600


def _cloth() -> Chart:
    down, size = np.array([
        (0.097, 0.0100), (_TOP, 0.0270), (0.087, 0.0300), (0.130, 0.0310), (0.190, 0.0275), (0.205, 0.0235), (0.216, 0.0225),
        (0.228, 0.0240), (0.300, 0.0255), (0.380, 0.0220), (0.460, 0.0175), (0.530, 0.0130), (_LOW, 0.0085), (0.604, 0.0030),
    ]).T
    turn = np.linspace(-np.pi, np.pi, 33)[None]
    # Wound cloth: eight folds that lean over each other and turn round the stick on their way down.
    wind = 8 * turn + 9.0 * (down[:, None] - _TOP)
    saw = ((wind / (2 * np.pi)) % 1.0) ** 0.7
    reach = size[:, None] * (0.86 + 0.26 * saw)
    return solid(hung(reach * np.sin(turn), np.broadcast_to(down[:, None], reach.shape), reach * np.cos(turn)), _CLOTH)


def _stick() -> list[Chart]:
    # Over the fingers and down: half a turn whose middle lies under the grip.
    angle = np.linspace(1.25 * np.pi, 0.0, 12)
    crook = np.stack([-0.026 + 0.026 * np.cos(angle), 0.022 - 0.026 * np.sin(angle)], axis=1)
    line = np.concatenate([crook, [[0.0, 0.050], [0.0, 0.075], [0.0, _TOP + 0.014]]]) + np.array([0.026, 0.0])
    line[:, 0] -= 0.026 * ramp(0.03, 0.06, line[:, 1])
    handle = tube(hung(line[:, 0], line[:, 1], np.zeros(len(line))), 0.0082, _STICK, 7)
    tip = tube(hung(np.zeros(3), np.array([_LOW - 0.004, _LOW + 0.020, _LOW + 0.050]), np.zeros(3)),
               np.array([0.0052, 0.0042, 0.0030]), _TIP, 6)
    return [handle, tip]


def _paint() -> Dyed:
    c = Dyed(448, 256, {"canopy": CANOPY, "border": BORDER, "wood": WOOD})
    c.grain(0.9, 0.010, 431)
    body, u, v = within(c, _CLOTH)
    wind = (8 * (u - 0.5) + 9.0 * v * 0.53 / (2 * np.pi)) % 1.0
    c.tone(0.62, body * ramp(0.12, 0.0, wind))
    c.tone(1.12, body * bump(0.88, 0.07, wind))
    c.tone(0.86, body * bump(0.45, 0.2, wind) * 0.5)
    # Piped edges of the folds, and the band with its button.
    c.lay("border", body * ramp(0.055, 0.035, np.abs(wind - 0.955)) * ramp(0.075, 0.085, v))
    band = v - 0.262
    c.lay("canopy", body * ramp(0.030, 0.026, np.abs(band)))
    c.tone(0.80, body * ramp(0.030, 0.026, np.abs(band)))
    c.tone(0.55, body * bump(0.0, 0.006, np.abs(band) - 0.031))
    stitches(c, np.where(body > 0, (np.abs(band) - 0.022) * 0.5, 1.0), u * 0.16, 1.25, 0.7)
    button(c, np.where(body > 0, (u - 0.60) * 0.16, 1.0), band * 0.6, (0.88, 0.76, 0.52), 0.0062)
    c.tone(0.50, body * ramp(0.03, 0.0, v))
    stick, _, w = within(c, _STICK)
    c.lay("wood", stick)
    c.tone(0.92 + 0.10 * np.sin(w * 24 + 3 * np.sin(u * 20)), stick)
    tip, _, w = within(c, _TIP)
    c.fix((0.74, 0.68, 0.58), tip)
    c.tone(0.80, tip * ramp(0.3, 0.0, w))
    return c


def make_umbrella() -> Tailored:
    """The umbrella."""
    return make_bag_of("closed-umbrella", [_cloth(), *_stick()], _paint(), 0.0, held, held_rig(),
                       {"shade": (0.68, 0.62, 0.72), "outline": (0.16, 0.22, 0.25)})
