"""``hearth memory diary``: a page of her diary with what it rests on, and the user's margins beside it."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any

from desktop.door_actions import add_action, answer, answer_json, chosen_lang, moment, one_line, opened, words
from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mind.domain import Note
    from mind.turn.diary_book import DiaryPage


def configure(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The action."""
    diary = add_action(actions, "diary", "read a page of her diary", _diary)
    diary.add_argument("--day", type=day, metavar="DATE", help="the day, as 2026-03-02 (else the newest page)")


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
