"""The way from the microphone's pieces to turns: real recogniser, no thread, no clock but the samples'."""

from __future__ import annotations

import numpy as np
import pytest

from tests.support.listening_sounds import BURSTS, RATE, VOICES, finals, hear, pipeline, scene, spoken, whole
from tests.support.voice_model import SENTENCES, model
from voice.echo.suppressor import Near
from voice.listen_plan import ListenPlan
from voice.ports import Heard
from voice.recognise.pipeline import Pipeline
from voice.recognise.reports import Level, Voiced
from voice.resample import resampled
from voice.wake.attention import Attention
from voice.wake.wake_word import WakeRecogniser


def test_no_sentence_is_cut_and_each_is_a_turn_within_the_figure_of_fast_listening():
    random = np.random.default_rng(20)
    delays, wrong = [], []
    for number, sentence in enumerate(SENTENCES):
        voice = VOICES[number % len(VOICES)]
        pace, pitch = random.uniform(110, 240), random.uniform(0.8, 1.2)
        sound = scene(
            0.6, spoken(sentence, voice, pace, pitch), 1.0, loud=random.uniform(800, 6000), snr=random.uniform(12, 40),
            noise=("pink", "white")[number % 2], seed=number,
        )  # fmt: skip
        turns = finals(hear(pipeline("fast"), sound.pcm))
        assert len(turns) == 1, (sentence, voice, pace, [turn.text for turn in turns])
        delays.append(turns[0].decided - sound.voices[0][1])
        if turns[0].text != sentence:
            wrong.append((sentence, turns[0].text))
    assert len(wrong) <= 2, wrong  # the recogniser's own mistakes
    assert np.median(delays) <= 0.55
    assert max(delays) <= 0.75


def test_a_pause_within_a_sentence_does_not_cut_it():
    whole_ones = ("tell me a story", "about a dragon"), ("i like green tea", "and coffee"), ("set a timer", "for five minutes")
    for number, (first, second) in enumerate(whole_ones):
        for patience, pause in (("fast", 0.3), ("normal", 0.5), ("patient", 0.9)):
            sound = scene(0.6, spoken(first, VOICES[number]), pause, spoken(second, VOICES[number]), 2.0, seed=number)
            texts = [turn.text for turn in finals(hear(pipeline(patience), sound.pcm))]
            assert texts == [f"{first} {second}"], (patience, pause)


def test_after_an_open_ending_even_the_fast_wait():
    sound = scene(0.6, spoken("i like green tea and"), 0.8, spoken("coffee"), 2.0)
    assert [turn.text for turn in finals(hear(pipeline("fast"), sound.pcm))] == ["i like green tea and coffee"]


def test_turns_tell_when_the_voice_began_and_ended_and_when_that_was_decided():
    sound = scene(1.0, spoken(SENTENCES[5]), 1.5, spoken(SENTENCES[9]), 1.5, snr=35)
    turns = finals(hear(pipeline(), sound.pcm, start=5000.0))
    assert [turn.text for turn in turns] == [SENTENCES[5], SENTENCES[9]]
    for turn, (began, ended) in zip(turns, sound.voices, strict=True):
        assert turn.began == pytest.approx(5000 + began, abs=0.12)
        assert turn.ended == pytest.approx(5000 + ended, abs=0.15)
        assert turn.ended + 0.3 < turn.decided < turn.ended + 0.6


def test_the_times_follow_the_samples_and_not_the_moments_in_which_they_come():
    sound = scene(1.0, spoken(SENTENCES[5]), 1.5, snr=35)
    random, pipe, reports = np.random.default_rng(7), pipeline(), []
    for at in range(0, len(sound.pcm), 800):
        piece = sound.pcm[at : at + 800]
        reports += pipe.hear(piece, RATE, 70 + (at + len(piece)) / RATE + random.exponential(0.04))
    (turn,) = finals(reports)
    assert turn.began == pytest.approx(70 + sound.voices[0][0], abs=0.15)
    assert turn.ended == pytest.approx(70 + sound.voices[0][1], abs=0.18)


def test_the_voice_is_told_at_once_and_partial_texts_come_while_it_lasts():
    sound = scene(1.0, spoken(SENTENCES[25]), 1.0)
    pipe, told = pipeline(), []
    for at in range(0, len(sound.pcm), 320):
        told += [(at / RATE, report) for report in pipe.hear(sound.pcm[at : at + 320], RATE, at / RATE)]
    voices = [(at, report.on) for at, report in told if isinstance(report, Voiced)]
    assert [on for _, on in voices] == [True, False]
    assert voices[0][0] - sound.voices[0][0] <= 0.12
    partials = [at for at, report in told if isinstance(report, Heard) and not report.final and report.text]
    assert len(partials) >= 3 and partials[1] < sound.voices[0][1]


def test_one_word_is_an_answer():
    survived = 0
    for number, word in enumerate(("yes", "no", "stop", "wait", "yes", "no", "stop", "please")):
        sound = scene(0.8, spoken(word, VOICES[number % 6], 150 + 10 * number), 1.0, snr=12 + 3 * number, seed=number)
        survived += [turn.text for turn in finals(hear(pipeline(), sound.pcm))] == [word]
    assert survived >= 7


def test_noises_of_hands_throats_and_machines_are_no_turn():
    random = np.random.default_rng(11)
    for burst in BURSTS:
        parts: list = [1.0]
        for _ in range(3):
            parts += [burst(random) / 3000, float(random.uniform(0.2, 1.2))]
        assert finals(hear(pipeline(), scene(*parts, snr=38).pcm)) == [], burst.__name__


def test_an_open_microphone_in_a_quiet_room_leaves_the_recogniser_alone():
    class Counting:
        fed = 0

        def feed(self, pcm):
            self.fed += len(pcm)

        def finish(self):
            return Heard("", True)

        def reset(self): ...

    counting = Counting()
    hear(Pipeline(counting), (whole(np.random.default_rng(1).standard_normal(30 * RATE)) * 60).astype(np.int16))
    assert counting.fed == 0


def test_nothing_of_a_first_word_is_lost_and_no_piece_is_too_short_or_too_long():
    sound = scene(0.7, spoken(SENTENCES[34], VOICES[2]), 1.0, spoken(SENTENCES[40], VOICES[3]), 1.0, seed=3)
    random = np.random.default_rng(3)
    for sizes in ((1, 40), (1, RATE), (159, 162), (RATE, RATE + 1)):
        pipe, reports, at = pipeline(), [], 0
        while at < len(sound.pcm):
            size = int(random.integers(*sizes))
            reports += pipe.hear(sound.pcm[at : at + size], RATE, (at + size) / RATE)
            at += size
        assert [turn.text for turn in finals(reports)] == [SENTENCES[34], SENTENCES[40]], sizes
        levels = [report for report in reports if isinstance(report, Level)]
        assert 3 <= len(levels) <= len(sound.pcm) / RATE * 35


def test_the_rate_may_change_between_any_two_pieces():
    first, second = scene(0.7, spoken(SENTENCES[2]), 1.0).pcm, scene(0.5, spoken(SENTENCES[7]), 1.0).pcm
    pipe = pipeline()
    reports = hear(pipe, resampled(first, RATE, 44100), 1500, 44100)
    for rate in (48000, 8000, 22050, 96000):
        reports += hear(pipe, np.zeros(rate // 10, np.int16), 441, rate, 20.0)
    reports += hear(pipe, resampled(second, RATE, 48000), 999, 48000, 21.0)
    assert [turn.text for turn in finals(reports)] == [SENTENCES[2], SENTENCES[7]]
    assert pipe.hear(first, 0, 30.0) == [] and pipe.hear(first[:0], RATE, 30.0) == []


def test_after_sleep_nothing_goes_on_and_nothing_is_made_up():
    sound = scene(0.7, spoken(SENTENCES[20]), 0.1)
    pipe = pipeline("normal")
    before = hear(pipe, sound.pcm[: int(1.8 * RATE)])
    assert any(isinstance(report, Heard) and report.text for report in before)
    after = hear(pipe, scene(0.7, spoken(SENTENCES[9]), 1.5).pcm, start=400.0)
    assert isinstance(after[0], Level | Heard | Voiced)
    assert [turn.text for turn in finals(after)] == [SENTENCES[9]]
    assert finals(after)[0].began > 400
    backwards = hear(pipe, scene(0.7, spoken(SENTENCES[9]), 1.5).pcm, start=3.0)
    assert [turn.text for turn in finals(backwards)] == [SENTENCES[9]]
    assert [report.on for report in before + after + backwards if isinstance(report, Voiced)][:1] == [True]


def test_what_is_held_down_is_one_utterance_whatever_the_pauses():
    sound = scene(0.3, spoken("tell me a story"), 3.0, spoken("about a dragon"), 0.05)
    pipe = pipeline("fast", "push")
    reports = hear(pipe, sound.pcm, start=9.0)
    assert finals(reports) == []
    (turn,) = finals(pipe.finish(9 + len(sound.pcm) / RATE))
    assert turn.text == "tell me a story about a dragon"
    assert turn.began == pytest.approx(9.3, abs=0.1) and turn.decided == pytest.approx(9 + len(sound.pcm) / RATE, abs=0.001)
    assert finals(hear(pipe, sound.pcm[:3200], start=20)) == [] and finals(pipe.finish(21)) == []


def test_a_long_speech_is_put_down_in_its_pauses_and_comes_as_one():
    parts: list = [0.5]
    for number in range(14):
        parts += [spoken(SENTENCES[number], VOICES[0]), 0.5]
    pipe = pipeline("fast", "push")
    hear(pipe, scene(*parts).pcm)
    (turn,) = finals(pipe.finish(60.0))
    assert turn.text == " ".join(SENTENCES[:14])


def test_a_final_text_of_the_recogniser_s_own_is_part_of_the_utterance():
    class Hasty:
        """Ends the utterance at each word."""

        said = 0

        def feed(self, pcm):
            self.said += len(pcm)
            if self.said < RATE:
                return None
            self.said = 0
            return Heard("well then", True, 0.9)

        def finish(self):
            return Heard("good night", True, 0.9)

        def reset(self): ...

    sound = scene(0.5, spoken(SENTENCES[44], VOICES[0], 130), 1.5)
    (turn,) = finals(hear(Pipeline(Hasty()), sound.pcm))
    assert turn.text == "well then well then good night" and turn.confidence == pytest.approx(0.9)


def test_a_text_that_comes_late_has_the_times_of_its_voice():
    class Slow:
        def __init__(self) -> None:
            self.done = self.reset_count = 0

        def feed(self, pcm): ...

        def finish(self):
            self.done += 1
            return Heard("", True)

        def reset(self):
            self.reset_count += 1

        def late(self):
            return Heard("good night", True) if self.done == 2 else None

    slow, pipe = Slow(), None
    pipe = Pipeline(slow, ListenPlan(patience="fast"))
    sound = scene(0.7, spoken(SENTENCES[3]), 1.0, spoken(SENTENCES[4]), 1.0)
    reports = hear(pipe, sound.pcm, start=30.0)
    turns = finals(reports)
    assert turns[0].text == "good night" and turns[0].began == pytest.approx(30.7, abs=0.1)
    assert pipe.owes or len(turns) > 1
    hear(pipe, scene(0.5, BURSTS[0](np.random.default_rng(2)) / 3000, 1.5).pcm, start=60.0)
    assert slow.done == 2 and slow.reset_count == 1  # a clap is sent to no server


def test_what_the_suppressor_calls_echo_is_nobody_s_voice():
    class Deaf:
        cancelling = False
        echo = True

        def clean(self, pcm, at):
            return Near(pcm, self.echo)

        def reset(self): ...

    deaf = Deaf()
    pipe = pipeline(suppressor=deaf)
    pipe.follow(ListenPlan(patience="fast", barge_in=True))
    sound = scene(0.7, spoken(SENTENCES[6]), 1.0)
    assert not any(isinstance(report, Voiced | Heard) for report in hear(pipe, sound.pcm))
    deaf.echo = False
    assert [turn.text for turn in finals(hear(pipe, sound.pcm, start=10.0))] == [SENTENCES[6]]


@pytest.mark.parametrize(
    ("number", "late", "text"),
    [
        (0, 0.26, "play some music for me"), (1, 0.2, "tell me a joke please"), (2, 0.2, "what time is it"),
        (3, 0.2, "stop the music now"),
    ],
)  # fmt: skip
def test_a_first_word_is_not_lost_where_what_cancels_her_echo_is_late_to_know_the_user(number, late, text):
    class Late:
        cancelling = True

        def clean(self, pcm, at):
            return Near(pcm, at < 0.7 + late)

        def reset(self): ...

    pipe = pipeline(suppressor=Late())
    pipe.follow(ListenPlan(patience="fast", barge_in=True))
    sound = scene(0.7, spoken(text, VOICES[number]), 1.0, snr=35)
    assert [turn.text for turn in finals(hear(pipe, sound.pcm))] == [text]


def test_patience_can_change_while_somebody_speaks():
    sound = scene(0.7, spoken(SENTENCES[49], VOICES[0]), 3.0, snr=35)
    pipe = pipeline("patient")
    half = len(sound.pcm) // 4
    reports = hear(pipe, sound.pcm[:half])
    pipe.follow(ListenPlan(patience="fast"))
    reports += hear(pipe, sound.pcm[half:], start=half / RATE)
    (turn,) = finals(reports)
    assert turn.decided - turn.ended < 0.6


def test_called_by_name_she_hears_what_follows_and_nothing_else_in_the_room():
    now = [0.0]
    her = Attention(clock=lambda: now[0])
    waiting = WakeRecogniser(model(), ("Mira",), "en", attention=her, clock=lambda: now[0])
    pipe = Pipeline(waiting, ListenPlan("wake", "fast", "en", ("Mira",)))

    def heard(at: float, *parts) -> list[str]:
        pcm, reports = scene(0.8, *parts, 1.5).pcm, []
        for place in range(0, len(pcm), 480):
            now[0] = at + (place + 480) / RATE
            reports += pipe.hear(pcm[place : place + 480], RATE, now[0])
        return [turn.text for turn in finals(reports)]

    assert heard(10, spoken("what time is it now")) == []
    assert heard(20, spoken("hey mira what time is it now")) == ["what time is it now"]
    assert heard(23.5, spoken("please open the window")) == ["please open the window"]
    assert heard(60, spoken("please open the window")) == []
    assert heard(90, spoken("hey mira"), 0.9, spoken("tell me a joke please")) == ["tell me a joke please"]
