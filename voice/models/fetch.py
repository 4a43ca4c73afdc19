"""HTTP with deadlines, whose failures say which host and what to do next."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final
from urllib.parse import urlsplit

from voice.errors import ModelFault

KIND: Final = "speech-model-download"
NO_RANGE: Final = "speech-model-range"
"""The kind of the fault that a server has nothing after the place asked for."""

AGAIN: Final = "Check the network and try again: what is here already is kept."
LIST: Final = "Choose a model from the list."


@contextmanager
def opened(
    url: str, headers: Mapping[str, str] | None = None, timeout: float = 20.0, *, hosts: Collection[str] = ()
) -> Iterator[Any]:
    """The answer to a GET, while the block runs. Raises `ModelFault`, also for what fails inside the block.

    Where `hosts` are named, neither the address nor one that it redirects to may lie anywhere else.
    """
    refuse_elsewhere(url, hosts)
    host = urlsplit(url).hostname or url
    request = urllib.request.Request(url, headers={"User-Agent": "Hearth", **(headers or {})})
    try:
        with urllib.request.build_opener(_Redirects(url, hosts)).open(request, timeout=timeout) as answer:
            yield answer
    except urllib.error.HTTPError as refused:
        refused.close()
        kind = NO_RANGE if refused.code == 416 else KIND
        raise ModelFault(f"{host} answered {refused.code} {refused.reason}.", AGAIN, kind=kind) from refused
    except urllib.error.URLError as fault:
        raise ModelFault(f"{host} cannot be reached ({fault.reason}).", AGAIN, kind=KIND) from fault
    except (TimeoutError, ConnectionError, http.client.HTTPException) as fault:
        raise ModelFault(f"The connection to {host} broke off.", AGAIN, kind=KIND) from fault


def refuse_elsewhere(url: str, hosts: Collection[str], came_from: str = "") -> None:
    """Raise `ModelFault` for what is no web address, lies on another host, or would leave an encrypted connection."""
    where = urlsplit(url)
    if where.scheme not in ("http", "https"):
        raise ModelFault(f"{url} is no web address.", LIST, kind=KIND)
    if hosts and where.hostname not in hosts:
        raise ModelFault(f"{where.hostname} is not where such a file comes from: it was not fetched.", LIST, kind=KIND)
    if urlsplit(came_from).scheme == "https" and where.scheme == "http":
        raise ModelFault(f"{where.hostname} would send it unprotected: it was not fetched.", AGAIN, kind=KIND)


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows only where one may go."""

    def __init__(self, url: str, hosts: Collection[str]) -> None:
        self._url = url
        self._hosts = hosts

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        """Refuse, or go on as usual."""
        try:
            refuse_elsewhere(newurl, self._hosts, self._url)
        except ModelFault:
            fp.close()
            raise
        return super().redirect_request(req, fp, code, msg, headers, newurl)
