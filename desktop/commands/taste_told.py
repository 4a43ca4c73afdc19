"""The taste card and her manners as the door ``hearth taste`` tells them: as lines, and as JSON."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from typing import Any, Final

from assets import asset
from desktop.door_actions import moment
from mind.languages import Lang
from mind.taste.names import called
from mind.taste.noticing import HABITS
from mind.taste.packs import packs
from mind.taste.taste import AXES
from mind.turn.taste_book import Liking, TasteView, level, manner_name

MARKS: Final = {"en": "“{}”", "zh": "“{}”", "ja": "「{}」"}


@cache
def texts(lang: Lang) -> dict[str, Any]:
    """The words of the taste page."""
    return tomllib.loads(asset("texts", "taste", f"{lang}.toml").read_text("utf-8"))


def card_lines(seen: TasteView, lang: Lang, now: datetime) -> Iterator[str]:
    """Her manner, then every line with what it rests on."""
    said = texts(lang)
    yield f"{said['manner']}: {manner_name(seen.pack, lang) or own_name(lang)}"
    if not seen.learnt:
        yield said["empty"]
    for liking in (*seen.axes, *seen.topics, *seen.stories):
        yield from _line(liking, lang)


def own_name(lang: Lang) -> str:
    """What her own manner is called."""
    from mind.character import MIRA

    return str(texts(lang)["own"]).format(her=MIRA.names[lang])


def _line(liking: Liking, lang: Lang) -> Iterator[str]:
    said = texts(lang)
    name = said[liking.axis]["name"] if liking.axis in AXES else called(liking.axis, lang)
    if liking.value is None:
        yield f"{name}: {said['unknown']}"
        return
    side = {0: "either", 1: "more", -1: "less"}[(level(liking.value) > 0) - (level(liking.value) < 0)]
    worded = said[liking.axis][side] if liking.axis in AXES else said[side]
    yield f"{name}: {worded}"
    for reason in liking.reasons:
        date = moment(reason.at)
        if reason.kind == "sign" and liking.axis in HABITS:
            yield "  " + said["habit"].format(what=said[f"habit_{liking.axis}"], date=date)
            continue
        quote = f" {MARKS[lang].format(reason.quote)}" if reason.quote else ""
        yield "  " + said[reason.kind].format(date=date) + quote


def manner_lines(seen: TasteView, lang: Lang) -> Iterator[str]:
    """Every manner with its line, the one that is hers marked."""
    yield f"{'*' if not seen.pack else ' '} own       {own_name(lang)}: {texts(lang)['own_line']}"
    for name, pack in packs().items():
        yield f"{'*' if name == seen.pack else ' '} {name:9} {pack.names[lang]}: {pack.lines[lang]}"


def card_json(seen: TasteView) -> dict[str, Any]:
    """All of it for programs."""
    return {
        "manner": seen.pack or "own",
        "lines": {
            one.axis: {
                "value": one.value, "ground": one.ground, "felt": one.felt,
                "reasons": [
                    {"kind": r.kind, "at": r.at.isoformat(), "quote": r.quote, "turn_id": r.turn_id, "value": r.value}
                    for r in one.reasons
                ],
            }
            for one in (*seen.axes, *seen.topics, *seen.stories)
        },
    }  # fmt: skip
