"""The public list of voice packs: what is offered of it, and what is not."""

from __future__ import annotations

import hashlib
from urllib.parse import urlsplit

import pytest

from tests.support.small_voice import NAME
from tests.support.voice_release import HOST, NO_DIGEST, Release
from tests.support.voice_server import ModelServer
from voice.errors import ModelFault
from voice.voice_packs import RECOMMENDED, offered_packs
from voice.voice_packs.known import known
from voice.voice_packs.offered import OFFICIAL
from voice.voice_packs.pack import HOSTS


@pytest.fixture
def release():
    with ModelServer() as running:
        yield Release(running)


def test_the_voices_of_our_languages_are_offered_recommended_ones_first(release):
    for name in ("vits-piper-de_DE-thorsten-low", NAME, "vits-piper-en_US-kristin-medium", "vits-piper-en_US-amy-low-fp16"):
        release.add_voice(name)
    release.add("espeak-ng-data.tar.bz2", b"x")
    release.add("hifigan_v2.onnx", b"x")
    packs = offered_packs(release.source)
    assert [pack.name for pack in packs] == ["vits-piper-en_US-kristin-medium", NAME]
    first = packs[0]
    assert (first.langs, first.family, first.licence) == (("en",), "piper", "recordings in the public domain")
    assert first.size == len(release.server.files[urlsplit(first.url).path])
    assert len(first.sha256) == 64


def test_what_the_list_tells_no_digest_for_is_looked_up_in_its_checksums(release):
    data = release.add_voice()
    release.rows["tts-models"].clear()
    release.add(f"{NAME}.tar.bz2", data, digest=NO_DIGEST)
    assert offered_packs(release.source) == []
    told = hashlib.sha256(data).hexdigest()
    release.add("checksum.txt", f"{NAME}.tar.bz2 {told}\nother.tar.bz2 short\n".encode())
    assert [pack.sha256 for pack in offered_packs(release.source)] == [told]
    release.server.files["/files/checksum.txt"] = f"{told}  *{NAME}.tar.bz2\n".encode()
    assert [pack.sha256 for pack in offered_packs(release.source)] == [told]


def test_matcha_comes_with_its_vocoder_or_not_at_all(release):
    release.add("matcha-icefall-zh-baker.tar.bz2", b"voice" * 100)
    assert offered_packs(release.source) == []
    release.add("vocos-22khz-univ.onnx", b"vocoder" * 100, tag="vocoder-models")
    (pack,) = offered_packs(release.source)
    assert pack.size == 500 + 700 and [file.name for file in pack.files][1] == "vocos-22khz-univ.onnx"
    assert "non-commercial" in pack.licence


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "../evil.tar.bz2"},
        {"name": "a/b.tar.bz2"},
        {"name": 7},
        {"size": -1},
        {"size": "9"},
        {"size": 5_000_000_000},
        {"size": True},
        {"digest": "sha256:short"},
        {"digest": "md5:" + "a" * 32},
        {"browser_download_url": "https://elsewhere.example/x.tar.bz2"},
        {"browser_download_url": "file:///etc/passwd"},
        {"browser_download_url": None},
    ],
)
def test_rows_with_dangerous_or_missing_values_are_left_out(release, wrong):
    data = release.add_voice()
    release.add("vits-piper-en_US-ljspeech-high.tar.bz2", data, **wrong)
    assert [pack.name for pack in offered_packs(release.source)] == [NAME]


@pytest.mark.parametrize("answer", [b"<html>sign in</html>", b"[]", b'{"assets": 3}', b"", b"[" * 100_000])
def test_a_list_that_is_none_is_told(release, answer):
    release.server.files["/api/tts-models"] = answer
    with pytest.raises(ModelFault, match=r"127\.0\.0\.1 gave no list of voices") as told:
        offered_packs(release.source)
    assert told.value.remedy


def test_a_refused_list_names_host_and_status(release):
    release.server.status = 403
    with pytest.raises(ModelFault, match=r"127\.0\.0\.1 answered 403"):
        offered_packs(release.source)


def test_the_list_is_not_taken_from_elsewhere(release):
    release.server.redirects["/api/tts-models"] = release.server.url("/api/tts-models").replace(HOST, "localhost")
    with pytest.raises(ModelFault, match="not where such a file comes from"):
        offered_packs(release.source)


def test_each_language_has_a_woman_and_a_man_to_begin_with():
    for lang in ("en", "zh", "ja"):
        for sex in ("woman", "man"):
            best = next(each for each in RECOMMENDED if (each.lang, each.sex) == (lang, sex))
            kind = known(best.pack)
            assert kind is not None and lang in kind.langs and best.speaker < max(kind.speakers, 1)
            assert 20 < best.megabytes < 500


def test_the_official_list_lies_on_the_known_hosts():
    assert OFFICIAL.releases.startswith("https://api.github.com/") and OFFICIAL.hosts == HOSTS
