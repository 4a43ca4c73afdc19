"""What is asked of memory: the words, who asks, and what kind of answer would do. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

import numpy as np

from mind.domain import Speaker
from mind.languages import Lang
from mind.memory.encoders import Encoder, Vectors
from mind.memory.recall.dates import CJK_DATE, Dated, named_dates
from mind.memory.recall.related import related_terms
from mind.memory.recall.words import POSSESSIVE, name_words, share, surface_forms, term_of, terms, without_names
from mind.store.terms import LONGEST_QUERY, MOST_TERMS, WORD, fold


@dataclass(frozen=True, slots=True)
class Query:
    """Words to find turns and memories for. `names` are what the two are called, in any language.

    `vector` is `question_vector` of the text where there is an encoder, `encoder` its key. Turns are encoded as `bare` has
    them.
    """

    text: str
    lang: Lang
    now: datetime
    names: Mapping[Speaker, tuple[str, ...]] = field(default_factory=dict)
    vector: Any = None
    encoder: str = ""
    before: int = 0
    """Only turns with a lower id are looked for (the question itself is a turn too); 0 for all."""


@dataclass(frozen=True, slots=True)
class Question:
    """A query as read: `wanted` maps each term to its weight, `speakers` how much each one's turns are asked for (0..1)."""

    wanted: Mapping[str, float]
    names: frozenset[str]
    speakers: Mapping[Speaker, float]
    asks: frozenset[str]
    """Kinds of answer: "when", "where", "who", "number"."""
    dates: tuple[Dated, ...]
    forms: Mapping[str, frozenset[str]]
    """For each term, also the related ones, the words that an index of endings knows it by."""
    related: Mapping[str, Mapping[str, float]]
    """For a term others that stand for it a little."""


ASKS: Final = {
    "when": re.compile(
        r"^when\b|\bwhen (?:did|was|is|were|are|will|do|does|has|have|had|would|could|can|should)\b"
        r"|\bhow long\b|\bwhat (?:day|date|month|year|time)\b|\bwhich (?:day|date|month|year|week)\b"
        r"|\bhow (?:often|recently)\b"
        r"|什么时候|哪天|哪一天|几号|几月|哪年|多久|何时|いつ|何日|何月|何年|何曜日|どのくらい前|どれくらい前"
    ),
    "where": re.compile(
        r"\bwhere\b|\b(?:what|which) (?:city|country|town|state|place|places|cities|countries|locations?|areas?|parks?|venues?)\b"
        r"|哪里|哪儿|哪个城市|什么地方|どこ|どの街|どの国"
    ),
    "who": re.compile(r"^(?:\w+ ){0,2}who(?:m|se)?\b"
        r"|\bwho (?:did|was|is|were|are|will|do|does|has|had|else)\b|谁|哪位|だれ|誰|どなた"),
    "number": re.compile(
        r"\bhow (?:many|much|old|far|big|tall|long|large)\b|\bwhat (?:number|age|price|score|amount)\b"
        r"|几|多少|多大|多长|多高|多远|いくつ|いくら|何[人匹冊本回個歳枚点円年日時分]"
    ),
}

ASKING: Final = re.compile(
    "什么时候|什么样|什么|怎么样|怎么办|怎么|怎样|哪里|哪儿|哪些|哪个|哪天|哪一天|哪几天|哪年|哪家|哪种|哪一|哪位|哪|多少钱|多少|多大|多久|多长|几个|几次|"
    "几点|几号|为什么|为啥|是不是|有没有|能不能|会不会|你还记得|还记得|记不记得|记得|你知道|告诉我|跟你说过|和你说过|说过|提过|谁|吗|呢|"
    "いつ|どこ|だれ|誰|どなた|何歳|何人|何円|何時|何年|何月|何日|何曜日|何という|何て|何を|何が|何の|何で|何|なに|なぜ|どうして|どんな|どの|どれ|"
    "どう|いくら|いくつ|でしょうか|でしたか|ましたか|ですか|ますか|でしたっけ|ましたっけ|ったっけ|だっけ|っけ|覚えて(?:い?ます|る)か?|教えて|"
    "と言って(?:い?ました|た)|って言って(?:い?ました|た)"
)
"""What Chinese and Japanese questions ask with; pairs of characters must not reach across it."""
FRAMING: Final = re.compile(
    r"\b(?:do|can|could|would) you (?:still )?(?:remember|recall|know|tell me)\b"
    r"|\b(?:did|have) i (?:ever |already )?(?:tell|told|mention\w*) "
    r"(?:to )?you\b|\bremind me\b|\bwhat i (?:told|said to) you\b|\byou (?:still )?remember\b"
)
"""What a question says about remembering, not about what is remembered; "did I tell you" asks for the user's words."""
FROM_HER: Final = re.compile(
    r"\b(?:did|have|had) you (?:ever |already )?(?:tell|told|mention\w*|say|said|suggest\w*|"
    r"recommend\w*|advise\w*|promise\w*|ask\w*)\b"
    r"|\byou (?:told|said|suggested|recommended|advised|promised|asked|mentioned)\b|你(?:说过|推荐|建议|告诉|提到|讲过|答应)"
    r"|(?:あなた|君)(?:が|は)|(?:言って|勧めて|教えて|すすめて)くれた"
)
FIRST: Final = re.compile(r"\b(?:i|me|my|mine|myself|i'm|i've|i'd)\b|我|俺|咱|私|わたし|僕|ぼく")
SECOND: Final = re.compile(r"\b(?:you|your|yours|yourself|you're|you've)\b|你|您|あなた|君の|きみ")


def read_question(query: Query) -> Question:
    """What a query looks for, its kind of answer, whose words it asks for and which days it names."""
    text = query.text[:LONGEST_QUERY]
    names = name_words(name for called in query.names.values() for name in called)
    folded = fold(text)
    asked = ASKING.sub(" ", CJK_DATE.sub(" ", folded)) if query.lang != "en" else text
    found = list(dict.fromkeys(terms(asked, names)))[: 2 * MOST_TERMS]
    kin = related_terms(folded, found, query.lang)
    related = {term: {other: weight for other, (_, weight) in ways.items()} for term, ways in kin.items()}
    return Question(
        wanted={term: share(term) for term in found},
        names=names,
        speakers=speakers_of(folded, query.names),
        asks=frozenset(kind for kind, pattern in ASKS.items() if pattern.search(folded)),
        dates=named_dates(folded, query.now),
        forms=_forms(folded, found, [(other, word) for ways in kin.values() for other, (word, _) in ways.items()]),
        related=related,
    )


def _forms(folded: str, found: list[str], kin: list[tuple[str, str]]) -> dict[str, frozenset[str]]:
    words = [(term_of(word), POSSESSIVE.sub("", word)) for word in WORD.findall(folded)]
    forms: dict[str, set[str]] = {term: set(surface_forms(term)) for term in found}
    for term, word in (*words, *kin):
        if term:
            forms.setdefault(term, set(surface_forms(term))).add(word)
    return {term: frozenset(known) for term, known in forms.items()}


def bare(text: str, names: Mapping[Speaker, tuple[str, ...]]) -> str:
    """What an encoder should read of a turn or a question: the words without the names of the two."""
    return without_names(text, name_words(name for called in names.values() for name in called))


def question_vector(encoder: Encoder, text: str, names: Mapping[Speaker, tuple[str, ...]]) -> Vectors:
    """The unit vector that a question is looked for with; zeroes where the encoder finds no words. Blocks."""
    mean = encoder.encode(readings(text, names), query=True).mean(axis=0)
    length = float(np.linalg.norm(mean))
    return np.asarray(mean / length if length > 0 else mean, dtype=np.float32)


def readings(text: str, names: Mapping[Speaker, tuple[str, ...]]) -> tuple[str, ...]:
    """What an encoder should read of a question: without the names of the two, and as one of them would say it ("I").

    People tell of themselves: the second is nearer to what they said. The question's vector is the mean of both.
    """
    told = text
    for name in sorted((name for called in names.values() for name in called), key=len, reverse=True):
        edge = r"\b" if name.isascii() else ""
        told = re.sub(rf"{edge}{re.escape(name)}['’]s\b", "my", told)
        told = re.sub(rf"{edge}{re.escape(name)}{edge}", "I" if name.isascii() else "我", told)
    return tuple(dict.fromkeys((bare(text, names), told)))


def speakers_of(folded: str, names: Mapping[Speaker, tuple[str, ...]]) -> dict[Speaker, float]:
    """Whose turns a question asks for: those named in it, else "I" is the user and "you" she."""
    named: set[Speaker] = {who for who, called in names.items() if any(_names(folded, name) for name in called)}
    if named:
        return dict.fromkeys(named, 1.0)
    if FROM_HER.search(folded):
        return {"companion": 1.0}
    rest = FRAMING.sub(" i ", folded)
    first, second = bool(FIRST.search(rest)), bool(SECOND.search(rest))
    if first and second:
        return {"user": 1.0, "companion": 0.5}
    return {"user": 1.0} if first else {"companion": 1.0} if second else {}


def _names(folded: str, name: str) -> bool:
    """Whether a name stands in the text other than as a call ("Mira, what …", "…, Mira?")."""
    name = fold(name)
    if not name.isascii():
        rest = re.sub(rf"^{re.escape(name)}[,，、]|[,，、]{re.escape(name)}[?？!！。]?$", "", folded)
        return name in rest
    rest = re.sub(rf"^(?:hey |hi )?{re.escape(name)},|, {re.escape(name)}[?!.]?$", "", folded)
    return bool({word.removesuffix("'s").removesuffix("’s") for word in WORD.findall(rest)} & set(WORD.findall(name)))
