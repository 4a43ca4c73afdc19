"""Which program a server is, as far as it says so: from its host's name, else from one look at what it tells of itself.

Nobody waits for the look. What it finds only decides which further options are sent; without it a server is asked plainly.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, Literal
from urllib.parse import urlsplit

from mind.brains.address import is_private, is_usable

if TYPE_CHECKING:
    from openai import AsyncOpenAI

Kind = Literal[
    "llama.cpp", "koboldcpp", "ollama", "lm-studio", "vllm", "webui", "openai", "azure", "mistral", "deepseek", "openrouter", ""
]
CLOUD: Final[Mapping[str, Kind]] = {
    "api.openai.com": "openai", "openai.azure.com": "azure", "api.mistral.ai": "mistral", "api.deepseek.com": "deepseek",
    "openrouter.ai": "openrouter",
}  # fmt: skip
OWNERS: Final[Mapping[str, Kind]] = {
    "llamacpp": "llama.cpp", "koboldcpp": "koboldcpp", "library": "ollama", "organization_owner": "lm-studio", "vllm": "vllm",
}  # fmt: skip
"""What ``owned_by`` says in the list of models."""
MARKS: Final[tuple[tuple[str, str, Kind], ...]] = (
    ("/props", "default_generation_settings", "llama.cpp"),
    ("/api/extra/version", "version", "koboldcpp"),
    ("/v1/internal/model/info", "model_name", "webui"),
    ("/api/v0/models", "data", "lm-studio"),
    ("/api/version", "version", "ollama"),
)
"""A path that only this program answers, and what stands in its answer; the surest first."""
SECONDS: Final = 2.0


def kind_by_name(url: str) -> Kind:
    """What the host's name tells; empty for the servers of one's own, which need a look, and for what is no address."""
    if not is_usable(url):
        return ""
    host = (urlsplit(url).hostname or "").casefold()
    return next((kind for name, kind in CLOUD.items() if host == name or host.endswith(f".{name}")), "")


async def kind_of(client: AsyncOpenAI, url: str) -> Kind:
    """The program behind the normalised `url`, asked by its client; empty where it is none we know.

    Takes some seconds at most; a server that does not answer is no error.
    """
    named = kind_by_name(url)
    if named or not is_private(urlsplit(url).hostname or ""):
        return named
    if kind := _by_owner(await _asked(client, f"{url}/models")):
        return kind
    root = url.removesuffix("/v1")
    answers = await asyncio.gather(*(_asked(client, root + path) for path, _, _ in MARKS))
    return next((kind for (_, mark, kind), told in zip(MARKS, answers, strict=True) if mark in told), "")


def _by_owner(told: Mapping[str, Any]) -> Kind:
    listed = told.get("data")
    first = listed[0] if isinstance(listed, list) and listed and isinstance(listed[0], dict) else {}
    return OWNERS.get(str(first.get("owned_by", "")).casefold(), "")


async def _asked(client: AsyncOpenAI, address: str) -> Mapping[str, Any]:
    """An answer in JSON, empty where there is none."""
    import httpx2
    import openai

    try:
        async with asyncio.timeout(SECONDS):
            body = (await client.get(address, cast_to=httpx2.Response)).json()
    except (TimeoutError, openai.OpenAIError, ValueError):
        # Another program does not know the path: that is what asking is for.
        return {}
    return body if isinstance(body, dict) else {}
