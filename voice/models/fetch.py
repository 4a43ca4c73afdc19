"""HTTP with deadlines, whose failures say which host and what to do next."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final
from urllib.parse import urlsplit

from voice.errors import ModelFault

KIND: Final = "speech-model-download"
AGAIN: Final = "Check the network and try again: what is here already is kept."


@contextmanager
def opened(url: str, headers: Mapping[str, str] | None = None, timeout: float = 20.0) -> Iterator[Any]:
    """The answer to a GET, while the block runs. Raises `ModelFault`, also for what fails inside the block."""
    host = urlsplit(url).hostname or url
    if urlsplit(url).scheme not in ("http", "https"):
        raise ModelFault(f"{url} is no web address.", "Choose a model from the list.", kind=KIND)
    request = urllib.request.Request(url, headers={"User-Agent": "Hearth", **(headers or {})})
    try:
        with urllib.request.urlopen(request, timeout=timeout) as answer:
            yield answer
    except urllib.error.HTTPError as refused:
        refused.close()
        raise ModelFault(f"{host} answered {refused.code} {refused.reason}.", AGAIN, kind=KIND) from refused
    except urllib.error.URLError as fault:
        raise ModelFault(f"{host} cannot be reached ({fault.reason}).", AGAIN, kind=KIND) from fault
    except (TimeoutError, ConnectionError, http.client.HTTPException) as fault:
        raise ModelFault(f"The connection to {host} broke off.", AGAIN, kind=KIND) from fault
