"""What is open between the two, in her words: following up a plan once, her promises, what she noticed, days, small steps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from mind.domain import Memory, OpenLoop
from mind.expectations.hers import Sort, covered_by, duty, sort_of
from mind.expectations.loops import HEAVY, LoopChange, asked_after, may_ask
from mind.expectations.occasions import Occasion
from mind.talk.agreement import swap_persons
from mind.talk.left_out import speaks_of
from mind.talk.need import need_of
from mind.talk.perception import LIGHT
from mind.talk.say_span import say_ago, say_count, say_days, say_since
from mind.talk.scenery import Env, Talk
from mind.talk.state import Question
from mind.talk.step import Move, Step
from mind.talk.units import Lines

SAD_PLAN: Final = "plan.sad"
"""The kind of plans that nobody looks forward to."""
FIRST: Final = ("gift", "birthday", "nameday")
"""Thanks, and days, that a greeting begins with, before anything that is open."""
NO_HURRY: Final = timedelta(hours=12)
"""After its day that a promise of the user's is left alone."""
BROUGHT: Final = frozenset(
    {"hers", "promise", "birthday", "nameday", "loss", "pattern", "step", "met", "yearago", "arrived", "season"}
)
"""Moves whose sentences a model is told to bring in."""
USE: Final = {
    "birthday": 1.0, "nameday": 0.9, "loss": 1.0, "pattern": 0.95, "step": 1.2, "met": 0.5, "yearago": 0.45,
    "arrived": 0.8, "season": 0.6,
}
"""How much each kind of occasion is worth in a talk; see `mind.talk.moves`."""


def due_plans(talk: Talk) -> Iterator[tuple[OpenLoop, Memory, Lines]]:
    """Plans whose day has come and that she never asked about, with ways to ask: what weighs first, light ones not in a low
    moment.
    """
    known = {memory.id: memory for memory in talk.lightly()}
    low = is_low(talk)
    pairs = [(loop, known[loop.memory_id]) for loop in talk.scene.loops if loop.side == "plan" and loop.memory_id in known]
    for loop, memory in sorted(pairs, key=lambda pair: pair[1].kind not in HEAVY):
        if loop.id in _touched(talk) or not asked_after(memory.kind):
            continue
        if may_ask(loop, talk.scene.now, memory.kind) and (memory.kind in HEAVY or not low):
            fact = talk.content.facts.get(memory.kind)
            general = talk.content.frame("expect.due")
            yield loop, memory, (fact.due if fact and fact.due else general)


def plan_env(talk: Talk, memory: Memory) -> Env:
    """The slots of a plan's wordings."""
    return {**talk.env_of(memory), **quote_env(talk, memory.quote)}


def is_low(talk: Talk) -> bool:
    """Whether this is a low moment: in a talk by what was said, as she opens by what was felt earlier that day."""
    if talk.perception is not None:
        return talk.low
    mood = talk.content.feelings.get(talk.state.mood)
    sad = mood is not None and mood.valence < 0 and mood.id not in LIGHT
    return sad and talk.state.mood_day == talk.scene.now.date().isoformat()


def weigh(talk: Talk, memory: Memory) -> None:
    """What is asked after a funeral or an operation weighs on the talk that follows."""
    if memory.kind == SAD_PLAN:
        talk.state.heavy_until = max(talk.state.heavy_until, talk.state.n + 5)


def _touched(talk: Talk) -> set[int]:
    return {change.loop_id for change in talk.changes}


def asked_about(talk: Talk, loop: OpenLoop, memory: Memory) -> None:
    """Note that the plan is asked about; a promise to ask about it is kept by that."""
    talk.changes.append(LoopChange(loop.id, "asked", spoken=True))
    for other in talk.scene.loops:
        if other.side == "hers" and other.status == "open" and covered_by(other, _sort(other), (loop,)) is not None:
            talk.changes.append(LoopChange(other.id, "kept", spoken=True))
    talk.state.recalled[str(memory.id)] = talk.state.n
    talk.state.question = Question("ask", memory.kind, {}, left=2)
    weigh(talk, memory)


def _sort(loop: OpenLoop) -> Sort:
    return sort_of(loop.quote, loop.lang) or "ask"


# --- her promises, and the user's


def _hers(talk: Talk) -> Iterator[tuple[OpenLoop, str, Lines]]:
    """Her promises that are to be kept or explained now: (loop, what it does to it, wordings)."""
    scene = talk.scene
    plans = tuple(one for one in scene.loops if one.side == "plan")
    for loop in scene.loops:
        if loop.side != "hers" or loop.lang != talk.content.lang or loop.id in _touched(talk):
            continue
        if speaks_of(loop.quote, talk.state.unsaid):
            continue
        sort = _sort(loop)
        if covered_by(loop, sort, plans) is not None:
            continue
        now_due = duty(loop, sort, scene.now, scene.last_seen, model=scene.brain == "llm")
        if now_due is None or (now_due == "keep" and sort == "story" and is_low(talk)):
            continue
        frame = talk.content.frame(f"hers.{sort if now_due == 'keep' else now_due}")
        if frame:
            yield loop, "kept" if now_due == "keep" else "explained", frame


def keep_hers(talk: Talk, loop: OpenLoop, status: str) -> None:
    """Note that a promise of hers is kept or explained; after the offer of a story a yes begins it."""
    talk.changes.append(LoopChange(loop.id, status, spoken=True))  # type: ignore[arg-type]
    if loop.memory_id is not None:
        talk.state.recalled[str(loop.memory_id)] = talk.state.n
    if status == "kept" and _sort(loop) == "story":
        talk.state.question = Question("offer", "story", {}, left=2)


def _theirs(talk: Talk) -> Iterator[OpenLoop]:
    """Promises of the user's whose day is past, never asked about; nothing for a low moment."""
    if is_low(talk):
        return
    for loop in talk.scene.loops:
        mine = loop.side == "promise" and loop.lang == talk.content.lang and not speaks_of(loop.quote, talk.state.unsaid)
        if mine and may_ask(loop, talk.scene.now - NO_HURRY):
            yield loop


def quoted_words(quote: str) -> str:
    """A quote as it stands inside a sentence, between quotation marks."""
    return quote.strip().rstrip(".。!！")


def quote_env(talk: Talk, quote: str) -> Env:
    """A quote inside a sentence (`quote`) and as one of its own (`said`)."""
    if not quote.strip():
        return {}
    bare = quote.strip().rstrip(".。")
    stop = "" if bare[-1:] in "!?！？…~～" else {"en": ".", "zh": "。", "ja": ""}[talk.content.lang]
    return {"quote": quoted_words(bare), "said": bare + stop}


# --- as she opens


def expected_openings(talk: Talk, hello: Lines) -> Iterator[Step]:
    """What she picks up before anything else, if there is such a thing: one of these and no more."""
    days = [one for one in talk.scene.occasions if one.kind in FIRST]
    yield from (_opening(talk, one, hello) for one in days)
    for loop, memory, lines in due_plans(talk):
        def asked(loop: OpenLoop = loop, memory: Memory = memory) -> None:
            asked_about(talk, loop, memory)

        more = ((lines, plan_env(talk, memory)),)
        yield Step(f"greet:{memory.kind}", hello, must_use=(memory,), more=more, then=asked, again=True)
    for loop, status, frame in _hers(talk):
        def done(loop: OpenLoop = loop, status: str = status) -> None:
            keep_hers(talk, loop, status)

        yield Step(f"greet:hers.{status}", hello, more=((frame, {"x": quoted_words(loop.quote)}),), then=done, again=True)
    for loop in _theirs(talk):
        def came_back(loop: OpenLoop = loop) -> None:
            talk.changes.append(LoopChange(loop.id, "asked", spoken=True))

        env = quote_env(talk, loop.quote)
        yield Step("greet:promise", hello, more=((talk.content.frame("expect.promise"), env),), then=came_back, again=True)
    low = is_low(talk)
    for occasion in talk.scene.occasions:
        if occasion.kind not in FIRST and occasion.fit != "talk" and not (low and occasion.light) and _allowed(talk, occasion):
            yield _opening(talk, occasion, hello)


def _opening(talk: Talk, occasion: Occasion, hello: Lines) -> Step:
    def said() -> None:
        brought_up(talk, occasion)

    lines, env = talk.content.frame(occasion.frame), occasion_env(talk, occasion)
    wishes = occasion.frame.endswith(".mine")
    return Step(
        f"greet:{occasion.kind}", lines if wishes else hello, env, more=() if wishes else ((lines, env),), then=said, again=True,
    )


def brought_up(talk: Talk, occasion: Occasion) -> None:
    """Note what she brings up of herself, and what it rests on."""
    talk.brought.append(occasion.key)
    talk.rests.extend(occasion.memories)
    talk.quotes.extend(occasion.turns)
    for memory in occasion.memories:
        talk.state.recalled[str(memory.id)] = talk.state.n


def _allowed(talk: Talk, occasion: Occasion) -> bool:
    return not (occasion.kind == "step" and talk.state.no_people)


def occasion_env(talk: Talk, occasion: Occasion) -> Env:
    """The slots of an occasion's wordings. Words in quotation marks and names stay as they were said."""
    lang, now = talk.content.lang, talk.scene.now
    env = dict(occasion.words)
    if "x" in env:
        env["x"] = swap_persons(env["x"], lang)
    env.update(quote_env(talk, env.get("quote", "")))
    if occasion.days:
        env["days"] = say_days(occasion.days, now, lang)
    if occasion.count:
        env["count"] = say_count(occasion.count, lang)
    if occasion.years:
        env["ago"] = say_ago(occasion.years, lang)
    if occasion.since is not None:
        env["since"] = say_since(occasion.since, now, lang)
    return env


# --- in a talk


AT_HELLO: Final = 2.0
"""Whoever comes back with a hello is asked how it went before anything new begins."""


def expected_moves(talk: Talk, step: Step) -> Iterator[Move]:
    """What may follow a reaction: a plan that came due, her promises, a day, something noticed, a step."""
    for loop, memory, lines in due_plans(talk):
        def asked(loop: OpenLoop = loop, memory: Memory = memory) -> None:
            asked_about(talk, loop, memory)

        use = AT_HELLO if step.act == "act:hello" else 1.0
        yield Move("due", lines, plan_env(talk, memory), use, id=memory.kind, memory=memory, then=asked)
        break
    for loop, status, frame in _hers(talk):
        def done(loop: OpenLoop = loop, status: str = status) -> None:
            keep_hers(talk, loop, status)

        yield Move("hers", frame, {"x": quoted_words(loop.quote)}, 0.95, id=status, then=done)
        break
    for loop in _theirs(talk):
        if not _is_open(talk):
            break

        def came_back(loop: OpenLoop = loop) -> None:
            talk.changes.append(LoopChange(loop.id, "asked", spoken=True))

        yield Move("promise", talk.content.frame("expect.promise"), quote_env(talk, loop.quote), 0.6, then=came_back)
        break
    for occasion in talk.scene.occasions:
        if _fits(talk, step, occasion):
            def said(occasion: Occasion = occasion) -> None:
                brought_up(talk, occasion)

            lines = talk.content.frame(occasion.frame)
            yield Move(occasion.kind, lines, occasion_env(talk, occasion), USE[occasion.kind], id=occasion.frame, then=said)


def _fits(talk: Talk, step: Step, occasion: Occasion) -> bool:
    """Whether the words just said make room for it."""
    p = talk.perception
    if p is None or not _allowed(talk, occasion) or (occasion.light and talk.low):
        return False
    if occasion.fit == "greeting" or occasion.kind == "gift":
        return False
    if occasion.kind == "pattern":
        return True
    if occasion.kind == "step" and talk.state.n <= talk.state.heavy_until:
        return False
    if occasion.touching:
        return any(word.lower() in p.text.lower() for word in occasion.touching)
    if "lonely" in occasion.needing:
        return any(feeling.cls == "lonely" and feeling.strength >= 2 for feeling in p.feelings)
    if "celebrate" in occasion.needing:
        return need_of(talk, step) == "celebrate" and not p.question
    return occasion.kind in FIRST or occasion.frame == "step.mended" or (_is_open(talk) and not talk.low)


def _is_open(talk: Talk) -> bool:
    """Whether the words leave room for something new: few, asking nothing, telling nothing."""
    p = talk.perception
    return p is not None and p.words <= 4 and not (p.question or p.facts or p.feelings)
