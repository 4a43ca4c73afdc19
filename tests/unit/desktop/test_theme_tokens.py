"""The token file is the only place with colours, and its contrasts are promises."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop.theme.tokens import DAY, NIGHT

ROOT = Path(__file__).resolve().parents[3]
THEMES = pytest.mark.parametrize("tokens", [DAY, NIGHT], ids=["day", "night"])
GROUNDS = ("room", "panel", "raised", "sunken", "me")
TEXT = [(ink, ground) for ink in ("ink1", "ink2", "ink3") for ground in GROUNDS]
TEXT += [
    ("pine", "room"), ("pine", "panel"), ("pine", "raised"), ("pine", "pine_soft"), ("on_pine", "pine"),
    ("on_pine", "pine_hover"), ("ember", "ember_soft"), ("ink1", "ember_soft"), ("honey", "honey_soft"),
    ("ink1", "honey_soft"), ("ink2", "honey_soft"), ("ink1", "crisis"), ("ink2", "crisis"), ("pine", "crisis"),
    ("rose", "raised"), ("rose", "room"), ("rose", "rose_soft"), ("ink1", "rose_soft"), ("ink1", "pine_soft"),
    ("ink2", "pine_soft"), ("room", "ink1"), ("on_ember", "ember_fill"),
]
CONTROLS = [("edge", "room"), ("edge", "panel"), ("edge", "raised"), ("pine", "room"), ("focus", "room"), ("glow", "room"),
            ("glow", "raised"), ("honey_mark", "room"), ("rose_mark", "room"), ("pine", "track")]


def linear(channel: int) -> float:
    share = channel / 255
    return share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4


def channels(colour: str) -> tuple[int, int, int]:
    digits = colour[-6:]
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def luminance(colour: tuple[int, int, int]) -> float:
    red, green, blue = (linear(channel) for channel in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """WCAG 2.2, contrast ratio."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_both_themes_have_the_same_tokens():
    assert DAY.keys() == NIGHT.keys()


@THEMES
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_reads_on_every_ground(tokens, ink, ground):
    assert contrast(channels(tokens[ink]), channels(tokens[ground])) >= 4.5


@THEMES
@pytest.mark.parametrize(("mark", "ground"), CONTROLS)
def test_controls_stand_out_from_their_ground(tokens, mark, ground):
    assert contrast(channels(tokens[mark]), channels(tokens[ground])) >= 3.0


@THEMES
def test_captions_read_over_a_white_scene(tokens):
    plate = tokens["caption_plate"]
    share = int(plate[1:3], 16) / 255
    over_white = tuple(round(channel * share + 255 * (1 - share)) for channel in channels(plate))
    assert contrast(channels(tokens["caption_text"]), over_white) >= 10
    assert contrast(channels(tokens["caption_next"]), over_white) >= 6.5


def test_no_colour_is_written_outside_the_token_file():
    hexes = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b")
    rooms = (
        "bond_page", "conversation", "first_run", "room_page", "settings_page", "stage_view", "talk", "theme",
        "wardrobe_page", "widgets", "window",
    )  # fmt: skip
    found = [
        f"{path.relative_to(ROOT)}: {match}"
        for room in rooms
        for path in (ROOT / "desktop" / room).rglob("*")
        if path.suffix in (".py", ".qss") and path.name != "tokens.py"
        for match in hexes.findall(path.read_text("utf-8"))
    ]
    assert found == []
