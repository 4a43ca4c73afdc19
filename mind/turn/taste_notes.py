"""What a language model is told of the user's taste: at most two short lines, the manner and the likings.

Near anything heavy the manner and all play rest, as they do in her own words; how long, how quick and how much asking stays.
"""

from __future__ import annotations

from typing import Any, Final

from mind.bond.manner import guard_of
from mind.ports import Plan, Scene
from mind.taste.names import called, taste_words
from mind.taste.packs import allowed, pack_of
from mind.taste.weighing import TOPIC
from mind.turn.data_words import as_data
from mind.turn.relation_notes import GUARDED, HEAVY

MOST: Final = 4
LONGEST: Final = 40
SURE: Final = 0.3
"""From here on a model is told of it."""
PLAY: Final = frozenset({"humour", "teasing"})


def taste_notes(scene: Scene, plan: Plan) -> list[str]:
    """Notes for the last message, in the language of the scene."""
    words = taste_words(scene.lang)
    heavy = plan.need in HEAVY or scene.frozen
    notes = []
    pack = pack_of(scene.taste.pack)
    rests = heavy or scene.bond.paused or guard_of(scene.bond.hurt) >= GUARDED or not allowed(scene.taste.pack, scene.person)
    if pack is not None and not rests:
        name = scene.character.names.get(scene.lang, scene.character.id)
        manner = pack.prompt[scene.lang].replace("\n", " ").replace("{name}", name)
        calls = words["or"].join(pack.calls(scene.lang, scene.person.name))
        notes.append(words["manner"].format(manner=manner, calls=calls))
    likes = _likes(scene, words, heavy=heavy)
    if likes:
        notes.append(words["line"].format(likes=words["join"].join(likes)))
    return notes


def _likes(scene: Scene, words: dict[str, Any], *, heavy: bool) -> list[str]:
    """What was learnt, the surest first; a topic that is liked only beside them, and by its name in the talk's content."""
    found = [
        (abs(value), words["more" if value > 0 else "less"][axis])
        for axis, value in scene.taste.learnt.items()
        if axis in words["more"] and abs(value) >= SURE and not (heavy and axis in PLAY)
    ]
    told = [said for _, said in sorted(found, key=lambda one: -one[0])][:MOST]
    liked = [(value, axis) for axis, value in scene.taste.learnt.items() if axis.startswith(TOPIC)]
    best = max(liked, default=(0.0, ""))
    if best[0] >= SURE and not heavy and len(told) < MOST:
        told.append(words["topic"].format(x=as_data(called(best[1], scene.lang), LONGEST)))
    return told

