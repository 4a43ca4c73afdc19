"""Japanese syllables as the voices of Kokoro were taught them: narrow IPA, a small tsu as a glottal stop, ー as length."""

from __future__ import annotations

import re
from typing import Final

VOWELS: Final = {"a": "a", "i": "i", "u": "ɯ", "e": "e", "o": "o"}

ROWS: Final[tuple[tuple[str, str, str], ...]] = (
    ("カキクケコ", "k", "kʲ"), ("ガギグゲゴ", "ɡ", "ɡʲ"), ("サシスセソ", "s", "ɕ"), ("ザジズゼゾ", "z", "ʥ"),
    ("タチツテト", "t", "ʨ"), ("ダヂヅデド", "d", "ʥ"), ("ナニヌネノ", "n", "ɲ"), ("ハヒフヘホ", "h", "ç"),
    ("バビブベボ", "b", "bʲ"), ("パピプペポ", "p", "pʲ"), ("マミムメモ", "m", "mʲ"), ("ラリルレロ", "ɾ", "ɾʲ"),
)  # fmt: skip
"""Kana of a row in the order a i u e o, its consonant, and the one before i and in ya, yu, yo."""

ALONE: Final[dict[str, str]] = {
    "ア": "a", "イ": "i", "ウ": "ɯ", "エ": "e", "オ": "o", "ヤ": "ja", "ユ": "jɯ", "ヨ": "jo", "ワ": "βa", "ヲ": "o", "ヰ": "i",
    "ヱ": "e", "ン": "ɴ", "ッ": "ʔ", "ー": "ː", "ヴ": "vɯ", "ァ": "a", "ィ": "i", "ゥ": "ɯ", "ェ": "e", "ォ": "o", "ャ": "ja",
    "ュ": "jɯ", "ョ": "jo", "ヮ": "βa", "ス": "sɨ", "ズ": "zɨ", "ツ": "ʦɨ", "ヅ": "zɨ", "フ": "ɸɯ",
}  # fmt: skip
"""What no row gives: the vowel after s, z and ts is a central one."""

GLIDES: Final = {"ャ": "a", "ュ": "ɯ", "ョ": "o"}
FOREIGN: Final[dict[str, str]] = {
    "ファ": "ɸa", "フィ": "ɸi", "フェ": "ɸe", "フォ": "ɸo", "フュ": "ɸʲɯ", "ティ": "tʲi", "ディ": "dʲi", "テュ": "tʲɯ",
    "デュ": "dʲɯ", "トゥ": "tɯ", "ドゥ": "dɯ", "ウィ": "βi", "ウェ": "βe", "ウォ": "βo", "ヴァ": "va", "ヴィ": "vʲi",
    "ヴェ": "ve", "ヴォ": "vo", "シェ": "ɕe", "ジェ": "ʥe", "チェ": "ʨe", "ツァ": "ʦa", "ツェ": "ʦe", "ツォ": "ʦo",
    "イェ": "je", "クァ": "kβa", "グァ": "ɡβa",
}  # fmt: skip


def _syllables() -> dict[str, str]:
    found = dict(FOREIGN)
    for kana, hard, soft in ROWS:
        for sign, vowel in zip(kana, "aiueo", strict=True):
            found[sign] = ALONE.get(sign) or (soft if vowel == "i" else hard) + VOWELS[vowel]
        found |= {kana[1] + glide: soft + vowel for glide, vowel in GLIDES.items()}
    return ALONE | found


SYLLABLES: Final = _syllables()
FIND: Final = re.compile("|".join(sorted(map(re.escape, SYLLABLES), key=len, reverse=True)))


LONG: Final = re.compile("(?<=[エケゲセゼデネヘベペメレェ])イ(?!イ)|(?<=テ)イ(?![イルマタテナ])")
"""An i that only lengthens the e before it, as in せんせい; but not in していい and しています. Other long vowels come marked."""

NASALS: Final = (("mpb", "m"), ("kɡ", "ŋ"), ("ɲʨʥ", "ɲ"), ("ntdɾzʦ", "n"))
"""What the syllable n becomes before a sound."""


def kana_sounds(kana: str) -> str:
    """The sounds of a text in hiragana or katakana; what is no kana is left out, but for spaces."""
    text = "".join(chr(ord(sign) + 0x60) if "ぁ" <= sign <= "ゖ" else sign for sign in kana)
    found = re.findall(rf"{FIND.pattern}|\s", LONG.sub("ー", text))
    said = "".join(" " if sign.isspace() else SYLLABLES[sign] for sign in found)
    for following, nasal in NASALS:
        said = re.sub(f"ɴ(?=[{following}])", nasal, said)
    return said
