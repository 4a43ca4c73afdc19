"""Whether she may begin a talk by herself, now, and with which of the things that are kept. Pure; reads no clock and no store."""

from mind.initiative.budget import Budget
from mind.initiative.decision import Begin, Decision, Not, Reason, may_begin
from mind.initiative.hook import Hook, HookKind
from mind.initiative.presence import Presence
from mind.initiative.quiet_hours import QuietHours
from mind.initiative.standing import Standing

__all__ = [
    "Begin", "Budget", "Decision", "Hook", "HookKind", "Not", "Presence", "QuietHours", "Reason", "Standing", "may_begin",
]  # fmt: skip
