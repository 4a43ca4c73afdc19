"""Dictionaries are loaded ahead, aside, and their want is no noise."""

import builtins

import pytest

from voice.errors import SynthesisFault
from voice.reading.japanese import kana
from voice.reading.spoken_text import spoken_runs
from voice.reading.warm import warm, warm_aside


def test_the_dictionary_is_there_after_the_thread_has_ended():
    kana.dictionary.cache_clear()
    thread = warm_aside("ja")
    thread.join(30)
    assert kana.dictionary.cache_info().currsize == 1


def test_english_needs_none():
    assert warm_aside("en") is None


@pytest.mark.parametrize(("lang", "text", "package"), [("ja", "犬です", "janome"), ("zh", "你好", "pypinyin")])
def test_a_missing_dictionary_is_a_fault_that_names_the_package(lang, text, package, monkeypatch):
    known = builtins.__import__

    def without(name, *rest, **more):
        if name.split(".")[0] == package:
            raise ImportError(name)
        return known(name, *rest, **more)

    kana.dictionary.cache_clear()
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(SynthesisFault) as raised:
        spoken_runs(text, lang)
    assert package in raised.value.message and package in raised.value.remedy
    warm(lang)
