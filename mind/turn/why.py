"""Why she said what she said: all that was kept beside a reply, put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from mind.domain import AskedOf, BondChange, Memory, Reason, Turn
from mind.ports import Json, UnitOfWork

CORRECTED: Final = "need_corrected"
WANTED: Final = ("listen", "advise", "distract", "celebrate", "company", "play", "information", "other")
"""What the user may say they had needed: what she tells apart, or something else."""


@dataclass(frozen=True, slots=True)
class Why:
    """A reply and what it was made from.

    `need` is what she took the user to want (a key of the prompts' ``[needs]``; empty where none was kept), `acts` what
    she meant to do, `cues` what her body did; `memories` and `turns` what she had in mind and used; `gone` how many of
    those were forgotten since. `asked` is the exact request, where a server answered and it is still kept. `changes` is
    what the user's words moved in the bond. `corrected` is what the user said they had needed instead, empty where they
    did not.
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
    corrected: str = ""


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
        need=_need(meta),
        acts=_words(meta, "acts"),
        cues=_words(meta, "cues"),
        memories=memories,
        turns=turns,
        gone=len(wanted) + len(said) - len(memories) - len(turns),
        brain=str(meta.get("brain") or ""),
        model=str(meta.get("model") or ""),
        asked=uow.requests.of(turn_id),
        changes=uow.ledger.of_turn(answered.id) if answered else (),
        corrected=str(meta.get(CORRECTED) or ""),
    )


def last_reply(uow: UnitOfWork, within: int = 100) -> int | None:
    """The id of her newest turn; None where she has said nothing among the last `within`."""
    return next((turn.id for turn in reversed(uow.turns.recent(within)) if turn.speaker == "companion"), None)


def reason(uow: UnitOfWork, recent: Sequence[Turn]) -> Reason | None:
    """Why she said the last thing of `recent` that was hers, as far as she may speak of it."""
    last = next((turn for turn in reversed(recent) if turn.speaker == "companion"), None)
    if last is None:
        return None
    meta = uow.turns.meta(last.id)
    wanted = _ids(meta, "memories_used")
    memories = tuple(memory for row in wanted if (memory := uow.memories.get(row)) is not None)
    told = tuple(memory for memory in memories if not memory.muted)
    quoted = tuple(turn for row in _ids(meta, "turns_used") if (turn := uow.turns.get(row)) is not None)
    hushed = uow.memories.hushed_turns([turn.id for turn in quoted]) if quoted else frozenset()
    return Reason(
        last.id, _need(meta), _words(meta, "acts"), told, len(wanted) - len(memories), str(meta.get(CORRECTED) or ""),
        tuple(turn for turn in quoted if turn.id not in hushed),
    )  # fmt: skip


def correct_need(uow: UnitOfWork, turn_id: int, need: str) -> None:
    """Keep beside a reply what the user had needed; empty takes the correction back, what she took it for stays.

    KeyError where the turn is gone or was not hers, ValueError for what is no need.
    """
    reply = uow.turns.get(turn_id)
    if reply is None or reply.speaker != "companion":
        raise KeyError(turn_id)
    if need and need not in WANTED:
        raise ValueError(need)
    uow.turns.annotate(turn_id, {CORRECTED: need})
    uow.commit()


def _need(meta: Json) -> str:
    return str(meta.get("need") or "")


def _ids(meta: Json, name: str) -> tuple[int, ...]:
    found: Any = meta.get(name)
    return tuple(dict.fromkeys(row for row in found if isinstance(row, int))) if isinstance(found, list) else ()


def _words(meta: Json, name: str) -> tuple[str, ...]:
    found: Any = meta.get(name)
    return tuple(str(word) for word in found) if isinstance(found, list) else ()
