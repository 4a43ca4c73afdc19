"""The letter A for espeak-ng, which takes it for the article wherever another word follows."""

from __future__ import annotations

import re
from typing import Final

from voice.reading.traced_text import TracedText

SAID: Final = "eigh"
"""Letters that the engine reads as the name of the letter."""

IN_A_ROW: Final = re.compile(r"(?<![\w'])A(?= [A-Z](?![\w']))|(?<=(?<![\w'])[A-Z] )A(?![\w'])")
ALONE: Final = re.compile(r"(?<![A-Za-z'])A(?![A-Za-z'])")


def readable_english(text: TracedText) -> TracedText:
    """The text with every A of a row of letters (``U S A``) as its name."""
    return text.sub(IN_A_ROW, SAID)


def readable_letter(text: TracedText) -> TracedText:
    """The same for English within Chinese, where a lone A is never the article."""
    return text.sub(ALONE, SAID)
