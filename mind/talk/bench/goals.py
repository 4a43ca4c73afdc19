"""What a talk of 200 turns should reach."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Goal:
    """A figure, what it is called, and where it should lie."""

    key: str
    name: str
    most: float | None = None
    least: float | None = None
    form: str = "{:.0%}"

    def met(self, value: float) -> bool:
        """Whether a figure lies there (to half of the last digit shown)."""
        return (self.most is None or value <= self.most + 1e-9) and (self.least is None or value >= self.least - 1e-9)

    def told(self) -> str:
        """The goal in a column."""
        if self.most is None and self.least is None:
            return ""
        sign, limit = ("<=", self.most) if self.most is not None else (">=", self.least)
        return f"{sign} {self.form.format(limit)}" if limit else "0"


GOALS: Final = (
    Goal("twice", "sentences twice", most=0, form="{:.0f}"),
    Goal("overlap", "4-gram overlap", most=0.02, form="{:.3f}"),
    Goal("worn", "replies worn over 20 %", most=0.02),
    Goal("openers", "openers again in 60", most=0.08),
    Goal("questions", "questions in any ten", most=5, form="{:.0f}"),
    Goal("questions_talk", "  without games", form="{:.0f}"),
    Goal("asking", "replies ending in one", most=0.5),
    Goal("user", "uses the user's own", least=0.6),
    Goal("user_told", "  where they told much"),
    Goal("chance", "  by chance"),
    Goal("parrots", "of these bare repeats", most=1 / 6),
    Goal("wrong", "wrong callbacks", most=0, form="{:.0f}"),
    Goal("precision", "facts right", least=0.97),
    Goal("recall", "facts found", least=0.85),
    Goal("use", "facts used", least=0.5),
    Goal("low", "way out (rung 4 on)", most=0.08),
    Goal("low_twice", "  two running", most=0.01),
    Goal("lost", "does not understand", most=0, form="{:.0f}"),
    Goal("twin_moves", "same move running", form="{:.0%}"),
    Goal("none", "no move"),
    Goal("words", "words a reply", form="{:.1f}"),
    Goal("ms", "ms a turn", most=15, form="{:.1f}"),
    Goal("bytes", "bytes of state", form="{:.0f}"),
)
"""The rows of the table, in order; those without a limit are told beside the others."""
