"""An encoder in a whole talk: it helps to find what was said, and where it is away the talk goes on and says so once."""

import asyncio
import json

import pytest

from desktop.composition import open_companion
from desktop.encoders import encoder_folder, installed_encoders
from desktop.settings.model import BrainSettings, MemorySettings, Settings
from mind.events import FaultShown, ReplyEnded
from tests.support.openai_server import page, refuses, serving
from tests.support.small_bert import write_bert


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    monkeypatch.setattr("mind.memory.encoders.meaning.SETTLING", 0.0)
    monkeypatch.setattr("mind.memory.encoders.meaning.FIRST_PAUSE", 0.02)
    for name in ("HEARTH_BRAIN_URL", "HEARTH_BRAIN_MODEL"):
        monkeypatch.delenv(name, raising=False)


def about(text):
    """Vectors of a server that knows two subjects."""
    sea = sum(word in text for word in ("sail", "boat", "harbour", "sea"))
    kitchen = sum(word in text for word in ("bread", "oven", "bake", "dough"))
    return [float(sea), float(kitchen), 0.1]


def embeds(exchange):
    body = exchange._server.requests[-1].body
    if "input" not in body:
        refuses(500)(exchange)
        return
    rows = [{"index": place, "embedding": about(text)} for place, text in enumerate(body["input"])]
    page(json.dumps({"data": rows}), "application/json")(exchange)


async def said(companion, text):
    return [event async for event in companion.say(text, offline=True)]


async def until(true):
    for _ in range(1000):
        if true():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it never came true")


def settings_for(url, **memory):
    return Settings(brain=BrainSettings(url=url, model="m"), memory=MemorySettings(**memory))


async def test_the_servers_vectors_bring_to_mind_what_shares_no_word(tmp_path):
    with serving(embeds) as server:
        companion = open_companion(tmp_path, settings_for(server.url, encoder="server", embedding_model="e"), lang="en")
        try:
            await said(companion, "Yesterday I went sailing and the harbour was full of seals.")
            await said(companion, "I bake my own bread on Sundays.")
            await until(lambda: companion.meaning.state == "ready")
            sense = await companion.meaning.question("what did I tell you about the boat?", seconds=5)
            near = await companion._store.run(lambda uow: uow.vectors.nearest(sense.key, sense.vector, 1))
            turns = await companion.history()
            assert "harbour" in next(turn.text for turn in turns if turn.id == near[0][0])
            events = await said(companion, "When did I go out on the boat?")
            assert not any(isinstance(event, FaultShown) for event in events)
        finally:
            await companion.close()
        sent = [request.body for request in server.chats]
        assert all(set(body) == {"model", "input", "encoding_format"} and body["model"] == "e" for body in sent)


async def test_an_encoder_that_is_away_is_told_once_and_nothing_waits_for_it(tmp_path):
    with serving(refuses(404)) as server:
        companion = open_companion(tmp_path, settings_for(server.url, encoder="server", embedding_model="e"), lang="en")
        try:
            events = [await said(companion, "My boat is called Petrel.")]
            await until(lambda: companion.meaning.fault is not None)
            events += [await said(companion, text) for text in ("What is my boat called?", "And now?", "Fine.")]
            shown = [event for part in events for event in part if isinstance(event, FaultShown)]
            assert [event.kind for event in shown] == ["encoder-server"]
            assert "words alone" in shown[0].message and shown[0].remedy
            replies = [event.reply for part in events for event in part if isinstance(event, ReplyEnded)]
            assert [reply.ended for reply in replies] == ["complete"] * 4
            assert "Petrel" in replies[1].text
        finally:
            await companion.close()


async def test_another_encoder_can_be_chosen_while_she_talks(tmp_path):
    from desktop.encoders import meaning_of

    write_bert(encoder_folder(tmp_path) / "tiny")
    assert installed_encoders(tmp_path) == ["tiny"]
    companion = open_companion(tmp_path, Settings(), lang="en")
    try:
        await said(companion, "The cats sleep on a red boat.")
        await companion.remember_by(meaning_of(Settings(memory=MemorySettings(encoder="tiny")), tmp_path))
        await until(lambda: companion.meaning.state == "ready")
        assert companion.meaning.encoder.name == "tiny"
        spaces = await companion._store.run(lambda uow: uow.vectors.spaces())
        assert [(space.dim, space.turns) for space in spaces] == [(8, 2)]
        await companion.remember_by(meaning_of(Settings(memory=MemorySettings(encoder="gone")), tmp_path))
        await until(lambda: companion.meaning.fault is not None)
        assert companion.meaning.fault.kind == "encoder-missing"
        await companion.remember_by(None)
        assert companion.meaning is None
    finally:
        await companion.close()
