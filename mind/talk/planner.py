"""The offline brain: perception -> state -> plan -> words, all of it a pure function of text and scene."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from assets import asset
from mind.bond_events.given_word import given
from mind.bond_events.weighing import bond_events, promise_told
from mind.domain import FactProposal, Memory
from mind.expectations.loops import LoopChange
from mind.initiative.hook import Hook
from mind.languages import Lang
from mind.ports import Plan, Scene
from mind.reminders.due import due_now
from mind.talk import activities, moves
from mind.talk.answers import offer_in
from mind.talk.begin import begin_steps
from mind.talk.by_name import said_to_her
from mind.talk.clothes_named import about_clothes
from mind.talk.content import Content, load
from mind.talk.corrections import correction
from mind.talk.expecting import BROUGHT
from mind.talk.going_on import going_on, of_a_cut
from mind.talk.greeting import openings
from mind.talk.her_day import note_told
from mind.talk.ledger import without_cues
from mind.talk.manner_ja import hear_manner
from mind.talk.manners import close_with
from mind.talk.meant import meant_before
from mind.talk.need import need_of
from mind.talk.outcomes import heard as heard_of
from mind.talk.page import page_of, pith
from mind.talk.page_words import as_page
from mind.talk.perceive import perceive
from mind.talk.perception import Perception
from mind.talk.pet_called import with_pet_name
from mind.talk.pictures import only_pictures
from mind.talk.proposals import ended, keep_answer, keys_of, propose
from mind.talk.react import reactions
from mind.talk.realise import Realiser
from mind.talk.reminding import ring_steps, tell_missed
from mind.talk.rituals import ritual_fact
from mind.talk.rotation import questions_allowed, questions_spent, share_of
from mind.talk.scenery import Talk
from mind.talk.state import Question, TalkState
from mind.talk.step import Step
from mind.talk.taking import take
from mind.talk.taste_words import taste_change
from mind.talk.thanking import GIFT, thank
from mind.talk.used import used_of

IN_GAME = frozenset({"can", "ask.why", "ask.back", "repeat", "want.plan"})
"""Acts that a running game may answer itself."""
GOES_ON = frozenset({"terms.resume"})
"""Acts that mean the game while one runs, except in a pause of the two."""
LIGHTENS = ("change", "game", "outfit", "clothes", "act:laugh", "act:good.news", "act:want.distract", "act:her.joke")
"""Answers after which the heavy thing is no longer what the talk is about."""
BRIDGE_SHARE = 0.45
"""How often a new subject is announced; more would be a frame of its own."""


@dataclass(slots=True)
class RulePlanner:
    """Plans by content files alone. `content_root` holds a folder a language (default: the shipped ones).

    Raises `mind.talk.blocks.ContentError` on first use of a language whose files cannot be read.
    """

    content_root: Path | None = None
    _loaded: dict[Lang, Content] = field(default_factory=dict)
    _last: tuple[tuple[str, Lang, datetime, bool], Perception] | None = None

    def content(self, lang: Lang) -> Content:
        """The language's units, read once."""
        if lang not in self._loaded:
            self._loaded[lang] = load((self.content_root or asset("talk")) / lang, lang)
        return self._loaded[lang]

    def greet(self, scene: Scene) -> Plan:
        """How she opens. Asks a stranger's name; picks up what a known person told her."""
        content = self.content(scene.lang)
        state = TalkState.from_json(scene.state)
        state.n += 1
        state.question, state.unanswered, state.shorts = None, 0, 0
        talk = Talk.of(scene, content, state, None, "greet")
        activities.put_by(talk)
        realiser = Realiser(talk, few_questions=questions_spent(state, share_of(talk)))
        step = take(openings(talk), realiser)
        tell_missed(talk, realiser)
        return _plan(talk, realiser, step, (), ())

    def begin(self, scene: Scene, hook: Hook) -> Plan | None:
        """How she begins a talk by herself, with that reason; None where she has no words for it."""
        state = TalkState.from_json(scene.state)
        state.n += 1
        talk = Talk.of(scene, self.content(scene.lang), state, None, f"begin:{hook.key}")
        realiser = Realiser(talk)
        step = take(begin_steps(talk, hook), realiser)
        return _plan(talk, realiser, step, (), ()) if realiser.chosen else None

    def ring(self, scene: Scene) -> Plan | None:
        """What she says where something the user asked for is due; None where nothing is, or she has no words for it."""
        due = due_now(scene.kept, scene.now)
        if not due:
            return None
        state = TalkState.from_json(scene.state)
        state.n += 1
        talk = Talk.of(scene, self.content(scene.lang), state, None, f"ring:{due[0].id}")
        realiser = Realiser(talk)
        step = take(ring_steps(talk, due[0]), realiser)
        return _plan(talk, realiser, step, (), ()) if realiser.chosen else None

    def keys(self, text: str, lang: Lang, now: datetime) -> frozenset[str]:
        """The keys that the facts in `text` fill, and those they end."""
        return keys_of(self._heard(text, lang, now, asked_name=False).facts)

    def respond(self, text: str, scene: Scene) -> Plan:
        """One reaction to what was said and at most one move."""
        content = self.content(scene.lang)
        state = TalkState.from_json(scene.state)
        state.n += 1
        asked_name = state.n - state.name_asked <= 2 and scene.person.name is None and state.game is None
        heard = meant_before(self._heard(text, scene.lang, scene.now, asked_name=asked_name), scene.memories, content, scene.now)
        p = said_to_her(with_pet_name(heard, state, content), scene.terms.called, content, scene.now)
        p = about_clothes(of_a_cut(p, scene, state), scene, state, content)
        _age(state, p)
        hear_manner(state, text, p.lang)
        talk = Talk.of(scene, content, state, p, text)
        activities.idle(talk)
        talk.changes.extend(heard_of(talk, p))
        if p.name and p.name_sure:
            talk.name = p.name
            talk.refresh()
        facts = [f for hit in p.facts if (f := propose(hit, p.lang, scene.now)) and (f.kind != "name" or p.name_sure)]
        realiser = Realiser(talk, few_questions=not questions_allowed(talk), capped=questions_spent(state, share_of(talk)))
        doubt = state.name_doubt
        thanked = (GIFT,) if thank(talk, realiser) else ()
        step = take(_steps(talk, p), realiser)
        if step.act == "corrected" and (put_right := correction(talk, p)) is not None:
            facts = [f for f in facts if f.kind != put_right[0].kind] + [put_right[2]]
        kept = _kept_answer(talk, p, step)
        facts.extend(kept)
        facts.extend(_confirmed_name(doubt, step, p))
        facts.extend(step.facts)
        if step.act == "ritual.new":
            facts.append(ritual_fact(talk, p))
        if facts:
            state.kept.extend(f.key for f in facts)
            state.kept_at = state.n
        move = _follow(talk, step, realiser)
        if not move:
            close_with(talk, step, realiser)
        return _plan(talk, realiser, step, tuple(facts), (*move, *thanked))

    def _heard(self, text: str, lang: Lang, now: datetime, *, asked_name: bool) -> Perception:
        """What is in `text`; understood once for the keys and the answer."""
        said = (text, lang, now, asked_name)
        before, perception = self._last or (None, None)
        if perception is None or before != said:
            content = self.content(lang)
            page = page_of(text, lang, content)
            words = text if page else pith(text, lang, content)
            perception = as_page(perceive(words, content, now, asked_name=asked_name), page)
            self._last = said, perception
        return perception


def _steps(talk: Talk, p: Perception) -> Iterable[Step]:
    """The rest of what was cut off where it is asked for, the running game where it takes the turn; else the tiers."""
    yield from going_on(talk, p)
    paused = talk.scene.bond.paused
    urgent = any(a.act.tier <= 3 and (paused or a.act.id not in GOES_ON) and a.act.id not in IN_GAME for a in p.acts)
    urgent = urgent or p.low or p.name is not None
    yield from activities.turn(talk, p, urgent=urgent)
    yield from reactions(talk)


def _follow(talk: Talk, step: Step, realiser: Realiser) -> tuple[str, ...]:
    """At most one move; what it was, for the plan and the state."""
    state = talk.state
    asked = bool(realiser.chosen) and realiser.chosen[-1].asks
    state.unanswered = 0 if (talk.perception and not talk.perception.question) else state.unanswered
    if asked and state.question is None and not step.act.startswith(("game", "why", "mine")):
        offered = offer_in(" ".join(realiser.chosen[-1].sentences))
        state.question = Question("offer" if offered else "ask", offered or step.act, {}, left=2)
    if not step.move or step.goodbye or asked:
        state.moves.append("none")
        return ()
    chosen = moves.choose(talk, step, realiser)
    if chosen is None:
        state.moves.append("none")
        return ()
    move, saying = chosen
    realiser.moves_from = sum(len(one.sentences) for one in realiser.chosen)
    if move.bridge and (move.bound or talk.rng.random() < BRIDGE_SHARE):
        bridge = realiser.pick(move.bridge, move.env, statement=True)
        if bridge:
            realiser.take(bridge)
    realiser.take(saying)
    if move.kind in BROUGHT:
        talk.bring.extend(without_cues(sentence) for sentence in saying.sentences)
    moves.note(talk, move, saying)
    state.moves.append(move.kind)
    return (f"{move.kind}:{move.id}",) if move.id else (move.kind,)


def _age(state: TalkState, p: Perception) -> None:
    """What a turn's passing does to the state."""
    if state.question is not None:
        state.question.left -= 1
        if state.question.left <= 0:
            state.question = None
    elif state.asks[-1:] == [1] and p.question:
        state.unanswered += 1
    state.shorts = state.shorts + 1 if p.words <= 3 and not p.facts and not p.question else 0
    state.calm = max(0, state.calm - 1)


def _kept_answer(talk: Talk, p: Perception, step: Step) -> list[FactProposal]:
    """The fact that an answer to a question of hers gives."""
    branch = talk.answered
    if branch is None or branch.keep is None or not step.act.startswith("answer"):
        return []
    if branch.sort == "any" and (_NEWS.search(p.text) or only_pictures(p.text) or any(hit.act.tier <= 3 for hit in p.acts)):
        return []
    return [keep_answer(branch.keep, step.env.get("x", ""), p.text, step.env, p.lang)]


_NEWS = re.compile(r"^(?!(?:it|that|this|there|mine|i|we)\b)[\w' ]+?(?: is|'s) (?:\w+)[.!]*$", re.IGNORECASE)
"""News of its own ("cat's sick") is no answer to a question that takes any words."""


def _confirmed_name(doubt: str, step: Step, p: Perception) -> list[FactProposal]:
    if step.act != "name" or not doubt or p.name:
        return []
    text = {"en": f"Your name is {doubt}.", "zh": f"你叫{doubt}。", "ja": f"お名前は{doubt}さん。"}[p.lang]
    return [FactProposal("name", "user.name", doubt, text, p.text, p.lang, slots={"name": doubt})]


def _plan(
    talk: Talk, realiser: Realiser, step: Step, facts: tuple[FactProposal, ...], move: tuple[str, ...]
) -> Plan:
    state, p = talk.state, talk.perception
    draft = (*realiser.finish(), *step.rest)
    note_told(talk, draft)
    need = need_of(talk, step)
    _weigh(state, step, step.need or ("listen" if p is not None and p.low else "company"))
    if step.act.startswith("act:"):
        state.act_said[step.act[4:]] = state.n
    state.last_act = step.act
    if state.question is not None and state.asks[-1:] == [1]:
        state.last_ask, state.last_ask_at = state.question.id, state.n
    state.trim()
    gone = ended(p.facts, talk.scene.memories) if p else ()
    word = given(p, talk.scene.now) if p and not talk.scene.bond.paused else None
    told = promise_told(talk, p) if p and not talk.scene.bond.paused else None
    if told is not None:
        talk.changes.append(LoopChange(told.loop.id, "kept" if told.kept else "broken"))
    return Plan(
        acts=(step.act, *move), draft=draft, need=need, must_use=_used(talk, step, realiser), facts=facts,
        bond_events=bond_events(talk, p, step, facts), outfit=step.outfit, look=step.look, gift=step.gift,
        goodbye=step.goodbye, fixed=step.fixed, state=state.to_json(),
        name=next((f.value for f in facts if f.kind == "name"), None),
        superseded=tuple(dict.fromkeys((*step.superseded, *gone))), turns=(*step.turns, *talk.quotes), muted=step.muted,
        unmuted=step.unmuted, loops=tuple(talk.changes), brought=tuple(talk.brought), bring=tuple(talk.bring),
        terms=step.terms, deed=step.deed, moves_from=realiser.moves_from,
        promises=(word,) if word and not told else (), used=used_of(talk, realiser.chosen), keeps=step.keeps,
        kept_changes=(*talk.kept_changes, *step.kept_changes),
        taste=taste_change(talk, p, step),
    )


def _weigh(state: TalkState, step: Step, mood: str) -> None:
    """How long what was said weighs on the talk: by what the answer is for, not by what else was asked for in passing."""
    if mood == "listen":
        state.heavy_at = state.n
        if step.act.startswith(("fact:loss", "fact:pet.died", "feeling:grieving")):
            state.heavy_until = state.n + 14
        elif state.n - state.heavy_until <= 8:
            state.heavy_until = max(state.heavy_until, state.n + 8)
    elif mood in ("celebrate", "play") or step.act.startswith(LIGHTENS):
        state.heavy_at = state.heavy_until = -99


def _used(talk: Talk, step: Step, realiser: Realiser) -> tuple[Memory, ...]:
    called = [m for m in talk.scene.memories if talk.state.recalled.get(str(m.id)) == talk.state.n]
    return tuple({m.id: m for m in (*step.must_use, *talk.rests, *called)}.values())
