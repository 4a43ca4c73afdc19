"""The painted iris: deep under the lid, light pooling below, fibres, a ring around, the pupil and a soft second reflection."""

from __future__ import annotations

import colorsys

import numpy as np
import numpy.typing as npt

from avatars.creator.person import IrisPattern

Array = npt.NDArray[np.float64]
Colour = tuple[float, float, float]
SIZE = 512
_PUPIL = 0.33
_PUPIL_AT = (0.0, 0.02)


def smoothstep(low: float, high: float, value: npt.ArrayLike) -> Array:
    """0 below `low`, 1 above `high`, a cubic between."""
    t = np.clip((np.asarray(value, dtype=np.float64) - low) / (high - low), 0.0, 1.0)
    return np.asarray(t * t * (3.0 - 2.0 * t))


def _smoothed(values: Array, sigma: float) -> Array:
    """A ring of values after a Gaussian of this spread, cut at four of it."""
    reach = int(4.0 * sigma + 0.5)
    bell = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2)
    around = np.concatenate([values[-reach:], values, values[:reach]])
    return np.asarray(np.convolve(around, bell / bell.sum(), mode="valid"))


def _hued(colour: Colour, turn: float, saturation: float, value: float) -> Array:
    """The colour with its hue turned (parts of the circle), saturation and brightness multiplied."""
    hue, full, bright = colorsys.rgb_to_hsv(*colour)
    return np.array(colorsys.hsv_to_rgb((hue + turn) % 1.0, min(1.0, full * saturation), min(1.0, bright * value)))


def _rays(angle: Array, seed: int, width: float) -> Array:
    """Light and dark around the circle, about 1 in spread."""
    rays = _smoothed(np.random.default_rng(seed).standard_normal(1440), width)
    rays /= rays.std()
    place = (angle / (2 * np.pi) % 1.0) * 1440
    low = place.astype(int) % 1440
    part = place - np.floor(place)
    return np.asarray(rays[low] * (1 - part) + rays[(low + 1) % 1440] * part)


class _Picture:
    """A picture that colours are laid over."""

    def __init__(self, ground: Array) -> None:
        self.pixels = ground

    def lay(self, colour: Array, amount: Array) -> None:
        share = np.clip(amount, 0, 1)[..., None]
        self.pixels = self.pixels * (1 - share) + colour * share

    def light(self, colour: Array, amount: Array) -> None:
        """Adds light the way a screen does: never past white."""
        share = np.clip(amount, 0, 1)[..., None] * colour
        self.pixels = 1 - (1 - self.pixels) * (1 - share)


def iris_texture(
    colour: Colour, pattern: IrisPattern = "rays", inner: Colour | None = None, size: int = SIZE
) -> npt.NDArray[np.uint8]:
    """The texture (size, size, 3); v down, the disc touches the edges. `inner` is another colour round the pupil."""
    v, u = (np.mgrid[0:size, 0:size] + 0.5) / size * 2 - 1
    radius, angle = np.hypot(u, v), np.arctan2(v, u)
    toward = _cool(colour)
    dark, middle = _hued(colour, -0.5 * toward, 1.16, 0.48), _hued(colour, 0.0, 1.06, 1.24)
    light = _hued(colour, toward, 0.80, 1.0) * 0.55 + _glow(colour, toward) * 0.45
    depth = smoothstep(-0.78, 0.30, v + 0.10 * (radius - 0.5))
    picture = _Picture(dark * (1 - depth[..., None]) + middle * depth[..., None])
    _paint_light(picture, u, v, radius, middle, light)
    if inner is not None:
        _paint_inner(picture, angle, radius, np.array(inner))
    if pattern != "calm":
        _paint_fibres(picture, angle, radius, v, dark, light)
    _paint_pattern(picture, pattern, (angle, radius, v), dark, light)
    _paint_pupil_and_ring(picture, u, v, radius, dark)
    _paint_reflections(picture, u, v, radius, light)
    return np.asarray((np.clip(picture.pixels, 0, 1) * 255 + 0.5).astype(np.uint8))


def _cool(colour: Colour) -> float:
    """Which way the hue turns toward the light: greens and blues to cyan, browns to gold."""
    hue = colorsys.rgb_to_hsv(*colour)[0]
    return 0.018 if hue < 0.13 or hue > 0.9 else -0.03 if hue > 0.36 else -0.045


def _glow(colour: Colour, toward: float) -> Array:
    """The brightest colour of the iris: pale, but of its own hue."""
    hue, full, bright = colorsys.rgb_to_hsv(*colour)
    return np.array(colorsys.hsv_to_rgb((hue + 1.5 * toward) % 1.0, min(0.62, 0.55 * full + 0.06), max(0.90, 0.3 + bright)))


def _paint_light(picture: _Picture, u: Array, v: Array, radius: Array, middle: Array, light: Array) -> None:
    bowl = np.exp(-(((radius - 0.62) / 0.26) ** 2)) * smoothstep(-0.12, 0.75, v)
    picture.lay(middle * 0.35 + light * 0.65, 0.85 * bowl)
    crescent = np.hypot(u / 0.98, (v + 0.10) / 0.98)
    edge = smoothstep(0.60, 0.80, crescent) * smoothstep(0.10, 0.62, v) * (1 - smoothstep(0.84, 0.95, radius))
    picture.lay(light, 0.80 * edge)
    picture.light(light, 0.36 * np.exp(-((u / 0.46) ** 2) - ((v - 0.60) / 0.24) ** 2))


def _paint_fibres(picture: _Picture, angle: Array, radius: Array, v: Array, dark: Array, light: Array) -> None:
    within = smoothstep(_PUPIL + 0.02, _PUPIL + 0.16, radius) * (1 - smoothstep(0.80, 0.95, radius))
    fine, broad = _rays(angle, 3, 3.0), _rays(angle + 0.10 * (radius - 0.5), 8, 11.0)
    lit = smoothstep(-0.35, 0.5, v)
    picture.light(light, within * lit * (0.17 * np.maximum(fine, 0) + 0.13 * np.maximum(broad, 0)))
    picture.lay(dark, within * (0.11 * np.maximum(-fine, 0) + 0.10 * np.maximum(-broad, 0)))
    collar = _PUPIL + 0.13 + 0.022 * broad
    picture.lay(dark, 0.50 * smoothstep(0.07, -0.07, radius - collar))


def _paint_inner(picture: _Picture, angle: Array, radius: Array, inner: Array) -> None:
    """A second colour round the pupil that runs out into the fibres."""
    edge = _PUPIL + 0.24 + 0.035 * _rays(angle, 12, 7.0)
    picture.lay(inner, 0.86 * smoothstep(0.13, -0.11, radius - edge))


def _paint_pattern(
    picture: _Picture, pattern: IrisPattern, place: tuple[Array, Array, Array], dark: Array, light: Array
) -> None:
    """What some irises have beside their fibres."""
    angle, radius, v = place
    if pattern == "ring":
        picture.light(light, 0.55 * np.exp(-(((radius - 0.60) / 0.055) ** 2)) * smoothstep(-0.8, 0.3, v))
        picture.lay(dark, 0.35 * np.exp(-(((radius - 0.74) / 0.05) ** 2)))
    elif pattern == "sunburst":
        reach = 0.74 + 0.09 * np.cos(9 * angle) + 0.03 * _rays(angle, 15, 5.0)
        within = smoothstep(0.10, -0.06, radius - reach) * smoothstep(_PUPIL + 0.02, _PUPIL + 0.18, radius)
        within = within * smoothstep(-0.45, 0.35, v)
        picture.light(light, 0.50 * within * (0.35 + 0.65 * np.maximum(np.cos(9 * angle), 0.0)))
    elif pattern == "flecks":
        random = np.random.default_rng(21)
        spots = np.stack([random.uniform(low, high, 16) for low, high in ((-np.pi, np.pi), (0.48, 0.82), (0.02, 0.045))], axis=1)
        for turn, far, wide in spots:
            gap = np.hypot(radius * np.cos(angle) - far * np.cos(turn), radius * np.sin(angle) - far * np.sin(turn))
            picture.lay(dark * 0.55 + light * 0.45 * np.array([1.0, 0.82, 0.5]), 0.7 * smoothstep(wide, 0.3 * wide, gap))


def _paint_pupil_and_ring(picture: _Picture, u: Array, v: Array, radius: Array, dark: Array) -> None:
    ring = smoothstep(0.80, 0.95, radius)
    picture.lay(dark * 0.66, 0.86 * ring * (1 - 0.35 * smoothstep(0.2, 0.9, v) * (1 - smoothstep(0.92, 0.99, radius))))
    pupil = np.hypot(u - _PUPIL_AT[0], (v - _PUPIL_AT[1]) / 1.06)
    picture.lay(dark * 0.22, smoothstep(_PUPIL + 0.022, _PUPIL - 0.022, pupil))
    lid = smoothstep(0.06, -0.74, v)
    picture.lay(dark * 0.42, 0.55 * lid)


def _paint_reflections(picture: _Picture, u: Array, v: Array, radius: Array, light: Array) -> None:
    """Sky in the upper half, faint; the room in the lower one; both belong to the eye and turn with it."""
    sky = np.exp(-(((radius - 0.66) / 0.16) ** 2)) * smoothstep(-0.15, -0.55, v) * smoothstep(0.75, 0.1, np.abs(u))
    picture.light(light * 0.5 + np.array([0.30, 0.36, 0.46]), 0.24 * sky)
    room = smoothstep(0.055, -0.055, np.hypot((u - 0.20) / 1.9, v - 0.61) - 0.13) * smoothstep(0.90, 0.80, radius)
    picture.light(light * 0.4 + 0.6, 0.34 * room)
    for x, y, size in ((-0.34, 0.52, 0.045), (-0.17, 0.70, 0.030)):
        picture.light(np.ones(3), 0.55 * np.exp(-(((u - x) ** 2 + (v - y) ** 2) / size**2)))
