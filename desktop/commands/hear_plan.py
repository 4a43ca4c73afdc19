"""What ``hearth hear`` listens with, out of its arguments and the settings."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.data_folder import data_folder
from mind.errors import EnvironmentFault

if TYPE_CHECKING:
    from desktop.conversation.ear_making import EarPlan
    from desktop.settings import Settings


def plan_of(args: argparse.Namespace, settings: Settings) -> EarPlan:
    """Raises `EnvironmentFault` for names and addresses that are none, `ModelFault` without a model where one is needed."""
    from desktop.conversation.ear_making import EarPlan, language_heard
    from desktop.conversation.wake_names import only_greeted
    from voice.errors import ModelFault
    from voice.models import find_model

    lang = args.lang or "en"
    server = server_of(args, settings) if args.server is not None else ""
    model: Path | None = None
    try:
        model = find_model(data_folder(args.data_dir) / "models", lang, args.model or settings.hearing.model_for(lang))
    except ModelFault:
        if not server or args.wake or args.model:
            raise
    spoken = language_heard(model, lang)
    names = names_of(args.wake, model, spoken) if args.wake and model is not None else ()
    return EarPlan(model, spoken, names, only_greeted(names, spoken), server, settings.hearing.server_model if server else "")


def server_of(args: argparse.Namespace, settings: Settings) -> str:
    """Its address. Raises `EnvironmentFault`."""
    from voice.speech_server.address import is_usable, normalised

    url: str = args.server or settings.hearing.server_url
    if not url or not is_usable(normalised(url)):
        raise EnvironmentFault(
            f"“{url}” is no address of a server.", "Give one, as in --server http://127.0.0.1:8000/v1.", kind="usage"
        )
    return url


def names_of(wanted: list[str], model: Path, lang: str) -> tuple[str, ...]:
    """The names to wait for; what is to be known of them goes to stderr. Raises `EnvironmentFault` where one is none."""
    from desktop.conversation.wake_names import sentences_about
    from voice.wake.names import callable_names, folded
    from voice.wake.verdict import verdict_on
    from voice.wake.vocabulary import vocabulary_of

    vocabulary = vocabulary_of(model)
    for name in wanted:
        verdict = verdict_on(name, vocabulary, sentences_about(folded(name), lang))
        if {"empty", "long"} & set(verdict.warnings):
            raise EnvironmentFault(
                f"“{name[:40]}” is no name to be called by.", "Give one of one to four words.", kind="usage"
            )
        if verdict.missing:
            near = f" Close to it, and known: {', '.join(verdict.closest)}." if verdict.closest else ""
            unknown = ", ".join(verdict.missing)
            note(f"{model.name} does not know “{unknown}”: the name is looked for by its sound, and found less surely.{near}")
        if verdict.often:
            note(f"“{verdict.folded}” is often said without calling anybody: it counts with a greeting in front only.")
        if "no-grammar" in verdict.warnings:
            note(f"{model.name} cannot wait for a name by itself: it is looked for in all that is said, which costs more.")
    return callable_names(wanted)


def note(text: str) -> None:
    """A line on stderr."""
    sys.stderr.write(f"hearth: {text}\n")
    sys.stderr.flush()
