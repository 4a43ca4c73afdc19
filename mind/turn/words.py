"""The user's words as they are kept, and as they are read."""

from __future__ import annotations

import re
from typing import Final

UNSEEN: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x80-\x9f\ufeff\ufffe\uffff]")
"""Control characters: no one typed them as words, and terminals and prompts obey them."""
BIDI: Final = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
READ_AT_ONCE: Final = 4000
HEAD: Final = 3000


def kept_words(text: str) -> str:
    """The words to keep: all of them, without control characters and broken code points."""
    whole = text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace").decode("utf-8")
    return UNSEEN.sub("", whole).strip()


def read_words(text: str) -> str:
    """The words to think about: a very long text by its beginning and end, without direction marks."""
    plain = BIDI.sub("", text)
    if len(plain) <= READ_AT_ONCE:
        return plain
    return f"{plain[:HEAD]}\n…\n{plain[HEAD - READ_AT_ONCE :]}"
