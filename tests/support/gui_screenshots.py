"""Pictures of the window in every size, language and theme.

    xvfb-run -a -s "-screen 0 2000x1400x24" python -m tests.support.gui_screenshots OUT [--only talk,bond] [--lang en,zh]

Each picture is the real window over a data folder of its own, with an invented conversation said to the offline brain.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tests.support.gui_bond import AGES, live
from tests.support.gui_hearing_pictures import hearing
from tests.support.gui_taste_pictures import taste
from tests.support.gui_voice_pictures import voice
from tests.support.gui_why import why
from tests.support.memory_life import lived

TALKS = {
    "en": ("Hi, I'm Alex.", "I have a cat called Momo, she is twelve.", "I keep going over tomorrow's interview in my head."),
    "zh": ("你好，我叫小林。", "我养了一只猫，叫毛毛。", "明天的面试，我脑子里一直停不下来。"),
    "ja": ("こんばんは、ゆきです。", "モモという猫がいます。", "今日は少し疲れました。"),
}
BOND_SIZES = ((1280, 800), (1600, 1000), (900, 600), (420, 800))
HURT = "eleven"
"""The age of the bond that is shown with a hurt still open."""
SIZES = {"talk": (1280, 800), "min": (900, 600), "compact": (420, 800), "wide": (1720, 1000)}


def pump(seconds: float, until: Callable[[], bool] = lambda: False) -> None:
    """Let Qt work for a while, or until something is true."""
    app = QApplication.instance()
    assert app is not None
    end = time.monotonic() + seconds
    while time.monotonic() < end and not until():
        app.processEvents()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        time.sleep(0.005)


class Photographer:
    """One window over one data folder."""

    def __init__(
        self, out: Path, lang: str, night: bool, *, scale: int = 100, first_run: bool = False, life: bool = False,
        bond: str = "",
    ) -> None:
        from desktop.settings import Settings
        from desktop.window.opening import application, begin, build_house, furnish

        self.out, self.lang, self.night = out, lang, night
        self._folder = tempfile.TemporaryDirectory()
        self.kept = lived(Path(self._folder.name), lang) if life else {}  # type: ignore[arg-type]
        if bond:
            live(Path(self._folder.name), lang, bond, hurt=bond == HURT)  # type: ignore[arg-type]
        application()
        settings = Settings()
        settings.lang = lang  # type: ignore[assignment]
        settings.first_run_done = not first_run
        settings.look.theme = "night" if night else "day"
        settings.look.text_scale = scale
        settings.look.reduced_motion = True
        self.house = build_house(Path(self._folder.name), settings)
        self.window, self.lead = furnish(self.house)
        # The picture shows what a graphics card shows, however slow this machine is.
        self.house.player.quality.took = lambda seconds: False  # type: ignore[method-assign]
        begin(self.house, self.window, self.lead)
        pump(1.5)

    def talk(self) -> None:
        """Say the invented lines."""
        talk = self.house.conversation
        pump(4, lambda: bool(talk.model.rows))
        for line in TALKS[self.lang]:
            pump(20, lambda: not talk.busy)
            talk.say(line)
            pump(0.8)
        pump(20, lambda: talk.speech.speaking)
        pump(1.2)

    def shoot(self, name: str) -> None:
        """Save the window."""
        pump(0.4)
        path = self.out / f"{name}-{self.lang}-{'night' if self.night else 'day'}.png"
        self.window.grab().save(str(path))
        print(path, flush=True)

    def close(self) -> None:
        """Close the house."""
        from desktop.window.opening import close_house

        self.window.close()
        close_house(self.house)
        self.window.deleteLater()
        pump(0.1)
        self._folder.cleanup()


def sizes(photographer: Photographer, wanted: set[str]) -> None:
    """The talk in each size."""
    for name, size in SIZES.items():
        if name in wanted:
            photographer.window.resize(*size)
            pump(0.8)
            photographer.shoot(name)
    photographer.window.resize(1280, 800)
    pump(0.4)


def pages(photographer: Photographer, wanted: set[str]) -> None:
    """The pages beside her."""
    window = photographer.window
    for page in ("wardrobe", "photo"):
        if page in wanted:
            window.open_page(page)  # type: ignore[arg-type]
            pump(1.5)
            photographer.shoot(page)
    if "settings" in wanted:
        window.open_page("settings")
        for section in ("brain", "voice", "hearing", "devices", "captions", "memory", "together", "look"):
            window.pages["settings"].show_section(section)  # type: ignore[attr-defined]
            pump(0.8)
            photographer.shoot(f"settings-{section}")
    window.open_page("talk")


def memory(photographer: Photographer) -> None:
    """What she keeps, over an invented life: each view, a receipt, a sentence being written, and the chips in the talk."""
    window = photographer.window
    window.open_page("memory")
    page = window.pages["memory"]
    for size in ((1280, 800), (900, 600), (420, 800)):
        window.resize(*size)
        pump(0.6)
        page.open_memory(photographer.kept["proud"])  # type: ignore[attr-defined]
        pump(0.8)
        photographer.shoot(f"memory-receipt-{size[0]}")
        page.close_sheet()  # type: ignore[attr-defined]
        photographer.shoot(f"memory-{size[0]}")
    window.resize(1280, 800)
    for view in ("people", "places", "loops", "never"):
        page.head.views.choices[view].click()  # type: ignore[attr-defined]
        pump(0.6)
        photographer.shoot(f"memory-{view}")
    page.open_memory(photographer.kept["proud"])  # type: ignore[attr-defined]
    pump(0.6)
    page.sheet.body.write()  # type: ignore[attr-defined]
    photographer.shoot("memory-write")
    window.open_page("talk")
    photographer.shoot("memory-chips")


def diary(photographer: Photographer) -> None:
    """Her pages of the invented life, thought over by rules, the newest that tells something."""
    house = photographer.house
    house.bridge.wait(house.mind.reflect(today=True, most=99, offline=True), 60)
    window = photographer.window
    window.open_page("diary")
    for size in ((1280, 800), (900, 600), (420, 800)):
        window.resize(*size)
        pump(0.8)
        photographer.shoot(f"diary-{size[0]}")
    window.resize(1280, 800)


def bond(out: Path, lang: str, night: bool, scale: int) -> None:
    """The bond at five ages; one of them with an open hurt, in every size, with figures and with a line opened."""
    for age in AGES:
        photographer = Photographer(out, lang, night, scale=scale, bond=age)
        window = photographer.window
        window.open_page("bond")
        page = window.pages["bond"]
        pump(1.0)
        for size in BOND_SIZES if age == HURT else BOND_SIZES[:2]:
            window.resize(*size)
            pump(1.2)
            photographer.shoot(f"bond-{age}-{size[0]}")
        if age == HURT:
            window.resize(1280, 800)
            page.head.switch.click()  # type: ignore[attr-defined]
            page.open_line(page.model.lines[0], entered=False)  # type: ignore[attr-defined]
            pump(0.6)
            photographer.shoot("bond-figures")
        photographer.close()


def states(photographer: Photographer) -> None:
    """What one meets more rarely: a fault, people to call, a receipt, hover, the keys, a long message, a lost picture."""
    from PySide6.QtCore import QPointF
    from PySide6.QtWidgets import QDialog

    from mind.events import FaultShown, Notice

    window, talk = photographer.window, photographer.house.conversation
    panel = window.talk
    panel.show_fault(FaultShown("brain", "brain.example.org refused the key (401).", "Check the key in the settings."), 1)
    row = next(row for row in talk.model.rows if row.kind == "hers")
    panel.list.setCurrentIndex(talk.model.index(talk.model.rows.index(row)))
    panel.list.setFocus()
    panel.list.bubbles.pointer = QPointF(-1, -1)
    pump(0.3)
    photographer.shoot("state-fault")
    panel.banner.clear()
    kept = next((row for row in talk.model.rows if row.chips), None)
    if kept is not None:
        panel.show_receipt(kept.chips[0])
        photographer.shoot("state-receipt")
        panel.close_receipt()
    lines = ("Samaritans: 116 123", "Text SHOUT to 85258", "999 or 112 in immediate danger")
    talk.take(Notice("crisis", "You matter. Let's get a person with you.", "I'm an AI and can't keep you safe.", "en", lines))
    window.toast.tell("Forgotten again", lambda: None)
    photographer.shoot("state-crisis")
    panel.crisis.close_card()
    window.toast.hide()
    talk.model.mine("word " * 4000, talk.model.rows[-1].at, "en")
    talk.model.hers(talk.model.rows[-1].at, "en")
    window.stage.mic.become("hearing")
    window.stage.mic.hear(0.8)
    panel.list.to_end()
    pump(0.4)
    photographer.shoot("state-long")
    window.show_keys()
    pump(0.4)
    for dialog in window.findChildren(QDialog):
        dialog.grab().save(str(photographer.out / "state-keys.png"))
        dialog.close()
    window.resize(420, 540)
    pump(0.5)
    photographer.shoot("state-low")
    window.resize(1280, 800)


def first_run(out: Path, lang: str, night: bool, scale: int) -> None:
    """The three screens."""
    photographer = Photographer(out, lang, night, scale=scale, first_run=True)
    page = photographer.window.pages["first_run"]
    for step in range(3):
        page.go(step)  # type: ignore[attr-defined]
        pump(0.8)
        photographer.shoot(f"first-run-{step + 1}")
    photographer.close()


def main() -> int:
    """Take the pictures asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", default="talk,min,compact,memory,bond,wardrobe,photo,settings,first_run")
    parser.add_argument("--lang", default="en,zh,ja")
    parser.add_argument("--theme", default="day,night")
    parser.add_argument("--scale", type=int, default=100)
    args = parser.parse_args()
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    args.out.mkdir(parents=True, exist_ok=True)
    wanted = set(args.only.split(","))
    for lang in args.lang.split(","):
        for look in args.theme.split(","):
            if wanted - {"first_run", "memory", "bond"}:
                photographer = Photographer(args.out, lang, look == "night", scale=args.scale)
                photographer.talk()
                sizes(photographer, wanted)
                pages(photographer, wanted)
                if "voice" in wanted:
                    voice(photographer, pump)
                if "hearing" in wanted:
                    hearing(photographer, pump)
                if "why" in wanted:
                    why(photographer, pump)
                if "taste" in wanted:
                    taste(photographer, pump)
                if "states" in wanted:
                    states(photographer)
                photographer.close()
            if "memory" in wanted:
                photographer = Photographer(args.out, lang, look == "night", scale=args.scale, life=True)
                memory(photographer)
                diary(photographer)
                photographer.close()
            if "bond" in wanted:
                bond(args.out, lang, look == "night", args.scale)
            if "first_run" in wanted:
                first_run(args.out, lang, look == "night", args.scale)
    return 0


if __name__ == "__main__":
    sys.exit(main())
