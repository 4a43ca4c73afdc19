"""What she says to a page that was pasted, and to keys without words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from mind.talk.page import Page
from mind.talk.perception import Perception
from mind.talk.scenery import Talk
from mind.talk.step import Step

LINE_TOO: Final = 0.5
"""How often she gives the sentence back besides the thing."""


def as_page(p: Perception, page: Page | None) -> Perception:
    """A perception in which nothing of a page is the user's: no fact, no feeling, no sign and no wish."""
    if page is None:
        return p
    return replace(p, acts=(), facts=(), feelings=(), needs=(), open=(), name=None, name_sure=False, answer="", reflection=None,
                   topics=(), focus=(), question=False, page=page)


def page_steps(talk: Talk, p: Perception) -> Iterator[Step]:
    """What she says to a page."""
    page = p.page
    if page is None:
        return
    content = talk.content
    env = {"count": str(page.count), "x": page.thing, "quote": page.line}
    ask = content.frame("long.whose")
    if page.thing:
        line = ((content.frame("long.line"), env),) if page.line and talk.rng.random() < LINE_TOO else ()
        yield Step("page", content.frame("long.text"), env, more=line, ask=ask)
    if page.line:
        yield Step("page:line", content.frame("long.line"), env, ask=ask)


_ROWS: Final = re.compile(r"asdf|sdfg|dfgh|fghj|ghjk|hjkl|qwer|wert|rtyu|tyui|uiop|zxcv|xcvb|cvbn|vbnm|lkjh|poiu")
_HARD: Final = re.compile(r"[bcdfghjklmnpqrstvwxz]{5,}")
_SAME: Final = re.compile(r"^(\w)\1{4,}$")
LAUGHS: Final = re.compile(r"^(?:[haejk]{3,}|[x5w6]+d?|233+|h?m+|z+|[aeou]+h*|a+r+g+h*|gr+|br+)$")


def is_mash(text: str) -> bool:
    """Whether a turn is keys without words: `asdkfjh`, `ggggggg`; laughing, humming and snoring are none."""
    words = re.findall(r"[^\W_]+", text.lower())
    if not words or len(words) > 3 or not all(word.isascii() and word.isalpha() for word in words):
        return False
    whole = [word for word in words if len(word) >= 5]
    return len(whole) == len(words) and all(
        not LAUGHS.match(word) and (_ROWS.search(word) or _HARD.search(word) or _SAME.match(word)) for word in whole
    )


def mash_steps(talk: Talk, p: Perception) -> Iterator[Step]:
    """What she says to keys without words."""
    if is_mash(p.text):
        yield Step("noise", talk.content.frame("odd.noise"))
