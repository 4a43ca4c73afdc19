"""``hearth bond simulate``: invented users live with her for half a year, and it is told whether the rules hold."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any, Final
from unicodedata import east_asian_width

from desktop.door_actions import add_action, answer, answer_json, chosen_lang, number, words
from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mind.bond.simulation.checks import Check
    from mind.bond.simulation.study import Row, Study
    from mind.bond.simulation.types import UserType

SETS: Final = ("dev", "seen", "judged", "all", "drawn")
LONGEST: Final = 730
NAME: Final = 22

EPILOG: Final = """exit codes: 0 every check holds, 1 one does not. A study of all users over 180 days takes about a minute."""


def configure(actions: Any) -> None:
    """Its options."""
    door = add_action(actions, "simulate", "live half a year with invented users and check that the rules hold", _simulate)
    door.epilog = EPILOG
    door.add_argument("--days", type=_days, default=180, metavar="N", help="days to live (180)")
    door.add_argument("--noise", type=_rates, default=(0.1, 0.25), metavar="LIST", help="percent of errors (0,10,25)")
    door.add_argument(
        "--set",
        choices=SETS,
        default="all",
        help="users to judge by (judged), those the rules were tuned on (dev), those seen before the last change (seen),"
        " the three together (all), or drawn by chance (drawn)",
    )
    door.add_argument("--seeds", type=number, default=2, metavar="N", help="lives of each user (2)")


def users_of(name: str) -> tuple[UserType, ...]:
    """The users of a set; all are those of every set that somebody wrote."""
    from mind.bond.simulation.development import DEVELOPMENT
    from mind.bond.simulation.drawn import DRAWN
    from mind.bond.simulation.judged import JUDGED
    from mind.bond.simulation.seen import SEEN

    sets = {"dev": DEVELOPMENT, "seen": SEEN, "judged": JUDGED, "drawn": DRAWN, "all": (*DEVELOPMENT, *SEEN, *JUDGED)}
    return sets[name]


def _simulate(args: argparse.Namespace) -> int:
    from desktop.commands.bond_simulate_ledger import through_ledger
    from mind.bond.simulation.checks import checks
    from mind.bond.simulation.study import study

    found = study(users_of(args.set), args.noise, args.days, args.seeds)
    held = (*checks(found), through_ledger(found.users))
    if args.json:
        rows, told = [_row_json(row) for row in found.rows], [_check_json(check) for check in held]
        passed = all(check.passed for check in held)
        answer_json({"days": found.days, "seeds": found.seeds, "rows": rows, "checks": told, "passed": passed})
    else:
        said = words(chosen_lang(args), "simulate")
        _tell_table(found, said)
        _tell_checks(held, said)
    return Exit.OK if all(check.passed for check in held) else Exit.BUG


def _tell_table(found: Study, said: Any) -> None:
    days = "".join(_right(said["day"].format(day=day), 9) for day in found.rows[0].days)
    answer(said["heading"].format(users=len(found.users), days=found.days, lives=found.seeds))
    answer(f"{'':{NAME}} {_right(said['errors'], 7)}{days}{_right(said['trust'], 9)}{_right(said['stage'], 8)}")
    for row in found.rows:
        name = row.user.name if row.noise == found.rates[0] else ""
        bonds = "".join(f"{bond:9.0f}" for bond in row.bonds)
        answer(f"{name:{NAME}} {row.noise:7.0%}{bonds}{row.trust:9.2f}{row.stage:8.1f}")
    answer()


def _tell_checks(held: Sequence[Check], said: Any) -> None:
    for check in held:
        mark = said["holds"] if check.passed else said["fails"]
        name = said[check.key].format(about=check.about).strip()
        answer(f"{mark}  {name}  {check.figure}  [{check.limit}]")
    wrong = sum(not check.passed for check in held)
    answer()
    answer(said["all_hold"].format(checks=len(held)) if not wrong else said["some_fail"].format(wrong=wrong, checks=len(held)))


def _right(text: str, width: int) -> str:
    """To the right of a column; Chinese and Japanese characters are two columns wide."""
    return " " * (width - sum(2 if east_asian_width(one) in "WF" else 1 for one in text)) + text


def _row_json(row: Row) -> dict[str, Any]:
    bonds = {str(day): round(bond, 2) for day, bond in zip(row.days, row.bonds, strict=True)}
    return {"user": row.user.name, "noise": row.noise, "bond": bonds, "trust": round(row.trust, 3), "stage": row.stage,
            "ends": [round(end, 2) for end in row.ends]}  # fmt: skip


def _check_json(check: Check) -> dict[str, Any]:
    return {name: getattr(check, name) for name in ("key", "about", "figure", "limit", "passed")}


def _days(text: str) -> int:
    days = number(text)
    if days > LONGEST:
        raise argparse.ArgumentTypeError(f"{text} is more than {LONGEST} days")
    return days


def _rates(text: str) -> tuple[float, ...]:
    try:
        rates = tuple(float(part) / 100 for part in text.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no list of percentages such as 0,10,25") from None
    if not all(0 <= rate <= 0.5 for rate in rates):
        raise argparse.ArgumentTypeError("percentages lie between 0 and 50")
    return rates
