"""Whose picture is taken: one of our people, a file, or a person the forge makes for this picture."""

from __future__ import annotations

from pathlib import Path

from desktop.render.fault import PictureFault


def person_file(name: str) -> Path:
    """The file of one of our people. Raises `PictureFault` that names those there are."""
    from assets import asset

    file = asset("avatars", f"{name.casefold()}.vrm")
    if not file.is_file():
        raise PictureFault(f"there is no person {name!r} here.", f"There are: {', '.join(people()) or 'none'}.")
    return file


def people() -> tuple[str, ...]:
    """The names of our people, Mira first."""
    from assets import asset

    found = (path.stem for path in asset("avatars").glob("*.vrm"))
    return tuple(sorted(found, key=lambda name: (name != "mira", name)))
