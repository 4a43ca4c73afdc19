"""All that planning a reply may look at, read in one unit of work."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

from mind.domain import Turn
from mind.languages import Lang
from mind.ports import Scene, UnitOfWork
from mind.turn.between import between
from mind.turn.household import Household as Household
from mind.turn.language_guess import spoken_language
from mind.turn.person import read_person, worn_outfit
from mind.turn.reminding import read_kept
from mind.turn.session import Session, session_at
from mind.turn.tasting import read_taste
from mind.turn.terms import read_terms, renamed
from mind.turn.wearing import read_wardrobe
from mind.turn.why import reason
from mind.turn.words import read_words

RECENT: Final = 96
PLANNER: Final = "planner"


def build_scene(
    uow: UnitOfWork,
    house: Household,
    now: datetime,
    session: Session | None,
    *,
    answering: Turn | None = None,
    llm: bool = False,
    keys: Iterable[str] = (),
) -> tuple[Scene, Session]:
    """The scene for a greeting, or for the reply to the turn `answering`, and the sitting it belongs to.

    `keys` are those of memories that its words may fill or end. What she shall never mention is in none of it: neither the
    memory nor the turns that told it.
    """
    person = read_person(uow, house.lang)
    latest = uow.turns.recent(RECENT)
    hushed = uow.memories.hushed_turns([turn.id for turn in latest])
    recent = tuple(turn for turn in latest if turn.id not in hushed)
    if answering is not None:
        recent = tuple(turn for turn in recent if turn.id < answering.id)
    sitting = session or session_at(uow, now, None)
    terms = read_terms(uow)
    wardrobe = read_wardrobe(uow, house, now)
    scene = Scene(
        now=now,
        lang=answering.lang if answering is not None else house.asked or person.lang,
        character=renamed(house.character, terms),
        person=person,
        bond=uow.ledger.summary(now),
        memories=uow.memories.at_hand(read_words(answering.text) if answering else "", keys, now),
        recent=recent,
        state=planner_state(uow, answering),
        outfit=wardrobe.outfit if wardrobe is not None else worn_outfit(uow, house.outfits),
        outfits=house.outfits,
        last_seen=sitting.last_seen,
        first_today=sitting.first_today,
        seed=_seed(house.seed, answering.id if answering else (recent[-1].id if recent else 0), answering is None),
        brain="llm" if llm else "offline",
        reason=reason(uow, recent),
        terms=terms,
        between=between(uow, now),
        wardrobe=wardrobe,
        taste=read_taste(uow, house.character.id, person, now),
        kept=read_kept(uow, now),
    )
    return scene, sitting


def language_of(uow: UnitOfWork, text: str, house: Household) -> Lang:
    """The language the user's words are in: by their script, else as they last wrote, else as they chose."""
    chosen = house.asked or read_person(uow, house.lang).lang
    earlier = [turn.lang for turn in uow.turns.recent(6) if turn.speaker == "user"]
    return spoken_language(text, earlier[-1] if earlier and house.asked is None else chosen)


def planner_state(uow: UnitOfWork, answering: Turn | None) -> dict[str, Any]:
    """The planner's state before the turn that is answered: a turn answered again starts from where it started."""
    kept: Any = uow.keepsakes.get(PLANNER)
    if not isinstance(kept, dict):
        return {}
    again = answering is not None and kept.get("turn") == answering.id
    state = kept.get("before" if again else "state")
    return dict(state) if isinstance(state, dict) else {}


def learnt(uow: UnitOfWork, turn: Turn) -> bool:
    """Whether what `turn` says was already kept: then answering it again changes no bond."""
    kept: Any = uow.keepsakes.get(PLANNER)
    return isinstance(kept, dict) and int(kept.get("turn") or 0) >= turn.id


def keep_planner_state(uow: UnitOfWork, scene: Scene, state: Any, turn: Turn | None) -> None:
    """The planner's state after a turn or a greeting, and before it, should it be taken back."""
    kept: Any = uow.keepsakes.get(PLANNER)
    latest = int(kept.get("turn") or 0) if isinstance(kept, dict) else 0
    turn_id = max(latest, turn.id if turn else 0)
    uow.keepsakes.put(PLANNER, {"state": dict(state), "before": dict(scene.state), "turn": turn_id})


def rewind_planner(uow: UnitOfWork, turn_id: int) -> None:
    """Take the planner back to before that turn, where it was the last one."""
    kept: Any = uow.keepsakes.get(PLANNER)
    if isinstance(kept, dict) and kept.get("turn") == turn_id:
        uow.keepsakes.put(PLANNER, {"state": kept.get("before") or {}, "before": {}, "turn": turn_id})


def _seed(base: int, turn_id: int, greeting: bool) -> int:
    return zlib.crc32(f"{base}:{turn_id}:{int(greeting)}".encode())
