"""From what the client raises to a named fault. Reads what the server wrote, but repeats none of it."""

from __future__ import annotations

import json
import re
import socket
import ssl
from collections.abc import Iterator
from typing import Any, Final

from mind.brains.faults import Reason, ServerFault

BY_STATUS: Final[dict[int, tuple[Reason, bool]]] = {
    401: ("auth", False),
    402: ("credit", False),
    403: ("auth", False),
    404: ("wrong-address", False),
    405: ("wrong-address", False),
    408: ("first-token", True),
    429: ("rate-limited", False),
    502: ("server", True),
    503: ("busy", True),
    504: ("server", True),
    529: ("busy", True),
}
"""The fault of a status, and whether another try at once may help."""

MODEL_WORDS: Final = re.compile(r"model", re.IGNORECASE)
MISSING_WORDS: Final = re.compile(r"not.?found|does not exist|no such|not exist|unknown|not loaded|pull", re.IGNORECASE)
CONTEXT_WORDS: Final = re.compile(r"context.?(?:length|size|window)|too (?:long|large)|maximum.{0,20}tokens|n_ctx", re.IGNORECASE)
CREDIT_WORDS: Final = re.compile(r"insufficient.?quota|no credit|billing|payment", re.IGNORECASE)


def fault_of_status(host: str, status: int, body: object, *, model: str, retry_after: float | None) -> ServerFault:
    """The fault that a refusing status and its body mean."""
    words = flattened(body)
    if status in (400, 404, 422) and MODEL_WORDS.search(words) and MISSING_WORDS.search(words):
        return ServerFault("model-missing", host, status=status, model=model)
    if status in (400, 413, 422) and CONTEXT_WORDS.search(words):
        return ServerFault("context", host, status=status)
    if status == 429 and CREDIT_WORDS.search(words):
        return ServerFault("credit", host, status=status)
    if status in BY_STATUS:
        reason, retryable = BY_STATUS[status]
        return ServerFault(reason, host, status=status, seconds=retry_after, retryable=retryable)
    if status >= 500:
        return ServerFault("server", host, status=status, retryable=True)
    if status < 400:
        return ServerFault("not-an-api", host, status=status)
    return ServerFault("rejected", host, status=status)


def fault_of_connection(host: str, error: BaseException, *, begun: bool, connect: float) -> ServerFault:
    """The fault behind a connection that failed, before or after the first words."""
    causes = list(_causes(error))
    if begun:
        return ServerFault("broken-off", host)
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return ServerFault("dns", host)
    if any(isinstance(cause, ConnectionRefusedError) for cause in causes):
        return ServerFault("refused", host)
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return ServerFault("tls", host)
    names = {type(cause).__name__ for cause in causes}
    if "ConnectTimeout" in names:
        return ServerFault("connect-timeout", host, seconds=connect)
    if "ConnectError" in names:
        return ServerFault("refused", host)
    return ServerFault("broken-off", host, retryable=True)


def retry_seconds(headers: Any) -> float | None:
    """How long a server asks to wait (``Retry-After`` in seconds), if it says so."""
    try:
        return float(headers.get("retry-after", ""))
    except (TypeError, ValueError):
        return None


def flattened(body: object) -> str:
    """The text of an error body, whatever its shape: string, list, dict with `error` or `detail`."""
    if isinstance(body, str):
        return body[:2000]
    return json.dumps(body, default=str)[:2000] if body is not None else ""


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: BaseException | None = error
    while seen is not None:
        yield seen
        if isinstance(seen, BaseExceptionGroup):
            for inner in seen.exceptions:
                yield from _causes(inner)
        seen = seen.__cause__ or seen.__context__
