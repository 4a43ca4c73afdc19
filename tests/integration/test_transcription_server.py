"""Ears by a server of the OpenAI kind: real HTTP, real sound, and every way in which it can go wrong."""

from __future__ import annotations

import json
import logging
import threading
import time

import numpy as np
import pytest

from tests.support.speech_server import breaks_off, drips, hangs, never_ends, refuses, sends
from tests.support.transcription_server import TranscriptionServer, transcribes, writes
from tests.support.voice_model import SENTENCES, model
from voice.delivery import delivery
from voice.errors import TranscriptionFault, VoiceError
from voice.espeak.synthesiser import EspeakSynthesiser
from voice.ports import Heard
from voice.recognise.vosk_recogniser import VoskRecogniser
from voice.resample import resampled
from voice.sound_file import decoded
from voice.transcription_server import recogniser as recognising
from voice.transcription_server import transcriber
from voice.transcription_server.recogniser import ServerRecogniser

KEY = "sk-very-secret-words"
NOTHING = Heard("", final=True, confidence=0.0)


def spoken(text: str) -> np.ndarray:
    said = EspeakSynthesiser().speak(text, delivery("en"))
    quiet = np.zeros(4800, np.int16)
    return np.concatenate((quiet, resampled(said.pcm, said.rate, 16000), quiet))


class Ear:
    """A recogniser, what came of it later, and a clock moved by hand."""

    def __init__(self, url: str, key: str = "", *, here: bool = False) -> None:
        self.now = 0.0
        fallback = VoskRecogniser(model()) if here else None
        self.recogniser = ServerRecogniser(url, "small", key, "en", fallback=fallback, clock=lambda: self.now)

    def hear(self, text: str) -> tuple[list[str], Heard]:
        """Say it; the partial texts, and what `finish` gave."""
        return self.take(spoken(text))

    def take(self, sound: np.ndarray) -> tuple[list[str], Heard]:
        pieces = [self.recogniser.feed(sound[at : at + 1600]) for at in range(0, len(sound), 1600)]
        return [heard.text for heard in pieces if heard is not None], self.recogniser.finish()

    def later(self) -> Heard | VoiceError:
        """The next that comes of it."""
        until = time.monotonic() + 10
        while time.monotonic() < until:
            try:
                heard = self.recogniser.late()
            except VoiceError as fault:
                return fault
            if heard is not None:
                return heard
            time.sleep(0.002)
        raise AssertionError("nothing came")

    @property
    def quiet(self) -> bool:
        """Whether nothing is to come."""
        return self.recogniser.pending == 0 and self.recogniser.late() is None


def test_an_utterance_is_sent_as_the_protocol_says_and_its_text_comes_later(monkeypatch):
    for variable in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "HTTPS_PROXY"):
        monkeypatch.setenv(variable, "http://127.0.0.1:9/never")
    with TranscriptionServer() as server:
        ear = Ear(server.url.removesuffix("/v1"), KEY)
        said = spoken(SENTENCES[20])
        assert ear.take(said) == ([], NOTHING)
        assert ear.later() == Heard(SENTENCES[20], final=True)
    (asked,) = server.requests
    assert (asked.method, asked.path) == ("POST", "/v1/audio/transcriptions")
    sound, rate = decoded(asked.body.pop("file"))
    assert (sound.dtype, rate) == (np.int16, 16000) and np.array_equal(sound, said)
    assert asked.body == {
        "model": "small", "response_format": "json", "temperature": "0", "language": "en",
        "filename": "speech.wav", "filetype": "audio/wav",
    }  # fmt: skip
    assert asked.headers["Authorization"] == f"Bearer {KEY}" and KEY not in asked.path
    assert ear.recogniser.pending == 0


def test_utterances_come_in_their_order_and_feeding_never_waits_for_the_server():
    with TranscriptionServer(transcribes(after=0.4), transcribes()) as server:
        ear = Ear(server.url)
        for text in (SENTENCES[0], SENTENCES[6], SENTENCES[20]):
            ear.hear(text)
        assert ear.recogniser.late() is None and ear.recogniser.pending == 3
        assert [ear.later().text for _ in range(3)] == [SENTENCES[0], SENTENCES[6], SENTENCES[20]]


def test_partial_texts_come_from_this_computer_where_it_can_and_the_final_one_from_the_server():
    with TranscriptionServer(writes("Set a timer, for five minutes!")) as server:
        ear = Ear(server.url, here=True)
        partials, at_once = ear.hear(SENTENCES[20])
        assert len(partials) >= 3 and at_once == NOTHING
        assert ear.later() == Heard("Set a timer, for five minutes!", final=True)


def test_silence_and_what_was_taken_back_go_nowhere():
    with TranscriptionServer() as server:
        ear = Ear(server.url)
        assert ear.take(np.zeros(32000, np.int16))[1] == NOTHING
        ear.recogniser.feed(spoken(SENTENCES[0]))
        ear.recogniser.reset()
        assert ear.recogniser.finish() == NOTHING
        assert [ear.later(), ear.later()] == [NOTHING, NOTHING], "each end of an utterance is answered"
    assert server.requests == []


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        (" Hello,\n you.\x00 ", "Hello, you."), ("[BLANK_AUDIO]", ""), ("(wind blowing) ♪♪", ""), ("...", ""),
        ("你好。", "你好。"), ("[coughs] no <b>way</b>", "no way"),
    ],
)  # fmt: skip
def test_marks_of_noise_are_no_words(text, heard):
    with TranscriptionServer(writes(text)) as server:
        ear = Ear(server.url)
        ear.hear(SENTENCES[0])
        assert ear.later().text == heard


WORDS = "go to sleep"

WRONG = [
    (refuses(401, f"Incorrect API key provided: {KEY}."), "refuses the key: “Incorrect API key provided: ….”"),
    (refuses(404, "The model `nope` does not exist"), "The model `nope` does not exist"),
    (refuses(413, "Maximum content size limit exceeded"), "takes no sound as long"),
    (refuses(429, "You exceeded your current quota"), "You exceeded your current quota"),
    (refuses(500, "x\n\x1b[31m" + "y" * 500), "failed (500)"),
    (sends(200, "text/html", "<!doctype html><title>Sign in</title>"), "a web page instead of a text"),
    (sends(200, "application/json", json.dumps({"error": {"message": "no such model"}})), "“no such model”"),
    (sends(200, "application/json", b'{"text": 5}'), "instead of a text"),
    (sends(200, "application/json", b'{"text": "hel'), "instead of a text"),
    (sends(200, "application/json", b"[" * 100_000), "instead of a text"),
    (sends(200, "text/plain", b""), "sent nothing"),
    (writes("la " * 2000), "wrote more than can have been said"),
    (breaks_off(0.0, reset=True), "broke off its answer"),
    (lambda spoken: spoken.answer(200, "application/json", b'{"text": "hello"}', length=99999), "broke off its answer"),
    (hangs(), "does not answer"),
    (drips(0.05), "in time"),
    (never_ends(), "does not end its answer"),
    (sends(302, "text/plain", b"", Location="http://127.0.0.2:9/v1"), "sends on to 127.0.0.2:9"),
]


@pytest.mark.parametrize(("script", "words"), WRONG, ids=range(len(WRONG)))
def test_whatever_is_no_text_is_told_once_and_this_computers_words_stand_in(monkeypatch, caplog, script, words):
    monkeypatch.setattr(transcriber, "FIRST", 0.4)
    monkeypatch.setattr(transcriber, "TOTAL", 0.6)
    monkeypatch.setattr(transcriber, "PER_SECOND", 0.0)
    caplog.set_level(logging.DEBUG)
    with TranscriptionServer(script) as server:
        ear = Ear(server.url, KEY, here=True)
        ear.hear(WORDS)
        fault, heard = ear.later(), ear.later()
        assert isinstance(fault, TranscriptionFault) and fault.remedy.endswith("Until then this computer listens.")
        assert words in fault.message and KEY not in fault.message + fault.remedy and len(fault.message) < 330
        assert heard.text == WORDS and heard.final
        assert ear.quiet and len(server.requests) == 1
    assert WORDS not in caplog.text and KEY not in caplog.text


def test_without_a_model_every_lost_utterance_is_told_and_a_server_that_is_back_is_used():
    with TranscriptionServer(refuses(503, "busy"), refuses(503, "busy"), transcribes()) as server:
        ear = Ear(server.url)
        for _ in range(2):
            ear.hear(SENTENCES[0])
            assert isinstance(ear.later(), TranscriptionFault)
            assert ear.later() == NOTHING
        ear.hear(SENTENCES[0])
        assert ear.later().text == SENTENCES[0]


def test_a_server_that_failed_is_left_alone_and_asked_again_after_a_minute():
    with TranscriptionServer(refuses(503, "busy"), writes("Hello.")) as server:
        ear = Ear(server.url, here=True)
        ear.hear(SENTENCES[0])
        assert isinstance(ear.later(), TranscriptionFault) and ear.later().text == SENTENCES[0]
        assert ear.hear(SENTENCES[0])[1].text == SENTENCES[0] and ear.quiet and len(server.requests) == 1
        ear.now += recognising.REST + 1
        ear.hear(SENTENCES[0])
        assert ear.later().text == "Hello."


@pytest.mark.parametrize("url", ["", "not an address", "http://127.0.0.1:9", "http://nobody.invalid/v1", "ftp://127.0.0.1/v1"])
def test_an_address_where_nobody_listens_is_a_fault_with_a_remedy(url):
    ear = Ear(url)
    ear.hear(SENTENCES[0])
    fault = ear.later()
    assert isinstance(fault, TranscriptionFault) and fault.remedy


def test_a_key_that_cannot_be_sent_is_not_sent():
    with TranscriptionServer() as server:
        ear = Ear(server.url, "ключ")
        ear.hear(SENTENCES[0])
        assert "Enter the key again" in ear.later().remedy
    assert server.requests == []


def test_closing_walks_away_from_a_server_that_hangs():
    with TranscriptionServer(hangs()) as server:
        ear = Ear(server.url)
        ear.hear(SENTENCES[0])
        server.until_asked()
        ear.recogniser.close()
        for thread in threading.enumerate():
            if thread.name == "transcription":
                thread.join(5)
        assert ear.quiet


def test_what_goes_on_for_a_minute_is_sent_in_parts_and_nothing_is_lost(monkeypatch):
    monkeypatch.setattr(recognising, "LONGEST", 2.0)
    sound = np.tile(spoken(SENTENCES[0]), 4)[:80000]
    with TranscriptionServer(writes("part")) as server:
        ear = Ear(server.url)
        ear.take(sound)
        assert [ear.later().text for _ in range(3)] == ["part"] * 3
    assert sum(len(decoded(asked.body["file"])[0]) for asked in server.requests) == len(sound)
