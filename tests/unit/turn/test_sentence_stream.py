"""From raw text to sentences and cues."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mind.events import Sentence
from mind.turn.stream import SentenceStream


def parsed(text: str, lang: str = "en", pieces: list[str] | None = None, whole: bool = True) -> list[Sentence]:
    stream = SentenceStream(lang, ["Tom"], ["Mira", "米拉"])
    found: list[Sentence] = []
    for piece in pieces if pieces is not None else [text]:
        found += stream.feed(piece)
    return found + stream.finish(whole=whole)


def texts(text: str, lang: str = "en") -> list[str]:
    return [sentence.text for sentence in parsed(text, lang)]


def acted(text: str, lang: str = "en") -> list[list[str]]:
    return [[cue.name for cue in sentence.cues] for sentence in parsed(text, lang)]


PARTS = st.sampled_from(
    [
        *("Hello there. ", "Well... ", "no. 3 ", "3.50 ", "e.g. this ", "Really?! ", "😊", "Great! ", "Dr. Who ", "\n", " "),
        *("[happy] ", "[ happy", "] ", "*smiles* ", "*really* ", "**bold** ", "(laughs) ", "(an aside) ", "[1] "),
        *("[x](y) ", "你好。", "「やあ。」", "……", "（微笑）", "【开心】", "（绿茶）", "です！", "“好。”他说", "\nTom: "),
        *("\nMira: ", "<|im_", "end|>", "`code` ", "2 * 3 ", "* item\n", "- item\n", "# Head\n", "a" * 40, "word, "),
        *("“Hi.” she ", 'I said "Yes." ', "]", "*", "\x02"),
    ]
)


@settings(max_examples=250, deadline=None)
@given(parts=st.lists(PARTS, max_size=14), cuts=st.lists(st.integers(0, 400), max_size=40), whole=st.booleans())
def test_how_the_text_is_cut_changes_nothing(parts: list[str], cuts: list[int], whole: bool) -> None:
    text = "".join(parts)
    places = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    pieces = [text[start:end] for start, end in pairwise(places)]
    assert parsed(text, pieces=pieces, whole=whole) == parsed(text, whole=whole)


@settings(max_examples=120, deadline=None)
@given(text=st.text(alphabet="ab .!?\n[]()*<|「」。…「（）happy1", max_size=120))
def test_any_text_cut_into_characters_gives_the_same(text: str) -> None:
    assert parsed(text, pieces=list(text)) == parsed(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hi there. How are you?", ["Hi there.", "How are you?"]),
        ("Dr. Lee paid 3.50 for it. Fine.", ["Dr. Lee paid 3.50 for it.", "Fine."]),
        ("J. K. Lee wrote it. Good.", ["J. K. Lee wrote it.", "Good."]),
        ("Well... maybe. Well... Good.", ["Well... maybe.", "Well...", "Good."]),
        ("Wait?! No way! 😊 Really.", ["Wait?!", "No way! 😊", "Really."]),
        ("She said “Stay. Please.” and left. I did.", ["She said “Stay. Please.” and left.", "I did."]),
        ("At 5 p.m. we met. Nice.", ["At 5 p.m. we met.", "Nice."]),
        ("1. First\n2. Second", ["1. First", "2. Second"]),
        ("See www.example.org for it. Yes.", ["See www.example.org for it.", "Yes."]),
        ("no end mark", ["no end mark"]),
        ("", []),
        ("   \n ", []),
    ],
)
def test_english_sentences(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("zh", "你好呀！今天怎么样？我很好。", ["你好呀！", "今天怎么样？", "我很好。"]),
        ("zh", "他说：“好。走吧。”然后走了。嗯。", ["他说：“好。走吧。”然后走了。", "嗯。"]),
        ("zh", "我……我不知道。真的！！好。", ["我……我不知道。", "真的！！", "好。"]),
        ("zh", "我喜欢茶（尤其是绿茶。）你呢？", ["我喜欢茶（尤其是绿茶。）你呢？"]),
        ("zh", "价格是3.5元。OK。", ["价格是3.5元。", "OK。"]),
        ("ja", "「やあ。元気？」と言った。うん！", ["「やあ。元気？」と言った。", "うん！"]),
        ("ja", "そうですね…どうしましょう。はい。", ["そうですね…どうしましょう。", "はい。"]),
    ],
)
def test_chinese_and_japanese_sentences(lang: str, text: str, expected: list[str]) -> None:
    assert texts(text, lang) == expected


def test_sentences_and_what_stands_between_make_the_whole_text() -> None:
    found = parsed("One.  Two!\n\nThree. 你好。再见。")
    assert "".join(sentence.before + sentence.text for sentence in found) == "One. Two!\n\nThree. 你好。再见。"
    assert found[0].before == ""


def test_a_sentence_is_told_as_soon_as_the_next_one_begins() -> None:
    stream = SentenceStream("en")
    assert stream.feed("Hello there. ") == []
    assert [sentence.text for sentence in stream.feed("H")] == ["Hello there."]


def test_a_half_sentence_is_dropped_where_the_reply_broke_off() -> None:
    assert [s.text for s in parsed("One. Two and", whole=False)] == ["One."]
    assert [s.text for s in parsed("One. Two.", whole=False)] == ["One.", "Two."]


def test_endless_text_without_marks_is_divided() -> None:
    found = texts("word " * 200)
    assert len(found) > 3
    assert max(map(len, found)) <= 280


@pytest.mark.parametrize(
    ("text", "names", "shown"),
    [
        ("[happy] Hi.", ["happy"], "Hi."),
        ("［HAPPY］Hi.", ["happy"], "Hi."),
        ("【 Happy 】 Hi.", ["happy"], "Hi."),
        ("[emotion: smiling] Hi.", ["happy"], "Hi."),
        ("[EMOTION:😊] Hi.", ["happy"], "Hi."),
        ("[happy, wave] Hi.", ["happy", "wave"], "Hi."),
        ("*smiles warmly* Hi.", ["happy"], "Hi."),
        ("*Nods.* Yes.", ["nod"], "Yes."),
        ("(giggles) Yes.", ["laugh"], "Yes."),
        ("Bye! *waves*", ["wave"], "Bye!"),
        ("[dances wildly] Hi.", ["dance"], "Hi."),
        ("[juggles wildly] Hi.", [], "Hi."),
        ("*adjusts her glasses* Hi.", [], "Hi."),
        ("**smiles** Hi.", ["happy"], "Hi."),
    ],
)
def test_cues_are_acted_and_not_shown(text: str, names: list[str], shown: str) -> None:
    assert texts(text) == [shown]
    assert acted(text) == [names]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("I *really* mean it.", "I really mean it."),
        ("*Dune* is a good book.", "Dune is a good book."),
        ("Tea (green, mostly) is fine.", "Tea (green, mostly) is fine."),
        ("It is **very** good.", "It is very good."),
        ("So it says [1] there.", "So it says there."),
        ("Look at [this page](http://a.example/b).", "Look at this page."),
        ("2 * 3 is 6.", "2 * 3 is 6."),
        ("Run `ls` now.", "Run ls now."),
        ("# A heading", "A heading"),
    ],
)
def test_ordinary_marks_are_no_cues(text: str, shown: str) -> None:
    assert texts(text) == [shown]
    assert acted(text) == [[]]


def test_chinese_and_japanese_directions_are_acted() -> None:
    assert acted("（微微一笑）好的。", "zh") == [["happy"]]
    assert texts("*轻轻点头* 好的。", "zh") == ["好的。"]
    assert acted("（うなずく）はい。", "ja") == [["nod"]]


def test_a_cue_belongs_to_the_sentence_it_stands_before() -> None:
    assert acted("[happy] One. [sad] Two. Three.") == [["happy"], ["sad"], []]
    assert acted("One![happy] Two.") == [[], ["happy"]]


def test_a_cue_leaves_no_space_between_chinese_sentences() -> None:
    found = parsed("你好。[happy] 今天呢？", "zh")
    assert "".join(sentence.before + sentence.text for sentence in found) == "你好。今天呢？"


def test_control_characters_and_broken_ones_are_dropped() -> None:
    assert texts("A\x1b]0;title\x07 b\x00c\u202e d\ud83d.\r\nNext.") == ["A]0;title bc d.", "Next."]


def test_an_unfinished_tag_is_never_shown() -> None:
    assert texts("Hello. [hap") == ["Hello."]


def test_the_model_does_not_speak_for_the_user() -> None:
    assert texts("Mira: Hello you.\nTom: Hi!\nMira: And") == ["Hello you."]
    assert texts("Hello.\n\nUser: and you?") == ["Hello."]
    assert texts("你好。\n用户：嗯", "zh") == ["你好。"]
    assert texts("Userland is a word.") == ["Userland is a word."]


def test_a_leaking_template_ends_the_reply() -> None:
    stream = SentenceStream("en")
    assert [s.text for s in stream.feed("Hello.<|im_") + stream.feed("end|>\n<|im_start|>user") + stream.finish()] == [
        "Hello."
    ]
    assert stream.ended
