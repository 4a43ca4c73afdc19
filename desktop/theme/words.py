"""The interface's words in the chosen language, from ``assets/texts/{en,zh,ja}.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, Final

import shiboken6
from PySide6.QtCore import QObject, Signal

from assets import asset
from mind.character import MIRA
from mind.languages import Lang


def flattened(table: dict[str, Any], prefix: str = "") -> dict[str, str]:
    """Nested tables as dotted keys."""
    flat: dict[str, str] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            flat.update(flattened(value, f"{prefix}{key}."))
        else:
            flat[f"{prefix}{key}"] = str(value)
    return flat


FOLDERS: Final = (
    "why", "remember", "initiative", "terms", "captions", "voice", "hearing", "latency", "wardrobe", "creator", "room", "taste",
    "play",
)
"""Words in a folder of their own, under its name: doors that know no Qt read them too."""

HER: Final = "{her}"
"""Where her name stands in words."""


@lru_cache(maxsize=3)
def table(lang: Lang) -> dict[str, str]:
    """All words of one language by dotted key."""
    found = flattened(tomllib.loads(asset("texts", f"{lang}.toml").read_text("utf-8")))
    for folder in FOLDERS:
        found |= flattened(tomllib.loads(asset("texts", folder, f"{lang}.toml").read_text("utf-8")), f"{folder}.")
    return found


class Words(QObject):
    """Looks words up and keeps what was bound in step with the language."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lang: Lang = "en"
        self._her: Mapping[Lang, str] = dict(MIRA.names)
        self._bound: list[tuple[QObject, Callable[[], None]]] = []

    def __call__(self, key: str, **values: object) -> str:
        """The words of `key` with `values` filled in. KeyError names a key that no language has."""
        found = table(self.lang)[key]
        if HER in found:
            values = {"her": self.her, **values}
        return found.format(**values) if values else found

    @property
    def her(self) -> str:
        """What she is called in this language."""
        return self.her_in(self.lang)

    def her_in(self, lang: Lang) -> str:
        """Her name in a language."""
        return self._her.get(lang) or MIRA.names["en"]

    def call_her(self, names: Mapping[Lang, str]) -> None:
        """She has another name: every word that tells it is said anew."""
        if dict(names) != self._her:
            self._her = dict(names)
            self._fill()

    def bind(self, owner: QObject, setter: Callable[[str], object], key: str, **values: object) -> None:
        """Set the words now, and again whenever the language changes, for as long as `owner` lives."""

        def fill() -> None:
            setter(self(key, **values))

        fill()
        self._bound.append((owner, fill))

    def speak(self, lang: Lang) -> None:
        """Change the language of the whole interface."""
        if lang == self.lang:
            return
        self.lang = lang
        self._fill()

    def _fill(self) -> None:
        self._bound = [(owner, fill) for owner, fill in self._bound if shiboken6.isValid(owner)]
        for _, fill in self._bound:
            fill()
        self.changed.emit()


@lru_cache(maxsize=1)
def words() -> Words:
    """The one word table of this process."""
    return Words()
