"""A turn that calls her by the name the user gave her: "Hi Pepper" is heard as "Hi" is."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from mind.talk.content import Content
from mind.talk.perceive import perceive
from mind.talk.perception import Perception


def said_to_her(p: Perception, called: str | None, content: Content, now: datetime) -> Perception:
    """The perception with the acts that the turn holds without her name at its end; as it was where she was not called.

    Her name alone in a clause changes nothing, so the clauses stay those of the turn and quotes stay the user's words.
    """
    bare = _without(p.text, called, spaced=p.lang == "en") if called else p.text
    if bare == p.text or not bare.strip():
        return p
    heard = perceive(bare, content, now)
    if len(heard.clauses) != len(p.clauses):
        return p
    known = {hit.act.id for hit in p.acts}
    acts = sorted((*p.acts, *(hit for hit in heard.acts if hit.act.id not in known)), key=lambda hit: (hit.act.tier, -hit.weight))
    return replace(p, acts=tuple(acts))


def _without(text: str, called: str, *, spaced: bool) -> str:
    gap = r"\s+" if spaced else r"\s*"
    return re.sub(rf"{gap}{re.escape(called)}(?=[\s!?.,~！？。～…]*$)", "", text, flags=re.IGNORECASE)
