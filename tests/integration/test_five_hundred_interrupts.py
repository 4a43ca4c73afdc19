"""Five hundred interrupts in virtual time: what is kept is what was heard, and nothing the user said is lost or doubled."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop.conversation import speech
from desktop.conversation.added_words import BETWEEN
from mind.languages import Lang
from tests.support.interrupt_life import MORE, NODS, OVER, REPLIES, STOPS, Life, aside, shown, words

CAUSES = ("stop", "two", "nod", "cough", "escape", "button", "typing", "twice", "stop-more", "add", "typing-twice")
MOMENTS = ("thinking", "writing", "ready", "first", "middle", "between", "last", "replay", "aside")
JOINT = {lang: BETWEEN.get(lang, " ") for lang in ("en", "zh", "ja")}
NUMBER = re.compile(r"\d+|[。.,、，]")
"""How often she has told a tale, and marks that are no part of a word."""


def bare(text: str) -> str:
    """Words alone: how sentences are joined, and their numbers, are not what is asked here."""
    return NUMBER.sub("", shown(text))


def check(life: Life) -> None:
    """The store and the screen after all scenes."""
    turns = life.history()
    said = [turn for turn in turns if turn.speaker == "user"]
    assert [turn.text for turn in said] == life.expected, "every turn of the user's is there, and is there once"
    for asked, wanted, ended, where in life.answers:
        answer = [turn for turn in turns if turn.reply_to == said[asked].id]
        assert [(bare(turn.text), turn.ended) for turn in answer] == [(wanted, ended)] * bool(wanted), where
    hers = [turn for turn in turns if turn.speaker == "companion"]
    assert [(row.turn_id, row.text) for row in life.model.rows if row.kind == "hers"] == [(one.id, one.text) for one in hers]


def interrupt(life: Life, cause: str, lang: Lang) -> str:
    """What the user does; how it should end: ``cut`` (what sounded is kept), ``shown`` (all that was), or ``whole``."""
    n = life.n
    if cause == "stop":
        life.hears(life.random.choice(STOPS[lang]))
        return "cut"
    if cause == "add":
        life.hears(MORE[lang].format(n=n))
        life.expected.append(MORE[lang].format(n=n))
        return "whole"
    if cause in ("two", "stop-more"):
        begin, whole = OVER[lang]
        lead = f"{STOPS[lang][0]} " if cause == "stop-more" else ""
        life.hears(lead + begin, final=lead + whole.format(n=n))
        life.expected.append(lead + whole.format(n=n))
        return "cut"
    if cause == "nod":
        life.hears(life.random.choice(NODS[lang]))
        return "whole"
    if cause == "cough":
        life.hears()
        return "whole"
    if cause in ("escape", "button", "twice"):
        life.talk.stop()
        if cause == "twice":
            life.talk.stop()
        return "cut"
    if cause == "typing-twice":
        life.expected += [f"typed {n} a", f"typed {n} b"]
        life.talk.say(f"typed {n} a")
        life.talk.say(f"typed {n} b")
        return "shown"
    life.expected.append(f"typed {n}")
    life.talk.say(f"typed {n}")
    return "shown"


def bring_to(life: Life, moment: str) -> None:
    """She has got so far with her reply."""
    if moment == "thinking":
        life.until(lambda: life.talk._running and life.talk._turn is not None)
        return
    if moment == "writing":  # the first sentence is there, and the store is about to write
        life.until(lambda: life.talk._row is not None)
        return
    life.rest()
    if moment == "ready":
        return
    if moment in ("first", "middle", "last"):
        part = {"first": 0, "middle": 1, "last": 2}[moment]
        for _ in range(part):
            life.wait(len(life.voice.now.text) / 10 if life.voice.now else 0.1)
        life.speech.tick()
        life.wait(life.random.uniform(0.05, 1.2))
    elif moment == "between":
        life.speech.tick()
        assert life.voice.now is not None
        life.wait(len(life.voice.now.text) / 10)


def scene(life: Life) -> tuple[str, str]:
    """One interrupt, and what has to be so after it."""
    life.n += 1
    rng = life.random
    lang: Lang = rng.choice(("en", "zh", "ja"))
    life.talk.lang = lang
    life.hearing.follow(lang, ("Mira",))
    life.hearing.spoken.forget()
    cause, moment = rng.choice(CAUSES), rng.choice(MOMENTS)
    if moment in ("replay", "aside"):
        return beside_the_talk(life, rng.choice(("stop", "nod", "cough", "escape", "button", "twice")), moment, lang)
    life.voice.out.clear()
    typed = rng.random() < 0.3
    if moment == "thinking":
        life.brain.open.clear()
    life.asks(lang, typed=typed)
    asked = len(life.expected) - 1
    bring_to(life, moment)
    unheard = moment in ("thinking", "writing", "ready")
    if moment == "writing" and cause.startswith("typing"):
        cause = "escape"
    if cause == "add" and (typed or not unheard):
        cause = "two"
    how = interrupt(life, cause, lang)
    sounded = words(life.voice.out)
    joins = unheard and not typed and cause in ("two", "add")
    if joins:
        life.expected[asked : asked + 2] = [life.expected[asked] + JOINT[lang] + life.expected[asked + 1]]
    life.to_the_end()
    whole = bare("".join(REPLIES[lang]).replace("{n}", ""))
    wanted = ""
    if joins or how == "whole" or (how == "shown" and moment != "thinking"):
        wanted = whole
    elif how == "cut":
        wanted = bare("".join(sounded))
    ended = "complete" if wanted == whole else "interrupted"
    life.answers.append((asked, wanted, ended, f"{life.n}: {cause} {moment} {lang} typed={typed}"))
    return cause, moment


def beside_the_talk(life: Life, cause: str, moment: str, lang: Lang) -> tuple[str, str]:
    """What is said again, or only tried, leaves nothing in the store, whatever ends it."""
    if moment == "replay":
        life.speech.replay([aside("Said once before, and long ago, and said again.")])
    else:
        life.talk.aside(aside("Only tried, and no part of the talk at all."))
    life.speech.tick()
    life.wait(0.4)
    interrupt(life, cause, lang)
    life.to_the_end()
    return cause, moment


@pytest.mark.parametrize("seed", range(5))
def test_a_hundred_interrupts(seed: int, tmp_path: Path, qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speech, "TICK", 10**7)  # time passes where the test says so
    monkeypatch.setattr(speech, "QUICK", 10**7)
    life = Life(tmp_path, seed)
    seen: dict[tuple[str, str], int] = {}
    try:
        for _ in range(100):
            done = scene(life)
            seen[done] = seen.get(done, 0) + 1
            assert life.lost == []
            assert life.voice.loudness[-1] == 1.0, "her voice is as loud as before"
            assert (life.talk.mood, life.talk.busy, life.hearing.user_speaks) == ("idle", False, False)
        check(life)
    finally:
        life.close()
    assert len(seen) > 40
