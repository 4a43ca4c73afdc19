"""Reminders and timers: the moment and the thing in the user's words, asked for where one of them is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import ClassVar, Final

from mind.languages import Lang
from mind.reminders.kept import NewKept
from mind.reminders.moments import Moment, find_moment, say_moment
from mind.talk.activities.common import FITS, NO, OWN, Activity, Data, over, playing, say
from mind.talk.activities.words_kept import one_line
from mind.talk.agreement import swap_persons
from mind.talk.normalise import clauses
from mind.talk.perception import Perception
from mind.talk.saydate import say_time
from mind.talk.scenery import Env, Talk
from mind.talk.step import Step

DAY_HOUR: Final = 9
"""At which a reminder for a day without an hour rings."""
_ASKED: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(
        r"^.*?\b(?:remind me|wake me(?: up)?|tell me|call me|ping me|alert me|nudge me|let me know|set|start|"
        r"a reminder|an alarm|a timer)\b"
        r"(?:\s+(?:again|up|a|an|the|reminder|timer|alarm|egg|for|me|please|when|of)\b)*\s*(?:to|about|of|"
        r"that i(?:'ve got to| have to| need to| must| should)?|that|for|it's time to|:)?\b\s*",
        re.IGNORECASE),
    "zh": re.compile(r"^.*?(?:提醒我?|叫我|喊我|告诉我|通知我|定[个一]*|设[个一]*|倒?计时?|闹钟)(?:一下|一声|一个|个|"
                     r"的|闹钟|提醒|定时器|计时器|计时|时|起床)*(?:要|去|记得|该|得)?"),
    "ja": re.compile(r"^[にはでも、\s]*"),
}  # fmt: skip
_TAIL: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"(?:(?:^|[ ,]+)(?:please|then|ok|okay|will you|would you|can you|could you|for me|timer|alarm|"
                     r"in|at|on|by|for|to|and|is over|are over|is up|are up))+$", re.IGNORECASE),
    "zh": re.compile(r"(?:[，, ]*(?:好吗|好不好|行吗|可以吗|吧|啊|哦|呀|的闹钟|闹钟|的时候|时候|时|的))+$"),
    "ja": re.compile(
        r"(?:のを|を|って|と|ことを|ことって|のことを|の|ように|よう|に|で|、)?"
        r"(?:リマインダーを?(?:作って|セットして|設定して|追加して)|思い出させて|思い出させ|知らせて|リマインドして|リマインド|教えて|言って|声をかけて|起こして|呼んで|タイマーをかけて|タイマーをセットして|タイマー|測って|計って)"
        r"(?:ください|くださいね|くれますか|くれる|ほしい|ね|よ)*[。？?]*$"),
}  # fmt: skip


_DAILY: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"\b(?:every|each) (?:single )?(?:day|morning|evening|night)\b|\bdaily\b", re.IGNORECASE),
    "zh": re.compile(r"每天|每日|天天"), "ja": re.compile(r"毎日|毎朝|毎晩"),
}  # fmt: skip
_EVERY_DAY: Final[dict[Lang, str]] = {"en": "every day at ", "zh": "每天", "ja": "毎日"}


class Reminding(Activity):
    """`start` with "timer" where a span that runs down was asked for."""

    name: ClassVar[str] = "reminder"
    personal: ClassVar[bool] = True
    keeps: ClassVar[bool] = False

    def start(self, talk: Talk, arg: str = "") -> Iterator[Step]:
        """Keep it, or ask for what is missing."""
        p = talk.perception
        if p is None:
            return
        moment, thing = read(p, talk.scene.now)
        if moment is None:
            yield say(talk, self.name, "reminder.when" if thing else "reminder.when.what", {"x": thing}, need="information",
                      then=lambda: playing(talk, self.name, text=thing, timer=arg == "timer"))
        elif not thing and arg != "timer":
            yield self._what(talk, moment)
        else:
            yield self._set(talk, p, moment.due, thing, timer=moment.span and (arg == "timer" or not thing), exact=moment.exact)

    def accepts(self, talk: Talk, p: Perception, data: Data) -> int:
        """The moment, or the thing, that was asked for."""
        if p.answer == "no":
            return OWN
        if "due" in data:
            return NO if p.question else FITS
        return OWN if read(p, talk.scene.now)[0] is not None else NO

    def step(self, talk: Talk, p: Perception, data: Data) -> Iterator[Step]:
        """Now it is whole."""
        if p.answer == "no" and "due" not in data:
            yield say(talk, self.name, "game.enough", need="information", then=lambda: over(talk))
        elif p.answer == "no":
            due = datetime.fromisoformat(str(data["due"]))
            yield self._set(talk, p, due, "", timer=False, exact=bool(data.get("exact", True)))
        elif "due" in data:
            due, thing = datetime.fromisoformat(str(data["due"])), swap_persons(one_line(_bare(p.text, p.lang), p.lang), p.lang)
            yield self._set(talk, p, due, thing, timer=False, exact=bool(data.get("exact", True)))
        else:
            moment, _ = read(p, talk.scene.now)
            if moment is not None and not data["text"] and not data.get("timer"):
                yield self._what(talk, moment)
            elif moment is not None:
                timer = bool(data.get("timer")) and moment.span
                yield self._set(talk, p, moment.due, str(data["text"]), timer=timer, exact=moment.exact)

    def _what(self, talk: Talk, moment: Moment) -> Step:
        """Ask what it is about."""
        due = moment.due.isoformat()
        return say(talk, self.name, "reminder.what", {"when": _when(talk, moment)}, need="information",
                   then=lambda: playing(talk, self.name, due=due, exact=moment.exact))

    def _set(self, talk: Talk, p: Perception, due: datetime, thing: str, *, timer: bool, exact: bool) -> Step:
        if not exact:
            due = due.replace(hour=DAY_HOUR, minute=0) if due.date() != talk.scene.now.date() else due
        lang = talk.content.lang
        daily = _DAILY[lang].search(p.text) is not None and not timer
        thing = _DAILY[lang].sub("", thing).strip(" ,，、") if daily else thing
        at = f"{_EVERY_DAY[lang]}{say_time(due, lang)}" if daily else say_moment(due, talk.scene.now, lang)
        env: Env = {"x": thing, "when": at, "span": say_span(due - talk.scene.now, lang)}
        frame = ("timer.set.x" if thing else "timer.set") if timer else "reminder.set" if thing else "reminder.set.plain"
        more = {"span": env["span"]} if timer else {"every": "day"} if daily else {}
        new = NewKept("timer" if timer else "reminder", thing, p.text[:200], due, more)
        return say(talk, self.name, frame, env, need="information", keeps=(new,), then=lambda: over(talk))


def read(p: Perception, now: datetime) -> tuple[Moment | None, str]:
    """The moment a request names and the thing, from her side; either may be missing."""
    pieces = [c.raw for c in p.clauses]
    found: Moment | None = None
    for i, clause in enumerate(p.clauses):
        found = find_moment(clause, now)
        if found is not None:
            pieces[i] = found.rest.raw
            break
    words = _bare((", " if p.lang == "en" else "，").join(one for one in pieces if one.strip()), p.lang)
    return found, swap_persons(one_line(words, p.lang), p.lang)


def _bare(text: str, lang: Lang) -> str:
    words = " ".join(text.split()) if lang == "en" else text.strip()
    while (cut := _TAIL[lang].sub("", words)) != words:
        words = cut
    cut = _ASKED[lang].sub("", words, count=1)
    while (shorter := _TAIL[lang].sub("", cut)) != cut:
        cut = shorter
    return cut.strip(" ,，、。.!！?？「」")


def _when(talk: Talk, moment: Moment) -> str:
    return say_moment(moment.due, talk.scene.now, talk.content.lang, exact=moment.exact)


def say_span(span: timedelta, lang: Lang) -> str:
    """20 minutes, an hour and a half; 二十分钟's figures stay figures."""
    minutes = max(1, round(span.total_seconds() / 60)) if span.total_seconds() >= 50 else 0
    if minutes == 0:
        seconds = round(span.total_seconds())
        return {"en": f"{seconds} seconds", "zh": f"{seconds}秒", "ja": f"{seconds}秒"}[lang]
    hours, rest = divmod(minutes, 60)
    if lang == "en":
        parts = [f"{hours} hour{'s' * (hours > 1)}"] if hours else []
        parts += [f"{rest} minute{'s' * (rest > 1)}"] if rest else []
        return " and ".join(parts)
    hour_word = "小时" if lang == "zh" else "時間"
    return (f"{hours}{hour_word}" if hours else "") + (f"{rest}分{'钟' if lang == 'zh' else ''}" if rest else "")


def parsed(text: str, lang: Lang, now: datetime) -> datetime | None:
    """The moment in some words, for doors that take one."""
    found = (find_moment(clause, now) for clause in clauses(text, lang))
    return next((moment.due for moment in found if moment is not None), None)
