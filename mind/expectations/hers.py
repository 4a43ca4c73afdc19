"""Her own promises: what she can do about one, and when she has to say why she did not. Pure."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Final, Literal

from mind.domain import OpenLoop
from mind.languages import Lang
from mind.talk.word_set import word_set

Sort = Literal["ask", "story", "luck", "remind", "tell", "cannot"]
"""What she promised to do. "tell" needs words that no rule has; "cannot" needs a body, a door or a telephone."""
Duty = Literal["keep", "late", "unable", "cannot"]
"""What to do now: keep it, or say that she did not, because the day went by, because she has not the words, because she is
what she is."""

KEEPS_FOR: Final = timedelta(days=21)
LONGEST_LATE: Final = timedelta(days=400)
"""After so long nothing is said any more; a clock that jumped by years explains nothing away."""
CLOCK_SURE: Final = timedelta(days=30)
"""A longer pause may be a clock that was moved: what is late is then explained at the next sitting."""
SAME_DAY: Final = timedelta(hours=30)
"""How far her promise to ask and the plan it is about may lie apart."""
DAYS_AFTER: Final = timedelta(days=7)
"""How long after a plan "how it went" still means that plan."""
_IT: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"\b(?:it|that|this|things) (?:went|goes|go|was|all went)\b|\b(?:about|after) (?:it|that)\b|\bhow you did\b",
                     re.IGNORECASE),
    "zh": re.compile("结果|怎么样|这件事|那件事|如何"), "ja": re.compile("どうだった|どうでした|どうなった|結果|そのこと|その話"),
}  # fmt: skip
"""A promise to ask that names nothing of its own."""
ON_THE_DAY: Final = frozenset({"luck", "remind"})

_WILL: Final = r"\bi(?:'ll| will|'m going to| am going to| promise (?:to|i'll)| promise i will)\b"
SORTS: Final[dict[Lang, tuple[tuple[Sort, re.Pattern[str]], ...]]] = {
    "en": (
        ("cannot", re.compile(
            _WILL + r".*\b(?:meet you|see you (?:at|in|outside) (?:the|a|your|my)|pick you up|come (?:over|by|to your|with you)|"
            r"visit you|drive you|cook|bake|make you (?:some |a |your )?(?:breakfast|lunch|dinner|tea|coffee|soup|cake)|"
            r"bring you|buy you|call you(?= (?:on|at|to|in|later|back|again|tomorrow|tonight|this|when|as|if)\b|[.,!;]|$)|"
            r"phone you|ring you|text you|e-?mail you|write you a letter|post you|send you|hug you|"
            r"hold your hand|walk with you|go with you|sit (?:next to|beside) you|wake you)", re.IGNORECASE)),
        ("story", re.compile(_WILL + r".*\b(?:tell|read) you (?:a|an|another|that|the|one)\b.*\b(?:story|tale)", re.IGNORECASE)),
        ("luck", re.compile(
            _WILL + r".*\b(?:wish you|cross my fingers|keep my fingers crossed|(?:think|be thinking) of you)", re.IGNORECASE)),
        ("remind", re.compile(_WILL + r".*\bremind you\b", re.IGNORECASE)),
        ("ask", re.compile(
            _WILL + r".*\b(?:ask|check (?:in|on|how)|come back to (?:it|that|this)|want to hear|be curious)\b", re.IGNORECASE)),
        ("tell", re.compile(_WILL + r".*\b(?:tell|show|play|sing|read|save|keep|remember|look)\b", re.IGNORECASE)),
    ),
    "zh": (
        ("cannot", re.compile(
            "我.{0,6}(?:去接你|来接你|去找你|来找你|去见你|来见你|跟你见面|和你见面|去你家|来你家|做饭给你|给你做(?!个|一)|给你煮|给你买|给你带|"
            "给你寄|给你打电话|打电话给你|给你发(?:短信|微信|消息)|抱抱?你|牵着?你|陪你(?:去|走|逛|坐车)|叫你起床)")),
        ("story", re.compile("我.{0,8}(?:给你|跟你|为你)?(?:讲|说|念).{0,4}故事")),
        ("luck", re.compile("我.{0,6}(?:祝你|给你(?:加油|打气)|为你加油|替你加油|想着你)")),
        ("remind", re.compile("我.{0,6}提醒你")),
        ("ask", re.compile("我.{0,8}(?:问你|问问|来问|接着问|回来问|问一?声|问起)")),
        ("tell", re.compile("我.{0,8}(?:告诉你|说给你听|讲给你听|唱给你|给你看|给你讲|陪你)")),
    ),
    "ja": (
        ("cannot", re.compile(
            "(?:会いに行|迎えに行|お迎えに|お会いし|待ち合わせ|作ってあげ|お作りし|料理し|買ってき|買って行き|持って行き|(?:お荷物|荷物|手紙|写真|メール|品物)を送り|送り届け|電話し|お電話|"
            "メールし|抱きしめ(?:ます|てあげ)|手を握|一緒に行き|ついて行き|起こし(?:ます|に)|お邪魔し)")),
        ("story", re.compile("(?:物語|お話)を.{0,6}(?:し|聞か|読|話)")),
        ("luck", re.compile("(?:応援し|祈って|お祈り|幸運を|思って(?:い|ま))")),
        ("remind", re.compile("(?:お知らせし|リマインド|声をかけ|思い出させ|お伝えし)")),
        ("ask", re.compile("(?:聞き(?:ます|に)|うかが|伺|尋ね|お聞きし|聞かせて)")),
        ("tell", re.compile("(?:お話しし|話し(?:ます|に)|教え|見せ|歌い|覚えて|取って)")),
    ),
}  # fmt: skip


def sort_of(words: str, lang: Lang) -> Sort | None:
    """What a sentence of hers promises; None for one that promises nothing."""
    return next((sort for sort, pattern in SORTS[lang] if pattern.search(words)), None)


def duty(loop: OpenLoop, sort: Sort, now: datetime, last_seen: datetime | None, *, model: bool) -> Duty | None:
    """What is to be done about a promise now; None: nothing (yet). `last_seen` is the end of the sitting before this one.

    `model`: a language model finds the words. What she cannot do at all is owned up to in the next sitting.
    """
    if loop.status != "open":
        return None
    if sort == "cannot":
        return "cannot" if _another_sitting(loop, now, last_seen) else None
    if loop.due is None or (now < loop.due and not (sort in ON_THE_DAY and _same_day(loop.due, now))):
        return None
    if _same_day(loop.due, now) or (sort not in ON_THE_DAY and now - loop.due <= KEEPS_FOR):
        return "unable" if sort == "tell" and not model else "keep"
    if now - loop.due > LONGEST_LATE or not clock_sure(now, last_seen):
        return None
    return "late"


def clock_sure(now: datetime, last_seen: datetime | None) -> bool:
    """Whether no long pause, forward or back, lies just before this sitting."""
    return last_seen is None or abs(now - last_seen) <= CLOCK_SURE


def _another_sitting(loop: OpenLoop, now: datetime, last_seen: datetime | None) -> bool:
    return last_seen is not None and timedelta(0) <= last_seen - loop.said_at and loop.said_at <= now


def _same_day(due: datetime, now: datetime) -> bool:
    """Wall time decides, in the zone that is now."""
    return due.astimezone(now.tzinfo).date() == now.date()


def covered_by(loop: OpenLoop, sort: Sort, plans: tuple[OpenLoop, ...]) -> OpenLoop | None:
    """The plan that a promise to ask is about: told before it, and of the same day or, where the promise names nothing else, of
    the days before. Asking about that keeps the promise.
    """
    if sort != "ask" or loop.due is None:
        return None
    named_by_it = _IT[loop.lang].search(loop.quote) is not None
    near = [(one, abs(one.due - loop.due)) for one in plans if one.due is not None and one.turn_id < loop.turn_id]
    fits = [one for one, apart in near if apart < SAME_DAY or (named_by_it and apart <= DAYS_AFTER and _before(one, loop))]
    return max(fits, key=lambda one: one.turn_id, default=None)


def _before(plan: OpenLoop, loop: OpenLoop) -> bool:
    return plan.due is not None and loop.due is not None and plan.due <= loop.due


_DOES: Final[dict[Sort, re.Pattern[str]]] = {
    "ask": re.compile(r"[?？]|\btell me\b|说说|讲讲|聞かせて|教えて", re.IGNORECASE),
    "story": re.compile(r"\b(?:story|tale|once upon)\b|故事|从前|物語|お話|むかし", re.IGNORECASE),
    "luck": re.compile(
        r"\b(?:luck|fingers|thought of you|thinking of you|go well|all the best)\b|加油|顺利|好运|祝|応援|うまく|祈",
        re.IGNORECASE,
    ),
}
_WORDS: Final = re.compile(r"[a-z]{4,}|[\u4e00-\u9fff]{2}|[\u30a0-\u30ff]{2,}", re.IGNORECASE)
_LITTLE: Final = word_set("i'll will tell promise promised tomorrow tonight today that this what with from about you're your")


def says_it(loop: OpenLoop, reply: str) -> bool:
    """Whether a reply does what was promised, or at least speaks of it. A model may have been told to and did not."""
    does = _DOES.get(sort_of(loop.quote, loop.lang) or "ask")
    if does is not None and does.search(reply):
        return True
    words = {word.lower() for word in _WORDS.findall(loop.quote)} - _LITTLE
    return any(word in reply.lower() for word in words)
