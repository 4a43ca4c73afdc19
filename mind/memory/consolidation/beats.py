"""What a day offers a page: beats, each a thing that may be told, with what it rests on and how much it weighs. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timezone
from typing import Final

from mind.domain import Memory
from mind.memory.consolidation.facts_told import TOGETHER, WEIGHT, capital, cut_short, group_of, told
from mind.memory.consolidation.material import Material, Said
from mind.memory.consolidation.quotes import FLAT, LAUGH, tellingness
from mind.memory.consolidation.wordings import Wordings

MOODS: Final[Mapping[str, tuple[str, ...]]] = {
    "low": ("sad", "lonely", "hurt", "grieving", "disappointed", "ashamed", "guilty", "jealous"),
    "worn": ("tired", "overwhelmed", "stressed", "sick"),
    "worry": ("anxious", "scared", "confused"),
    "cross": ("angry",),
    "flat": ("bored",),
    "bright": ("happy", "excited", "proud", "hopeful", "loved"),
    "ease": ("grateful", "relieved", "relaxed", "calm"),
}
"""Classes of feelings of the talk, gathered to what a page makes of them."""

HAPPENED: Final = ("event.", "used.to")
"""Kinds that keep a clause of the user's: the page quotes the whole sentence instead."""
NEAR: Final = 8
"""Days ahead that a page looks."""
OFTEN: Final = 3
"""So many turns must name a thing before the day is about it."""
BOND: Final = {
    "affection": ("bond.affection", 2.2), "support": ("bond.support", 2.6), "apology": ("bond.apology", 2.6),
    "promise_kept": ("bond.promise", 2.6), "shared_time": ("bond.shared", 1.4), "insult": ("bond.hurt", 2.4),
    "boundary_crossed": ("bond.hurt", 2.4), "promise_broken": ("bond.promise.undone", 1.8), "repair": ("bond.repair", 3.0),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Beat:
    """Something to tell. `place` is the paragraph it belongs to: 1 the day, 2 people and things, 3 what was felt, 4 ahead."""

    pool: str
    env: Mapping[str, str]
    place: int
    weight: float
    turns: tuple[int, ...] = ()
    memories: tuple[int, ...] = ()
    label: str = ""
    remark: str = ""
    """The pool of a sentence of her own that may follow."""
    sober: bool = False
    """Nothing bright is said beside it."""
    group: str = field(default="")


def mood_of(feeling: str) -> str:
    """What a page makes of a feeling; empty for none."""
    return next((mood for mood, classes in MOODS.items() if feeling in classes), "")


def beats(material: Material, wordings: Wordings) -> tuple[Beat, ...]:
    """All that may be told of the day, the weightiest first."""
    now = datetime.combine(datetime.fromisoformat(material.day), time(20), timezone.utc)
    found = [
        *_facts(material, wordings, now), *_changes(material, wordings), *_ahead(material, wordings, now),
        *_today(material, wordings, now), *_quotes(material), *_moods(material), *_bond(material), *_games(material, wordings),
        *_used(material, wordings, now), *_things(material, wordings),
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda beat: (-beat.weight, beat.pool, beat.turns, beat.memories)))


def _facts(material: Material, wordings: Wordings, now: datetime) -> Iterator[Beat]:
    replaced = {new.id for _, new in material.replaced}
    quoted = {said.turn.id for said in material.said if said.sentences}
    for memory in material.facts:
        if memory.id in replaced or (memory.kind.startswith(HAPPENED) and memory.turn_id in quoted):
            continue
        group = group_of(memory)
        here = told(memory, wordings, now)
        if cut_short(memory) or memory.kind.startswith("told"):
            env = {"quote": memory.quote.strip(" .。")}
            yield Beat("quote.plain", env, 2, 2.0, (memory.turn_id,), (memory.id,), group="quote")
            continue
        if group == "plan" and memory.due is not None and memory.due.date().isoformat() < material.day:
            continue
        yield Beat(
            here.pool, here.env, 4 if group == "plan" else 2 if group not in TOGETHER else 3,
            WEIGHT.get(group, WEIGHT["other"]) + 0.4 * memory.confidence, (memory.turn_id,), (memory.id,), here.label,
            f"{group}.remark", group in TOGETHER, group,
        )  # fmt: skip


def _changes(material: Material, wordings: Wordings) -> Iterator[Beat]:
    now = datetime.now(timezone.utc)
    for old, new in material.replaced:
        before, after = told(old, wordings, now), told(new, wordings, now)
        env = {"old": before.env["fact"], "Old": before.env["Fact"], "new": after.env["fact"], "New": after.env["Fact"]}
        yield Beat("changed", env, 2, 3.4, (old.turn_id, new.turn_id), (old.id, new.id), after.label, group="changed")


def _ahead(material: Material, wordings: Wordings, now: datetime) -> Iterator[Beat]:
    """The nearest plan that was told on an earlier day."""
    here = {memory.id for memory in material.facts}
    for memory in material.ahead:
        days = (memory.due.date() - now.date()).days if memory.due else 99
        if memory.id in here or days > NEAR:
            continue
        ready = told(memory, wordings, now)
        if not ready.env["what"]:
            continue
        pool = "ahead.tomorrow" if days == 1 else "ahead.day"
        weight, label = (2.6, ready.label) if days == 1 else (1.3, "")
        yield Beat(pool, ready.env, 4, weight, (), (memory.id,), label, group="plan")
        return


def _today(material: Material, wordings: Wordings, now: datetime) -> Iterator[Beat]:
    """A plan whose day it was, where the user spoke of it."""
    for memory in material.today:
        ready = told(memory, wordings, now)
        word = (memory.slots.get("event") or memory.value).casefold()
        turns = tuple(said.turn.id for said in material.said if word and word in said.turn.text.casefold())
        if turns and ready.env["what"]:
            yield Beat("today.told", ready.env, 1, 3.6, turns[:2], (memory.id,), ready.label, group="plan")


def _quotes(material: Material) -> Iterator[Beat]:
    """Sentences of the user's own, the telling ones."""
    for said in material.said:
        for sentence in said.sentences:
            felt = said.strength if said.felt_in and said.felt_in.casefold() in sentence.casefold() else 0
            mood = mood_of(said.feeling) if felt else ""
            pool = "quote.laugh" if LAUGH.search(sentence) and not felt else f"quote.{mood}" if mood else "quote.plain"
            weight = 0.6 + 0.75 * tellingness(sentence, material.lang, felt, said.focus)
            sober = mood in ("low", "worn", "worry", "cross")
            named = _named_in(sentence, material)
            known = tuple(one.id for one in material.facts if one.turn_id == said.turn.id and _holds(sentence, one))
            weight += 0.5 * bool(known)
            weight += 0.8 * bool(named)
            label = named if mood not in ("low", "worn") else ""
            place = 3 if felt else 1
            yield Beat(pool, {"quote": sentence}, place, weight, (said.turn.id,), known, label, sober=sober, group="quote")


def _holds(sentence: str, memory: Memory) -> bool:
    """Whether a sentence is the one that told what happened."""
    return memory.kind.startswith(HAPPENED) and memory.quote.strip(" .。").casefold() in sentence.casefold()


def _named_in(sentence: str, material: Material) -> str:
    """Someone of the user's life who is named in a sentence."""
    return next((name for name in material.names if name in sentence), "")


def _moods(material: Material) -> Iterator[Beat]:
    """How the day's feelings moved, or the one that stayed."""
    felt = [said for said in material.said if mood_of(said.feeling) and not FLAT.match(said.turn.text)]
    if len(felt) >= 2 and felt[0].valence * felt[-1].valence < 0:
        pool = "mood.up" if felt[-1].valence > 0 else "mood.down"
        yield Beat(pool, {}, 3, 2.5, (felt[0].turn.id, felt[-1].turn.id), group="mood")
        return
    most = _strongest(felt)
    if most is not None:
        mood = mood_of(most.feeling)
        sober = mood in ("low", "worn", "worry", "cross")
        yield Beat(f"feel.{mood}", {}, 3, 1.2 + 0.4 * most.strength, (most.turn.id,), sober=sober, group="mood")


def _strongest(felt: list[Said]) -> Said | None:
    return max(felt, key=lambda said: (said.strength, said.turn.id), default=None)


def _bond(material: Material) -> Iterator[Beat]:
    quotes = {sentence: said.turn.id for said in material.said for sentence in said.sentences}
    for cause in material.causes:
        turns = (cause.turn_id,) if cause.turn_id is not None else ()
        if cause.cause == "milestone" and cause.rule == "stage_up":
            yield Beat("bond.closer", {}, 3, 3.2, turns or (material.last,), group="bond")
        elif cause.cause in BOND and turns and cause.rule != "repeat":
            pool, weight = BOND[cause.cause]
            quote = capital(_short(cause.quote), material.lang) if pool == "bond.affection" else ""
            sober = pool in ("bond.hurt", "bond.promise.undone")
            env = {"quote": quote} if quote and quote not in quotes else {}
            yield Beat(pool, env, 3, weight, turns, sober=sober, group="bond")


def _short(quote: str) -> str:
    """A kind word as it may stand on the page; empty where it is long."""
    plain = " ".join(quote.split()).rstrip(".。!！")
    return plain if 0 < len(plain) <= 60 else ""


def _games(material: Material, wordings: Wordings) -> Iterator[Beat]:
    for name, turn_id in material.games:
        game = wordings.word("games", name)
        if game:
            yield Beat("game", {"game": game}, 1, 2.0, (turn_id,), label=game, group="game")


def _used(material: Material, wordings: Wordings, now: datetime) -> Iterator[Beat]:
    for memory, turn_id in material.used:
        if group_of(memory) not in ("plan", "name", "loss"):
            ready = told(memory, wordings, now)
            yield Beat("used", ready.env, 2, 1.1, (turn_id,), (memory.id,), ready.label, group="used")


def _things(material: Material, wordings: Wordings) -> Iterator[Beat]:
    """What came up again and again."""
    named = Counter(word for said in material.said for word in {one.casefold() for one in said.focus})
    for thing, times in named.most_common(2):
        if times >= OFTEN:
            turns = tuple(said.turn.id for said in material.said if thing in {one.casefold() for one in said.focus})
            raw = next(one for said in material.said for one in said.focus if one.casefold() == thing)
            env = {"thing": raw, "Thing": capital(raw, material.lang)}
            yield Beat("thing", env, 1, 1.4 + 0.2 * times, turns[:6], label=raw, group="thing")


def sources(chosen: Iterable[Beat]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The turns and memories of several beats together."""
    kept = tuple(chosen)
    turns = dict.fromkeys(turn for beat in kept for turn in beat.turns)
    return tuple(turns), tuple(dict.fromkeys(memory for beat in kept for memory in beat.memories))
