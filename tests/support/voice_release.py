"""The public list of voice packs, spoken by a web server of our own."""

from __future__ import annotations

import hashlib
import json

from tests.support.small_voice import NAME, pack_files, packed
from tests.support.voice_server import ModelServer
from voice.voice_packs.offered import Source

HOST = "127.0.0.1"
NO_DIGEST = "none"


class Release:
    """Releases on a `ModelServer`, as the API of the real one tells them."""

    def __init__(self, server: ModelServer) -> None:
        self.server = server
        self.rows: dict[str, list[dict[str, object]]] = {"tts-models": [], "vocoder-models": []}
        self.source = Source(server.url("/api"), (HOST,))
        self._tell()

    def add(self, name: str, data: bytes, /, *, tag: str = "tts-models", digest: str = "", **changed: object) -> None:
        """A file of a release; `digest` is told where it is given, and left out where it is ``none``."""
        self.server.files[f"/files/{name}"] = data
        told = None if digest == NO_DIGEST else f"sha256:{digest or hashlib.sha256(data).hexdigest()}"
        row = {"name": name, "size": len(data), "digest": told, "browser_download_url": self.server.url(f"/files/{name}")}
        self.rows[tag].append({**row, "state": "uploaded", "uploader": {"login": "someone"}, **changed})
        self._tell()

    def add_voice(self, name: str = NAME, packing: str = "bz2", **changed: str) -> bytes:
        """The small voice as a pack of the list; its archive."""
        data = packed(pack_files(name, **changed), packing)
        self.add(f"{name}.tar.bz2", data)
        return data

    def _tell(self) -> None:
        for tag, rows in self.rows.items():
            self.server.files[f"/api/{tag}"] = json.dumps({"tag_name": tag, "assets": rows}).encode()
