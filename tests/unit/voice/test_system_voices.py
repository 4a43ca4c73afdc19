"""What of the system's voices can be known without their systems: events, files and lists as Windows and macOS give them."""

from __future__ import annotations

import struct
import sys
import threading
import time
from dataclasses import dataclass, field

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.speech_server import wav
from voice.espeak.library import library
from voice.espeak.synthesiser import EspeakSynthesiser, phones_of
from voice.espeak.voices import settings_for
from voice.ports import Delivery
from voice.pyttsx3_engine import choosing, driver, wire
from voice.pyttsx3_engine.choosing import gender, languages, voice_for
from voice.pyttsx3_engine.driver import is_whole, written
from voice.pyttsx3_engine.sapi_events import SapiEvents
from voice.pyttsx3_engine.sapi_phones import SOUND_OF, with_events
from voice.pyttsx3_engine.synthesiser import listed
from voice.pyttsx3_engine.wire import Answer, Request, Unreadable, next_answer, send_answer
from voice.sound_file import decoded, frame_bytes
from voice.spoken_text import spoken_runs
from voice.take import Take
from voice.visemes.mouths import is_pause, mouths_of


@dataclass
class Voice:
    """As `pyttsx3.voice.Voice` tells of itself."""

    id: str
    name: str
    languages: list = field(default_factory=list)
    gender: str | None = None
    age: object = None


WINDOWS = [
    Voice("HK\\TTS_MS_EN-US_DAVID_11.0", "Microsoft David Desktop - English (United States)", ["en-US"], "Male"),
    Voice("HK\\TTS_MS_EN-US_ZIRA_11.0", "Microsoft Zira Desktop - English (United States)", ["en-US"], "Female"),
    Voice("HK\\TTS_MS_ZH-CN_HUIHUI_11.0", "Microsoft Huihui Desktop - Chinese (Simplified)", ["zh-CN"], "Female"),
    Voice("HK\\TTS_MS_ZH-CN_KANGKANG", "Microsoft Kangkang - Chinese (Simplified, PRC)", ["zh-CN"], None),
    Voice("HK\\TTS_MS_JA-JP_HARUKA_11.0", "Microsoft Haruka Desktop - Japanese", ["Unknown Locale: 1041"], "Female"),
    Voice("HK\\TTS_MS_DE-DE_HEDDA", "Microsoft Hedda Desktop - German", ["de-DE"], "Female"),
]
MAC = [
    Voice("com.apple.voice.compact.en-US.Samantha", "Samantha", ["en_US"], "VoiceGenderFemale"),
    Voice("com.apple.voice.compact.en-GB.Daniel", "Daniel", ["en_GB"], "VoiceGenderMale"),
    Voice("com.apple.speech.synthesis.voice.Zarvox", "Zarvox", ["en_US"], "VoiceGenderNeuter"),
    Voice("com.apple.voice.compact.zh-CN.Tingting", "Tingting", ["zh_CN"], "VoiceGenderFemale"),
    Voice("com.apple.voice.compact.ja-JP.Kyoko", "Kyoko", [None], None),
]


class System:
    """pyttsx3's engine on a system that is not here."""

    def __init__(self, voices: list[Voice]) -> None:
        self.voices = voices

    def getProperty(self, name: str) -> list[Voice]:
        assert name == "voices"
        return self.voices


@pytest.fixture
def elsewhere(monkeypatch):
    monkeypatch.setattr(choosing, "sys", type("Elsewhere", (), {"platform": "win32"}))


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        (Request("x", "en"), "Zira"),
        (Request("x", "en", gender="man"), "David"),
        (Request("x", "zh", gender="man"), "Kangkang"),
        (Request("x", "ja", gender="man"), "Haruka"),
        (Request("x", "en", voice="HK\\TTS_MS_EN-US_DAVID_11.0"), "David"),
        (Request("x", "zh", voice="HK\\TTS_MS_EN-US_DAVID_11.0"), "Kangkang"),
        (Request("x", "en", voice="alder", gender="man"), "David"),
        (Request("x", "en", voice="uninstalled"), "Zira"),
    ],
)
def test_a_voice_of_windows_is_found_for_language_and_gender(elsewhere, asked, name):
    chosen = voice_for(System(WINDOWS), asked)
    assert name in next(voice.name for voice in WINDOWS if voice.id == chosen)


def test_without_a_voice_for_the_language_the_chosen_one_tries_else_the_systems_own(elsewhere):
    assert voice_for(System(WINDOWS[:2]), Request("x", "ja", voice=WINDOWS[0].id)) == WINDOWS[0].id
    assert voice_for(System(WINDOWS[:2]), Request("x", "ja")) == ""
    assert voice_for(System([]), Request("x", "en")) == ""


def test_languages_and_genders_are_read_from_whatever_the_systems_tell():
    assert [languages(voice) for voice in WINDOWS] == [["en"], ["en"], ["zh"], ["zh"], ["ja"], []]
    assert [gender(voice) for voice in WINDOWS] == ["man", "woman", "woman", "man", "woman", "woman"]
    assert [gender(voice) for voice in MAC] == ["woman", "man", "", "woman", "woman"]
    assert languages(Voice("espeak", "Chinese (Mandarin)", [b"\x05cmn"])) == ["zh"]


def test_voices_of_other_languages_are_not_listed_and_odd_ones_do_no_harm():
    told = driver.listed(System(WINDOWS))
    shown = [voice for one in told if (voice := listed(one)) is not None]
    assert [voice.langs for voice in shown] == [("en",), ("en",), ("zh",), ("zh",), ("ja",)]
    assert listed(None) is listed({"id": 5, "langs": ["en"]}) is None
    assert listed({"id": "x", "langs": ["en"], "name": " a\nb "}).name == "a b"


# --- SAPI's events


def sapi_like(text: str, rate: int, frame: int):
    """Words really spoken, and the events that SAPI would tell of them."""
    (run,) = spoken_runs(text, "en")
    raw = library().synthesise(run.text, settings_for("en", Delivery()), lambda: False)
    of_mouth = {mouths_of(name): number for number, name in reversed(list(enumerate(SOUND_OF)))}
    events = SapiEvents()
    for phone in phones_of(raw):
        number = 0 if is_pause(phone.name) else of_mouth.get(mouths_of(phone.name), 19)
        at = int(phone.start * rate) * frame
        events._ISpeechVoiceEvents_Viseme(1, at, round(1000 * (phone.end - phone.start)), 0, 0, number)
    for word in raw.words:
        events._ISpeechVoiceEvents_Word(1, int(word.sample / raw.rate * rate) * frame, word.begin, word.end - word.begin)
    return run, raw, events.told()


def test_the_events_of_sapi_become_lips_and_words_at_their_time():
    text = "My mother makes marmalade in big copper pots."
    run, raw, told = sapi_like(text, 22050, 2)
    plain = Take(raw.pcm, raw.rate, [], [])
    take = with_events(plain, told, run, 2)
    closed = [phone for phone in take.phones if phone.name == "p"]
    truth = [phone for phone in phones_of(raw) if phone.name in ("p", "b", "m")]
    assert len(closed) == len(truth)
    assert [one.start for one in closed] == pytest.approx([one.start for one in truth], abs=0.002)
    assert [text[begin:end] for _, begin, end in take.words] == text.rstrip(".").split()
    assert [at for at, _, _ in take.words] == pytest.approx([word.sample / raw.rate for word in raw.words], abs=0.002)


def test_stereo_and_other_rates_only_change_what_a_byte_is_worth():
    text = "Hello there, my friend."
    run, raw, told = sapi_like(text, 22050, 4)
    take = with_events(Take(raw.pcm, raw.rate, [], []), told, run, 4)
    assert take.phones[-1].end <= len(raw.pcm) / raw.rate + 0.001 and len(take.words) == 4


NONE = Take(np.full(22050, 3000, np.int16), 22050, [], [(0.1, 0, 3)])


@pytest.mark.parametrize(
    "told",
    [
        {}, {"visemes": []}, {"visemes": [[0, 100, 3]]}, {"visemes": [[0, 5, 1], [10, 5, 2]]}, {"visemes": [[-5, 1, 3]] * 9},
        {"visemes": [["a", 1, 2]]}, {"visemes": [[1, 2]]}, {"visemes": [[10**9, 5, 1], [10**9 + 5, 5, 2]]},
        {"visemes": [[0, 100, 99], [100, 100, -3]]}, {"visemes": [None]}, {"visemes": [[0, 10, 0], [9000, 10, 0]]},
    ],
)  # fmt: skip
def test_events_that_cannot_be_of_this_sound_are_left_alone(told):
    (run,) = spoken_runs("One two three.", "en")
    assert with_events(NONE, told, run, 2) is NONE


events = st.lists(st.tuples(st.integers(-9, 60_000), st.integers(-9, 900), st.integers(-2, 25)), max_size=20)


@given(events, st.lists(st.tuples(st.integers(-9, 60_000), st.integers(-3, 40), st.integers(-3, 40)), max_size=6))
def test_whatever_sapi_tells_the_sounds_stay_in_order_within_the_sound(visemes, words):
    (run,) = spoken_runs("One two three.", "en")
    take = with_events(NONE, {"visemes": visemes, "words": words}, run, 2)
    ends = [value for phone in take.phones for value in (phone.start, phone.end)]
    assert ends == sorted(ends) and all(0 <= value <= 1 for value in ends)
    assert all(0 <= at < 1 and 0 <= begin <= end <= 14 for at, begin, end in take.words)


def test_every_mouth_of_sapi_has_a_sound_with_that_mouth():
    assert len(SOUND_OF) == 22 and is_pause(SOUND_OF[0])
    closed = [number for number, name in enumerate(SOUND_OF) if any(mouth.closed >= 1 for mouth in mouths_of(name))]
    assert closed == [21]


def test_events_are_kept_up_to_a_bound(monkeypatch):
    kept = SapiEvents()
    assert kept.told() == {}
    for number in range(100_050):
        kept._ISpeechVoiceEvents_Viseme(1, number, 1, 0, 0, 1)
    assert len(kept.told()["visemes"]) == 100_000


# --- files


def aiff(pcm: np.ndarray, rate: int = 22050) -> bytes:
    mantissa = rate << (63 - (rate.bit_length() - 1))
    common = struct.pack(">hIh", 1, len(pcm), 16) + struct.pack(">HQ", 16383 + rate.bit_length() - 1, mantissa)
    sound = struct.pack(">II", 0, 0) + pcm.astype(">i2").tobytes()
    chunks = b"COMM" + struct.pack(">I", len(common)) + common + b"SSND" + struct.pack(">I", len(sound)) + sound
    return b"FORM" + struct.pack(">I", len(chunks) + 4) + b"AIFF" + chunks


def test_a_file_is_taken_when_it_is_whole_and_not_before(tmp_path):
    said = EspeakSynthesiser().speak("Hello.", Delivery())
    data, file = aiff(said.pcm), tmp_path / "speech.wav"
    assert is_whole(data) and not is_whole(data[:-10]) and not is_whole(b"") and is_whole(wav(said.pcm, said.rate))

    def write_slowly() -> None:
        with file.open("wb") as out:
            for at in range(0, len(data), len(data) // 4 + 1):
                out.write(data[at : at + len(data) // 4 + 1])
                out.flush()
                time.sleep(0.03)

    writer = threading.Thread(target=write_slowly)
    writer.start()
    pcm, rate = decoded(written(file, patience=10))
    writer.join()
    assert rate == 22050 and np.array_equal(pcm, said.pcm)


def test_a_file_that_never_gets_whole_is_what_there_is_and_one_too_large_is_nothing(tmp_path, monkeypatch):
    file = tmp_path / "speech.wav"
    assert written(file, patience=0.0) == b""
    file.write_bytes(b"RIFF" + struct.pack("<I", 90_000) + b"x" * 2000)
    assert len(written(file, patience=0.02)) == 2008
    monkeypatch.setattr(driver, "LARGEST", 1500)
    assert written(file, patience=0.0) == b""


def test_the_bytes_of_a_sample_are_read_from_the_head():
    pcm = np.ones(500, np.int16)
    assert [frame_bytes(wav(pcm, 8000)), frame_bytes(wav(pcm, 8000, channels=2, bits=24)), frame_bytes(aiff(pcm))] == [2, 6, 2]
    assert frame_bytes(b"") == frame_bytes(b"RIFF") == 2


# --- between child and parent


class Wire:
    """A line that keeps what was written."""

    def __init__(self, data: bytes = b"") -> None:
        self.data = data

    def send_bytes(self, data: bytes) -> None:
        self.data = data

    def recv_bytes(self, most: int) -> bytes:
        return self.data


def test_an_answer_comes_over_as_it_was():
    line = Wire()
    send_answer(line, Answer("sound", {"visemes": [[1, 2, 3]], "é": "好"}, bytes(range(256))))
    assert next_answer(line) == Answer("sound", {"visemes": [[1, 2, 3]], "é": "好"}, bytes(range(256)))


@given(st.binary(max_size=60))
def test_nonsense_on_the_line_is_unreadable_and_nothing_worse(data):
    for frame in (data, struct.pack("<I", len(data)) + data, struct.pack("<I", 2) + b"{}" + data):
        with pytest.raises(Unreadable):
            next_answer(Wire(frame))


def test_no_file_of_the_engine_is_larger_than_the_line():
    assert wire.LARGEST == driver.LARGEST and sys.getsizeof(b"") < driver.EMPTY
