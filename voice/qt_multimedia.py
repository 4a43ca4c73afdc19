"""QtMultimedia, imported when first needed: without the system's sound library its import fails, and that has a name."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any, Final

from voice.errors import VoiceError
from voice.qt_singletons import hold_singletons

REMEDY: Final = (
    "Install the package libpulse0 (Debian, Ubuntu: apt install libpulse0)."
    if sys.platform.startswith("linux")
    else "Install Hearth again: its part PySide6-Addons is missing."
)


def multimedia(fault: type[VoiceError]) -> ModuleType:
    """The module PySide6.QtMultimedia; `fault` where the system has no sound library."""
    try:
        from PySide6 import QtMultimedia
    except ImportError as missing:
        raise fault("This system has no sound library: libpulse is missing.", REMEDY) from missing
    hold_singletons()
    return QtMultimedia


def format_for(qt: Any, device: Any, rate: int) -> Any:
    """Mono at `rate` where the device takes that, else the format it likes best, in int16. `qt`: see `multimedia`."""
    form = qt.QAudioFormat()
    form.setSampleFormat(qt.QAudioFormat.SampleFormat.Int16)
    form.setChannelCount(1)
    form.setSampleRate(rate)
    if not device.isFormatSupported(form):
        preferred = device.preferredFormat()
        form.setSampleRate(preferred.sampleRate())
        form.setChannelCount(preferred.channelCount())
    return form
