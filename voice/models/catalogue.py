"""The small speech models that Vosk offers to everyone."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

from voice.errors import ModelFault
from voice.models.fetch import opened

LIST_URL: Final = "https://alphacephei.com/vosk/models/model-list.json"
"""Vosk's public list of its models."""

KNOWN: Final[dict[str, str]] = {
    "en": "vosk-model-small-en-us-0.15",
    "zh": "vosk-model-small-cn-0.22",
    "ja": "vosk-model-small-ja-0.22",
}
"""The model for each language that Hearth speaks; 40-48 MB each."""

LARGEST_LIST: Final = 4_000_000
NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{2,80}")
MD5: Final = re.compile(r"[0-9a-f]{32}")
OURS: Final = {"en-us": "en", "en": "en", "cn": "zh", "zh": "zh", "ja": "ja"}


@dataclass(frozen=True, slots=True)
class OfficialModel:
    """A model as the list tells it: `size` in bytes, `md5` of the archive at `url`."""

    name: str
    lang: str
    url: str
    size: int
    md5: str

    @property
    def file(self) -> str:
        """The archive's name on the disk."""
        return f"{self.name}.zip"

    @property
    def checksum(self) -> str:
        """Of the archive."""
        return f"md5:{self.md5}"

    @property
    def hosts(self) -> tuple[str, ...]:
        """Any: the list names its own."""
        return ()


def official_models(url: str = LIST_URL, timeout: float = 15.0) -> list[OfficialModel]:
    """The small models in use, those of our languages first. Raises `ModelFault` where the list cannot be had."""
    with opened(url, timeout=timeout) as answer:
        data = answer.read(LARGEST_LIST)
    try:
        rows = json.loads(data)
    except (ValueError, RecursionError) as fault:
        raise unreadable(url) from fault
    if not isinstance(rows, list):
        raise unreadable(url)
    found = [model for row in rows if (model := model_of(row, url)) is not None]
    return sorted(found, key=lambda model: (model.name not in KNOWN.values(), model.lang, model.name))


def unreadable(url: str) -> ModelFault:
    """The list is something else."""
    return ModelFault(
        f"{urlsplit(url).hostname} gave no list of speech models.",
        "Try again later, or name a folder that holds a model.",
        kind="speech-model-download",
    )


def model_of(row: Any, base: str) -> OfficialModel | None:
    """A row of the list, if it is a small model in use and complete."""
    if not isinstance(row, dict) or row.get("type") != "small" or row.get("obsolete") != "false":
        return None
    name, lang, url, md5, size = (row.get(key) for key in ("name", "lang", "url", "md5", "size"))
    if not (isinstance(name, str) and NAME.fullmatch(name) and isinstance(md5, str) and MD5.fullmatch(md5.lower())):
        return None
    if not (isinstance(url, str) and isinstance(lang, str) and isinstance(size, int) and size > 0):
        return None
    if urlsplit(url).scheme != urlsplit(base).scheme:
        return None
    return OfficialModel(name, OURS.get(lang, lang), url, size, md5.lower())
