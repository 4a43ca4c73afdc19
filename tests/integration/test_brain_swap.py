"""Another brain, the same person: persona, memory, bond and outfit do not notice who finds the words."""

from __future__ import annotations

import asyncio
import shutil
from dataclasses import asdict, replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

from mind.brains.openai_brain import OpenAIBrain
from mind.character import MIRA
from mind.clock import VirtualClock
from mind.domain import Person
from mind.talk import RulePlanner
from mind.talk.bench.swap import swap
from mind.turn.companion import Companion
from mind.turn.marks import marks
from tests.support.openai_server import OpenAIServer, says, serving
from tests.support.turn_companion import companion, reply_of, told

ZONE = timezone(timedelta(hours=1))
TALK = ("My sister Nina is a vet.", "I have an exam on Friday.", "You are good to talk to, thank you.", "Wear the coat, please.")


async def marks_of(she: Companion) -> dict[str, str]:
    return asdict(await she._store.run(lambda uow: marks(uow, MIRA)))


def evening() -> VirtualClock:
    return VirtualClock(datetime(2026, 3, 2, 19, 30, tzinfo=ZONE))


async def lived(folder: Path) -> None:
    async with companion(folder, RulePlanner(), clock=evening()) as she:
        await she.set_person(Person("Robin", "en", True))
        await told(she.greet())
        for words in TALK:
            await told(she.say(words))


def asked(server: OpenAIServer) -> list[dict[str, str]]:
    messages: list[dict[str, str]] = server.chats[-1].body["messages"]
    return messages


async def test_a_change_of_brain_changes_no_mark(tmp_path: Path) -> None:
    await lived(tmp_path)
    with serving(says("I hear you.")) as one, serving(says("Right then.")) as other:
        async with companion(tmp_path, RulePlanner(), clock=evening()) as she:
            before = await marks_of(she)
            for brain in (OpenAIBrain(one.url, "small"), OpenAIBrain(other.url, "large"), None):
                she.use(brain)
                assert await marks_of(she) == before


async def test_what_the_users_words_do_is_the_same_whichever_brain_answers(tmp_path: Path) -> None:
    left = {}
    with serving(says("I hear you.")) as one, serving(says("Right then. And you?")) as other:
        for name, url in (("offline", ""), ("one", one.url), ("other", other.url)):
            await lived(tmp_path / name)
            brain = OpenAIBrain(url, name) if url else None
            async with companion(tmp_path / name, RulePlanner(), brain, clock=evening()) as she:
                for words in ("Nina got me a cactus.", "You always cheer me up."):
                    await told(she.say(words))
                left[name] = await marks_of(she)
    assert left["offline"] == left["one"] == left["other"]


async def test_the_next_request_carries_the_same_persona_and_memories(tmp_path: Path) -> None:
    await lived(tmp_path / "one")
    shutil.copytree(tmp_path / "one", tmp_path / "other")
    carried = []
    for name in ("one", "other"):
        with serving(says("I hear you.")) as server:
            async with companion(tmp_path / name, RulePlanner(), clock=evening()) as she:
                she.use(OpenAIBrain(server.url, name))
                assert reply_of(await told(she.say("I was thinking about my sister today."))).reply.brain == "openai"
                lines = asked(server)[-1]["content"].splitlines()
                carried.append((asked(server)[0], [line for line in lines if line.startswith("-")]))
    assert carried[0] == carried[1]
    assert any("Nina" in line for line in carried[0][1])


async def test_the_words_before_the_swap_stand_in_the_next_request_whoever_said_them(tmp_path: Path) -> None:
    with serving(says("Ponies kick harder than they look.")) as one, serving(says("Half a visit, that.")) as other:
        async with companion(tmp_path, RulePlanner(), OpenAIBrain(one.url, "small"), clock=evening()) as she:
            await told(she.say("My sister Nina is a vet."))
            she.use(OpenAIBrain(other.url, "large"))
            reply = reply_of(await told(she.say("I was thinking about her."))).reply
    assert (reply.text, reply.model) == ("Half a visit, that.", "large")
    said = [message["content"] for message in asked(other)]
    assert said[1:3] == ["My sister Nina is a vet.", "Ponies kick harder than they look."]


async def test_what_is_shown_of_a_swap_is_measured_with_two_servers() -> None:
    found = await asyncio.to_thread(swap, "ja")
    assert found.unchanged and found.same_request
    assert [way.brain for way in found.ways] == ["openai", "openai", "offline"]
    assert found.ways[0].carried is not None and any("ニナ" in line for line in found.ways[0].carried.memories)
    for part in found.ways[0].before:
        other = replace(found.ways[1], swapped={**found.ways[1].swapped, part: "another"})
        assert not replace(found, ways=(found.ways[0], other)).unchanged
