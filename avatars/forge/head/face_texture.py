"""The painted skin: lips, the warmth of lids and cheeks, the nose, and a scalp that darkens softly into the hair."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.ndimage import gaussian_filter, zoom

from avatars.forge.head.eye_shape import EyeShape
from avatars.forge.head.mouth_shape import HALF_WIDTH, MouthShape
from avatars.forge.head.pose import EyePose, MouthPose
from avatars.forge.head.surface import Array, HeadSurface, from_plane, smoothstep
from avatars.forge.head.texture_map import EAR_CORNER, plane_of
from avatars.forge.parameters import Person
from avatars.forge.skin import complexion

SIZE = 1536
_COARSE = 384
_REFERENCE = np.array([0.984, 0.880, 0.828])
"""The skin on which the tones of lids, cheeks and nose were chosen."""
_HAIRLINE = [
    (0, 18.5),
    (18, 18.45),
    (33, 17.5),
    (46, 15.9),
    (57, 14.7),
    (67, 12.8),
    (75, 10.6),
    (81, 8.9),
    (85, 9.4),
    (89, 11.6),
    (104, 11.4),
    (112, 8.2),
    (125, 5.6),
    (150, 4.3),
    (180, 4.0),
]
"""Degrees from straight ahead around the head, height in cm."""


class FaceTexture:
    """Paints one face; colours are sRGB 0..1 until the end."""

    def __init__(self, person: Person, surface: HeadSurface, eyes: EyeShape, mouth: MouthShape) -> None:
        self.person, self.eyes, self.mouth = person, eyes, mouth
        self.tones = complexion(person.skin)
        centres = (np.arange(_COARSE) + 0.5) / _COARSE
        u, v = np.meshgrid(centres, centres)
        points = surface.base(from_plane(plane_of(np.stack([u, v], axis=-1))))
        self._x, self._y, self._z = (
            zoom(points[..., i], SIZE / _COARSE, order=1, grid_mode=True, mode="nearest") for i in range(3)
        )
        self._ahead = smoothstep(1.0, 3.0, self._z)
        self.picture = np.broadcast_to(np.array(self.tones.base), (SIZE, SIZE, 3)).copy()

    def painted(self) -> npt.NDArray[np.uint8]:
        """The finished texture (SIZE, SIZE, 3)."""
        self._cheeks()
        self._lids()
        self._nose()
        self._lips()
        self._scalp()
        self._ear()
        return np.asarray((np.clip(self.picture, 0, 1) * 255 + 0.5).astype(np.uint8))

    def _warm(self, colour: npt.ArrayLike, amount: Array) -> None:
        """Lays a tone of the skin over it: the colours are those of the reference skin and follow every other one."""
        self._tint(np.clip(np.asarray(colour) / _REFERENCE * np.array(self.tones.base), 0, 1), amount)

    def _tint(self, colour: npt.ArrayLike, amount: Array) -> None:
        """Lays a colour over the skin."""
        near = amount > 0.002
        share = amount[near][:, None]
        self.picture[near] = self.picture[near] * (1 - share) + np.asarray(colour) * share

    def _shade(self, factor: npt.ArrayLike, amount: Array) -> None:
        """Multiplies the skin by a colour."""
        near = amount > 0.002
        self.picture[near] *= 1 - (1 - np.asarray(factor)) * amount[near][:, None]

    def _spot(self, x: float, y: float, sx: float, sy: float, turn: float = 0.0, both: bool = True) -> Array:
        """A soft spot, mirrored to the other side if `both`."""
        across = np.abs(self._x) if both else self._x
        dx, dy = across - x, self._y - y
        c, s = np.cos(turn), np.sin(turn)
        return np.asarray(np.exp(-(((dx * c + dy * s) / sx) ** 2 + ((dy * c - dx * s) / sy) ** 2)) * self._ahead)

    def _cheeks(self) -> None:
        rose = (0.945, 0.545, 0.510)
        self._warm(rose, self.person.skin.blush * self._spot(4.25, 7.35, 1.75, 1.02, 0.22))
        self._warm(rose, 0.09 * self._spot(0.0, 6.7, 0.9, 0.5, both=False))
        self._warm(rose, 0.10 * self._spot(0.0, 1.2, 1.5, 0.7, both=False))

    def _lids(self) -> None:
        up, low = self.eyes.lids(EyePose())
        across = np.abs(self._x)
        inside = smoothstep(1.2, 2.0, across) * (1 - smoothstep(4.9, 5.7, across)) * self._ahead
        above = self._y - np.interp(across, up[:, 0], up[:, 1])
        below = np.interp(across, low[:, 0], low[:, 1]) - self._y
        shadow = np.exp(-np.maximum(above, 0) / 0.34) * smoothstep(-0.6, -0.1, above)
        self._warm((0.80, 0.49, 0.44), 0.46 * shadow * inside)
        self._warm((0.93, 0.58, 0.54), 0.30 * np.exp(-np.maximum(below, 0) / 0.22) * smoothstep(-0.5, -0.05, below) * inside)
        self._warm((0.86, 0.55, 0.50), 0.30 * self._spot(1.62, 9.85, 0.42, 0.30))
        self._warm((0.88, 0.60, 0.54), 0.22 * self._spot(4.9, 10.9, 0.9, 0.6, 0.5))

    def _nose(self) -> None:
        self._warm((0.80, 0.50, 0.44), 0.26 * self._spot(0.40, 5.88, 0.22, 0.09, -0.25))
        self._warm((0.84, 0.56, 0.50), 0.26 * self._spot(0.0, 5.86, 0.46, 0.12, both=False))
        self._warm((0.88, 0.63, 0.57), 0.06 * self._spot(0.90, 6.20, 0.15, 0.30))
        self._warm((1.0, 0.97, 0.94), 0.62 * self._spot(-0.05, 7.02, 0.20, 0.26, both=False))
        self._warm((1.0, 0.95, 0.91), 0.22 * self._spot(-0.06, 8.6, 0.16, 1.1, both=False))
        self._shade((0.95, 0.85, 0.82), 0.40 * self._spot(0.95, 9.6, 0.5, 1.3))

    def _lips(self) -> None:
        person = self.person
        s = self._x / (HALF_WIDTH * self.mouth.width)
        inside = np.clip(1 - np.abs(s), 0, 1)
        places = np.linspace(-1.3, 1.3, 261)
        line = self.mouth.line(places, MouthPose())
        above = self._y - np.interp(self._x, line[:, 0], line[:, 1])
        full = 1 + 0.3 * person.slider("mouth.fullness")
        bow = 1 + 0.20 * np.exp(-(((np.abs(s) - 0.20) / 0.15) ** 2)) - 0.10 * np.exp(-((s / 0.10) ** 2))
        upper = 0.33 * full * bow * inside**0.75 * (1 - 0.25 * s**2)
        lower = 0.54 * full * np.sqrt(np.maximum(1 - np.minimum(np.abs(s) / 0.94, 1) ** 2.1, 0))
        on = self._ahead * smoothstep(0.0, 0.10, inside)
        colour = np.array(self.tones.lips)
        upper_lip = smoothstep(-0.06, 0.06, upper - above) * smoothstep(-0.02, 0.02, above) * on
        lower_lip = smoothstep(-0.09, 0.10, lower + above) * smoothstep(0.02, -0.02, above) * on
        self._tint(colour * [0.96, 0.92, 0.93], 0.60 * upper_lip)
        self._tint(colour, 0.58 * lower_lip)
        self._warm((1.0, 0.86, 0.83), 0.50 * np.exp(-(((self._x + 0.10) / 0.55) ** 2 + ((above + 0.27) / 0.085) ** 2)) * on)
        self._warm((1.0, 0.90, 0.86), 0.28 * np.exp(-((s / 0.42) ** 2) - ((above - upper - 0.05) / 0.05) ** 2) * on)
        self._shade((0.86, 0.66, 0.62), 0.42 * np.exp(-((self._x / 0.85) ** 2 + ((self._y - 2.90) / 0.17) ** 2)) * self._ahead)
        ends = 1 - smoothstep(0.84, 1.02, np.abs(s))
        width = 0.034 + 0.012 * np.exp(-(((np.abs(s) - 0.92) / 0.10) ** 2))
        self._tint((0.46, 0.16, 0.16), 0.90 * np.exp(-((above / width) ** 2)) * ends * self._ahead)
        self._warm((0.80, 0.50, 0.46), 0.10 * self._spot(HALF_WIDTH * self.mouth.width + 0.06, 4.46, 0.12, 0.14))

    def _scalp(self) -> None:
        around = np.degrees(np.arctan2(np.abs(self._x), self._z + 0.4))
        degrees, heights = zip(*_HAIRLINE, strict=True)
        over = self._y - np.interp(around, degrees, heights)
        grain = gaussian_filter(np.random.default_rng(5).standard_normal((SIZE, SIZE)), (7, 1.2))
        over = over + grain / grain.std() * 0.16
        colour = np.array(self.person.hair.colour) * [0.62, 0.52, 0.50]
        self._tint(colour, 0.35 * smoothstep(-0.9, 0.5, over))
        self._tint(colour, smoothstep(-0.1, 1.0, over))

    def _ear(self) -> None:
        size = int(EAR_CORNER * SIZE)
        v, u = np.mgrid[0:size, 0:size] / (size - 1) * 2 - 1
        radius = np.hypot(u, v)
        skin = np.array(self.tones.base)
        fold = np.exp(-(((radius - 0.64) / 0.09) ** 2)) * smoothstep(-1.0, 0.2, -v + 0.3 * u)
        hollow = np.exp(-(((u + 0.12) / 0.34) ** 2 + ((v - 0.12) / 0.40) ** 2))
        tint = np.clip(0.55 * fold + 0.85 * hollow, 0, 0.85)[..., None]
        ear = skin * (1 - tint) + skin * [0.85, 0.61, 0.59] * tint
        rim = (0.20 * np.exp(-(((radius - 0.95) / 0.14) ** 2)))[..., None]
        self.picture[:size, :size] = ear * (1 - rim) + skin * [0.965, 0.75, 0.725] * rim
