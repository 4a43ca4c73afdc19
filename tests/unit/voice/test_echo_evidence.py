"""How sure it must be that not she herself was heard, before any words are believed."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.support.listening_sounds import VOICES, hear, pipeline, scene, spoken
from tests.unit.voice.test_barge_in import Floor
from voice.echo.evidence import STOP, WORDS, Evidence
from voice.echo.suppressor import Near
from voice.listen_plan import ListenPlan
from voice.ports import Heard


def grown(*pieces: tuple[int, ...] | None) -> int:
    evidence = Evidence()
    for piece in pieces:
        evidence.add(piece)
    return evidence.sureness


def test_both_judges_must_have_heard_somebody_and_together_for_long_enough():
    each, together = WORDS
    assert grown() == 0 and grown((0, 0)) == 0
    assert grown((0, 500)) == grown((500, 0)) == 0  # one judge alone fails at times
    assert grown((each, each)) == 1 and grown((each, together - each)) == 2
    assert grown(*[(1, 2)] * together) == 2
    assert grown(STOP) == 1 and grown((STOP[0] - 1, 40)) == 0
    assert grown(None, (0, 0)) == 2  # she could not be heard


def test_what_comes_together_in_many_seconds_only_is_no_evidence_and_what_was_believed_stays_so():
    evidence = Evidence()
    for _ in range(3000):
        evidence.add((1, 1), 20)  # 15 frames in three seconds
    assert evidence.sureness == 1
    for _ in range(20):
        evidence.add((2, 2), 2)
    assert evidence.sureness == 2
    for _ in range(500):
        evidence.add((0, 0), 2)
    assert evidence.sureness == 2


def test_another_utterance_has_to_be_proved_anew():
    evidence = Evidence()
    evidence.add(None)
    evidence.begin()
    evidence.add((3, 3))
    assert evidence.sureness == 0


class Doubting:
    """Takes nothing away, and finds the user as clear as it is told."""

    cancelling = True

    def __init__(self, *clear: tuple[float, tuple[int, int]]) -> None:
        self.clear = clear

    def clean(self, pcm, at):
        return Near(pcm, False, next((clear for until, clear in self.clear if at < until), (2, 2)))

    def reset(self): ...


def test_the_words_so_far_are_told_again_once_it_is_surer_whose_they_are():
    pipe = pipeline(suppressor=Doubting((1.6, (0, 0))))
    pipe.follow(ListenPlan(patience="fast", barge_in=True))
    sound = scene(0.7, spoken("play some music for me", VOICES[0]), 1.0, snr=35)
    told = [report for report in hear(pipe, sound.pcm) if isinstance(report, Heard) and report.text]
    assert {report.clear for report in told if not report.final} == {0, 1, 2}
    assert [report.clear for report in told] == sorted(report.clear for report in told) and told[-1].final
    assert any(one.text == other.text and one.clear < other.clear for one, other in pairwise(told))


def said(floor: Floor, text: str, clear: int, final: bool = False) -> Floor:
    action, turn = floor.state.heard(Heard(text, final, clear=clear))
    floor.note(action)
    if turn is not None:
        floor.turns.append(turn.text)
    return floor


def test_words_that_may_be_hers_neither_stop_her_nor_become_a_turn():
    floor = said(Floor().voice(True).wait(0.4), "play some music", clear=1)
    assert floor.did == ["duck"]
    said(floor.voice(False).wait(0.4), "play some music please", clear=1, final=True).wait(3)
    assert floor.did == ["duck", "restore"] and floor.turns == []


def test_the_same_words_stop_her_as_soon_as_they_are_surely_the_users():
    floor = said(Floor().voice(True).wait(0.4), "play some music", clear=1)
    said(floor.wait(0.1), "play some music", clear=2)
    said(floor.voice(False).wait(0.4), "play some music please", clear=2, final=True)
    assert floor.did == ["duck", "stop"] and floor.turns == ["play some music please"]


@pytest.mark.parametrize(("line", "clear", "did"), [("", 1, ["duck", "stop"]), ("", 0, ["duck"]), ("we stop here", 1, ["duck"])])
def test_a_wish_for_silence_needs_less_unless_she_said_it(line: str, clear: int, did: list[str]) -> None:
    assert said(Floor(line=line).voice(True).wait(0.3), "stop", clear).did == did


def test_what_is_said_to_her_silence_needs_no_proof():
    floor = said(Floor(speaks=False).voice(True).wait(0.3), "play some music", clear=0, final=True)
    assert floor.turns == ["play some music"]
