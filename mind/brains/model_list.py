"""Which models a server offers, from ``GET /models``."""

from __future__ import annotations

import asyncio
from typing import Any

from mind.brains.address import host_of
from mind.brains.client import make_client
from mind.brains.diagnosis import fault_of_connection, fault_of_status, retry_seconds
from mind.brains.faults import ServerFault


async def list_models(url: str, key: str, seconds: float) -> tuple[str, ...]:
    """The ids of the models at the normalised `url`. Raises `ServerFault`; takes at most `seconds`."""
    host = host_of(url)
    client = await asyncio.to_thread(make_client, url, key)
    import httpx2
    import openai

    try:
        async with asyncio.timeout(seconds):
            answer = await client.get("/models", cast_to=httpx2.Response)
            body: Any = answer.json()
    except TimeoutError:
        raise ServerFault("connect-timeout", host, seconds=seconds) from None
    except openai.APIStatusError as error:
        wait = retry_seconds(error.response.headers)
        raise fault_of_status(host, error.status_code, error.body, model="", retry_after=wait) from None
    except openai.APIConnectionError as error:
        raise fault_of_connection(host, error, begun=False, connect=seconds) from None
    except ValueError:
        raise ServerFault("not-an-api", host, status=200) from None
    finally:
        await client.close()
    listed = body.get("data") if isinstance(body, dict) else None
    if not isinstance(listed, list):
        raise ServerFault("not-an-api", host, status=200)
    return tuple(str(entry["id"]) for entry in listed if isinstance(entry, dict) and entry.get("id"))
