"""The keys of the servers that think, speak and transcribe: in the keyring, else for this session. Never in our files."""

from __future__ import annotations

import os
from typing import Final

SERVICE: Final = "Hearth"
SPEECH: Final = "speech "
"""Before the address, in the keyring, of a server that speaks."""
HEARING: Final = "hearing "
"""The same of a server that transcribes."""

_session: dict[str, str] = {}


def brain_key(url: str) -> str:
    """The key for the server at `url`: HEARTH_BRAIN_KEY, else this session's, else the keyring's, else empty."""
    return _key("HEARTH_BRAIN_KEY", url)


def store_brain_key(url: str, key: str) -> bool:
    """Keep the key; False where the system has no keyring: it then lives until Hearth closes."""
    return _store(url, key)


def speech_key(url: str) -> str:
    """The key for the server that speaks: HEARTH_SPEECH_KEY, else this session's, else the keyring's, else empty."""
    return _key("HEARTH_SPEECH_KEY", SPEECH + url)


def store_speech_key(url: str, key: str) -> bool:
    """As `store_brain_key`: one server may want a key of its own for each."""
    return _store(SPEECH + url, key)


def hearing_key(url: str) -> str:
    """The key for the server that transcribes: HEARTH_HEARING_KEY, else this session's, else the keyring's, else empty."""
    return _key("HEARTH_HEARING_KEY", HEARING + url)


def store_hearing_key(url: str, key: str) -> bool:
    """As `store_brain_key`."""
    return _store(HEARING + url, key)


def _key(variable: str, name: str) -> str:
    return os.environ.get(variable, "").strip() or _session.get(name) or _from_keyring(name)


def _store(name: str, key: str) -> bool:
    import keyring
    from keyring.errors import KeyringError

    _session[name] = key
    try:
        if key:
            keyring.set_password(SERVICE, name, key)
        elif keyring.get_password(SERVICE, name) is not None:
            keyring.delete_password(SERVICE, name)
    except KeyringError:
        return False
    return True


def _from_keyring(name: str) -> str:
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(SERVICE, name) or ""
    except KeyringError:
        # A machine without a keyring has no stored key: the same as none.
        return ""
