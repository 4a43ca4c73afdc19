"""The settings file: TOML in the data folder, replaced atomically, comments and unknown keys kept."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import tomlkit
from pydantic import ValidationError
from tomlkit.exceptions import TOMLKitError

from desktop.settings.model import Settings

NAME: Final = "settings.toml"

Notice = Callable[[str], None]


HERS: Final = ("engine", "voice", "rate", "pitch", "volume")
"""What version 1 kept in `voice` and version 2 keeps in `voice.characters.mira`."""


def voice_by_character(raw: dict[str, Any]) -> dict[str, Any]:
    """Version 1 knew one voice, Mira's: since version 2 each character has one."""
    voice = raw.get("voice")
    if not isinstance(voice, dict):
        return raw
    hers = {key: voice[key] for key in HERS if key in voice}
    if not hers:
        return raw
    rest = {key: value for key, value in voice.items() if key not in hers}
    return raw | {"voice": rest | {"characters": {"mira": hers}}}


MIGRATIONS: Final[dict[int, Callable[[dict[str, Any]], dict[str, Any]]]] = {1: voice_by_character}
"""From version N to N+1, each a pure function of the file's values."""


def to_stderr(line: str) -> None:
    """Where notices go when nobody asks for them."""
    print(f"hearth: {line}", file=sys.stderr, flush=True)


def load_settings(folder: Path, notice: Notice = to_stderr) -> Settings:
    """The settings of a data folder; defaults where there are none.

    A file that cannot be read as TOML is set aside and defaults are used; a single value out of bounds
    falls back to its own default. Both are told through `notice`. What the environment
    says is not mixed in here, so that it is never written back: see `desktop.settings.environment`.
    """
    path = folder / NAME
    try:
        raw = tomlkit.parse(path.read_text("utf-8")).unwrap()
    except FileNotFoundError:
        return Settings()
    except (TOMLKitError, UnicodeDecodeError) as fault:
        set_aside(path, fault, notice)
        return Settings()
    except OSError as fault:
        notice(f"{path} cannot be read ({fault.strerror}); defaults are used. Check the file's permissions.")
        return Settings()
    return validated(migrated(raw), path, notice)


def migrated(raw: dict[str, Any]) -> dict[str, Any]:
    """The values in today's shape; no version means the first. A newer file is taken as it is: unknown keys are kept."""
    version = raw.get("version", 1)
    while isinstance(version, int) and version in MIGRATIONS:
        raw = MIGRATIONS[version](raw)
        version += 1
        raw["version"] = version
    return raw


def validated(raw: dict[str, Any], path: Path, notice: Notice) -> Settings:
    """The settings, without the values that do not fit."""
    while True:
        try:
            return Settings.model_validate(raw)
        except ValidationError as fault:
            for error in fault.errors():
                place = [str(part) for part in error["loc"]]
                notice(f"{path}: {'.'.join(place)}: {error['msg']}. Its default is used.")
                drop(raw, place)


def drop(raw: dict[str, Any], place: list[str]) -> None:
    """Remove the value at `place`, or the nearest thing above it that exists."""
    table: Any = raw
    for part in place[:-1]:
        if not isinstance(table.get(part), dict):
            table.pop(part, None)
            return
        table = table[part]
    table.pop(place[-1], None)


def set_aside(path: Path, fault: Exception, notice: Notice) -> None:
    """Keep the unreadable file under another name."""
    kept = path.with_name(f"{path.name}.unreadable-{datetime.now():%Y%m%d-%H%M%S}")
    try:
        path.replace(kept)
    except OSError:
        kept = path
    notice(f"{path} is not valid TOML ({type(fault).__name__}); defaults are used. Your file is kept as {kept.name}.")


def save_settings(folder: Path, settings: Settings) -> None:
    """Write the settings so that either the old or the new file is there whole. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / NAME
    try:
        document = tomlkit.parse(path.read_text("utf-8"))
    except (OSError, TOMLKitError, UnicodeDecodeError):
        document = tomlkit.document()
    drop_moved(document)
    drop_unchosen(document, settings)
    merge(document, settings.model_dump())
    part = path.with_name(path.name + ".new")
    with part.open("w", encoding="utf-8") as file:
        file.write(tomlkit.dumps(document))
        file.flush()
        os.fsync(file.fileno())
    part.chmod(0o600)
    part.replace(path)


def drop_moved(document: Any) -> None:
    """What an older version kept elsewhere stands there no more."""
    voice = document.get("voice")
    if isinstance(voice, dict):
        for key in HERS:
            voice.pop(key, None)


def drop_unchosen(document: Any, settings: Settings) -> None:
    """A language for which no speech model is chosen any more stands there no more."""
    models = document.get("hearing", {}).get("models")
    if isinstance(models, dict):
        for lang in [lang for lang in models if lang not in settings.hearing.models]:
            models.pop(lang)


def merge(target: Any, values: dict[str, Any]) -> None:
    """Set `values` in the document, leaving comments and other keys where they are; what is None now stands there no more."""
    for key, value in values.items():
        if value is None:
            target.pop(key, None)
            continue
        if isinstance(value, dict):
            if not isinstance(target.get(key), dict):
                target[key] = tomlkit.table()
            merge(target[key], value)
        elif target.get(key) != value:
            target[key] = value
