"""The painted skin: lips, the warmth of lids and cheeks, the nose, freckles, stubble, and a soft edge of hair.

Painted on the plain face, whose places the net of the skin keeps for everyone; sliders carry the painting along.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from avatars.forge.head.eye_shape import EyeShape
from avatars.forge.head.hairline import paint_hairline
from avatars.forge.head.mouth_shape import MouthShape
from avatars.forge.head.pose import EyePose, MouthPose
from avatars.forge.head.skin_canvas import SkinCanvas
from avatars.forge.head.skin_marks import paint_freckles, paint_stubble
from avatars.forge.head.surface import HeadSurface, smoothstep
from avatars.forge.head.texture_map import EAR_CORNER
from avatars.forge.parameters import Person

SIZE = 1024


class FaceTexture:
    """Paints one face."""

    def __init__(self, person: Person, surface: HeadSurface, eyes: EyeShape, mouth: MouthShape) -> None:
        self.person, self.surface = person, surface
        self.canvas = SkinCanvas(SIZE, surface, person.skin)
        self._up, self._low = eyes.lids(EyePose())
        self._mouth = mouth
        corners = mouth.line(np.array([-1.0, 0.0, 1.0]), MouthPose())
        self._half = float(corners[2, 0])
        self._lip, self._corner = float(corners[1, 1]), float(corners[2, 1])
        self._eye = (self._up + self._low).mean(axis=0) / 2
        self._nose_tip = nose_tip(surface, self._lip, float(self._eye[1]))

    def painted(self) -> npt.NDArray[np.uint8]:
        """The finished texture (SIZE, SIZE, 3)."""
        skin = self.person.skin
        self._warmth()
        self._lids()
        self._nose()
        paint_freckles(self.canvas, skin.freckles, self._nose_tip, float(self._eye[0]))
        self._lips()
        paint_stubble(self.canvas, skin.stubble, self.person.hair.colour, self._half, self._lip, self._nose_tip)
        paint_hairline(self.canvas, self.person.hair.colour)
        self._ear()
        return self.canvas.pixels()

    def _warmth(self) -> None:
        """Rose where blood is near: cheeks, nose, chin, a breath of it around the eyes."""
        c, rose = self.canvas, self.canvas.tones.blush
        x, y = self.cheek
        blush = self.person.skin.blush
        c.lay(rose, blush * (0.80 * c.spot(x, y, 1.65, 0.95, 0.25) + 0.30 * c.spot(x + 0.5, y + 0.5, 1.6, 1.3, 0.5)))
        c.lay(rose, (0.07 + 0.16 * blush) * c.spot(0.0, self._nose_tip - 0.15, 0.80, 0.50, both=False))
        c.lay(rose, 0.09 * c.spot(0.0, self._lip - 2.2, 1.1, 0.5, both=False))

    @property
    def cheek(self) -> tuple[float, float]:
        """The middle of her left cheek's blush: under the outer half of the eye, a little above the nose's tip."""
        return float(0.35 * self._eye[0] + 0.65 * self._low[-1, 0]), 0.62 * self._nose_tip + 0.38 * float(self._low[:, 1].min())

    def _lids(self) -> None:
        """Eye-shadow that deepens outward and to the lash, a light under the brow, a soft fold below."""
        up, low = self._up, self._low
        c = self.canvas.within(float(up[-1, 0]) + 1.6, float(low[:, 1].min()) - 1.8, float(up[:, 1].max()) + 2.2)
        inner, outer = up[0, 0], up[-1, 0]
        along = (c.across - inner) / (outer - inner)
        inside = smoothstep(-0.10, 0.12, along) * (1 - smoothstep(0.88, 1.04, along)) * c.ahead
        above = c.y - np.interp(c.across, up[:, 0], up[:, 1])
        below = np.interp(c.across, low[:, 0], low[:, 1]) - c.y
        lid = np.exp(-(np.maximum(above, 0) / 0.40) ** 1.3) * smoothstep(-0.6, -0.1, above) * inside
        worn = 0.4 + 0.6 * min(1.0, self.person.skin.lips / 0.5)  # who wears none on the lips wears none here
        c.lay(self._mixed(0.55), 0.46 * worn * lid * (0.55 + 0.45 * smoothstep(0.1, 0.8, along)))
        c.lay(c.tones.line, 0.20 * np.exp(-(np.maximum(above, 0) / 0.13) ** 2) * smoothstep(-0.5, -0.1, above) * inside)
        fold = np.exp(-(((below - 0.42) / 0.16) ** 2)) * np.sin(np.pi * np.clip(along, 0, 1)) ** 1.5 * c.ahead
        c.lay(c.shadow, 0.10 * fold)
        edge = np.exp(-np.maximum(below, 0) / 0.15) * smoothstep(-0.5, -0.05, below) * inside
        c.lay(c.tones.blush, 0.30 * edge)
        c.lay(c.tones.glow, 0.25 * np.exp(-(((below - 0.20) / 0.12) ** 2)) * np.sin(np.pi * np.clip(along, 0, 1)) * c.ahead)
        c.lay(c.shadow, 0.26 * c.spot(inner - 0.02, float(up[0, 1]), 0.30, 0.24))
        c.lay(c.tones.glow, 0.30 * c.spot(float(outer) - 0.5, float(up[:, 1].max()) + 0.95, 0.9, 0.35, -0.35))
        self.canvas.keep(c)

    def _mixed(self, rose: float) -> npt.NDArray[np.float64]:
        """Between the painted shadow and the blush."""
        return np.asarray(self.canvas.shadow * (1 - rose) + np.array(self.canvas.tones.blush) * rose * 0.9)

    def _nose(self) -> None:
        """A light on the tip and down the bridge, two soft nostrils, a breath of shadow under and beside."""
        tip = self._nose_tip
        c = self.canvas.within(3.0, self._lip, float(self._eye[1]) + 3.5)
        c.lay(c.shadow, 0.26 * c.spot(0.0, tip - 0.98, 0.50, 0.17, both=False))
        c.lay(c.tones.line, 0.30 * c.spot(0.38, tip - 0.90, 0.17, 0.08, -0.35))
        c.lay(c.shadow, 0.12 * c.spot(0.84, tip - 0.60, 0.20, 0.30))
        bridge = 0.45 * tip + 0.55 * float(self._eye[1])
        c.lay(c.shadow, 0.13 * c.spot(0.62, bridge + 0.8, 0.28, 1.5))
        c.lay(c.tones.glow, 0.75 * c.spot(-0.04, tip + 0.12, 0.19, 0.24, both=False))
        c.lay(c.tones.glow, 0.38 * c.spot(-0.03, bridge + 0.2, 0.15, 1.25, both=False))
        self.canvas.keep(c)

    def _lips(self) -> None:
        """Soft-edged, deeper toward the line between them, with a little gloss below."""
        c, tint = self.canvas.within(self._half + 1.0, self._lip - 1.8, self._corner + 1.6), self.person.skin.lips
        s = c.x / self._half
        inside = np.clip(1 - np.abs(s), 0, 1)
        line = self._mouth.line(np.linspace(-1.3, 1.3, 261), MouthPose())
        above = c.y - np.interp(c.x, line[:, 0], line[:, 1])
        bow = 1 + 0.20 * np.exp(-(((np.abs(s) - 0.22) / 0.15) ** 2)) - 0.14 * np.exp(-((s / 0.10) ** 2))
        upper = 0.35 * bow * inside**0.9 * (1 - 0.10 * s**2)
        lower = 0.53 * np.maximum(1 - np.minimum(np.abs(s), 1) ** 2.0, 0) ** 0.80
        on = c.ahead * smoothstep(0.0, 0.08, inside)
        lips = np.array(c.tones.lips)
        amount = 0.22 + 0.72 * tint
        rosy = min(1.0, max(0.0, (tint - 0.25) / 0.5))  # bare lips keep to the skin, tinted ones bloom
        upper_lip = smoothstep(-0.10, 0.09, upper - above) * smoothstep(-0.02, 0.02, above) * on
        lower_lip = smoothstep(-0.14, 0.12, lower + above) * smoothstep(0.02, -0.02, above) * on
        c.lay(lips * ([0.96, 0.91, 0.92] + rosy * np.array([0.08, -0.04, -0.02])), amount * upper_lip)
        c.lay(lips * (1 + rosy * np.array([0.07, -0.06, -0.05])), 0.94 * amount * lower_lip)
        deep = np.exp(-np.abs(above) / 0.10) * (upper_lip + lower_lip)
        c.lay(lips * ([0.82, 0.66, 0.68] + rosy * np.array([0.16, 0.02, 0.02])), (0.16 + 0.30 * tint) * deep)
        gloss = np.exp(-(((c.x + 0.10) / (0.42 * self._half)) ** 2) - ((above + 0.29) / 0.075) ** 2) * on
        c.lay(c.tones.glow, (0.14 + 0.50 * tint) * gloss)
        rim = np.exp(-((s / 0.45) ** 2) - ((above - upper - 0.06) / 0.05) ** 2) * on
        c.lay(c.tones.glow, 0.26 * rim)
        under = np.exp(-((c.x / (0.50 * self._half)) ** 2) - ((above + lower.max() + 0.42) / 0.17) ** 2) * c.ahead
        c.lay(c.shadow, 0.30 * under)
        ends = 1 - 0.55 * smoothstep(0.10, 0.60, np.abs(s)) - 0.45 * smoothstep(0.60, 0.96, np.abs(s))
        c.lay(lips * [0.64, 0.40, 0.41], 0.80 * np.exp(-((above / 0.032) ** 2)) * ends * c.ahead)
        c.lay(self._mixed(0.4), 0.16 * c.spot(self._half + 0.05, self._corner, 0.16, 0.16))
        self.canvas.keep(c)

    def _ear(self) -> None:
        c = self.canvas
        size = int(EAR_CORNER * SIZE)
        skin, rose = np.array(c.tones.base), np.array(c.tones.blush)
        tint, rim = (cover[..., None] for cover in self._ear_covers(size))
        ear = skin * (1 - tint) + (0.75 * c.shadow + 0.25 * rose) * tint
        c.picture[:size, :size] = ear * (1 - rim) + rose * rim

    def _ear_covers(self, size: int) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
        """How much shadow folds and hollow of an ear take, and how much rose its rim, (size, size) each."""
        v, u = np.mgrid[0:size, 0:size] / (size - 1) * 2 - 1
        radius = np.hypot(u, v)
        fold = np.exp(-(((radius - 0.64) / 0.09) ** 2)) * smoothstep(-1.0, 0.2, -v + 0.3 * u)
        hollow = np.exp(-(((u + 0.12) / 0.34) ** 2 + ((v - 0.12) / 0.40) ** 2))
        return np.clip(0.55 * fold + 0.85 * hollow, 0, 0.85), 0.34 * np.exp(-(((radius - 0.95) / 0.16) ** 2))


def nose_tip(surface: HeadSurface, mouth: float, eyes: float) -> float:
    """The height at which the nose stands out farthest, between mouth and eyes."""
    heights = np.linspace(mouth + 0.8, eyes, 200)
    return float(heights[np.argmax(surface.front(0 * heights, heights) - surface.base_front(0 * heights, heights))])
