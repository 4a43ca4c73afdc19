"""Whether a turn could be an answer: it states something, and holds the kind of thing asked for. Pure."""

from __future__ import annotations

import re
from typing import Final

from mind.store.terms import RUN, fold

TIME: Final = re.compile(
    r"\b(?:yesterday|today|tonight|tomorrow|ago|last|next|recently|monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
    r"weekends?|week|weeks|months?|years?|days?|january|february|march|april|june|july|august|september|october|november|december|"
    r"(?:19|20)\d\d|since|summer|winter|spring|autumn|morning|afternoon|evening|night|christmas|easter|birthday|soon|just)\b"
    r"|[昨今明前后後去]天|[昨今明]晚|上周|下周|这周|周[一二三四五六日末]|星期|上个?月|下个?月|去年|今年|明年|月|[0-9一二三四五六七八九十]+[号日年点]"
    r"|昨日|今日|明日|先週|来週|今週|先月|来月|曜|週末|前に"
)
PLACE: Final = re.compile(
    r"\b(?:in|at|near|from|to|into|by|around|outside|behind|above|under|inside|through)\b "
    r"(?:the |a |an |my |our |his |her |this |that )?\w+"
    r"|[在到去往回]|里|上|边|で|に|へ|から"
)
PLACED: Final = re.compile(r"\b(?:in|at|near|from|to|into|around|outside) (?:[A-Z]\w+)")
NUMBER: Final = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|twenty|thirty|forty|fifty|hundred|thousand|"
    r"dozen|half|twice|once|couple|several|pair|first|second|third|both)\b|[一二两三四五六七八九十百千万半几]"
)
PEOPLE: Final = re.compile(
    r"\b(?:mum|mom|mother|dad|father|sister|brother|wife|husband|partner|girlfriend|boyfriend|fianc\w+|friends?|cousin|aunt|uncle|"
    r"grandma|grandpa|grandmother|grandfather|gran|nana|granny|son|daughter|kids?|children|child|baby|niece|nephew|boss|manager|colleagues?|"
    r"teacher|coach|doctor|neighbou?rs?|landlord|landlady|family|team|group|parents?|roommate|flatmate)\b"
    r"|妈|爸|哥|姐|弟|妹|老公|老婆|丈夫|妻|儿子|女儿|朋友|同事|同学|老师|医生|邻居|阿姨|叔|奶奶|爷爷|外婆|外公|姥|老板|领导|室友|师傅"
    r"|母|父|兄|姉|夫|息子|娘|友|先生|同僚|上司|医者|祖母|祖父|おば|おじ|さん|ちゃん|くん"
)
NAME: Final = re.compile(r"(?<![.!?…] )(?<!^)\b[A-Z][a-z]+\b")
LONG: Final = 12.0
"""Terms of a turn that surely says something."""
LONG_CJK: Final = 45.0
"""The same where pairs and single characters are counted."""


def answers(text: str, folded: str, asks: frozenset[str], names: frozenset[str]) -> float:
    """The share of the kinds asked for that a turn holds, 0..1; 0 where nothing certain is asked for."""
    if not asks:
        return 0.0
    return sum(_holds(kind, text, folded, names) for kind in asks) / len(asks)


def _holds(kind: str, text: str, folded: str, names: frozenset[str]) -> float:
    if kind == "when":
        return float(bool(TIME.search(folded)))
    if kind == "number":
        return float(bool(NUMBER.search(folded)))
    if kind == "where":
        return 1.0 if PLACED.search(text) else 0.5 * bool(PLACE.search(folded))
    others = [name for name in NAME.findall(text) if fold(name) not in names]
    return float(bool(PEOPLE.search(folded)) or bool(others))


def statement(folded: str, length: float) -> float:
    """How much a turn states, 0..1: long ones do, questions and short reactions hardly."""
    said = min(length / (LONG if folded.isascii() or not RUN.search(folded) else LONG_CJK), 1.0)
    return said * (0.6 if folded.rstrip().endswith(("?", "？", "吗", "呢")) else 1.0)
