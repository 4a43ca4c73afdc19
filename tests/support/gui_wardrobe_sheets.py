"""The wardrobe and the creator in three languages, day and night, as two sheets for the docs.

    python -m tests.support.gui_wardrobe_sheets WARDROBE_PICTURES CREATOR_PICTURES FOLDER
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

WIDE, HIGH, GAP = 880, 550, 14
GROUND = (232, 222, 212)
QUALITY = 80


def sheet(pictures: Sequence[Path], columns: int = 2) -> Image.Image:
    """All of them side by side; one that is missing leaves its place empty."""
    rows = -(-len(pictures) // columns)
    whole = Image.new("RGB", (columns * WIDE + (columns + 1) * GAP, rows * HIGH + (rows + 1) * GAP), GROUND)
    for number, path in enumerate(pictures):
        if path.is_file():
            at = (GAP + number % columns * (WIDE + GAP), GAP + number // columns * (HIGH + GAP))
            whole.paste(Image.open(path).convert("RGB").resize((WIDE, HIGH), Image.Resampling.LANCZOS), at)
    return whole


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser()
    parser.add_argument("wardrobe", type=Path)
    parser.add_argument("creator", type=Path)
    parser.add_argument("folder", type=Path)
    args = parser.parse_args()
    looks = [(lang, look) for lang in ("en", "zh", "ja") for look in ("day", "night")]
    clothes = [args.wardrobe / f"wardrobe-1280-{lang}-{look}.png" for lang, look in looks]
    sheet(clothes).save(args.folder / "wardrobe.jpg", quality=QUALITY, optimize=True, progressive=True)
    parts = (
        ("people", "en-day"), ("make_up", "en-day"), ("eyes", "zh-day"), ("skin", "zh-night"), ("face", "ja-day"),
        ("people", "ja-night"),
    )  # fmt: skip
    people = [args.creator / f"creator-{part}-{rest}-1280-100.png" for part, rest in parts]
    sheet(people).save(args.folder / "creator.jpg", quality=QUALITY, optimize=True, progressive=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
