"""Who finds the words: a language model on any OpenAI-compatible server, or the plan's own wording."""

from mind.brains.offline import OfflineBrain

__all__ = ["OfflineBrain"]
