"""Where her reply ends although the model goes on: it writes the user's next line, or its template leaks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

LEAKS: Final = (
    "<|im_end|>",
    "<|im_start|>",
    "<|eot_id|>",
    "<|endoftext|>",
    "<|end_of_text|>",
    "<|user|>",
    "<|assistant|>",
    "<|end|>",
    "<end_of_turn>",
    "<start_of_turn>",
    "</s>",
    "[inst]",
    "[/inst]",
)

USER_LABELS: Final = ("user", "human", "you", "用户", "用戶", "你", "ユーザー", "相手", "あなた")

OWN_LABELS: Final = ("assistant", "ai", "bot", "response", "reply", "助手", "回复", "アシスタント", "返事")

COLONS: Final = (":", "：")

DRESSING: Final = " \t*"
"""What may stand before a label at the start of a line."""


class LineGuard:
    """Passes text on until the reply is over; `ended` tells that the rest is to be thrown away.

    Holds back only what may still become a marker, so the result does not depend on how the text is cut.
    """

    def __init__(self, user_names: Iterable[str] = (), own_names: Iterable[str] = ()) -> None:
        users = {name.casefold() for name in (*USER_LABELS, *user_names) if name.strip()}
        owns = {name.casefold() for name in (*OWN_LABELS, *own_names) if name.strip()} - users
        self._stops = tuple(name + colon for name in users for colon in COLONS)
        self._strips = tuple(name + colon for name in owns for colon in COLONS)
        self._held = ""
        self._line_start = True
        self._after_label = False
        self._owed = 0
        self.ended = False

    def feed(self, text: str) -> str:
        """The part of what came so far that is surely hers."""
        if self.ended:
            return ""
        self._held += text
        return self._pass(final=False)

    def finish(self) -> str:
        """What was held back, now that nothing follows."""
        return "" if self.ended else self._pass(final=True)

    def _pass(self, *, final: bool) -> str:
        passed: list[str] = []
        while self._held and not self.ended:
            if self._line_start and not self._label_settled(final):
                break
            if self.ended or (self._after_label and not self._dressing_taken()):
                break
            taken = self._plain_run(final)
            if not taken:
                break
            passed.append(taken)
        return "".join(passed)

    def _label_settled(self, final: bool) -> bool:
        """Handle a label at the start of the line; False while it may still become one."""
        line = self._held.lstrip(DRESSING)
        start = line.casefold()
        for label in self._stops:
            if start.startswith(label):
                self.ended = True
                return True
        for label in self._strips:
            if start.startswith(label):
                self._owed = self._held[: -len(line)].count("*")
                self._held = line[len(label) :]
                self._line_start, self._after_label = False, True
                return True
        if not final and any(label.startswith(start) for label in (*self._stops, *self._strips)):
            return False
        self._line_start = False
        return True

    def _dressing_taken(self) -> bool:
        """Drop spaces after a label of hers, and the stars that close it; False while only those have come."""
        while self._held and (self._held[0] in " \t" or (self._held[0] == "*" and self._owed)):
            self._owed -= self._held[0] == "*"
            self._held = self._held[1:]
        self._after_label = not self._held
        return bool(self._held)

    def _plain_run(self, final: bool) -> str:
        """Take text up to the next line break or possible leak; empty while more is needed."""
        for at, char in enumerate(self._held):
            if char == "\n":
                self._line_start = True
                return self._take(at + 1)
            if char in "<[":
                rest = self._held[at : at + 16].casefold()
                if any(rest.startswith(leak) for leak in LEAKS):
                    self.ended = True
                    return self._take(at)
                if not final and any(leak.startswith(rest) for leak in LEAKS):
                    return self._take(at)
        return self._take(len(self._held))

    def _take(self, count: int) -> str:
        taken, self._held = self._held[:count], self._held[count:]
        return taken
