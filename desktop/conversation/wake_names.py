"""The names she is called by, and what becomes of each."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from assets import asset
from desktop.settings import Settings
from mind.character import MIRA, all_names

if TYPE_CHECKING:
    from voice.wake.verdict import NameVerdict

SAID: Final = re.compile(r'^\s*(?:yes|no) "([^"]*)"', re.MULTILINE)
"""What users say, among the rules of what she understands."""


def called(settings: Settings, her: str) -> tuple[str, ...]:
    """The names she is called by: those that were set, else `her` name; the ones that can be called, folded."""
    from voice.wake.names import callable_names

    return callable_names(settings.hearing.wake_names) or callable_names([her])


@functools.cache
def said_by_users(lang: str) -> tuple[str, ...]:
    """Some hundreds of sentences as people say them to her, in a language; none in one she does not speak."""
    texts = (file.read_text("utf-8") for file in sorted(asset("talk", lang).glob("*.talk")))
    return tuple(said for text in texts for said in SAID.findall(text))


def only_greeted(names: Iterable[str], lang: str) -> frozenset[str]:
    """Folded names that are common words or very short: with a greeting in front only they call her."""
    from voice.wake.verdict import wakes_often

    return frozenset(name for name in names if wakes_often(name, sentences_about(name, lang)))


def sentences_about(name: str, lang: str) -> tuple[str, ...]:
    """What tells how common a name is: nothing for her own, with which the sentences address her."""
    own = {one.casefold() for one in all_names(MIRA)}
    return () if name.casefold() in own else said_by_users(lang)


def verdicts(
    folder: Path, settings: Settings, lang: str, names: Iterable[str], own: Iterable[str] = ()
) -> list[NameVerdict]:
    """A verdict for each name, by the speech model that listens in this language; `own` are the user's names. Reads files: up to
    a second. Raises `voice.errors.ModelFault` without a model."""
    from voice.models import find_model
    from voice.wake.names import folded
    from voice.wake.verdict import verdict_on
    from voice.wake.vocabulary import vocabulary_of

    vocabulary = vocabulary_of(find_model(folder / "models", lang, settings.hearing.model_for(lang)))
    mine = tuple(own)
    return [verdict_on(name, vocabulary, sentences_about(folded(name), lang), mine) for name in names]
