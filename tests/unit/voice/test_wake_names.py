"""Names as people write them: what can be called, what a model can hear, and what is close to it."""

from __future__ import annotations

import re
import struct
from pathlib import Path

import pytest

from tests.support.voice_model import FOLDER
from voice.wake.called_in_text import without_call
from voice.wake.closest import closest
from voice.wake.grammar import WakeGrammar
from voice.wake.likeness import likeness
from voice.wake.names import callable_names, folded, phrase_of
from voice.wake.verdict import is_short, verdict_on
from voice.wake.vocabulary import FST, SYMBOLS, Vocabulary, symbols_in, takes_grammar, vocabulary_of

SAID = tuple(
    said
    for file in sorted((Path(__file__).parents[3] / "assets/talk/en").glob("*.talk"))
    for said in re.findall(r'^\s*(?:yes|no) "([^"]*)"', file.read_text("utf-8"), re.MULTILINE)
)


def knowing(words: str, grammar: bool = True) -> Vocabulary:
    return Vocabulary(frozenset(words.split()), grammar)


EN = knowing("mirror mire meera my miracle kite can call maria bella isa isabel la the will [unk]")
ZH = knowing("米 拉 来 辣 蜜 今天 米拉诺 你好 嘿 [unk]")
JA = knowing("ミ ラ ミラー さくら ねえ 今日 カイ さん [unk]")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("  MIRA ", "mira"),
        ("Mary-Jane", "mary jane"),
        ("O’Neil", "o'neil"),
        ("Ｍｉｒａ", "mira"),
        ("“Mira!”", "mira"),
        ("Mira 2", "mira"),
        ("😀", ""),
        ("", ""),
        ("   ", ""),
        ("42", ""),
        ("米拉。", "米拉"),
        ("ミラ♪", "ミラ"),
        ("Mi\u202era\x00", "mira"),
        ("Zoë", "zoë"),
    ],
)
def test_a_name_is_what_can_be_said_of_it(written, name):
    assert folded(written) == name


def test_what_is_no_name_is_never_waited_for():
    wanted = ["", "😀", "x" * 200, "a whole sentence is no name at all", "Mira", "mira", " MIRA", "Kai"]
    assert callable_names(wanted) == ("mira", "kai")
    assert len(callable_names([f"name{chr(97 + i)}" for i in range(26)])) == 8


@pytest.mark.parametrize(
    ("name", "vocabulary", "words"),
    [
        ("mira", Vocabulary(frozenset({"Mira"}), True), ("Mira",)),
        ("bella la", EN, ("bella", "la")),
        ("myra", EN, None),
        ("米拉", ZH, ("米", "拉")),
        ("米菈", ZH, None),
        ("ミラ", JA, ("ミ", "ラ")),
        ("かい", JA, ("カイ",)),
        ("サクラ", JA, ("さくら",)),
        ("bellala", EN, None),
    ],
)
def test_a_name_is_heard_as_words_the_model_knows(name, vocabulary, words):
    assert phrase_of(name, vocabulary.knows) == words


def test_the_grammar_holds_every_way_to_call_and_one_word_for_all_else():
    grammar = WakeGrammar(["ミラ", "サクラ", "Nobody"], "ja", JA.knows, {"サクラ"})
    assert '"ねえ ミ ラ さん"' in grammar.json and '"ミ ラ"' in grammar.json and '"[unk]"' in grammar.json
    assert '"ねえ さくら"' in grammar.json and '"さくら"' not in grammar.json
    assert (grammar.names, grammar.unheard) == (("ミラ", "サクラ"), ("nobody",))
    call = grammar.find(["[unk]", "ねえ", "ミ", "ラ", "さん", "今日"])
    assert call is not None and (call.name, call.first, call.last, call.greeted) == ("ミラ", 1, 5, True)


@pytest.mark.parametrize(
    ("name", "vocabulary", "warnings", "near"),
    [
        ("Mira", EN, ("unknown",), "meera"),
        ("Isabella", EN, ("unknown",), "isa bella"),
        ("米菈", ZH, ("unknown",), "米拉"),
        ("ミラア", JA, ("unknown",), "ミラー"),
        ("😀", EN, ("empty",), None),
        ("x" * 200, EN, ("long",), None),
        ("will", EN, ("common",), None),
        ("my", EN, ("common",), None),
        ("la", EN, ("short",), None),
        ("Bella", EN, (), None),
        ("Maria", EN, ("own",), None),
        ("Zhr", knowing("mira", grammar=False), ("no-grammar", "short"), None),
    ],
)
def test_before_a_name_is_relied_on_it_is_told_what_becomes_of_it(name, vocabulary, warnings, near):
    verdict = verdict_on(name, vocabulary, SAID if name.isascii() else (), own=("maria",))
    assert verdict.warnings == warnings
    assert near in verdict.closest if near else verdict.closest == ()
    assert verdict.heard == (not {"unknown", "empty", "long"} & set(warnings))
    assert verdict.often == bool({"common", "short"} & set(warnings))


def test_common_words_are_measured_on_what_people_say():
    assert len(SAID) > 1000
    often = {word: verdict_on(word, EN, SAID).per_thousand for word in ("will", "my", "bella", "isabel")}
    assert often["my"] > 100 > often["will"] > 2 and often["bella"] < 1 > often["isabel"]


def test_words_that_sound_alike_are_close():
    assert likeness("mira", "mirror") > likeness("mira", "miracle") > likeness("mira", "weather")
    assert likeness("米拉", "米菈") == 0.75 and likeness("ミラ", "みら") == 0.5 and likeness("kai", "kai") == 1
    assert is_short("kai") and is_short("米") and not is_short("米拉") and not is_short("mira")
    assert closest("kay", Vocabulary(frozenset(), True)) == ()


@pytest.mark.parametrize(
    ("text", "lang", "left"),
    [
        ("Hey, Mira, what time is it?", "en", "what time is it?"),
        ("Mira.", "en", ""),
        ("Hey Meera what's up", "en", "what's up"),
        ("Hi mirror, tell me", "en", "tell me"),
        ("Tell me about mirrors", "en", "Tell me about mirrors"),
        ("tell me a joke", "en", "tell me a joke"),
        ("嘿，米拉，今天几号？", "zh", "今天几号？"),
        ("米菈今天好吗", "zh", "今天好吗"),
        ("ねえミラ、今何時？", "ja", "今何時？"),
        ("ミラさん、おはよう", "ja", "おはよう"),
        ("", "en", ""),
        ("what time is it", "en", "what time is it"),
    ],
)
def test_the_call_is_taken_off_a_text_however_it_was_spelt(text, lang, left):
    assert without_call(text, {"zh": ["米拉"], "ja": ["ミラ"]}.get(lang, ["mira"]), lang) == left


def test_a_call_behind_is_taken_off_too():
    assert without_call("What time is it, Mira?", ["mira"], "en", behind=True) == "What time is it"


def test_a_models_words_are_read_from_its_files_and_whether_it_takes_a_grammar(tmp_path):
    found = vocabulary_of(FOLDER)
    assert {"mira", "hey", "window", "[unk]"} <= found.words and found.grammar and takes_grammar(FOLDER)
    assert found.knows("mira") and not found.knows("[unk]") and not found.knows("elephant")
    assert not takes_grammar(tmp_path)


def symbols(*words: str) -> bytes:
    name = b"words.txt"
    head = struct.pack("<ii", SYMBOLS, len(name)) + name + struct.pack("<qq", len(words), len(words))
    rows = (struct.pack("<i", len(word.encode())) + word.encode() + struct.pack("<q", at) for at, word in enumerate(words))
    return head + b"".join(rows)


def test_words_that_stand_in_the_graph_itself_are_read_there_and_a_cut_one_is_no_graph(tmp_path):
    kinds = b"".join(struct.pack("<i", len(kind)) + kind for kind in (b"const", b"standard"))
    head = struct.pack("<i", FST) + kinds + struct.pack("<iiQqqq", 2, 3, 3, 0, 10, 20)
    whole = head + symbols("<eps>", "#0") + symbols("<eps>", "mira", "米拉") + b"arcs"
    file = tmp_path / "Gr.fst"
    file.write_bytes(whole)
    assert symbols_in(file) == ["<eps>", "mira", "米拉"]
    for cut in range(0, len(whole) - 4, 7):
        file.write_bytes(whole[:cut])
        try:
            assert symbols_in(file) == []
        except (struct.error, UnicodeError, ValueError, IndexError):
            continue
    file.write_bytes(head[:-40] + struct.pack("<iiQqqq", 2, 0, 3, 0, 10, 20) + b"arcs")
    assert symbols_in(file) == []
