"""Voices, speech models, brain and data folder."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

from desktop.doctor.finding import Finding
from desktop.settings import Settings
from desktop.settings.environment import brain_with_environment
from desktop.settings.secrets import brain_key


def voices() -> list[Finding]:
    """What can speak: each engine says a word into memory."""
    from voice.engines import open_engine
    from voice.errors import VoiceError
    from voice.ports import Delivery

    findings = []
    for name in ("espeak", "pyttsx3"):
        try:
            engine = open_engine(name)
            try:
                said = engine.speak("Hello.", Delivery())
            finally:
                engine.close()
        except VoiceError as fault:
            findings.append(Finding(f"voice {name}", "missing", fault.message, fault.remedy))
        else:
            findings.append(Finding(f"voice {name}", "ok", f"speaks at {said.rate} Hz"))
    return findings


def speech_models(folder: Path, settings: Settings) -> Finding:
    """What can be heard: the models that are here, or what is wrong with one that was chosen."""
    from desktop.conversation.models_here import damaged_choices, models_here

    for fault in damaged_choices(folder, settings):
        return Finding("speech model", "missing", fault.message, fault.remedy)
    models = models_here(folder, settings)
    if models:
        return Finding("speech model", "ok", ", ".join(model.name for model in models))
    return Finding(
        "speech model", "optional", "none installed", "Settings, How she listens: download one (40 MB), or name a folder."
    )


def brain(settings: Settings) -> Finding:
    """What she thinks with."""
    from mind.brains.probe import check_server, probe

    chosen = brain_with_environment(settings.brain)
    if chosen.url:
        checked = asyncio.run(check_server(chosen.url, chosen.model, brain_key(chosen.url)))
        if checked.fault is not None:
            return Finding("brain", "missing", checked.fault.message, checked.fault.remedy)
        models = chosen.model or ", ".join(checked.models[:5])
        return Finding("brain", "ok", f"{chosen.url} answers ({models})")
    found = asyncio.run(probe())
    if found:
        names = ", ".join(f"{server.name} at {server.url}" for server in found)
        return Finding("brain", "ok", f"offline; found on this machine: {names}")
    return Finding("brain", "ok", "offline (no server set, none found on this machine)")


def encoder(folder: Path, settings: Settings) -> Finding:
    """What she remembers with besides words: it encodes a sentence."""
    from desktop.encoders import open_encoder
    from mind.errors import EncoderFault

    if settings.memory.encoder == "none":
        return Finding("encoder", "optional", "none: the talk itself teaches which words belong together", "Settings, Memory.")
    try:
        opened = open_encoder(settings, folder)
        try:
            length = opened.encode(["The kettle is on."]).shape[1]
        finally:
            opened.close()
    except EncoderFault as fault:
        return Finding("encoder", "missing", fault.message, fault.remedy)
    return Finding("encoder", "ok", f"{opened.name} gives vectors of {length}")


def data(folder: Path) -> Finding:
    """Where her memory lies, and whether it can be written."""
    near = folder
    while not near.exists():
        near = near.parent
    try:
        probe_file = near / ".hearth-probe"
        probe_file.write_bytes(b"")
        probe_file.unlink()
    except OSError as fault:
        detail = f"{folder} cannot be written ({fault.strerror})"
        return Finding("data folder", "missing", detail, "Choose another with --data-dir.")
    free = shutil.disk_usage(near).free / 1e9
    if free < 0.2:
        return Finding("data folder", "missing", f"{folder}: only {free * 1000:.0f} MB free", "Free some room.")
    return Finding("data folder", "ok", f"{folder}, {free:.0f} GB free")
