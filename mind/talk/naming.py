"""Learning what to call the user: asked first, confirmed where odd, never twice."""

from __future__ import annotations

from collections.abc import Iterator

from mind.domain import BondEvent
from mind.talk.perception import Perception
from mind.talk.scenery import Env, Talk, slot_env
from mind.talk.step import Step
from mind.talk.units import Lines


def naming_steps(talk: Talk, p: Perception) -> Iterator[Step]:
    """Reactions to a name: learnt, confirmed, refused, or asked about again."""
    state, content = talk.state, talk.content
    if state.name_doubt:
        yield from _doubt(talk, p)
    if p.name:
        if p.name_sure:
            again = talk.name is not None and talk.scene.person.name not in (None, p.name)
            frame = content.frame("name.changed" if again else "name.got")
            more, need = _besides(talk, p)
            yield Step("name", (content.frame("name.short") if more else ()) or frame or content.frame("name.got"),
                       {"name": p.name}, ask=() if more else content.frame("name.next"), more=more, need=need,
                       statement=bool(more), move=not need,
                       bond=(BondEvent("disclose", _quote(p), 0.95),), then=lambda: _learnt(talk))
        else:
            yield Step("name.confirm", content.frame("name.confirm"), {"guess": p.name}, move=False,
                       then=lambda: _in_doubt(talk, p.name or ""))
    elif state.n - state.name_asked <= 1 and talk.name is None and p.act("name.refuse"):
        yield Step("name.refused", content.frame("name.refused"), {}, then=lambda: _learnt(talk))


def _besides(talk: Talk, p: Perception) -> tuple[tuple[tuple[Lines, Env], ...], str]:
    """What else came with the name is answered in the same breath: a feeling first, then another fact."""
    for feeling in p.feelings:
        unit = talk.content.feelings[feeling.cls]
        return ((unit.say, {}),), "listen" if unit.valence < 0 else ""
    for hit in p.facts:
        if not hit.fact.id.startswith("name") and hit.fact.say:
            return ((hit.fact.say, slot_env(hit.slots, p.lang)),), ""
    return (), ""


def _quote(p: Perception) -> str:
    return next((f.quote for f in p.facts if f.fact.id.startswith("name")), p.text)


def _doubt(talk: Talk, p: Perception) -> Iterator[Step]:
    if p.answer == "yes":
        yield Step("name", talk.content.frame("name.got"), {"name": talk.state.name_doubt}, then=lambda: _learnt(talk))
    elif p.answer == "no" and not p.name:
        yield Step("name.unclear", talk.content.frame("name.unclear"), {}, move=False, then=lambda: _ask_again(talk))


def _learnt(talk: Talk) -> None:
    talk.state.name_doubt = ""
    talk.state.name_asked = -99


def _ask_again(talk: Talk) -> None:
    talk.state.name_doubt = ""
    talk.state.name_asked = talk.state.n


def _in_doubt(talk: Talk, name: str) -> None:
    talk.state.name_doubt = name
