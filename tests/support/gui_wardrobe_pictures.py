"""Pictures of the wardrobe in every size, language and theme, over an invented friendship.

    xvfb-run -a -s "-screen 0 2000x1400x24" python -m tests.support.gui_wardrobe_pictures OUT [--lang en] [--theme day]
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from assets import asset
from avatars.wardrobe.look import look_to_json

SIZES = ((1280, 800), (900, 600), (420, 800), (1720, 1000))


def pump(seconds: float, until: Callable[[], bool] = lambda: False) -> None:
    """Let Qt work for a while, or until something is true."""
    app = QApplication.instance()
    assert app is not None
    end = time.monotonic() + seconds
    while time.monotonic() < end and not until():
        app.processEvents()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        time.sleep(0.005)


class Wardrobe:
    """A window opened on its wardrobe."""

    def __init__(self, folder: Path, lang: str, night: bool, scale: int = 100, wardrobe: Path | None = None) -> None:
        from desktop.settings import Settings
        from desktop.window.opening import Makers, application, begin, build_house, furnish

        application()
        settings = Settings()
        settings.lang = lang  # type: ignore[assignment]
        settings.first_run_done = True
        settings.look.theme = "night" if night else "day"
        settings.look.text_scale = scale
        settings.look.reduced_motion = True
        settings.voice.muted = True
        self.house = build_house(folder, settings, makers=Makers(wardrobe=wardrobe or asset("wardrobe")))
        self.window, self.lead = furnish(self.house)
        # The picture shows what a graphics card shows, however slow this machine is.
        self.house.player.quality.took = lambda seconds: False  # type: ignore[method-assign]
        begin(self.house, self.window, self.lead)
        pump(1.5, lambda: self.house.player.image is not None)

    def open(self) -> Any:
        """The page, once it knows what is hers."""
        self.window.open_page("wardrobe")
        page: Any = self.window.pages["wardrobe"]
        pump(8, lambda: bool(page.trying.closet.pieces))
        return page

    def drawn(self, page: Any, seconds: float = 60) -> None:
        """Wait until every picture is there."""
        work = page.trying.pictures
        pump(0.3)
        pump(seconds, lambda: not work._timer.isActive())
        pump(0.6)

    def live(self) -> None:
        """What the two have had: gifts with words, favourites, a look kept."""
        mind, wait = self.house.mind, self.house.bridge.wait
        view = wait(mind.wardrobe())
        gifts = [name for name, how in view.not_yet if how == "gift"]
        for name, note in zip(gifts, ("For the cold platform.", "It is your green.", ""), strict=False):
            wait(mind.give(name, note))
        view = wait(mind.wardrobe())
        for one in view.owned[::5]:
            wait(mind.favour(one.id, True))
        hers = {one.id for one in view.owned}
        whole = [one for one in self.house.ready_looks if all(worn.garment in hers for worn in one.look.worn)]
        ready = whole[-1] if whole else None
        look = view.worn if ready is None else look_to_json(ready.look)
        wait(mind.save_look({"en": "Sunday", "zh": "星期天", "ja": "日曜日"}[self.house.settings.lang or "en"], look))

    def close(self) -> None:
        """Close the house."""
        from desktop.window.opening import close_house

        self.window.close()
        close_house(self.house)
        self.window.deleteLater()
        pump(0.1)


def shoot(wardrobe: Wardrobe, path: Path) -> None:
    """Save the window."""
    pump(0.4)
    wardrobe.window.grab().save(str(path))
    print(path, flush=True)


def pictures(out: Path, lang: str, night: bool, scale: int, folder: Path | None, sizes: list[tuple[int, int]]) -> None:
    """One language in one theme."""
    cache = out / "cache"
    with tempfile.TemporaryDirectory() as data:
        (Path(data) / "cache").mkdir()
        cache.mkdir(parents=True, exist_ok=True)
        (Path(data) / "cache" / "clothes").symlink_to(cache)
        wardrobe = Wardrobe(Path(data), lang, night, scale, folder)
        wardrobe.live()
        page = wardrobe.open()
        name = f"{lang}-{'night' if night else 'day'}{'' if scale == 100 else f'-{scale}'}"
        for size in sizes:
            wardrobe.window.resize(*size)
            pump(0.5)
            wardrobe.drawn(page)
            shoot(wardrobe, out / f"wardrobe-{size[0]}-{name}.png")
        if (1280, 800) in sizes:
            wardrobe.window.resize(1280, 800)
            for slot in ("hair", "shoes", "headwear", "dress", "background"):
                page.tabs.choices[slot].click()
                wardrobe.drawn(page)
                shoot(wardrobe, out / f"wardrobe-{slot}-{name}.png")
            page.tabs.choices["top"].click()
            block = next(iter(page.card.zones.values()), None)
            if block is not None:
                block.swatches.more.click()
                shoot(wardrobe, out / f"wardrobe-mix-{name}.png")
        wardrobe.close()


def main() -> int:
    """Take the pictures asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--lang", default="en,zh,ja")
    parser.add_argument("--theme", default="day,night")
    parser.add_argument("--scale", type=int, default=100)
    parser.add_argument("--sizes", default=",".join(f"{w}x{h}" for w, h in SIZES))
    parser.add_argument("--wardrobe", type=Path)
    args = parser.parse_args()
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    args.out.mkdir(parents=True, exist_ok=True)
    sizes = [(int(w), int(h)) for w, h in (size.split("x") for size in args.sizes.split(","))]
    for lang in args.lang.split(","):
        for look in args.theme.split(","):
            pictures(args.out, lang, look == "night", args.scale, args.wardrobe, sizes)
    return 0


if __name__ == "__main__":
    sys.exit(main())
