"""A language model behind any OpenAI-compatible address, with deadlines, and faults that have names.

The client's own success is not success: a page instead of a stream, a silent end, a drip and broken events all look
like a short reply to it. Here each is a `ServerFault`, and the connection is closed on every way out.
"""

from __future__ import annotations

import asyncio
import json
import logging
import re
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, Final

from mind.brains.address import host_of, normalised
from mind.brains.chunks import finish_of, text_of, thinks, usage_of
from mind.brains.client import make_client
from mind.brains.diagnosis import fault_of_connection, fault_of_status, flattened, retry_seconds
from mind.brains.faults import ServerFault
from mind.brains.kinds import Kind, kind_by_name, kind_of
from mind.brains.options import SPOKEN, unknown_options
from mind.brains.pace import Pace
from mind.brains.samplers import SAMPLERS, samplers_of
from mind.brains.thoughts import ThoughtFilter
from mind.ports import Deadline, Message, Prompt

if TYPE_CHECKING:
    from openai import AsyncOpenAI

log = logging.getLogger("hearth.brain")

RETRY_AFTER: Final = 0.3
LIST_SECONDS: Final = 2.0
MODEL_SECONDS: Final = 5.0
OPENS_THOUGHTS: Final = re.compile(r"deepseek-r1|qwq|-thinking|reason", re.IGNORECASE)
"""Models whose templates often open the thought themselves: their words are held until it closes."""
COUNT_SECONDS: Final = 0.4
"""How long the server's count of tokens may take after the last word."""
MOST_REFUSALS: Final = 4
"""How often a server is asked once more without what it refused."""


class OpenAIBrain:
    """Streams from the server at `url`. One client for its life; use it on one event loop.

    An empty `model` becomes the first one that the server offers.
    """

    kind = "openai"

    def __init__(self, url: str, model: str, key: str = "") -> None:
        self.url = normalised(url)
        self.model = model
        self.host = host_of(self.url)
        self._key = key
        self._client: AsyncOpenAI | None = None
        self.usage: tuple[int, int] | None = None
        """Tokens asked and said of the last reply, as the server counted them."""
        self._refused: frozenset[str] = frozenset()
        """Options that the server does not know."""
        self._kind: Kind | None = kind_by_name(self.url) or None
        """Which program it is; None until that was looked for."""
        self._looking: asyncio.Task[Kind] | None = None
        self._met = False
        self._holds = bool(OPENS_THOUGHTS.search(model))

    def __repr__(self) -> str:
        return f"OpenAIBrain({self.host!r}, {self.model!r})"

    async def stream(self, prompt: Prompt, deadline: Deadline) -> AsyncGenerator[str, None]:
        """The reply without thoughts. Raises `ServerFault`; tries once more if nothing was said and it may help."""
        options = {**SPOKEN, **samplers_of(self._program())}
        async with aclosing(self._reply(prompt.messages, deadline, options)) as pieces:
            async for text in pieces:
                yield text
        if self._kind is None and self._looking is None:
            # Only now, when nobody waits: what it finds serves the replies to come.
            self._looking = asyncio.create_task(kind_of(await self._ready(), self.url))

    def _program(self) -> Kind:
        """Which program the server is, as far as that is known by now."""
        if self._looking is not None and self._looking.done():
            task, self._looking = self._looking, None
            failed = task.cancelled() or task.exception() is not None
            if failed:
                log.warning("look_at_server=failed")
            self._kind = "" if failed else task.result()
        return self._kind or ""

    async def complete(
        self, messages: tuple[Message, ...], schema: Mapping[str, Any], name: str, deadline: Deadline, most_tokens: int
    ) -> str:
        """An answer in JSON of a schema, thoughts left out, as the server gave it: nothing is checked here.

        A server that refuses schemas is asked without one from then on. What was cut off for its length comes as it is.
        Raises `ServerFault` where there is no answer at all. Meant for when nobody waits: cancel it at any time.
        """
        shape = {"type": "json_schema", "json_schema": {"name": name, "strict": True, "schema": dict(schema)}}
        options = {"max_tokens": most_tokens, "temperature": 0.0, "response_format": shape}
        pieces: list[str] = []
        try:
            async with aclosing(self._reply(messages, deadline, options)) as stream:
                async for piece in stream:
                    pieces.append(piece)
        except ServerFault as fault:
            if fault.reason != "length" or not pieces:
                raise
        return "".join(pieces)

    async def _reply(
        self, messages: tuple[Message, ...], deadline: Deadline, options: Mapping[str, Any]
    ) -> AsyncGenerator[str, None]:
        """The pieces of an answer; one more try if nothing was said and it may help."""
        await self._ready()
        self.usage = None
        pace, refusals, last_try = Pace(self.host, deadline), 0, False
        while True:
            said, refused = False, self._refused
            try:
                async with aclosing(self._attempt(messages, pace, options)) as pieces:
                    async for text in pieces:
                        said = True
                        yield text
                return
            except ServerFault as fault:
                learnt = self._refused != refused and refusals < MOST_REFUSALS
                if said or pace.over or not fault.retryable or (last_try and not learnt):
                    raise
                refusals += learnt
                last_try = last_try or not learnt
                await asyncio.sleep(0 if learnt else RETRY_AFTER)

    async def close(self) -> None:
        """Let go of the connections."""
        looking, self._looking = self._looking, None
        if looking is not None:
            looking.cancel()
            await asyncio.gather(looking, return_exceptions=True)
        client, self._client = self._client, None
        if client is not None:
            await client.close()

    async def _ready(self) -> AsyncOpenAI:
        """The client; made in a thread, for its import and its certificates would hold up the loop."""
        if self._client is None:
            self._client = await asyncio.to_thread(make_client, self.url, self._key)
        return self._client

    async def _attempt(self, messages: tuple[Message, ...], pace: Pace, options: Mapping[str, Any]) -> AsyncGenerator[str, None]:
        stream = await self._open(messages, pace, options)
        try:
            async with aclosing(self._read(stream, pace, counted="stream_options" in options)) as pieces:
                async for text in pieces:
                    yield text
        finally:
            await _let_go(stream)

    async def _open(self, messages: tuple[Message, ...], pace: Pace, options: Mapping[str, Any]) -> Any:
        """The opened event stream."""
        import openai

        client = await self._ready()
        self.model = self.model or await self._first_model()
        optional = {name: value for name, value in options.items() if name not in self._refused}
        create: Any = client.chat.completions.create
        request = create(
            model=self.model,
            messages=[{"role": message.role, "content": message.content} for message in messages],
            stream=True,
            timeout=pace.transport_timeout(),
            **{name: value for name, value in optional.items() if name not in SAMPLERS},
            extra_body={name: value for name, value in optional.items() if name in SAMPLERS} or None,
        )
        try:
            stream = await pace.first(request)
        except openai.APIStatusError as error:
            raise await self._refusal(error, frozenset(optional)) from None
        except openai.APIConnectionError as error:
            raise fault_of_connection(self.host, error, begun=False, connect=pace.deadline.connect) from None
        if "text/event-stream" not in stream.response.headers.get("content-type", ""):
            status = stream.response.status_code
            await _let_go(stream)
            raise ServerFault("not-an-api", self.host, status=status)
        return stream

    async def _refusal(self, error: Any, sent: frozenset[str]) -> ServerFault:
        """The fault of a refusing answer; remembers a server that does not know our options."""
        fault = fault_of_status(
            self.host,
            error.status_code,
            error.body,
            model=self.model,
            retry_after=retry_seconds(error.response.headers),
        )
        if error.status_code in (400, 422):
            unknown = unknown_options(flattened(error.body), sent, named=fault.reason != "rejected")
            if unknown:
                self._refused |= unknown
                return ServerFault("rejected", self.host, status=error.status_code, retryable=True)
        if fault.reason == "model-missing" or (fault.reason == "wrong-address" and error.status_code == 404):
            models = await self._models()
            if models and self.model not in models:
                return ServerFault("model-missing", self.host, status=error.status_code, model=self.model, models=models)
        return fault

    async def _models(self) -> tuple[str, ...]:
        """The server's models, if it lists them quickly."""
        from mind.brains.model_list import list_models

        try:
            return await list_models(self.url, self._key, LIST_SECONDS)
        except ServerFault:
            # It only decorates a message: without it the message stands alone.
            return ()

    async def _first_model(self) -> str:
        """What a server offers first, where the user named no model."""
        from mind.brains.model_list import list_models

        models = await list_models(self.url, self._key, MODEL_SECONDS)
        if not models:
            raise ServerFault("model-missing", self.host, status=200)
        return models[0]

    async def _read(self, stream: Any, pace: Pace, *, counted: bool) -> AsyncGenerator[str, None]:
        """The words of an open stream, to its proper end; `counted` where the server was asked for its count of tokens."""
        thoughts = ThoughtFilter(hold=self._holds, suspect=not self._met)
        finish: str | None = None
        spoken = False
        fault: ServerFault | None = None
        while finish is None:
            try:
                chunk = await self._next(stream, pace)
                if chunk is None:
                    break
                heard = self._heard(chunk, thoughts, pace)
            except ServerFault as found:
                fault = found
                break
            spoken = spoken or bool(heard.strip())
            if heard:
                yield heard
            finish = finish_of(chunk)
            self.usage = usage_of(chunk) or self.usage
        self._holds = self._holds or thoughts.closed_unopened
        self._met = self._met or finish is not None
        rest = thoughts.finish() if finish is not None else thoughts.broken_off()
        if rest:
            spoken = spoken or bool(rest.strip())
            yield rest
        if fault is not None:
            raise fault
        self._check_end(finish, spoken)
        if counted:
            await self._count(stream)

    async def _count(self, stream: Any) -> None:
        """The server's own count of tokens, if it comes right after the last word. Nothing hangs on it."""
        try:
            chunk = await asyncio.wait_for(stream.__anext__(), COUNT_SECONDS)
        except (StopAsyncIteration, TimeoutError):
            return
        except Exception as fault:  # noqa: BLE001 - the reply is whole: whatever comes after it is no fault of the reply
            log.debug("no token count: %s", type(fault).__name__)
            return
        self.usage = usage_of(chunk) or self.usage

    def _heard(self, chunk: Any, thoughts: ThoughtFilter, pace: Pace) -> str:
        """What of a chunk is hers; watches the silence and the length."""
        pace.check_length()
        piece = text_of(chunk)
        if piece or thinks(chunk):
            pace.moved()
        return pace.counted(thoughts.feed(piece))

    async def _next(self, stream: Any, pace: Pace) -> Any:
        """The next chunk, None at the end of the stream."""
        import openai

        try:
            return await pace.next(stream.__anext__())
        except StopAsyncIteration:
            return None
        except openai.APIConnectionError as error:
            raise fault_of_connection(self.host, error, begun=True, connect=pace.deadline.connect) from None
        except openai.APIError:
            raise ServerFault("server", self.host, status=stream.response.status_code) from None
        except (json.JSONDecodeError, UnicodeDecodeError, ValueError, TypeError, AttributeError):
            raise ServerFault("bad-stream", self.host, status=stream.response.status_code) from None

    def _check_end(self, finish: str | None, spoken: bool) -> None:
        """Only a stream that says how it ended, and said something, ended well."""
        if finish is None:
            raise ServerFault("unfinished", self.host, status=200, retryable=not spoken)
        if finish == "length":
            raise ServerFault("length", self.host, status=200)
        if finish == "content_filter":
            raise ServerFault("filtered", self.host, status=200)
        if finish == "error":
            raise ServerFault("server", self.host, status=200)
        if not spoken:
            raise ServerFault("empty", self.host, status=200)


async def _let_go(stream: Any) -> None:
    """Close the connection, or the server would go on writing; and the package's generator, which closing leaves suspended:
    it refers to itself, so that the collector would end it some time later, in whatever thread it runs in."""
    await stream.close()
    generator = getattr(stream, "_iterator", None)
    if generator is not None:
        await generator.aclose()
