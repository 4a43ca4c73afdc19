"""Rail, stage and panel for every size of window."""

from __future__ import annotations

import pytest

from desktop.window.arrangement import Box, arrange

SIZES = [
    (1920, 1080), (1600, 900), (1280, 800), (1100, 700), (1099, 700), (900, 600), (899, 800), (420, 800), (420, 559), (360, 480),
]
PAGES = ("talk", "memory", "bond", "wardrobe", "settings", "first_run")


def overlap(one: Box, other: Box) -> bool:
    if not one.width or not other.width:
        return False
    across = one.x < other.x + other.width and other.x < one.x + one.width
    return across and one.y < other.y + other.height and other.y < one.y + one.height


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("page", PAGES)
def test_everything_lies_inside_and_nothing_overlaps(size, page):
    made = arrange(*size, page)
    for box in (made.rail, made.stage, made.panel):
        assert box.x >= 0
        assert box.y >= 0
        assert box.x + box.width <= size[0]
        assert box.y + box.height <= size[1]
    assert not overlap(made.rail, made.stage)
    assert not overlap(made.rail, made.panel)
    if made.tools != "face":
        assert not overlap(made.stage, made.panel)
    assert made.panel.width >= 330


@pytest.mark.parametrize(("width", "stage", "panel"), [(1600, 480, 460), (1280, 480, 416), (1100, 480, 416), (900, 440, 348)])
def test_the_talk_has_the_widths_of_the_design(width, stage, panel):
    made = arrange(width, 800, "talk")
    assert made.panel.width == panel
    assert made.stage.width >= stage


def test_she_stays_on_every_page_of_a_usual_window():
    for page in PAGES:
        assert arrange(1280, 800, page).stage.width >= 240


def test_a_compact_window_has_a_band_and_a_low_one_a_small_face():
    assert arrange(420, 800, "talk").stage.height == 252
    assert arrange(420, 559, "talk").stage.width == 40


def test_larger_text_gets_a_wider_panel_and_never_pushes_her_out():
    wide = arrange(1280, 800, "talk", 2.0)
    assert wide.panel.width > arrange(1280, 800, "talk").panel.width
    assert wide.stage.width >= 480
