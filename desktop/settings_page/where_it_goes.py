"""What it means for what is said that a server gets it: where it goes, and whether others can read it on the way."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

from mind.brains.address import host_of, is_private, is_usable


@dataclass(frozen=True, slots=True)
class WhereItGoes:
    """`key` of the words, the `host` in them, the `icon` beside them, and whether it is to be warned of."""

    key: str
    host: str
    icon: str
    warns: bool = False


def where_it_goes(url: str) -> WhereItGoes | None:
    """For an address as it is being written; None where it is none yet."""
    whole = with_scheme(url)
    if not is_usable(whole):
        return None
    parts = urlsplit(whole)
    name, host, plain = parts.hostname or "", host_of(whole), parts.scheme == "http"
    if is_here(name):
        return WhereItGoes("here", host, "lock")
    if is_private(name):
        return WhereItGoes("open_near", host, "info", warns=True) if plain else WhereItGoes("near", host, "cloud")
    return WhereItGoes("open", host, "info", warns=True) if plain else WhereItGoes("away", host, "cloud")


def with_scheme(url: str) -> str:
    """An address as it is used: http to this computer and the local network, https to all others, where none is written."""
    text = url.strip()
    if not text or "://" in text:
        return text
    name = urlsplit(f"//{text}").hostname or ""
    return f"{'http' if is_private(name) else 'https'}://{text}"


def is_here(host: str) -> bool:
    """Whether a host is this computer."""
    if host.casefold() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
