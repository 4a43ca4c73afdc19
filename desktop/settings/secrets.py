"""The key of the brain server: in the system's keyring, else for this session only. Never in a file of ours."""

from __future__ import annotations

import os
from typing import Final

SERVICE: Final = "Hearth"

_session: dict[str, str] = {}


def brain_key(url: str) -> str:
    """The key for the server at `url`: HEARTH_BRAIN_KEY, else this session's, else the keyring's, else empty."""
    from_environment = os.environ.get("HEARTH_BRAIN_KEY", "").strip()
    return from_environment or _session.get(url) or _from_keyring(url)


def store_brain_key(url: str, key: str) -> bool:
    """Keep the key; False where the system has no keyring: it then lives until Hearth closes."""
    import keyring
    from keyring.errors import KeyringError

    _session[url] = key
    try:
        if key:
            keyring.set_password(SERVICE, url, key)
        elif keyring.get_password(SERVICE, url) is not None:
            keyring.delete_password(SERVICE, url)
    except KeyringError:
        return False
    return True


def _from_keyring(url: str) -> str:
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(SERVICE, url) or ""
    except KeyringError:
        # A machine without a keyring has no stored key: the same as none.
        return ""
