"""Which of the turns that came to mind answers a question about what was said, and the words of it to quote. Pure.

Two keys have to fit: recall's own confidence, or nearly all that the question asks for standing in the turn; and the turn must
state something, by the one who was asked about, in the direction asked ("who helped me" is not answered by "I helped Anna").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from mind.domain import Said
from mind.languages import Lang
from mind.memory.recall.answers import answers
from mind.memory.recall.query import Query, Question, read_question
from mind.memory.recall.recollection import Recalled, Recollection
from mind.memory.recall.words import terms
from mind.store.terms import WORD, fold
from mind.talk.names import as_name
from mind.talk.normalise import clauses, clean

SURE: Final = 0.7
"""Share of what is asked for that a turn must hold to be the answer by its words alone."""
LEAST: Final = 0.5
"""The same where recall itself is confident."""
FROM_BEFORE: Final = 0.85
"""What the turn before adds counts a little less."""
KINSHIP: Final = 3.0
"""What stands for a word in recall, where it is one piece of evidence of many, counts so many times here."""
LONGEST: Final[dict[Lang, int]] = {"en": 150, "zh": 56, "ja": 64}
NEAR_BEST: Final = 0.7
"""Of several that answer, those so near to the best may be the latest one."""

FRAMING: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(
        r"\b(?:do|can|could|would|did|have) (?:you|i) (?:still |ever |already )?(?:remember|recall|know|tell|told|mention\w*)\b"
        r"|\bremind me\b|\bwhen was the (?:last|first) time\b|\b(?:last|first|latest|most recent) time\b"
        r"|\bhow (?:long ago|many times|often|recently)\b"
        r"|\b(?:did|what|was|were) (?:you|your) (?:recommend\w*|suggest\w*|advise|advice|tip|say|tell|promise|think)\b"
        r"|\b(?:recommend\w*|suggest\w*|advis\w*|advice|tip|promise\w*|last|ever|again|exactly|ago|name of)\b"
        r"|\b(?:what )?happen(?:ed|s)?(?: to| with)?\b|\bhow (?:do|did|would) you know\b"
        r"|\b(?:tell|told) you\b|\b(?:talk(?:ed)?|speak|spoken|spoke) about\b"
        r"|\b(?:yesterday|today|tonight|this (?:week|month|year|morning|evening)|last (?:week|month|year|night|weekend)"
        r"|the other day|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
    ),
    "zh": re.compile(
        "还?(?:记得|记不记得|记得吗)|我?(?:上次|上回|最近一次|最后一次|之前|以前|当时|那时候?|那天)|(?:跟|和|对)你|有没有|是不是|"
        "(?:说|讲|提)(?:过|到|起)?(?:的)?|告诉过?|多少钱?|多大|多长|多久|是?(?:什么时候|哪一?天|几号|多久以前|多久)|是?谁(?:来着)?|来着|的事|"
        "你?(?:给|跟|帮|让)?我?(?:推荐|建议)(?:过|了|的)?|什么|怎么|哪里|哪儿|哪个|提醒我|吗|呢|了|是"
    ),
    "ja": re.compile(
        "(?:って|こと)[をが]?知って.*$|^(?:なんで|どうして|なぜ)|がい(?:る|ます|た|ました)|覚えて(?:い?る|い?ます|い?ますか|い?た)?|最後に|この前|前回|前に|いつ(?:でした|だった|でし|だ)?|誰(?:でした|だった|でし|だ)?|何(?:を|て|と)?|"
        "どこ(?:で|に)?|(?:でした|だった|だ|でし)?っけ|(?:勧め|すすめ|教え|話し|言っ)て?(?:くれ)?(?:ました|まし|ます|た)?(?:か|こと)?|"
        "くれた|くれました|もらった|のは|こと|です|ます|ました|か$|私|僕|俺|あなた"
    ),
}
"""What a question says about asking, not about what is asked for."""
ASKS_SELF: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"\bwho \w+(?: \w+)? (?:me|us|my|our)\b"),
    "zh": re.compile("谁.{0,3}(?:帮|陪|送|给|教|借|带|请|替|接|照顾|骗|骂)我?"),
    "ja": re.compile("(?:くれた|くれました|もらった|くれ)(?:のは|の)?(?:は)?(?:誰|だれ)|(?:誰|だれ).{0,12}くれ"),
}
DONE_TO_SELF: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"\b(?:me|us|my|our)\b"),
    "zh": re.compile(
        "(?:帮|陪|送|给|教|借|带|请|替|接|照顾|骗|骂)(?:着|了|给)?(?:我|咱)|(?<!我)(?:帮|陪|送|替|接)(?!他|她|别人|朋友)"
    ),
    "ja": re.compile("くれ|もら|いただ"),
}
OWN_ASKED: Final = re.compile(r"\b(?:when|where|how (?:long ago|many times|often)) (?:did|was|were|have) (?:i|we)\b")
NAME_ASKED: Final = re.compile(r"\b(?:name|called)\b|叫什么|叫啥|名字|名前|なんていう")
"""Whether a turn tells the name that is asked for, its words do not show."""
TIMES: Final = frozenset(terms("yesterday today tonight morning evening week weekend month year last monday tuesday wednesday "
                               "thursday friday saturday sunday 昨天 今天 昨日 今日 先週 上周", frozenset()))
"""What says only when: it is no answer that a turn holds the same word."""
NAMING: Final = frozenset({"name", "call", "名前", "名", "前", "名字", "字", "叫"})
OF_NAME: Final = 0.2
"""What the word "name" counts beside the thing whose name is asked for: every name has one."""
DOER_ASKED: Final = re.compile(r"\bwhat did (?:i|we)\b")
DOER: Final = re.compile(r"\b(?:i|i'm|i've|i'd|we|we've|me|us)\b|^\W*\w+ed\b")
"""What the user did is told as theirs: "my dog ate it" is no answer to "what did I eat?"."""
OWN_EN: Final = re.compile(r"\b(?:i|i'm|i've|i'd|we|we've|me|my|us|our)\b|^\W*\w+ed\b")
"""What the user did is told by words that speak of the user; English always says so."""
KINDS: Final = frozenset({"who", "number"})
"""Kinds of answer that show in the words: a turn without them is told with a doubt."""
LATEST: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"\b(?:last|latest|most recent(?:ly)?|recently)\b"),
    "zh": re.compile("上次|上回|最近|最后一次"),
    "ja": re.compile("最後に|この前|前回|最近"),
}
OF_HER: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(
        r"\b(?:did|have|had) you\b.*\b(?:say|said|tell|told|suggest|recommend|advi[sc]e|promise|mention)"
        r"|\byou (?:said|told|suggested|recommended|advised|promised|mentioned)\b"
        r"|\byour (?:advice|tip|suggestion|recommendation|idea)"
    ),
    "zh": re.compile(
        "(?<![跟和对给问])你(?!.{0,4}记得).{0,12}?(?:推荐|建议|答应|告诉我|教我)"
        "|(?<![跟和对给问])你(?!.{0,4}记得)[^我]{0,6}(?:说过|说的|提过|讲过|说了什么|讲了什么|说了啥)"
    ),
    "ja": re.compile(
        "^(?!.*(?:誰|だれ)).*(?:勧め|すすめ|教え|言っ|アドバイス).{0,4}くれ|(?:あなた|ミラ|カイ)(?:が|は).{0,16}(?:言|勧|教|約束)"
    ),
}
"""Questions about what she said herself."""
MARKS: Final = ("?", "？")
RECALLING: Final = re.compile("(?:っけ|来着)[。.]?$")
"""Asking without a mark."""
STEERS: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(
        r"^(?:please |can you |could you |just )*(?:forget|never mention|do(?:n't| not) (?:ever )?(?:mention|bring up))\b"
    ),
    "zh": re.compile("^(?:请|你)?(?:忘了|忘掉|忘记|别再?提|不要再?提|别再?说)"),
    "ja": re.compile("(?:忘れて(?:ください|くれ|ね)?|(?:しないで|言わないで|触れないで)(?:ください|ね)?)[。.]?$"),
}
"""What tells her what to do with a memory, which is no answer to anything."""
ENDS: Final = re.compile(r"(?<=[.!?。！？…])\s*|\n+")


@dataclass(frozen=True, slots=True)
class Told:
    """A turn that answers, the words of it to quote, and whether it surely is what was asked for."""

    turn: Said
    quote: str
    sure: bool
    support: float


def tell(
    recollection: Recollection, query: Query, *, skip: frozenset[int] = frozenset(), before: int | None = None
) -> tuple[Told, ...]:
    """The turns that answer, the one to tell first. `skip` are told already; `before`: only turns older than that one."""
    asked = _Asking(query)
    found: dict[int, Told] = {}
    for one in recollection.turns:
        told = asked.answer(one, recollection.found)
        if told is None or told.turn.id in skip or (before is not None and told.turn.id >= before):
            continue
        if told.turn.id not in found or found[told.turn.id].support < told.support:
            found[told.turn.id] = told
    best = max((told.support for told in found.values()), default=0.0)
    good = [told for told in found.values() if told.support >= NEAR_BEST * best]
    if asked.latest or before is not None:
        return tuple(sorted(good, key=lambda told: told.turn.id, reverse=True))
    return tuple(good)


def holder(query: Query) -> Callable[[str, str], float]:
    """What tells the share of what a question asks for that a kept fact holds, 0..1: of its text, and of the words it is from.

    The question is read once, however many facts are held against it.
    """
    asking = _Asking(query)

    def holds(text: str, quote: str) -> float:
        return asking.support(text) if asking.turned_right(quote) and asking.holds_kind(f"{text} {quote}") else 0.0

    return holds


class _Asking:
    """A question as answers are held against it."""

    def __init__(self, query: Query) -> None:
        self._lang = query.lang
        self._question: Question = read_question(query)
        self._names = self._question.names
        low = fold(query.text)
        self.of_her = asks_her(low, query.lang)
        bare = FRAMING[query.lang].sub(" ", low)
        self._wanted = dict.fromkeys(terms(bare, self._names), 1.0) or {
            term: weight for term, weight in self._question.wanted.items() if term not in TIMES
        }
        self._wanted = {term: weight for term in self._wanted if (weight := weight_of(term, query.lang, bare)) > 0}
        self._wanted = {term: weight * (OF_NAME if term in NAMING else 1.0) for term, weight in self._wanted.items()}
        self.latest = bool(LATEST[query.lang].search(low))
        self._self = bool(ASKS_SELF[query.lang].search(low))
        self._doer = query.lang == "en" and bool(DOER_ASKED.search(low))
        self._own = query.lang == "en" and bool(OWN_ASKED.search(low))
        self._name = bool(NAME_ASKED.search(low))
        self._kinds = self._question.asks & KINDS
        self._mentioned = frozenset(WORD.findall(low))
        self._text = low.strip(" ?？。.!！")

    def answer(self, one: Recalled, confident: bool) -> Told | None:
        """What this turn, or her reply to it, answers."""
        turn, around = one.turn, one.turn.text
        if self.of_her:
            if turn.speaker == "user":
                if one.after is None or one.after.speaker != "companion":
                    return None
                turn, around = one.after, f"{one.turn.text}\n{one.after.text}"
            elif one.before is not None and one.before.speaker == "user":
                around = f"{one.before.text}\n{one.turn.text}"
        elif turn.speaker != "user":
            return None
        if fold(turn.text).strip(" ?？。.!！") == self._text:
            return None
        support = self.support(around)
        if LEAST / 2 < support < SURE and not self.of_her and one.before is not None:
            # What it goes on from may hold the rest: "The funeral is over." - "Leon drove me."
            support = max(support, FROM_BEFORE * self.support(f"{one.before.text}\n{around}"))
        if support < (LEAST if confident else SURE):
            return None
        quote = self._quote(turn)
        if not quote or not self.turned_right(quote):
            return None
        sure = support >= SURE and not self._name and not (self._own and not OWN_EN.search(fold(quote)))
        sure = sure and self.holds_kind(quote) and not (self._doer and not DOER.search(fold(quote)))
        if self._lang == "en":
            # What mostly stands for the words asked for ("cooking" for a "job") leaves a doubt.
            sure = sure and 2 * len(self._wanted.keys() & set(terms(fold(around), self._names))) > len(self._wanted)
        return Told(turn, quote, sure, support)

    def turned_right(self, quote: str) -> bool:
        """Whether words tell of what was done to the user, where that is asked."""
        return not self._self or self.of_her or bool(DONE_TO_SELF[self._lang].search(fold(quote)))

    def support(self, text: str) -> float:
        """The share of what is asked for that a text holds, words that stand for one another included."""
        low = fold(text)
        held = set(terms(low, self._names))
        total = sum(self._wanted.values())
        if not total:
            return 0.0
        return sum(weight * self._held(term, held, low) for term, weight in self._wanted.items()) / total

    def _held(self, term: str, held: set[str], text: str) -> float:
        if term in held:
            return 1.0
        apart = re.search(f"{re.escape(term[0])}(.{{1,4}}?){re.escape(term[1])}", text) if _is_pair(term) else None
        if apart:
            return 0.9 if len(apart[1]) <= 2 else 0.5
        kin = self._question.related.get(term, {})
        return max((min(0.8, KINSHIP * weight) for other, weight in kin.items() if other in held), default=0.0)

    def _quote(self, turn: Said) -> str:
        """The sentence that answers best; of hers the first one that is no question."""
        sentences = [part.strip() for part in ENDS.split(turn.text) if part.strip()]
        plain = [part for part in sentences if not (part.endswith(MARKS) if self.of_her else _asks(part, self._lang))]
        if not plain:
            return ""
        if self.of_her:
            return shortened(" ".join(plain) if self._lang == "en" else "".join(plain), self._lang)
        best = max(plain, key=self.support)
        if self.support(best) < SURE or not self.holds_kind(best):
            # Only together they say what is asked: "Mum has her operation. She is seventy-two."
            whole = (" " if self._lang == "en" else "").join(plain)
            best = whole if len(whole) <= LONGEST[self._lang] else best
        return shortened(best, self._lang)

    def holds_kind(self, text: str) -> bool:
        """Whether a text holds the kind of thing asked for, where that shows: somebody, or a number."""
        if not self._kinds or answers(text, fold(text), self._kinds, self._names | self._mentioned) > 0:
            return True
        first = text.split(" ", 1)[0].strip(",")
        if "who" not in self._kinds or self._lang != "en" or len(first) < 2 or fold(first) in self._mentioned:
            return False
        return first.istitle() and as_name(first, "en") is not None


def _asks(sentence: str, lang: Lang) -> bool:
    """Whether a sentence asks, with or without its mark, or is said about her memory only."""
    if sentence.endswith(MARKS) or RECALLING.search(sentence) or STEERS[lang].search(sentence.lower()):
        return True
    return any(clause.question for clause in clauses(clean(sentence), lang))


def _is_pair(term: str) -> bool:
    """Whether a term is two Chinese or Japanese characters, which other words may part ("头又疼")."""
    return len(term) == 2 and not term.isascii()


def asks_her(folded: str, lang: Lang) -> bool:
    """Whether a folded question is about what she said."""
    return bool(OF_HER[lang].search(folded))


def weight_of(term: str, lang: Lang, text: str) -> float:
    """What a term of a question counts: what it names most, then what it says of it, endings and particles hardly."""
    if term.isascii():
        return 1.0
    if lang == "zh":
        light = bool(set(term) & LIGHT_ZH)
        return (0.0 if light else 0.3) if len(term) == 1 else 0.2 if light else 1.0
    if len(term) == 1:
        after = re.search(f"{re.escape(term)}([\u3041-\u309f])", text)
        return 0.0 if HIRAGANA.match(term) else 0.3 if after and after[1] not in PARTICLES else 0.6
    if term[0] in PARTICLES or (term[1] in PARTICLES and not HIRAGANA.match(term)):
        return 0.0
    return 0.1 if HIRAGANA.search(term) else 1.0


HIRAGANA: Final = re.compile("[\u3041-\u309f]")
PARTICLES: Final = frozenset("がをにへとはもでのや")
LIGHT_ZH: Final = frozenset("的了在和是就都我你他她过着给把被")


def unquoted(reply: str, said: str, lang: Lang) -> str:
    """A reply of hers without the words of a turn that it quotes."""
    for sentence in sorted((part.strip() for part in ENDS.split(said) if part.strip()), key=len, reverse=True):
        for words in dict.fromkeys((said, shortened(said, lang), sentence, shortened(sentence, lang), sentence.strip(" 。.!！"))):
            if len(words) > 1:
                reply = reply.replace(words.replace('"', "'"), "…").replace(words, "…")
    return reply


def shortened(text: str, lang: Lang) -> str:
    """Words to quote, cut at a word where they are many."""
    text = " ".join(text.split())
    if len(text) <= LONGEST[lang]:
        return text
    cut = text[: LONGEST[lang]]
    return (cut.rsplit(" ", 1)[0] if lang == "en" else cut).rstrip(" ,，、") + "…"


def from_turns(turns: Sequence[Said]) -> Recollection:
    """Turns at hand as a recollection without confidence, each with its neighbours: for where there is no better one."""
    found = [
        Recalled(turn, 0.0, {}, turns[at - 1] if at else None, turns[at + 1] if at + 1 < len(turns) else None)
        for at, turn in enumerate(turns)
    ]
    return Recollection(turns=tuple(reversed(found)))
