"""A contact sheet: pictures of one size in rows, each with its caption, on wool."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from desktop.theme.tokens import DAY

GAP: Final = 14
MARGIN: Final = 32
HEAD: Final = 78
CAPTION: Final = 34
RADIUS: Final = 16


@dataclass(frozen=True, slots=True)
class Layout:
    """`columns` pictures of `width` x `height` a row."""

    columns: int
    width: int
    height: int

    def size(self, count: int) -> tuple[int, int]:
        """The whole sheet of so many pictures."""
        rows = -(-count // self.columns)
        wide = 2 * MARGIN + self.columns * self.width + (self.columns - 1) * GAP
        return wide, HEAD + MARGIN + rows * (self.height + CAPTION) + (rows - 1) * GAP

    def place(self, index: int) -> tuple[int, int]:
        """The left top corner of a picture."""
        row, column = divmod(index, self.columns)
        return MARGIN + column * (self.width + GAP), HEAD + row * (self.height + CAPTION + GAP)


def sheet(title: str, layout: Layout, tiles: list[tuple[str, Image.Image]]) -> Image.Image:
    """All tiles (caption, picture of the layout's size) under a title."""
    page = Image.new("RGB", layout.size(len(tiles)), DAY["room"])
    draw = ImageDraw.Draw(page)
    draw.text((MARGIN, HEAD / 2 + 2), title, DAY["ink1"], ImageFont.load_default(30), anchor="lm")
    corners = rounded(layout.width, layout.height)
    small = ImageFont.load_default(17)
    for index, (caption, picture) in enumerate(tiles):
        x, y = layout.place(index)
        whole = Image.new("RGBA", picture.size, DAY["raised"])
        whole.alpha_composite(picture.convert("RGBA"))
        page.paste(whole.convert("RGB"), (x, y), corners)
        draw.text((x + 4, y + layout.height + CAPTION / 2), caption, DAY["ink2"], small, anchor="lm")
    return page


def rounded(width: int, height: int) -> Image.Image:
    """A mask with round corners, drawn larger and made small, so that they are smooth."""
    mask = Image.new("L", (width * 4, height * 4), 0)
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, width * 4 - 1, height * 4 - 1), RADIUS * 4, 255)
    return mask.resize((width, height), Image.Resampling.LANCZOS)
