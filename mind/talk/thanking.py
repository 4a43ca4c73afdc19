"""Thanks for a gift, once, before she answers what was said."""

from __future__ import annotations

from typing import Final

from mind.bond_events.signs import HURTS, signs_in
from mind.talk.expecting import brought_up, occasion_env
from mind.talk.ledger import without_cues
from mind.talk.realise import Realiser
from mind.talk.scenery import Talk

GIFT: Final = "gift"


def thank(talk: Talk, realiser: Realiser) -> bool:
    """Say it, where she was given something and the moment is no heavy and no sharp one."""
    p = talk.perception
    gift = next((one for one in talk.scene.occasions if one.kind == GIFT), None)
    if gift is None or p is None or talk.low or any(sign.kind in HURTS for sign in signs_in(p)):
        return False
    saying = realiser.pick(talk.content.frame(gift.frame), occasion_env(talk, gift), again=True)
    if saying is None:
        return False
    realiser.take(saying)
    brought_up(talk, gift)
    talk.bring.extend(without_cues(sentence) for sentence in saying.sentences)
    return True
