"""The phonemes that espeak-ng knows for a language, read from its own data: all that a voice can utter, whatever the text.

`phontab` as espeak-ng 1.52 writes it: a count; then for each table its length, the number of the one it builds on, its name in
32 bytes, and 16 bytes a phoneme: mnemonic (4), flags (4), program (2), code, type and four bytes of timing.
"""

from __future__ import annotations

import struct
from pathlib import Path

import espeakng_loader

PAUSE, STRESS, VIRTUAL = 0, 1, 9


def mnemonics(language: str) -> set[str]:
    """All sounds of a table and of those it builds on; no pauses, stress or tone marks."""
    raw = (Path(espeakng_loader.get_data_path()) / "phontab").read_bytes()
    tables: list[tuple[str, int, dict[int, tuple[str, int]]]] = []
    at = 4
    for _ in range(raw[0]):
        count, base = raw[at], raw[at + 1]
        name = raw[at + 4 : at + 36].split(b"\0")[0].decode()
        at += 36
        own = {}
        for _ in range(count):
            text, _, _, code, kind = struct.unpack("<4sIHBB", raw[at : at + 12])
            own[code] = (text.split(b"\0")[0].decode("utf-8", "replace"), kind)
            at += 16
        tables.append((name, base, own))
    sounds: dict[int, tuple[str, int]] = {}
    wanted = next(index for index, (name, _, _) in enumerate(tables) if name == language)
    chain = []
    while wanted >= 0:
        chain.append(tables[wanted][2])
        wanted = tables[wanted][1] - 1
    for own in reversed(chain):
        sounds |= own
    return {text for text, kind in sounds.values() if text and kind not in (PAUSE, STRESS, VIRTUAL)}
