"""The conversation turn: from the user's words, kept first, to her reply, kept last."""

from mind.turn.companion import Companion

__all__ = ["Companion"]
