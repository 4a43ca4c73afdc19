"""How well a wording suits the user's taste and her manner: its length, whether it asks, and the words it is made of.

Added to what the ledger says of it, so that of the wordings that are fresh the most fitting is taken.
"""

from __future__ import annotations

from typing import Final

from mind.languages import Lang
from mind.talk.ledger import without_cues
from mind.talk.scenery import Talk
from mind.taste.packs import pack_of

MIDDLE: Final[dict[Lang, float]] = {"en": 62.0, "zh": 21.0, "ja": 30.0}
"""Characters of a wording that is neither short nor long."""
FURTHEST: Final = 1.2
LENGTH: Final = 1.1
QUESTION: Final = 0.7
"""What it is worth at most that a wording is as long as the user likes, and asks or does not."""
SUITS, JARS = 0.35, 0.6
"""What a wording gains that sounds like the manner, and loses that does not."""


def fit(talk: Talk, text: str, *, asks: bool) -> float:
    """More than 0 for what suits, less for what does not, 0 where nothing is known of the user and she has her own manner."""
    taste = talk.scene.taste
    if not taste.axes and not taste.pack:
        return 0.0
    lang = talk.content.lang
    said = without_cues(text)
    longer = (len(said) - MIDDLE[lang]) / MIDDLE[lang]
    score = LENGTH * taste.of("length") * max(-FURTHEST, min(FURTHEST, longer)) + QUESTION * taste.of("questions") * asks
    pack = pack_of(str(talk.conditions.get("pack") or ""))
    if pack is not None:
        score += SUITS * (lang in pack.suits and bool(pack.suits[lang].search(said)))
        score -= JARS * (lang in pack.jars and bool(pack.jars[lang].search(said)))
    return score
