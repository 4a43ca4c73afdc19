"""A speech model to show: what it is called, for which language, how large, and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.conversation.model_fetch import MEGABYTES
from desktop.conversation.voice_choices import language_name
from desktop.settings_page.on_disk import MILLION, megabytes_in
from desktop.theme.words import words
from mind.languages import LANGS
from voice.models import KNOWN, InstalledModel, OfficialModel


@dataclass(frozen=True, slots=True)
class ModelTold:
    """`megabytes` to download, or on the disk where `path` is one. `by_hand`: a folder that the user chose."""

    name: str
    lang: str
    megabytes: int
    path: Path | None = None
    by_hand: bool = False

    def title(self) -> str:
        """By its language, where it is the one we know; else with its own name."""
        language = language_name(self.lang) if self.lang else ""
        if KNOWN.get(self.lang) == self.name:
            return language
        return words()("hearing.model.of_language", language=language, name=self.name) if language else self.name

    @property
    def choice(self) -> str:
        """What the settings call it."""
        return str(self.path) if self.by_hand else self.name


def ours() -> dict[str, ModelTold]:
    """Those we would begin with, the window's language first."""
    langs = sorted(LANGS, key=lambda lang: lang != words().lang)
    return {KNOWN[lang]: ModelTold(KNOWN[lang], lang, MEGABYTES[lang]) for lang in langs}


def told_of(model: OfficialModel) -> ModelTold:
    """One of the public list."""
    return ModelTold(model.name, model.lang, -(-model.size // MILLION))


def told_of_installed(model: InstalledModel, *, lang: str = "", by_hand: bool = False) -> ModelTold:
    """One on this computer."""
    return ModelTold(model.name, lang or model.lang, megabytes_in(model.path), model.path, by_hand)
