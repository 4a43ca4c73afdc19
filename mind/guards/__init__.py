"""Promises that no prompt, plan or character can change: honest about being an AI, careful in a crisis, fair at goodbye."""

from mind.guards.ai_notice import ai_notice, ai_notice_due
from mind.guards.farewell import FarewellGuard, farewell_words
from mind.guards.humanity import claims_humanity
from mind.guards.inspect import inspect
from mind.guards.texts import care_words, silence_words
from mind.guards.verdict import Verdict

__all__ = [
    "FarewellGuard",
    "Verdict",
    "ai_notice",
    "ai_notice_due",
    "care_words",
    "claims_humanity",
    "farewell_words",
    "inspect",
    "silence_words",
]
