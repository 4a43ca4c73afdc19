"""Created people as files: one JSON a person in a folder, checked when it is read and never half written."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from avatars.creator.person import CreatedPerson, person_from_json, person_to_json
from avatars.errors import PersonRefused, PlaceRefused

SUFFIX: Final = ".person.json"
LARGEST: Final = 256 * 1024
"""Bytes a person's file may have."""
MOST_PEOPLE: Final = 200
_ID: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,47}")


@dataclass(frozen=True, slots=True)
class Listed:
    """A file of the folder: its person, or why it is none."""

    id: str
    person: CreatedPerson | None
    fault: PersonRefused | None = None


class PeopleFolder:
    """The people the user made. Nothing here is kept in memory: files are small and may be copied by hand."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, name: str) -> Path:
        """Where a person's file lies. ValueError for an id that is none."""
        if not _ID.fullmatch(name):
            raise ValueError(f"{name!r} is no id of a person")
        return self.folder / f"{name}{SUFFIX}"

    def listed(self) -> tuple[Listed, ...]:
        """Everybody, by id; files that cannot be read come with the reason and stay where they are."""
        found = []
        for path in sorted(self.folder.glob(f"*{SUFFIX}"))[:MOST_PEOPLE] if self.folder.is_dir() else ():
            name = path.name[: -len(SUFFIX)]
            try:
                found.append(Listed(name, self.load(name)))
            except PersonRefused as fault:
                found.append(Listed(name, None, fault))
            except ValueError:
                continue  # a file of somebody else's, with a name that no person has
        return tuple(found)

    def load(self, name: str) -> CreatedPerson:
        """One person. `PersonRefused` where the file is missing or wrong, with file and field."""
        return read_person(self.path(name))

    def save(self, person: CreatedPerson, name: str = "") -> str:
        """Write a person, under a new id where none is given; the id. `PlaceRefused` where the folder takes no file."""
        name = name or self._free(person.name)
        text = json.dumps(person_to_json(person), ensure_ascii=False, indent=1) + "\n"
        path = self.path(name)
        fresh = path.with_suffix(".part")
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            fresh.write_text(text, encoding="utf-8")
            fresh.replace(path)
        except OSError as fault:
            raise PlaceRefused(path, fault.strerror or str(fault)) from fault
        return name

    def duplicate(self, name: str, called: str) -> str:
        """Another person like this one, by another name; the id."""
        return self.save(replace(self.load(name), name=called))

    def delete(self, name: str) -> CreatedPerson | None:
        """Take a person away; whom it was, for taking it back (None where the file could not be read)."""
        try:
            person: CreatedPerson | None = self.load(name)
        except PersonRefused:
            person = None
        try:
            self.path(name).unlink(missing_ok=True)
        except OSError as fault:
            raise PlaceRefused(self.path(name), fault.strerror or str(fault)) from fault
        return person

    def _free(self, called: str) -> str:
        """An id that nobody has."""
        base = re.sub(r"[^a-z0-9]+", "-", called.lower()).strip("-")[:40] or "person"
        name, number = base, 1
        while self.path(name).exists():
            number += 1
            name = f"{base}-{number}"
        return name


def read_person(path: Path) -> CreatedPerson:
    """A person's file from anywhere. `PersonRefused` names file, field and remedy."""
    try:
        if path.stat().st_size > LARGEST:
            raise PersonRefused(path, f"is larger than {LARGEST // 1024} kB")
        data = json.loads(path.read_text(encoding="utf-8"))
        return person_from_json(data)
    except OSError as fault:
        raise PersonRefused(path, fault.strerror or str(fault)) from fault
    except RecursionError as fault:
        raise PersonRefused(path, "is nested too deeply") from fault
    except ValueError as fault:  # also what is no JSON, and no UTF-8
        raise PersonRefused(path, str(fault)) from fault
