"""Code blocks and stage directions that go on over several sentences are not spoken, whatever sentence they stand in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voice.espeak.synthesiser import EspeakSynthesiser
from voice.output.silent import SilentOut
from voice.reading.carried import MOST, Carried
from voice.speaker import Speaker


def heard(*sentences: str) -> list[str]:
    carried = Carried()
    return [" ".join(carried.spoken(sentence).split()) for sentence in sentences]


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (["Try this:", "```python", "print(1)", "x = 2", "```", "Does it work?"], ["Try this:", "", "", "", "", "Does it work?"]),
        (["```", "a", "b", "``` So there."], ["", "", "", "So there."]),
        (["*She leans back.", "Then she smiles.* Tell me more."], ["", "Tell me more."]),
        (["*微笑着看你。", "然后点点头。*那我们走吧。"], ["", "那我们走吧。"]),
        (["Well. *looks up", "and waves* Hi!"], ["Well.", "Hi!"]),
        (["I *really* mean it.", "All of it."], ["I *really* mean it.", "All of it."]),
        (["*waves* Hello.", "How are you?"], ["*waves* Hello.", "How are you?"]),
        (["2 * 3 = 6", "* one", "* two"], ["2 * 3 = 6", "* one", "* two"]),
        (["**Bold** and **bolder**.", "Yes."], ["**Bold** and **bolder**.", "Yes."]),
        (["Use `a * b` here.", "Fine."], ["Use `a * b` here.", "Fine."]),
    ],
)
def test_what_stands_in_an_open_block_is_left_out(reply, said):
    assert heard(*reply) == said


def test_a_star_that_nobody_closes_does_not_silence_the_reply():
    told = heard("It costs ten.", "*Without tax, that is.", *["And so on."] * (MOST + 2))
    assert told[0] == "It costs ten." and told[-1] == "And so on."
    assert told.count("") == MOST + 1


def test_a_new_reply_begins_with_nothing_open():
    carried = Carried()
    carried.spoken("```")
    assert Carried().spoken("Hello.") == "Hello."


@given(st.lists(st.text(alphabet="ab *`\n.", max_size=30), max_size=8))
def test_every_sentence_keeps_its_length_and_only_loses_characters(sentences):
    carried = Carried()
    for sentence in sentences:
        spoken = carried.spoken(sentence)
        assert len(spoken) == len(sentence)
        assert all(new in (old, " ") for old, new in zip(sentence, spoken, strict=True))


def test_her_voice_reads_what_is_aloud_and_her_caption_shows_all():
    now = [0.0]
    speaker = Speaker(EspeakSynthesiser(), SilentOut(lambda: now[0]), threaded=False)
    text = "*She leans back. Hello there."
    handle = speaker.say(text, "en", aloud=Carried().spoken("*x.").ljust(len(text) - 12) + text[-12:])
    speaker.tick()
    assert handle.utterance is not None and handle.utterance.text == text
    assert [text[mark.begin : mark.end] for mark in handle.utterance.words] == ["Hello", "there"]
    assert speaker.caption().text == text
    speaker.close()
