"""Pictures of captions, of what she said, and of the page where lips and sound are measured.

    xvfb-run -a -s "-screen 0 2000x1400x24" python -m tests.support.gui_captions OUT [--lang en,zh] [--theme day]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mind.events import Reply, ReplyEnded, ReplyStarted, Sentence
from tests.support.gui_screenshots import Photographer, pump

SAYS = {
    "en": ("Then let's put it down for an hour, because you know the harbour story by heart.", "harbour"),
    "zh": ("那我们先放下一个小时吧，因为港口的故事你早就记住了。", "故事"),
    "ja": ("それなら一時間だけ置いておきましょう。港の話はもう覚えていますから。", "覚えて"),
}
EARLIER = {
    "en": ("Good evening.", "Was it the long meeting again?", "Tea first, one lamp, and I'll keep watch for a while."),
    "zh": ("晚上好。", "又是那个很长的会议吗？", "先喝杯茶，点一盏灯，我再陪你一会儿。"),
    "ja": ("おかえりなさい。", "今日も長い会議でしたか？", "まずはお茶を一杯、もう少しそばにいますね。"),
}
HEARD = {"en": "I keep going over tomorrow's", "zh": "明天的面试我一直", "ja": "明日の面接のことを"}
SIZES = (16, 20, 28)


def tell(photographer: Photographer, size: int = 20, place: str = "bottom", share: float = 0.82) -> None:
    """A caption in the midst of a sentence."""
    stage = photographer.window.stage
    voice = photographer.house.settings.voice
    voice.caption_size, voice.caption_place, voice.caption_opacity = size, place, round(share * 100)  # type: ignore[assignment]
    photographer.lead.look()
    text, word = SAYS[photographer.lang]
    at = text.index(word)
    stage.tell_caption(text, at, at + len(word))
    pump(0.6)


def say(photographer: Photographer, texts: tuple[str, ...]) -> None:
    """A reply of hers that is over, not spoken."""
    talk = photographer.house.conversation
    talk._row = None
    talk._silent = True
    talk.take(ReplyStarted(None, "offline", ""))
    for index, text in enumerate(texts):
        talk.take(Sentence(index, text, photographer.lang, (), " " if index else ""))  # type: ignore[arg-type]
    talk.take(ReplyEnded(Reply(None, None, " ".join(texts), photographer.lang, "complete", "offline", "")))  # type: ignore[arg-type]
    pump(0.2)


def captions(photographer: Photographer) -> None:
    """Three sizes in the window, the two places, and the narrow window."""
    window = photographer.window
    for size in SIZES:
        tell(photographer, size)
        photographer.shoot(f"caption-{size}")
    for framing in ("face", "full"):
        photographer.lead.set_framing(framing)
        tell(photographer, 32)
        photographer.shoot(f"caption-{framing}-32")
    tell(photographer, 32, "top")
    photographer.shoot("caption-top-32")
    photographer.lead.set_framing("bust")
    for width, high in ((900, 600), (420, 800)):
        window.resize(width, high)
        for place in ("bottom", "top"):
            tell(photographer, 28, place)
            photographer.shoot(f"caption-{width}-{place}-28")
    tell(photographer, 20)
    photographer.shoot("caption-420-bottom-20")
    window.resize(1280, 800)
    window.stage.tell_heard(HEARD[photographer.lang])
    photographer.shoot("caption-you")


def pages(photographer: Photographer) -> None:
    """The settings, her last sentences, lips and sound."""
    window = photographer.window
    window.open_page("settings")
    window.pages["settings"].show_section("captions")  # type: ignore[attr-defined]
    tell(photographer, 28)
    photographer.shoot("settings-captions")
    window.open_page("talk")
    tell(photographer)
    say(photographer, EARLIER[photographer.lang][:2])
    say(photographer, (EARLIER[photographer.lang][2], SAYS[photographer.lang][0]))
    for width, high in ((1280, 800), (1720, 1000), (420, 800)):
        window.resize(width, high)
        photographer.lead.transcript.open()
        sheet: Any = photographer.lead.transcript.sheet
        line = sheet.lines[-1].line
        photographer.lead.transcript.show_heard(line)
        at = line.text.index(SAYS[photographer.lang][1])
        sheet.mark(at, at + 2)
        pump(0.5)
        photographer.shoot(f"transcript-{width}")
        photographer.lead.transcript.close()
    window.resize(1280, 800)
    calibration(photographer)


def calibration(photographer: Photographer, shoot: Callable[[str], None] | None = None) -> None:
    """Its steps."""
    shoot = shoot or photographer.shoot
    photographer.house.changes.calibration.emit()
    page: Any = photographer.window.pages["calibration"]
    shoot("calibration-start")
    for step in ("sound", "light"):
        page._make_out = lambda fault: Quiet()
        page.go(step)
        page._beats._timer.stop()
        page._taps = [1.0] * 5
        page.tell_count()
        page.pad.light(step == "light")
        shoot(f"calibration-{step}")
    page._measured = 85
    page.go("mouth")
    pump(2.5)
    shoot("calibration-mouth")
    page.leave()


def mate(photographer: Photographer) -> None:
    """She on the desktop, over white, black and a picture, at three sizes."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter

    from assets import asset

    lead, out = photographer.lead.mate, photographer.out
    lead.out()
    window: Any = lead.mate
    text, word = SAYS[photographer.lang]
    at = text.index(word)
    for percent in (100, 60, 150):
        window.grow(percent)
        window.tell_caption(text, at, at + len(word))
        pump(2.0)
        her = window.grab()
        for ground in ("white", "black", "photo"):
            picture = QImage(window.size(), QImage.Format.Format_RGB32)
            picture.fill(Qt.GlobalColor.black if ground == "black" else Qt.GlobalColor.white)
            painter = QPainter(picture)
            if ground == "photo":
                scene = QImage(str(asset("scenes", "garden-day.jpg")))
                painter.drawImage(picture.rect(), scene.copy(200, 100, window.width(), window.height()))
            painter.drawPixmap(0, 0, her)
            painter.end()
            picture.save(str(out / f"mate-{percent}-{ground}-{photographer.lang}.png"))
    lead.back()


class Quiet:
    """A loudspeaker that only counts."""

    def add(self, sound: object, heard: float = 0.0) -> None:
        """Nothing sounds."""

    def played(self) -> float:
        return 0.0

    def stop(self) -> None:
        """Nothing to stop."""

    def volume(self, factor: float) -> None:
        """Nothing to hear."""

    def close(self) -> None:
        """Nothing to close."""


def main() -> int:
    """Take the pictures asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", default="captions,pages,mate")
    parser.add_argument("--lang", default="en,zh,ja")
    parser.add_argument("--theme", default="day,night")
    parser.add_argument("--scale", type=int, default=100)
    parser.add_argument("--sheets", action="store_true", help="join them to the two pictures of the docs")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    for lang in args.lang.split(","):
        for look in args.theme.split(","):
            photographer = Photographer(args.out, lang, look == "night", scale=args.scale)
            talk = photographer.house.conversation
            pump(25, lambda: bool(talk.model.rows) and not talk.busy)  # noqa: B023 - called at once
            photographer.window.talk.banner.clear()
            for name, take in (("captions", captions), ("pages", pages), ("mate", mate)):
                if name in args.only.split(","):
                    take(photographer)
            photographer.close()
    if args.sheets:
        sheets(args.out)
    return 0


def sheets(out: Path) -> None:
    """Pictures side by side, as ``captions.jpg`` and ``calibration.jpg``."""
    sizes = [["caption-16-en-day", "caption-20-zh-night", "caption-28-ja-day"]]
    narrow = [[f"caption-420-{name}" for name in ("bottom-28-en-day", "top-28-ja-night", "bottom-20-zh-day")]
              + ["mate-100-white-en", "mate-100-black-zh", "mate-100-photo-ja"]]
    join(out, "captions", [*sizes, *narrow, ["settings-captions-en-day", "settings-captions-zh-night", "transcript-1280-ja-day"]])
    steps = [[f"calibration-{step}-{look}" for step in ("sound", "light", "mouth")] for look in ("en-day", "zh-night", "ja-day")]
    join(out, "calibration", steps)


def join(out: Path, name: str, rows: list[list[str]], wide: int = 2100) -> None:
    """Rows of pictures, each row as wide as the others."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter

    smooth, made = Qt.TransformationMode.SmoothTransformation, []
    for row in rows:
        pictures = [QImage(str(out / f"{each}.png")) for each in row]
        high = round((wide - 12 * (len(row) - 1)) / sum(each.width() / each.height() for each in pictures))
        made.append([each.scaledToHeight(high, smooth) for each in pictures])
    whole = QImage(wide, sum(row[0].height() + 12 for row in made) - 12, QImage.Format.Format_RGB32)
    whole.fill(Qt.GlobalColor.darkGray)
    painter = QPainter(whole)
    y = 0
    for pictures in made:
        x = 0
        for each in pictures:
            painter.drawImage(x, y, each)
            x += each.width() + 12
        y += pictures[0].height() + 12
    painter.end()
    path, quality = out / f"{name}.jpg", 86
    while quality > 40 and whole.save(str(path), "JPG", quality) and path.stat().st_size > 390_000:
        quality -= 6


if __name__ == "__main__":
    sys.exit(main())
