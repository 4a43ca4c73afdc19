"""A store that something else wrote in, and what mending makes of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from mind.store.check import check, mend
from tests.support.store_samples import store_in


def harm(folder, *statements):
    """Run statements over the closed store, past all its rules."""
    with closing(sqlite3.connect(folder / "hearth.db")) as raw:
        for statement in statements:
            raw.execute(statement)
        raw.commit()


def healed(folder):
    """What a check says before and after mending."""
    before = check(folder)
    with store_in(folder) as store:
        store.call(lambda unit: (mend(unit), unit.commit()))
    return before, check(folder)
