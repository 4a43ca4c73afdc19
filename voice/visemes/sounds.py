"""What can be told of a sound by ear: the classes that the classifier knows, and the class of each of espeak-ng's sounds."""

from __future__ import annotations

import functools
import re
from typing import Final

import numpy as np

from voice.utterance import VRM_VISEMES
from voice.visemes.mouths import CONSONANTS, GLIDES, VOWELS, Mouth, bare, is_mark, is_pause, mouths_of

SHAPES: Final = (*VRM_VISEMES, "closed")
"""The six mouths that lips are judged by."""

SPOKEN_AS: Final[dict[str, tuple[str, str]]] = {
    "open": ("aa", "A:"),
    "ash": ("aa", "a"),
    "high": ("ih", "i:"),
    "lax": ("ih", "I"),
    "round": ("ou", "u:"),
    "mid": ("ee", "E"),
    "schwa": ("ee", "@"),
    "law": ("oh", "O:"),
    "bird": ("oh", "3:"),
    "hum": ("closed", "m"),
    "pop": ("closed", "b"),
    "hiss": ("", "s"),
    "hush": ("", "S"),
    "teeth": ("", "f"),
    "breath": ("", "h"),
    "tick": ("", "t"),
    "tap": ("", "d"),
    "nose": ("", "n"),
    "side": ("", "l"),
    "curl": ("", "r"),
    "way": ("", "w"),
    "yes": ("", "j"),
    "sil": ("", "_:"),
}
"""Every class with the mouth it is judged by (none for those that lips do not show) and one of espeak-ng's mnemonics for it."""

CLASSES: Final = tuple(SPOKEN_AS)
INDEX: Final = {name: number for number, name in enumerate(CLASSES)}
SIL: Final = INDEX["sil"]
SHAPE: Final = tuple(SHAPES.index(shape) if shape else -1 for shape, _ in SPOKEN_AS.values())
"""For each class the number of its mouth in `SHAPES`, or -1."""

OF_SHAPE: Final = tuple(np.array([shape == number for shape in SHAPE]) for number in range(len(SHAPES)))
"""For each mouth which classes show it."""

CONSONANT_CLASSES: Final = (
    (re.compile(r"^m"), "hum"),
    (re.compile(r"^[pb]"), "pop"),
    (re.compile(r"^(?:[SZCçʃʒɕ]|[tdsz]\.|t_?S|d_?Z|[sz]\\)"), "hush"),
    (re.compile(r"^(?:[sz]|t_?s|d_?z)"), "hiss"),
    (re.compile(r"^[fvTDFBθðɸβʋ]"), "teeth"),
    (re.compile(r"^[hHxXQ]"), "breath"),
    (re.compile(r"^[tkcq?]"), "tick"),
    (re.compile(r"^(?:[dgJɾ]|\*)"), "tap"),
    (re.compile(r"^(?:w|hw)"), "way"),
    (re.compile(r"^(?:_?j|i/|ɥ|;)"), "yes"),
    (re.compile(r"^[nNŋu]"), "nose"),
    (re.compile(r"^[lL]"), "side"),
    (re.compile(r"^[rRɹ]"), "curl"),
)


@functools.cache
def parts_of(name: str) -> tuple[int, ...]:
    """The class of a sound, two for a diphthong; unknown sounds by their first known part."""
    if is_pause(name) or is_mark(name):
        return (SIL,)
    sound = bare(name)
    if is_vowel(sound):
        return tuple(INDEX[vowel_class(mouth)] for mouth in mouths_of(name))
    return (INDEX[next((found for pattern, found in CONSONANT_CLASSES if pattern.match(sound)), "tap")],)


def is_vowel(sound: str) -> bool:
    """Whether the longest part of it that the tables know is a vowel."""
    while sound:
        if sound in GLIDES or sound in VOWELS:
            return True
        if sound in CONSONANTS:
            return False
        sound = sound[:-1]
    return False


def vowel_class(mouth: Mouth) -> str:
    """By the shape that leads, and how far."""
    weights = dict(mouth.weights)
    shape, lead = mouth.weights[0]
    if shape == "aa":
        return "ash" if weights.get("ee", 0.0) >= 0.2 else "open"
    if shape == "ih":
        return "high" if lead > 0.6 else "lax"
    if shape == "ee":
        return "mid" if lead >= 0.5 else "schwa"
    if shape == "oh":
        return "law" if lead >= 0.4 else "bird"
    return "round"


def is_known(name: str) -> bool:
    """Whether the tables of mouths hold exactly this sound, so that its class can be believed."""
    sound = bare(name)
    return is_pause(name) or sound in GLIDES or sound in VOWELS or sound in CONSONANTS
