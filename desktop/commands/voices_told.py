"""Voices as ``hearth voices`` answers in JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from voice.voice_packs import InstalledPack, Recommended, VoicePack


def of_installed(pack: InstalledPack) -> dict[str, Any]:
    """A pack on this machine."""
    size = sum(file.stat().st_size for file in pack.path.rglob("*") if file.is_file())
    told = {"name": pack.name, "langs": pack.langs, "family": pack.family, "speakers": pack.speakers, "names": pack.names}
    return {**told, "bytes": size, "licence": pack.licence, "path": str(pack.path)}


def of_offered(pack: VoicePack, installed: bool) -> dict[str, Any]:
    """A pack of the list."""
    told = {"name": pack.name, "langs": pack.langs, "family": pack.family, "speakers": pack.speakers}
    return {**told, "bytes": pack.size, "licence": pack.licence, "installed": installed}


def of_recommended(each: Recommended) -> dict[str, Any]:
    """A voice that we would begin with."""
    return {"voice": each.voice, "lang": each.lang, "sex": each.sex, "manner": each.manner, "megabytes": each.megabytes}
