"""A turn heard again by our own rules, for judging what a brain says of it."""

from __future__ import annotations

from datetime import datetime
from functools import cache

from assets import asset
from mind.languages import Lang
from mind.talk.content import Content, load
from mind.talk.perceive import perceive
from mind.talk.perception import Perception


def heard_again(text: str, lang: Lang, at: datetime) -> Perception:
    """What the shipped rules understand of a turn's words."""
    return perceive(text, _content(lang), at)


@cache
def _content(lang: Lang) -> Content:
    return load(asset("talk") / lang, lang)
