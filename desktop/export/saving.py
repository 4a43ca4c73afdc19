"""Writing a talk, or all that is kept, into a file that only its owner may read. Works beside a running window."""

from __future__ import annotations

import contextlib
import json
import os
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

from assets import asset
from desktop.export.talk_file import Format, Names, as_markdown, as_text, json_line, left_out
from mind.character import MIRA
from mind.languages import Lang

if TYPE_CHECKING:
    from mind.domain import Turn
    from mind.store import SqliteStore
    from mind.store.talks import Stretch

PART: Final = ".part"


@dataclass(frozen=True, slots=True)
class Saved:
    """The file, how many turns it holds and how many were left out."""

    file: Path
    turns: int
    left_out: int = 0


def save_talk(
    folder: Path, target: Path, kind: Format, lang: Lang, stretch: Stretch | None = None, *, hushed: bool = False,
    replace: bool = False,
) -> Saved:  # fmt: skip
    """Write a stretch of the talk; None is the latest sitting. Nothing is written where nothing was said.

    Raises `mind.errors.StoreFault`: no such data, a place that cannot be written, a file that is there already and may not
    be replaced.
    """
    from mind.store import open_store
    from mind.store.talks import Stretch, latest_sitting

    store = open_store(folder, readonly=True)
    try:
        chosen = stretch or Stretch(sitting=latest_sitting(store) or 0)
        names = names_in(store, lang)
        counted = [0, 0]

        def write(file: TextIO) -> None:
            _write(file, kind, names, _turns(store, chosen, counted, hushed=hushed), counted, lang)

        if not any(True for _ in _turns(store, chosen, [0, 0], hushed=True)):
            return Saved(target, 0)
        _whole(target, write, replace=replace)
        return Saved(target, *counted)
    finally:
        store.close()


def save_all(folder: Path, target: Path, *, replace: bool = False) -> Saved:
    """Write all that is kept of her and the user, as `hearth data export` does. Raises `mind.errors.StoreFault`."""
    from mind.store import open_store
    from mind.store.companions import lines

    store = open_store(folder, readonly=True)

    def write(file: TextIO) -> None:
        file.write(f"# {MIRA.id}\n")
        file.writelines(line + "\n" for line in lines(store))

    try:
        _whole(target, write, replace=replace)
        return Saved(target, 0)
    finally:
        store.close()


def names_in(store: SqliteStore, lang: Lang) -> Names:
    """What the two are called now, and the file's words."""
    from mind.turn.person import read_person
    from mind.turn.terms import names_by, read_terms

    person, terms = store.call(lambda unit: (read_person(unit, lang), read_terms(unit)))
    words: dict[str, str] = tomllib.loads(asset("texts", "terms", f"{lang}.toml").read_text("utf-8"))["file"]
    hers = names_by(MIRA.names, terms)[lang]
    return Names(hers, person.name or words["you"], {**words, "title": words["title"].format(her=hers)})


def _turns(store: SqliteStore, stretch: Stretch, counted: list[int], *, hushed: bool) -> Iterator[Turn]:
    from mind.store.talks import told

    for part in told(store, stretch, hushed=hushed):
        counted[0] += len(part.turns)
        counted[1] += part.left_out
        yield from part.turns


def _write(file: TextIO, kind: Format, names: Names, turns: Iterator[Turn], counted: list[int], lang: Lang) -> None:
    day = datetime.now().astimezone().date().isoformat()
    if kind == "json":
        head = {"companion": names.hers, "user": names.user, "lang": lang, "saved": day}
        file.write(json.dumps(head, ensure_ascii=False)[:-1] + ', "turns": [')
        for place, turn in enumerate(turns):
            file.write((",\n" if place else "\n") + json_line(turn, names))
        file.write(f'\n], "left_out": {counted[1]}}}\n')
        return
    for line in as_text(turns, names) if kind == "txt" else as_markdown(turns, names):
        file.write(line + "\n")
    for line in filter(None, (left_out(counted[1], names), names.words["foot"].format(her=names.hers, day=day))):
        file.write("\n" + line + "\n")


def _whole(target: Path, write: Callable[[TextIO], None], *, replace: bool) -> None:
    """Write under another name, for the owner's eyes alone, and give it its own when it is whole."""
    from mind.errors import StoreFault
    from mind.store import faults

    if target.exists() and not replace:
        raise StoreFault(f"{target} is there already.", "Choose another name: nothing is overwritten.", kind="usage")
    part = target.with_name(target.name + PART)
    try:
        part.unlink(missing_ok=True)
        with os.fdopen(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
            write(file)
        part.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise faults.of_copy(error, target) from error
