"""Roman numerals, where they are surely such: behind a king, and behind the word for a part."""

from __future__ import annotations

import re
from typing import Final

from voice.reading.english.numbers import cardinal, ordinal
from voice.reading.traced_text import TracedText

ROMAN: Final = re.compile(
    r"\b(Chapter|Part|Act|Volume|Book|War|Section|Phase|Type|Stage|Round|Scene|Episode|Season|Level|Class|Fantasy"
    r"|Rocky)[ ]([IVX]{1,5})(?![\w']|\.[\w])"
)
KING: Final = re.compile(
    r"\b(Henry|Louis|Elizabeth|Charles|Edward|George|William|Richard|James|Philip|Mary|Catherine|Peter|Alexander"
    r"|Napoleon|Pius|Paul|John Paul|Benedict|Frederick|Nicholas|Leo|Ramses|Ivan|Francis)[ ]([IVX]{1,5})(?![\w']"
    r"|\.[\w])"
)
NUMERAL: Final = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")


def with_roman(text: TracedText) -> TracedText:
    """*Henry the eighth*, *Part three*."""
    return text.sub(KING, lambda match: numeral(match, "the ")).sub(ROMAN, lambda match: numeral(match, ""))


def numeral(match: re.Match[str], article: str) -> str | None:
    """*Henry the eighth*, *Part three*; None where it is no Roman numeral, or the word I."""
    if not NUMERAL.fullmatch(match[2]) or (match[2] == "I" and not article and match[1] not in ("Part", "War", "Chapter", "Act")):
        return None
    if article and match[2] in ("I", "V", "X"):
        return None
    value, largest = 0, 0
    for char in reversed(match[2]):
        worth = {"I": 1, "V": 5, "X": 10}[char]
        value += worth if worth >= largest else -worth
        largest = max(largest, worth)
    return f"{match[1]} {article}{ordinal(value) if article else cardinal(value)}"
