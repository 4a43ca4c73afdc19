"""``hearth hear --list-models``."""

from __future__ import annotations

import argparse
import json
from typing import Any

from desktop.commands.hear_plan import note
from desktop.data_folder import data_folder
from desktop.exit_codes import Exit


def list_models(args: argparse.Namespace) -> int:
    """A line for each speech model that is here: its name, its language, and whether it can wait for a name by itself."""
    from desktop.conversation.models_here import chosen_folders, damaged_choices, models_here
    from desktop.settings import load_settings
    from voice.wake.vocabulary import takes_grammar

    folder = data_folder(args.data_dir)
    settings = load_settings(folder)
    chosen = {path for _, path in chosen_folders(folder, settings)}
    found: list[dict[str, Any]] = [
        {
            "name": model.name,
            "lang": model.lang,
            "wake_word": takes_grammar(model.path),
            "chosen": model.path in chosen,
            "folder": str(model.path),
        }
        for model in models_here(folder, settings)
    ]
    if args.json:
        print(json.dumps({"models": found}, ensure_ascii=False), flush=True)
        return Exit.OK
    damaged = damaged_choices(folder, settings)
    for fault in damaged:
        note(f"{fault.message} {fault.remedy}")
    if not found and not damaged:
        note("no speech model is here. The settings, How she listens, fetch one (40 MB).")
    for model in found:
        marks = [model["lang"] or "?", *(["wake word"] if model["wake_word"] else []), *(["chosen"] if model["chosen"] else [])]
        print(f"{model['name']}  {', '.join(marks)}", flush=True)
    return Exit.OK
