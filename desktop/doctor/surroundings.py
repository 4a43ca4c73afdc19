"""Display, picture, sound and fonts."""

from __future__ import annotations

import os
import sys

from desktop.doctor.finding import Finding
from desktop.doctor.probe import probe
from desktop.install.system import CJK_FONTS, command_for, has_font, missing_packages

LIBRARIES_REMEDY = "Install: {}"


def has_display() -> bool:
    """A window could be shown: always on Windows and macOS, elsewhere with X11 or Wayland."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or os.environ.get("QT_QPA_PLATFORM"))


def display() -> Finding:
    """Where the window would open."""
    if not has_display():
        return Finding("display", "missing", "no display", "Start in a desktop session; `hearth --headless` talks here.")
    found = probe("window")
    if "fault" in found:
        return Finding("display", "missing", f"Qt cannot open it: {found['fault']}", libraries_remedy())
    width, height = found["size"]
    return Finding("display", "ok", f"{found['platform']}, {width}x{height} at {found['scale']:g}x")


def picture() -> Finding:
    """The renderer that draws her."""
    found = probe("picture")
    if "fault" in found:
        return Finding("picture", "missing", found["fault"], libraries_remedy("libegl1 libgl1 libgl1-mesa-dri"))
    kind = " (software: fewer pixels while she moves)" if found["software"] else ""
    return Finding("picture", "ok", f"{found['renderer']}, OpenGL {found['version']}{kind}")


def sound() -> list[Finding]:
    """Loudspeaker and microphone."""
    found = probe("sound")
    if "fault" in found:
        remedy = libraries_remedy("libpulse0") if found.get("import") else "Start PipeWire or PulseAudio."
        return [
            Finding("loudspeaker", "missing", found["fault"], remedy),
            Finding("microphone", "missing", found["fault"], remedy),
        ]
    return [
        device("loudspeaker", found["out"], "Connect one; captions and lips run without."),
        device("microphone", found["in"], "Connect one to talk; typing works without."),
    ]


def device(name: str, names: list[str], remedy: str) -> Finding:
    """The devices of one kind."""
    if not names:
        return Finding(name, "missing", "no device, or no PipeWire or PulseAudio server", remedy)
    return Finding(name, "ok", ", ".join(names))


def fonts() -> Finding:
    """Chinese and Japanese can be drawn."""
    if not sys.platform.startswith("linux"):
        return Finding("fonts", "ok", "the system brings Chinese and Japanese fonts")
    if has_font(CJK_FONTS):
        return Finding("fonts", "ok", "Chinese and Japanese can be drawn")
    return Finding("fonts", "missing", "Chinese and Japanese would be empty boxes", f"Install: {command_for(['fonts-noto-cjk'])}")


def libraries_remedy(fallback: str = "") -> str:
    """The command that installs missing system libraries."""
    packages = missing_packages() or fallback.split()
    return f"Install: {command_for(packages)}" if packages else "Update the graphics driver, then try again."
