"""What can go wrong with a brain server, by name, in words a user can act on.

    BrainFault
    └── ServerFault      `reason` is one of REASONS; told in three languages (mind/brains/fault_words.py)

No message holds words of the conversation, a key, or what the server wrote.
"""

from __future__ import annotations

from typing import Final, Literal, get_args

from mind.brains.fault_words import told
from mind.errors import BrainFault
from mind.languages import Lang

Reason = Literal[
    "refused",
    "dns",
    "connect-timeout",
    "tls",
    "first-token",
    "idle",
    "total",
    "auth",
    "credit",
    "model-missing",
    "wrong-address",
    "no-address",
    "no-key",
    "rate-limited",
    "busy",
    "server",
    "rejected",
    "context",
    "not-an-api",
    "bad-stream",
    "broken-off",
    "unfinished",
    "length",
    "endless",
    "filtered",
    "empty",
]

REASONS: Final[tuple[Reason, ...]] = get_args(Reason)


class ServerFault(BrainFault):
    """A named fault of the server at `host`. `retryable` faults may be tried once more before the first word."""

    def __init__(
        self,
        reason: Reason,
        host: str,
        *,
        status: int | None = None,
        model: str = "",
        models: tuple[str, ...] = (),
        seconds: float | None = None,
        retryable: bool = False,
    ) -> None:
        self.reason = reason
        self.host = host
        self.status = status
        self.model = model
        self.models = models
        self.seconds = seconds
        """The deadline that passed, or how long the server asks to wait."""
        self.retryable = retryable
        message, remedy = self.told("en")
        super().__init__(message, remedy, kind=f"brain-{reason}")

    def told(self, lang: Lang) -> tuple[str, str]:
        """The message and the next step, in a language."""
        return told(
            lang,
            self.reason,
            host=self.host,
            status=self.status,
            model=self.model,
            models=self.models,
            seconds=self.seconds,
        )
