"""What knitwear shares: ribbed ends, and ribs on bands and rolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.sdf.fields import bump, ramp

if TYPE_CHECKING:
    from collections.abc import Callable

    from avatars.forge.cloth.canvas import Canvas
    from avatars.forge.sdf.fields import Doubles


def ribbed_ends(
    c: Canvas,
    hem: float,
    cuff: float,
    rib: tuple[float, float],
    zone: str = "ribs",
    pitch: float = 0.0072,
    depth: float = 0.24,
    sleeve: bool = True,
) -> None:
    """Ribs at the hem and the cuffs, so many metres high, in a zone of their own."""
    ends = [(c.where(c.y - hem, ~c.arm), c.girth(), rib[0])]
    if sleeve:
        ends.append((c.where(cuff - np.abs(c.x), c.arm), c.round_arm(), rib[1]))
    for distance, along, high in ends:
        share = ramp(high + 0.0006, high - 0.0006, distance)
        c.tone = np.where(share[..., None] > 0.5, 1.0, c.tone)
        c.zone(zone, share)
        c.ribs(along, pitch, depth, share)
        c.raised(np.where(distance < 0.5, high - distance, -1.0), 0.7)
        c.shade(0.88, 0.8 * bump(high - 0.004, 0.005, distance))


def ribbed(pitch: float = 0.0070, depth: float = 0.22, under: float = 0.0) -> Callable[[Doubles, Doubles], Doubles]:
    """The tone of a ribbed band, ribs across it; `under` metres along its lower edge lie in shade."""

    def tone(down: Doubles, along: Doubles) -> Doubles:
        wave = 0.5 + 0.5 * np.cos(along * 2 * np.pi / pitch)
        made: Doubles = 1.0 - depth * (1.0 - wave) ** 1.5
        if under:
            made = made * (1.0 - 0.20 * ramp(under, 0.0, down.max() - down))
        return made

    return tone


def rolled(high: float, pitch: float = 0.0090, depth: float = 0.24) -> Callable[[Doubles, Doubles], Doubles]:
    """The tone of a rolled collar whose section is `high` metres long: dark inside, lit along the fold, shaded where it ends."""

    def tone(down: Doubles, along: Doubles) -> Doubles:
        wave = 0.5 + 0.5 * np.cos(along * 2 * np.pi / pitch)
        at = down / high
        light = 1.0 - 0.34 * ramp(0.30, 0.10, at) + 0.08 * bump(0.50, 0.09, at) - 0.20 * ramp(0.86, 1.0, at)
        made: Doubles = (1.0 - depth * (1.0 - wave) ** 1.5) * light
        return made

    return tone
