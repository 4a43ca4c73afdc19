"""How many tokens a text may cost, without any server's tokeniser."""

from __future__ import annotations

import re
from typing import Final

WIDE: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef]")


def tokens(text: str) -> int:
    """A careful estimate: a third of a token a letter, 1.2 a Chinese or Japanese character.

    Dividing by four under-counts with local models (measured by others on several tokenisers).
    """
    wide = len(WIDE.findall(text))
    return int((len(text) - wide) / 3 + wide * 1.2) + 1
