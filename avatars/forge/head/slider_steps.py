"""The face sliders as morphs: a whole step of one slider, with all others where the person has them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from avatars.forge.head.surface import Array
from avatars.shape.sliders import FACE_SLIDERS

Shape = Mapping[str, float]


def slider_steps(values: Shape, rest: Callable[[Shape], dict[str, Array]]) -> dict[str, dict[str, Array]]:
    """By slider and part: how far the vertices move from slider value 0 to 1.

    Sliders act almost in straight lines. The step is measured over the half that the person's value lies in, so that a face
    taken back to 0 by its own morph is right there, and the other half is the same line drawn on.
    """
    steps, own = {}, rest(values)
    for slider in FACE_SLIDERS:
        name = slider.id
        value = values.get(name, 0.0)
        end = -1.0 if value < 0 else 1.0
        plain = rest({**values, name: 0.0}) if value else own
        moved = rest({**values, name: end})
        steps[name] = {part: (moved[part] - plain[part]) * end for part in plain}
    return steps
