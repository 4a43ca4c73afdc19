"""Where rail, stage and panel stand: a pure function of the window's size and the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Page = Literal[
    "talk", "memory", "bond", "diary", "wardrobe", "photo", "settings", "first_run", "calibration", "creator", "room", "taste",
    "play",
]  # fmt: skip
Tools = Literal["all", "folded", "slim", "photo", "band", "bare", "face", "wardrobe"]
"""Which tools the stage has room for; see `desktop.stage_view.stage_view`."""
Mode = Literal["wide", "middle", "narrow", "compact"]

MARGIN: Final = 12
GAP: Final = 12
LEAST_WIDTH, LEAST_HEIGHT = 360, 480
BAND: Final = 252
NO_BAND_BELOW: Final = 560
FACE: Final = 40
SHEET: Final = 352
MIRROR: Final = 404
"""Where she stands beside her clothes."""
LEAST_MIRROR: Final = 248
TILES: Final = 476
"""What three columns of tiles take, with the page's margins."""
MIRROR_PAGES: Final = frozenset({"wardrobe", "creator", "room"})
"""Pages beside which all of her stands."""
WIDE_PAGES: Final = frozenset({"memory", "bond", "diary", "settings", "taste", "play"})
"""Pages that take the room of the stage, which grows slim."""


@dataclass(frozen=True, slots=True)
class Box:
    """Logical pixels. A width of 0: not there."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Where everything stands."""

    mode: Mode
    rail: Box
    stage: Box
    panel: Box
    rail_labels: bool
    tools: Tools
    side: Box = Box(0, 0, 0, 0)
    """A sheet beside the talk; without room for one it lies over the talk."""

    @property
    def beside(self) -> bool:
        """Whether the panel stands at the right of her stage, not under or without it."""
        return 0 < self.stage.width <= self.panel.x - self.stage.x


NOWHERE: Final = Box(0, 0, 0, 0)


def mode_for(width: int) -> Mode:
    """The breakpoints: 1600, 1100, 900."""
    if width >= 1600:
        return "wide"
    if width >= 1100:
        return "middle"
    return "narrow" if width >= 900 else "compact"


def arrange(width: int, height: int, page: Page, scale: float = 1.0, *, sheet: bool = False) -> Arrangement:
    """The places for a window of this size; `scale` is the text scale, which widens what holds text.

    With a `sheet` the wide window gives it room beside the talk, and the stage gives way.
    """
    mode = mode_for(width)
    if page == "first_run":
        return first_run(width, height, mode, scale)
    if mode == "compact":
        return compact(width, height, page)
    grow = min(scale, 1.35)
    rail_wide = 56 if mode == "narrow" else round(72 * min(scale, 1.6))
    # The rail carries its own margin to the window's edge.
    rail = Box(0, 0, rail_wide, height)
    inner_high = height - 2 * MARGIN
    left = rail_wide
    room = width - left - MARGIN
    if page in WIDE_PAGES:
        slim = 248 if mode != "narrow" else 200
        if scale > 1.3 and width < 1600:
            slim = 0
        stage = Box(left, MARGIN, slim, inner_high)
        at = left + slim + (GAP if slim else 0)
        # A page with a sheet at its side reaches the foot of the window.
        high = inner_high + (MARGIN if page in ("memory", "bond", "diary", "taste", "play") else 0)
        panel = Box(at, MARGIN, width - at, high)
        return Arrangement(mode, rail, stage if slim else NOWHERE, panel, mode != "narrow", "slim")
    if page in MIRROR_PAGES:
        return fitting(mode, rail, room, inner_high, scale)
    least = 440 if mode == "narrow" else 480
    wanted = {"wide": 460, "middle": 416, "narrow": 348}[mode]
    panel_wide = min(round(wanted * grow), room - GAP - min(least, room // 2))
    aside = round(SHEET * grow) if sheet and mode == "wide" and page == "talk" else 0
    if room - panel_wide - aside - 2 * GAP < least:
        aside = 0
    stage = Box(left, MARGIN, room - GAP - panel_wide - (aside + GAP if aside else 0), inner_high)
    panel = Box(width - MARGIN - panel_wide, MARGIN, panel_wide, inner_high)
    side = Box(left + stage.width + GAP, MARGIN, aside, inner_high) if aside else NOWHERE
    tools: Tools = "folded" if stage.width < 560 else "all"
    if page in ("photo", "calibration"):
        tools = "photo" if page == "photo" else "bare"
    return Arrangement(mode, rail, stage, panel, mode != "narrow", tools, side)


def fitting(mode: Mode, rail: Box, room: int, high: int, scale: float) -> Arrangement:
    """All of her at the left, and as much room for clothes as three columns need at the least."""
    wanted = TILES * min(max(scale, 1.0), 1.25)
    wide = max(LEAST_MIRROR, min(MIRROR, round(room - GAP - wanted)))
    stage = Box(rail.width, MARGIN, wide, high)
    left = rail.width + wide + GAP
    panel = Box(left, MARGIN, rail.width + room - left, high)
    return Arrangement(mode, rail, stage, panel, mode != "narrow", "wardrobe")


def compact(width: int, height: int, page: Page) -> Arrangement:
    """No rail: a band of her on top, the panel under it."""
    inner = width - 2 * MARGIN
    if height < NO_BAND_BELOW and page not in ("talk", "photo"):
        return Arrangement("compact", NOWHERE, NOWHERE, Box(MARGIN, MARGIN, inner, height - 2 * MARGIN), False, "slim")
    if height < NO_BAND_BELOW and page == "talk":
        face = Box(MARGIN, MARGIN, FACE, FACE)
        panel = Box(MARGIN, MARGIN, inner, height - 2 * MARGIN)
        return Arrangement("compact", NOWHERE, face, panel, False, "face")
    band = BAND if page in ("talk", "photo", "calibration", *MIRROR_PAGES) and height >= NO_BAND_BELOW else 160
    stage = Box(MARGIN, MARGIN, inner, band)
    panel = Box(MARGIN, MARGIN + band + GAP, inner, height - band - 2 * MARGIN - GAP)
    tools: Tools = "band" if page == "talk" else "bare" if page == "calibration" else "slim"
    return Arrangement("compact", NOWHERE, stage, panel, False, tools)


def first_run(width: int, height: int, mode: Mode, scale: float) -> Arrangement:
    """Her on the left, the three screens on the right; one above the other where it is narrow."""
    if width < 820 or (scale > 1.6 and width < 940):
        band = 200 if height >= 640 else 0
        stage = Box(MARGIN, MARGIN, width - 2 * MARGIN, band) if band else NOWHERE
        top = MARGIN + band + (GAP if band else 0)
        panel = Box(MARGIN, top, width - 2 * MARGIN, height - top - MARGIN)
        return Arrangement(mode, NOWHERE, stage, panel, False, "bare")
    # Larger words take their room from her side, down to a portrait.
    wide = round(min(max(420, width * 0.44), 640) / min(max(scale, 1.0), 1.5))
    stage = Box(MARGIN, MARGIN, wide, height - 2 * MARGIN)
    left = MARGIN + wide + GAP
    return Arrangement(mode, NOWHERE, stage, Box(left, MARGIN, width - left - MARGIN, height - 2 * MARGIN), False, "bare")
