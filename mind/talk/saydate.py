"""Days and hours in words, per language, without locale data."""

from __future__ import annotations

from datetime import datetime

_EN_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_EN_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
              "November", "December")
_ZH_HOURS = ((5, "凌晨"), (11, "早上"), (13, "中午"), (18, "下午"))
_ZH_DAYS = "一二三四五六日"
_JA_DAYS = "月火水木金土日"


def say_weekday(at: datetime, lang: str) -> str:
    """Friday, 星期五, 金曜日."""
    if lang == "zh":
        return "星期" + _ZH_DAYS[at.weekday()]
    if lang == "ja":
        return _JA_DAYS[at.weekday()] + "曜日"
    return _EN_DAYS[at.weekday()]


def say_date(at: datetime, lang: str) -> str:
    """Friday 6 March, 3月6日星期五, 3月6日金曜日."""
    if lang == "en":
        return f"{say_weekday(at, lang)} {at.day} {_EN_MONTHS[at.month - 1]}"
    return f"{at.month}月{at.day}日{say_weekday(at, lang)}"


def say_due(at: datetime, lang: str) -> str:
    """A plan's day inside a sentence: Friday 6 March, 3月6日周五, 3月6日（金）."""
    if lang == "zh":
        return f"{at.month}月{at.day}日周{_ZH_DAYS[at.weekday()]}"
    if lang == "ja":
        return f"{at.month}月{at.day}日（{_JA_DAYS[at.weekday()]}）"
    return say_date(at, lang)


def say_time(at: datetime, lang: str) -> str:
    """18:30 as people say it."""
    if lang == "zh":
        part = next((word for end, word in _ZH_HOURS if at.hour < end), "晚上")
        hour = at.hour - 12 if at.hour > 12 else at.hour
        return f"{part}{hour}点" + ("" if at.minute == 0 else "半" if at.minute == 30 else f"{at.minute:02d}分")
    if lang == "ja":
        return f"{at.hour}時" + ("" if at.minute == 0 else "半" if at.minute == 30 else f"{at.minute}分")
    hour, tail = (at.hour - 1) % 12 + 1, "am" if at.hour < 12 else "pm"
    return f"{hour}:{at.minute:02d} {tail}"


def _whole_month(due: datetime, now: datetime) -> bool:
    """"In June" is kept as its first day; nobody means that day by it."""
    return due.day == 1 and (due.date() - now.date()).days > 20


def say_planned(due: datetime, now: datetime, lang: str) -> str:
    """A plan's day as `say_due` says it; only the month where no more was told: 4月."""
    return f"{due.month}月" if lang != "en" and _whole_month(due, now) else say_due(due, lang)


def say_on(due: datetime, now: datetime, lang: str) -> str:
    """on Friday 6 March; in June."""
    if lang != "en":
        return say_date(due, lang)
    return f"in {_EN_MONTHS[due.month - 1]}" if _whole_month(due, now) else f"on {say_date(due, lang)}"


def say_when(due: datetime, now: datetime, lang: str) -> str:
    """today, tomorrow, on Friday, or the date."""
    days = (due.date() - now.date()).days
    words = {"en": ("today", "tomorrow"), "zh": ("今天", "明天"), "ja": ("今日", "明日")}[lang]
    if days in (0, 1):
        return words[days]
    if days == -1:
        return {"en": "yesterday", "zh": "昨天", "ja": "昨日"}[lang]
    if lang == "en":
        if _whole_month(due, now):
            return f"in {_EN_MONTHS[due.month - 1]}"
        if days >= 7 and 7 <= days + now.weekday() < 14:
            return "next week"
        return f"on {say_weekday(due, lang)}" if 0 < days < 7 else f"on {due.day} {_EN_MONTHS[due.month - 1]}"
    if days == 2:
        return "后天" if lang == "zh" else "あさって"
    this_week = 0 < days < 7 - now.weekday()
    if this_week or 7 <= days + now.weekday() < 14:
        if lang == "ja":
            return ("" if this_week else "来週の") + say_weekday(due, lang)
        return ("这" if this_week else "下") + say_weekday(due, lang).replace("星期", "周")
    return f"{due.month}月{due.day}日"


_EN_PARTS = {"morning": "morning", "noon": "afternoon", "afternoon": "afternoon", "evening": "evening", "night": "night"}
_ZH_PARTS = {"morning": "早上", "noon": "中午", "afternoon": "下午", "evening": "晚上", "night": "夜里"}
_JA_PARTS = {"morning": "の朝", "noon": "の昼", "afternoon": "の午後", "evening": "の夜", "night": "の夜"}


def say_past(at: datetime, now: datetime, lang: str) -> str:
    """When something was said: just now, earlier today, on Tuesday evening, on 3 May, on 3 May 2025."""
    days = (now.date() - at.date()).days
    if (now - at).total_seconds() < 900:
        return {"en": "just now", "zh": "刚才", "ja": "さっき"}[lang]
    if days <= 0:
        return {"en": "earlier today", "zh": "今天早些时候", "ja": "今日"}[lang]
    part = _part(at.hour)
    if days == 1:
        return {"en": "last night" if part == "night" else f"yesterday {_EN_PARTS[part]}", "zh": f"昨天{_ZH_PARTS[part]}",
                "ja": f"昨日{_JA_PARTS[part]}"}[lang]
    if days < 7:
        day = say_weekday(at, lang)
        return {"en": f"on {day} {_EN_PARTS[part]}", "zh": day.replace("星期", "周") + _ZH_PARTS[part],
                "ja": day + _JA_PARTS[part]}[lang]
    return say_day_past(at, now, lang)


def say_day_past(at: datetime, now: datetime, lang: str) -> str:
    """A day gone by: on 3 May, 5月3日, with its year where that is another one."""
    year = "" if at.year == now.year else str(at.year)
    if lang == "en":
        return f"on {at.day} {_EN_MONTHS[at.month - 1]}" + (f" {year}" if year else "")
    return (f"{year}年" if year else "") + f"{at.month}月{at.day}日"


def _part(hour: int) -> str:
    for name, until in (("night", 5), ("morning", 11), ("noon", 14), ("afternoon", 18), ("evening", 23)):
        if hour < until:
            return name
    return "night"
