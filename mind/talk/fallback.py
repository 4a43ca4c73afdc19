"""When nothing fits: the ladder that never says "I don't understand"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mind.domain import Memory
from mind.talk.agreement import swap_persons
from mind.talk.normalise import Clause
from mind.talk.own_words import own_words
from mind.talk.perception import Perception
from mind.talk.scenery import Env, Talk
from mind.talk.step import Step
from mind.talk.telling_back import told_of_theirs
from mind.talk.told_so import told_so

QUOTED = 48
"""Characters of an English clause that can be given back in quotation marks."""
QUOTED_JA = 0.2
"""How often a Japanese clause is given back word for word where a plain nod would do: more sounds like an echo."""


def fallback_steps(talk: Talk, p: Perception, small: Iterable[Step]) -> Iterator[Step]:
    """Echo what is known to be echoable, give the clause back, bridge to a memory, own it, or say something of her own."""
    content = talk.content
    asked = p.question and not _is_aside(p)
    if asked:
        yield from _unknown_question(talk, p)
    if talk.low and content.frame("low.ack") and not asked:
        yield from _quiet(talk, p, small)
    echoes = list(_echoes(talk, p))
    reflection = _reflection(talk, p)
    if reflection and p.words >= 5 and talk.rng.random() < 0.55:
        echoes.insert(0, reflection)
    elif reflection:
        echoes.append(reflection)
    if p.answer and not p.focus and not (p.lang != "en" and p.act("ok")):
        yield Step(f"answer:{p.answer}", content.frame(f"answer.{p.answer}"), {})
    yield from _predicate(talk, p)
    yield from told_so(talk, p)
    yield from echoes
    yield from small
    yield from _memory(talk, p)
    said = _quotable(p) if not asked and p.words else ""
    if said and (p.lang != "ja" or talk.rng.random() < QUOTED_JA):
        yield Step("fallback.quote", content.frame("fallback.quote"), {"x": said})
    if not asked:
        yield Step("fallback.ack", content.frame("fallback.ack"), {}, ask=content.frame("fallback.follow"))
    if p.focus:
        yield Step("fallback.two", content.frame("fallback.two"), {"focus": p.focus[0].text})
    if p.lang != "en" and p.words <= 2 and not asked:
        yield Step("fallback.presence", content.frame("presence"), {})
    yield Step("fallback.own", content.frame("fallback.own"), {"x": _quotable(p)} if _quotable(p) else {})
    yield Step("fallback.presence", content.frame("presence"), {})


def _quiet(talk: Talk, p: Perception, small: Iterable[Step]) -> Iterator[Step]:
    """While something heavy is on the table nothing is made of a phone or a floor: the clause, or a quiet word."""
    content = talk.content
    if p.reflection and p.words <= 14 and talk.rng.random() < 0.6:
        yield Step("low.reflect", content.frame("low.reflect"), {"x": p.reflection})
    if p.lang == "zh" and p.words >= 4 and (said := _quotable(p)) and talk.rng.random() < 0.6:
        yield Step("low.reflect", content.frame("low.reflect"), {"x": said})
    if p.words <= 3:
        yield from small
    if p.reflection and p.words <= 14:
        yield Step("low.reflect", content.frame("low.reflect"), {"x": p.reflection})
    yield Step("low.ack", content.frame("low.ack"), {})
    if p.reflection:
        yield Step("low.reflect", content.frame("low.reflect"), {"x": p.reflection})


def _unknown_question(talk: Talk, p: Perception) -> Iterator[Step]:
    content = talk.content
    asks_her = any(c.question for c in p.clauses)
    if not asks_her:
        return
    yield from told_of_theirs(talk, p)
    env: Env = {"focus": p.focus[0].text} if p.focus and p.focus[0].kind not in ("thing", "any") else {}
    yield Step("question.unknown", content.frame("question.unknown"), env, move=True)


_TO_HER = {
    "en": re.compile(r"\b(?:you|your|yours|mira)\b"), "zh": re.compile("你|米拉|咱"), "ja": re.compile("あなた|君|ミラ|きみ"),
}
_TELLING = {"en": 3, "zh": 5, "ja": 6}
"""Words, or characters, that a clause must have to tell something beside a question."""


def _is_aside(p: Perception) -> bool:
    """Whether the question is asked in passing, beside something told ("someone stole my shoes. who steals shoes?")."""
    if any(c.question and _TO_HER[p.lang].search(c.norm) for c in p.clauses):
        return False
    return any(not c.question and _size(c) >= _TELLING[p.lang] and len(own_words(c.raw, p.lang)) >= 2 for c in p.clauses)


def _size(clause: Clause) -> int:
    return len(clause.norm.split()) if clause.lang == "en" else len(clause.norm)


def _echoes(talk: Talk, p: Perception) -> Iterator[Step]:
    named = _named(talk) if p.lang != "en" else {}
    for name in (n for n in named if p.lang == "ja" and len(n) >= 2 and n in p.text):
        yield Step(f"echo:{named[name]}", talk.content.frame(f"echo.{named[name]}"), {"x": name})
    for focus in p.focus:
        env = {"x": focus.text}
        if kind := named.get(focus.text, ""):
            yield Step(f"echo:{kind}", talk.content.frame(f"echo.{kind}"), env)
            continue
        if focus.kind != "thing":
            yield Step(f"echo:{focus.kind}", talk.content.frame(f"echo.{focus.kind}"), env)
        yield Step("echo:thing", talk.content.frame("echo.thing"), env)


def _named(talk: Talk) -> dict[str, str]:
    """Words that are somebody's name here, and how they are given back: 饼干 may be a cat."""
    named = [(m.slots["name"], m.kind) for m in talk.scene.memories if "name" in m.slots and m.kind != "name"]
    return {name: "pet" if kind.startswith("pet") else "friend" for name, kind in named}


_WAS = re.compile(r"^((?:the|my|our|this|that) (?:\S+ ){1,3}?)(?:was|were|is|are) ((?:\S+ ){1,6})$")


def _predicate(talk: Talk, p: Perception) -> Iterator[Step]:
    """"The meeting was three hours long": what was said of a thing, given back with it."""
    for clause in p.clauses:
        match = _WAS.match(clause.norm) if p.lang == "en" and not clause.question else None
        if match and not re.search(r"\b(?:you|your|called|i|it)\b", clause.norm):
            thing, rest = (swap_persons(clause.cut(*match.span(n)), "en") for n in (1, 2))
            env = {"x": thing.lower(), "rest": rest}
            yield Step("echo:was", talk.content.frame("echo.was"), env)


def _reflection(talk: Talk, p: Perception) -> Step | None:
    if not p.reflection:
        return None
    own = p.reflection.lower().startswith(("you're ", "you are ")) and p.words <= 5
    return Step("reflect", talk.content.frame("reflect.self" if own else "reflect"), {"x": p.reflection})


def _memory(talk: Talk, p: Perception) -> Iterator[Step]:
    memory = related(talk, p)
    if memory is None:
        return
    fact = talk.content.facts.get(memory.kind)
    if fact and fact.later:
        def used() -> None:
            talk.state.recalled[str(memory.id)] = talk.state.n

        yield Step("fallback.memory", fact.later, talk.env_of(memory), must_use=(memory,), then=used)


def related(talk: Talk, p: Perception) -> Memory | None:
    """A memory that shares a word with what was said and was not brought up lately."""
    said = {w for c in p.clauses for w in (c.norm.split() if p.lang == "en" else [c.norm]) if len(w) > 3}
    for memory in talk.lightly():
        fact = talk.content.facts.get(memory.kind)
        if fact is None or fact.sad or not fact.later or (memory.due and memory.due < talk.scene.now):
            continue
        if talk.state.n - talk.state.recalled.get(str(memory.id), -999) < 60:
            continue
        if p.lang == "en" and memory.kind.startswith(("person.", "other.", "friend.")):
            continue
        values = {v.lower() for v in memory.slots.values()}
        if p.lang == "en" and any(v in said for v in values):
            return memory
        if p.lang != "en" and any(len(v) >= 2 and v in s for v in values for s in said):
            return memory
    return None


def _quotable(p: Perception) -> str:
    if p.lang != "en":
        least = 5 if p.lang == "ja" else 3
        fitting = [c.raw for c in p.clauses if least <= len(c.raw) <= 14 and not c.question and c.raw[-1] not in "にはをでがと"]
        said = max(fitting, key=len, default="").strip("“”\"「」")
        return "" if any(a.act.whole for a in p.acts) else swap_persons(said, p.lang)
    fitting = [c.raw for c in p.clauses if 2 <= len(c.raw) <= QUOTED and not c.question]
    telling = max(fitting, key=lambda raw: (len(own_words(raw, "en")), -len(raw)), default="")
    return swap_persons(telling, p.lang)
