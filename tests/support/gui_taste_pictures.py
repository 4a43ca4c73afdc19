"""The page "How you like me" over things the user said, and one sheet of it in three languages.

    python -m tests.support.gui_screenshots PICTURES --only taste
    python -m tests.support.gui_taste_pictures PICTURES SHEET.jpg
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from mind.domain import Person
from mind.languages import LANGS, Lang

SAID: Final[dict[Lang, tuple[str, ...]]] = {
    "en": ("I'm Alex.", "I love it when you tease me", "Shorter please", "Fewer questions please", "Tell me a joke",
           "Haha, good one", "I love it when we talk about books"),
    "zh": ("我叫小林。", "我喜欢你逗我", "短一点", "少问点", "讲个笑话", "哈哈哈", "我喜欢跟你聊电影"),
    "ja": ("ゆきです。", "からかわれるのが好き", "もっと短く", "質問を減らして", "冗談を言って", "あはは、うける",
           "もっと音楽の話をしよう"),
}  # fmt: skip
NAMES: Final[dict[Lang, str]] = {"en": "Alex", "zh": "小林", "ja": "ゆき"}
PACK: Final = {"en": "buddy", "zh": "literary", "ja": "gentle"}
SIZES: Final = ((1280, 800), (900, 600), (420, 800))
STATES: Final = ("top", "card")
PART: Final = QRect(332, 0, 948, 800)
"""Of a window of 1280 x 800: the page."""
WIDE, HIGH = 540, 455
KEPT: Final = Qt.AspectRatioMode.IgnoreAspectRatio
QUALITY: Final = 62


def taste(photographer: Any, pump: Callable[..., None]) -> None:
    """Her manners, and the card after some talk, in three sizes."""
    window, house, lang = photographer.window, photographer.house, photographer.lang
    pump(20, lambda: not house.conversation.busy)

    async def live() -> None:
        await house.mind.set_person(Person(NAMES[lang], lang, True))
        for line in SAID[lang]:
            async for _ in house.mind.say(line):
                pass
        await house.mind.tastes.choose(PACK[lang])

    house.bridge.wait(live(), 60)
    window.open_page("taste")
    page = window.pages["taste"]
    for width, height in SIZES:
        window.resize(width, height)
        pump(0.9)
        bar = page.area.verticalScrollBar()
        for state in STATES:
            bar.setValue(0 if state == "top" else page.card.y() - 60)
            pump(0.3)
            photographer.shoot(f"taste-{state}-{width}")
        bar.setValue(0)
    window.resize(1280, 800)
    pump(0.4)


def sheet(pictures: Path, out: Path) -> None:
    """Manners by day, the card by night, in three languages."""
    rows = (("top", "day"), ("card", "night"))
    picture = QImage(3 * WIDE + 4 * 12, len(rows) * (HIGH + 12) + 12, QImage.Format.Format_RGB32)
    picture.fill(QColor(120, 110, 104))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for row, (state, look) in enumerate(rows):
        for column, lang in enumerate(LANGS):
            shot = QImage(str(pictures / f"taste-{state}-1280-{lang}-{look}.png")).copy(PART)
            shot = shot.scaled(WIDE, HIGH, KEPT, Qt.TransformationMode.SmoothTransformation)
            painter.drawImage(QRectF(12 + column * (WIDE + 12), 12 + row * (HIGH + 12), WIDE, HIGH), shot)
    painter.end()
    picture.save(str(out), "JPG", QUALITY)


def main() -> int:
    """Lay the sheet."""
    parser = argparse.ArgumentParser()
    parser.add_argument("pictures", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    sheet(args.pictures, args.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
