"""What was said on a day that is asked for by itself: "what did we talk about yesterday?", 上次聊了什么？"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from mind.domain import Turn
from mind.languages import Lang
from mind.talk.left_out import speaks_of
from mind.talk.perception import Perception
from mind.talk.scenery import Talk
from mind.talk.times_past import find_past

ASKS: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(
        r"^(?:and |so )?what did (?:i|we) (?:talk|say|tell you|speak|chat|talking)(?: to you)?(?: about)?"
        r"(?: together)? (?:on |last |yesterday|the |this |in |a |\w+ (?:days|weeks) ago)"
        r"|^(?:and |so )?what were we talking about (?:on |last |yesterday)"
    ),
    "zh": re.compile("^(?:我们?|咱们?)?.{0,6}(?:聊|说|讲|谈)(?:了|过|的)?(?:些|点)?(?:什么|啥)"),
    "ja": re.compile("何(?:の話|を話|について話|て言|って言)"),
}
LAST: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"\blast time\b"), "zh": re.compile("上次|上回"), "ja": re.compile("前回|この前"),
}
SHORTEST: Final[dict[Lang, int]] = {"en": 12, "zh": 5, "ja": 6}
"""Characters below which a turn is hardly what was talked about."""


def said_then(talk: Talk, p: Perception) -> Turn | None:
    """The fullest of the user's own words of that day; None where no day is asked for by itself, or nothing was said."""
    if not ASKS[p.lang].search(p.text.lower()):
        return None
    today = talk.scene.now.date()
    told = [turn for turn in talk.scene.recent if _tells(turn, p.lang, talk) and _day(turn, talk) != today]
    days = sorted({_day(turn, talk) for turn in told})
    if LAST[p.lang].search(p.text.lower()):
        wanted = days[-1:]
    else:
        spans = (find_past(clause, talk.scene.now, past=True) for clause in p.clauses)
        span = next(((s.first, s.last or s.first) for s in spans if s is not None and s.first is not None), None)
        wanted = [day for day in days if span is not None and span[0] <= day <= span[1]]
    there = [turn for turn in told if _day(turn, talk) in wanted]
    return max(there, key=lambda turn: len(turn.text), default=None)


def _tells(turn: Turn, lang: Lang, talk: Talk) -> bool:
    asks = turn.text.rstrip().endswith(("?", "？"))
    fit = turn.speaker == "user" and not asks and len(turn.text) >= SHORTEST[lang]
    return fit and not speaks_of(turn.text, talk.state.unsaid)


def _day(turn: Turn, talk: Talk) -> date:
    return turn.at.astimezone(talk.scene.now.tzinfo).date()
