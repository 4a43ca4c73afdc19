"""How what the two chose to be sounds in a talk: her greeting, a word of encouragement, a reaction, a thing of her own.

Friends is how she talks anyway: then nothing here is said, and no chance is drawn. It rests in a pause and where something
heavy is near: nobody is teased, or taught, through a bad hour.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from mind.talk.need import need_of
from mind.talk.scenery import Talk
from mind.talk.step import Move, Step
from mind.talk.units import Lines

HELLO_SHARE: Final = 0.55
"""How many greetings are those of the relation."""
APART: Final = 3
"""So many moves of other kinds between two of these."""


def relation_hello(talk: Talk) -> Lines:
    """Greetings of the relation; none for friends, in a pause, and most of the time for nobody in particular."""
    if not sounds(talk):
        return ()
    lines = talk.content.frame(f"relation.hello.{talk.scene.terms.relation}")
    return lines if lines and talk.rng.random() < HELLO_SHARE else ()


def relation_moves(talk: Talk, step: Step) -> Iterator[Move]:
    """What she may add as mentor, rival or partner, after an answer that leaves room for it."""
    relation, p = talk.scene.terms.relation, talk.perception
    if not sounds(talk) or p is None or "relation" in talk.state.moves[-APART:]:
        return
    need = need_of(talk, step)
    if need == "celebrate" or any(felt.valence > 0 for felt in p.feelings):
        yield Move("relation", talk.content.frame(f"relation.react.{relation}"), {}, 0.85)
    elif any(hit.due for hit in p.facts) or need == "advise":
        yield Move("relation", talk.content.frame(f"relation.encourage.{relation}"), {}, 0.85)
    elif not p.question and need != "listen":
        fitting = (tell for tell in talk.content.tells.values() if tell.id.startswith(f"{relation}."))
        own = [tell for tell in fitting if not talk.state.was_told(tell.id)]
        if own:
            tell = talk.rng.choice(own)
            yield Move("relation", tell.say, {}, 0.5, id=tell.id, then=lambda: talk.state.told.append(tell.id))


def sounds(talk: Talk) -> bool:
    """Whether anything of a relation is to be heard now."""
    scene = talk.scene
    return scene.terms.relation != "friend" and not scene.bond.paused and not scene.frozen and not talk.low
