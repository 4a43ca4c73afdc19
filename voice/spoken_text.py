"""See `voice.reading.spoken_text`."""

from voice.reading.spoken_text import SpokenRun, spoken_runs

__all__ = ["SpokenRun", "spoken_runs"]
