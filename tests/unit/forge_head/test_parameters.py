"""What a person is made of is checked where it is said: the fault names field, value and range."""

from __future__ import annotations

import re

import pytest

from avatars.forge.hair.styles import STYLES
from avatars.forge.parameters import HAIR_STYLES, Eyes, Hair, Skin

NAN = float("nan")


@pytest.mark.parametrize(
    ("made", "values", "told"),
    [
        (Skin, {"tone": 5}, "skin.tone is 5, outside 0 to 1"),
        (Skin, {"tone": NAN}, "skin.tone is nan, outside 0 to 1"),
        (Skin, {"undertone": -1.5}, "skin.undertone is -1.5, outside -1 to 1"),
        (Skin, {"freckles": -0.1}, "skin.freckles is -0.1, outside 0 to 1"),
        (Skin, {"blush": 2.0}, "skin.blush is 2.0, outside 0 to 1"),
        (Skin, {"stubble": 1.01}, "skin.stubble is 1.01, outside 0 to 1"),
        (Skin, {"lips": 9}, "skin.lips is 9, outside 0 to 1"),
        (Eyes, {"iris": (0.1, 0.2, 1.2)}, "eyes.iris is (0.1, 0.2, 1.2), not three parts from 0 to 1"),
        (Eyes, {"lash": (0.1, 0.2)}, "eyes.lash is (0.1, 0.2), not three parts from 0 to 1"),
        (Eyes, {"lash_length": 3.0}, "eyes.lash_length is 3.0, outside 0 to 1.5"),
        (Hair, {"style": "mohawk"}, "hair.style is 'mohawk', not one of bob, long, "),
        (Hair, {"colour": (255, 128, 0)}, "hair.colour is (255, 128, 0), not three parts from 0 to 1"),
        (Hair, {"gloss": (NAN, 0.0, 0.0)}, "hair.gloss is (nan, 0.0, 0.0), not three parts from 0 to 1"),
        (Hair, {"brows": (-0.1, 0.0, 0.0)}, "hair.brows is (-0.1, 0.0, 0.0), not three parts from 0 to 1"),
        (Hair, {"length": 0.0}, "hair.length is 0.0, outside 0.5 to 1.5"),
        (Hair, {"wave": 2.5}, "hair.wave is 2.5, outside 0 to 2"),
        (Hair, {"seed": -1}, "hair.seed is -1, less than 0"),
    ],
)
def test_what_cannot_be_is_refused_by_name(made, values, told):
    with pytest.raises(ValueError, match=re.escape(told)):
        made(**values)


def test_the_ends_of_every_range_are_allowed():
    for end in (0.0, 1.0):
        Skin(tone=end, undertone=2 * end - 1, freckles=end, blush=end, stubble=end, lips=end)
        Eyes(iris=(end,) * 3, lash=(end,) * 3, lash_length=1.5 * end)
        Hair(colour=(end,) * 3, gloss=(end,) * 3, brows=(end,) * 3, length=0.5 + end, wave=2 * end, seed=0)


def test_every_style_that_can_be_said_can_be_cut():
    assert set(HAIR_STYLES) == set(STYLES)
