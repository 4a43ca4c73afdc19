"""Every brain keeps the same promises: the offline one, the one behind a server, the scripted one of the tests."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import aclosing

import pytest

from mind.brains import OfflineBrain
from mind.brains.openai_brain import OpenAIBrain
from mind.ports import Brain, Deadline, Message, Plan, Prompt
from mind.turn.stream import SentenceStream
from tests.support.openai_server import says, serving
from tests.support.turn_companion import ScriptedBrain

PROMPT = Prompt(
    (Message("system", "Be brief."), Message("user", "Hello")),
    Plan(("greet",), ("[happy] Hello there.", "It is good to see you.")),
)
RAW = ("[hap", "py] Hello there. It is", " good to see you.")


@pytest.fixture(params=["offline", "server", "scripted"])
def brain(request: pytest.FixtureRequest) -> Iterator[Brain]:
    if request.param == "offline":
        yield OfflineBrain()
    elif request.param == "scripted":
        yield ScriptedBrain(*RAW)
    else:
        with serving(says(*RAW, thoughts=("They greet me.",))) as server:
            yield OpenAIBrain(server.url, "tiny")


async def test_the_pieces_make_the_reply(brain: Brain) -> None:
    stream = SentenceStream("en")
    async with aclosing(brain.stream(PROMPT, Deadline())) as pieces:
        found = [sentence async for piece in pieces for sentence in stream.feed(piece)]
    found += stream.finish()
    assert [sentence.text for sentence in found] == ["Hello there.", "It is good to see you."]
    assert [cue.name for cue in found[0].cues] == ["happy"]
    await brain.close()


async def test_the_stream_can_be_left_after_its_first_piece(brain: Brain) -> None:
    async with aclosing(brain.stream(PROMPT, Deadline())) as pieces:
        async for _ in pieces:
            break
    await brain.close()


async def test_the_stream_can_be_cancelled(brain: Brain) -> None:
    async def read() -> None:
        async with aclosing(brain.stream(PROMPT, Deadline())) as pieces:
            async for _ in pieces:
                await asyncio.Event().wait()

    task = asyncio.create_task(read())
    await asyncio.sleep(0.05)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await brain.close()


async def test_a_brain_can_speak_again_and_be_closed_twice(brain: Brain) -> None:
    for _ in range(2):
        async with aclosing(brain.stream(PROMPT, Deadline())) as pieces:
            assert "".join([piece async for piece in pieces])
    await brain.close()
    await brain.close()


def test_a_brain_has_a_kind_and_a_model(brain: Brain) -> None:
    assert brain.kind
    assert isinstance(brain.model, str)
