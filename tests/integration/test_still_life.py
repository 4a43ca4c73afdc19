"""Clothes pictured without the person in them."""

from __future__ import annotations

import numpy as np
import pytest

from assets import asset
from avatars.stage.still_life import StillLife, hung
from avatars.vrm.load import load_avatar


def pixels(frame):
    return np.frombuffer(frame.pixels, np.uint8).reshape(frame.height, frame.width, 4).copy()


@pytest.fixture(scope="module")
def mira():
    return load_avatar(asset("avatars", "mira.vrm"))


def named(model, *names):
    return [index for index, node in enumerate(model.nodes) if node.name in names]


def test_a_garment_fills_its_picture_and_nothing_else_is_in_it(mira):
    still = StillLife()
    try:
        jumper = pixels(still.take(hung(mira, named(mira, "jumper")), 140, 148))
        shoes = pixels(still.take(hung(mira, named(mira, "sneakers")), 140, 148, turn=30.0, lift=0.15))
        again = pixels(still.take(hung(mira, named(mira, "jumper")), 140, 148))
    finally:
        still.close()
        still.close()
    assert np.array_equal(jumper, again)
    for drawn in (jumper, shoes):
        seen = drawn[..., 3] > 24
        rows, columns = np.flatnonzero(seen.any(axis=1)), np.flatnonzero(seen.any(axis=0))
        assert max(rows[-1] - rows[0], columns[-1] - columns[0]) > 0.8 * 140
        assert rows[0] > 0 and columns[0] > 0 and rows[-1] < 147 and columns[-1] < 139
    red = shoes[..., 2].astype(int) - shoes[..., 1]
    assert (red[shoes[..., 3] > 200] > 60).mean() > 0.2


def test_nothing_to_draw_is_said(mira):
    with pytest.raises(ValueError, match="nothing"):
        hung(mira, [0])
