"""Pictures of the creator: parts, languages, day and night.

    xvfb-run -a -s "-screen 0 2000x1400x24" python -m tests.support.gui_creator_pictures OUT [--wardrobe DIR] [--quick]
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from PySide6.QtCore import QSize

from tests.support.gui_screenshots import pump

SHOTS = (
    ("en", False, (1280, 800), 100, ("people", "make_up", "marks", "body", "hair")),
    ("zh", False, (1280, 800), 100, ("eyes",)),
    ("zh", True, (1280, 800), 100, ("skin",)),
    ("ja", False, (1280, 800), 100, ("face",)),
    ("ja", True, (1280, 800), 100, ("people",)),
    ("en", True, (900, 600), 100, ("eyes",)),
    ("ja", False, (420, 800), 100, ("face",)),
    ("zh", True, (1280, 800), 200, ("skin",)),
)


WHO = {"en": 3, "zh": 8, "ja": 14}
"""Seeds of the people that are made in the pictures."""


def shoot(out: Path, wardrobe: Path | None, shots: tuple = SHOTS) -> None:
    """Take them all."""
    from desktop.settings import Settings
    from desktop.window.opening import Makers, application, begin, build_house, close_house, furnish

    application()
    for lang, night, size, scale, tabs in shots:
        with tempfile.TemporaryDirectory() as folder:
            settings = Settings()
            settings.lang, settings.first_run_done = lang, True
            settings.look.theme, settings.look.text_scale = "night" if night else "day", scale
            settings.look.reduced_motion = settings.look.all_clothes = True
            house = build_house(Path(folder), settings, makers=Makers(**({"wardrobe": wardrobe} if wardrobe else {})))
            window, lead = furnish(house)
            house.player.quality.took = lambda seconds: False
            window.resize(*size)
            begin(house, window, lead)
            pump(1.0)
            window.open_page("creator")
            page = window.pages["creator"]
            page.making.begin(page.start(WHO[lang]))
            for tab in tabs:
                page.open_part(tab)
                if tab == "marks":
                    page.marks.begin("mole")
                pump(2.5 if tab != "people" else 25.0)
                image = window.grab()
                name = f"creator-{tab}-{lang}-{'night' if night else 'day'}-{size[0]}-{scale}.png"
                image.scaled(QSize(*size) * image.devicePixelRatio()).save(str(out / name))
            window.close()
            close_house(house)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--wardrobe", type=Path)
    parser.add_argument("--quick", action="store_true")
    chosen = parser.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    shoot(chosen.out, chosen.wardrobe, SHOTS[:1] if chosen.quick else SHOTS)


if __name__ == "__main__":
    main()
