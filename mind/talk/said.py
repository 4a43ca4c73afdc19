"""What she has said and done, packed small: four characters a sentence, a wording or a deed. Hashes, never words."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterable, Mapping
from typing import Final

REPLIES_KEPT: Final = 600
"""Replies whose sentences are known."""
KEY: Final = 4
"""Characters of a key: 24 bits. With 1,300 of them a sentence is taken for another one time in 13,000."""
_AGE: Final = 3
"""Characters of a turn number: 18 bits."""


def short_key(number: int) -> str:
    """The lowest 24 bits of a hash as four characters."""
    return base64.urlsafe_b64encode((number & 0xFFFFFF).to_bytes(3, "big")).decode()


def key_of(words: str) -> str:
    """A short key for an id."""
    return short_key(zlib.crc32(words.encode()))


def ages(said: str) -> dict[str, int]:
    """Of every sentence in a ledger of replies (a word a reply, newest last), how many replies ago it was said last."""
    out: dict[str, int] = {}
    replies = said.split(" ") if said else []
    for ago, reply in enumerate(reversed(replies), start=1):
        for at in range(0, len(reply), KEY):
            out.setdefault(reply[at:at + KEY], ago)
    return out


def with_reply(said: str, keys: Iterable[str]) -> str:
    """The ledger with one reply more; one without words takes no place."""
    reply = "".join(dict.fromkeys(keys))
    if not reply:
        return said
    replies = [*said.split(" "), reply] if said else [reply]
    return " ".join(replies[-REPLIES_KEPT:])


def unpack_turns(packed: str) -> dict[str, int]:
    """Key -> turn, oldest first."""
    size = KEY + _AGE
    return {packed[at:at + KEY]: _number(packed[at + KEY:at + size]) for at in range(0, len(packed) - size + 1, size)}


def pack_turns(turns: Mapping[str, int], most: int) -> str:
    """The newest so many, oldest first."""
    newest = sorted(turns.items(), key=lambda pair: pair[1])[-most:]
    return "".join(key + _letters(turn) for key, turn in newest)


_DIGITS: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"


def _letters(number: int) -> str:
    number = max(0, number) % (64 ** _AGE)
    return "".join(_DIGITS[number >> shift & 63] for shift in (12, 6, 0))


def _number(letters: str) -> int:
    out = 0
    for letter in letters:
        out = out << 6 | _DIGITS.index(letter)
    return out
