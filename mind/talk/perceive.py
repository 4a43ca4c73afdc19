"""Text -> Perception, by patterns and word lists. Pure; knows nothing of what she will answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from mind.bond_events.aimed import GUARDED, is_aimed
from mind.talk.content import Content
from mind.talk.feelings import feelings_in
from mind.talk.focus import focus_of, reflection_of
from mind.talk.irony import ironic
from mind.talk.meant import meant_here
from mind.talk.names import is_odd
from mind.talk.normalise import Clause, clauses, clean
from mind.talk.patterns import Found, Pattern
from mind.talk.perception import ActHit, FactHit, Perception
from mind.talk.pictures import only_pictures
from mind.talk.read_units import NEEDS
from mind.talk.rosters import roster_hits
from mind.talk.slots import fit
from mind.talk.times import When, find_time
from mind.talk.times_past import Told, find_past, is_past
from mind.talk.units import Act, Fact
from mind.talk.whose import holds_of_user, is_own
from mind.talk.word_set import word_set

ANSWERS = ("answer.yes", "answer.no", "answer.dunno")


def perceive(text: str, content: Content, now: datetime, *, asked_name: bool = False) -> Perception:
    """Understand one turn. `asked_name`: she has just asked for the name, so a bare word may be one."""
    cleaned = clean(text)[:2000]
    found = clauses(cleaned, content.lang)[:24]
    tolds = [find_past(c, now, past=_over(found, i)) for i, c in enumerate(found)]
    left = [t.clause if t else c for t, c in zip(tolds, found, strict=True)]
    times = [
        None if (t and not t.since and t.first) or is_past(c) else find_time(c, now) for t, c in zip(tolds, left, strict=True)
    ]
    timed = tuple(t.clause if t else c for t, c in zip(times, left, strict=True))
    times = [_before(times, timed, i) for i in range(len(found))]
    tolds = [_before(tolds, timed, i) for i in range(len(found))]
    acts = _acts(found, content, cleaned)
    kept = () if only_pictures(cleaned) else _facts(cleaned, found, timed, times, tolds, content, asked_name)
    mocked = ironic(cleaned, content.lang)
    if mocked:
        kept = tuple(hit for hit in kept if not hit.fact.key.startswith("user.taste"))
    facts, open_facts = meant_here(kept, content)
    if content.lang == "en":
        facts = _with_rosters(facts, tuple(roster_hits(cleaned, found, content)))
    name = next((f.slots.get("name") for f in facts if f.fact.id.startswith("name")), None)
    words = sum(len(c.norm.split()) if c.lang == "en" else (len(c.norm) + 1) // 2 for c in found)
    return Perception(
        text=cleaned, lang=content.lang, clauses=found, words=words,
        question=any(c.question for c in found), acts=acts, facts=facts, open=open_facts,
        feelings=tuple(f for f in feelings_in(found, content) if not (mocked and f.valence > 0)),
        focus=focus_of(found, timed, content, facts),
        reflection=reflection_of(found), topics=_topics(found, content),
        name=name, name_sure=name is not None and not is_odd(name),
        answer=next((a.act.id.split(".")[1] for a in acts if a.act.id in ANSWERS), ""),
        needs=_needs(found, content),
    )


def _needs(found: tuple[Clause, ...], content: Content) -> tuple[str, ...]:
    """What the words ask for, in the order of `NEEDS`."""
    there = (name for name in NEEDS if name in content.needs)
    return tuple(n for n in there if any(hits(p, c) for c in found for p in content.needs[n].match.patterns))


def _with_rosters(facts: tuple[FactHit, ...], rosters: tuple[FactHit, ...]) -> tuple[FactHit, ...]:
    """The people named together, instead of what their clause says of one of them."""
    if not rosters:
        return facts
    places = {hit.clause for hit in rosters}
    others = [f for f in facts if not (f.clause in places and f.fact.id in _BESIDE_ROSTERS)]
    return (*others, *rosters)


_BESIDE_ROSTERS = frozenset({"person.has", "pet.has", "pet.many", "home.with", "person.name", "pet.name"})


T = TypeVar("T", When, Told)


def _before(times: list[T | None], timed: tuple[Clause, ...], i: int) -> T | None:
    """A clause's time, or that of the clause before where it holds nothing but the time ("来週、沖縄に…")."""
    if times[i] is None and i and timed[i - 1].norm.strip("にはのもでと ") == "":
        return times[i - 1]
    return times[i]


def _over(found: tuple[Clause, ...], i: int) -> bool:
    """Whether a clause speaks of the past; one of a few words ("On Sunday, …") goes with the one after it."""
    clause = found[i]
    short = len(clause.norm) <= (24 if clause.lang == "en" else 8)
    return is_past(clause) or (short and i + 1 < len(found) and is_past(found[i + 1]))


def slots_of(pattern: Pattern, found: Found, clause: Clause) -> Mapping[str, str] | None:
    """The slots' words, trimmed and checked; None where one does not fit its type."""
    out: dict[str, str] = {}
    for name, (start, end) in found.slots.items():
        kind = pattern.types[name]
        if clause.lang == "en" and kind not in ("any", "doing") and clause.norm.startswith("not ", start):
            return None
        words = clause.cut(start, end)
        if kind not in _FREE and clause.lang == "en":
            words = _listed(clause.norm[start:end].strip(), pattern.concepts.get(kind, ()))
        if kind not in _FREE and clause.lang == "zh":
            words = clause.norm[start:end]
        fitted = fit(words, kind, clause.lang)
        if fitted is None:
            return None
        out[name] = fitted
    return out


_FREE = frozenset({"any", "thing", "name", "place", "number", "title", "doing", "event", "birthdate", "proper"})


def _listed(word: str, words: tuple[str, ...]) -> str:
    if word in words:
        return word
    for tail in ("s", "es"):
        if word.endswith(tail) and word[: -len(tail)] in words:
            return word[: -len(tail)]
    return word


def hits(pattern: Pattern, clause: Clause) -> Found | None:
    """The pattern's hit, looking at its rarest word first."""
    if pattern.literals and not any(word in clause.norm for word in pattern.literals):
        return None
    return pattern.find(clause)


def _acts(found: tuple[Clause, ...], content: Content, text: str) -> tuple[ActHit, ...]:
    total = max(1, sum(len(c.norm) for c in found))
    out: list[ActHit] = []
    for act in content.acts.values():
        best: ActHit | None = None
        for i in range(len(found)):
            hit = _act_in(act, found, i, total, text)
            if hit:
                cover = hit.cover + (best.cover if best else 0.0)
                best = replace(hit if best is None or hit.weight > best.weight else best, cover=cover)
        if best and not (act.whole and best.cover < 0.5):
            out.append(best)
    return tuple(sorted(out, key=lambda h: (h.act.tier, -h.weight)))


def _act_in(act: Act, said: tuple[Clause, ...], index: int, total: int, text: str) -> ActHit | None:
    clause = said[index]
    best: ActHit | None = None
    for pattern in act.match.patterns:
        found = hits(pattern, clause)
        if found is None:
            continue
        slots = slots_of(pattern, found, clause)
        if slots is None:
            continue
        if act.bond in GUARDED and not is_aimed(act.bond, said, index, (found.start, found.end), pattern.source, text):
            continue
        cover = (found.end - found.start) / total
        hit = ActHit(act, clause.raw, slots, found.weight, cover, index)
        if best is None or hit.weight > best.weight:
            best = hit
    return best


def _facts(
    text: str, found: tuple[Clause, ...], timed: tuple[Clause, ...], times: Iterable[When | None], tolds: Iterable[Told | None],
    content: Content, asked_name: bool,
) -> tuple[FactHit, ...]:
    out: list[FactHit] = []
    feeling_words = content.common_words
    for i, (clause, bare, when, told) in enumerate(zip(found, timed, times, tolds, strict=True)):
        before = found[i - 1] if i else None
        if not is_own(clause, before, text):
            continue
        due = when.due if when else None
        here: list[tuple[FactHit, Found]] = []
        for fact in content.facts.values():
            if fact.id == "name.asked" and not asked_name:
                continue
            if (fact.dated and due is None) or (fact.past and not _gone_by(clause, told)):
                continue
            whole = any("birthdate" in x.types.values() for x in fact.match.patterns)
            hit = _fact_in(fact, clause, clause if whole else bare, i, due, asked_name, feeling_words)
            if hit and not holds_of_user(fact, hit[0].slots, clause, before, content):
                continue
            if hit and not (clause.lang != "en" and fact.id == "name.asked" and content.is_felt(hit[0].slots.get("name", ""))):
                here.append(hit)
        if any(not hit.fact.past and hit.fact.id not in NAMING for hit, _ in here):
            here = [(hit, found_at) for hit, found_at in here if not hit.fact.past]
        out.extend(replace(hit, told=told) for hit in _apart(here))
    return tuple(out[:6])


def _gone_by(clause: Clause, told: Told | None) -> bool:
    """Whether a clause tells of a day in the past."""
    return told is not None and told.first is not None and not told.since and is_past(clause)


def _fact_in(
    fact: Fact, clause: Clause, bare: Clause, index: int, due: datetime | None, asked_name: bool, feeling_words: frozenset[str]
) -> tuple[FactHit, Found] | None:
    best: tuple[FactHit, Found] | None = None
    for pattern in fact.match.patterns:
        found = hits(pattern, bare)
        if found is None:
            continue
        slots = slots_of(pattern, found, bare)
        if slots is None or not _name_holds(fact, slots, clause, asked_name, feeling_words):
            continue
        if fact.id == "age" and not _an_age(slots.get("n", "")):
            continue
        if "{clause}" in fact.key:
            slots = {**slots, "clause": told_clause(bare)}
        if best is None or found.weight > best[1].weight:
            best = FactHit(fact, slots, clause.raw, due, found.weight, index), found
    return best


OLDEST = 115


def _an_age(number: str) -> bool:
    """Whether somebody can be so old; what is written out is believed."""
    return not number.isdigit() or 0 < int(number) <= OLDEST


LONGEST_CLAUSE = {"en": 110, "zh": 40, "ja": 50}
_JOINS = re.compile(
    r"^(?:and|so|then|but|oh|ouch|ow|ugh|well|yes|also|然后|后来|结果|哎|唉|それで|で|あと|そして)[ ,，、]+", re.IGNORECASE
)


def told_clause(clause: Clause) -> str:
    """A clause as it may be kept: without what joins it to others, cut where it is long."""
    words = _JOINS.sub("", clause.raw.strip()).strip(" ,，、。.!！")
    limit = LONGEST_CLAUSE[clause.lang]
    if len(words) <= limit:
        return words
    cut = words[:limit]
    return (cut.rsplit(" ", 1)[0] if clause.lang == "en" else cut) + "…"


def _name_holds(
    fact: Fact, slots: Mapping[str, str], clause: Clause, asked_name: bool, feeling_words: frozenset[str]
) -> bool:
    """"I'm Sam" is a name where it is written as one or was asked for; "i'm knackered" never is."""
    called = clause.lang == "zh" and fact.id == "pet.name" and "叫" + slots.get("name", "?") in clause.norm
    common = slots.get("name", "x").lower() in feeling_words or _does(slots.get("name", ""), clause)
    if fact.id in NAMING and common and not called:
        return False
    if not fact.id.startswith("name") or clause.lang != "en":
        return True
    name = slots.get("name", "")
    if name.lower() in feeling_words or name.lower().endswith(_SPEAKS):
        return False
    if name.lower().endswith("ing") and not (asked_name and (name in clause.raw or len(clause.norm.split()) == 1)):
        return False
    if fact.id in ("name.am", "name.asked"):
        return name in clause.raw if not asked_name else True
    return True




_OBJECT = word_set("""
the a an my his her our their your its me him us it them this that to at in on up out off down away
""")
"""What stands behind a verb and hardly behind a name."""


def _does(name: str, clause: Clause) -> bool:
    """Whether what is taken for a name in small letters is what somebody does ("my flatmate burnt the pancakes")."""
    words = clause.norm.split()
    if clause.lang != "en" or name in clause.raw or name.lower() not in words:
        return False
    behind = words[words.index(name.lower()) + 1 :]
    return bool(behind) and behind[0] in _OBJECT


def _apart(here: list[tuple[FactHit, Found]]) -> list[FactHit]:
    """The most specific facts of a clause, dropping those that explain the same words again."""
    kept: list[tuple[FactHit, Found]] = []
    for hit, found in sorted(here, key=lambda h: (-h[1].weight, h[1].start)):
        shares = [min(found.end, k.end) - max(found.start, k.start) for _, k in kept]
        if any(hit.fact.key and hit.fact.key == k.fact.key for k, _ in kept):
            continue
        if hit.fact.id in BESIDE or all(share < 0.5 * (found.end - found.start) for share in shares):
            kept.append((hit, found))
    return [hit for hit, _ in sorted(kept, key=lambda h: h[1].start)]


_SPEAKS = ("'re", "'m", "'ve", "'ll", "n't", "'d")
"""Endings of words that begin a sentence: "You're" is nobody's name, whoever was asked for one."""
NAMING = frozenset({"person.name", "friend.name", "pet.name"})
"""Facts told in passing ("my sister Nora is coming"): they stand beside what the clause says else."""
BESIDE = NAMING | {"person.lives", "person.job", "person.study", "work.at", "work.new", "work.hours",
                   "home.with", "home.place"}
"""Facts of one person that a clause may tell one after the other ("my brother lives in Hull and works as a plumber")."""


def _topics(found: tuple[Clause, ...], content: Content) -> tuple[str, ...]:
    out: list[str] = []
    for topic in content.topics.values():
        for clause in found:
            text = " " + clause.norm if clause.lang == "en" else clause.norm
            if any((f" {w} " in text or f" {w}s " in text) if clause.lang == "en" else w in text for w in topic.enter):
                out.append(topic.id)
                break
    return tuple(out)
