"""Why did you say that? Need, intent, memories, cues and the exact request stand beside every reply."""

from pathlib import Path

import pytest

from mind.brains.openai_brain import OpenAIBrain
from mind.talk import RulePlanner
from mind.turn.why import why
from tests.support.openai_server import chunk, says, serving
from tests.support.turn_companion import companion, reply_of, told


def counted(*pieces, asked, said):
    """A reply whose server counts tokens in the chunk after the last."""

    def play(exchange):
        exchange.head(200, "text/event-stream")
        for piece in pieces:
            exchange.delta(content=piece)
        exchange.event(chunk({}, "stop"))
        usage = {"prompt_tokens": asked, "completion_tokens": said, "total_tokens": asked + said}
        exchange.event({**chunk({}), "choices": [], "usage": usage})
        exchange.event("[DONE]")
        exchange.end()

    return play


async def explained(she, turn_id):
    return await she._store.run(lambda uow: why(uow, turn_id))


async def test_a_servers_reply_keeps_the_exact_request_and_the_servers_own_count(tmp_path: Path):
    with serving(counted("[happy] Miso is a fine name.", asked=812, said=9)) as server:
        async with companion(tmp_path, RulePlanner(), brain=OpenAIBrain(server.url, "tiny")) as she:
            reply = reply_of(await told(she.say("My cat is called Miso."))).reply
            found = await explained(she, reply.turn_id)
        sent = [(message["role"], message["content"]) for message in server.chats[0].body["messages"]]
    assert found.asked is not None and list(found.asked.messages) == sent
    assert (found.asked.tokens_in, found.asked.tokens_out, found.asked.counted) == (812, 9, True)
    assert found.asked.host in server.url and found.asked.model == "tiny"
    assert found.cues == ("happy",) and found.need and found.acts
    assert found.answered.text == "My cat is called Miso."
    assert {change.cause for change in found.changes} == {"disclose"} or found.changes


async def test_without_a_count_tokens_are_estimated_and_said_to_be(tmp_path: Path):
    with serving(says("Good evening.")) as server:
        async with companion(tmp_path, RulePlanner(), brain=OpenAIBrain(server.url, "tiny")) as she:
            reply = reply_of(await told(she.say("Hello, I had a long day."))).reply
            found = await explained(she, reply.turn_id)
    assert not found.asked.counted and found.asked.tokens_in > 100 and found.asked.tokens_out > 0


async def test_a_reply_by_rules_was_asked_of_no_server_and_names_the_memory_it_used(tmp_path: Path):
    async with companion(tmp_path, RulePlanner()) as she:
        await told(she.say("My cat is called Miso."))
        reply = reply_of(await told(she.say("What do you remember about me?"))).reply
        found = await explained(she, reply.turn_id)
        assert found.asked is None and found.brain == "offline"
        assert any("Miso" in memory.text for memory in found.memories) and found.gone == 0
        await she.book.forget(found.memories[0].id)
        later = await explained(she, reply.turn_id)
    assert later.gone == 1


async def test_a_forgotten_memory_leaves_no_request_that_told_of_it(tmp_path: Path):
    with serving(says("Noted."), says("It is Miso.")) as server:
        async with companion(tmp_path, RulePlanner(), brain=OpenAIBrain(server.url, "tiny")) as she:
            kept = reply_of(await told(she.say("My cat is called Miso."))).reply.memories_kept
            reply = reply_of(await told(she.say("Say my cat's name again, please?"))).reply
            await she.book.forget(kept[0].id)
            found = await explained(she, reply.turn_id)
    assert found.asked is None


async def test_only_her_own_turns_can_be_asked_about(tmp_path: Path):
    async with companion(tmp_path, RulePlanner()) as she:
        reply = reply_of(await told(she.say("Hello there."))).reply
        assert await explained(she, reply.reply_to) is None
        assert await explained(she, 999) is None


async def test_asked_why_she_answers_from_what_is_kept_and_no_server_words_it(tmp_path: Path):
    with serving(says("A cat with a soup's name.")) as server:
        async with companion(tmp_path, RulePlanner(), brain=OpenAIBrain(server.url, "tiny")) as she:
            await told(she.say("I passed my welding exam!"))
            reply = reply_of(await told(she.say("Why did you say that?"))).reply
        assert len(server.chats) == 1
    assert reply.brain == "offline" and ("glad" in reply.text or "good news" in reply.text)


async def test_what_the_user_had_needed_is_kept_with_the_reply_and_can_be_taken_back(tmp_path: Path):
    async with companion(tmp_path, RulePlanner()) as she:
        reply = reply_of(await told(she.say("I passed my welding exam!"))).reply
        await she.book.correct_need(reply.turn_id, "listen")
        corrected = await she.book.why(reply.turn_id)
        answer = reply_of(await told(she.say("Why did you say that?"))).reply
        await she.book.correct_need(reply.turn_id, "")
        taken_back = await she.book.why(reply.turn_id)
        with pytest.raises(KeyError):
            await she.book.correct_need(reply.reply_to, "listen")
        with pytest.raises(ValueError, match="sing"):
            await she.book.correct_need(reply.turn_id, "sing")
    assert (corrected.need, corrected.corrected) == ("celebrate", "listen")
    assert "something else" in answer.text
    assert (taken_back.need, taken_back.corrected) == ("celebrate", "")
    assert taken_back.acts == corrected.acts and taken_back.brain == "offline"


async def test_a_muted_memory_is_not_told_when_she_is_asked_why(tmp_path: Path):
    async with companion(tmp_path, RulePlanner()) as she:
        await told(she.say("My cat is called Miso."))
        reply = reply_of(await told(she.say("What do you remember about me?"))).reply
        found = await she.book.why(reply.turn_id)
        for memory in found.memories:
            await she.book.mute(memory.id, True)
        answer = reply_of(await told(she.say("Why did you say that?"))).reply
    assert "Miso" not in answer.text


async def test_a_language_model_is_told_what_the_turn_needs(tmp_path: Path):
    with serving(says("Well done."), says("Call her tonight.")) as server:
        async with companion(tmp_path, RulePlanner(), brain=OpenAIBrain(server.url, "tiny")) as she:
            await told(she.say("I passed my welding exam!"))
            await told(she.say("My aunt is upset with me. What should I do?"))
        last = [chat.body["messages"][-1]["content"] for chat in server.chats]
    assert "They need: someone to be glad with." in last[0]
    assert "They need: a piece of advice." in last[1]
