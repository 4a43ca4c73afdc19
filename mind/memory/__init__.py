"""Recall: which of the kept facts belong to what is being said now."""

from mind.memory.recall import recall

__all__ = ["recall"]
