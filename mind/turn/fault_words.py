"""A brain's fault as it is shown, in the language of the talk."""

from __future__ import annotations

from mind.brains.fault_words import told
from mind.brains.faults import ServerFault
from mind.errors import BrainFault
from mind.events import FaultShown
from mind.languages import Lang


def fault_shown(fault: BrainFault, lang: Lang) -> FaultShown:
    """The fault in words for the user."""
    if isinstance(fault, ServerFault):
        message, remedy = fault.told(lang)
        return FaultShown(fault.kind, message, remedy)
    return FaultShown(fault.kind, fault.message, fault.remedy)


def empty_reply(lang: Lang, host: str) -> FaultShown:
    """The brain ended well without a word that could be shown."""
    message, remedy = told(lang, "empty", host=host)
    return FaultShown("brain-empty", message, remedy)
