"""Recall: which of the kept facts and of the turns belong to what is being said now."""

from mind.memory.recall import Query, Recalled, Recollection, recall, recall_facts

__all__ = ["Query", "Recalled", "Recollection", "recall", "recall_facts"]
