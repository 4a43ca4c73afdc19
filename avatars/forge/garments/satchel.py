"""A small cross-body bag of leather on the left hip, its strap over the right shoulder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge import anatomy
from avatars.forge.cloth.dyed import Dyed
from avatars.forge.cloth.tailoring import raised, stitches
from avatars.forge.garments.bag_block import make_bag_of, rounded, solid, within
from avatars.forge.garments.lofts import surface
from avatars.forge.sdf.fields import bump, loft, ramp, smin
from avatars.forge.sdf.rings import cast
from avatars.forge.skeleton import NAMES
from avatars.forge.weights import weights

if TYPE_CHECKING:
    from avatars.forge.charts import Chart
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.wardrobe.garment import Tailored

LEATHER, STRAP = "#8f5a3a", "#6e4632"
_BODY, _BAND, _BACK = (0.01, 0.01, 0.99, 0.72), (0.01, 0.74, 0.99, 0.86), (0.01, 0.88, 0.99, 0.99)
_HIP = np.array([0.198, 0.885, -0.052])
_OUT = np.array([0.95, 0.0, -0.31])
"""Where its middle hangs, and which way its front looks."""
_ROOM = 0.010
_CLOTHED = (
    # What one wears under it hangs straight from the bust and the shoulder blades.
    (0.840, 0.1660, 0.1200, 0.0, -0.006),
    (0.920, 0.1660, 0.1200, 0.0, -0.004),
    (1.010, 0.1530, 0.1100, 0.0, 0.000),
    (1.110, 0.1430, 0.1040, 0.0, 0.005),
    (1.160, 0.1460, 0.1090, 0.0, 0.006),
    (1.205, 0.1480, 0.1050, 0.0, 0.000),
    (1.250, 0.1460, 0.0900, 0.0, -0.011),
    (1.290, 0.1180, 0.0680, 0.0, -0.020),
)


def _body() -> Chart:
    rows = np.array([(0.082, 0.010, 0.002), (0.080, 0.070, 0.014), (0.074, 0.082, 0.023), (0.050, 0.088, 0.028),
                     (0.010, 0.091, 0.032), (-0.035, 0.090, 0.033), (-0.066, 0.084, 0.030), (-0.078, 0.070, 0.022),
                     (-0.080, 0.010, 0.003)])
    across, out = rounded(rows[:, 1], rows[:, 2], 3.4, 24)
    return solid(_placed(across, np.broadcast_to(rows[:, :1], across.shape), out), _BODY)


def _placed(across: Doubles, up: Doubles, out: Doubles) -> Doubles:
    beside = np.cross(np.array([0.0, 1.0, 0.0]), _OUT)
    beside = beside / np.linalg.norm(beside)
    # Its top leans a little towards her.
    height = up[..., None] * np.array([0.0, 1.0, 0.0])
    placed: Doubles = _HIP + across[..., None] * beside + height + (out - 0.10 * up)[..., None] * _OUT
    return placed


def _strap() -> list[Chart]:
    torso, clothed = anatomy.torso(), loft("y", _CLOTHED)

    def worn(points: Doubles) -> Doubles:
        d: Doubles = smin(torso(points) - 0.016, clothed(points), 0.02) - _ROOM
        return d

    shoulder, hip = np.array([-0.082, 1.30, -0.020]), np.array([0.180, 0.930, -0.045])
    along = (hip - shoulder) / np.linalg.norm(hip - shoulder)
    ahead = np.array([0.0, 0.0, 1.0]) - along * along[2]
    ahead /= np.linalg.norm(ahead)
    beside = np.cross(along, ahead)
    turn = np.linspace(0.0, 2 * np.pi, 41)
    way = np.cos(turn)[:, None] * along + np.sin(turn)[:, None] * ahead
    middle = shoulder * 0.42 + hip * 0.58
    rows = [cast(worn, np.tile(middle + beside * off, (41, 1)), way, 0.45) for off in (0.0105, 0.0, -0.0105)]
    grid = np.stack(rows)
    # Round and round once: thin, with the inner side closed by a second sheet.
    normal = way / np.linalg.norm(way, axis=1, keepdims=True)
    inner = grid - 0.0022 * normal[None]
    return [_facing(grid, normal, _BAND), _facing(inner[::-1], -normal, _BACK)]


def _facing(grid: Doubles, towards: Doubles, rect: tuple[float, float, float, float]) -> Chart:
    made = surface(grid, rect)
    off = (made.mesh.normals.reshape(*grid.shape) * towards[None]).sum() < 0
    return surface(grid, rect, inward=True) if off else made


def _paint() -> Dyed:
    c = Dyed(384, 384, {"leather": LEATHER, "strap": STRAP})
    c.grain(1.0, 0.016, 441)
    c.grain(20.0, 0.024, 442)
    body, u, v = within(c, _BODY)
    x, y = (u - 0.5) * 0.42, (0.5 - v) * 0.19
    # The flap over the front, with a tab and a small clasp.
    flap = np.minimum(0.093 - np.abs(x), y + 0.014 - 9.0 * x * x * 0.6)
    raised(c, np.where(body > 0, flap, -1.0), 1.0)
    stitches(c, np.where(body > 0, flap - 0.0050, 1.0), x + y, 1.30, 0.8)
    tab = np.minimum(0.0110 - np.abs(x), np.minimum(0.010 - y, y + 0.040))
    c.lay("strap", body * ramp(-0.0004, 0.0004, tab))
    raised(c, np.where(body > 0, tab, -1.0), 1.0)
    stitches(c, np.where(body > 0, tab - 0.0028, 1.0), x + y, 1.28, 0.7)
    clasp = np.maximum(np.abs(x) - 0.0062, np.abs(y + 0.027) - 0.0052)
    c.fix((0.83, 0.69, 0.42), body * ramp(0.0006, -0.0002, clasp))
    c.tone(0.62, body * bump(0.0008, 0.0008, clasp))
    c.tone(1.16, body * ramp(-0.002, -0.004, clasp) * (y > -0.027))
    for side in (0.25, 0.75):
        c.tone(0.80, body * bump(0.0, 0.006, u - side))
    c.tone(0.84, body * ramp(0.82, 1.0, v))
    c.tone(1.08, body * bump(0.20, 0.06, v))
    band, _, w = within(c, _BAND)
    c.lay("strap", band)
    stitches(c, np.where(band > 0, (np.abs(w - 0.5) - 0.34) * 0.021, 1.0), u * 1.1, 1.26, 0.8)
    back, _, _ = within(c, _BACK)
    c.lay("strap", back)
    c.tone(0.72, back)
    return c


def _hung(points: Doubles) -> tuple[tuple[str, ...], Doubles]:
    """The bag with the hips, the strap with the trunk it lies on."""
    table = weights(points)
    arms = [i for i, name in enumerate(NAMES) if name.startswith(("left", "right")) and not name.endswith("Shoulder")]
    spare = table[:, arms].sum(axis=1)
    table[:, arms] = 0.0
    low = points[:, 1] < 0.99
    table[~low, NAMES.index("upperChest")] += spare[~low]
    table[low] = 0.0
    table[low, NAMES.index("hips")] = 1.0
    return NAMES, table


def make_satchel() -> Tailored:
    """The bag."""
    return make_bag_of("cross-body-bag", [_body(), *_strap()], _paint(), 0.0, _hung,
                       look={"shade": (0.68, 0.58, 0.62), "rim": (0.14, 0.11, 0.09), "outline": (0.28, 0.17, 0.13)})
