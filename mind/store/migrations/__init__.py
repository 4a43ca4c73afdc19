"""Every step the schema took, oldest first. Steps are only ever added.

They are imported, not read from a folder, so that they also work inside a frozen program. A step's text never changes
after its release: it says what the tables were then, not what they are now.
"""

from __future__ import annotations

from types import ModuleType
from typing import Final

from mind.store.migrations import (
    m0001_first,
    m0002_remembering,
    m0003_expecting,
    m0004_dressing,
    m0005_variety,
    m0006_reminding,
)

STEPS: Final[tuple[ModuleType, ...]] = (
    m0001_first, m0002_remembering, m0003_expecting, m0004_dressing, m0005_variety, m0006_reminding,
)  # fmt: skip
"""Each has `REVISION` and `upgrade(op, dialect)`."""
