"""Whole evenings as Markdown that a person can read: who came, what both said, and a line of figures at the end."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from mind.brains.openai_brain import OpenAIBrain
from mind.languages import Lang
from mind.ports import Brain
from mind.talk.bench.figures import figures
from mind.talk.bench.goals import GOALS
from mind.talk.bench.script import Script, read_user
from mind.talk.bench.server.listening import ListenedBrain
from mind.talk.bench.server.reasonable import Reasonable
from mind.talk.bench.server.serving import serving
from mind.talk.bench.talk import Exchange, Talk, with_companion

SEED: Final = 7
SERVER: Final = "with-a-server"
KEPT: Final[dict[Lang, tuple[str, ...]]] = {
    "en": ("talker", "sad", "asker", "returner", "player"),
    "zh": ("talker", "sad", "returner", "switcher", "again"),
    "ja": ("talker", "sad"),
}
"""Whose evenings are kept."""
SHOWN: Final = ("twice", "overlap", "openers", "questions", "user", "parrots", "wrong", "lost")
LONGEST: Final = 320
DEEDS: Final[dict[Lang, dict[str, str]]] = {
    "en": {"wave": "waves", "laugh": "laughs", "shake": "shakes her head", "shrug": "shrugs", "hug": "hugs herself, for you",
           "heart": "a hand on her heart", "dance": "dances a step", "stretch": "stretches", "point": "points", "think": "thinks",
           "proud": "sits up straight"},
    "zh": {"wave": "挥挥手", "laugh": "笑", "shake": "摇摇头", "shrug": "耸耸肩", "hug": "隔空抱一下", "heart": "手放在心口",
           "dance": "转了半圈", "stretch": "伸个懒腰", "point": "指了指", "think": "想了想", "proud": "坐直了"},
    "ja": {"wave": "手を振る", "laugh": "笑う", "shake": "首を振る", "shrug": "肩をすくめる", "hug": "そっと抱きしめるしぐさ",
           "heart": "胸に手をあてる", "dance": "くるりと回る", "stretch": "伸びをする", "point": "指さす", "think": "考えこむ",
           "proud": "背筋をのばす"},
}  # fmt: skip
"""What a gesture looks like; nods are too many to be told."""
WORDS: Final[dict[Lang, dict[str, str]]] = {
    "en": {"evening": "{name}, evening {day}", "date": "{at:%A, %d %B %Y}, from {at:%H:%M}", "her": "Mira"},
    "zh": {"evening": "{name}，第{day}个晚上", "date": "{at:%Y}年{at.month}月{at.day}日，{at:%H:%M}起", "her": "米拉"},
    "ja": {"evening": "{name}、{day}日目の夜", "date": "{at:%Y}年{at.month}月{at.day}日、{at:%H:%M}から", "her": "ミラ"},
}
FIGURES: Final[dict[Lang, dict[str, str]]] = {
    "en": {"turns": "{turns} turns", "twice": "sentences twice {}", "overlap": "4-gram overlap {}", "openers": "openers again {}",
           "questions": "questions in any ten at most {}", "user": "uses the user's own {}", "parrots": "bare repeats {}",
           "wrong": "wrong callbacks {}", "lost": "\"does not understand\" {}"},
    "zh": {"turns": "{turns} 轮", "twice": "重复的句子 {}", "overlap": "7 字重叠 {}", "openers": "重复的开头 {}",
           "questions": "任意十句里的问句至多 {}", "user": "用到对方的话 {}", "parrots": "只是照搬 {}", "wrong": "记错 {}",
           "lost": "“听不懂” {}"},
    "ja": {"turns": "{turns} 往復", "twice": "同じ文 {}", "overlap": "7 字の重なり {}", "openers": "同じ出だし {}",
           "questions": "どの十回でも問いは多くて {}", "user": "相手の言葉を使った返事 {}", "parrots": "おうむ返し {}",
           "wrong": "覚え違い {}", "lost": "「わからない」 {}"},
}


def one_evening(script: Script, *, half: bool = False, brain: Brain | None = None, seed: int = SEED) -> Talk:
    """The evening of a user that is kept as a transcript, with all evenings before it lived through; `half`: to its middle.

    `brain` finds the words of that evening; those before it were had without a server.
    """
    last = script.turns // 2 if half else script.turns
    before = script.turns * script.evening
    whole = asyncio.run(with_companion(script, seed, before + last, brain, from_turn=before))
    return only(whole, script.evening)


def half_evening_with_a_server(script: Script, seed: int = SEED) -> Talk:
    """The first half of the same evening, in the words of a server that speaks from the plan."""
    with serving(Reasonable(script.lang)) as served:
        brain = ListenedBrain(OpenAIBrain(served.url, "scripted"))
        return one_evening(script, half=True, brain=brain, seed=seed)


def only(talk: Talk, day: int) -> Talk:
    """A talk with the exchanges of one evening; what she knew by then stays beside them."""
    kept = [one for one in talk.exchanges if one.day == day]
    first = kept[0].number if kept else 0
    shifted = [replace(one, number=one.number - first) for one in kept]
    values = {number - first: known for number, known in talk.values.items() if number >= first - 1}
    used = {number - first: known for number, known in talk.used.items() if number >= first}
    return Talk(talk.script, talk.seed, shifted, talk.memories, talk.table, values, used)


def markdown(talk: Talk, *, note: str = "") -> str:
    """The transcript."""
    script, words = talk.script, WORDS[talk.lang]
    first = talk.exchanges[0]
    title = words["evening"].format(name=script.title or script.name, day=first.day + 1)
    head = [f"# {title}", "", script.about, "", f"*{words['date'].format(at=first.at)}*" + (f" *{note}*" if note else ""), ""]
    said = [line for one in talk.exchanges for line in _said(one, script, words["her"])]
    return "\n".join([*head, *said, "---", "", closing(talk), ""])


def _said(one: Exchange, script: Script, her: str) -> list[str]:
    user = [f"**{script.name}**: {_quoted(one.text)}", ""] if one.text else []
    deeds = [DEEDS[script.lang][gesture] for gesture in one.told.gestures if gesture in DEEDS[script.lang]]
    note = f" *({deeds[0]})*" if deeds else ""
    return [*user, f"**{her}**: {_quoted(one.reply)}{note}", ""]


def _quoted(text: str) -> str:
    """Words on one line; what somebody pasted is cut where a reader has seen enough of it."""
    text = " ".join(text.split())
    return _plain(text if len(text) <= LONGEST else f"{text[:LONGEST]} […]")


def _plain(text: str) -> str:
    """Words as words: nothing of theirs is taken for Markdown."""
    return re.sub(r"([\\`*_{}\[\]<>#|])", r"\\\1", text)


def closing(talk: Talk) -> str:
    """The figures of the evening in one line."""
    found, names = figures(talk).values, FIGURES[talk.lang]
    forms = {goal.key: goal.form for goal in GOALS}
    parts = [names[key].format(forms[key].format(found[key])) for key in SHOWN]
    joint = ", " if talk.lang == "en" else "，" if talk.lang == "zh" else "、"
    return joint.join([names["turns"].format(turns=len(talk.turns)), *parts])


def write_evenings(folder: Path, lang: Lang, users: Sequence[str], told: Callable[[str], None]) -> list[tuple[str, Script, Talk]]:
    """One file an evening, ``LANG-USER.md``, and the first half of each with a server under ``with-a-server``."""
    (folder / SERVER).mkdir(parents=True, exist_ok=True)
    written = []
    for user in users:
        script = read_user(lang, user)
        for place, talk in ((folder, one_evening(script)), (folder / SERVER, half_evening_with_a_server(script))):
            path = place / f"{lang}-{user}.md"
            path.write_text(markdown(talk), "utf-8")
            name = str(path.relative_to(folder))
            told(f"{name}: {closing(talk)}")
            written.append((name, script, talk))
    return written
