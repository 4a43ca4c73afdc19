"""People made by chance: the same for a seed, within the sliders, adult, and of colours that are seen together."""

from __future__ import annotations

import numpy as np
import pytest

from avatars.creator.random_colours import brow_colour
from avatars.forge.hair.styles import STYLES
from avatars.forge.random_person import random_person
from avatars.shape.sliders import SLIDERS, checked

CROWD = [random_person(seed) for seed in range(300)]


def test_a_seed_always_gives_the_same_person():
    assert random_person(7) == random_person(7)
    assert random_person(7) != random_person(8)


def test_every_person_keeps_within_the_sliders_and_the_colours():
    for person in CROWD:
        assert checked(person.shape)
        assert set(person.shape) <= set(SLIDERS)
        assert set(person.names) == {"en", "zh", "ja"}
        assert all(person.names.values())
        assert person.hair.style in STYLES
        for colour in (person.eyes.iris, person.eyes.lash, person.hair.colour, person.hair.brows):
            assert all(0.0 <= part <= 1.0 for part in colour)
        assert 0.0 <= person.skin.tone <= 1.0
        assert -1.0 <= person.skin.undertone <= 1.0


def test_nobody_looks_like_a_child():
    for person in CROWD:
        large = person.slider("eyes.size") + 0.5 * person.slider("eyes.open")
        assert large - 0.6 * person.slider("face.length") + 0.3 * person.slider("face.cheeks") < 0.75
        assert person.slider("body.head") <= 0.1


def test_faces_differ_and_their_sliders_belong_together():
    table = {name: np.array([person.slider(name) for person in CROWD]) for name in SLIDERS}
    assert all(table[name].std() > 0.08 for name in SLIDERS if not name.startswith(("body.", "ears.")))
    assert np.corrcoef(table["face.jaw"], table["face.square"])[0, 1] > 0.4
    assert np.corrcoef(table["eyes.tilt"], table["brows.tilt"])[0, 1] > 0.2


def test_men_women_and_hair_of_every_style_turn_up():
    assert {person.hair.style for person in CROWD} == set(STYLES)
    men = sum(person.slider("body.chest") == -1.0 for person in CROWD)
    assert 0.25 < men / len(CROWD) < 0.55
    tones = np.array([person.skin.tone for person in CROWD])
    assert (tones < 0.25).mean() > 0.15
    assert (tones > 0.65).mean() > 0.12


@pytest.mark.parametrize("tone", [0.7, 0.9])
def test_deep_skin_goes_with_dark_hair_and_brows_that_show(tone):
    assert max(brow_colour((0.62, 0.60, 0.62), tone)) < 0.35
    deep = [person for person in CROWD if person.skin.tone > 0.85]
    assert all(person.hair.colour[0] < 0.7 for person in deep)
