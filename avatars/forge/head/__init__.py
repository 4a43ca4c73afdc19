"""The head: skin, eyes, brows, mouth, ears and everything a face can do."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from avatars.forge.head.blush import blush_patch
from avatars.forge.head.brows import brow
from avatars.forge.head.details import detail_texture
from avatars.forge.head.earrings import earring
from avatars.forge.head.ears import ear
from avatars.forge.head.eye_shape import EyeShape, mirrored
from avatars.forge.head.eyeballs import eye_white, iris, lights
from avatars.forge.head.face_mesh import FaceMesh, plain_face
from avatars.forge.head.face_texture import FaceTexture
from avatars.forge.head.iris_texture import iris_texture
from avatars.forge.head.lashes import crease, lower_lash, upper_lash
from avatars.forge.head.lips import lips_of, lips_texture, without_lips
from avatars.forge.head.mouth_inside import bag, teeth, tongue
from avatars.forge.head.mouth_shape import MouthShape
from avatars.forge.head.piece import Piece, as_part, world
from avatars.forge.head.pose import NEUTRAL
from avatars.forge.head.slider_steps import slider_steps
from avatars.forge.head.strokes_texture import strokes_texture
from avatars.forge.head.surface import Array, HeadSurface
from avatars.forge.head.tears import brim, trail
from avatars.forge.head.texture_map import uv_of
from avatars.forge.head.veil_texture import veil_texture
from avatars.forge.parameters import Person
from avatars.forge.part import Joint, Made, Material
from avatars.forge.skin import complexion

_SIDES = (1, -1)


def make_head(parameters: Person) -> Made:
    """The head of a person, with every VRM preset expression, our own and the face sliders as morphs. Metres in the T-pose."""
    face = _face(parameters)
    pieces = pieces_of(parameters, face)
    steps = slider_steps(parameters.shape, lambda shape: _rest(replace(parameters, shape=shape), face))
    parts = tuple(
        as_part(name, group, {slider: moved[name] for slider, moved in steps.items()}) for name, group in pieces.items()
    )
    plain = plain_face()  # everyone's net has the plain face's places in the texture: paint moves with the skin
    texture = FaceTexture(replace(parameters, shape={}), plain.surface, plain.eyes, plain.mouth).painted()
    shade = complexion(parameters.skin).shade
    materials = (
        Material("face", texture, shade=shade, outline=0.0006, outline_colour=(0.52, 0.30, 0.25)),
        Material("lips", lips_texture(skin_of(plain), texture), shade=shade, outline=0.0, double_sided=True),
        Material("details", detail_texture(parameters), shade=(0.86, 0.76, 0.78), outline=0.0, double_sided=True),
        Material("strokes", strokes_texture(parameters), shade=(0.80, 0.68, 0.70), outline=0.0, double_sided=True, blend=True),
        Material("iris", iris_texture(parameters.eyes.iris), shade=(0.80, 0.78, 0.84), outline=0.0),
        Material("lights", outline=0.0, unlit=True),
        Material("blush", veil_texture(parameters.skin), shade=shade, outline=0.0, blend=True),
    )
    return Made(parts, materials, _joints(face.eyes))


def _face(person: Person, normals: Array | None = None) -> FaceMesh:
    surface = HeadSurface(person.shape)
    return FaceMesh(surface, EyeShape.of(person.shape, surface), MouthShape.of(person.shape, surface), normals)


def skin_of(face: FaceMesh) -> Piece:
    """The skin of a face, lips and all."""
    return Piece("skin", "face", face.evaluate, face.normals(), uv_of(face.plane), face.triangles)


def pieces_of(person: Person, face: FaceMesh) -> dict[str, list[Piece]]:
    """The pieces of every part, by the part's name."""
    eyes, skin = face.eyes, skin_of(face)
    return {
        "face": [without_lips(skin), *(ear(face.surface, side) for side in _SIDES)],
        "lips": [lips_of(skin)],
        "details": _details(person, face, eyes, face.mouth),
        "strokes": _strokes(person, eyes),
        "iris": [iris(eyes, eyes.iris_radius, side) for side in _SIDES],
        "lights": [lights(eyes, side) for side in _SIDES],
        "blush": [blush_patch(face), *(make(face, side) for make in (brim, trail) for side in _SIDES)],
    }


def _rest(person: Person, like: FaceMesh) -> dict[str, Array]:
    """The vertices of every part at rest; `like` lends its normals, which morphs keep."""
    pieces = pieces_of(person, _face(person, like.normals()))
    return {name: np.concatenate([piece.shape(NEUTRAL) for piece in group]) for name, group in pieces.items()}


def _details(person: Person, face: FaceMesh, eyes: EyeShape, mouth: MouthShape) -> list[Piece]:
    pieces = [bag(face), teeth(mouth), tongue(mouth)]
    for side in _SIDES:
        pieces += [eye_white(eyes, side), *([earring(face.surface, side)] if person.earrings else [])]
    return pieces


def _strokes(person: Person, eyes: EyeShape) -> list[Piece]:
    length = person.eyes.lash_length
    pieces = []
    for side in _SIDES:
        pieces += [crease(eyes, side), lower_lash(eyes, length, side), upper_lash(eyes, length, side), brow(eyes, person, side)]
    return pieces


def _joints(eyes: EyeShape) -> tuple[Joint, ...]:
    centres = {side: world(mirrored(eyes.ball, side)) for side in _SIDES}
    return tuple(
        Joint(name, "head", (round(float(at[0]), 5), round(float(at[1]), 5), round(float(at[2]), 5)))
        for name, at in (("leftEye", centres[1]), ("rightEye", centres[-1]))
    )
