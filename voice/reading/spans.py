"""From one to the other, and about so much, before figures are read in Chinese and Japanese."""

from __future__ import annotations

import re
from typing import Final

from voice.reading.traced_text import TracedText

STROKE: Final = r"[ ]?[-–~～〜―][ ]?"
CLOCKS: Final = re.compile(rf"(?<=[:：][0-5][0-9]){STROKE}(?=[0-9]{{1,2}}[:：][0-5][0-9])")
DAYS: Final = re.compile(
    rf"(?<=[周期拜][一二三四五六日天]){STROKE}(?=(?:周|星期|礼拜)?[一二三四五六日天](?![\u3400-\u9fff]{{0,1}}[月年]))"
    rf"|(?<=曜日){STROKE}(?=[月火水木金土日]曜)|(?<![\u3400-\u9fff])(?<=[月火水木金土日]){STROKE}(?=[月火水木金土日](?![\u3400-\u9fff0-9]))"
)
ABOUT: Final = re.compile(r"(?<![\w)）])[~～〜≈][ ]?(?=[0-9])")


def with_spans(text: TracedText, to: str, about: str) -> TracedText:
    """Strokes between clock times and days of the week as `to`, a wave before a number as `about`."""
    if not any(stroke in text.text for stroke in "-–~～〜―≈"):
        return text
    return text.sub(CLOCKS, to).sub(DAYS, to).sub(ABOUT, about)
