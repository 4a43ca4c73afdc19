"""A manner she was set to, as it sounds: whole answers to courtesies and to what is told, a word before an answer, one after it.

Wordings are frames ``manner.PACK.PLACE`` (before an answer), ``….PLACE.own`` (instead of it, for what her own words would say no
better: never for an opinion, a memory, a rule), ``….PLACE.who.own`` (the same of a person) and ``….after.PLACE``
(`assets/talk/*/packs-PACK.talk`). They may hold ``{x}``, the user's thing, and ``{feeling}``: those serve again and again.
Where she has her own manner no chance is drawn, and where a manner rests (`scenery.manner_now`) nothing here is said.
"""

from __future__ import annotations

import random
import re
from typing import Final

from mind.talk.need import need_of
from mind.talk.realise import Realiser
from mind.talk.rotation import questions_allowed
from mind.talk.scenery import Env, Talk
from mind.talk.state import Question
from mind.talk.step import Step
from mind.talk.tidings import told
from mind.talk.units import Lines

WHOLE: Final = {
    "hello": "hello", "back": "hello", "good.morning": "hello", "good.morning.sleep": "hello",
    "good.evening": "hello", "goodbye": "bye",
    "goodbye.called": "bye", "goodbye.sleep": "night", "good.night": "night", "thanks": "thanks", "compliment.her": "fond",
    "congratulate.her": "fond", "tell.nice": "fond", "laugh": "laugh", "emoji.laugh": "laugh",
}
"""Acts of the user whose whole answer is one of the manner, and the place of it."""
NIGHT: Final = re.compile(r"\bnight\b|晚安|おやすみ")
OWN_SHARE: Final = 0.92
"""How many answers to what is told are wholly of the manner, where it has words for them."""
LEAD_SHARE: Final = 0.95
"""How many of the others begin in it."""
AFTER_SHARE: Final = 0.45
AFTER_UNLED: Final = 0.9
"""How many end in it: more of those that did not begin so."""
MATTER: Final = (
    "fact:", "echo:", "reflect", "act:event.", "fallback", "feeling:", "answer", "act:good.", "act:bad.", "act:milestone",
    "act:brag", "act:plans", "act:weather", "act:work", "act:eat", "act:home", "act:wish", "act:birthday", "act:told.",
    "act:small.", "act:study.", "act:went.",
)  # fmt: skip
"""Answers to something told."""
ASKED: Final = ("act:her.", "act:opinion", "question", "mine", "act:can", "act:people.say", "act:mine.is", "act:two.sides")
"""Answers to a question."""
ROUGH: Final = tuple(
    f"act:{name}" for name in (
        "event.mishap", "event.mistake", "event.forgot", "bad.", "event.waiting", "event.badwent", "event.quarrel",
        "event.stuck", "event.nagged", "event.lostgame", "event.hatework", "event.worry", "event.fearthat",
        "went.badly", "small.annoy", "small.keeps",
        "told.annoys", "told.rude", "told.late", "told.broke", "told.embarrass", "told.fell", "told.noreply",
        "told.again.bad", "told.traffic", "told.toomuch", "told.theybad", "told.notgood", "told.refuses", "told.waited",
        "told.customer", "told.neighbour",
    )
)  # fmt: skip
"""Answers to something that went wrong and is no grief."""
PLAYED: Final = ("act:askme", "change", "act:play", "feeling:bored", "act:want.distract")
ADVISED: Final = ("act:advice", "act:decide", "act:want.plan")
OWN_FOR: Final = (
    "feeling:", "echo:", "reflect", "fallback", "act:event.", "act:good.", "act:bad.", "act:milestone", "act:brag", "act:eating",
    "act:plans", "act:weather", "act:work", "act:home", "act:wish", "act:eat", "fact:", "act:told.", "act:small.",
    *ADVISED, "question.unknown",
)  # fmt: skip
"""Answers that the manner may give in its own words."""
OWN_NOT: Final = ("fact:name", "fact:plan.", "fact:health.", "fact:loss", "fact:us.", "feeling:bored")
"""What of these asks for an answer of its own."""
PERSONS: Final = frozenset({"kin", "friend", "name", "person"})
LONGEST: Final = {"en": 26, "zh": 9, "ja": 11}
"""Characters of the user's thing that a wording may hold."""
QUOTED: Final = 44
"""Characters of the user's own clause that a wording may hold, at most."""
TERSE: Final = -0.75
CHOICE: Final = re.compile(r"\b(?:should|shall) i\b|我(?:到底)?(?:该|应该|要不要)|どうしよう|べき")
"""A question that asks what to do, where no answer of hers fits."""
HOW: Final = ("act:howareyou", "act:checkin")
PLACES_OF: Final = (("how", HOW), ("advice", ADVISED), ("play", PLAYED), ("ask", ASKED), ("told", MATTER))


def manner_of(talk: Talk) -> str:
    """The manner that is heard now; empty for her own."""
    return str(talk.conditions.get("pack") or "")


def manner_whole(talk: Talk, act: str) -> Lines:
    """What she says in her manner to a courtesy; nothing for other acts."""
    place = WHOLE.get(act)
    if not manner_of(talk) or place is None:
        return ()
    p = talk.perception
    return lines_of(talk, "night" if place == "bye" and p is not None and NIGHT.search(p.text.lower()) else place)


def manner_hello(talk: Talk) -> Lines:
    """Her greeting in the manner."""
    return manner_whole(talk, "hello")


def own_answer(talk: Talk, step: Step, realiser: Realiser) -> bool:
    """Answer wholly in the manner, in place of the step's own wording; whether something was said."""
    place, env = place_of(talk, step), _slots(talk, step)
    if not manner_of(talk) or not _open(step) or not _chance(talk, OWN_SHARE, "own"):
        return False
    if place == "how":
        talk.led = _say(talk, realiser, lines_of(talk, place))
        return talk.led
    if step.more or not _own_words(step.act):
        return False
    lines: Lines = ()
    if place in ("told", "rough") and env.get("x") and _of_person(talk, env["x"]):
        lines = lines_of(talk, "told.who.own")
    statement = bool(step.ask) or realiser.few_questions or not questions_allowed(talk)
    talk.led = _say(talk, realiser, lines or lines_of(talk, f"{place}.own"), env, statement=statement)
    if talk.led and realiser.chosen[-1].asks:
        talk.state.question = Question("ask", f"manner:{place}", {}, left=2)
    if talk.led and place == "rough" and not step.ask:
        step.move = False
    return talk.led


def lead_in(talk: Talk, step: Step, realiser: Realiser) -> bool:
    """Begin the answer in the manner; whether something was said."""
    if not manner_of(talk) or not _open(step) or talk.scene.taste.of("length") <= TERSE:
        return False
    if not _chance(talk, LEAD_SHARE, "lead"):
        return False
    talk.led = _say(talk, realiser, lines_of(talk, place_of(talk, step)), _slots(talk, step))
    return talk.led


def close_with(talk: Talk, step: Step, realiser: Realiser) -> bool:
    """End it in the manner, where nothing follows it and it asks nothing; whether something was said."""
    if not manner_of(talk) or not _open(step) or step.goodbye or not realiser.chosen or realiser.chosen[-1].asks:
        return False
    if not _chance(talk, (AFTER_SHARE if talk.led else AFTER_UNLED) * _room(talk), "after"):
        return False
    place = place_of(talk, step)
    after = lines_of(talk, f"after.{place}")
    if not _say(talk, realiser, after, _slots(talk, step), statement=realiser.few_questions or not questions_allowed(talk)):
        return False
    if realiser.chosen[-1].asks:
        talk.state.question = Question("ask", f"manner:{place}", {}, left=2)
    return True


def _own_words(act: str) -> bool:
    return act.startswith(OWN_FOR) and not act.startswith(OWN_NOT)


def place_of(talk: Talk, step: Step) -> str:
    """What kind of answer a step is, for the manner: empty where it has no words for it."""
    p = talk.perception
    if told(talk, step) == "glad" and step.act.startswith(MATTER):
        return "glad"
    feeling = talk.content.feelings.get(step.act.removeprefix("feeling:")) if step.act.startswith("feeling:") else None
    if feeling is not None and feeling.valence < 0 and feeling.id != "bored":
        return "rough"
    if step.act.startswith(ROUGH):
        return "rough"
    if p is not None and not step.act.startswith(ASKED) and need_of(talk, step) == "advise":
        return "advice"
    if step.act == "question.unknown":
        return "advice" if p is not None and CHOICE.search(p.text.lower()) else ""
    return next((place for place, heads in PLACES_OF if step.act.startswith(heads)), "")


def lines_of(talk: Talk, place: str) -> Lines:
    """The manner's wordings for a place."""
    return talk.content.frame(f"manner.{manner_of(talk)}.{place}") if place else ()


def _open(step: Step) -> bool:
    """Whether a manner may stand around an answer: not around what is said by rules word for word, nor in a game."""
    return not (step.fixed or step.rest or step.act.startswith(("game:", "terms.", "guard.", "taste.")) or step.act in WHOLE_ACTS)


WHOLE_ACTS: Final = frozenset(f"act:{act}" for act in WHOLE)


def _chance(talk: Talk, share: float, salt: str) -> bool:
    """Whether it happens, by the turn and the manner alone: what else is drawn stays as it was."""
    return random.Random(f"{talk.scene.seed}:{talk.state.n}:{manner_of(talk)}:{salt}").random() < share


def _room(talk: Talk) -> float:
    """How much of what need not be said is: less for somebody who likes it short."""
    return min(1.0, max(0.0, 1.0 + 2.0 * talk.scene.taste.of("length")))


def _slots(talk: Talk, step: Step) -> Env:
    """The user's thing and feeling, for wordings that hold them."""
    p = talk.perception
    env = {name: step.env[name] for name in ("feeling", "quote") if len(step.env.get(name, "")) in range(1, QUOTED)}
    if p is None or p.question:
        return env
    named = {focus.text: focus.kind for focus in p.focus if focus.kind != "any"}
    thing = step.env.get("x") or step.env.get("who") or ""
    if thing not in named:
        thing = next(iter(named), "")
    if thing and len(thing) <= LONGEST[talk.content.lang] and thing.lower() != p.text.strip(" .!?。！？").lower():
        env["x"] = thing
    return env


def _of_person(talk: Talk, thing: str) -> bool:
    p = talk.perception
    return p is not None and any(focus.text == thing and focus.kind in PERSONS for focus in p.focus)


def _say(talk: Talk, realiser: Realiser, lines: Lines, env: Env | None = None, *, statement: bool = True) -> bool:
    if not lines:
        return False
    saying = realiser.pick(lines, env or {}, statement=statement)
    if saying is None:
        return False
    realiser.take(saying)
    return True
