"""Packs of the families Kokoro and Matcha in the real engine: sounds, letters, speakers, a second file, what does not fit."""

from __future__ import annotations

import pytest

pytest.importorskip("sherpa_onnx")

from tests.support.small_families import KOKORO, MATCHA, VOCODER, family_files, matcha, vocoder, write_family
from tests.support.small_voice import packed
from tests.support.voice_release import Release
from tests.support.voice_server import ModelServer
from voice.errors import ModelFault
from voice.neural.synthesiser import NeuralSynthesiser
from voice.neural.trial import try_pack
from voice.neural.voices import neural_voices
from voice.ports import Delivery
from voice.voice_packs import install_pack, installed_packs, offered_packs
from voice.voice_packs.layout import laid_out

SAID = {"en": "Good morning, my friend.", "zh": "早上好，朋友。", "ja": "おはよう、ともだち。"}


@pytest.fixture
def release():
    with ModelServer() as running:
        made = Release(running)
        for name in (KOKORO, MATCHA):
            made.add(f"{name}.tar.bz2", packed(family_files(name)))
        made.add(VOCODER, vocoder(), tag="vocoder-models")
        yield made


def test_kokoro_speaks_three_languages_with_the_speaker_that_was_chosen(release, tmp_path):
    pack = next(pack for pack in offered_packs(release.source) if pack.name == KOKORO)
    installed = install_pack(pack, tmp_path)
    assert (installed.langs, installed.names) == (("en", "zh", "ja"), ("af_wool", "zm_ember"))
    assert laid_out(installed.path).ways == {"en": "sounds", "zh": "letters", "ja": "sounds"}
    assert [(voice.name, voice.langs, voice.note) for voice in neural_voices(tmp_path)] == [
        (f"Wool ({KOKORO})", ("en",), "woman"), (f"Ember ({KOKORO})", ("zh",), "man"),
    ]  # fmt: skip
    voice = NeuralSynthesiser(tmp_path)
    try:
        for lang, text in SAID.items():
            said = voice.speak(text, Delivery(lang=lang, voice=f"{KOKORO}#1"))
            assert 0.6 < said.seconds < 6 and said.rate == 16000 and len(said.visemes) > 4
        mixed = voice.speak("Good morning 朋友, my friend.", Delivery(voice=KOKORO))
        assert mixed.rate == 16000 and {"朋"} <= {mixed.text[word.begin] for word in mixed.words}
    finally:
        voice.close()


def test_matcha_comes_with_its_vocoder_and_looks_its_letters_up(release, tmp_path):
    pack = next(pack for pack in offered_packs(release.source) if pack.name == MATCHA)
    told: list[tuple[int, int]] = []
    installed = install_pack(pack, tmp_path, lambda here, whole: told.append((here, whole)))
    assert told[-1] == (pack.size, pack.size) and (installed.path / VOCODER).read_bytes() == vocoder()
    assert [path.name for path in tmp_path.iterdir() if not path.name.startswith(".")] == [MATCHA]
    voice = NeuralSynthesiser(tmp_path)
    try:
        assert voice.speak(SAID["zh"], Delivery(lang="zh", voice=MATCHA)).seconds > 0.8
        assert voice.speak(SAID["en"], Delivery(lang="zh", voice=MATCHA)).seconds > 0.8
    finally:
        voice.close()


def test_without_its_vocoder_matcha_is_not_whole(tmp_path):
    folder = write_family(tmp_path, MATCHA)
    (folder / VOCODER).unlink()
    with pytest.raises(ModelFault, match=f"{VOCODER} is missing"):
        try_pack(folder)
    assert installed_packs(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "file", "data"),
    [
        (KOKORO, "voices.bin", b"short" * 100),
        (KOKORO, "lexicon-zh.txt", "早 nothing here is known\n".encode()),
        (MATCHA, VOCODER, matcha()),
        (MATCHA, "model-steps-3.onnx", vocoder()),
        (MATCHA, "lexicon.txt", b"\xff\xfe\x00"),
    ],
)
def test_files_of_one_family_that_do_not_fit_together_are_told(tmp_path, name, file, data):
    folder = write_family(tmp_path, name)
    (folder / file).write_bytes(data)
    with pytest.raises(ModelFault) as told:
        try_pack(folder)
    assert told.value.remedy and "\n" not in told.value.message
