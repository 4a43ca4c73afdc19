"""What is heard of the user so far, as a hollow bubble."""

from __future__ import annotations

from datetime import datetime

from desktop.talk.chat_model import ChatModel
from desktop.talk.rows import Row
from mind.languages import Lang


class Overheard:
    """One bubble, there while something is being heard."""

    def __init__(self, model: ChatModel) -> None:
        self._model = model
        self._row: Row | None = None

    def show(self, text: str, lang: Lang) -> None:
        """The words so far; none take the bubble away."""
        if not text:
            if self._row is not None:
                self._model.remove(self._row)
                self._row = None
        elif self._row is None:
            self._row = self._model.mine(text, datetime.now().astimezone(), lang)
            self._row.streaming = True
            self._model.touch(self._row)
        elif self._row.text != text:
            self._row.text = text
            self._model.touch(self._row)
