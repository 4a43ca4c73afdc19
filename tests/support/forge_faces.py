"""Faces for tests of the forge's head: people at the ends of the sliders, and the height of a net over places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
import numpy.typing as npt

from avatars.forge.head.eye_shape import EyeShape
from avatars.forge.head.face_mesh import FaceMesh
from avatars.forge.head.mouth_shape import MouthShape
from avatars.forge.head.surface import HeadSurface
from avatars.shape.sliders import FACE_SLIDERS

Array = npt.NDArray[np.float64]


def face_of(shape: Mapping[str, float]) -> FaceMesh:
    """The skin of a face with these slider values."""
    surface = HeadSurface(shape)
    return FaceMesh(surface, EyeShape.of(shape, surface), MouthShape.of(shape, surface))


def far_shapes(mixed: int = 12) -> Iterator[dict[str, float]]:
    """Every face slider at both ends, alone, then `mixed` faces with every slider at a random end."""
    for slider in FACE_SLIDERS:
        yield {slider.id: -1.0}
        yield {slider.id: 1.0}
    random = np.random.default_rng(4)
    for _ in range(mixed):
        yield {slider.id: float(random.choice([-1.0, 1.0])) for slider in FACE_SLIDERS}


def height_over(net: Array, triangles: npt.NDArray[np.int64], places: Array) -> Array:
    """The foremost z of a net (n, 3) over places (m, 2) of the front view; -inf where it has none."""
    a, b, c = (net[triangles[:, i]] for i in range(3))
    first, second = b[:, :2] - a[:, :2], c[:, :2] - a[:, :2]
    area = first[:, 0] * second[:, 1] - first[:, 1] * second[:, 0]
    fine = np.abs(area) > 1e-9
    a, b, c, first, second, area = (v[fine] for v in (a, b, c, first, second, area))
    out = places[:, None] - a[None, :, :2]
    u = (out[..., 0] * second[:, 1] - out[..., 1] * second[:, 0]) / area
    v = (first[:, 0] * out[..., 1] - first[:, 1] * out[..., 0]) / area
    over = (u >= -1e-6) & (v >= -1e-6) & (u + v <= 1 + 1e-6)
    z = a[:, 2] + u * (b[:, 2] - a[:, 2]) + v * (c[:, 2] - a[:, 2])
    return np.asarray(np.where(over, z, -np.inf).max(axis=1))
