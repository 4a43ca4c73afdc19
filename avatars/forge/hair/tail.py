"""Hair that is tied: what is drawn to the tie, the tail that falls from it, and the tie itself. Head centimetres."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.interpolate import PchipInterpolator

from avatars.forge.hair.cap import hairline
from avatars.forge.hair.cut import Comb
from avatars.forge.hair.growth import pulled
from avatars.forge.hair.lock import Lock
from avatars.forge.hair.strands import Drawn
from avatars.forge.head.surface import Array, unit


def drawn_back(comb: Comb, to: npt.ArrayLike, azimuths: Sequence[float], width: float) -> list[Lock]:
    """Locks over the skull from the hairline at azimuths to the tie."""
    out = []
    for azimuth in azimuths:
        goal = np.asarray(to) + np.array([comb.vary(0.3), comb.vary(0.3), 0.0])
        out.append(pulled(
            comb.scalp, azimuth + comb.vary(2.0), hairline(azimuth) + 0.15, goal,
            width * (1 + comb.vary(0.1)), 0.92 + comb.vary(0.05), thickness=0.26 + comb.vary(0.05), section="broad", rows=11,
            column=comb.column(3), strands=3, root_width=0.75 if abs(azimuth) < 55 else 0.40,
        ))
    return out


def tail(comb: Comb, core: Array, girth: Sequence[tuple[float, float]], count: int, width: float) -> list[Lock]:
    """Locks around a core (n, 3), `girth` cm from it at shares of its length; they end at different places."""
    share = np.linspace(0, 1, len(core))
    places, sizes = zip(*girth, strict=True)
    radius = PchipInterpolator(places, sizes)
    along = unit(np.gradient(core, axis=0))
    first = unit(np.cross(along, [1.0, 0.0, 0.0]))
    second = np.cross(along, first)
    out = []
    for number in range(count):
        outer = number % 3 != 2
        angle = 2 * np.pi * number / count + comb.vary(0.15)
        end = 1.0 - (0.0 if outer else 0.12) - abs(comb.vary(0.12))
        at = np.linspace(0, end, len(core))
        turn = angle + 0.5 * at
        far = radius(at) * (1.0 if outer else 0.55)
        middle = np.stack([np.interp(at, share, core[:, i]) for i in range(3)], axis=-1)
        one = np.stack([np.interp(at, share, first[:, i]) for i in range(3)], axis=-1)
        two = np.stack([np.interp(at, share, second[:, i]) for i in range(3)], axis=-1)
        around = one * np.cos(turn)[:, None] + two * np.sin(turn)[:, None]
        out.append(Lock(
            middle + around * far[:, None], 1, width + comb.vary(0.3), thickness=0.75, section="broad", rows=15,
            column=comb.column(3), strands=3, group="tail", wave=0.45 * comb.hair.wave, phase=angle, turns=1.2, taper_from=0.66,
            taper=2.6, root_width=0.4, bend=3.2, axis=middle - around * 0.5,
        ))
    return out


def tie(centre: npt.ArrayLike, way: npt.ArrayLike, radius: float, thick: float) -> Drawn:
    """A soft ring around the hair where it is bound; `way` is the direction of the hair through it."""
    along = unit(np.asarray(way, dtype=np.float64))
    one = unit(np.cross(along, [1.0, 0.0, 0.0]))
    two = np.cross(along, one)
    around, across = np.meshgrid(np.linspace(0, 2 * np.pi, 15), np.linspace(0, 2 * np.pi, 7), indexing="ij")
    outward = one * np.cos(around)[..., None] + two * np.sin(around)[..., None]
    normals = outward * np.cos(across)[..., None] + along * np.sin(across)[..., None]
    thickness = thick * (1 + 0.16 * np.cos(7 * around))[..., None]
    points = np.asarray(centre) + outward * radius + normals * thickness
    index = np.arange(around.size).reshape(around.shape)
    a, b, c, d = index[:-1, :-1], index[:-1, 1:], index[1:, 1:], index[1:, :-1]
    triangles = np.concatenate([np.stack([a, c, b], axis=-1).reshape(-1, 3), np.stack([a, d, c], axis=-1).reshape(-1, 3)])
    flat = points.reshape(-1, 3)
    uvs = np.stack([around.reshape(-1) / (2 * np.pi), across.reshape(-1) / (2 * np.pi)], axis=-1)
    return Drawn(flat, normals.reshape(-1, 3), uvs, triangles, flat, np.zeros(len(flat)))
