"""People the creator made by chance, in clothes of their own: `python -m tests.support.people_sheet FILE.jpg [COUNT]`."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from PIL import Image

from assets import asset
from avatars.creator.chance import person_by_chance
from avatars.creator.embodied import Embodiment
from avatars.stage.live import LiveStage
from avatars.wardrobe.catalogue import Catalogue

WIDE, HIGH, COLUMNS, GAP = 340, 440, 5, 12
GROUND = np.array([232, 222, 212])


def main() -> int:
    """The command."""
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    wardrobe, embodiment = Catalogue.load(asset("wardrobe")), Embodiment(asset("creator"))
    rows = -(-count // COLUMNS)
    sheet = Image.new("RGB", (COLUMNS * (WIDE + GAP) + GAP, rows * (HIGH + GAP) + GAP), (241, 235, 228))
    stage = None
    for number in range(count):
        person = person_by_chance(number + 1, wardrobe.garments)
        model = embodiment.model(person)
        if stage is None:
            stage = LiveStage(model, WIDE, HIGH, background=None, quality="best", seed=1, wardrobe=wardrobe)
            stage.hold_still(True)
        stage.become(model, person.shape, person.look)
        stage.frame("bust", 0.0)
        stage.update(0.0)
        frame = stage.render()
        pixels = np.frombuffer(frame.pixels, np.uint8).reshape(frame.height, frame.width, 4)
        clear = 1 - pixels[..., 3:] / 255
        shown = (pixels[..., 2::-1] + clear * GROUND).clip(0, 255).astype(np.uint8)
        at = (GAP + number % COLUMNS * (WIDE + GAP), GAP + number // COLUMNS * (HIGH + GAP))
        sheet.paste(Image.fromarray(shown), at)
    sheet.save(Path(sys.argv[1]), quality=80, optimize=True, progressive=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
