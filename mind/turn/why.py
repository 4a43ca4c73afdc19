"""Why she said what she said: all that was kept beside a reply, put together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mind.domain import AskedOf, BondChange, Memory, Turn
from mind.ports import Json, UnitOfWork


@dataclass(frozen=True, slots=True)
class Why:
    """A reply and what it was made from.

    `need` is what she took the user to want (a key of the prompts' ``[needs]``), `acts` what she meant to do, `cues` what
    her body did; `memories` and `turns` what she had in mind and used; `gone` how many of those were forgotten since.
    `asked` is the exact request, where a server answered and it is still kept. `changes` is what the user's words moved
    in the bond.
    """

    reply: Turn
    answered: Turn | None
    need: str
    acts: tuple[str, ...]
    cues: tuple[str, ...]
    memories: tuple[Memory, ...]
    turns: tuple[Turn, ...]
    gone: int
    brain: str
    model: str
    asked: AskedOf | None
    changes: tuple[BondChange, ...]


def why(uow: UnitOfWork, turn_id: int) -> Why | None:
    """Why she said that; None where the turn is gone or was not hers."""
    reply = uow.turns.get(turn_id)
    if reply is None or reply.speaker != "companion":
        return None
    meta = uow.turns.meta(turn_id)
    wanted, said = _ids(meta, "memories_used"), _ids(meta, "turns_used")
    memories = tuple(memory for row in wanted if (memory := uow.memories.get(row)) is not None)
    turns = tuple(turn for row in said if (turn := uow.turns.get(row)) is not None)
    answered = uow.turns.get(reply.reply_to) if reply.reply_to else None
    return Why(
        reply=reply,
        answered=answered,
        need=str(meta.get("need") or "company"),
        acts=_words(meta, "acts"),
        cues=_words(meta, "cues"),
        memories=memories,
        turns=turns,
        gone=len(wanted) + len(said) - len(memories) - len(turns),
        brain=str(meta.get("brain") or ""),
        model=str(meta.get("model") or ""),
        asked=uow.requests.of(turn_id),
        changes=uow.ledger.of_turn(answered.id) if answered else (),
    )


def _ids(meta: Json, name: str) -> tuple[int, ...]:
    found: Any = meta.get(name)
    return tuple(dict.fromkeys(row for row in found if isinstance(row, int))) if isinstance(found, list) else ()


def _words(meta: Json, name: str) -> tuple[str, ...]:
    found: Any = meta.get(name)
    return tuple(str(word) for word in found) if isinstance(found, list) else ()
