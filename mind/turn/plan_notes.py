"""What a language model is told of the plan: the same acts, memories and meaning that the rules would word, and how long.

Both mouths say one plan. Directions say what to do, and there are at most eight of them: more is noise to a small model. What
goes first where there are more is what she wears and likes; what holds for the user's safety is no direction and always stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from mind.domain import Memory
from mind.languages import Lang
from mind.ports import Plan, Scene
from mind.talk.ledger import without_cues
from mind.turn.circumstances import Circumstances
from mind.turn.clothes_notes import clothes_notes
from mind.turn.cut_notes import cut_notes
from mind.turn.data_words import as_data
from mind.turn.direction import direction_words
from mind.turn.relation_notes import close_notes, relation_notes
from mind.turn.taste_notes import taste_notes
from mind.turn.variety.lately import ASKED, QUESTIONS, ends_asking
from mind.turn.variety.wording import tokens

MOST: Final = 8
LONGEST_BROUGHT: Final = 260
LONGEST_MEANT: Final = 180
HERS: Final = "her.promise"
"""Her own promises are told as sentences of hers (`Plan.bring`)."""
VAGUE: Final = ("fallback", "echo", "reflect", "silence", "go_on", "greet")
"""Answers whose wording by rules says nothing that a model would not say better."""
FEW_WORDS: Final = {"en": 3, "zh": 5, "ja": 6}
LONGER: Final = 0.4
"""How far the user must like long replies, or short ones."""


def plan_notes(words: dict[str, Any], at_hand: Circumstances, plan: Plan) -> list[str]:
    """Notes before the user's words, at most eight and those that bound her."""
    return [*_most_pressing(_directions(words, at_hand, plan)), *_bounds(words, at_hand.scene)]


def length_words(words: dict[str, Any], at_hand: Circumstances, plan: Plan) -> str:
    """How long the reply shall be, in the words of the reminder."""
    scene = at_hand.scene
    likes = scene.taste.of("length")
    if plan.goodbye or likes <= -LONGER:
        return str(words["length"]["short"])
    if likes >= LONGER and plan.need != "listen":
        return str(words["length"]["long"])
    few = len(tokens(at_hand.text, scene.lang)) <= FEW_WORDS[scene.lang]
    return str(words["length"]["brief" if few else "usual"])


def asked_already(at_hand: Circumstances, plan: Plan, most: int = 2) -> list[Memory]:
    """Plans among what the model may see of which she asked already, or shall not ask."""
    scene = at_hand.scene
    seen = {memory.id for memory in (*plan.must_use, *at_hand.recalled, *scene.memories[:3])}
    done = {loop.memory_id for loop in scene.loops if loop.side == "plan" and loop.status != "open"}
    asked = {loop.loop_id for loop in plan.loops if loop.status == "asked"}
    now = {loop.memory_id for loop in scene.loops if loop.id in asked}
    return [memory for memory in scene.memories if memory.id in (seen & done) - now][:most]


def _directions(words: dict[str, Any], at_hand: Circumstances, plan: Plan) -> Iterator[tuple[int, str]]:
    """What she means to do, in order, each with how dispensable it is."""
    scene = at_hand.scene
    yield 0, _acts(words, plan)
    yield from ((0, note) for note in cut_notes(words, scene, plan))
    for memory in plan.must_use[:2]:
        if memory.kind != HERS:
            yield 1, words["must_use"].format(memory=as_data(memory.text))
    if plan.bring:
        yield 1, words["bring"].format(said=as_data(" ".join(plan.bring), LONGEST_BROUGHT))
    if meant := meaning(plan, scene.lang):
        yield 2, words["meant"].format(said=as_data(meant, LONGEST_MEANT))
    if sum(map(ends_asking, at_hand.replies[-ASKED:])) >= QUESTIONS and not plan.goodbye:
        yield 1, words["statement"]
    yield from ((1, words["asked_already"].format(memory=as_data(one.text))) for one in asked_already(at_hand, plan))
    if plan.outfit and scene.wardrobe is None:
        names = {outfit.id: outfit.names.get(scene.lang, outfit.id) for outfit in scene.outfits}
        yield 1, words["outfit"].format(outfit=names.get(plan.outfit, plan.outfit))
    for at, note in enumerate(clothes_notes(words, scene, plan, at_hand.text)):
        yield (3 if plan.look is None or at > 1 else 1), note
    yield from ((1, note) for note in close_notes(words, scene, plan))
    yield from ((1, note) for note in relation_notes(words, scene, plan))
    yield from ((2, note) for note in taste_notes(scene, plan))
    if at_hand.after_crisis:
        yield 0, words["after_crisis"]


def meaning(plan: Plan, lang: Lang) -> str:
    """What the rules would say, for its meaning: without what is brought in anyway, and without what says little."""
    if plan.goodbye or plan.fixed:
        return ""
    head = plan.acts[0].partition(":")[0].partition(".")[0] if plan.acts else "silence"
    start = (plan.moves_from if plan.moves_from is not None else len(plan.draft)) if head in VAGUE else 0
    joint = " " if lang == "en" else ""
    return joint.join(said for one in plan.draft[start:] if (said := without_cues(one)) not in plan.bring)


def _acts(words: dict[str, Any], plan: Plan) -> str:
    if plan.goodbye:
        return str(words["goodbye"])
    acts = words["then"].join(direction_words(words, plan)) or words["acts"]["act"]
    return str(words["plan"].format(acts=acts, need=words["needs"].get(plan.need, words["needs"]["company"])))


def _most_pressing(notes: Iterable[tuple[int, str]]) -> list[str]:
    """The eight that can be spared least, as they stood."""
    ranked = list(notes)
    kept = sorted(range(len(ranked)), key=lambda at: (ranked[at][0], at))[:MOST]
    return [ranked[at][1] for at in sorted(kept)]


def _bounds(words: dict[str, Any], scene: Scene) -> list[str]:
    """What must not be, whoever speaks."""
    bounds = [words["romance_off"]] if scene.person.adult is not True else []
    return [*bounds, words["minor"]] if scene.person.adult is False else bounds
