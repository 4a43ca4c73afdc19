"""Recall: which kept facts and which turns belong to what is being said now."""

from mind.memory.recall.kept import recall

__all__ = ["recall"]
