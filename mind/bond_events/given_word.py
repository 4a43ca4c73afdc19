"""Promises of the user's to her: given, kept, not kept. Only words tell; silence and the calendar tell nothing. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from mind.bond_events.aimed import QUOTED
from mind.bond_events.between import GivenWord
from mind.domain import OpenLoop
from mind.languages import Lang
from mind.memory.extraction.likeness import terms
from mind.memory.relevance import stem
from mind.talk.agreement import swap_persons
from mind.talk.normalise import Clause, clauses, clean
from mind.talk.perception import ActHit, Perception
from mind.talk.times import find_time
from mind.talk.times_past import is_past
from mind.talk.whose import is_own
from mind.talk.word_set import word_set

LONGEST: Final = {"en": 110, "zh": 40, "ja": 50}
SHARE: Final = 0.5
"""The share of a promise's words that makes a deed the one that was promised, where the user says that it was promised."""
PLAIN_SHARE: Final = 0.75
"""Of a deed that is told without a word of the promise."""
SHORT: Final = 8
"""Words of an answer to her question about a promise."""
ANSWERS_WITHIN: Final = timedelta(minutes=10)
"""After she asked about a promise, or about the plan that the same words made, a plain yes is about it."""

COMING: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"^(?:always |never |not )*(?:be (?:back|here|right back|around|there)|come (?:back|here|by|again|home)|"
                     r"return|stay|visit|see you|talk to you|love you|be with you|leave|go away|forget you|miss you|be good)"),
    "zh": re.compile("^(?:明天|晚上|以后|永远|一直|每天|不会|再也不|会)*"
                     "(?:回来|来看你|来找你|来陪你|过来|陪你|在这|离开|走|爱你|忘了?你|想你)"),
    "ja": re.compile("(?:戻|帰って|また来|^来(?:る|ます)|会いに|そばに|いなくなら|離れ|愛し|忘れ)"),
}
"""Words of coming and staying: nobody has to promise that here, so it is never held against anybody."""
LITTLE: Final = word_set("""
i'll promise promised tell will would you your told did do said like just it went go going get got tomorrow today tonight
yesterday day week about how what time next this that then with by before until on at
""")
LITTLE_STEMS: Final = LITTLE | {stem(word) for word in LITTLE}


@dataclass(frozen=True, slots=True)
class Settled:
    """How a promise ended, by the words `quote`. `weight` in 0..1: a reason or a sorry makes a broken one weigh less."""

    loop: OpenLoop
    kept: bool
    quote: str
    weight: float = 1.0


def given(p: Perception, now: datetime) -> GivenWord | None:
    """The promise that a turn makes to her; None for none, and for words of coming and staying."""
    hit = _made(p)
    if hit is None:
        return None
    clause, words = hit
    if coming(words, p.lang) or len(words) < 2 or _quoted(clause, p.text):
        return None
    when = find_time(clause, now)
    return GivenWord(_shown(words, p.lang), clause.raw[:200], when.due if when is not None else None)


def promises_coming(p: Perception) -> bool:
    """Whether a turn promises no more than to come or stay."""
    hit = _made(p)
    return hit is not None and coming(hit[1], p.lang)


def coming(words: str, lang: Lang) -> bool:
    """Whether promised words are of coming and staying."""
    return bool(COMING[lang].search(words.lower()))


def _made(p: Perception) -> tuple[Clause, str] | None:
    """The clause of the promise, and what is promised in the user's words."""
    made = p.act("promise.made")
    if made is not None and _own(p, made):
        return p.clauses[made.clause], made.slots.get("x", made.quote)
    report = p.act("promise.report")
    sealed = p.act("promise.seal")
    if report is not None and _own(p, report) and not _denied(p.clauses[report.clause]):
        clause = p.clauses[report.clause]
        dated = any(char.isdigit() for char in clause.norm) or find_time(clause, datetime(2026, 1, 7, 12)) is not None
        if dated or sealed is not None or _of_an_outcome(clause):
            return clause, clause.raw
    if sealed is not None and not p.clauses[sealed.clause].question:
        beside = (*p.clauses[max(0, sealed.clause - 1) : sealed.clause], *p.clauses[sealed.clause + 1 : sealed.clause + 2])
        told = next(((one, _deed(one)) for one in beside if _intends(one) and is_own(one, None, p.text)), None)
        return told or _named_day(p, sealed)
    return None


def _named_day(p: Perception, sealed: ActHit) -> tuple[Clause, str] | None:
    """What follows "我答应你，" with a day to come is what is promised, without any word of will ("周四之前给外婆写封信")."""
    after = p.clauses[sealed.clause + 1 : sealed.clause + 2]
    if p.lang != "zh" or not after or after[0].question or _denied(after[0]) or not is_own(after[0], None, p.text):
        return None
    return (after[0], after[0].raw) if find_time(after[0], datetime(2026, 1, 7, 12)) is not None else None


_OUTCOME: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"\bhow (?:it|that|the \w+|my \w+|\w+) (?:goes|went|turns out|ends)\b"), "zh": re.compile("结果|怎么样"),
    "ja": re.compile("結果|どうだったか|どうなったか"),
}  # fmt: skip
_INTENDS: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"^(?:and |so |then |okay |yes )*(?:i|we) will (?:not )?(?P<x>.+)$"),
    "zh": re.compile("^(?:那|好|以后|下次|[今明后][天晚早]|今晚|这?周[一二三四五六日末]?|星期[一二三四五六日天])*"
                     "(?:我.{0,8}?)?(?:会|要|去|一定|不会|不再|再也不)(?P<x>.+)$"),
    "ja": re.compile("^(?P<x>.+?)(?:ます|する|するよ|するね|ますね|ますよ|から|ません)$"),
}


def _of_an_outcome(clause: Clause) -> bool:
    return bool(_OUTCOME[clause.lang].search(clause.norm))


def _intends(clause: Clause) -> bool:
    return bool(_INTENDS[clause.lang].search(clause.norm.strip())) and not clause.question


def _deed(clause: Clause) -> str:
    """The words of a clause from what is meant to be done on."""
    match = _INTENDS[clause.lang].search(clause.norm.strip())
    if match is None:
        return clause.raw
    if clause.lang != "en":
        return clause.raw
    return clause.cut(match.start("x"), match.end("x") + 1) or clause.raw


def _own(p: Perception, hit: ActHit) -> bool:
    clause = p.clauses[hit.clause]
    before = p.clauses[hit.clause - 1] if hit.clause else None
    return is_own(clause, before, p.text)


_NOT: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"\b(?:not|never|no|maybe|might|if|perhaps|try)\b"), "zh": re.compile("不|没|别|也许|可能|如果|要是|尽量"),
    "ja": re.compile("ない|ません|かも|もし|たら"),
}  # fmt: skip


def _denied(clause: Clause) -> bool:
    return bool(_NOT[clause.lang].search(clause.norm))


def _quoted(clause: Clause, text: str) -> bool:
    said = " ".join(clause.raw.split())
    return any(said in " ".join(words.split()) for found in QUOTED.findall(text) for words in found if words)


def _shown(words: str, lang: Lang) -> str:
    """The promise as the page shows it: "call Ines tomorrow"; "tell me how it went" from her side."""
    said = words.strip(" ,，、。.!！")
    limit = LONGEST[lang]
    if len(said) > limit:
        said = (said[:limit].rsplit(" ", 1)[0] if lang == "en" else said[:limit]) + "…"
    return said


def settled(p: Perception, loops: Iterable[OpenLoop], now: datetime) -> Settled | None:
    """The promise that a turn says was kept or not; None where the words leave it open.

    The words of a deed have to be those of the promise, or to answer her question about it, or there is but one promise that
    they can mean.
    """
    loops = tuple(loops)
    promises = [loop for loop in loops if loop.side == "promise" and loop.status in ("open", "asked")]
    if not promises or p.question:
        return None
    failed, done = _hit(p, "promise.broken"), _hit(p, "promise.kept")
    asked = asked_about(loops, now)
    if failed is not None and (loop := _meant(p, failed, promises, asked, named=_names_promise(p))) is not None:
        return Settled(loop, False, failed.quote, _weight(p))
    if done is not None and (loop := _meant(p, done, promises, asked, named=True)) is not None:
        return Settled(loop, True, p.text[:200])
    if len(asked) == 1 and p.words <= SHORT:
        if p.answer == "yes" or p.act("promise.done") is not None:
            return Settled(asked[0], True, p.text[:200])
        if p.act("promise.undone") is not None:
            return Settled(asked[0], False, p.text[:200], _weight(p))
    return _told_plainly(p, promises)


def asked_about(loops: Iterable[OpenLoop], now: datetime) -> list[OpenLoop]:
    """The promises that she has just asked about, themselves or as the plan that the same words made."""
    loops = tuple(loops)
    turns = {loop.turn_id for loop in loops if loop.asked_at and timedelta(0) <= now - loop.asked_at <= ANSWERS_WITHIN}
    return [loop for loop in loops if loop.side == "promise" and loop.status in ("open", "asked") and loop.turn_id in turns]


def put_off(p: Perception, loops: Iterable[OpenLoop], now: datetime) -> bool:
    """Whether a turn answers her question about a promise by "not yet"."""
    if p.words > SHORT or len(asked_about(loops, now)) != 1:
        return False
    return p.answer == "no" or p.act("promise.later") is not None


def _hit(p: Perception, act: str) -> ActHit | None:
    hit = p.act(act)
    return hit if hit is not None and _own(p, hit) else None


def _meant(
    p: Perception, hit: ActHit, promises: list[OpenLoop], asked: list[OpenLoop], *, named: bool
) -> OpenLoop | None:
    """The promise that words about one mean."""
    shares = {loop.id: _share(loop, p.text) for loop in promises}
    best = max(promises, key=lambda loop: shares[loop.id])
    if shares[best.id] >= SHARE:
        return best
    if len(asked) == 1:
        return asked[0]
    return promises[0] if named and len(promises) == 1 else None


_NAMES: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"\bpromise|\bmy word\b|\blet you down\b"), "zh": re.compile("答应|说好|食言|承诺|诺言|守约|说话没算话"),
    "ja": re.compile("約束"),
}  # fmt: skip


def _names_promise(p: Perception) -> bool:
    return bool(_NAMES[p.lang].search(p.text.lower()))


def _told_plainly(p: Perception, promises: list[OpenLoop]) -> Settled | None:
    """A deed told in the past with nearly all words of a promise: "I called Ines today"."""
    for at, clause in enumerate(p.clauses):
        before = p.clauses[at - 1] if at else None
        if not _done_by_user(clause) or _denied(clause) or not is_own(clause, before, p.text):
            continue
        for loop in promises:
            if len(_terms(loop)) >= 2 and _share(loop, clause.raw) >= PLAIN_SHARE:
                return Settled(loop, True, clause.raw[:200])
    return None


_BY_USER: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"^(?:and |so |then |yes |well |oh |today |yesterday |this morning |last night |finally )*(?:i|we) "),
    "zh": re.compile("^[^他她它你]{0,6}我(?!妈|爸|姐|妹|哥|弟|奶|爷|朋友|同事|老板|老公|老婆|室友)"),
    "ja": re.compile("^(?!.{1,8}(?<!私)(?<!僕)(?<!俺)(?<!わたし)(?<!今日)(?<!昨日)(?:は|が|も))"),
}


def _done_by_user(clause: Clause) -> bool:
    """Whether a clause tells something that the user did."""
    return is_past(clause) and bool(_BY_USER[clause.lang].search(clause.norm))


def fulfils(p: Perception, loops: Iterable[OpenLoop]) -> OpenLoop | None:
    """The open promise most of whose words a turn holds that tells of the past; None where there is none."""
    promises = [loop for loop in loops if loop.side == "promise" and loop.status in ("open", "asked")]
    best = max(promises, key=lambda loop: _share(loop, p.text), default=None)
    told = not p.question and any(_done_by_user(clause) for clause in p.clauses)
    return best if best is not None and told and _share(best, p.text) >= SHARE else None


def _terms(loop: OpenLoop) -> set[str]:
    """The words of a promise that tell the deed, without when."""
    bare = []
    for clause in clauses(clean(loop.text), loop.lang):
        when = find_time(clause, loop.said_at)
        bare.append(when.clause.raw if when is not None else clause.raw)
    return terms(" ".join(bare)) - LITTLE_STEMS


def _share(loop: OpenLoop, text: str) -> float:
    wanted = _terms(loop)
    found = wanted & terms(text)
    if loop.lang == "ja":
        found |= {word for word in wanted if _HAN.match(word) and word[0] in text}
    return len(found) / len(wanted) if wanted else 0.0


_HAN: Final = re.compile("[\u4e00-\u9fff]")
"""What of a Japanese verb stays the same in all its forms: 走る, 走りませんでした."""


_REASON: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"\b(?:because|since|ill|sick|hospital|fever|work|boss|train|emergency|phone was|was closed|had to)\b"),
    "zh": re.compile("因为|生病|病了|发烧|加班|医院|临时|来不及|堵车|关门|没空"),
    "ja": re.compile("ので|から|病気|風邪|熱|残業|急に|病院|電車|閉まって|都合"),
}


def _weight(p: Perception) -> float:
    if _REASON[p.lang].search(p.text.lower()):
        return 0.3
    return 0.7 if p.act("apology") is not None or p.act("apology.plain") is not None or "sorry" in p.text.lower() else 1.0


def as_told(words: str, lang: Lang) -> str:
    """A promise as she says it back."""
    return swap_persons(words, lang)
