"""The head: skin, eyes, brows, mouth, ears and everything a face can do."""

from __future__ import annotations

from dataclasses import replace

from avatars.forge.head.blush import blush_patch, blush_texture
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
from avatars.forge.head.mouth_inside import bag, teeth, tongue
from avatars.forge.head.mouth_shape import MouthShape
from avatars.forge.head.piece import Piece, as_part, world
from avatars.forge.head.strokes_texture import strokes_texture
from avatars.forge.head.surface import HeadSurface
from avatars.forge.head.texture_map import uv_of
from avatars.forge.parameters import Person
from avatars.forge.part import Joint, Made, Material
from avatars.forge.skin import complexion

_SIDES = (1, -1)


def make_head(parameters: Person) -> Made:
    """The head of a person, with every VRM preset expression and our own as morphs. Metres in the T-pose."""
    surface = HeadSurface(parameters.shape)
    eyes = EyeShape.of(parameters.shape, surface)
    mouth = MouthShape.of(parameters.shape, surface)
    face = FaceMesh(surface, eyes, mouth)
    skin = Piece("skin", "face", face.evaluate, face.normals(), uv_of(face.plane), face.triangles)
    parts = (
        as_part("face", [skin, *(ear(surface, side) for side in _SIDES)]),
        as_part("details", _details(face, eyes, mouth)),
        as_part("strokes", _strokes(parameters, eyes)),
        as_part("iris", [iris(eyes, eyes.iris_radius, side) for side in _SIDES]),
        as_part("lights", [lights(eyes, side) for side in _SIDES]),
        as_part("blush", [blush_patch(face)]),
    )
    plain = plain_face()  # everyone's net has the plain face's places in the texture: paint moves with the skin
    texture = FaceTexture(replace(parameters, shape={}), plain.surface, plain.eyes, plain.mouth).painted()
    shade = complexion(parameters.skin).shade
    materials = (
        Material("face", texture, shade=shade, outline=0.0006, outline_colour=(0.52, 0.30, 0.25)),
        Material("details", detail_texture(parameters), shade=(0.86, 0.76, 0.78), outline=0.0, double_sided=True),
        Material("strokes", strokes_texture(parameters), shade=(0.80, 0.68, 0.70), outline=0.0, double_sided=True, blend=True),
        Material("iris", iris_texture(parameters.eyes.iris), shade=(0.80, 0.78, 0.84), outline=0.0),
        Material("lights", outline=0.0, unlit=True),
        Material("blush", blush_texture(), shade=shade, outline=0.0, blend=True),
    )
    return Made(parts, materials, _joints(eyes))


def _details(face: FaceMesh, eyes: EyeShape, mouth: MouthShape) -> list[Piece]:
    pieces = [bag(face), teeth(mouth, True), teeth(mouth, False), tongue(mouth)]
    for side in _SIDES:
        pieces += [eye_white(eyes, side), earring(face.surface, side)]
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
