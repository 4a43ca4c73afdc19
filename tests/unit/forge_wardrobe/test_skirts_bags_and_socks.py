"""What is worn below the waist and carried: it lies on the lap, hangs from the hand, and is told of in three languages."""

import numpy as np
import pytest

from avatars.forge import lap
from avatars.forge.anatomy import LEG
from avatars.forge.garments.held import GRIP, held_rig
from avatars.forge.garments.kinchaku import make_kinchaku
from avatars.forge.garments.long_skirt import make_long_skirt
from avatars.forge.garments.pleated_skirt import make_pleated_skirt
from avatars.forge.garments.socks import make_knee_socks
from avatars.forge.wardrobe import bags, bottoms, shoes, socks
from avatars.wardrobe.dyes import colour

_LISTS = (bottoms.GARMENTS, shoes.GARMENTS, socks.GARMENTS, bags.GARMENTS)
_HIP = np.array([0.0, 0.865, 0.0])


def _seated(points, joints, table):
    """Where points come when both thighs rise level and the shins hang: linear blend skinning by hand."""
    off = points - _HIP
    raised = np.stack([off[:, 0], off[:, 2], -off[:, 1]], axis=1) + _HIP
    knee, bent = np.array([0.0, 0.475, 0.0]), np.array([0.0, 0.865, 0.39])
    hanging = points - knee + bent
    moved = np.zeros_like(points)
    for name, share in zip(joints, table.T, strict=True):
        way = raised if name.endswith("UpperLeg") else hanging if name.startswith("hem_") else points
        moved += share[:, None] * way
    return moved


@pytest.mark.parametrize("make", [make_pleated_skirt, make_long_skirt])
def test_a_seated_skirt_lies_on_the_thighs_and_does_not_stand_off(make):
    part = make().made.parts[0]
    points = np.asarray(part.positions, dtype=float)
    across = np.abs(points[:, 0])
    front = (points[:, 2] > 0.05) & (across > 0.06) & (across < 0.11) & (points[:, 1] > 0.54) & (points[:, 1] < 0.72)
    rows = np.asarray(LEG)
    rise = np.interp(points[front, 1], rows[:, 0], rows[:, 2] + rows[:, 4])
    above = _seated(points[front], part.joints, np.asarray(part.weights)[front])[:, 1] - (_HIP[1] + rise)
    assert above.min() > 0.0
    assert above.max() < 0.075
    gap = points[front, 2] - rise
    assert np.median(above) < 0.6 * np.median(gap)


def test_a_skirt_spans_both_legs_and_swings_below_the_knees():
    points = np.array([[0.0, 0.60, 0.15], [0.15, 0.60, 0.05], [0.0, 0.36, 0.18], [0.1, 0.96, 0.09]])
    names, table = lap.lapped(points)
    np.testing.assert_allclose(table.sum(axis=1), 1.0)
    left, right = names.index("leftUpperLeg"), names.index("rightUpperLeg")
    assert table[0, left] == pytest.approx(table[0, right])
    assert table[1, left] > 0.9 > table[1, right]
    swinging = [i for i, name in enumerate(names) if name.startswith("hem_")]
    assert table[2, swinging].sum() > 0.8
    assert table[3, swinging].sum() == 0.0
    joints, springs = lap.hem_rig()
    assert {name for spring in springs for name in spring.joints} == {joint.name for joint in joints}


def test_what_is_carried_hangs_from_the_fingers_by_one_bone():
    made = make_kinchaku().made
    joints, springs = held_rig()
    assert made.joints == joints and made.springs == springs
    part = made.parts[0]
    assert part.joints == ("held_0",)
    np.testing.assert_allclose(part.weights, 1.0)
    # In the T-pose what will hang down points away from the hand; the cords begin at the grip.
    assert part.positions[:, 0].min() == pytest.approx(GRIP[0], abs=0.012)
    assert springs[0].gravity > 10 * springs[0].stiffness


def test_knee_socks_cover_foot_and_calf_and_are_painted_in_their_dyes():
    tailored = make_knee_socks()
    part = tailored.made.parts[0]
    assert part.positions[:, 1].min() < 0.004
    assert part.positions[:, 1].max() == pytest.approx(0.437, abs=0.01)
    material = tailored.made.materials[0]
    masks = tailored.masks[material.name]
    info = next(garment.info for garment in socks.GARMENTS if garment.info.id == "knee-socks")
    picture = material.texture / 255.0
    for zone in info.zones:
        ratio = picture[masks[zone.id] > 0.99] / np.asarray(colour(zone.dye))
        # The dye times light: the three channels agree in how light they are.
        assert np.abs(ratio - ratio.mean(axis=1, keepdims=True)).max() < 0.03
        assert 0.75 < ratio.mean() < 1.15


def test_every_garment_is_named_asked_for_and_told_of_in_three_languages():
    for garment in (one for garments in _LISTS for one in garments):
        info = garment.info
        for told in (info.names, info.words, info.stories, *(zone.names for zone in info.zones)):
            assert set(told) == {"en", "zh", "ja"}, info.id
        assert all(word == word.lower() for words in info.words.values() for word in words), info.id
        assert all(6 <= len(zone.palette) <= 8 for zone in info.zones), info.id
        assert bool(info.unlock) == (info.origin != "hers"), info.id
