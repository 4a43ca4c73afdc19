"""What lies over the skin and is seen through: the blush, the wet edge of an eye, the trail and the drop of a tear."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from avatars.forge.head.surface import Array, smoothstep
from avatars.forge.parameters import Skin
from avatars.forge.skin import complexion

SIZE = 256
_CELLS = {"blush": (0, 0, 160, 128), "brim": (0, 128, 256, 48), "trail": (160, 0, 96, 128), "drop": (0, 176, 96, 80)}
"""First column, first row, width and height, pixels."""
_BLUSH = 0.21
"""Cover of one veil in its middle."""


def veil(name: str, u: npt.ArrayLike, v: npt.ArrayLike) -> Array:
    """Texture coordinates inside a cell for u, v in 0..1 (v down), clear of its neighbours."""
    x, y, width, height = _CELLS[name]
    u, v = np.broadcast_arrays(np.asarray(u, dtype=np.float64), np.asarray(v, dtype=np.float64))
    inside = np.stack([3 + np.clip(u, 0, 1) * (width - 6) + x, 3 + np.clip(v, 0, 1) * (height - 6) + y], axis=-1)
    return np.asarray(inside / SIZE)


def veil_texture(skin: Skin) -> npt.NDArray[np.uint8]:
    """The texture (SIZE, SIZE, 4) with straight alpha."""
    picture = np.zeros((SIZE, SIZE, 4))
    for name, (x, y, width, height) in _CELLS.items():
        v, u = np.meshgrid((np.arange(height) - 2.5) / (height - 6), (np.arange(width) - 2.5) / (width - 6), indexing="ij")
        colour, alpha = _blush(u, v, skin) if name == "blush" else _water(name, u, v)
        picture[y : y + height, x : x + width, :3] = colour
        picture[y : y + height, x : x + width, 3] = alpha
    return np.asarray((np.clip(picture, 0, 1) * 255 + 0.5).astype(np.uint8))


def _blush(u: Array, v: Array, skin: Skin) -> tuple[Array, Array]:
    rose = np.array(complexion(skin).blush) * [0.99, 0.78, 0.80]
    soft = smoothstep(0.98, 0.0, np.hypot(2 * u - 1, 2 * v - 1)) ** 1.25
    return np.broadcast_to(rose, (*u.shape, 3)), _BLUSH * (1 + skin.tone) * soft


def _water(name: str, u: Array, v: Array) -> tuple[Array, Array]:
    """Clear water over skin: a little darker at its rim, white where it catches the window."""
    if name == "brim":
        body = np.sin(np.pi * np.clip(u, 0, 1)) ** 0.6 * smoothstep(0.0, 0.25, v) * smoothstep(1.0, 0.75, v)
        glint = np.exp(-(((v - 0.42) / 0.16) ** 2)) * (
            np.exp(-(((u - 0.36) / 0.13) ** 2))
            + 0.8 * np.exp(-(((u - 0.66) / 0.07) ** 2))
            + 0.5 * np.exp(-(((u - 0.82) / 0.03) ** 2))
        )
        rim = 0.0 * u
    elif name == "trail":
        body = np.exp(-(((u - 0.5) / 0.22) ** 2)) * smoothstep(0.0, 0.10, v) * (0.45 + 0.55 * v)
        glint = np.exp(-(((u - 0.42) / 0.08) ** 2)) * smoothstep(0.1, 0.9, v)
        rim = 0.0 * u
    else:
        wide = 0.86 * np.sin(np.pi * np.clip(v * 0.98 + 0.01, 0, 1) ** 1.7) ** 0.75 + 1e-6
        away = np.abs(2 * u - 1) / wide
        body = smoothstep(1.0, 0.86, away) * smoothstep(0.0, 0.06, v) * smoothstep(1.0, 0.96, v)
        rim = body * smoothstep(0.45, 0.95, np.hypot(away, (v - 0.60) / 0.46))
        glint = np.exp(-(((u - 0.40) / 0.09) ** 2 + ((v - 0.50) / 0.10) ** 2)) + 0.6 * np.exp(
            -(((u - 0.58) / 0.16) ** 2 + ((v - 0.82) / 0.07) ** 2)
        )
    light = np.clip(glint, 0, 1)[..., None]
    edge = np.clip(rim, 0, 1)[..., None]
    colour = np.array([0.86, 0.94, 1.0]) * (1 - 0.42 * edge) + np.array([0.30, 0.36, 0.46]) * 0.42 * edge
    return colour * (1 - light) + light, np.clip(0.42 * body + 0.30 * edge[..., 0] + 0.85 * light[..., 0] * body, 0, 0.95)
