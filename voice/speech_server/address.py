"""The address of a speech server, as users write it and as it is used."""

from __future__ import annotations

import ipaddress
import re
from typing import Final
from urllib.parse import urlsplit, urlunsplit

NO_HOST: Final = re.compile(r"[\s\\<>\"{}|^`]")
TAILS: Final = ("/audio/speech", "/audio/voices", "/audio/transcriptions", "/audio", "/models")
PRIVATE_ENDINGS: Final = (".local", ".lan", ".home", ".internal")


def normalised(url: str) -> str:
    """The base address: with a scheme, without the last steps of the path, ``/v1`` where no path is given.

    Without a scheme a host of one's own house is asked in plain HTTP, any other by HTTPS. ``localhost`` becomes 127.0.0.1, where
    most servers listen. User names, queries and what is no address at all: see `is_usable`.
    """
    text = url.strip()
    if text and "://" not in text:
        host = text.partition("/")[0]
        name = host.partition("]")[0] if host.startswith("[") else host.partition(":")[0]
        text = f"{'http' if is_private(name) else 'https'}://{text}"
    if not is_usable(text):
        return url.strip()
    parts = urlsplit(text)
    netloc = parts.netloc.rpartition("@")[2]
    if parts.hostname == "localhost":
        netloc = "127.0.0.1" + (f":{parts.port}" if parts.port else "")
    path = parts.path.rstrip("/")
    for tail in TAILS:
        path = path.removesuffix(tail)
    return urlunsplit((parts.scheme.lower(), netloc, path.rstrip("/") or "/v1", "", ""))


def is_usable(url: str) -> bool:
    """Whether a client can go there: http or https, a host, and a port that exists."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
        host.encode("idna")
    except (ValueError, UnicodeError):
        return False
    return parts.scheme.lower() in ("http", "https") and bool(host) and not NO_HOST.search(parts.netloc + parts.path)


def host_of(url: str) -> str:
    """Host and port, for messages; never a user name or a key that might stand in the address."""
    try:
        parts = urlsplit(url)
        name, port = parts.hostname or "", parts.port
    except ValueError:
        name, port = "", None
    if not name:
        return " ".join(url.rpartition("@")[2].partition("?")[0].split())[:80]
    shown = f"[{name}]" if ":" in name else name
    return f"{shown}:{port}" if port else shown


def is_loopback(url: str) -> bool:
    """Whether a server is on this machine: nothing said to it leaves."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return False
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def sends_in_the_clear(url: str) -> bool:
    """Whether her words, and the key, could be read on the way: plain HTTP to another machine."""
    return url.lower().startswith("http:") and not is_loopback(url)


def is_private(host: str) -> bool:
    """Whether a host is this machine or one of the local network."""
    name = host.strip("[]").casefold()
    if name == "localhost" or name.endswith(PRIVATE_ENDINGS) or ("." not in name and ":" not in name):
        return True
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        return False
    return address.is_loopback or address.is_private or address.is_link_local


def same_origin(one: str, other: str) -> bool:
    """Whether two addresses are of one server."""
    a, b = urlsplit(one), urlsplit(other)
    default = {"http": 80, "https": 443}
    return (a.scheme, a.hostname, a.port or default.get(a.scheme)) == (b.scheme, b.hostname, b.port or default.get(b.scheme))
