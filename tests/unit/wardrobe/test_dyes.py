"""Cloth takes any dye and any pattern, and the way back gives the paint again."""

from __future__ import annotations

import numpy as np
import pytest

from avatars.wardrobe.dyes import GROUND, colour, neutral, painted
from avatars.wardrobe.look import Pattern
from avatars.wardrobe.tiles import tile

DYES = ("#3f6b58", "#c8553d")
KINDS = ("stripe", "check", "floral", "knit", "dots")


def jumper(size=96):
    """A texture painted in two dyes with folds, half of it each; a seam in a colour of its own."""
    y, x = np.mgrid[0:size, 0:size] / size
    light = 0.95 + 0.12 * np.sin(9 * x) * np.cos(7 * y)
    wool = (y < 0.5).astype(float)
    paint = wool[..., None] * colour(DYES[0]) + (1 - wool[..., None]) * colour(DYES[1])
    paint = paint * light[..., None]
    masks = [wool, 1 - wool]
    seam = np.abs(x - 0.5) < 0.02
    paint[seam] = (0.85, 0.80, 0.60)
    for mask in masks:
        mask[seam] = 0.0
    return np.round(np.clip(paint, 0, 1) * 255).astype(np.uint8), masks


def test_painting_with_the_dyes_of_the_paint_gives_the_paint_back():
    texture, masks = jumper()
    shade, zones = neutral(texture, masks, DYES)
    again = painted(shade, zones, DYES)
    assert np.abs(again[..., :3].astype(int) - texture).max() <= 3
    assert (again[..., 3] == 255).all()


def test_another_dye_changes_its_zone_alone():
    texture, masks = jumper()
    shade, zones = neutral(texture, masks, DYES)
    before, after = painted(shade, zones, DYES), painted(shade, zones, ("#a0b8d8", DYES[1]))
    changed = (before != after).any(axis=-1)
    assert (changed == (masks[0] > 0)).all()


def test_a_flat_cloth_shows_its_dye_as_it_is():
    flat = np.full((40, 40, 3), round(GROUND * 255), np.uint8)
    zones = np.full((40, 40, 1), 255, np.uint8)
    shown = painted(flat, zones, ("#96643c",))[0, 0, :3]
    assert np.abs(shown.astype(int) - (0x96, 0x64, 0x3C)).max() <= 1


@pytest.mark.parametrize("kind", KINDS)
def test_a_pattern_lays_the_second_dye_on_a_part_of_the_zone_and_repeats(kind):
    flat = np.full((300, 300, 3), round(GROUND * 255), np.uint8)
    zones = np.full((300, 300, 1), 255, np.uint8)
    metre = 1000.0
    shown = painted(flat, zones, ("#f0e8dc",), [Pattern(kind, "#203050")], metre)[..., :3]
    plain = painted(flat, zones, ("#f0e8dc",))[..., :3]
    share = (shown != plain).any(axis=-1).mean()
    assert 0.04 < share < 0.95
    high, wide = tile(kind, metre).shape
    assert (shown[:-high] == shown[high:]).all() and (shown[:, :-wide] == shown[:, wide:]).all()


def test_a_larger_pattern_is_the_same_one_on_more_cloth():
    assert tile("dots", 2000.0).shape[0] == 2 * tile("dots", 1000.0).shape[0]
    assert tile("dots", 2000.0).mean() == pytest.approx(tile("dots", 1000.0).mean(), abs=0.02)


def test_a_picture_becomes_a_pattern_and_a_missing_one_leaves_the_cloth_plain():
    flat = np.full((200, 200, 3), round(GROUND * 255), np.uint8)
    zones = np.full((200, 200, 1), 255, np.uint8)
    picture = np.zeros((60, 60, 4), np.uint8)
    picture[:, :30] = (200, 40, 40, 255)
    of_hers = [Pattern("picture", picture="cat")]
    shown = painted(flat, zones, ("#808080",), of_hers, 500.0, {"cat": picture})[..., :3]
    assert np.abs(shown[0, 10].astype(int) - (200, 40, 40)).max() <= 2
    assert np.abs(shown[0, 90].astype(int) - 255).max() <= 2, "what is clear in the picture is white"
    plain = painted(flat, zones, ("#808080",))
    assert (painted(flat, zones, ("#808080",), of_hers, 500.0, {}) == plain).all()


def test_a_colour_that_is_none_is_refused():
    with pytest.raises(ValueError, match="red"):
        painted(np.zeros((4, 4, 3), np.uint8), np.zeros((4, 4, 1), np.uint8), ("red",))
