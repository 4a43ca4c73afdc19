"""``hearth bench swap``: whether another brain in the middle of a talk leaves her the same, in hashes."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Final

from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from mind.talk.bench.swap import Swap

LANGS: Final = ("en", "zh", "ja")
SHOWN: Final = 12
"""Digits of a hash."""


def configure(door: argparse.ArgumentParser) -> None:
    """The arguments of this subject."""
    door.add_argument("--lang", choices=LANGS, action="append", help="only this language; may be repeated (all)")
    door.add_argument("--json", action="store_true", help="one JSON object")
    door.set_defaults(subject=run)


def run(args: argparse.Namespace) -> int:
    """Live it and tell. 1 where something of her is another after a swap."""
    from mind.talk.bench.swap import swap

    found = [swap(lang) for lang in args.lang or LANGS]
    if args.json:
        import json
        from dataclasses import asdict

        told = {one.lang: {"unchanged": one.unchanged, "same_request": one.same_request, **asdict(one)} for one in found}
        print(json.dumps(told, ensure_ascii=False))
    else:
        print("\n\n".join("\n".join(_lines(one)) for one in found))
    return Exit.OK if all(one.unchanged and one.same_request for one in found) else Exit.BUG


def _lines(one: Swap) -> list[str]:
    ways = one.ways
    names = "".join(f"{way.name:<15}" for way in ways)
    rows = [f"{one.lang:<10}{'before':<15}{names}after: {', '.join(way.name for way in ways)}"]
    for mark, before in ways[0].before.items():
        swapped = "".join(f"{way.swapped[mark][:SHOWN]:<15}" for way in ways)
        after = "  ".join(way.after[mark][:SHOWN] for way in ways)
        rows.append(f"{mark:<10}{before[:SHOWN]:<15}{swapped}{after}")
    rows += [f"{way.name}: {way.reply}" for way in ways]
    for way in ways:
        if way.carried is not None:
            rows.append(f"{way.name} was told persona {way.carried.persona[:SHOWN]} and {len(way.carried.memories)} memories")
    rows += [f"  {line}" for line in (ways[0].carried.memories if ways[0].carried is not None else ())]
    rows.append(f"unchanged: {_yes(one.unchanged)}; the same persona and memories in the next request: {_yes(one.same_request)}")
    return rows


def _yes(held: bool) -> str:
    return "yes" if held else "NO"
