"""The public list of voice packs: what the release of the sherpa-onnx project holds. Asked only when the user wants to see it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

from voice.errors import ModelFault
from voice.models.fetch import KIND, opened
from voice.voice_packs.known import RECOMMENDED, known
from voice.voice_packs.pack import HOSTS, PackFile, VoicePack

LARGEST_LIST: Final = 16_000_000
LARGEST_FILE: Final = 1_000_000_000
ENDING: Final = ".tar.bz2"
CHECKSUMS: Final = "checksum.txt"
NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{2,120}")
SHA256: Final = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Source:
    """Where the list lies: the releases of a project, and the only hosts that anything may come from."""

    releases: str = "https://api.github.com/repos/k2-fsa/sherpa-onnx/releases/tags"
    hosts: tuple[str, ...] = HOSTS
    voices: str = "tts-models"
    vocoders: str = "vocoder-models"


OFFICIAL: Final = Source()


def offered_packs(source: Source | None = None) -> list[VoicePack]:
    """The packs that Hearth can use, the recommended ones first. Blocks: two requests or three. Raises `ModelFault`.

    What the list gives no checksum for, or what lies on another host, is not offered.
    """
    source = source or OFFICIAL
    files = listed(source, source.voices)
    found: list[VoicePack] = []
    vocoders: dict[str, PackFile] | None = None
    for file in files.values():
        name = file.name.removesuffix(ENDING)
        kind = known(name) if file.name.endswith(ENDING) else None
        if kind is None:
            continue
        vocoder = None
        if kind.vocoder:
            vocoders = listed(source, source.vocoders) if vocoders is None else vocoders
            vocoder = vocoders.get(kind.vocoder)
            if vocoder is None:
                continue
        found.append(VoicePack(name, kind.langs, kind.family, file, kind.speakers, kind.licence, vocoder))
    first = [recommended.pack for recommended in RECOMMENDED]
    return sorted(found, key=lambda pack: (pack.name not in first, pack.langs[0], pack.name))


def listed(source: Source, tag: str) -> dict[str, PackFile]:
    """The files of a release that can be checked, by name."""
    url = f"{source.releases}/{tag}"
    rows = assets(fetched(url, source), url)
    sums: dict[str, str] = {}
    if any(not isinstance(row.get("digest"), str) for row in rows):
        beside = next((row.get("browser_download_url") for row in rows if row.get("name") == CHECKSUMS), None)
        if isinstance(beside, str):
            sums = checksums(fetched(beside, source))
    files = (file_of(row, sums, source) for row in rows)
    return {file.name: file for file in files if file is not None}


def fetched(url: str, source: Source) -> bytes:
    """What lies there, if it is no larger than any list."""
    with opened(url, {"Accept": "application/vnd.github+json, */*;q=0.5"}, hosts=source.hosts) as answer:
        data: bytes = answer.read(LARGEST_LIST + 1)
    if len(data) > LARGEST_LIST:
        raise unreadable(url)
    return data


def assets(data: bytes, url: str) -> list[dict[str, Any]]:
    """The files of a release as its JSON tells them."""
    try:
        release = json.loads(data)
    except (ValueError, RecursionError) as fault:
        raise unreadable(url) from fault
    rows = release.get("assets") if isinstance(release, dict) else None
    if not isinstance(rows, list):
        raise unreadable(url)
    return [row for row in rows if isinstance(row, dict)]


def checksums(data: bytes) -> dict[str, str]:
    """Of the files that the release itself tells none for: lines of a name and a SHA-256, in whichever order."""
    found: dict[str, str] = {}
    for line in data.decode("utf-8", "replace").splitlines():
        words = [word.lstrip("*") for word in line.split()]
        digest = next((word.lower() for word in words if SHA256.fullmatch(word.lower())), "")
        name = next((word for word in words if word.lower() != digest), "")
        if len(words) == 2 and digest:
            found[name] = digest
    return found


def file_of(row: dict[str, Any], sums: dict[str, str], source: Source) -> PackFile | None:
    """A row of the list, if it is whole, has a checksum and lies where it should."""
    name, size, url, digest = (row.get(key) for key in ("name", "size", "browser_download_url", "digest"))
    if not (isinstance(name, str) and NAME.fullmatch(name) and isinstance(url, str)):
        return None
    if type(size) is not int or not 0 < size <= LARGEST_FILE:
        return None
    where = urlsplit(url)
    if where.hostname not in source.hosts or where.scheme != urlsplit(source.releases).scheme:
        return None
    sha256 = digest.removeprefix("sha256:").lower() if isinstance(digest, str) else sums.get(name, "")
    return PackFile(name, url, size, sha256, source.hosts) if SHA256.fullmatch(sha256) else None


def unreadable(url: str) -> ModelFault:
    """The list is something else."""
    return ModelFault(f"{urlsplit(url).hostname} gave no list of voices.", "Try again later.", kind=KIND)
