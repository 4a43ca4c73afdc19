"""Manners she can be set to: each a file under ``assets/taste``, data only.

A manner changes how she says things, never what is true of her, nor what the guards say. It rests in a crisis, in grief and
while a hurt stands; one for romance holds only for a person known to be an adult.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final, Literal, cast, get_args

from assets import asset
from mind.domain import Person
from mind.languages import LANGS, Lang
from mind.taste.taste import AXES, Axis

View = Literal["plain", "narrated"]
"""Whether she only speaks, or her small gestures are told beside it."""

OWN: Final = ""
"""Her own manner: no pack."""
ORDER: Final = ("gentle", "otome", "buddy", "mentor", "comic", "literary")
FACTORS: Final = {"rate": (0.9, 1.1), "pitch": (0.9, 1.1), "pause": (0.8, 1.4), "melody": (0.85, 1.2)}
"""How far a manner may move the voice: heard as the same person."""
PROMPT_LINE: Final = {"en": 260, "zh": 110, "ja": 130}
"""Characters of what a language model is told of a manner: two short lines."""


@dataclass(frozen=True, slots=True)
class Sound:
    """Factors around the character's own voice."""

    rate: float = 1.0
    pitch: float = 1.0
    pause: float = 1.0
    melody: float = 1.0


@dataclass(frozen=True, slots=True)
class Pack:
    """A manner.

    `names` and `lines` are shown to the user, `sample` is one sentence in it; `address` is what she calls them where they gave no
    name, `named` with ``{name}`` where they did (of several, parted by "/", one at a time); `axes` are what it brings on each. Of
    her other wordings it likes those that hold `suits` and avoids those that hold `jars`.
    """

    id: str
    names: Mapping[Lang, str]
    lines: Mapping[Lang, str]
    sample: Mapping[Lang, str]
    address: Mapping[Lang, str]
    named: Mapping[Lang, str]
    register: Mapping[Lang, str]
    view: View
    axes: Mapping[Axis, float]
    sound: Sound
    prompt: Mapping[Lang, str]
    adults: bool = False
    plain: bool = False
    """Japanese in plain form, whatever stage the two are at; else politely."""
    suits: Mapping[Lang, re.Pattern[str]] = field(default_factory=dict)
    jars: Mapping[Lang, re.Pattern[str]] = field(default_factory=dict)

    def calls(self, lang: Lang, name: str | None) -> tuple[str, ...]:
        """What she may call the user: by the name where it is known."""
        said = self.named[lang].replace("{name}", name) if name else self.address[lang]
        return tuple(one.strip() for one in said.split("/"))


class PackError(ValueError):
    """A file of a manner that cannot be used."""


@cache
def packs() -> Mapping[str, Pack]:
    """All manners that ship, in the order they are shown."""
    return {name: read_pack(name, tomllib.loads(asset("taste", f"{name}.toml").read_text("utf-8"))) for name in ORDER}


def pack_of(name: str) -> Pack | None:
    """One of them; None for her own, and for a name there is none of."""
    return packs().get(name)


def allowed(name: str, person: Person) -> bool:
    """Whether this manner may hold for a person."""
    if name == OWN:
        return True
    pack = pack_of(name)
    return pack is not None and (not pack.adults or person.adult is True)


def read_pack(name: str, data: Mapping[str, Any]) -> Pack:
    """A file's content, checked. PackError names what is wrong."""
    view = data.get("view", "plain")
    if view not in get_args(View):
        raise PackError(f"{name}: no point of view '{view}'")
    axes = data.get("axes", {})
    for axis, value in axes.items():
        if axis not in AXES or not isinstance(value, (int, float)) or not -1 <= value <= 1:
            raise PackError(f"{name}: axis '{axis}' is none, or not from -1 to 1")
    prompt = _by_lang(name, data, "prompt")
    for lang, words in prompt.items():
        if len(words) > PROMPT_LINE[lang] or words.count("\n") > 1:
            raise PackError(f"{name}: what a model is told in {lang} is longer than two short lines")
    return Pack(
        name, _by_lang(name, data, "name"), _by_lang(name, data, "line"), _by_lang(name, data, "sample"),
        _by_lang(name, data, "address"), _by_lang(name, data, "named"), _by_lang(name, data, "register"),
        cast("View", view), {axis: float(value) for axis, value in axes.items()}, _sound(name, data.get("voice", {})), prompt,
        bool(data.get("adults", False)), bool(data.get("plain", False)),
        _patterns(name, data, "suits"), _patterns(name, data, "jars"),
    )  # fmt: skip


def _by_lang(name: str, data: Mapping[str, Any], field: str) -> dict[Lang, str]:
    table = data.get(field)
    if not isinstance(table, dict) or any(not isinstance(table.get(lang), str) for lang in LANGS):
        raise PackError(f"{name}: '{field}' is needed in {', '.join(LANGS)}")
    return {lang: table[lang].strip() for lang in LANGS}


def _patterns(name: str, data: Mapping[str, Any], field_name: str) -> dict[Lang, re.Pattern[str]]:
    found: dict[Lang, re.Pattern[str]] = {}
    for lang in LANGS:
        if text := data.get(field_name, {}).get(lang):
            try:
                found[lang] = re.compile(text, re.IGNORECASE)
            except re.error as bad:
                raise PackError(f"{name}: '{field_name}' in {lang} is no pattern: {bad}") from bad
    return found


def _sound(name: str, data: Mapping[str, Any]) -> Sound:
    for factor, value in data.items():
        low, high = FACTORS.get(factor, (1.0, 0.0))
        if not low <= value <= high:
            raise PackError(f"{name}: the voice's '{factor}' is none, or outside {low} to {high}")
    return Sound(**data)
