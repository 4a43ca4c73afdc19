"""An English sentence in words."""

from __future__ import annotations

import re
from typing import Final

from voice.reading.english.calendar import with_calendar
from voice.reading.english.figures import LONG_ROW, with_figures
from voice.reading.english.numbers import digits
from voice.reading.english.quantities import with_quantities
from voice.reading.traced_text import TracedText

FIGURE: Final = re.compile(r"[0-9½⅓⅔¼¾⅕⅛√]")
BRACKET: Final = re.compile(r"[ ]?[(（\[][ ]?|[ ]?[)）\]](?=[ ]?[,.!?;:。，！？])|[)）\]]")


def english_figures(text: TracedText) -> TracedText:
    """Dates, times, money, units and numbers in words."""
    text = with_calendar(text.sub(LONG_ROW, lambda match: digits(match[0])))
    return with_figures(with_quantities(text)) if FIGURE.search(text.text) else text
