"""The address of a brain server, as users write it and as it is used."""

from __future__ import annotations

import ipaddress
from typing import Final
from urllib.parse import urlsplit, urlunsplit

TAILS: Final = ("/chat/completions", "/completions", "/models")
PRIVATE_ENDINGS: Final = (".local", ".lan", ".home", ".internal")


def normalised(url: str) -> str:
    """The base address a client needs: with a scheme, without the last step of the path, ``/v1`` where no path is given.

    ``localhost`` becomes 127.0.0.1: many servers listen there only, while the name may mean ::1 first.
    """
    text = url.strip().rstrip("/")
    if "//" not in text:
        text = f"{'http' if is_private(text.partition('/')[0].rpartition(':')[0] or text) else 'https'}://{text}"
    parts = urlsplit(text)
    host = parts.hostname or ""
    netloc = parts.netloc.rpartition("@")[2]
    if host == "localhost":
        netloc = netloc.replace("localhost", "127.0.0.1", 1)
    path = parts.path
    for tail in TAILS:
        path = path.removesuffix(tail)
    return urlunsplit((parts.scheme, netloc, path.rstrip("/") or "/v1", "", ""))


def host_of(url: str) -> str:
    """Host and port, for messages. Never a user name or key that might stand in the address."""
    parts = urlsplit(url)
    name = parts.hostname or url
    try:
        port = parts.port
    except ValueError:
        port = None
    shown = f"[{name}]" if ":" in name else name
    return f"{shown}:{port}" if port else shown


def is_private(host: str) -> bool:
    """Whether a host is this machine or one of the local network: no proxy may stand between."""
    name = host.strip("[]").casefold()
    if name == "localhost" or name.endswith(PRIVATE_ENDINGS) or ("." not in name and ":" not in name):
        return True
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        return False
    return address.is_loopback or address.is_private or address.is_link_local
