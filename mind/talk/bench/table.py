"""The figures of many talks in one table, with the goals beside them, and what a talk did worst."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from mind.talk.bench.goals import GOALS, Goal

if TYPE_CHECKING:
    from mind.talk.bench.figures import Figures
    from mind.talk.bench.talk import Talk

NAME: Final = 24
COLUMN: Final = 10
HIGHEST: Final = frozenset({"questions", "questions_talk", "bytes"})
"""Figures of which the worst run counts; counts are added up, the rest is the mean."""
COUNTS: Final = frozenset({"twice", "wrong", "lost"})


def row(user: str, found: Sequence[Figures]) -> dict[str, float]:
    """One user's figures over their runs: counts a run, the worst window, the mean of shares."""
    values = [one.values for one in found]
    return {goal.key: _together(goal.key, [one[goal.key] for one in values]) for goal in GOALS}


def _together(key: str, values: Sequence[float]) -> float:
    if key in HIGHEST:
        return max(values)
    if key in COUNTS:
        return sum(values)
    return sum(values) / len(values)


def overall(rows: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """All users together."""
    return {goal.key: _together(goal.key, [one[goal.key] for one in rows.values()]) for goal in GOALS}


def lines(title: str, rows: Mapping[str, Mapping[str, float]], kinds: Counter[str]) -> list[str]:
    """The table: a column a user, a row a figure, `!` where a goal is missed, the goal at the end."""
    both = {**rows, "all": overall(rows)} if len(rows) > 1 else dict(rows)
    head = f"{'':{NAME}}" + "".join(f"{name[:COLUMN - 1]:>{COLUMN}}" for name in both) + f"{'goal':>{COLUMN + 1}}"
    body = [_line(goal, [one[goal.key] for one in both.values()]) for goal in GOALS]
    total = max(1, sum(kinds.values()))
    told = ", ".join(f"{name} {count / total:.0%}" for name, count in kinds.most_common())
    return [title, head, *body, f"moves: {told}"]


def guard_lines(title: str, values: Mapping[str, float]) -> list[str]:
    """The table of the talk with a server that repeats itself."""
    from mind.talk.bench.server.guarded import GUARD_GOALS

    return [title, *(_line(goal, [values[goal.key]]) for goal in GUARD_GOALS)]


def _line(goal: Goal, values: Sequence[float]) -> str:
    cells = "".join(f"{goal.form.format(value) + ('' if goal.met(value) else '!'):>{COLUMN}}" for value in values)
    return f"{goal.name:<{NAME}}{cells}{goal.told():>{COLUMN + 1}}"


def missed(rows: Mapping[str, Mapping[str, float]]) -> int:
    """How many figures of all users together miss their goal."""
    found = overall(rows)
    return sum(not goal.met(found[goal.key]) for goal in GOALS)


def as_json(rows: Mapping[str, Mapping[str, float]], kinds: Counter[str]) -> dict[str, Any]:
    """The same as plain data."""
    return {"users": {name: dict(one) for name, one in rows.items()}, "all": overall(rows), "moves": dict(kinds)}


def worst(talk: Talk, found: Figures, most: int) -> list[str]:
    """The worst replies by each measure: the user's words, her reply, what she did."""
    listed = [
        ("said twice", [one.at for one in found.twice]),
        ("worn (4-grams)", _top(found.overlap, most)),
        ("opened the same", [at for at, again in enumerate(found.openers) if again]),
        ("nothing of the user's", [at for at, use in found.uses.items() if not use]),
        ("bare repeat", found.parroted),
        ("wrong callback", [one.number for one in talk.exchanges if one.wrong]),
        ("does not understand", found.lost),
        ("way out", _low(talk)),
    ]
    out = [f"--- {talk.script.id}, seed {talk.seed}"]
    for name, numbers in listed:
        shown = _spread(numbers, most)
        out += [f"{name}: {len(numbers)}", *(line for number in shown for line in exchange_lines(talk, number))]
    facts = found.facts
    out += [f"wrong fact: {memory.key} = {memory.value}  <- \"{memory.quote}\"" for memory in facts.wrong[:most]]
    out += [f"missed fact: {missing}" for missing in facts.missed[:most]]
    return out


def exchange_lines(talk: Talk, number: int) -> list[str]:
    """One exchange in three lines."""
    one = talk.exchanges[number]
    wrong = "".join(f" [{verdict}: {memory.text}]" for memory, verdict in one.wrong)
    return [f"  {number:>3} U: {one.text}", f"      M: {one.reply}", f"         {' + '.join(one.told.acts)}{wrong}"]


def _low(talk: Talk) -> list[int]:
    from mind.talk.bench.measures.moves import rung_of

    return [one.number for one in talk.turns if rung_of(one.told.acts) >= 4]


def _top(values: Sequence[float], most: int) -> list[int]:
    ranked = sorted(range(len(values)), key=lambda at: -values[at])
    return [at for at in ranked[:most] if values[at] > 0.05]


def _spread(numbers: Sequence[int], most: int) -> list[int]:
    """So many of them, from the whole talk."""
    step = max(1, len(numbers) // most) if most else 1
    return list(numbers[::step])[:most]
