"""``hearth memory diary`` reads a page of her diary with the user's margins, ``hearth memory notes`` what she wrote for herself.

Every sentence comes with what it rests on.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any, Final

from desktop.door_actions import add_action, answer, answer_json, chosen_lang, moment, number, one_line, opened, words
from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mind.domain import Note, NoteKind
    from mind.turn.diary_book import DiaryPage

KINDS: Final[tuple[NoteKind, ...]] = ("day", "chapter", "portrait", "us")


def configure(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The action."""
    diary = add_action(actions, "diary", "read a page of her diary", _diary)
    diary.add_argument("--day", type=day, metavar="DATE", help="the day, as 2026-03-02 (else the newest page)")
    notes = add_action(actions, "notes", "read what she wrote of days, of weeks, of you and of you two", _notes)
    notes.add_argument("--kind", choices=KINDS, help="one kind only")
    notes.add_argument("--limit", type=number, default=20, metavar="N", help="at most N of a kind, newest first (20)")


def day(text: str) -> str:
    """An ISO date."""
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date like 2026-03-02") from None


def _diary(args: argparse.Namespace) -> int:
    from mind.turn.diary_book import days, page

    with opened(args, readonly=True) as store:
        known = store.call(days)
        wanted = args.day or (known[0] if known else None)
        found = store.call(lambda unit: page(unit, wanted)) if wanted else None
    said = words(chosen_lang(args), "diary")
    if args.json:
        answer_json({"days": list(known), "page": _page_json(found) if found and wanted in known else None})
    elif found is None:
        answer(said["none"])
    elif wanted in known:
        _tell(found, said)
    if args.day and args.day not in known:
        sys.stderr.write("hearth: " + said["unknown"].format(day=args.day) + "\n")
        return Exit.USAGE
    return Exit.OK


def _notes(args: argparse.Namespace) -> int:
    kinds: list[NoteKind] = [args.kind] if args.kind else list(KINDS)
    with opened(args, readonly=True) as store:
        found = store.call(lambda unit: [note for kind in kinds for note in unit.notes.find(kind)[: args.limit]])
    if args.json:
        answer_json({"notes": [_note_json(note) for note in found]})
        return Exit.OK
    said = words(chosen_lang(args), "diary")
    for note in found:
        answer(f"{said[note.kind]}  {note.day}" + (f" – {note.until}" if note.until else ""))
        for one in note.sentences:
            sources = [f"#{turn}" for turn in one.turns] + [f"m{memory}" for memory in one.memories]
            answer(f"  {one.text}  [{' '.join(sources)}]")
    if not found:
        answer(said["none"])
    return Exit.OK


def _note_json(note: Note) -> dict[str, Any]:
    sentences = [
        {"text": one.text, "paragraph": one.paragraph, "turns": list(one.turns), "memories": list(one.memories)}
        for one in note.sentences
    ]
    names = ("id", "kind", "day", "until", "lang", "made_by", "at")
    return {name: getattr(note, name) for name in names} | {"sentences": sentences}


def _tell(page: DiaryPage, said: Mapping[str, str]) -> None:
    """The page as text: title, paragraphs, sources, margins."""
    answer(f"{page.day}  {page.title}".rstrip())
    for together in page.paragraphs:
        answer()
        answer((" " if page.note and page.note.lang == "en" else "").join(one.text for one in together))
    if page.memories or page.turns:
        answer()
    for memory in page.memories:
        answer(said["memory"].format(id=memory.id, text=one_line(memory.text)))
    for turn in page.turns:
        answer(said["turn"].format(id=turn.id, at=moment(turn.at), text=one_line(turn.text, 80)))
    for margin in page.margins:
        answer()
        answer(said["margin"].format(at=moment(margin.at), text=_text(margin)))


def _text(note: Note) -> str:
    return " ".join(one.text for one in note.sentences)


def _page_json(page: DiaryPage) -> dict[str, Any]:
    note = page.note
    return {
        "day": page.day,
        "title": page.title,
        "lang": note.lang if note else None,
        "made_by": note.made_by if note else None,
        "at": note.at if note else None,
        "paragraphs": [
            [{"text": one.text, "turns": list(one.turns), "memories": list(one.memories)} for one in together]
            for together in page.paragraphs
        ],
        "margins": [{"id": margin.id, "at": margin.at, "text": _text(margin)} for margin in page.margins],
    }
