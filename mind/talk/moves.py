"""The one move that may follow a reaction, by utility: use to the person now, less what tires them."""

from __future__ import annotations

import math
from collections.abc import Iterator

from mind.bond_events.signs import HURTS, signs_in
from mind.talk.activities import resume_moves
from mind.talk.answers import offer_in
from mind.talk.closeness import close_moves
from mind.talk.expecting import expected_moves
from mind.talk.her_day import day_moves
from mind.talk.mending import mended_moves
from mind.talk.perception import Perception
from mind.talk.realise import Realiser, Saying
from mind.talk.recalls import recall_moves
from mind.talk.relation import relation_moves
from mind.talk.reminding import kept_moves
from mind.talk.rotation import disliked, fatigue, kind_of, others_than_last, questions_allowed, turned, unliked
from mind.talk.scenery import Env, Talk
from mind.talk.state import Question
from mind.talk.step import Move, Step
from mind.talk.tidings import tidings_moves, told
from mind.talk.units import Gambit, Lines, Tell, Topic

OF_PEOPLE = frozenset({"family", "friends", "people"})
"""Topics of questions about the people of the user's life."""

_OPENED = frozenset({"act:askme", "change"})
"""Reactions to being asked for something new: a question must follow."""
TEMPERATURE = 0.22
CARRIES = 2
"""Turns of a word or two after which she says that she carries on."""
REST = 0.22
"""What saying nothing more is worth."""
OF_HER = ("act:her.", "act:toher", "her.day", "tale:", "act:likes", "question.unknown", "act:what")
"""Answers that speak of her alone."""
BRIEF = 0.6
"""How much more often nothing more is said to somebody who likes it as short as can be."""
PROPOSED = ("riddle", "guess", "chain", "rather", "story", "questions")
HUNGRY = 0.35
"""What it is worth that a move names something of the user's, where the last replies held little of it."""


def choose(talk: Talk, step: Step, realiser: Realiser, *, must: bool = False) -> tuple[Move, Saying] | None:
    """The move and its wording, or None: saying nothing more is often right. `must`: only where there is nothing to say."""
    realiser.no_questions = not questions_allowed(talk) and step.act not in _OPENED
    options: list[tuple[float, Move, Saying]] = []
    for move in _offers(talk, step):
        if move.use <= 0 or (move.bound and realiser.pick(move.bridge, move.env, statement=True) is None):
            continue
        saying = realiser.pick(move.lines, move.env)
        if saying is not None:
            use = move.use - (fatigue(talk) if saying.asks else 0.0) + turned(talk, move)
            use += HUNGRY * (realiser.hungry and (saying.mine or move.bound))
            options.append((use, move, saying))
    if others_than_last(talk, [(use, move) for use, move, _ in options]):
        last = kind_of(talk.state.moves[-1]) if talk.state.moves else ""
        options = [one for one in options if kind_of(one[1].kind) != last or last == "none"]
    if not options:
        return None
    rest = -9.0 if must else _rest(talk, step)
    best = max(use for use, _, _ in options)
    weights = [math.exp((use - best) / TEMPERATURE) for use, _, _ in options]
    roll = talk.rng.random() * (sum(weights) + math.exp((rest - best) / TEMPERATURE))
    for weight, (_, move, saying) in zip(weights, options, strict=True):
        roll -= weight
        if roll < 0:
            return move, saying
    return None


def _rest(talk: Talk, step: Step) -> float:
    p = talk.perception
    rest = REST - BRIEF * talk.scene.taste.of("length")
    if p is not None and (p.words >= 20 or (p.question and not asks_of_her(talk, step))):
        rest += 0.2
    if talk.low:
        rest += 0.25
    return rest - 0.35 * min(2, talk.state.shorts)


def _offers(talk: Talk, step: Step) -> Iterator[Move]:
    state, p = talk.state, talk.perception
    carry = 0.3 * min(2, state.shorts)
    if p is not None and any(sign.kind in HURTS for sign in signs_in(p)):
        return
    if step.ask:
        yield Move("follow", step.ask, step.env, 0.95, id=step.act)
    if step.act == "name" or _still_theirs(talk, step):
        return
    yield from mended_moves(talk)
    yield from _own_answer(talk)
    yield from relation_moves(talk, step)
    yield from close_moves(talk, step)
    yield from tidings_moves(talk, step)
    yield from expected_moves(talk, step)
    if step.act in _OPENED:
        yield from _gambits(talk, 0.9)
    elif _light(talk, step) or step.act == "feeling:bored":
        yield from _gambits(talk, carry)
        yield from _tells(talk, carry)
        yield from recall_moves(talk, p, carry, free=unheld(talk) or asks_of_her(talk, step))
        yield from _light_ones(talk, p, carry)
        yield from _play(talk, carry)
        yield from resume_moves(talk)
        yield from kept_moves(talk)
    elif p is not None and p.low and state.n - state.offered > 25 and step.act.startswith("feeling:"):
        def offered() -> None:
            state.offered = state.n

        yield Move("offer", talk.content.frame("offer"), step.env, 0.7, then=offered)
    if talk.name is None and state.n - state.name_asked > 8 and state.n >= 2:
        def asked() -> None:
            state.name_asked = state.n

        yield Move("name", talk.content.frame("name.ask"), {}, 0.8, then=asked)


def asks_of_her(talk: Talk, step: Step) -> bool:
    """Whether she has just answered for herself, so that the word may go back to the user's side."""
    p = talk.perception
    return p is not None and not p.facts and step.act.startswith(OF_HER) and p.words <= 14


def _still_theirs(talk: Talk, step: Step) -> bool:
    """Japanese news that was only nodded at: whatever she brought up now would walk over it."""
    p = talk.perception
    nodded = step.act.startswith(("fallback.ack", "fallback.quote"))
    return nodded and talk.content.lang == "ja" and p is not None and p.words >= 3


def _light(talk: Talk, step: Step) -> bool:
    """Whether something else may be brought up beside this answer."""
    if talk.low or step.need == "listen" or step.act.startswith("feeling:"):
        return False
    return told(talk, step) is None


def _own_answer(talk: Talk) -> Iterator[Move]:
    gambit = talk.content.gambits.get(talk.state.owed)
    if gambit and gambit.mine and talk.state.n - talk.state.topic_at <= 1:
        yield Move("mine", gambit.mine, {}, 0.75, id=gambit.id)


def _gambits(talk: Talk, carry: float) -> Iterator[Move]:
    p, state = talk.perception, talk.state
    mentioned = p.topics if p else ()
    if state.question is not None and state.question.left >= 4:
        return
    free = carry >= 0.9 or unheld(talk) or talk.state.mood == "bored"
    scored: list[tuple[float, Gambit, Env]] = []
    for gambit in talk.content.gambits.values():
        if state.was_asked(gambit.id) or state.blocked.get(gambit.topic, -1) > state.n:
            continue
        if disliked(talk, gambit.topic) or (state.no_people and gambit.topic in OF_PEOPLE):
            continue
        if any(_knows(talk, kind) for kind in gambit.unless) or not gambit.when.holds(talk.conditions):
            continue
        env = _about(talk, gambit)
        if env is None:
            continue
        scored.append((gambit_use(talk, gambit, mentioned, free), gambit, env))
    scored.sort(key=lambda s: -s[0])
    best = scored[0][0] if scored else 0.0
    for use, gambit, env in [s for s in scored if s[0] >= best - 0.12][:40:1 + len(scored) // 12][:6]:
        bridge, ends = _bridge(talk, gambit, use)
        yield Move("gambit", gambit.say, {**ends, **env}, use + carry, id=gambit.id, bridge=bridge)


def _bridge(talk: Talk, gambit: Gambit, use: float) -> tuple[Lines, Env]:
    """What leads over to the question: from the user's word, from the thread, or openly to something new."""
    topic, state, p = talk.content.topics[gambit.topic], talk.state, talk.perception
    if topic.name and p is not None and gambit.topic in p.topics and (word := _entered_by(topic, p)):
        return talk.content.frame("bridge.word"), {"x": word, "to": topic.name}
    thread = talk.content.topics.get(state.topic if state.n - state.topic_at <= 6 else "")
    if use < 0.6 and thread is not None and thread is not topic and thread.name and topic.name:
        return (*talk.content.frame("bridge.both"), *topic.bridge), {"from": thread.name, "to": topic.name}
    return (() if use >= 0.6 else topic.bridge or talk.content.frame("bridge")), {}


def _entered_by(topic: Topic, p: Perception) -> str:
    """The word of theirs that leads to a topic."""
    for clause in p.clauses:
        text = f" {clause.norm}" if p.lang == "en" else clause.norm
        for word in topic.enter:
            if (f" {word} " in text) if p.lang == "en" else word in text:
                return word
    return ""


def gambit_use(talk: Talk, gambit: Gambit, mentioned: tuple[str, ...], free: bool) -> float:
    """How well a gambit fits now: named by the user, the running thread, a link of it, or just new."""
    state = talk.state
    use = 0.44 if free else -1.0
    thread = state.topic if state.n - state.topic_at <= 6 else ""
    if gambit.topic in mentioned:
        use = 0.85 if free else 0.5
    elif gambit.topic == thread and (free or talk.content.lang != "en"):
        use = 0.62 if sum(1 for a in state.asked[-8:] if a.startswith(thread + ".")) < 4 else 0.2
    elif free and thread and (topic := talk.content.topics.get(thread)) and gambit.topic in topic.links:
        use = 0.5
    if gambit.about:
        use += 0.12
    return use


def unheld(talk: Talk) -> bool:
    """Whether the turn leaves the floor open: a word or two, nothing told or asked that a new subject would walk over."""
    p = talk.perception
    if p is None or p.lang != "en":
        return p is None or p.words < 5 or p.question
    own = p.reflection and p.clauses[-1].norm.startswith(("i ", "my ", "we "))
    return p.words <= 4 and not p.question and not p.facts and not own and not p.feelings


def _knows(talk: Talk, kind: str) -> bool:
    told = [f.fact.id for f in talk.perception.facts] if talk.perception else []
    return any(k == kind or k.startswith(kind + ".") for k in (*talk.known, *told))


def _about(talk: Talk, gambit: Gambit) -> Env | None:
    if not gambit.about:
        return {}
    memories = talk.known.get(gambit.about, [])
    return talk.env_of(memories[0]) if memories else None


def _tells(talk: Talk, carry: float) -> Iterator[Move]:
    p, state = talk.perception, talk.state
    said = " " + " ".join(c.norm for c in p.clauses) if p else ""
    fitting: list[Tell] = []
    others: list[Tell] = []
    for tell in talk.content.tells.values():
        if state.was_told(tell.id) or tell.id.startswith("close.") or not tell.when.holds(talk.conditions):
            continue
        tagged = any((f" {t} " in said or f" {t}s " in said) if talk.content.lang == "en" else t in said for t in tell.tags)
        (fitting if tagged else others).append(tell)
    for tell in fitting[:2]:
        yield Move("tell", tell.say, {}, 0.76 + 0.5 * carry, id=tell.id)
    if unheld(talk):
        yield from day_moves(talk, 0.4 + carry)
    if others and (unheld(talk) or talk.content.lang != "en"):
        tell = talk.rng.choice(others)
        own = talk.content.frame("carry" if talk.state.shorts >= CARRIES else "bridge.own")
        yield Move("tell", tell.say, {}, 0.36 + carry, id=tell.id, bridge=own)


def _play(talk: Talk, carry: float) -> Iterator[Move]:
    state = talk.state
    if talk.content.lang == "en" and not unheld(talk) and state.mood != "bored":
        return
    bored_now = state.mood == "bored" and state.n == state.mood_at
    if (bored_now or (state.n >= 8 and state.n - state.offered > 20)) and state.game is None:
        def offered() -> None:
            state.offered = state.n

        bored = 0.9 if state.mood == "bored" and state.n - state.mood_at <= 2 else 0.0
        for name in talk.rng.sample(PROPOSED, 2):
            yield Move("propose", talk.content.frame(f"propose.{name}"), {}, 0.08 + carry + bored, id=name, then=offered)


def _light_ones(talk: Talk, p: Perception | None, carry: float) -> Iterator[Move]:
    """A tease on something they named; a small thing she does."""
    state = talk.state
    lately = state.moves[-6:]
    if p is not None and talk.scene.bond.stage >= 1 and not state.calm and "tease" not in lately and not p.question:
        thing = next((focus.text for focus in p.focus if focus.kind not in UNTEASED), "")
        if thing and not unliked(talk, "teasing"):
            yield Move("tease", talk.content.frame("tease.word"), {"x": thing}, 0.4)
    if "act" not in lately and (unheld(talk) or p is None):
        yield Move("act", talk.content.frame("deed"), {}, 0.3 + 0.7 * carry, id="deed")


UNTEASED = frozenset({"any", "kin", "pet", "friend"})
"""What nobody teases about."""


def note(talk: Talk, move: Move, saying: Saying) -> None:
    """Write into the state that the move was made."""
    state = talk.state
    if move.kind == "gambit":
        state.asked.append(move.id)
        state.question = Question("gambit", move.id, dict(move.env))
        topic = move.id.split(".")[0]
        state.topic, state.topic_at, state.owed = topic, state.n, ""
    elif move.kind == "tell":
        if not move.id.startswith("day."):
            state.told.append(move.id)
            state.tale = {"k": "tell", "id": move.id, "at": state.n}
    elif move.kind == "tease":
        state.teased = state.n
    elif move.kind == "offer":
        state.question = Question("offer", offer_in(" ".join(saying.sentences), "listen"), {}, left=2)
    elif move.kind == "propose" and not move.id.startswith("resume."):
        state.question = Question("offer", move.id, {}, left=2)
    elif move.kind == "mine":
        state.owed = ""
    elif move.kind != "propose" and "?" in " ".join(saying.sentences):
        offered = offer_in(" ".join(saying.sentences))
        if saying.asks or offered:
            state.question = Question("offer" if offered else "ask", offered or move.id, {}, left=2)
    if move.then:
        move.then()
