"""``hearth hear --list-models``."""

from __future__ import annotations

import argparse
import json
from typing import Any

from desktop.data_folder import data_folder
from desktop.exit_codes import Exit


def list_models(args: argparse.Namespace) -> int:
    """A line for each speech model that is here: its name, its language, and whether it can wait for a name by itself."""
    from desktop.settings import load_settings
    from voice.models import installed_models
    from voice.wake.vocabulary import takes_grammar

    folder = data_folder(args.data_dir)
    hearing = load_settings(folder).hearing
    found: list[dict[str, Any]] = [
        {
            "name": model.name,
            "lang": model.lang,
            "wake_word": takes_grammar(model.path),
            "chosen": model.name == hearing.model_for(model.lang),
            "folder": str(model.path),
        }
        for model in installed_models(folder / "models")
    ]
    if args.json:
        print(json.dumps({"models": found}, ensure_ascii=False), flush=True)
        return Exit.OK
    for model in found:
        marks = [model["lang"] or "?", *(["wake word"] if model["wake_word"] else []), *(["chosen"] if model["chosen"] else [])]
        print(f"{model['name']}  {', '.join(marks)}", flush=True)
    return Exit.OK
