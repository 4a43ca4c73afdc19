"""Which mouth makes which sound: espeak-ng's mnemonics of English, Mandarin and Japanese.

A mouth is the weights of VRM's visemes, and how far the lips close (`closed`). Sounds made behind the lips (t, k, h) have no
mouth of their own: they keep that of their vowel, a little smaller (`keep`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from voice.utterance import VRM_VISEMES, Shape

VOWEL_PULL: Final = 0.6
LIP_PULL: Final = 1.2
WEAK_PULL: Final = 0.3
"""Of vowels, of consonants that need the lips (sh, w), and of those that merely like a shape (s, th)."""


@dataclass(frozen=True, slots=True)
class Mouth:
    """Weights in 0..1, the strongest first; `keep` scales the neighbouring vowel where there are none.

    `pull` is how hard the sound draws lips to its shape (the dominance of Cohen and Massaro 1993): of a sound made by the tongue
    alone 0, of one that needs the lips more than of a vowel. `jaw` is how far the jaw may open meanwhile, 1 as far as it likes.
    """

    weights: tuple[tuple[Shape, float], ...] = ()
    closed: float = 0.0
    keep: float = 0.0
    pull: float = VOWEL_PULL
    jaw: float = 1.0

    @property
    def vowel(self) -> bool:
        """Whether it has a shape of its own."""
        return bool(self.weights)


def mouth(*, closed: float = 0.0, keep: float = 0.0, pull: float = VOWEL_PULL, jaw: float = 1.0, **weights: float) -> Mouth:
    """A mouth of named weights."""
    names: dict[str, Shape] = {name: name for name in VRM_VISEMES}  # type: ignore[misc]
    ranked = sorted(weights.items(), key=lambda item: -item[1])
    return Mouth(tuple((names[name], weight) for name, weight in ranked), closed, keep, 0.0 if keep else pull, jaw)


OPEN, CUP, FRONT = mouth(aa=0.9), mouth(aa=0.6), mouth(ee=0.7, aa=0.15)
HIGH, NEAR_HIGH, ROUND = mouth(ih=0.85), mouth(ih=0.55), mouth(oh=0.85)
CLOSE_ROUND, NEAR_ROUND, CENTRAL = mouth(ou=0.9), mouth(ou=0.6), mouth(ee=0.25, aa=0.2)
LIPS_MEET, TEETH_ON_LIP = mouth(closed=1.0), mouth(closed=0.75)
HUSH, HISS = mouth(ou=0.35, ee=0.15, pull=LIP_PULL, jaw=0.35), mouth(ih=0.35, pull=WEAK_PULL, jaw=0.25)
TONGUE, TEETH, BACK = mouth(keep=0.7), mouth(ih=0.2, pull=WEAK_PULL, jaw=0.3), mouth(keep=0.85)
NASAL = mouth(keep=0.5, closed=0.35, jaw=0.15)
"""Japanese ん by itself; before p, b and m the lips meet."""
PALATAL, APICAL = mouth(ih=0.45, jaw=0.35), mouth(ih=0.4, jaw=0.2)
APPROXIMANT, GLIDE_W = mouth(ou=0.3, ee=0.1, pull=WEAK_PULL), mouth(ou=0.85, pull=LIP_PULL)

VOWELS: Final[dict[str, Mouth]] = {
    **dict.fromkeys(("A:", "A", "A@", "A#", "A~", "aa", "a:", "a@", "ɑ", "ɑː"), OPEN),
    **dict.fromkeys(("a", "a2", "æ"), mouth(aa=0.7, ee=0.25)),
    **dict.fromkeys(("a#", "a#2"), mouth(aa=0.45, ee=0.15)),
    **dict.fromkeys(("V", "V:", "6", "ʌ", "ɐ"), CUP),
    **dict.fromkeys(("E", "E#", "e@", "E:", "e:", "e", "e#", "E2", "&", "ɛ"), FRONT),
    **dict.fromkeys(("@", "@-", "@2", "@5", "@#", "@L", "I2", "I2#", "ə", "ɚ"), CENTRAL),
    **dict.fromkeys(("3", "3:", "@r", "VR", "ɜ", "ɝ"), mouth(oh=0.25, ee=0.2, ou=0.15)),
    **dict.fromkeys(("i", "i:", "i@", "i@3", "i~", "yi"), HIGH),
    **dict.fromkeys(("I", "I#", "I:", "IR", "ɪ"), NEAR_HIGH),
    "u:": CLOSE_ROUND,
    **dict.fromkeys(("U", "U@", "U#", "ʊ"), NEAR_ROUND),
    **dict.fromkeys(("O:", "O", "O@", "O2", "O~", "o@", "o:", "o", "O#", "ɔ"), ROUND),
    **dict.fromkeys(("0", "0#", "02"), mouth(aa=0.7, oh=0.2)),  # as in "lot": /ɑ/ in her American voice
    "ɒ": mouth(oh=0.5, aa=0.4),
    **dict.fromkeys(("y", "y:", "Y"), mouth(ou=0.65, ih=0.3)),
    # Mandarin
    **dict.fromkeys(("o-", "7", "8", "ɤ"), mouth(ee=0.35, oh=0.2)),
    "i[": APICAL,
    **dict.fromkeys(("i.", "i.r"), mouth(ih=0.4, ou=0.2, jaw=0.2)),
    "ong": mouth(ou=0.55, oh=0.4),
    # Japanese
    **dict.fromkeys(("M", "u", "u-", "W", "ɯ"), mouth(ou=0.45, ih=0.2)),
}

GLIDES: Final[dict[str, tuple[Mouth, Mouth]]] = {
    **dict.fromkeys(("aI", "ai", "AI", "VI", "aI@", "aI3"), (mouth(aa=0.8, ee=0.1), mouth(ih=0.6))),
    **dict.fromkeys(("aU", "Au", "au", "AU", "aU@", "ao", "ɑu"), (mouth(aa=0.85), mouth(ou=0.75))),
    **dict.fromkeys(("eI", "ei", "EI", "eɪ"), (FRONT, mouth(ih=0.6))),
    **dict.fromkeys(("oU", "oU#", "ou", "oʊ", "@U", "o-u", "əu"), (ROUND, mouth(ou=0.8))),
    **dict.fromkeys(("OI", "oi"), (ROUND, mouth(ih=0.6))),
    "iE": (mouth(ih=0.5), FRONT),
    "iAu": (mouth(aa=0.6, ih=0.3), mouth(ou=0.75)),
    **dict.fromkeys(("ia", "iA", "ja"), (mouth(ih=0.5), OPEN)),
    **dict.fromkeys(("ua", "uA"), (mouth(ou=0.7), OPEN)),
    **dict.fromkeys(("uo", "uO"), (mouth(ou=0.7), ROUND)),
    **dict.fromkeys(("yE", "yɛ", "ye"), (mouth(ou=0.65, ih=0.3), FRONT)),
    "y&": (mouth(ou=0.65, ih=0.3), FRONT),
    "y@": (mouth(ou=0.65, ih=0.3), CENTRAL),
    "iou": (mouth(ih=0.5), mouth(ou=0.7, oh=0.2)),
    "u@": (mouth(ou=0.7), CENTRAL),
    "uai": (mouth(aa=0.6, ou=0.3), mouth(ih=0.6)),
    "uei": (mouth(ou=0.7), mouth(ee=0.5, ih=0.3)),
    "io": (mouth(ih=0.5), ROUND),
    "yu": (mouth(ih=0.5), CLOSE_ROUND),
}
"""Two mouths in one sound; the first takes 60 % of its time."""

CONSONANTS: Final[dict[str, Mouth]] = {
    **dict.fromkeys(("p", "b", "m", "ph", "p#", "b#", "m-", "p;", "b;", "m;", "mh"), LIPS_MEET),
    **dict.fromkeys(("f", "v", "v#", "f;", "v;", "ʋ"), TEETH_ON_LIP),
    **dict.fromkeys(("F", "p\\", "B", "ɸ", "β"), mouth(ou=0.35, closed=0.4)),
    **dict.fromkeys(("S", "Z", "tS", "dZ", "s.", "z.", "ts.", "ts.h", "tS.", "tS.h", "ʃ", "ʒ"), HUSH),
    **dict.fromkeys(("r", "r-", "r/", "R", "R2", "R3", "r2", "r.", 'r"', "ɹ"), APPROXIMANT),
    **dict.fromkeys(("w", "w#", "hw"), GLIDE_W),
    **dict.fromkeys(("s", "z", "z#", "z/2", "ts", "dz", "tsh", "s;", "t_s", "d_z", "z;"), HISS),
    **dict.fromkeys(("S;", "Z;", "tS;", "dZ;", "tS;h", "s\\", "C", "t_s\\", "d_z\\", "z\\", "S^", "ç", "ɕ", "J^"), PALATAL),
    **dict.fromkeys(("T", "D", "θ", "ð"), TEETH),
    **dict.fromkeys(("t", "d", "n", "l", "t#", "d#", "t[", "d[", "th", "n-", "n.", "t2", "n^", "r`", "*", "**", "ɾ"), TONGUE),
    **dict.fromkeys(("l/", "l/2", "l/3", "l-", "l.", "l^", "L", "L/", "l#", "n;", "t;"), TONGUE),
    **dict.fromkeys(("k", "g", "N", "N-", "h", "?", "kh", "X", "x", "H", "k;", "g;", "k-", "hʲ", "h;", "R:", "ŋ"), BACK),
    **dict.fromkeys(("J", "c", "q", "Q", "Q^", 'Q"', "#X1"), BACK),
    **dict.fromkeys(("j", "_j", "i/", "j/", ";", "ɥ"), mouth(ih=0.6)),
    **dict.fromkeys(("N\\", "n\\", "n'", "u~"), NASAL),
}
"""Lookups try vowels first. Mnemonics of espeak-ng, and IPA where it is another."""

SILENT: Final = Mouth()
STRESS: Final = re.compile(r"^[',%=]+")
TONE: Final = re.compile(r"(?<=.)[0-9]+$")
PAUSE: Final = re.compile(r"^_+[:!^]*$")
NO_SOUND: Final = re.compile(r"^(?:_*\|+|\([^)]*\)|[-;]+)?$")


def bare(name: str) -> str:
    """A mnemonic without stress marks."""
    return STRESS.sub("", name)


def stressed(name: str) -> bool:
    """Whether the mnemonic bears the main stress."""
    return name.startswith("'")


def is_pause(name: str) -> bool:
    """Whether nothing sounds: a pause, not a mere syllable mark."""
    return bool(PAUSE.match(name))


def is_mark(name: str) -> bool:
    """Whether the event is no sound at all: a syllable border or a change of language."""
    return bool(NO_SOUND.match(bare(name)))


def mouths_of(name: str) -> tuple[Mouth, ...]:
    """The mouth of a sound, two for a glide; unknown mnemonics by their first known part."""
    sound = bare(name)
    while sound:
        if sound in GLIDES:
            return GLIDES[sound]
        found = VOWELS.get(sound) or CONSONANTS.get(sound)
        if found is not None:
            return (found,)
        sound = sound[:-1]
    return (BACK,)
