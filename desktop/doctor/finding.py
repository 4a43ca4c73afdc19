"""One line of the doctor's report."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

State = Literal["ok", "missing", "optional"]
"""`optional`: not there and not needed; the remedy says what it would bring."""


@dataclass(frozen=True, slots=True)
class Finding:
    """`name` is stable for programs; `detail` says what was found, `remedy` the next step where something is missing."""

    name: str
    state: State
    detail: str
    remedy: str = ""

    def as_json(self) -> dict[str, Any]:
        """For `doctor --json`."""
        return asdict(self)
