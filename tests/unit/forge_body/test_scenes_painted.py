"""The shipped places are what the code paints."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from assets import asset
from avatars.forge.scenes import SCENES, paint
from avatars.stage.light import LIGHT_OF


def test_every_place_with_a_light_can_be_painted():
    assert set(SCENES) == set(LIGHT_OF)


@pytest.mark.parametrize("name", ["plain-evening", "rain-night"])
def test_the_shipped_picture_is_the_painted_one(name):
    painted = paint(name).astype(int)
    with Image.open(asset("scenes", f"{name}.jpg")) as shipped:
        assert np.abs(np.asarray(shipped, int) - painted).mean() < 1.5, "but for what JPEG leaves out"


def test_an_unknown_place_is_told():
    with pytest.raises(KeyError, match="moon"):
        paint("moon")
