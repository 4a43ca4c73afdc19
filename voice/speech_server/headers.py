"""What a speech server is told beside the request itself."""

from __future__ import annotations

from voice.speech_server.exchange import Asked

JSON = "application/json"


def headers_with(key: str, accept: str = JSON, kind: str = JSON, asked: Asked = Asked()) -> dict[str, str]:  # noqa: B008  frozen
    """Of every request: what is taken, of what kind its body is, and the key, which goes nowhere else.

    Raises the fault of `asked` where the key cannot be sent.
    """
    if not (key.isascii() and key.isprintable()):
        raise asked.fault(f"The key of the {asked.server} holds characters that cannot be sent.", "Enter the key again.")
    headers = {"User-Agent": "Hearth", "Accept": accept, "Content-Type": kind}
    return {**headers, "Authorization": f"Bearer {key}"} if key else headers
