"""From the raw text of a brain to sentences with cues, whatever way the text is cut into pieces."""

from mind.turn.stream.sentences import SentenceStream

__all__ = ["SentenceStream"]
