"""The rules for days gone by in Chinese and Japanese."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from mind.talk.times_cjk import numeral
from mind.talk.times_day import add_months, ago, days_of_month, days_of_year, last_weekday, week_of

Span = tuple[date, date]
Rule = tuple[re.Pattern[str], Callable[[re.Match[str], date], "Span | None"], bool]

_N: Final = r"(?P<n>\d{1,2}|[一二两三四五六七八九十]{1,3})"
_JA_UNIT: Final = "(?P<unit>日|週間|か月|ヶ月|カ月|ヵ月|年)"
_MONTH_NUMBER: Final = r"(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})月"
_ZH_MONTH: Final = _MONTH_NUMBER + r"(?:份|(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})[号日])?"
_JA_MONTH: Final = _MONTH_NUMBER + r"(?P<day>\d{1,2})?日?"
_ZH_DAYS: Final = "一二三四五六日"
_JA_DAYS: Final = "月火水木金土日"
_ZH_PART: Final = "(?:凌晨|一早|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|半夜|早|晚)?"
_JA_PART: Final = "(?:の(?:朝|午前|昼|午後|夕方|夜|晩))?"


def is_past_cjk(norm: str, lang: str) -> bool:
    """Whether a clause speaks of something that is over."""
    if lang == "zh":
        return bool(_PAST_ZH.search(norm)) and not _AHEAD_ZH.search(norm)
    return bool(_PAST_JA.search(norm)) and not _AHEAD_JA.search(norm)


_PAST_ZH: Final = re.compile(r"[了过]|刚|的$|(?:去世|走|离婚|分手|辞职|搬家|受伤)$")
_AHEAD_ZH: Final = re.compile(
    r"要|会(?!议)|打算|准备|想去|将|明天|后天|下周|下个?月|约了|约好|订了|定了|预约|报了|报名|买了.*票|安排|[改挪推延]到|推迟|提前到|延期"
)
_PAST_JA: Final = re.compile(r"(?:た|んだ)(?:んだけど|んですけど|んだ|んです|のです|の|よ|ね|な|けど|から|ので|って|です|。)*$")
_AHEAD_JA: Final = re.compile(r"予約|約束し|申し込|決ま|明日|来週|来月|つもり|予定|[にへ]変わ|変更|延期|[にへ]移")


def _weekday_before(today: date, weekday: int, weeks: int) -> Span:
    monday = week_of(today)[0] - timedelta(days=7 * weeks)
    return (monday + timedelta(days=weekday),) * 2


def _zh_week(match: re.Match[str], today: date) -> Span | None:
    weeks, day = match["which"].count("上"), match["day"]
    if not day:
        return week_of(today - timedelta(days=7 * weeks))
    if day == "末":
        first = week_of(today)[0] - timedelta(days=7 * weeks)
        return first + timedelta(days=5), first + timedelta(days=6)
    return _weekday_before(today, 6 if day == "天" else _ZH_DAYS.index(day), weeks)


def _zh_day(match: re.Match[str], today: date) -> Span | None:
    """A weekday without "last": this week's where it is over, else the one before."""
    day = match["day"]
    if day == "末":
        saturday = last_weekday(today, 5, today_counts=True)
        return saturday, saturday + timedelta(days=1)
    return (last_weekday(today, 6 if day == "天" else _ZH_DAYS.index(day)),) * 2


_YEARS_BACK: Final = {"今年": 0, "去年": 1, "昨年": 1, "前年": 2, "一昨年": 2, "おととし": 2}


def _month(match: re.Match[str], today: date) -> Span | None:
    """A month, or a day of it, of the year named or the last one that had it."""
    number = numeral(match["month"])
    if not 1 <= number <= 12:
        return None
    named = match["year"] or ""
    back = _YEARS_BACK.get(named)
    year = today.year - back if back is not None else int(named[:4]) if named[:4].isdigit() else None
    day = numeral(match["day"]) if match["day"] else 0
    if not day:
        return days_of_month(year or today.year - (number > today.month), number)
    for candidate in [year] if year else (today.year, today.year - 1):
        try:
            found = date(candidate, number, day)
        except ValueError:
            return None
        if found <= today:
            return found, found
    return None


def _year(match: re.Match[str], today: date) -> Span | None:
    year = int(match["year"])
    return days_of_year(year) if 1900 <= year <= today.year else None


def _zh_ago(match: re.Match[str], today: date) -> Span:
    unit = match["unit"]
    kind = "day" if unit == "天" else "year" if unit == "年" else "month" if "月" in unit else "week"
    return ago(today, numeral(match["n"]), kind)


def _ja_ago(match: re.Match[str], today: date) -> Span:
    unit = match["unit"]
    kind = "day" if unit == "日" else "year" if unit == "年" else "week" if unit.startswith("週") else "month"
    return ago(today, numeral(match["n"]), kind)


def _month_before(today: date, months: int) -> Span:
    earlier = add_months(today.replace(day=1), -months)
    return days_of_month(earlier.year, earlier.month)


def _season(match: re.Match[str], today: date) -> Span:
    year = today.year - (1 if match["year"] in ("去年", "昨年") else 2 if match["year"] else 0)
    months = {"春": (3, 5), "夏": (6, 8), "秋": (9, 11), "冬": (12, 14)}[match["season"]]
    last = add_months(date(year, months[0], 1), 2)
    return date(year, months[0], 1), days_of_month(last.year, last.month)[1]


def _ja_week(match: re.Match[str], today: date) -> Span | None:
    weeks = {"先々週": 2, "先週": 1, "今週": 0}[match["which"]]
    day = match["day"]
    if not day:
        return week_of(today - timedelta(days=7 * weeks)) if weeks else (week_of(today)[0], today)
    if day == "末":
        first = week_of(today)[0] - timedelta(days=7 * weeks)
        return first + timedelta(days=5), first + timedelta(days=6)
    return _weekday_before(today, _JA_DAYS.index(day), weeks)


def _back(days: int) -> Callable[[re.Match[str], date], Span]:
    return lambda match, today: (today - timedelta(days=days),) * 2


def _zh(source: str, make: Callable[[re.Match[str], date], Span | None], past: bool = False) -> Rule:
    return re.compile(f"(?P<since>自从|自打|打|从)?(?:{source})(?:的时候|那天|那会儿)?(?P<after>开始|以来|起|为止)?"), make, past


def _ja(source: str, make: Callable[[re.Match[str], date], Span | None], past: bool = False) -> Rule:
    after = "(?P<after>からずっと|以来ずっと|から|以来|まで)?(?:には|に|は|の)?"
    return re.compile(f"(?P<since>(?!))?(?:{source}){after}"), make, past


_ZH_RULES: Final[tuple[Rule, ...]] = (
    _zh("大前天" + _ZH_PART, _back(3)),
    _zh("前天" + _ZH_PART, _back(2)),
    _zh("(?:昨天|昨日)" + _ZH_PART + "|昨晚|昨夜", _back(1)),
    _zh("(?:今早|今天早上|刚才|刚刚)", _back(0)),
    _zh("(?:今天|今日)" + _ZH_PART + "|今晚", _back(0), True),
    _zh("前几天|前两天", lambda m, d: (d - timedelta(days=7), d - timedelta(days=1))),
    _zh("(?P<which>上+)个?(?:周|星期|礼拜)(?P<day>[一二三四五六日天末])?" + _ZH_PART, _zh_week),
    _zh("上上个?月", lambda m, d: _month_before(d, 2)),
    _zh("上个?月", lambda m, d: _month_before(d, 1)),
    _zh("半年前", lambda m, d: ago(d, 6, "month")),
    _zh(_N + r"(?P<unit>天|周|个?星期|个?礼拜|个?月|年)(?:以前|之前|前)", _zh_ago),
    _zh(r"(?P<year>去年|前年|今年|\d{4}年)" + _ZH_MONTH, _month),
    _zh("(?P<year>去年|前年|今年)(?P<season>[春夏秋冬])天?", _season),
    _zh("大前年", lambda m, d: days_of_year(d.year - 3)),
    _zh("前年", lambda m, d: days_of_year(d.year - 2)),
    _zh("去年", lambda m, d: days_of_year(d.year - 1)),
    _zh(r"(?P<year>(?:19|20)\d\d)年", _year),
    _zh(_N + r"(?P<unit>年|个月|个?星期)(?:多|半)?了", _zh_ago),
    _zh(r"(?P<year>(?!))?" + _ZH_MONTH, _month, True),
    _zh("(?:这个?|本)?(?:周|星期|礼拜)(?P<day>[一二三四五六日天末])" + _ZH_PART, _zh_day, True),
)  # fmt: skip
_JA_RULES: Final[tuple[Rule, ...]] = (
    _ja("(?:一昨日|おととい)" + _JA_PART, _back(2)),
    _ja("(?:昨日|きのう)" + _JA_PART + "|昨夜|昨晩|ゆうべ", _back(1)),
    _ja("今朝|さっき|先ほど", _back(0)),
    _ja("今日" + _JA_PART, _back(0), True),
    _ja("先日|この前|この間|こないだ", lambda m, d: (d - timedelta(days=7), d - timedelta(days=1)), True),
    _ja("(?P<which>先々週|先週)の?(?P<day>[月火水木金土日末](?=曜|末|$|に|は|、)|末)?(?:曜日|曜)?" + _JA_PART, _ja_week),
    _ja("先々月", lambda m, d: _month_before(d, 2)),
    _ja("先月", lambda m, d: _month_before(d, 1)),
    _ja("半年前", lambda m, d: ago(d, 6, "month")),
    _ja(_N + _JA_UNIT + r"(?:くらい|ぐらい|ほど)?前", _ja_ago),
    _ja(r"(?P<year>去年|昨年|一昨年|おととし|今年|\d{4}年)の?" + _JA_MONTH, _month),
    _ja("(?P<year>去年|昨年)の(?P<season>[春夏秋冬])", _season),
    _ja("一昨年|おととし", lambda m, d: days_of_year(d.year - 2)),
    _ja("去年|昨年", lambda m, d: days_of_year(d.year - 1)),
    _ja(r"(?P<year>(?:19|20)\d\d)年", _year),
    _ja(r"(?P<year>(?!))?" + _JA_MONTH, _month, True),
    _ja("(?:もう)?" + _N + _JA_UNIT + r"(?:間|に?なります|に?なる|ずっと)", _ja_ago, True),
    _ja("(?:この)?週末", lambda m, d: (last_weekday(d, 5, today_counts=True),
        last_weekday(d, 5, today_counts=True) + timedelta(days=1)), True),
    _ja("(?P<day>[月火水木金土日])曜日?" + _JA_PART, lambda m, d: (last_weekday(d, _JA_DAYS.index(m["day"])),) * 2, True),
)  # fmt: skip

RULES_CJK: Final[dict[str, tuple[Rule, ...]]] = {"zh": _ZH_RULES, "ja": _JA_RULES}
