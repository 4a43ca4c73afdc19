"""When two things said count as the same."""

from __future__ import annotations

import re
import unicodedata
from hashlib import blake2b
from typing import Final

NOISE: Final = re.compile(r"[\W_]+")


def likeness(quote: str) -> str:
    """A short mark, equal for words that differ only in case, width, spaces and punctuation; empty for none."""
    words = NOISE.sub("", unicodedata.normalize("NFKC", quote).casefold())
    return blake2b(words.encode("utf-8", "replace"), digest_size=8).hexdigest() if words else ""
