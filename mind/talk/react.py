"""The reaction: the first thing that fits, in tiers. Every tier offers steps; the planner takes the first that can be worded."""

from __future__ import annotations

from collections.abc import Iterator

from mind.bond_events.signs import HURTS
from mind.domain import BondEvent
from mind.talk.agreement import swap_persons
from mind.talk.answers import answer_steps, asked_back
from mind.talk.closeness import close_words
from mind.talk.commands import command
from mind.talk.corrections import correction_steps
from mind.talk.fallback import fallback_steps
from mind.talk.focus import cause_of
from mind.talk.her_day import tale_steps
from mind.talk.keeping_word import promise_steps
from mind.talk.manners import manner_whole
from mind.talk.meant_so import apologised, meant_first, meant_steps
from mind.talk.mending import mending_steps
from mind.talk.naming import naming_steps
from mind.talk.over_again import again_steps
from mind.talk.page_words import mash_steps, page_steps
from mind.talk.perception import LIGHT, ActHit, FactHit, FeelingHit, Perception
from mind.talk.proposals import fill_key, fill_text
from mind.talk.rituals import ritual_steps
from mind.talk.scenery import Env, Talk, due_env, slot_env
from mind.talk.script import SIMPLE
from mind.talk.step import Step
from mind.talk.terms import terms_steps
from mind.talk.tidings import tidings_steps
from mind.talk.units import Feeling


def reactions(talk: Talk) -> Iterator[Step]:
    """Steps in the order they should be tried."""
    p = talk.perception
    assert p is not None
    yield from page_steps(talk, p)
    yield from terms_steps(talk, p)
    yield from correction_steps(talk, p)
    yield from meant_first(talk, p)
    yield from _acts(talk, p, 0, 1)
    yield from meant_steps(talk, p)
    yield from mending_steps(talk, p)
    yield from ritual_steps(talk, p)
    yield from naming_steps(talk, p)
    yield from tale_steps(talk, p)
    yield from asked_back(talk, p)
    yield from again_steps(talk, p)
    yield from mash_steps(talk, p)
    if p.low:
        yield from _feelings(talk, p)
    for hit in p.facts:
        if hit.fact.id not in ("name", "name.am", "name.asked"):
            yield from _changed(talk, p, hit, fact_env(talk, hit))
    if any(hit.fact.sad for hit in p.facts):
        # Whatever was asked before, a loss is answered first.
        yield from _facts(talk, p, sad=True)
    yield from promise_steps(talk, p)
    yield from apologised(talk, p)
    specific = list(answer_steps(talk, p))
    yield from (s for s in specific if s.act.startswith("answer!"))
    yield from _acts(talk, p, 2, 3)
    if p.words > 6 and all(f.fact.id in IN_PASSING for f in p.facts):
        yield from _acts(talk, p, 4, 5)
    yield from _facts(talk, p)
    yield from (s for s in specific if s.act.startswith("answer:"))
    yield from _acts(talk, p, 4, 5)
    yield from _feelings(talk, p)
    yield from (s for s in specific if s.act.startswith("answer?"))
    yield from tidings_steps(talk, p)
    yield from fallback_steps(talk, p, small=_acts(talk, p, 6, 9))


def _acts(talk: Talk, p: Perception, low: int, high: int) -> Iterator[Step]:
    for hit in p.acts:
        if low <= hit.act.tier <= high and not hit.act.id.startswith("answer.") and hit.act.bond not in HURTS:
            yield from _act(talk, p, hit)


def _act(talk: Talk, p: Perception, hit: ActHit) -> Iterator[Step]:
    act = hit.act
    env: Env = slot_env(hit.slots, p.lang)
    bond: tuple[BondEvent, ...] = ()
    if act.bond == "disclose":
        bond = (BondEvent("disclose", hit.quote, 0.95, act.severity),)
    if act.do:
        for step in command(talk, p, hit, env):
            step.bond = step.bond or bond
            step.goodbye = step.goodbye or act.goodbye
            yield step
        if not act.say:
            return
    again = talk.state.n - talk.state.act_said.get(act.id, -999) <= 30 and act.tier <= 2
    if own := manner_whole(talk, act.id):
        yield Step(f"act:{act.id}", own, env, move=act.move and not act.goodbye, goodbye=act.goodbye, need=act.need, bond=bond)
    if close := close_words(talk, act.id):
        yield Step(f"act:{act.id}", close, env, move=act.move and not act.goodbye, goodbye=act.goodbye, need=act.need, bond=bond)
    yield Step(
        f"act:{act.id}", act.say, env, move=act.move and not act.goodbye, fixed=act.fixed, goodbye=act.goodbye, need=act.need,
        ask=act.ask, bond=bond, again=act.fixed or act.goodbye, lead=_told(p, hit),
    )
    if again:
        yield Step(f"act:{act.id}", act.say, env, move=act.move and not act.goodbye, fixed=act.fixed, goodbye=act.goodbye,
                   need=act.need, bond=bond, again=True)


def _told(p: Perception, hit: ActHit) -> str:
    """A short piece of Chinese or Japanese news, to begin the answer with; empty where it would sound like an echo."""
    short = p.lang != "en" and 4 <= len(hit.quote) <= 11 and hit.act.tier in (4, 5) and not hit.act.whole
    if not short or hit.act.id in _NO_LEAD or p.question:
        return ""
    words = hit.quote.translate(SIMPLE) if p.lang == "zh" else hit.quote
    return swap_persons(words, p.lang)


_NO_LEAD = frozenset({"swear", "better", "event.wellwent", "good.news", "bad.news", "joking", "it.called"})


def _feelings(talk: Talk, p: Perception) -> Iterator[Step]:
    for hit in p.feelings:
        yield from _feeling(talk, p, hit)


def _feeling(talk: Talk, p: Perception, hit: FeelingHit) -> Iterator[Step]:
    unit = talk.content.feelings[hit.cls]
    env: Env = {"feeling": hit.word}
    if p.reflection and not _names_it(unit, hit, p.reflection.lower()):
        env["clause"] = p.reflection
    for clause in p.clauses:
        if clause.raw == hit.quote and (cause := cause_of(clause)) and cause.lower() not in hit.word.lower():
            env["about"] = cause
    if p.lang != "en" and p.focus and p.focus[0].text not in hit.word and p.focus[0].kind in _WEIGHS:
        env["about"] = p.focus[0].text
    for fact in p.facts:
        env.update({k: v for k, v in slot_env(fact.slots, p.lang).items() if k != "name"})

    def felt() -> None:
        if faint:
            return
        talk.state.mood, talk.state.mood_at = hit.cls, talk.state.n
        talk.state.mood_day = talk.scene.now.date().isoformat()

    faint = p.lang == "zh" and hit.strength < 2 and hit.valence < 0  # 有点羡慕 is said in passing
    need = "listen" if hit.valence < 0 and not faint and unit.id not in LIGHT else "celebrate" if hit.valence > 0 else "company"
    same = talk.state.mood == hit.cls and talk.state.n - talk.state.mood_at <= 3
    bond = () if same else (BondEvent("disclose", hit.quote, 0.85, 0.8),)
    ask = unit.ask if not same else ()
    pool = talk.content.frame("feeling.low" if hit.valence < 0 else "feeling.good")
    held = tuple(line for line in pool if "{" in line.text) if unit.id not in LIGHT else ()
    other = next((one for one in p.feelings if one.valence * hit.valence < 0 and one.word != hit.word), None)
    if other is not None:
        two: Env = {"feeling": hit.word, "other": other.word}
        yield Step(f"feeling:{hit.cls}", talk.content.frame("feeling.two"), two, need="listen", ask=ask, bond=bond, then=felt)
    yield Step(f"feeling:{hit.cls}", (*unit.say, *held), env, need=need, ask=ask, bond=bond, then=felt)
    yield Step(f"feeling:{hit.cls}", pool, env, need=need, ask=ask, bond=bond, then=felt)


_WEIGHS = frozenset({"work-thing", "school-thing", "family-event", "appointment", "sleep-thing", "subject"})
"""What a Chinese or Japanese feeling may be about where it is named beside it; a cup of tea or an uncle seldom is."""
IN_PASSING = frozenset({"person.name", "friend.name", "pet.name"})
"""Facts that are often told beside the news itself."""
_CORRECTS = frozenset({"no", "actually", "wait", "sorry", "不", "不是", "不对", "错了", "いいえ", "違います", "違う"})
_LASTING = frozenset({"home", "work", "person", "pet", "friend", "likes", "dislikes", "age", "partner", "birthday", "diet"})
"""Kinds of facts whose change is worth a word."""


def _names_it(unit: Feeling, hit: FeelingHit, clause: str) -> bool:
    """Whether the clause says the feeling itself: then it would only be parroted."""
    known = (*unit.words, *unit.strong)
    parroted = hit.word.lower() in clause or any(f" {w}" in f" {clause}" for w in known)
    return parroted or len(hit.word) > 0.5 * len(hit.quote)


def _facts(talk: Talk, p: Perception, *, sad: bool = False) -> Iterator[Step]:
    """Answers to the facts that were told, the weightiest first; `sad`: to the sad ones alone."""
    for hit in sorted(p.facts, key=lambda h: (-h.fact.weight, -h.weight)):
        if hit.fact.id.startswith("name") or (sad and not hit.fact.sad):
            continue
        env = fact_env(talk, hit)

        def saddened(hit: FactHit = hit) -> None:
            if hit.fact.sad and "sad" in talk.content.feelings:
                talk.state.mood, talk.state.mood_at = "sad", talk.state.n
                talk.state.mood_day = talk.scene.now.date().isoformat()

        yield Step(f"fact:{hit.fact.id}", hit.fact.say, env, ask=hit.fact.ask, bond=(BondEvent("disclose", hit.quote, 0.9),),
                   need="listen" if hit.fact.sad else "", then=saddened)


def _changed(talk: Talk, p: Perception, hit: FactHit, env: Env) -> Iterator[Step]:
    """What was known differently: put right where they say so, else noticed."""
    if not hit.fact.single or not hit.fact.key or hit.fact.id.split(".")[0] not in _LASTING:
        return
    key = fill_key(hit.fact.key, hit.slots)
    new = fill_text(hit.fact.value, hit.slots, p.lang)
    old = next((m for m in talk.scene.memories if m.key == key and m.value != new), None)
    if old is None:
        return
    corrected = p.answer == "no" or p.act("wrong") is not None or p.clauses[0].norm.strip() in _CORRECTS
    frame = "repair.corrected" if corrected else "fact.changed"
    slots = {**env, "new": new, "old": swap_persons(old.value, p.lang)}
    bond = (BondEvent("disclose", hit.quote, 0.9),)
    yield Step(f"fact:{hit.fact.id}", talk.content.frame(frame), slots, must_use=(old,), bond=bond, move=not corrected)


def fact_env(talk: Talk, hit: FactHit) -> Env:
    """The slots of a fact just heard."""
    lang = talk.content.lang
    env = slot_env(hit.slots, lang)
    if hit.due:
        env.update(due_env(hit.due, talk.scene.now, lang))
    env.setdefault("quote", swap_persons(hit.quote, lang))
    return env
