"""The door for words: what a terminal, a recogniser or a clipboard handed over becomes text that can be kept and shown."""

from __future__ import annotations

import re
from typing import Any, Final

UNSAFE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""Control characters carry no words and can steer a terminal; tab and line feed stay."""


def clean(text: str) -> str:
    """The same words, safe to keep: whole UTF-8, line feeds only, no control characters.

    Lone surrogates become U+FFFD, a pair of them becomes its character. Emoji joiners and the marks of right-to-left
    scripts are untouched.
    """
    if not text.isascii():
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return UNSAFE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def clean_json(value: Any) -> Any:
    """A JSON value with every string in it cleaned."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {clean(str(key)): clean_json(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [clean_json(inner) for inner in value]
    return value
