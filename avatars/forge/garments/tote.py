"""A canvas tote, carried in the hand: soft sides, two handles, a pocket and a printed wave."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.dyed import Dyed
from avatars.forge.cloth.tailoring import raised, seam, stitches
from avatars.forge.garments.bag_block import make_bag_of, rounded, solid, within
from avatars.forge.garments.held import held, held_rig, hung
from avatars.forge.garments.lofts import tube
from avatars.forge.sdf.fields import bump, ramp

if TYPE_CHECKING:
    from avatars.forge.charts import Chart
    from avatars.forge.wardrobe.garment import Tailored

CANVAS, HANDLE, PRINT = "#e9dfca", "#9a5b3c", "#44708a"
_BODY, _STRAP = (0.01, 0.01, 0.99, 0.86), (0.01, 0.88, 0.99, 0.99)
_TOP, _LOW = 0.135, 0.405
"""Metres below the grip of its mouth and its floor."""


def _body() -> Chart:
    down = np.array([0.165, 0.136, _TOP, 0.185, 0.245, 0.315, _LOW - 0.035, _LOW - 0.010, _LOW, _LOW])
    wide = np.array([0.138, 0.142, 0.145, 0.147, 0.149, 0.152, 0.152, 0.147, 0.138, 0.020])
    deep = np.array([0.0130, 0.0165, 0.0185, 0.0270, 0.0350, 0.0410, 0.0420, 0.0380, 0.0300, 0.0040])
    across, out = rounded(wide, deep, 3.0, 28)
    # The sides sink in between mouth and floor, and the cloth hangs in a soft fold.
    sag = 1.0 - 0.10 * np.exp(-(((down - 0.25) / 0.06) ** 2))[:, None] * (np.abs(out) / deep[:, None] < 0.4)
    out = out + 0.0045 * np.sin(across * 38 + down[:, None] * 22) * ramp(_TOP, _TOP + 0.08, down)[:, None] * np.sign(out)
    depth = np.broadcast_to(down[:, None], across.shape)
    return solid(hung(across * sag, depth, out), _BODY)


def _handles() -> list[Chart]:
    made = []
    for side in (1.0, -1.0):
        t = np.linspace(-1.0, 1.0, 13)
        across = 0.066 * np.sign(t) * np.abs(t) ** 0.55
        drop = 0.003 + (_TOP + 0.030) * np.abs(t) ** 1.6
        out = side * (0.002 + 0.0195 * np.abs(t) ** 1.2)
        made.append(tube(hung(across, drop, out), 0.0085, _STRAP, 6, up=np.array([0.0, side, 0.0]), flat=0.34))
    return made


def _paint() -> Dyed:
    c = Dyed(384, 512, {"canvas": CANVAS, "handle": HANDLE, "print": PRINT})
    c.grain(0.8, 0.022, 411, 2.0)
    c.grain(18.0, 0.02, 412)
    body, u, v = within(c, _BODY)
    c.tone(1.0 + 0.04 * np.cos(2 * np.pi * u * 2))
    c.tone(0.55, body * ramp(0.070, 0.055, v))
    for side in (0.25, 0.75):
        seam(c, np.where(body > 0, (u - side) * 0.72, 1.0), 0.8)
    hem = np.where(body > 0, v - 0.165, 1.0)
    stitches(c, hem * 0.42, u * 0.72, 1.12, 0.7)
    c.tone(0.90, body * bump(0.172, 0.006, v))
    # A printed sun over three waves on the outer side.
    px, py = (u - 0.5) * 0.62, (0.50 - v) * 0.36
    sun = np.hypot(px - 0.018, py - 0.020)
    c.lay("handle", body * ramp(0.0225, 0.0215, sun) * ramp(-0.004, -0.002, py - 0.004 * np.sin(px * 120)))
    for low in (-0.002, -0.016, -0.030):
        wave = np.abs(py - low - 0.0045 * np.sin(px * 120))
        c.lay("print", body * ramp(0.0034, 0.0026, wave) * ramp(0.062, 0.058, np.abs(px)))
    c.tone(0.88, body * ramp(0.86, 0.98, v))
    strap, _, w = within(c, _STRAP)
    c.lay("handle", strap)
    stitches(c, np.where(strap > 0, (np.abs(w - 0.5) - 0.30) * 0.03, 1.0), u * 0.4, 1.22, 0.7)
    raised(c, np.where(strap > 0, 0.012 - np.abs(w - 0.5) * 0.03, 1.0), 0.2)
    return c


def make_tote() -> Tailored:
    """The bag."""
    return make_bag_of("canvas-tote", [_body(), *_handles()], _paint(), 512 / 0.72, held, held_rig(),
                       {"shade": (0.78, 0.70, 0.74), "outline": (0.40, 0.32, 0.26)})
