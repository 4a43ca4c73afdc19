"""See `voice.reading.scripts`."""

from voice.reading.scripts import has_kana, language_of, runs, script

__all__ = ["has_kana", "language_of", "runs", "script"]
