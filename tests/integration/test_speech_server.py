"""A voice from a server of the OpenAI kind: real HTTP, real sound, and every way in which it can go wrong."""

from __future__ import annotations

import json
import logging
import threading
import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.speech_server import (
    SpeechServer,
    breaks_off,
    drips,
    hangs,
    never_ends,
    refuses,
    sends,
    speaks,
    streams,
    wav,
)  # fmt: skip
from tests.support.voice_model import SENTENCES, heard_in
from voice.delivery import delivery
from voice.engines import EngineSetup, engine, voices_of
from voice.errors import FileFault, SynthesisFault
from voice.espeak.synthesiser import EspeakSynthesiser
from voice.ports import Delivery
from voice.speech_server import exchange, synthesiser
from voice.speech_server.address import is_loopback, normalised, sends_in_the_clear
from voice.speech_server.exchange import Reply
from voice.speech_server.sound import sound_in, told, with_true_size
from voice.speech_server.synthesiser import SpeechServerSynthesiser
from voice.speech_server.voices import listed

KEY = "sk-very-secret-words"


def said_by(server: SpeechServer, text: str = "Hello, how are you?", how: Delivery | None = None, key: str = ""):
    voice = SpeechServerSynthesiser(server.url, "", key)
    try:
        return voice.speak(text, how or delivery("en"))
    finally:
        voice.close()


def fault_of(server: SpeechServer, text: str = "Hello, how are you?", key: str = "") -> SynthesisFault:
    with pytest.raises(SynthesisFault) as caught:
        said_by(server, text, key=key)
    assert caught.value.remedy and "\n" not in caught.value.message and KEY not in caught.value.message
    assert f"127.0.0.1:{server.port}" in caught.value.message
    return caught.value


def test_it_speaks_words_that_are_understood_with_lips_and_words_where_they_are_heard():
    text = SENTENCES[20]
    with SpeechServer() as server:
        said = said_by(server, text, delivery("en"))
    assert heard_in(said.pcm, said.rate) == text
    own = EspeakSynthesiser().speak(text, delivery("en"))
    assert [mark.begin for mark in said.words] == [mark.begin for mark in own.words]
    assert max(abs(a.at - b.at) for a, b in zip(said.words, own.words, strict=True)) < 0.08
    assert {"closed", "aa", "ee"} & {viseme.shape for viseme in said.visemes}
    assert said.visemes[-1].end == pytest.approx(said.seconds, abs=0.02)


def test_it_asks_as_the_protocol_says_and_sends_only_what_is_spoken(monkeypatch):
    for variable in ("OPENAI_API_KEY", "OPENAI_ORG_ID", "HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(variable, "http://127.0.0.1:9/never")
    with SpeechServer() as server:
        voice = SpeechServerSynthesiser(server.url.removesuffix("/v1"), "kokoro", KEY)
        voice.speak("*waves* Hello **there**! 😊", Delivery("en", "nova", rate=1.25))
    (asked,) = server.requests
    assert (asked.method, asked.path) == ("POST", "/v1/audio/speech")
    assert asked.body == {"model": "kokoro", "input": "Hello there!", "voice": "nova", "response_format": "wav", "speed": 1.25}
    assert asked.headers["Authorization"] == f"Bearer {KEY}"
    assert set(asked.headers) <= {
        "Host", "User-Agent", "Accept", "Accept-Encoding", "Content-Type", "Content-Length", "Authorization",
    }  # fmt: skip


def test_without_a_key_none_is_sent_and_without_words_nothing_is_asked():
    with SpeechServer() as server:
        said_by(server)
        assert said_by(server, "😊").seconds == 0
    assert len(server.requests) == 1 and "Authorization" not in server.requests[0].headers


def test_rate_and_volume_are_heard():
    with SpeechServer() as server:
        plain = said_by(server)
        quick = said_by(server, how=Delivery("en", rate=1.5))
        soft = said_by(server, how=Delivery("en", volume=0.4))
    assert quick.seconds < 0.8 * plain.seconds
    assert np.abs(soft.pcm.astype(int)).max() < 0.5 * np.abs(plain.pcm.astype(int)).max()


@pytest.mark.parametrize(
    "script",
    [
        speaks(rate=16000), speaks(rate=24000), speaks(rate=44100, channels=2), speaks(bits=24), speaks(bits=32), speaks(bits=8),
        speaks(floats=True, channels=2, rate=48000), speaks(riff=0), speaks(data=0, riff=0), streams(), streams(data=0x7FFFFFFF),
        streams(data=0, riff=36), speaks(extra=b"LIST\x04\x00\x00\x00abcd"), streams(floats=True),
    ],
)  # fmt: skip
def test_every_common_form_of_wav_is_understood(script):
    with SpeechServer(script) as server:
        said = said_by(server, SENTENCES[20])
    assert said.words and heard_in(said.pcm, said.rate) == SENTENCES[20]


def quiet() -> bytes:
    return wav(np.zeros(24000, np.int16), 24000)


def long_babble(spoken) -> None:
    pcm, rate = spoken.sound()
    spoken.answer(200, "audio/wav", wav(np.tile(pcm, 40), rate))


def first_word(spoken) -> None:
    pcm, rate = spoken.sound()
    spoken.answer(200, "audio/wav", wav(pcm[: rate // 8], rate))


@pytest.mark.parametrize(
    ("script", "words"),
    [
        (refuses(401, f"Incorrect API key provided: {KEY}."), "refuses the key: “Incorrect API key provided: ….”"),
        (refuses(404, "The model `nope` does not exist"), "The model `nope` does not exist"),
        (refuses(429, "You exceeded your current quota"), "You exceeded your current quota"),
        (refuses(500, "x\n\x1b[31m" + "y" * 500), "failed (500): “x [31m"),
        (sends(422, "application/json", json.dumps({"detail": [{"msg": "no such voice"}]})), "no such voice"),
        (sends(503, "text/html", "<html>no</html>"), "failed (503)."),
        (sends(200, "text/html", "<!doctype html><title>Sign in</title>"), "a web page instead of WAV"),
        (sends(200, "application/json", json.dumps({"error": "no such voice"})), "“no such voice”"),
        (sends(200, "audio/mpeg", b"ID3\x04\x00" + b"x" * 5000), "MP3 instead of WAV"),
        (sends(200, "audio/mpeg", b"\xff\xfb\x90\x64" + b"x" * 5000), "MP3 instead of WAV"),
        (sends(200, "audio/ogg", b"OggS" + b"x" * 5000), "Ogg instead of WAV"),
        (sends(200, "audio/wav", b""), "sent nothing"),
        (sends(200, "audio/wav", quiet()), "sent silence"),
        (sends(200, "audio/wav", b"RIFF"), "cannot be read"),
        (sends(200, "audio/wav", wav(np.ones(9000, np.int16), 24000)[:400]), "cannot be read"),
        (sends(200, "audio/wav", b"\x00\x01 nothing of the kind" * 99), "something unknown"),
        (breaks_off(), "broke off its answer"),
        (breaks_off(0.0, reset=True), "broke off its answer"),
        (lambda spoken: spoken.reset(), "broke off its answer"),
        (lambda spoken: spoken.send(b"SSH-2.0-OpenSSH_9.6\r\n"), "broke off its answer"),
        (long_babble, "much longer than the sentence"),
        (first_word, "only a part of the sentence"),
        (never_ends(), "does not end its answer"),
        (sends(302, "text/plain", "", Location="http://127.0.0.2:9/v1/audio/speech"), "sends on to 127.0.0.2:9"),
        (sends(307, "text/plain", "", Location="/v1/audio/speech"), "sends from one address to the next"),
    ],
)
def test_whatever_is_no_speech_is_a_fault_in_words_and_never_sound(monkeypatch, script, words):
    monkeypatch.setattr(exchange, "LARGEST", 3_000_000)
    monkeypatch.setattr(exchange.Exchange.__init__, "__defaults__", (3_000_000,))
    with SpeechServer(script) as server:
        fault = fault_of(server, key=KEY)
    assert words in fault.message and len(fault.message) < 330


def test_no_words_and_no_key_are_written_into_the_log(caplog):
    caplog.set_level(logging.DEBUG)
    for script in (speaks(), refuses(401, f"key {KEY}"), breaks_off()):
        with SpeechServer(script) as server:
            chain = engine("server", EngineSetup(server_url=server.url, server_key=KEY))
            chain.speak("A word about my secret garden.", delivery("en"))
            chain.close()
    assert "garden" not in caplog.text and KEY not in caplog.text


def short(monkeypatch, **seconds: float) -> None:
    for name, value in seconds.items():
        monkeypatch.setattr(synthesiser, name, value)


def test_a_server_that_says_nothing_is_given_up(monkeypatch):
    short(monkeypatch, FIRST=0.2, TOTAL=5.0, PER_CHARACTER=0.0)
    with SpeechServer(hangs()) as server:
        assert "does not answer" in fault_of(server).message


def test_a_server_that_drips_is_given_up(monkeypatch):
    short(monkeypatch, FIRST=5.0, TOTAL=0.5, PER_CHARACTER=0.0)
    with SpeechServer(drips(0.05)) as server:
        assert "did not finish its answer in time" in fault_of(server).message
        until = time.monotonic() + 5
        while any(thread.name == "speech-server" for thread in threading.enumerate()) and time.monotonic() < until:
            time.sleep(0.01)
        assert not any(thread.name == "speech-server" for thread in threading.enumerate())


def test_nobody_there_is_told_with_what_to_do():
    voice = SpeechServerSynthesiser("http://127.0.0.1:9/v1")
    with pytest.raises(SynthesisFault, match=r"127\.0\.0\.1:9 is not running") as told_fault:
        voice.speak("Hello.", delivery("en"))
    assert "Start the speech server" in told_fault.value.remedy


@pytest.mark.parametrize("url", ["", "  ", "ftp://x/y", "http://", "http://[::", "not an address", "http://a b/", "http://x:99999/"])
def test_what_is_no_address_is_told(url):
    with pytest.raises(SynthesisFault) as caught:
        SpeechServerSynthesiser(url).speak("Hello.", delivery("en"))
    assert caught.value.remedy


def test_a_server_without_https_is_told():
    with SpeechServer() as server, pytest.raises(SynthesisFault, match="does not speak HTTPS"):
        SpeechServerSynthesiser(server.url.replace("http:", "https:")).speak("Hello.", delivery("en"))


@pytest.mark.parametrize("key", ["line\nbreak", "日本", "a\x00b"])
def test_a_key_that_cannot_be_sent_is_told_and_not_shown(key):
    with SpeechServer() as server, pytest.raises(SynthesisFault, match="cannot be sent") as caught:
        said_by(server, key=key)
    assert key not in caught.value.message and server.requests == []


@pytest.mark.parametrize("script", [hangs(), drips(0.05), never_ends()])
def test_a_stop_from_another_thread_ends_it_at_once(script):
    caught: list[tuple[str, float]] = []
    with SpeechServer(script) as server:
        voice = SpeechServerSynthesiser(server.url)

        def speak() -> None:
            try:
                voice.speak("Hello.", delivery("en"))
            except SynthesisFault as fault:
                caught.append((fault.kind, time.perf_counter()))

        thread = threading.Thread(target=speak)
        thread.start()
        server.until_asked()
        stopped = time.perf_counter()
        voice.cancel()
        cost = time.perf_counter() - stopped
        thread.join(5)
    assert [kind for kind, _ in caught] == ["cancelled"]
    print(f"stop: {1000 * cost:.1f} ms to order, {1000 * (caught[0][1] - stopped):.1f} ms until it came back")


def test_after_a_stop_the_next_sentence_is_spoken():
    with SpeechServer(hangs(), speaks()) as server:
        voice = SpeechServerSynthesiser(server.url)

        def speak() -> None:
            with pytest.raises(SynthesisFault):
                voice.speak("One.", delivery("en"))

        thread = threading.Thread(target=speak)
        thread.start()
        server.until_asked()
        voice.cancel()
        thread.join(5)
        assert np.any(voice.speak("Two.", delivery("en")).pcm)


def test_a_redirect_within_the_server_is_followed_with_the_words():
    with SpeechServer(sends(308, "text/plain", "", Location="/v2/audio/speech"), speaks()) as server:
        assert np.any(said_by(server).pcm)
    assert [asked.path for asked in server.requests] == ["/v1/audio/speech", "/v2/audio/speech"]
    assert server.requests[1].body == server.requests[0].body


def test_mixed_languages_are_one_request_and_every_word_is_marked():
    text = "我昨天说 good morning 了。"
    with SpeechServer() as server:
        said = said_by(server, text, delivery("zh"))
    assert len(server.requests) == 1
    marked = "".join(text[mark.begin : mark.end] for mark in said.words)
    assert "good" in marked and "昨" in marked


# --- voices


@pytest.mark.parametrize(
    ("told_list", "expected"),
    [
        ({"voices": ["af_heart", "jm_kumo"]}, [("af_heart", ("en",), "woman"), ("jm_kumo", ("ja",), "man")]),
        ([{"id": "zf_bei", "name": "Bei"}, {"name": "mine"}, 7, {"id": ""}], [("zf_bei", ("zh",), "woman"), ("mine", (), "")]),
        ({"data": [{"voice_id": "x"}, {"voice_id": "x"}]}, [("x", (), "")]),
    ],
)
def test_a_list_of_voices_is_read_as_servers_write_it(told_list, expected):
    with SpeechServer(voices=told_list) as server:
        found = voices_of("server", EngineSetup(server_url=server.url, server_key=KEY))
    assert [(voice.id, voice.langs, voice.note) for voice in found] == expected
    assert server.requests[0].headers["Authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize(
    "answer", [None, [], {"voices": 5}, "x", sends(200, "text/html", "<html>"), sends(500, "text/plain", "no")]
)
def test_a_server_without_a_list_has_the_six_well_known_names(answer):
    with SpeechServer(voices=answer) as server:
        found = voices_of("server", EngineSetup(server_url=server.url))
    assert [voice.id for voice in found] == ["alloy", "echo", "fable", "onyx", "nova", "shimmer"]


def test_a_list_that_the_key_does_not_open_or_nobody_gives_is_a_fault():
    with SpeechServer(voices=refuses(401, f"bad {KEY}")) as server, pytest.raises(SynthesisFault) as caught:
        voices_of("server", EngineSetup(server_url=server.url, server_key=KEY))
    assert "refuses the key" in caught.value.message and KEY not in caught.value.message
    with pytest.raises(SynthesisFault, match="is not running"):
        voices_of("server", EngineSetup(server_url="http://127.0.0.1:9"))
    with pytest.raises(SynthesisFault, match="No speech server is set"):
        voices_of("server")


@given(st.recursive(
    st.none() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["voices", "data", "id", "name", "x"]), inner),
    max_leaves=8,
))  # fmt: skip
def test_no_list_whatever_breaks_the_reading(told_list):
    for voice in listed(json.dumps(told_list).encode()):
        assert voice.id.strip() and voice.engine == "server"


# --- addresses and files


@pytest.mark.parametrize(
    ("written", "used"),
    [
        ("localhost:8880", "http://127.0.0.1:8880/v1"),
        ("http://127.0.0.1:8880/v1/", "http://127.0.0.1:8880/v1"),
        ("http://127.0.0.1:8880/v1/audio/speech", "http://127.0.0.1:8880/v1"),
        ("192.168.1.7:5000", "http://192.168.1.7:5000/v1"),
        ("api.example.com", "https://api.example.com/v1"),
        ("HTTPS://api.example.com/tts/v1?x=1", "https://api.example.com/tts/v1"),
        ("http://user:pass@host.lan/v1", "http://host.lan/v1"),
        ("[::1]:8880", "http://[::1]:8880/v1"),
        ("", ""),
        ("what is this", "what is this"),
    ],
)
def test_addresses_are_taken_as_people_write_them(written, used):
    assert normalised(written) == used


def test_it_is_known_where_words_leave_the_machine_and_where_they_could_be_read():
    assert all(is_loopback(url) for url in ("http://127.0.0.1:1/v1", "http://[::1]/v1", "http://localhost/"))
    assert not is_loopback("http://10.0.0.1/")
    assert sends_in_the_clear("http://10.0.0.1/v1") and not sends_in_the_clear("https://10.0.0.1/v1")
    assert not sends_in_the_clear("http://127.0.0.1/v1") and not is_loopback("http://127.0.0.1.example.com/")


@given(st.binary(max_size=200))
def test_bytes_of_any_kind_are_sound_or_a_fault(data):
    for body in (data, wav(np.full(2000, 900, np.int16), 8000) + data, b"RIFF\x00\x00\x00\x00WAVE" + data):
        try:
            pcm, rate = sound_in(Reply(200, "audio/wav", body), "host")
        except SynthesisFault:
            continue
        assert pcm.dtype == np.int16 and 4000 <= rate <= 768_000


def test_a_head_that_promises_more_than_there_is_is_a_cut_file():
    whole = wav(np.full(2000, 900, np.int16), 8000)
    assert with_true_size(whole) == whole
    with pytest.raises(FileFault, match="cut short"):
        with_true_size(whole[:-100])


def test_a_message_is_one_short_line_without_the_key_and_without_control_characters():
    assert told(json.dumps({"error": {"message": f"a\n\u202eb {KEY} <b>c"}}).encode(), KEY) == "a b … b c"
    assert told(b"no json") == "" and told(b"[]") == "" and told(b'{"error": 5}') == ""
    assert len(told(json.dumps({"message": "w" * 999}).encode())) == 160
