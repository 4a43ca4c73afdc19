"""Options against repetition: sent where a server's program knows them, left out for good where it refuses, never waited for."""

from __future__ import annotations

import asyncio

import pytest

from mind.brains.client import make_client
from mind.brains.kinds import kind_by_name, kind_of
from mind.brains.openai_brain import OpenAIBrain
from mind.brains.options import PLAIN, unknown_options
from mind.brains.samplers import DRY, SAMPLERS, samplers_of
from mind.ports import Message, Plan, Prompt
from tests.support.openai_server import OpenAIServer, refuses, says, serving
from tests.support.turn_companion import PATIENT

PROMPT = Prompt((Message("user", "Hello."),), Plan(("act",), ("Well.",)))


async def replies(server: OpenAIServer, times: int = 3) -> list[frozenset[str]]:
    """The samplers of each request, the look done after the first reply."""
    brain = OpenAIBrain(server.url, "tiny")
    try:
        for _ in range(times):
            assert "".join([piece async for piece in brain.stream(PROMPT, PATIENT)]) == "Fine."
            if brain._looking is not None:
                await asyncio.wait_for(asyncio.wait([brain._looking]), 10)
    finally:
        await brain.close()
    return [frozenset(chat.body) & SAMPLERS for chat in server.chats]


async def test_a_known_program_gets_its_own_options_from_the_second_reply_on() -> None:
    with serving(says("Fine."), owner="llamacpp") as server:
        assert await replies(server) == [frozenset(), *[frozenset({"repeat_penalty", *DRY})] * 2]
        assert server.chats[-1].body["dry_multiplier"] == DRY["dry_multiplier"]


@pytest.mark.parametrize(
    ("mark", "kind"),
    [
        ("/props", "llama.cpp"),
        ("/api/extra/version", "koboldcpp"),
        ("/v1/internal/model/info", "webui"),
        ("/api/version", "ollama"),
        ("", ""),
    ],
)
async def test_a_program_is_told_by_what_only_it_answers(mark: str, kind: str) -> None:
    with serving(says("Fine."), mark=mark) as server:
        client = make_client(server.url, "")
        assert await kind_of(client, server.url) == kind
        await client.close()


async def test_an_unknown_program_is_asked_plainly_and_looked_at_once() -> None:
    with serving(says("Fine.")) as server:
        assert await replies(server) == [frozenset()] * 3
        looks = [request for request in server.requests if request.method == "GET"]
        assert len({request.path for request in looks}) == len(looks)


async def test_a_named_refusal_costs_that_option_alone_and_is_remembered() -> None:
    refusal = refuses(400, {"error": {"message": "Unknown name \"dry_base\": Cannot find field."}})
    with serving(says("Fine."), refusal, says("Fine."), owner="llamacpp") as server:
        assert (await replies(server))[-2:] == [frozenset({"repeat_penalty", "dry_multiplier", "dry_allowed_length"})] * 2
        assert len(server.chats) == 4


async def test_a_server_that_refuses_one_thing_after_the_other_is_still_heard() -> None:
    named = [refuses(422, [{"loc": ["body", name], "msg": "Extra inputs"}]) for name in ("stream_options", "dry_base")]
    with serving(says("Fine."), *named, says("Fine."), owner="llamacpp") as server:
        await replies(server, 2)
        assert not frozenset(server.chats[-1].body) & PLAIN
        assert "dry_base" not in server.chats[-1].body and "repeat_penalty" in server.chats[-1].body


async def test_a_refusal_without_a_name_takes_all_that_few_servers_know() -> None:
    with serving(says("Fine."), refuses(400, {"error": "Bad request"}), says("Fine."), owner="vllm") as server:
        assert (await replies(server))[-2:] == [frozenset()] * 2


def test_a_refusal_about_the_talk_itself_costs_no_option() -> None:
    sent = frozenset({"max_tokens", "dry_base"})
    assert unknown_options("Conversation roles must alternate", sent, named=False) == frozenset()
    assert unknown_options("the prompt is too long", sent, named=True) == frozenset()
    assert unknown_options("extra_forbidden", sent, named=False) == {"dry_base"}


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://api.openai.com/v1", "openai"),
        ("https://me.openai.azure.com/openai/v1", "azure"),
        ("https://openrouter.ai/api/v1", "openrouter"),
        ("https://generativelanguage.googleapis.com/v1beta/openai", ""),
        ("https://notopenrouter.ai/v1", ""),
        ("http://127.0.0.1:8080/v1", ""),
    ],
)
def test_services_are_known_by_their_hosts_and_strict_ones_get_nothing(url: str, kind: str) -> None:
    assert kind_by_name(url) == kind
    assert bool(samplers_of(kind_by_name(url))) is bool(kind)
