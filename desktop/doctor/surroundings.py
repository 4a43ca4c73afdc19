"""Display, picture, sound and fonts."""

from __future__ import annotations

import os
import sys
from typing import Any

from desktop.doctor.finding import Finding
from desktop.doctor.probe import MICROPHONE, probe
from desktop.install.system import CJK_FONTS, command_for, has_font, missing_packages


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
        device("loudspeaker", found, "out", "Connect one; captions and lips run without."),
        device("microphone", found, "in", "Connect one to talk; typing works without."),
    ]


def device(name: str, found: dict[str, Any], way: str, remedy: str) -> Finding:
    """The devices of one kind, the default one first; what is wrong with it is what is wrong, of the others it is noted."""
    names, faults, kinds = (found[key] for key in (way, f"{way}_faults", f"{way}_kinds"))
    if not names:
        return Finding(name, "missing", "no device, or no PipeWire or PulseAudio server", remedy)
    told = [f"{one} ({kind})" if kind and kind not in one.casefold() else one for one, kind in zip(names, kinds, strict=True)]
    told[0] += " [default]"
    others = [fault[0] for fault in faults[1:] if fault]
    if faults[0]:
        return Finding(name, "missing", " ".join([faults[0][0], *others]), faults[0][1])
    return Finding(name, "ok", ". ".join([", ".join(told), *others]).removesuffix("."))


def heard(microphone: str) -> Finding:
    """What the microphone gives in two seconds. Nothing of it is kept."""
    found = probe("hear", {MICROPHONE: microphone})
    if "fault" in found:
        return Finding("microphone test", "missing", found["fault"], "Connect one to talk; typing works without.")
    if found["wrong"]:
        return Finding("microphone test", "missing", *found["wrong"])
    return Finding("microphone test", "ok", f"hears; the room is at {found['floor_db']} dB, the loudest was {found['peak']:.0%}")


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
