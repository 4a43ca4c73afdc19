"""She can be asked to dance, sit, stand, hug and pose, and does it while she says so."""

import asyncio

import pytest

from desktop.composition import open_companion
from desktop.settings import Settings
from mind.events import Sentence


async def cues_of(folder, lang, text):
    companion = open_companion(folder, Settings(), lang=lang, seed=3)
    try:
        events = [event async for event in companion.say(text)]
    finally:
        await companion.close()
    return {cue.name for event in events if isinstance(event, Sentence) for cue in event.cues}


@pytest.mark.parametrize(
    ("lang", "text", "cue"),
    [
        ("en", "Dance with me!", "dance"), ("en", "Please sit down.", "sit"), ("en", "You can stop dancing now.", "stand"),
        ("en", "Can I have a hug?", "hug"), ("en", "Strike a pose!", "proud"), ("zh", "陪我跳舞吧", "dance"),
        ("zh", "抱抱", "hug"), ("zh", "坐下吧", "sit"), ("ja", "一緒に踊ろう", "dance"), ("ja", "ハグして", "hug"),
        ("ja", "座ってください", "sit"), ("en", "Could you sit down with me for a bit?", "sit"),
        ("en", "Will you sit with me for a while?", "sit"), ("zh", "能陪我坐一会儿吗？", "sit"),
        ("ja", "少し一緒に座ってくれる？", "sit"),
    ],
)
def test_asked_for_it_she_does_it(tmp_path, lang, text, cue):
    assert cue in asyncio.run(cues_of(tmp_path, lang, text))


def test_telling_of_a_dance_is_no_wish_to_dance(tmp_path):
    assert "dance" not in asyncio.run(cues_of(tmp_path, "en", "We went to a dance on Friday."))
