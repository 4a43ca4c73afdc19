"""Where everything is kept: one SQLite file in the data folder, written by one Hearth, readable by any.

What is acknowledged survives a kill and a power cut; what is forgotten is gone from every byte of the store.
"""

from mind.store.opening import open_store
from mind.store.store import SqliteStore
from mind.store.unit import SqlUnitOfWork

__all__ = ["SqlUnitOfWork", "SqliteStore", "open_store"]
