"""The guard of one reply, made from what is at hand."""

from __future__ import annotations

from mind.ports import Prompt, Store
from mind.turn.circumstances import Circumstances
from mind.turn.variety.guard import VarietyGuard
from mind.turn.variety.lately import lately
from mind.turn.variety.marks import Marks, any_said
from mind.turn.variety.spared import spared
from mind.turn.variety.trying import Trying


def guarding(store: Store, at_hand: Circumstances, prompt: Prompt) -> Trying:
    """What keeps a server from saying the same again in the reply to `prompt`."""
    scene = at_hand.scene
    found = lately(at_hand.replies, scene.lang)

    async def said_before(marks: Marks) -> bool:
        return any(marks.values()) and await store.run(any_said(scene.now, marks))

    system = prompt.messages[0].content if prompt.messages else ""
    allowed = spared(at_hand, farewell=prompt.plan.goodbye)
    return Trying(VarietyGuard(found, allowed, said_before, system=system, asked=at_hand.text), scene.lang, found.asked)
