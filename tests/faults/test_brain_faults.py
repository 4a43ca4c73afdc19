"""Everything a server can do wrong: the words are kept, the fault is named, nothing of it is shown as hers."""

from __future__ import annotations

import asyncio
import gc
from contextlib import aclosing
from dataclasses import dataclass, replace
from pathlib import Path
from types import AsyncGeneratorType

import pytest

from mind.brains.openai_brain import OpenAIBrain
from mind.events import FaultShown, Kept, Reply, ReplyEnded, Sentence
from mind.ports import Deadline, Message, Plan, Prompt
from tests.support.openai_server import (
    Script,
    breaks,
    closed_port,
    cuts,
    error_event,
    page,
    refuses,
    says,
    serving,
    silent,
    stalls,
    wanders,
)
from tests.support.turn_companion import PATIENT, companion, reply_of, sentences, told

WORDS = "My grandmother kept bees"
KEY = "sk-canary-4711"
PLANNED = "Answer 1. I am listening."
"""What the rules had written: it is said where the server says nothing."""


FIRST = replace(PATIENT, first_token=0.4)
IDLE = replace(PATIENT, idle=0.3)
TOTAL = replace(PATIENT, total=1.2)


@dataclass(frozen=True)
class Case:
    """A fault: what the server does, and what must come of it."""

    name: str
    script: Script
    kind: str
    names: str
    """What the message must name beside the host."""
    ended: str = "complete"
    text: str = PLANNED
    requests: int = 1
    model: str = "tiny"
    deadline: Deadline = PATIENT


CASES = [
    Case("silence", silent(), "brain-first-token", "timeout", deadline=FIRST),
    Case("only comments", stalls(), "brain-first-token", "timeout", deadline=FIRST),
    Case("401", refuses(401, {"error": {"message": f"Incorrect API key provided: {KEY}"}}), "brain-auth", "401"),
    Case("403", refuses(403), "brain-auth", "403"),
    Case("402", refuses(402), "brain-credit", "402"),
    Case("404 model", refuses(404, {"error": "model 'big' not found"}), "brain-model-missing", "tiny, small", model="big"),
    Case("404 path", refuses(404, {"detail": "Not Found"}), "brain-wrong-address", "404"),
    Case("429", refuses(429, headers={"Retry-After": "7"}), "brain-rate-limited", "7 s"),
    Case("500", refuses(500, {"error": WORDS}), "brain-server", "500", requests=2),
    Case("503", refuses(503, {"error": "Loading model"}), "brain-busy", "503", requests=2),
    Case("400", refuses(400, {"error": "template"}), "brain-rejected", "400"),
    Case("context", refuses(400, {"error": {"type": "exceed_context_size_error"}}), "brain-context", "400"),
    Case("redirect", refuses(302, headers={"Location": "http://127.0.0.1:1/v1"}), "brain-not-an-api", "302"),
    Case("html", page(), "brain-not-an-api", "200"),
    Case("json", page('{"error": "unexpected endpoint"}', "application/json"), "brain-not-an-api", "200"),
    Case("broken events", breaks("One whole sentence. "), "brain-bad-stream", "unreadable", "cut", "One whole sentence."),
    Case("broken at once", breaks(), "brain-bad-stream", "unreadable"),
    Case("error event", error_event("One whole sentence. "), "brain-server", "200", "cut", "One whole sentence."),
    Case("cut", cuts("One whole sentence. And a half"), "brain-broken-off", "connection lost", "cut", "One whole sentence."),
    Case("cut early", cuts("Half a"), "brain-broken-off", "connection lost"),
    Case("no finish", says("Whole. And a half", finish=None), "brain-unfinished", "finish", text=f"Whole. {PLANNED}"),
    Case("no end", says("Two are whole. Half", finish=None, done=False), "brain-unfinished", "finish", "cut", "Two are whole."),
    Case("idle", stalls("One whole sentence. And"), "brain-idle", "timeout", "cut", "One whole sentence.", deadline=IDLE),
    Case("drip", wanders(0.2), "brain-total", "timeout", "cut", "Otters wander here. Foxes wander here.", deadline=TOTAL),
    Case("endless", wanders(), "brain-endless", "300", "cut", "Otters wander here. Foxes wander here."),
    Case("length", says("Whole. And a half", finish="length"), "brain-length", "200", "cut", "Whole."),
    Case("filter", says(finish="content_filter"), "brain-filtered", "200"),
    Case("empty", says(), "brain-empty", "200"),
    Case("only thoughts", says("<think>They like bees.</think>"), "brain-empty", "200"),
    Case("only a cue", says("[happy]"), "brain-empty", "200"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
async def test_a_fault_loses_nothing_and_is_told_in_one_line(case: Case, tmp_path: Path) -> None:
    with serving(case.script) as server:
        async with companion(tmp_path, brain=OpenAIBrain(server.url, case.model, KEY), deadline=case.deadline) as she:
            events = await told(she.say(WORDS))
            history = await she.history()
        assert len(server.chats) == case.requests
        check_fault(events, case, server.host)
        assert history[0].text == WORDS
        assert [turn.text for turn in history[1:]] == [reply_of(events).reply.text]


def check_fault(events: list[object], case: Case, host: str) -> None:
    assert isinstance(events[0], Kept)
    reply: Reply = reply_of(events).reply
    fault = reply.fault
    assert fault is not None
    assert FaultShown(fault.kind, fault.message, fault.remedy) in events
    assert fault.kind == case.kind
    assert host in fault.message
    assert case.names in fault.message
    assert fault.remedy
    assert reply.ended == case.ended
    assert reply.text.startswith(case.text)
    assert reply.text == "".join(event.before + event.text for event in events if isinstance(event, Sentence))
    for secret in (KEY, WORDS, "bees"):
        assert secret not in fault.message + fault.remedy + reply.text
    assert fault.message not in reply.text


@pytest.mark.parametrize(
    ("url", "kind", "names"),
    [
        ("http://127.0.0.1:PORT/v1", "brain-refused", "refused"),
        ("http://no-such-host.invalid/v1", "brain-dns", "no-such-host.invalid"),
    ],
)
async def test_nobody_there_is_told_at_once(url: str, kind: str, names: str, tmp_path: Path) -> None:
    brain = OpenAIBrain(url.replace("PORT", str(closed_port())), "tiny")
    async with companion(tmp_path, brain=brain) as she:
        events = await told(she.say(WORDS))
        assert [turn.text for turn in await she.history()] == [WORDS, PLANNED]
    fault = reply_of(events).reply.fault
    assert fault is not None
    assert fault.kind == kind
    assert names in fault.message


async def test_a_passing_failure_before_the_first_word_is_tried_once_more(tmp_path: Path) -> None:
    with serving(refuses(500), says("Good again.")) as server:
        async with companion(tmp_path, brain=OpenAIBrain(server.url, "tiny")) as she:
            events = await told(she.say(WORDS))
        assert sentences(events) == ["Good again."]
        assert len(server.chats) == 2


async def test_what_reads_like_a_monologue_is_not_shown_when_it_breaks_off(tmp_path: Path) -> None:
    with serving(cuts("Okay, the user tells me about a grandmother. I should ask.")) as server:
        async with companion(tmp_path, brain=OpenAIBrain(server.url, "tiny")) as she:
            events = await told(she.say(WORDS))
    assert reply_of(events).reply.text == PLANNED
    assert reply_of(events).reply.brain == "offline"


async def test_an_unknown_option_is_left_out_and_remembered(tmp_path: Path) -> None:
    refusal = refuses(400, {"error": {"message": "Unsupported parameter: 'max_tokens'"}})
    with serving(refusal, says("Fine."), says("Fine again.")) as server:
        async with companion(tmp_path, brain=OpenAIBrain(server.url, "tiny")) as she:
            await told(she.say("One"))
            await told(she.say("Two"))
        assert "max_tokens" in server.chats[0].body
        assert all("max_tokens" not in chat.body for chat in server.chats[1:])
        assert len(server.chats) == 3


async def test_without_a_model_the_first_one_offered_is_asked(tmp_path: Path) -> None:
    with serving(says("Hello.")) as server:
        async with companion(tmp_path, brain=OpenAIBrain(server.url, "")) as she:
            reply = reply_of(await told(she.say(WORDS))).reply
        assert (reply.text, server.chats[0].body["model"]) == ("Hello.", "tiny")


async def test_the_loop_stays_free_while_a_server_is_silent(tmp_path: Path) -> None:
    with serving(says("Warm."), silent()) as server:
        async with companion(tmp_path, brain=OpenAIBrain(server.url, "tiny")) as she:
            await told(she.say("Warm up"))
            ticks = 0

            async def tick() -> None:
                nonlocal ticks
                while True:
                    ticks += 1
                    await asyncio.sleep(0.01)

            she.use(she.brain, FIRST)
            ticking = asyncio.create_task(tick())
            await told(she.say(WORDS))
            ticking.cancel()
    assert ticks > FIRST.first_token / 0.01 / 4


async def test_stop_cuts_the_connection_at_once(tmp_path: Path) -> None:
    with serving(wanders(0.02)) as server:
        async with companion(tmp_path, brain=OpenAIBrain(server.url, "tiny")) as she:
            shown: list[str] = []
            ended: ReplyEnded | None = None
            async for event in she.say(WORDS):
                if isinstance(event, Sentence):
                    shown.append(event.text)
                    if len(shown) == 2:
                        await she.stop()
                if isinstance(event, ReplyEnded):
                    ended = event
            assert ended is not None
            assert ended.reply.ended == "interrupted"
            assert ended.reply.fault is None
            assert ended.reply.text == "Otters wander here. Foxes wander here."
            assert await asyncio.to_thread(server.client_left.wait, 2.0)


async def test_stop_before_the_server_answers_ends_the_wait(tmp_path: Path) -> None:
    with serving(silent()) as server:
        async with companion(tmp_path, brain=OpenAIBrain(server.url, "tiny")) as she:
            talking = asyncio.create_task(told(she.say(WORDS)))
            assert await asyncio.to_thread(server.asked.wait, 5.0)
            await she.stop()
            events = await talking
            assert reply_of(events).reply.ended == "interrupted"
            assert await asyncio.to_thread(server.client_left.wait, 2.0)


async def test_after_a_fault_the_turn_can_be_tried_again_or_answered_offline(tmp_path: Path) -> None:
    with serving(refuses(401), says("Now it works.")) as server:
        async with companion(tmp_path, brain=OpenAIBrain(server.url, "tiny")) as she:
            first = await told(she.say(WORDS))
            turn_id = next(event.turn_id for event in first if isinstance(event, Kept))
            again = reply_of(await told(she.retry(turn_id))).reply
            offline = reply_of(await told(she.retry(turn_id, offline=True))).reply
            history = await she.history()
    assert (again.text, again.brain) == ("Now it works.", "openai")
    assert (offline.text, offline.brain) == ("Answer 1. I am listening.", "offline")
    assert [turn.text for turn in history] == [WORDS, offline.text]


async def test_only_what_we_mean_to_send_is_sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID", "OPENAI_ADMIN_KEY"):
        monkeypatch.setenv(name, "from-the-environment")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "X-Spy: from-the-environment")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:1/v1")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    with serving(says("Hello.")) as server:
        async with companion(tmp_path, brain=OpenAIBrain(server.url, "tiny", KEY)) as she:
            assert sentences(await told(she.say(WORDS))) == ["Hello."]
        sent = server.chats[0]
    allowed = {"host", "content-type", "content-length", "accept", "accept-encoding", "connection", "user-agent", "authorization"}
    assert set(sent.headers) <= allowed
    assert sent.headers["authorization"] == f"Bearer {KEY}"
    assert "from-the-environment" not in repr(sent)
    assert set(sent.body) == {"model", "messages", "stream", "max_tokens", "temperature", "stream_options"}


async def test_without_a_key_none_is_sent(tmp_path: Path) -> None:
    with serving(says("Hello.")) as server:
        async with companion(tmp_path, brain=OpenAIBrain(server.url, "tiny")) as she:
            await told(she.say(WORDS))
        assert "authorization" not in server.chats[0].headers


def test_the_key_is_in_no_representation() -> None:
    assert KEY not in repr(OpenAIBrain("http://127.0.0.1:1", "tiny", KEY))


async def test_the_words_are_kept_before_anything_is_sent(tmp_path: Path) -> None:
    with serving(silent()) as server:
        async with companion(tmp_path, brain=OpenAIBrain(server.url, "tiny")) as she:
            events = she.say(WORDS)
            first = await anext(events)
            assert isinstance(first, Kept)
            assert not server.requests
            await events.aclose()
            assert [turn.text for turn in await she.history()] == [WORDS]


async def test_no_generator_of_the_connection_is_left_to_the_collector(tmp_path: Path) -> None:
    def left() -> int:
        return sum("Stream" in one.__qualname__ for one in gc.get_objects() if isinstance(one, AsyncGeneratorType))

    before = left()
    gc.disable()
    try:
        with serving(says("One. Two. Three."), says("One. Two. Three.")) as server:
            brain = OpenAIBrain(server.url, "tiny")
            for pieces in (99, 1):
                async with aclosing(brain.stream(Prompt((Message("user", "Hello."),), Plan((), ())), Deadline())) as stream:
                    async for _ in stream:
                        pieces -= 1
                        if not pieces:
                            break
            await brain.close()
        await asyncio.sleep(0.05)
        assert left() <= before
    finally:
        gc.enable()
