"""The openai client, told to send nothing but what we say.

Left alone it sends OPENAI_API_KEY, OPENAI_ORG_ID, OPENAI_PROJECT_ID and OPENAI_CUSTOM_HEADERS from the environment, and
facts about this machine, to any server; and a proxy variable would swallow 127.0.0.1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from mind.brains.address import host_of, is_private, is_usable
from mind.brains.faults import ServerFault

if TYPE_CHECKING:
    from openai import AsyncOpenAI

SENT: Final = frozenset(("host", "content-type", "content-length", "accept", "accept-encoding", "connection"))
PLACEHOLDER: Final = "none"
"""The client refuses to be made without a key; this one is never sent."""


def make_client(url: str, key: str) -> AsyncOpenAI:
    """A client for the server at the normalised `url`. Close it with `await client.close()`.

    Raises `ServerFault` for an address or a key that no request can carry.
    """
    if not is_usable(url):
        raise ServerFault("no-address", host_of(url))
    if not (key.isascii() and key.isprintable()):
        raise ServerFault("no-key", host_of(url))
    # Imported late: half a second that a start without a server need not spend.
    import httpx2
    from openai import AsyncOpenAI, DefaultAsyncHttpx2Client

    try:
        httpx2.URL(url)
    except httpx2.InvalidURL:
        raise ServerFault("no-address", host_of(url)) from None

    async def only_ours(request: Any) -> None:
        kept = [(name, value) for name, value in request.headers.items() if name.lower() in SENT]
        request.headers.clear()
        request.headers.update(kept)
        request.headers["User-Agent"] = "Hearth"
        if key:
            request.headers["Authorization"] = f"Bearer {key}"

    private = is_private(urlsplit(url).hostname or "")
    transport = DefaultAsyncHttpx2Client(
        trust_env=not private,
        # A redirect could carry the key elsewhere: it is told as a wrong address instead.
        follow_redirects=False,
        event_hooks={"request": [only_ours]},
    )
    return AsyncOpenAI(
        base_url=url,
        api_key=key or PLACEHOLDER,
        admin_api_key="",
        organization="",
        project="",
        webhook_secret="",
        max_retries=0,
        http_client=transport,
    )
