"""A created person becomes an avatar: the plain person, painted. Sliders and clothes are laid on by who dresses them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from avatars.creator.complexion import Complexion, complexion_of
from avatars.creator.face_paint import face_paint
from avatars.creator.iris import SIZE as IRIS
from avatars.creator.iris import iris_texture
from avatars.creator.person import CreatedPerson, EyePaint
from avatars.creator.strokes import recoloured
from avatars.vrm.load import load_avatar
from avatars.vrm.model import Material, Model
from avatars.wardrobe.dyes import colour

Pixels = npt.NDArray[np.uint8]
BODY: Final = "person.vrm"
"""The plain person."""
PAINT: Final = "face.npz"
"""The layers of a face's paint."""
SKIN_MATERIALS: Final = ("face", "lips", "blush", "body_skin")
"""Materials whose shade follows the skin."""
VEIL: Final = (0, 0, 160, 128)
"""Where the veil texture has its blush: first column, first row, width and height, pixels."""
PLAIN_TONE: Final = 0.25
"""The tone of the plain person's file."""


class Embodiment:
    """Makes avatars of created people out of ``person.vrm`` and ``face.npz`` in `folder`. Keeps what did not change."""

    def __init__(self, folder: Path) -> None:
        self.plain = load_avatar(folder / BODY)
        self._paint = folder / PAINT
        self._pictures = {self.plain.materials[i].name: image for i, image in self._images().items()}
        self._painted: dict[str, tuple[object, Pixels]] = {}

    def _images(self) -> dict[int, int]:
        """Material -> the picture it shows."""
        return {
            i: material.texture.image for i, material in enumerate(self.plain.materials) if material.texture is not None
        }

    def model(self, person: CreatedPerson, fine: bool = True) -> Model:
        """The person with every slider of the body and face still at 0: hand it with ``person.shape`` to who bends and dresses.

        `fine` False paints the face half as large each way, four times as fast: for a slider that is being moved.
        """
        images = [self.plain.images[i] for i in range(len(self.plain.images))]
        for name, picture in self._pictures_of(person, fine).items():
            if name in self._pictures:
                images[self._pictures[name]] = picture
        tones = complexion_of(person.skin.tone, person.skin.undertone)
        materials = tuple(_shaded(material, tones) for material in self.plain.materials)
        return replace(self.plain, images=tuple(images), materials=materials, meta=replace(self.plain.meta, name=person.name))

    def _pictures_of(self, person: CreatedPerson, fine: bool) -> dict[str, Pixels]:
        """Pictures by material; each is painted again only where what it shows changed."""
        skin, eyes = person.skin, person.eyes
        line = complexion_of(skin.tone, skin.undertone).line
        paint = face_paint(self._paint, 1 if fine else 2)
        face = self._once(
            "face", (fine, skin, person.make_up, person.marks, person.hair_colour), lambda: paint.painted(person)
        )
        left, top, right, bottom = paint.lips
        return {
            "face": face,
            "lips": np.ascontiguousarray(face[top:bottom, left:right]),
            "body_skin": self._once("body", (skin.tone, skin.undertone), lambda: paint.body(person)),
            "iris": self._once("iris", (fine, eyes.iris, eyes.inner, eyes.pattern), lambda: _iris(eyes, fine)),
            "strokes": self._once(
                "strokes", (eyes.lash, eyes.brows, line),
                lambda: recoloured(self._of("strokes"), colour(eyes.lash), colour(eyes.brows), line),
            ),
            "blush": self._once(
                "blush", (skin.tone, skin.undertone), lambda: _veiled(self._of("blush"), skin.tone, skin.undertone)
            ),
        }  # fmt: skip

    def _of(self, name: str) -> Pixels:
        return self.plain.images[self._pictures[name]]

    def _once(self, name: str, key: object, paint: Any) -> Pixels:
        kept = self._painted.get(name)
        if kept is None or kept[0] != key:
            kept = self._painted[name] = key, paint()
        return kept[1]


def _iris(eyes: EyePaint, fine: bool) -> Pixels:
    inner = colour(eyes.inner) if eyes.inner else None
    flat = iris_texture(colour(eyes.iris), eyes.pattern, inner, IRIS if fine else IRIS // 2)
    return np.concatenate([flat, np.full((*flat.shape[:2], 1), 255, np.uint8)], axis=2)


def _veiled(texture: Pixels, tone: float, undertone: float) -> Pixels:
    """The blush of an expression on this skin: deeper on deeper skin, as `avatars.forge.head.veil_texture` has it."""
    made = texture.copy()
    x, y, width, height = VEIL
    cell = made[y : y + height, x : x + width]
    rose = np.array(complexion_of(tone, undertone).blush) * [0.99, 0.78, 0.80]
    cell[..., :3] = np.round(np.clip(rose, 0, 1) * 255)
    cell[..., 3] = np.clip(cell[..., 3] * ((1 + tone) / (1 + PLAIN_TONE)), 0, 255).round()
    return made


def _shaded(material: Material, tones: Complexion) -> Material:
    if material.name not in SKIN_MATERIALS:
        return material
    return replace(material, shade=tuple(_linear(value) for value in tones.shade))  # type: ignore[arg-type]


def _linear(value: float) -> float:
    """sRGB to linear (IEC 61966-2-1)."""
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
