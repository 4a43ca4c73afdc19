"""The painting of a face: honest skins, marks where they belong, lashes and irises by the person's own colours."""

from dataclasses import replace

import numpy as np
import pytest

from avatars.forge.head.face_mesh import plain_face
from avatars.forge.head.face_texture import SIZE, FaceTexture
from avatars.forge.head.iris_texture import iris_texture
from avatars.forge.head.strokes_texture import strokes_texture
from avatars.forge.head.surface import CENTRE, to_plane, unit
from avatars.forge.head.texture_map import uv_of
from avatars.forge.parameters import Eyes, Person, Skin
from avatars.forge.skin import complexion

BARE = Skin(blush=0.0, lips=0.5)


def lightness(rgb):
    """Relative luminance of an sRGB colour (IEC 61966-2-1)."""
    c = np.asarray(rgb, dtype=float)
    linear = np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


@pytest.mark.parametrize("undertone", [-1.0, -0.4, 0.0, 0.7, 1.0])
def test_skins_darken_evenly_from_the_fairest_to_the_deepest(undertone):
    base = [lightness(complexion(Skin(tone=t, undertone=undertone)).base) for t in np.linspace(0, 1, 33)]
    assert (np.diff(base) < 0).all()
    assert base[0] > 0.78
    assert base[-1] < 0.08


@pytest.mark.parametrize("tone", np.linspace(0, 1, 9))
def test_undertones_are_told_apart_and_no_shadow_is_grey(tone):
    cool, neutral, warm = (complexion(Skin(tone=tone, undertone=u)) for u in (-1, 0, 1))
    assert cool.base[2] > neutral.base[2] + 0.02 > warm.base[2] + 0.04
    for tones in (cool, neutral, warm):
        shadow = np.array(tones.base) * tones.shade
        assert shadow[0] > 1.2 * shadow[1], "shadows on skin are warm"
        spread = [max(c) - min(c) for c in (np.array(tones.base) / max(tones.base), shadow / shadow.max())]
        assert spread[1] > spread[0] + 0.1, "and more saturated than the skin"
        assert lightness(tones.line) < 0.45 * lightness(tones.base)
        assert lightness(tones.glow) > lightness(tones.base)


def test_lips_stand_out_from_every_skin():
    for tone in np.linspace(0, 1, 9):
        tones = complexion(Skin(tone=tone))
        lips, base = np.array(tones.lips), np.array(tones.base)
        assert np.abs(lips - base).max() > 0.04
        assert lips[0] / lips[1] > base[0] / base[1], "redder than the skin"


@pytest.fixture(scope="module")
def painted():
    face = plain_face()

    def paint(skin):
        return FaceTexture(Person("x", skin=skin), face.surface, face.eyes, face.mouth).painted().astype(int)

    return paint


@pytest.fixture(scope="module")
def bare(painted):
    return painted(BARE)


def at(x, y, z):
    """Row and column of the texture that shows a place of the plain face."""
    face = plain_face()
    place = np.array([x, y, float(face.surface.base_front(x, y)) if z is None else z])
    u, v = uv_of(to_plane(unit(place - CENTRE)[None]))[0]
    return int(v * SIZE), int(u * SIZE)


def test_freckles_lie_on_nose_and_cheeks_and_nowhere_else(painted, bare):
    assert bare.shape == (1024, 1024, 3)
    changed = np.abs(painted(replace(BARE, freckles=1.0)) - bare).max(axis=2) > 6
    assert 800 < changed.sum() < 12_000, "spots, not a coat"
    row, column = np.nonzero(changed)
    nose, chin, brow = at(0.0, 7.5, None), at(0.0, 1.5, None), at(0.0, 13.0, None)
    assert abs(np.median(row) - nose[0]) < 40
    assert abs(np.median(column) - nose[1]) < 40
    assert row.max() < chin[0]
    assert row.min() > brow[0]


def test_stubble_shades_the_jaw_but_neither_lips_nor_forehead(painted, bare):
    shaven = painted(replace(BARE, stubble=1.0))
    mouth = plain_face().mouth
    darker = (bare - shaven).mean(axis=2)
    for place in ((2.6, 2.3, None), (0.0, 1.7, None)):
        row, column = at(*place)
        assert darker[row - 6 : row + 6, column - 6 : column + 6].mean() > 12
    for place in ((0.0, 14.0, None), (0.3, mouth.height - 0.2, None)):
        row, column = at(*place)
        assert darker[row - 3 : row + 3, column - 3 : column + 3].mean() < 4


def test_lips_and_blush_are_painted_as_strong_as_asked(painted, bare):
    mouth = plain_face().mouth
    row, column = at(0.5, mouth.height - 0.30, None)
    strength = [painted(replace(BARE, lips=lips))[row, column, 1] for lips in (0.1, 0.9)]
    assert strength[0] > bare[row, column, 1] > strength[1]
    blushing = painted(replace(BARE, blush=0.8))
    face = plain_face()
    cheek = FaceTexture(Person("x"), face.surface, face.eyes, face.mouth).cheek
    row, column = at(*cheek, None)
    assert bare[row, column, 1] - blushing[row, column, 1] > 15


def test_lashes_grow_with_their_length_and_brows_with_their_thickness():
    def cover(length=1.0, thickness=0.0):
        person = Person("x", shape={"brows.thickness": thickness}, eyes=Eyes(lash_length=length))
        return strokes_texture(person)[..., 3] / 255

    long, short = cover(1.0)[:176], cover(0.5)[:176]
    assert long.sum() > 1.15 * short.sum()
    assert long[90:].sum() > 50
    assert short[90:].sum() < 1, "no tips far from the lid"
    assert cover(thickness=1.0)[176:312].sum() > cover(thickness=-1.0)[176:312].sum()


@pytest.mark.parametrize("colour", [(0.15, 0.58, 0.53), (0.40, 0.25, 0.12), (0.22, 0.13, 0.08), (0.42, 0.46, 0.52)])
def test_an_iris_has_depth_a_pupil_and_keeps_its_hue(colour):
    picture = iris_texture(colour).astype(float) / 255
    assert picture.shape == (512, 512, 3)

    def tone(u, v):
        row, column = int((v + 1) * 256), int((u + 1) * 256)
        return picture[row - 6 : row + 6, column - 6 : column + 6].mean(axis=(0, 1))

    assert lightness(tone(0, 0)) < 0.05, "the pupil"
    assert lightness(tone(-0.35, 0.5)) > 2.5 * lightness(tone(-0.35, -0.5)), "light pools below"
    assert lightness(tone(0.6, 0.5)) > lightness(tone(0.68, 0.68)), "a ring around"
    side = tone(0.62, 0.1)
    assert np.argmax(side) == np.argmax(colour)
