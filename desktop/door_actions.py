"""What doors with several actions share: ``hearth memory list``, ``hearth bond why``, ``hearth data check``."""

from __future__ import annotations

import argparse
import json
import locale
import os
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from functools import cache, partial
from typing import TYPE_CHECKING, Any, Final

from assets import asset
from desktop.data_folder import data_folder
from mind.languages import Lang, as_lang

if TYPE_CHECKING:
    from mind.store import SqliteStore

LARGEST: Final = 2**31 - 1

Action = Callable[[argparse.Namespace], int]


def add_action(
    actions: argparse._SubParsersAction[argparse.ArgumentParser], name: str, summary: str, work: Action
) -> argparse.ArgumentParser:
    """An action of a door, with the options every door takes."""
    from desktop.cli import common

    parser = actions.add_parser(name, help=summary, description=summary.capitalize() + ".")
    common(parser, inherited=True)
    parser.add_argument("--json", action="store_true", help="answer as one JSON object")
    parser.set_defaults(action=work)
    return parser


def number(text: str) -> int:
    """A whole number from 1 up that a database can hold: an id, or how many at most."""
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:20]) <= LARGEST and len(text) <= len(str(LARGEST))):
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 up")
    return int(text)


@contextmanager
def opened(args: argparse.Namespace, *, readonly: bool) -> Iterator[SqliteStore]:
    """The store of the chosen data folder, closed at the end. Readers work beside a running Hearth."""
    from mind.store import open_store

    store = open_store(data_folder(args.data_dir), readonly=readonly, upgrading=partial(tell_upgrading, chosen_lang(args)))
    try:
        yield store
    finally:
        store.close()


def tell_upgrading(lang: Lang) -> None:
    """Say that an older database is being brought up to date, which takes a while once."""
    sys.stderr.write("hearth: " + words(lang, "data")["upgrading"] + "\n")
    sys.stderr.flush()


def chosen_lang(args: argparse.Namespace) -> Lang:
    """The language of the answer: `--lang`, else the locale's."""
    tags = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return as_lang(args.lang or next(filter(None, tags), None) or locale.getlocale()[0])


def words(lang: Lang, door: str) -> Mapping[str, str]:
    """What a door says, by key."""
    said: Mapping[str, str] = _texts(lang)[door]
    return said


def answer_json(value: Any) -> None:
    """Write one JSON object to stdout."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, default=_plain) + "\n")


def answer_json_list(name: str, values: Iterable[Any]) -> None:
    """Write one JSON object with one list to stdout, value by value, however many there are."""
    sys.stdout.write("{" + json.dumps(name) + ": [")
    for place, value in enumerate(values):
        sys.stdout.write((", " if place else "") + json.dumps(value, ensure_ascii=False, default=_plain))
    sys.stdout.write("]}\n")


def answer(line: str = "") -> None:
    """Write one line to stdout."""
    sys.stdout.write(line + "\n")


def moment(at: datetime) -> str:
    """A time as people read it everywhere: ``2026-03-02 18:44``."""
    return at.astimezone().strftime("%Y-%m-%d %H:%M")


def one_line(text: str, longest: int = 160) -> str:
    """A text on one line, elided."""
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else flat[: longest - 1].rstrip() + "…"


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    return dict(value) if isinstance(value, Mapping) else str(value)


@cache
def _texts(lang: Lang) -> dict[str, Any]:
    return tomllib.loads(asset("texts", "doors", f"{lang}.toml").read_text(encoding="utf-8"))
