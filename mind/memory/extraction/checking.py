"""The rules a proposal has to pass before it is kept. Pure: the same answer, turns and memories give the same facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final, Literal

from mind.domain import FactProposal, Memory, Turn
from mind.languages import Lang
from mind.memory.extraction.commands import orders
from mind.memory.extraction.kinds import KINDS, USER, Worded, kept_texts, worded
from mind.memory.extraction.likeness import says_the_same
from mind.memory.extraction.of_self import denied, denies, of_self, stated, taste_fits
from mind.memory.extraction.reading import Proposed
from mind.memory.extraction.verbatim import CJK, find_quote, folded, holds_words, sentence_around
from mind.memory.recall.answers import TIME
from mind.talk.normalise import clauses, clean
from mind.talk.times import find_time
from mind.talk.times_past import find_past, is_past

CONFIDENCE: Final = 0.6
"""Of what only a model pointed out; what rules read is at .85 and more."""
A_BATCH: Final = 8
A_DAY: Final = 30
LONGEST_QUOTE: Final = 200
LONGEST_WHO: Final = 24
LONGEST_VALUE: Final = {"en": 60, "zh": 24, "ja": 28}
LONGEST_TOLD: Final = {"en": 140, "zh": 60, "ja": 80}
MOST_WORDS: Final = 7
"""Words of a value that stands in a sentence of ours."""
AHEAD: Final = timedelta(days=800)

Refusal = Literal[
    "kind", "turn", "length", "quote", "order", "value", "unstated", "who", "denied", "date", "known", "older", "many"
]
"""The rule that a proposal broke."""


@dataclass(frozen=True, slots=True)
class Checked:
    """The facts that passed, each with its turn, and how often each rule refused."""

    facts: tuple[tuple[FactProposal, Turn], ...]
    refused: Mapping[Refusal, int]


def check(
    proposals: Sequence[Proposed], turns: Iterable[Turn], kept: Sequence[Memory], *, room: int = A_BATCH
) -> Checked:
    """The proposals that may be kept, at most `room`. `turns` are the user's, `kept` all that is known, muted included."""
    by_id = {turn.id: turn for turn in turns if turn.speaker == "user"}
    facts: list[tuple[FactProposal, Turn]] = []
    told: set[tuple[str, str]] = set()
    refused: dict[Refusal, int] = {}
    for one in proposals:
        found = _read(one, by_id)
        reason = found if isinstance(found, str) else _known(found[0], found[1], found[2], kept, told)
        if reason is None and len(facts) >= min(room, A_BATCH):
            reason = "many"
        if reason is not None:
            refused[reason] = refused.get(reason, 0) + 1
        elif not isinstance(found, str):
            facts.append((found[0], found[1]))
            told.add((found[0].key, folded(found[0].value)))
    return Checked(tuple(facts), refused)


def _read(one: Proposed, turns: Mapping[int, Turn]) -> Refusal | tuple[FactProposal, Turn, Worded]:
    """A proposal as a fact of ours, or the rule it breaks."""
    if one.kind not in KINDS:
        return "kind"
    turn = turns.get(one.turn)
    if turn is None:
        return "turn"
    lang, who = turn.lang, _who(one.who)
    if not _fits(one, who, lang):
        return "length"
    place = find_quote(one.quote, turn.text)
    if place is None:
        return "quote"
    quote = turn.text[place[0] : place[1]].strip()
    sentence, ending = sentence_around(turn.text, *place)
    if any(orders(text) for text in (one.value, who, sentence)):
        return "order"
    if not holds_words(one.value, quote) or (who != USER and not holds_words(who, quote)):
        return "value"
    refusal = _truth(one, who, quote, sentence, ending, lang)
    if refusal is not None:
        return refusal
    return _fact(one, who, quote, turn)


def _who(who: str) -> str:
    own = folded(who) in ("", "user", "the user", "i", "me", "myself", "我", "用户", "私", "僕", "ユーザー")
    return USER if own else who.strip()


def _fits(one: Proposed, who: str, lang: Lang) -> bool:
    """Whether every part is of a sane length."""
    quoted = KINDS[one.kind].quoted or (who != USER and one.kind != "person")
    longest = (LONGEST_TOLD if quoted else LONGEST_VALUE)[lang]
    words = 99 if quoted or CJK.search(one.value) else MOST_WORDS
    return (
        0 < len(one.value) <= longest
        and len(one.value.split()) <= words
        and len(one.value) <= len(one.quote) <= LONGEST_QUOTE
        and len(who) <= LONGEST_WHO
        and "\n" not in one.quote
    )


def _truth(one: Proposed, who: str, quote: str, sentence: str, ending: str, lang: Lang) -> Refusal | None:
    """Whether the sentence says this, of this one, and means it."""
    if not stated(sentence, ending, lang):
        return "unstated"
    if one.kind == "person":
        kin = {folded(word) for word in kept_texts(lang)["relations"]}
        return None if who != USER and folded(one.value) in kin and not denied(sentence, one.value, lang) else "who"
    quoted = KINDS[one.kind].quoted or who != USER
    if quoted:
        whole = folded(one.value) in folded(quote)
        return None if whole and not denied(sentence, one.value, lang) else "denied"
    if not of_self(sentence, one.value, lang):
        return "who"
    if one.kind in ("likes", "dislikes"):
        return None if taste_fits(one.kind, sentence, lang) else "denied"
    return "denied" if denies(sentence, lang) else None


def _fact(one: Proposed, who: str, quote: str, turn: Turn) -> Refusal | tuple[FactProposal, Turn, Worded]:
    """The fact in our words, with the days that its words tell."""
    made = worded(one.kind, who, one.value.strip().rstrip(".。!！,，、"), turn.lang)
    due, first, last, since = _days(quote, one.when, turn)
    if made.kind.dated and due is None:
        return "date"
    fact = FactProposal(
        kind=made.kind.fact, key=made.key, value=made.value, text=made.text, quote=quote, lang=turn.lang,
        confidence=CONFIDENCE, single=made.kind.single, due=due if made.kind.dated else None, slots=made.slots,
        about_from=first if made.kind.quoted else since, about_to=last if made.kind.quoted else None, valid_from=since,
    )  # fmt: skip
    return fact, turn, made


Days = tuple[datetime | None, datetime | None, datetime | None, datetime | None]


def _days(quote: str, when: str, turn: Turn) -> Days:
    """Due, from, to and since when, by our own rules; the model's date only where the quote tells a day we cannot read."""
    for clause in clauses(clean(quote), turn.lang):
        told = find_past(clause, turn.at, past=is_past(clause))
        if told is not None:
            begins = told.begins(turn.at)
            return None, begins, told.ends(turn.at), begins if told.since else None
        ahead = find_time(clause, turn.at)
        if ahead is not None:
            return ahead.due, None, None, None
    day = _day(when)
    if day is None or not TIME.search(folded(quote)):
        return None, None, None, None
    begins = datetime.combine(day, time(0), turn.at.tzinfo)
    if begins > turn.at:
        return (begins + timedelta(hours=18) if begins - turn.at < AHEAD else None), None, None, None
    return None, begins, begins + timedelta(hours=23, minutes=59), None


def _day(when: str) -> date | None:
    try:
        return date.fromisoformat(when[:10])
    except ValueError:
        return None


def _known(
    fact: FactProposal, turn: Turn, made: Worded, kept: Sequence[Memory], told: set[tuple[str, str]]
) -> Refusal | None:
    """Whether it is known, or would take the place of something newer or corrected by hand."""
    if (fact.key, folded(fact.value)) in told or any(fact.single and fact.key == key for key, _ in told):
        return "known"
    same = [one for one in kept if one.key == fact.key]
    if any(folded(one.value) == folded(fact.value) and _stays(one, turn) for one in same):
        return "known"
    if fact.single and any(one.turn_id >= turn.id or one.edited_at is not None or one.muted for one in same if one.holds):
        return "older"
    quoted, family = made.kind.quoted, _family(fact.kind)
    if not quoted and any(one.value == fact.value and _family(one.kind) in NAMED for one in kept):
        return "known"
    near = [one for one in kept if one not in same and (quoted or _family(one.kind) == family)]
    return "known" if says_the_same(made.slots.get("x") or fact.value, near) else None


NAMED: Final = ("person", "friend", "pet")


def _family(kind: str) -> str:
    """Facts of one family say the same in other words: the first part of the kind; likes and dislikes are one."""
    first = kind.partition(".")[0]
    return "likes" if first == "dislikes" else first


def _stays(known: Memory, turn: Turn) -> bool:
    """Whether what is known may not be touched by this turn: hidden, ended, or said as late."""
    return known.muted or not known.holds or known.turn_id >= turn.id
