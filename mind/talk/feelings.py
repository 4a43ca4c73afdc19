"""Feelings of the user in what they say: class, strength, valence. Negated and other people's feelings do not count."""

from __future__ import annotations

import re

from mind.languages import Lang
from mind.talk.content import Content
from mind.talk.normalise import Clause
from mind.talk.perception import FeelingHit
from mind.talk.pictures import MOOD
from mind.talk.units import Feeling

_NOT_EN = re.compile(r"(?:\bnot|\bnever|\bno longer|\bno more|\bnothing|\bwithout)(?: \w+){0,2} $")
_OTHER_EN = re.compile(
    r"(?:^|\s)(?:you|he|she|they|it|who|people|my \w+|the \w+|your \w+|his \w+|her \w+) "
    r"(?:is|are|was|were|'s|am|seems?|looks?|feels?|gets?|got|sounds?|seemed|looked|felt|will be)(?: \w+){0,3} $")
_MINE_EN = re.compile(r"\b(?:i|me|myself|i'm)\b")
_START_EN = re.compile(r"^(?:just |so |very |really |pretty |quite |a bit |a little |kind of |feeling |super |too |honestly |"
                       r"mostly |still |also |always |and |oh |well |yes |no |extremely |absolutely |it is |this is |that is |"
                       r"life is |today was |today is |work is |work was |both |okay |)*$")
_HEDGE_EN = re.compile(r"\b(?:a bit|a little|kind of|sort of|slightly|somewhat|mildly) $")
_HEAVY_EN = re.compile(r"\b(?:so|really|very|extremely|completely|absolutely|super|too|totally|utterly|incredibly|"
                       r"terribly|beyond) $")
_PAST_EN = re.compile(r"\b(?:was|were|used to be|felt) (?:\w+ ){0,2}$")

_OTHERS_EN = re.compile(
    r"(?:^|\s)(?!i |we |me |always |still |just |really |too )\w+ (?:gets?|are|feels?|were|seem|look)(?: (?!i\b)\w+){0,2} $"
    r"|(?:^|\s)(?:my|his|her|their|your|the|our) \w+ $")
"""Somebody or something else that is so ("if bicycles get tired", "my face hurt")."""
_DONE_TO_EN = re.compile(r"^(?:him|her|them|it|us|the|a|an|my|his|their|your)\b")
"""Behind a word of feeling these make it something done ("as if I had insulted her")."""
_LET_DOWN = re.compile(r"\b(?:let|letting|lets) (?!me\b)\w+ down\b")
"""What the user did to somebody, and no mood."""

_NOT_CJK = {"zh": re.compile(r"(?:辣|笑|呛|香|馋)$|"
                             r"(?:不|没|没有|别|不再|不会|不太|不是很|不怎么|并不|无)(?:什么|那么|怎么|太|很|觉得|感到|是)?$"),
            "ja": re.compile(r"(?!)")}
_NOT_AFTER = {"zh": re.compile(r"^(?:不起来|的那种|了?(?:鼓掌|半天))"),
              "ja": re.compile(r"^(?:く|じゃ|では|が|は|し|でき)?(?:な[いかく]|ありません|ません)")}
_OTHER_CJK = {"zh": re.compile(r"(?:你|他|她|它|他们|她们|大家|"
                                r"我(?:妈|爸|哥|姐|弟|妹|朋友|同事|老板|"
                                r"男友|女友|男朋友|女朋友|家猫|的猫)\w?)[^我]{0,4}$|(?:主要|其实)是[^我]{2,6}$|(?:看|估计|大概)是$"),
              "ja": re.compile(r"(?:あなた|彼|彼女|君|ミラ)[はがも].{0,4}$")}
_HEDGE_CJK = {"zh": re.compile(r"(?:有点儿?|有些|稍微|略)$"), "ja": re.compile(r"(?:少し|ちょっと)$")}
_HEAVY_CJK = {"zh": re.compile(r"(?:好|很|太|特别|超级?|非常|真的?|这么|那么|极其|无比)$"),
              "ja": re.compile(r"(?:すごく|とても|めっちゃ|本当に|ほんと)$")}


def feelings_in(found: tuple[Clause, ...], content: Content) -> tuple[FeelingHit, ...]:
    """The user's own feelings, strongest first, one a class."""
    best: dict[str, FeelingHit] = {}
    for clause in found:
        if (clause.question and not _own_question(clause)) or clause.norm.startswith(MOOD):
            continue
        for feeling in content.feelings.values():
            hit = _in_clause(feeling, clause)
            if hit and (feeling.id not in best or hit.strength > best[feeling.id].strength):
                best[feeling.id] = hit
    return tuple(sorted(best.values(), key=lambda f: (-f.strength, f.valence, -len(f.word))))


def _own_question(clause: Clause) -> bool:
    return clause.norm.startswith(("why am i ", "why do i ")) or clause.norm.startswith(("为什么我", "我为什么"))


def _in_clause(feeling: Feeling, clause: Clause) -> FeelingHit | None:
    for pattern in feeling.match.patterns:
        if pattern.literals and not any(w in clause.norm for w in pattern.literals):
            continue
        found = pattern.find(clause)
        if found:
            return FeelingHit(feeling.id, 2, feeling.valence, clause.raw, clause.cut(found.start, found.end))
    best: FeelingHit | None = None
    for words, base in ((feeling.strong, 3), (feeling.words, 2)):
        for word in words:
            strength = _strength(word, base, clause)
            if strength and (best is None or strength > best.strength):
                best = FeelingHit(feeling.id, strength, feeling.valence, clause.raw, word)
    return best


def _strength(word: str, base: int, clause: Clause) -> int:
    """0 where the word is not the user's present feeling."""
    if clause.lang == "en":
        if f" {word} " not in f" {clause.norm}":
            return 0
        if "i guess " in clause.norm:
            return 0
        if word == "down" and _LET_DOWN.search(clause.norm):
            return 0
        before, _, after = f" {clause.norm} ".partition(f" {word} ")
        if _DONE_TO_EN.match(after) and word.endswith(("ed", "hurt")):
            return 0
        before = before.lstrip() + " "
        before = before if before != " " else ""
        return _english(before, base)
    at = clause.norm.find(word)
    if at < 0:
        return 0
    return _characters(clause.norm[:at], clause.norm[at + len(word):], base, clause.lang)


def _english(before: str, base: int) -> int:
    if _NOT_EN.search(before) or _OTHER_EN.search(before) or _OTHERS_EN.search(before):
        return 0
    if not (_MINE_EN.search(before) or _START_EN.match(before)):
        return 0
    if _HEDGE_EN.search(before):
        return 1
    strength = base + (1 if _HEAVY_EN.search(before) else 0)
    return min(3, max(1, strength - (1 if _PAST_EN.search(before) else 0)))


def _characters(before: str, after: str, base: int, lang: Lang) -> int:
    if _NOT_CJK[lang].search(before) or _NOT_AFTER[lang].search(after) or _OTHER_CJK[lang].search(before):
        return 0
    if _HEDGE_CJK[lang].search(before):
        return 1
    return min(3, base + (1 if _HEAVY_CJK[lang].search(before) else 0))
