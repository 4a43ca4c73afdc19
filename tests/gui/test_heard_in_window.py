"""In the window: her ears follow the talk's language and her name, and called she nods."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from mind.domain import Terms
from tests.support.gui_house import settled

PATIENCE = 30_000


class Ears:
    """Remembers for which language ears were asked, and has some for all but Japanese."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, folder, settings, lang):
        self.asked.append(lang)
        return None if lang == "ja" else (lambda **callbacks: None)


def said(home, qtbot, text: str) -> None:
    home.window.talk.composer.pen.setPlainText(text)
    qtbot.keyClick(home.window.talk.composer.pen, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not home.talk.busy, timeout=PATIENCE)


def test_her_ears_follow_the_language_that_is_written_and_the_name_she_has_and_she_nods_when_called(home_in, qtbot):
    settings = settled()
    settings.hearing.mode = "wake"
    home = home_in(settings)
    ears = Ears()
    home.house.makers = replace(home.house.makers, ear=ears)
    said(home, qtbot, "你好呀")
    assert home.house.heard.lang == "en", "one message may be a quotation"
    said(home, qtbot, "今天天气怎么样")
    assert home.house.heard.lang == "zh" and ears.asked[-1] == "zh"
    said(home, qtbot, "こんにちは")
    said(home, qtbot, "元気ですか")
    assert home.house.heard.lang == "zh", "nobody would understand Japanese here"
    count = len(ears.asked)
    home.house.changes.terms.emit(Terms(called="Luna"))
    assert len(ears.asked) == count + 1
    gestures = []
    home.house.player.gesture = gestures.append
    home.house.hearing.woken.emit("luna")
    assert gestures == ["nod"]
