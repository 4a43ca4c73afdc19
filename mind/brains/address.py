"""The address of a brain server, as users write it and as it is used."""

from __future__ import annotations

import ipaddress
import re
from typing import Final
from urllib.parse import urlsplit, urlunsplit

SCHEMES: Final = ("http", "https")
NO_HOST: Final = re.compile(r"[\s\\<>\"{}|^`]")
TAILS: Final = ("/chat/completions", "/completions", "/models")
MOST_SHOWN: Final = 80
PRIVATE_ENDINGS: Final = (".local", ".lan", ".home", ".internal")


def normalised(url: str) -> str:
    """The base address a client needs: with a scheme, without the last step of the path, ``/v1`` where no path is given.

    ``localhost`` becomes 127.0.0.1: many servers listen there only, while the name may mean ::1 first. What is no
    address at all stays as it is written: see `is_usable`.
    """
    text = url.strip()
    if "://" not in text:
        text = f"{'http' if is_private(text.partition('/')[0].rpartition(':')[0] or text) else 'https'}://{text}"
    if not is_usable(text):
        return url.strip()
    parts = urlsplit(text)
    host = parts.hostname or ""
    netloc = parts.netloc.rpartition("@")[2]
    if host == "localhost":
        netloc = netloc.replace("localhost", "127.0.0.1", 1)
    path = parts.path.rstrip("/")
    for tail in TAILS:
        path = path.removesuffix(tail)
    return urlunsplit((parts.scheme, netloc, path.rstrip("/") or "/v1", "", ""))


def is_usable(url: str) -> bool:
    """Whether a client can go there: http or https, a host, and a port that exists."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    return parts.scheme in SCHEMES and bool(host) and not NO_HOST.search(host)


def host_of(url: str) -> str:
    """Host and port, for messages. Never a user name or key that might stand in the address."""
    if not is_usable(url):
        return " ".join(url.rpartition("@")[2].partition("?")[0].split())[:MOST_SHOWN]
    parts = urlsplit(url)
    name, port = parts.hostname or url, parts.port
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
