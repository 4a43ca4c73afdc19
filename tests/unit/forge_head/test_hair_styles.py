"""The registry of hair styles, the colours derived from one, and the chains hair swings on."""

from typing import get_args

import numpy as np
import pytest

from avatars.forge.hair.colours import hair_tones, oklab, oklab_to_srgb
from avatars.forge.hair.rig import BANGS, SIDES, Chain, joint_names, weights
from avatars.forge.hair.strands import Drawn
from avatars.forge.hair.styles import STYLES
from avatars.forge.head.surface import HeadSurface
from avatars.forge.parameters import Hair, HairStyle
from avatars.forge.people import MIRA

COLOURS = {
    "black": (0.09, 0.08, 0.09), "brown": (0.33, 0.21, 0.16), "blond": (0.90, 0.76, 0.54), "red": (0.60, 0.20, 0.12),
    "grey": (0.72, 0.72, 0.75), "pastel": (0.94, 0.72, 0.80),
}


def test_every_style_a_person_can_name_is_made_and_named_in_three_languages():
    assert set(STYLES) == set(get_args(HairStyle))
    for language in ("en", "zh", "ja"):
        names = [style.names[language] for style in STYLES.values()]
        assert all(names) and len(set(names)) == len(names)


@pytest.mark.parametrize("colour", COLOURS.values(), ids=COLOURS)
def test_gloss_and_shade_follow_from_the_colour(colour):
    tones = hair_tones(Hair(colour=colour))
    light, deep, gloss = (oklab(np.array(c))[0] for c in (colour, tones.deep, tones.gloss))
    assert deep < light < gloss
    assert all(0.3 <= channel <= 0.95 for channel in tones.shade)


def test_a_chosen_gloss_is_kept():
    assert hair_tones(Hair(gloss=(1.0, 0.5, 0.25))).gloss == (1.0, 0.5, 0.25)


def test_oklab_is_its_own_way_back():
    for colour in COLOURS.values():
        np.testing.assert_allclose(oklab_to_srgb(oklab(np.array(colour))), colour, atol=1e-6)
    np.testing.assert_allclose(oklab(np.ones(3)), [1.0, 0.0, 0.0], atol=1e-3)


@pytest.mark.parametrize("style", sorted(STYLES))
def test_chains_hang_outside_the_head_and_what_reaches_below_the_chin_swings(style):
    surface = HeadSurface(MIRA.shape)
    cut = STYLES[style].make(MIRA.hair, surface)
    names = [name for chain in cut.chains for name in chain.joints()]
    assert len(set(names)) == len(names)
    for chain in cut.chains:
        assert surface.outside(np.asarray(chain.knots)).all(), chain.name
    swinging = {chain.group for chain in cut.chains}
    below_the_chin = [mesh for mesh in cut.drawn() if mesh.points[:, 1].min() < -2.0]
    assert {mesh.group for mesh in below_the_chin} <= swinging


def strand(points, freedom, group):
    flat = np.zeros((len(points), 3))
    return Drawn(points, flat, flat[:, :2], np.zeros((0, 3), np.int64), points, np.asarray(freedom), group)


def test_a_tip_hangs_on_the_last_joint_of_the_nearest_chain_and_a_root_on_the_head():
    left = Chain("left", "sides", np.array([(8.0, 10, 0), (8, 5, 0), (8, 0, 0)]), SIDES)
    right = Chain("right", "sides", np.array([(-8.0, 10, 0), (-8, 5, 0), (-8, 0, 0)]), SIDES)
    found = weights(strand(np.array([(8.0, 12, 0), (8.0, 0.5, 0)]), [0.0, 1.0], "sides"), (left, right))
    names = joint_names((left, right))
    assert found[0, 0] == 1.0
    assert found[1, names.index("hair_left_1")] > 0.9
    np.testing.assert_allclose(found.sum(axis=1), 1.0)


def test_part_of_a_fringe_stays_with_the_head():
    chain = Chain("bang", "bangs", np.array([(0.0, 17, 9), (0, 14, 9), (0, 11, 9)]), BANGS)
    found = weights(strand(np.array([(0.0, 11, 9)]), [1.0], "bangs"), (chain,))
    assert found[0, 0] == pytest.approx(1 - BANGS.share)
