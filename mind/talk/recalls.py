"""What she knows, brought up of herself: a question about it, a word that names it, a thing of her own that goes with it, or a
step back to something they spoke of a few turns ago.

Only what is told as lasting comes up so: no loss, no illness, no plan (those have their own day), nobody else's affairs, and
nothing that this turn ends. The same memory rests for a while, and two turns running name none.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from mind.domain import Memory
from mind.talk.fallback import related
from mind.talk.perceive import perceive
from mind.talk.perception import Perception
from mind.talk.plain_ja import plain
from mind.talk.proposals import ended
from mind.talk.said import key_of
from mind.talk.scenery import Env, Talk
from mind.talk.step import Move
from mind.talk.units import Lines, Tell

LIGHT_KINDS: Final = (
    "pet.", "person.name", "person.one", "person.job", "person.lives", "person.study", "person.from", "person.taught",
    "friend.", "their.", "work.job", "work.at", "work.home", "work.new", "work.hours", "study.", "learn", "speak.", "play.",
    "hobby", "likes", "dislikes", "habit.", "home.", "reading", "watching", "playing", "music", "bought", "goal", "wish",
    "drinks", "team", "other.", "retired", "promoted", "taste.", "favourite",
)
"""Kinds of facts that may come up at any time."""
RESTS: Final = 40
"""Turns between two times that she asks about one memory."""
NAMED_AGAIN: Final = 16
"""Turns between two times that she names one."""
JUST_TOLD: Final = 12
"""Turns of both within which what was told is too fresh to be remembered."""
BACK_OF: Final = 12
"""Turns of both among which she goes back."""
SITTING: Final = timedelta(hours=6)
WITH_MOST: Final = 3
"""Memories looked at in a turn."""


def recall_moves(talk: Talk, p: Perception | None, carry: float, *, free: bool) -> Iterator[Move]:
    """Ways to bring up something of the user's; `carry` is how much she has to lead, `free` whether the floor is open."""
    if talk.state.moves[-1:] in (["callback"], ["with"]) or p is None:
        return
    over = set(ended(p.facts, talk.scene.memories))
    near = related(talk, p)
    if near is not None and near.id not in over and talk.state.moves[-5:].count("callback") == 0:
        yield _asked_after(talk, near, 0.75 + 1.2 * carry)
    if not free:
        return
    known = [m for m in fitting(talk) if m.id not in over]
    talk.rng.shuffle(known)
    asked = next((m for m in known if talk.content.facts[m.kind].later and _rested(talk, m, RESTS)), None)
    if asked is not None and talk.state.moves[-3:].count("callback") == 0:
        yield _asked_after(talk, asked, 0.42 + 0.9 * carry)
    for memory in [m for m in known if _rested(talk, m, NAMED_AGAIN)][:WITH_MOST]:
        yield from _named(talk, memory, carry)
    yield from _back(talk, p, carry)


def fitting(talk: Talk) -> list[Memory]:
    """Memories that may be brought up at any time."""
    recent = {t.id for t in talk.scene.recent[-JUST_TOLD:]}
    return [
        m for m in talk.lightly()
        if (fact := talk.content.facts.get(m.kind)) is not None and not fact.sad and m.due is None
        and m.kind.startswith(LIGHT_KINDS) and m.turn_id not in recent and m.text
    ]  # fmt: skip


def _rested(talk: Talk, memory: Memory, turns: int) -> bool:
    return talk.state.n - talk.state.recalled.get(str(memory.id), -999) >= turns


def told_env(talk: Talk, memory: Memory) -> Env:
    """The slots of a memory, with `told`: the fact as it is shown, inside a sentence."""
    told = memory.text.strip().rstrip(".。")
    if talk.content.lang == "ja":
        told = plain(told + "。").rstrip("。")
    if talk.content.lang == "en" and told.startswith(("Your ", "You ")):
        told = told[0].lower() + told[1:]
    return {**talk.env_of(memory), "told": told}


def with_lines(talk: Talk, kind: str) -> Lines:
    """The wordings that name a fact of this kind: its own, else those of the kind's beginning, and those for any."""
    parts = kind.split(".")
    pools = (talk.content.frame("with." + ".".join(parts[:size])) for size in range(len(parts), 0, -1))
    own: Lines = next((lines for lines in pools if lines), ())
    return (*own, *talk.content.frame("with.any"))


def _used(talk: Talk, memory: Memory) -> None:
    talk.state.recalled[str(memory.id)] = talk.state.n


def _asked_after(talk: Talk, memory: Memory, use: float) -> Move:
    fact = talk.content.facts[memory.kind]
    return Move("callback", fact.later, talk.env_of(memory), use, id=memory.kind, memory=memory, then=lambda: _used(talk, memory))


def _named(talk: Talk, memory: Memory, carry: float) -> Iterator[Move]:
    env = told_env(talk, memory)
    if memory.lang != talk.content.lang:
        return
    for tell in tells_about(talk, env["told"]):
        yield Move("tell", tell.say, env, 0.5 + 1.1 * carry, id=tell.id, memory=memory, bridge=talk.content.frame("with.lead"),
                   bound=True, then=lambda: _used(talk, memory))
        break
    yield Move("with", with_lines(talk, memory.kind), env, 0.34 + 0.9 * carry, id=memory.kind, memory=memory,
               then=lambda: _used(talk, memory))


def tells_about(talk: Talk, words: str) -> Iterator[Tell]:
    """Things of her own, not told yet, that go with these words."""
    text = f" {words.lower()} " if talk.content.lang == "en" else words
    for tag, tells in talk.content.tells_by_tag().items():
        if (f" {tag} " in text or f" {tag}s " in text) if talk.content.lang == "en" else tag in text:
            for tell in tells:
                if not talk.state.was_told(tell.id) and not tell.id.startswith("close.") and tell.when.holds(talk.conditions):
                    yield tell


def _back(talk: Talk, p: Perception, carry: float) -> Iterator[Move]:
    """To something they spoke of some turns ago, in the same sitting, once: what is older is followed up or let be."""
    if talk.low or carry <= 0:
        return
    turns = [t for t in talk.scene.recent[-BACK_OF:] if t.speaker == "user" and t.lang == talk.content.lang and len(t.text) > 8]
    turns = [t for t in turns if talk.scene.now - t.at < SITTING]
    if not turns:
        return
    turn = talk.rng.choice(turns)
    before = perceive(turn.text, talk.content, turn.at)
    if before.low or any(hit.fact.sad for hit in before.facts) or before.question:
        return
    for focus in before.focus:
        key = key_of(focus.text.lower())
        if focus.kind == "any" or key in talk.state.backs or focus.text.lower() in p.text.lower():
            continue

        def went(key: str = key) -> None:
            talk.state.backs.append(key)

        yield Move("callback", talk.content.frame("back.to"), {"x": focus.text}, 0.3 + 1.0 * carry, id="back", then=went)
        return
