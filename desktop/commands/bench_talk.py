"""``hearth bench talk``: whether an evening with the offline brain is good company, in figures and as transcripts."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from collections.abc import Callable

    from mind.languages import Lang
    from mind.talk.bench.figures import Figures
    from mind.talk.bench.talk import Talk

LANGS: Final = ("en", "zh", "ja")


def configure(door: argparse.ArgumentParser) -> None:
    """The arguments of this subject."""
    door.add_argument("--lang", choices=LANGS, action="append", help="only this language; may be repeated")
    door.add_argument("--users", "--user", metavar="NAME", nargs="+", help="only these users")
    door.add_argument("--turns", metavar="N", type=_between(4, 2000), default=200, help="turns of each talk (200)")
    door.add_argument("--seeds", metavar="N", type=_between(1, 50), default=1, help="talks of each user (1)")
    door.add_argument("--kept", action="store_true", help="the users that nothing was tuned with")
    door.add_argument("--quick", action="store_true", help="the rules alone, without the rest of the companion and her store")
    door.add_argument("--no-server", action="store_true", help="without the talk with a server that repeats itself")
    door.add_argument("--show", metavar="N", type=_between(0, 50), default=0, help="the N worst replies by each measure")
    door.add_argument("--read", action="store_true", help="the whole talks, too")
    door.add_argument("--evenings", metavar="FOLDER", type=Path, help="instead: write whole evenings there, to read")
    door.add_argument("--json", action="store_true", help="one JSON object")
    door.set_defaults(subject=run)


def _between(low: int, high: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        if not text.isdecimal() or not low <= int(text) <= high:
            raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from {low} to {high}")
        return int(text)

    return number


def run(args: argparse.Namespace) -> int:
    """Measure and print the tables. 1 where a figure of all users together misses its goal."""
    from mind.talk.bench.table import as_json, lines, missed

    if args.evenings is not None:
        return _evenings(args)
    found, wrong = {}, 0
    for lang in args.lang or LANGS:
        rows, kinds = _language(lang, args)
        wrong += missed(rows)
        found[lang] = as_json(rows, kinds)
        if not args.json:
            kept = ", kept users" if args.kept else ""
            print("\n".join(lines(f"{lang}{kept}: {args.seeds} talks of {args.turns} turns each", rows, kinds)))
            print()
        if not (args.no_server or args.quick or args.kept or args.users):
            guard, short = _guard(lang, args)
            found[lang]["server"] = guard
            wrong += short
    if args.json:
        import json

        print(json.dumps({"turns": args.turns, "seeds": args.seeds, "kept": args.kept, "languages": found}, ensure_ascii=False))
    return Exit.OK if not wrong else Exit.BUG


def _guard(lang: Lang, args: argparse.Namespace) -> tuple[dict[str, float], int]:
    """The talk with the stubborn server: its figures, and how many miss their goal."""
    from mind.talk.bench.server.guarded import GUARD_GOALS, REPLIES, guard_figures, with_stubborn
    from mind.talk.bench.table import guard_lines

    values = guard_figures(with_stubborn(lang, min(REPLIES, args.turns)))
    if not args.json:
        print("\n".join(guard_lines(f"{lang}: with a server that repeats itself, {min(REPLIES, args.turns)} replies", values)))
        print()
    return values, sum(not goal.met(values[goal.key]) for goal in GUARD_GOALS)


def _evenings(args: argparse.Namespace) -> int:
    from mind.talk.bench.evenings import KEPT, write_evenings
    from mind.talk.bench.evenings_page import page
    from mind.talk.bench.script import users

    written = []
    for lang in args.lang or LANGS:
        wanted = _users(args.users, users(lang)) if args.users else list(KEPT[cast("Lang", lang)])
        written += write_evenings(args.evenings, lang, wanted, lambda line: print(line, file=sys.stderr, flush=True))
    if not (args.lang or args.users):
        (args.evenings / "README.md").write_text(page(written), "utf-8")
    return Exit.OK


def _language(lang: Lang, args: argparse.Namespace) -> tuple[dict[str, dict[str, float]], Counter[str]]:
    from mind.talk.bench.figures import figures
    from mind.talk.bench.script import users
    from mind.talk.bench.table import row
    from mind.talk.bench.talk import simulate

    rows: dict[str, dict[str, float]] = {}
    kinds: Counter[str] = Counter()
    for user in _users(args.users, users(lang, kept=args.kept)):
        seeds = range(1, args.seeds + 1)
        talks = [simulate(lang, user, seed, args.turns, kept=args.kept, whole=not args.quick) for seed in seeds]
        measured = [figures(one) for one in talks]
        rows[user] = row(user, measured)
        for one in measured:
            kinds.update(one.kinds)
        _show(args, talks, measured)
        print(f"{lang} {user}", file=sys.stderr, flush=True)
    return rows, kinds


def _users(wanted: list[str] | None, there: tuple[str, ...]) -> list[str]:
    from mind.errors import SettingFault

    unknown = [user for user in wanted or () if user not in there]
    if unknown:
        raise SettingFault(f"There is no user called {unknown[0]}.", f"There are: {', '.join(there)}.")
    return [user for user in there if not wanted or user in wanted]


def _show(args: argparse.Namespace, talks: list[Talk], measured: list[Figures]) -> None:
    from mind.talk.bench.table import exchange_lines, worst

    for one, found in zip(talks, measured, strict=True):
        if args.read:
            print("\n".join(line for exchange in one.exchanges for line in exchange_lines(one, exchange.number)))
        if args.show:
            print("\n".join(worst(one, found, cast("int", args.show))))
