"""The order triangles are drawn in: what lies in front goes first, so that what it hides costs no shading."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt


def front_first(places: npt.NDArray[Any], indices: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Triangles (3n,) with whole pieces (a lock, a cap) sorted by their middle's z, the viewer's side first.

    Pieces keep their inner order, for vertices are shared along it. `places` (v,3) in the resting pose.
    """
    triangles = indices.reshape(-1, 3).astype(np.int64)
    if not len(triangles):
        return indices
    _, shared = np.unique(np.round(places, 5), axis=0, return_inverse=True)
    piece = _pieces(shared.ravel()[triangles])
    depth = places[triangles, 2].mean(axis=1)
    middle = np.bincount(piece, depth) / np.maximum(np.bincount(piece), 1)
    order = np.lexsort((piece, -middle[piece]))
    return np.asarray(triangles[order].ravel().astype(indices.dtype))


def _pieces(triangles: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """A number for each triangle (n,), equal where triangles hang together: the least corner spreads until none is left."""
    label = np.arange(int(triangles.max()) + 1)
    while True:
        least = label[triangles].min(axis=1)
        spread = label.copy()
        for corner in range(3):
            np.minimum.at(spread, triangles[:, corner], least)
        spread = spread[spread]
        if np.array_equal(spread, label):
            return np.asarray(least)
        label = spread
