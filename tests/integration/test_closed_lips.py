"""A closed mouth looks closed: measured on her own face, drawn."""

from __future__ import annotations

import numpy as np
import pytest

from assets import asset
from avatars.stage import open_stage
from tests.support.stage_pictures import live

SIZE = 320


@pytest.fixture(scope="module", params=["mira", "kai"])
def stage(request):
    opened = open_stage(asset("avatars", f"{request.param}.vrm"), SIZE, SIZE, transparent=True, quality="best")
    opened.frame("face", 0.0)
    opened.zoom(1.35, 0.0)
    opened.hold_still(True)
    yield opened
    opened.close()


def inside(stage, weights: dict[str, float], closed: float, seconds: float) -> np.ndarray:
    """Where the dark inside of the mouth shows, after so many seconds of this mouth."""
    for _ in range(max(1, round(30 * seconds))):
        stage.mouth(weights, closed)
        stage.update(1 / 30)
    around = live(stage)[int(0.60 * SIZE) : int(0.71 * SIZE), int(0.50 * SIZE) : int(0.69 * SIZE)]
    dark = (around[..., 2] < 95) & (around[..., 1] < 40) & (around[..., 0] < 45)
    return np.asarray(dark & (around[..., 3] == 255))


@pytest.mark.parametrize("feeling", ["neutral", "happy", "sad"])
def test_lips_meet_on_p_b_and_m_whatever_she_feels(stage, feeling):
    stage.express("neutral", 1.0)
    if feeling != "neutral":
        stage.express(feeling, 0.8, 60.0)
    wide = {"aa": 0.75}
    open_, shut = inside(stage, wide, 0.0, 2.5).sum(), inside(stage, wide, 1.0, 0).sum()
    assert open_ > 100, "a wide vowel shows the inside of the mouth"
    assert shut <= 0.04 * open_, "one frame of a closure shows none of it"


def test_round_vowels_are_narrower_than_spread_ones(stage):
    stage.express("neutral", 1.0)
    rounded, spread = (np.ptp(np.flatnonzero(inside(stage, {name: 0.85}, 0.0, 3.0).any(axis=0))) for name in ("ou", "ih"))
    assert rounded < 0.75 * spread
