"""The user's own server as encoder: ``POST /v1/embeddings`` of any OpenAI-compatible address.

It gets the turns' words, as it gets the talk; nothing else goes out. What comes back is checked before it is believed.
"""

from __future__ import annotations

import json
import math
import time
from collections.abc import Iterator, Sequence
from typing import Any, Final
from urllib.parse import urlsplit

import numpy as np

from mind.brains.address import host_of, is_private, is_usable, normalised
from mind.errors import EncoderFault
from mind.memory.encoders.arrays import unit_rows
from mind.memory.encoders.protocol import Vectors

AT_ONCE: Final = 32
"""Texts in one request."""
MOST_BYTES: Final = 1400
"""Of one text, in UTF-8: small models refuse more than 512 pieces, and the first of these carry the meaning."""
LARGEST_ANSWER: Final = 32 * 2**20
LARGEST_DIM: Final = 8192
PROBE: Final = "The kettle is on and it is raining outside."
"""What is asked first, to learn the length of the vectors."""
ANOTHER: Final = "Choose a model for embeddings that the server offers, or do without."
LATER: Final = "Check that the server runs; until then she remembers by words alone."


class ServerEncoder:
    """`Encoder` behind an address. Asks at once, to learn the length of its vectors. Raises `EncoderFault`.

    A request takes at most `seconds`, whatever the server does.
    """

    def __init__(self, url: str, model: str, key: str = "", seconds: float = 20.0) -> None:
        address = normalised(url)
        self.host = host_of(address)
        self.name = model
        self._model = model
        self._seconds = seconds
        if not model:
            raise EncoderFault("No model for embeddings is named.", ANOTHER, kind="encoder-model")
        if not is_usable(address) or not (key.isascii() and key.isprintable()):
            raise EncoderFault(f"{self.host} cannot be asked with this address and key.", ANOTHER, kind="encoder-server")
        self._client = _client(address, key)
        self.dim = 0
        try:
            self.dim = len(self._ask([PROBE])[0])
        except EncoderFault:
            self.close()
            raise
        self.key = f"server:{self.host}:{model}:{self.dim}"

    def __repr__(self) -> str:
        return f"ServerEncoder({self.host!r}, {self.name!r})"

    def encode(self, texts: Sequence[str], *, query: bool = False) -> Vectors:
        """See `Encoder.encode`; questions are not marked."""
        made = np.zeros((len(texts), self.dim), np.float32)
        asked = [number for number, text in enumerate(texts) if text.strip()]
        for part in _parts(asked):
            made[part] = self._ask([texts[number] for number in part])
        return unit_rows(made)

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()

    def _ask(self, texts: list[str]) -> Vectors:
        import httpx2

        body = {"model": self._model, "input": [cut(text) for text in texts], "encoding_format": "float"}
        until = time.monotonic() + self._seconds
        try:
            try:
                status, content = self._sent(body, until)
            except (httpx2.NetworkError, httpx2.RemoteProtocolError):
                # A kept connection may have been closed at the other end; a new one tells whether the server is there.
                status, content = self._sent(body, until)
        except httpx2.TimeoutException:
            raise self._fault(f"gave no vectors within {self._seconds:g} seconds", LATER) from None
        except httpx2.HTTPError:
            raise self._fault("cannot be reached, or broke off", LATER) from None
        if status != 200:
            raise self._fault(f"answered {status} when asked for vectors of {self._model}", ANOTHER)
        return self._read(content, len(texts))

    def _sent(self, body: dict[str, Any], until: float) -> tuple[int, bytes]:
        """Status and content of the answer, if it is whole in time."""
        seconds = max(0.01, until - time.monotonic())
        with self._client.stream("POST", "embeddings", json=body, timeout=seconds) as answer:
            content = bytearray()
            for piece in answer.iter_bytes():
                content += piece
                if len(content) > LARGEST_ANSWER or time.monotonic() > until:
                    raise self._fault("answers without end", LATER)
            return answer.status_code, bytes(content)

    def _read(self, content: bytes, number: int) -> Vectors:
        """The vectors of an answer, in the order asked."""
        try:
            rows = json.loads(content)["data"]
            placed = {row.get("index", place): row["embedding"] for place, row in enumerate(rows)}
        except (ValueError, RecursionError, KeyError, TypeError, AttributeError) as fault:
            raise self._fault("gave no vectors where some were asked for", ANOTHER) from fault
        found = [placed.get(place) for place in range(number)]
        if len(rows) != number or not all(_is_vector(values, self.dim) for values in found):
            raise self._fault("gave vectors that do not fit what was asked", ANOTHER)
        if len({len(values) for values in found if values is not None}) != 1:
            raise self._fault("gave vectors of several lengths", ANOTHER)
        return np.array(found, np.float32)

    def _fault(self, what: str, remedy: str) -> EncoderFault:
        return EncoderFault(f"{self.host} {what}.", remedy, kind="encoder-server")


def cut(text: str) -> str:
    """The beginning of a text that every model can take."""
    return text.encode()[:MOST_BYTES].decode(errors="ignore")


def _is_vector(values: Any, dim: int) -> bool:
    """A list of finite numbers, of length `dim` where that is known, not all of them 0."""
    if not isinstance(values, list) or not 1 <= len(values) <= LARGEST_DIM or (dim and len(values) != dim):
        return False
    return all(type(one) in (int, float) and math.isfinite(one) and abs(one) < 1e30 for one in values) and any(values)


def _parts(numbers: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(numbers), AT_ONCE):
        yield numbers[start : start + AT_ONCE]


def _client(address: str, key: str) -> Any:
    import httpx2

    try:
        httpx2.URL(address)
    except httpx2.InvalidURL:
        raise EncoderFault(f"{host_of(address)} cannot be asked with this address.", ANOTHER, kind="encoder-server") from None
    headers = {"User-Agent": "Hearth", **({"Authorization": f"Bearer {key}"} if key else {})}
    return httpx2.Client(
        base_url=address.rstrip("/") + "/",
        headers=headers,
        # As for the talk: no proxy between this machine and its own network, and no redirect that carries the key away.
        trust_env=not is_private(urlsplit(address).hostname or ""),
        follow_redirects=False,
    )
