"""What she does besides answering: kinds of moves, how they turn, and how often she has nothing better than a way out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from mind.languages import Lang

KINDS: Final[dict[str, str]] = {
    "follow": "ask", "gambit": "ask", "name": "ask", "offer": "ask", "ask": "ask", "checkin": "ask",
    "tell": "tell", "mine": "tell", "story": "tell", "close": "tell", "tidings": "tell",
    "callback": "recall", "loop": "recall", "recall": "recall",
    "propose": "propose", "tease": "tease", "act": "act",
}
"""The kind of a move by the first word of its act; any other keeps its own word."""

LADDER: Final[tuple[tuple[str, int], ...]] = (
    ("echo", 1), ("reflect", 1), ("low.reflect", 1), ("fallback.quote", 1), ("fallback.thread", 2), ("fallback.memory", 3),
    ("fallback.act", 4), ("fallback.ack", 4), ("low.ack", 4), ("question.unknown", 4), ("fallback.two", 5), ("fallback.own", 6),
    ("fallback.presence", 7), ("fallback", 4), ("silence", 7),
)
"""The rung of a reaction, by the beginning of its act: 1 what was said is given back, 2 the thread goes on, 3 a memory, 4 an
answer to the kind of turn alone, 5 two readings, 6 owned, 7 something small of hers or nothing."""

LOST: Final[dict[Lang, str]] = {
    "en": r"\bi (?:do not|don't|didn't|did not|can't|cannot) (?:quite |really |fully )?(?:understand|follow|make sense)"
          r"|\bi (?:do not|don't|didn't) (?:quite )?get (?:that|it|you)\b"
          r"|\bnot sure (?:what|that) (?:you|i) (?:mean|understand)|what do you mean\?"
          r"|could you (?:rephrase|repeat|say that again)"
          r"|i'?m (?:confused|lost)\b|(?:over|past) my head|come again\?|\bpardon\?|say that differently|lost me there",
    "zh": r"(?:没|不)(?:太)?(?:听懂|明白你|理解你|懂你(?!们))|听不(?:太)?懂|我(?:也|还是|有点)?看不懂|什么意思[？?]"
          r"|再说一遍|换个说法(?:[？?吧呢]|我就|给我)|不知道你在说|没跟上你",
    "ja": r"(?:意味|話)が(?:よく)?(?:わかり|分かり)ませ|理解でき(?:ません|ない)"
          r"|(?:よく)?(?:わかり|分かり)ません[でし。]|どういう意味|もう一度言って|言い換えて",
}
"""What amounts to "I don't understand"."""


def kind_of(acts: Sequence[str]) -> str:
    """The kind of the move of a reply: the part of its acts after the reaction; `none` where there is none."""
    moves = [act for act in acts[1:] if not act.startswith("gift")]
    return KINDS.get(_first(moves[0]), _first(moves[0])) if moves else "none"


def _first(act: str) -> str:
    return re.split(r"[:.]", act, maxsplit=1)[0]


def rung_of(acts: Sequence[str]) -> int:
    """How far down the ladder of ways out a reply stands; 0 where it answered what was said."""
    reaction = acts[0] if acts else "silence"
    return next((rung for begin, rung in LADDER if reaction == begin or reaction.startswith((begin + ":", begin + "."))), 0)


def is_lost(reply: str, lang: Lang) -> bool:
    """Whether she says that she does not understand."""
    return bool(re.search(LOST[lang], reply, re.IGNORECASE))


def same_running(kinds: Sequence[str]) -> int:
    """How often a move follows one of its own kind in the reply before; none does not count."""
    return sum(one == other != "none" for one, other in pairwise(kinds))
