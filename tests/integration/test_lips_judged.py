"""The goals of lips on judged voices: frames against the truth, and what a film of them shows."""

from __future__ import annotations

import json
import statistics

import pytest

from desktop.cli import main
from desktop.exit_codes import Exit
from voice.lip_bench.methods import BEST
from voice.lip_bench.sentences import DEVELOPMENT, JUDGED
from voice.lip_bench.table import row
from voice.lip_bench.voices import ESPEAK, FLITE, FliteVoice, flite_voices

SAMPLE = [voice for voice in ESPEAK if voice.name in ("en-us+f2", "en+m8", "cmn+m4", "ja+f2")]


def test_no_sentence_is_both_tuned_on_and_judged():
    for lang, texts in JUDGED.items():
        assert not set(texts) & set(DEVELOPMENT[lang])


def test_lips_are_true_with_voices_of_espeak_whose_events_are_withheld():
    rows = [row(voice.title, BEST, [voice.say(text) for text in JUDGED[voice.lang][:5]]) for voice in SAMPLE]
    assert statistics.median(one.agreement for one in rows) >= 0.88
    assert statistics.median(one.open_closed for one in rows) >= 0.95
    assert all(one.closures >= 97 and 0 <= one.lead <= 60 for one in rows)
    assert all(one.word_error is not None and one.word_error < 40 for one in rows)


@pytest.mark.skipif(not flite_voices(), reason="the package flite is not installed")
@pytest.mark.parametrize("name", FLITE)
def test_lips_are_true_with_voices_of_another_maker(name):
    voice = FliteVoice(name)
    one = row(voice.title, BEST, [voice.say(text) for text in JUDGED["en"]])
    assert one.agreement >= 0.78 and one.open_closed >= 0.95
    assert one.closures >= 97 and 0 <= one.lead <= 60


def test_the_door_prints_every_method_and_whether_the_goals_are_reached(capsys):
    assert main(["bench", "lips", "--voice", "ja+f2", "--json"]) == Exit.OK
    told = json.loads(capsys.readouterr().out)
    assert [one["method"] for one in told["rows"]] == ["energy", "ear", "text", "text and ear"]
    assert all(goal["figure"] >= goal["least"] for goal in told["goals"]) and len(told["goals"]) == 2
    assert main(["bench", "lips", "--voice", "nobody"]) == Exit.USAGE
