"""Long waves, the upper half taken back from the temples into a clip."""

from __future__ import annotations

import numpy as np

from avatars.forge.hair.cap import cap
from avatars.forge.hair.cut import Comb, Cut
from avatars.forge.hair.fringe import SIDE_SOFT, fringe
from avatars.forge.hair.growth import pulled
from avatars.forge.hair.lock import Lock
from avatars.forge.hair.long import LONG_FALL, back_locks, front_locks, inside_sheet, long_chains, upper_locks
from avatars.forge.hair.parting import MIDDLE, SIDE
from avatars.forge.hair.rig import LONG, Chain
from avatars.forge.hair.scalp import Scalp
from avatars.forge.hair.strands import Drawn
from avatars.forge.hair.tail import tail
from avatars.forge.head.surface import HeadSurface, unit
from avatars.forge.parameters import Hair

_CLIP = np.array([0.0, 15.6, -13.2])
_DROP = np.array(
    [(0.0, 15.9, -12.4), (0.0, 14.8, -13.8), (0.0, 12.0, -14.3), (0.0, 8.0, -14.2), (0.0, 3.0, -13.8), (0.0, -3.0, -13.9)]
)


def make_half_up(hair: Hair, surface: HeadSurface) -> Cut:
    """The cut on this head."""
    scalp = Scalp(surface, LONG_FALL)
    comb = Comb(hair, scalp)
    drop = _DROP.copy()
    drop[:, 1] = [comb.low(float(y)) for y in drop[:, 1]]
    locks = [
        *back_locks(comb),
        *upper_locks(comb)[::2],
        *front_locks(comb)[::2],
        *_taken_back(comb),
        *tail(comb, drop, ((0.0, 0.5), (0.2, 1.0), (0.6, 1.7), (1.0, 0.8)), 7, 1.35),
        *fringe(comb, SIDE_SOFT, SIDE),
    ]
    # What is tied hangs where the middle of the back would swing.
    loose = [chain for chain in long_chains(comb) if chain.name != "back_1"]
    chains = (*loose, Chain("drop", "tail", drop[1:], LONG))
    return Cut(locks, chains, (cap(scalp, MIDDLE.root), inside_sheet(comb)), (_clip(),))


def _taken_back(comb: Comb) -> list[Lock]:
    """Drawn from the temples over the loose hair to the clip."""
    out = []
    for azimuth, height, lift in (
        (8, 18.6, 1.20),
        (-8, 18.6, 1.20),
        (24, 18.3, 1.25),
        (-24, 18.3, 1.25),
        (39, 17.4, 1.35),
        (-39, 17.4, 1.35),
        (52, 16.4, 1.45),
        (-52, 16.4, 1.45),
        (63, 15.2, 1.55),
        (-63, 15.2, 1.55),
        (74, 14.2, 1.65),
        (-74, 14.2, 1.65),
    ):
        goal = _CLIP + np.array([0.35 * np.sign(azimuth) + comb.vary(0.2), comb.vary(0.4), 0.0])
        out.append(
            pulled(
                comb.scalp,
                azimuth + comb.vary(1.5),
                height,
                goal,
                1.45 * (1 + comb.vary(0.1)),
                lift + 0.35,
                thickness=0.42,
                section="broad",
                rows=13,
                column=comb.column(3),
                strands=3,
                root_width=0.55,
                tip=0.35,
                taper_from=0.0,
            )
        )
    return out


def _clip() -> Drawn:
    """A curved bar across the gathered hair."""
    t, s = np.linspace(-1.0, 1.0, 13), np.linspace(0.0, 2 * np.pi, 9)
    end = np.sqrt(np.clip(1 - t**6, 0.0, 1.0))
    centre = np.stack([2.5 * t, 0.15 * (1 - t**2), 0.95 * t**2 - 0.55], axis=-1) + _CLIP + np.array([0.0, -0.3, -1.45])
    out = np.stack([0.30 * t, 0 * t, -np.ones_like(t)], axis=-1)
    out = unit(out)
    up = np.array([0.0, 1.0, 0.0])
    ring = up * (0.80 * np.cos(s))[None, :, None] + out[:, None] * (0.34 * np.sin(s))[None, :, None]
    points = centre[:, None] + ring * end[:, None, None]
    normals = unit(up * (np.cos(s) / 0.62)[None, :, None] + out[:, None] * (np.sin(s) / 0.26)[None, :, None])
    index = np.arange(t.size * s.size).reshape(t.size, s.size)
    a, b, c, d = index[:-1, :-1], index[:-1, 1:], index[1:, 1:], index[1:, :-1]
    triangles = np.concatenate([np.stack([a, c, b], axis=-1).reshape(-1, 3), np.stack([a, d, c], axis=-1).reshape(-1, 3)])
    flat = points.reshape(-1, 3)
    first = triangles[0]
    facing = np.cross(flat[first[1]] - flat[first[0]], flat[first[2]] - flat[first[0]]) @ normals.reshape(-1, 3)[first].sum(
        axis=0
    )
    mid = triangles[len(triangles) // 4]
    facing += np.cross(flat[mid[1]] - flat[mid[0]], flat[mid[2]] - flat[mid[0]]) @ normals.reshape(-1, 3)[mid].sum(axis=0)
    uvs = np.stack(np.broadcast_arrays(0.5 + 0.5 * t[:, None], s[None] / (2 * np.pi)), axis=-1).reshape(-1, 2)
    return Drawn(flat, normals.reshape(-1, 3), uvs, triangles if facing > 0 else triangles[:, ::-1], flat, np.zeros(len(flat)))
