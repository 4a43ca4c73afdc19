"""A person being made: every change can be taken back, and one drag of a slider is one change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from avatars.creator.person import CreatedPerson

MOST_STEPS: Final = 200


class Draft:
    """The person now, the way that led there, and whether it is saved."""

    def __init__(self, person: CreatedPerson) -> None:
        self._now = person
        self._saved = person
        self._past: list[CreatedPerson] = []
        self._future: list[CreatedPerson] = []
        self._dragging = ""

    @property
    def person(self) -> CreatedPerson:
        """As the person is now."""
        return self._now

    @property
    def changed(self) -> bool:
        """Whether something is not saved."""
        return self._now != self._saved

    @property
    def steps(self) -> int:
        """How many changes can be taken back."""
        return len(self._past)

    def change(self, person: CreatedPerson, drag: str = "") -> None:
        """Another state; changes with the same word `drag`, one after the other, are taken back as one."""
        if person == self._now:
            return
        if not drag or drag != self._dragging:
            self._past = [*self._past[-MOST_STEPS + 1 :], self._now]
        self._dragging = drag
        self._future.clear()
        self._now = person

    def settle(self) -> None:
        """The drag is over: the next one is a change of its own."""
        self._dragging = ""

    def slide(self, slider: str, value: float) -> None:
        """Move one slider of the shape. ValueError names an unknown one or a value out of range."""
        self.change(replace(self._now, shape={**self._now.shape, slider: value}), f"shape.{slider}")

    def set(self, part: str, **values: Any) -> None:
        """Change fields of ``skin``, ``make_up`` or ``eyes``; a single number is a drag. ValueError for what cannot be."""
        drag = f"{part}.{next(iter(values))}" if len(values) == 1 else ""
        changed: Mapping[str, Any] = {part: replace(getattr(self._now, part), **values)}
        self.change(replace(self._now, **changed), drag)

    def undo(self) -> bool:
        """Take the last change back; False where there is none."""
        return self._step(self._past, self._future)

    def redo(self) -> bool:
        """Do again what was taken back last; False where there is nothing."""
        return self._step(self._future, self._past)

    def _step(self, source: list[CreatedPerson], other: list[CreatedPerson]) -> bool:
        self.settle()
        if not source:
            return False
        other.append(self._now)
        self._now = source.pop()
        return True

    def saved(self) -> None:
        """What is now is what is kept."""
        self._saved = self._now
