"""See `voice.reading.traced_text`."""

from voice.reading.traced_text import TracedText

__all__ = ["TracedText"]
