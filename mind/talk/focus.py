"""What a turn is about, in words that can be echoed, and clauses that can be given back as `you …`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mind.talk.agreement import swap_persons
from mind.talk.content import Content
from mind.talk.normalise import Clause
from mind.talk.own_words import own_words
from mind.talk.perception import FactHit, Focus
from mind.talk.slots import fit
from mind.talk.stopwords import BREAKS_PHRASE, DETERMINERS, NEVER_FOCUS
from mind.talk.word_set import word_set

_ZH_ABOUT = re.compile(r"(?:我的|这个|那个|我家的?|一个|一只|一条|关于|"
                       r"看了|吃了|买了|玩了|学了|做了|听了|收到|养了)"
                       r"(?:[一两俩几半]?[个只条头辆台件本张把盏双部套束瓶杯碗锅盒份家间座棵朵支根块片封位名场顿篇首盘袋](?!子|的))?"
                       r"([\u3400-\u9fff]{1,6})")
_JA_ABOUT = re.compile(r"([\u30a0-\u30ff\u3400-\u9fffー]{2,8})(?:が|を|は|に|で)")


def focus_of(
    found: Sequence[Clause], timed: Sequence[Clause], content: Content, facts: Sequence[FactHit]
) -> tuple[Focus, ...]:
    """Candidates, best first: known concepts, then noun phrases behind a determiner."""
    out: list[Focus] = []
    for clause in timed:
        out.extend(_english(clause, content) if clause.lang == "en" else _characters(clause, content))
    seen: set[str] = set()
    kept = []
    for focus in sorted(out, key=lambda f: _DULL.get(f.kind, 1)):
        if focus.text.lower() not in seen:
            seen.add(focus.text.lower())
            kept.append(focus)
    return tuple(kept[:4])


_DULL = {"pet": 0, "kin": 0, "friend": 0, "thing": 2, "any": 3, "where-in-house": 3, "weather": 2, "season": 2}
"""What is rather not picked up when something better is there."""


_DETERMINED = frozenset({"kin", "friend", "where-in-house", "gadget"})
"""Concepts that are only picked up with `my`, `the` or `a` before them."""


def _english(clause: Clause, content: Content) -> list[Focus]:
    words = clause.norm.split()
    out: list[Focus] = []
    at = 0
    while at < len(words):
        if words[at] in DETERMINERS:
            end = at + 1
            while end < len(words) and end - at <= 3 and not _breaks(words[end], end - at):
                end += 1
            phrase = words[at + 1:end]
            if phrase and phrase[-1] not in NEVER_FOCUS:
                out.append(_phrase(clause, words, at, end, content))
                at = end
                continue
        known = content.concept_of(words[at])
        if known and known not in _DETERMINED and words[at] not in NEVER_FOCUS and f"echo.{known}" in content.frames:
            out.append(Focus(_raw(clause, at, at + 1), known))
        at += 1
    return out


def _breaks(word: str, place: int) -> bool:
    return word in BREAKS_PHRASE or word.endswith("ly") or (place > 1 and word.endswith("ed"))


def _phrase(clause: Clause, words: list[str], at: int, end: int, content: Content) -> Focus:
    head = words[end - 1]
    known = content.concept_of(" ".join(words[at + 1:end])) or content.concept_of(head)
    kind = known if known and f"echo.{known}" in content.frames else "thing"
    return Focus(swap_persons(_raw(clause, at, end), "en"), kind)


def _raw(clause: Clause, first: int, last: int) -> str:
    spans = clause.spans[first:last]
    text = re.sub(r"['’]s$", "", clause.raw[spans[0][0]:spans[-1][1]])
    return text if text[:2].isupper() or text == "I" else _lower_first(text, first == 0)


def _lower_first(text: str, first: bool) -> str:
    return text[:1].lower() + text[1:] if first else text


def _characters(clause: Clause, content: Content) -> list[Focus]:
    out: list[Focus] = []
    for name, words in content.concepts.items():
        if f"echo.{name}" not in content.frames:
            continue
        for word in words:
            at = clause.norm.find(word)
            if at >= 0 and stands_alone(clause.norm, at, word, clause.lang):
                out.append(Focus(clause.raw[_katakana_from(clause, at):at + len(word)], name))
                break
    about = (_ZH_ABOUT if clause.lang == "zh" else _JA_ABOUT).search(clause.norm)
    if about:
        words_ = fit(_noun(clause.raw[about.start(1):about.end(1)], clause.lang), "thing", clause.lang)
        most = 4 if clause.lang == "zh" else 8
        if words_ and 2 <= len(words_) <= most and words_ not in _NEVER_JA | _NEVER_ZH and not _COUNTS_ZH.match(words_):
            out.append(Focus(words_, "thing"))
    return out


_NEVER_JA = word_set("""
今日 昨日 明日 今朝 今夜 昨夜 最近 今度 今回 自分 全部 全然 一番 一緒 結局 本当 普通 最初 最後 途中 時間 気持 気分 感じ 一日
毎日 毎朝 毎晩 週末 来週 先週 今週 来月 先月 今月 今年 去年 来年 午前 午後 夕方 夜中 一人 二人 三人 今晩 何回 何度 一度 一回
以上 以外 場合 場所 意味 問題 理由 結果 必要 可能 大変 大丈夫 無理 面倒 前回 次回 当日 翌日 時々 一応 多分 絶対 正直 実際 日曜
土曜 金曜 木曜 水曜 火曜 月曜
素敵 不思議 平凡 退屈 責任 無口 元気 四十 三十 五十 二枚 三軒 文字
日曜日 土曜日 金曜日 木曜日 水曜日 火曜日 月曜日 マジ ガチ ヤバ ダメ イマイチ
""")
"""Japanese words that are never what a turn is about."""


def _katakana_from(clause: Clause, at: int) -> int:
    """Where the run of katakana begins that the word at this place ends: チョコケーキ, and not ケーキ alone."""
    if clause.lang == "ja" and _KATAKANA.match(clause.norm[at]):
        while at and _KATAKANA.match(clause.norm[at - 1]):
            at -= 1
    return at


_KATAKANA = re.compile("[ァ-ヶー]")
_KANJI = re.compile("[\u4e00-\u9fff]")


def stands_alone(norm: str, at: int, word: str, lang: str) -> bool:
    """Whether a word at that place is one of its own: in Japanese a single character inside a compound (夫 in 大丈夫) is not."""
    if lang == "zh" and len(word) == 1:
        return not _KANJI.match(norm[at + 1 : at + 2]) or norm[at + 1] in _BEHIND_ZH
    if lang == "ja" and len(word) > 1 and _KANJI.match(word[-1]) and norm[at + len(word):at + len(word) + 1] in ("公", "校"):
        return False
    if lang != "ja" or len(word) > 1 or not _KANJI.match(word):
        return True
    around = norm[max(0, at - 1) : at] + norm[at + 1 : at + 2]
    return _KANJI.search(around) is None


_BEHIND_ZH = frozenset("了的很也都不是在和跟太有就又还真又把被给说要会想去来打叫今昨明刚从到又最没吃喝")
"""What may stand behind a Chinese word of one character: 茶 in 茶盘 is no tea."""
_NEVER_ZH = word_set("""
钟头 小时 礼拜 星期 时候 下午 晚上 早上 东西 地方 一下 半天 人家 样子 事情 问题 事儿 声音 女人 男人 女孩 男孩 大人 小孩
""")
_COUNTS_ZH = re.compile("[月年人钟字]|小时|礼拜|星期|晚上|下午|早上|上午")
"""What is only counted behind 一个."""
_ZH_VERBS = re.compile("[很不没都就也了的太真又还在是会要到给让被把跟和叫说想去来能好最吗呢吧有多这那]")


def _noun(words: str, lang: str) -> str:
    """The characters before the first one that hardly stands inside a Chinese noun."""
    return _ZH_VERBS.split(words)[0] if lang == "zh" else words


def turned_clause(clause: Clause) -> str | None:
    """An English clause turned to `you`, without its "because"; None where that is not safe."""
    if clause.norm.startswith("because "):
        first = len(clause.raw.split(maxsplit=1)[0]) + 1
        clause = replace(clause, norm=clause.norm[8:], raw=clause.raw[first:])
    return _turn_english(clause)


def reflection_of(found: Sequence[Clause]) -> str | None:
    """The last clause of theirs that can be turned to `you` without being wrong; None where none can."""
    for clause in reversed(found):
        if clause.question:
            continue
        turned = _turn_english(clause) if clause.lang == "en" else _turn_chinese(clause) if clause.lang == "zh" else None
        if turned:
            return turned
    return None


_CAUSE = re.compile(r"^.*\b(?:about|over|of|by) ((?:\S+ ){1,4}?)$|^((?:\S+ ){1,3}?)(?:is|was|are|were|makes|made|has been) ")


_NO_CAUSE = frozenset(("all", "this", "that", "it", "today", "life", "there", "being", "everything"))


def cause_of(clause: Clause) -> str | None:
    """What a feeling is about where the English clause says so: `worrying about money`, `work is stressful`."""
    match = _CAUSE.search(clause.norm) if clause.lang == "en" else None
    if match is None:
        return None
    words = fit(clause.cut(*match.span(1 if match[1] else 2)), "thing", "en")
    if words is None or words.lower().split()[0].removesuffix("'s") in _NO_CAUSE:
        return None
    return swap_persons(_lower_first(words, not words[:2].isupper()), "en")


def _turn_english(clause: Clause) -> str | None:
    words, raw = clause.norm.split(), clause.raw
    while words and words[0] in _LEAD_IN:
        words, raw = words[1:], raw.split(maxsplit=1)[-1]
    if not words or not raw or raw.split()[0].lower() in _LEAD_IN:
        return None
    if _leaves_out_i(words):
        return "you " + swap_persons(_lower_first(raw, True), "en")
    own = words[0] in ("i", "my")
    fits = 3 <= len(words) <= (14 if own else 12) if words[0] in _TELLS else _tells_of_others(words)
    if not fits or (_NOT_FIRST & set(words[:3])) or _NEVER & set(words) or (not own and _UNSURE & set(words)):
        return None
    return swap_persons(_lower_first(raw, raw.split()[0] != "I" and not _is_name(raw)), "en")


def _leaves_out_i(words: list[str]) -> bool:
    """"Watched something about whales", "caught nothing": what they did, without the "I"."""
    if not 2 <= len(words) <= 10 or (_NEVER | _UNSURE | _ASIDE) & set(words) or words[1] in _BE:
        return False
    return words[0] in _DID or (words[0].endswith("ed") and len(words[0]) > 4 and words[0] not in _STATES)


def _tells_of_others(words: list[str]) -> bool:
    """A statement about something else: "everything tastes of cardboard", "twelve bikes had the same squeak"."""
    if not 4 <= len(words) <= 12 or words[0] not in _OTHERS or len(own_words(" ".join(words), "en")) < 2:
        return False
    return any(word in _FINITE or (word.endswith(("ed", "s")) and word not in _NO_VERB) for word in words[1:4])


def _is_name(raw: str) -> bool:
    """Whether a clause begins with what is written with a capital and is no common first word."""
    first = raw.split()[0]
    return first[:1].isupper() and first.lower() not in _OTHERS and first.lower() not in _TELLS


_OTHERS = word_set("""
it everything everyone everybody people somebody someone nobody nothing the a an every each one two three four five six
seven eight nine ten eleven twelve there half most some another both all work school life mum dad
""")
"""First words of statements about something else."""
_FINITE = word_set("""
is was were are has had have keeps kept got gets came comes went goes fell broke took takes made makes says said smells
rained tastes sings looks sounds feels costs cost burnt sat stood ran lost found left told gave rang died
""")
_DID = word_set("""
got went made took saw did ate drank fell slept woke came lost found bought gave told met ran sat stood wrote sent kept broke
burnt caught forgot felt held knew paid sang spent swam taught threw won wore watched walked had
""")
"""Verbs of the past that begin a turn without its "I"."""
_STATES = word_set("""
tired bored excited annoyed worried stressed relieved scared confused embarrassed disappointed wasted naked hundred wicked
exhausted pleased frustrated overwhelmed interested married divorced agreed noted indeed finished ashamed amused surprised
""")
_ASIDE = word_set("i we he she they it there what who how why")
_BE = word_set("is was are were has will would can")
_NO_VERB = word_set("this his its us always perhaps yes news less glass class days things hundred bed red")
_LEAD_IN = frozenset(("and", "so", "well", "but", "oh", "okay", "yeah", "yes", "then", "also", "anyway", "lol", "haha"))
_TELLS = frozenset(("i", "my", "we", "he", "she", "they", "our"))
"""First words of a clause that can be given back whole."""
_NOT_FIRST = word_set("""
would could should might may must shall will can think know guess mean wish believe suppose wonder hope bet love hate
swear sorry promise thank call called like also
""")
"""Among the first words these make it a thought, a wish or a courtesy, and nothing to give back."""
_NEVER = frozenset(("you", "your", "if", "please", "maybe", "mira"))
_UNSURE = frozenset(("that", "would", "could", "should", "might"))


def _turn_chinese(clause: Clause) -> str | None:
    if not clause.norm.startswith("我") or not 4 <= len(clause.norm) <= 16:
        return None
    if re.search(r"你|会|想|觉得|应该|请|要不|能|吗|叫|是", clause.norm):
        return None
    return swap_persons(re.sub(r"[啊呀呢吧哦啦]+$", "", clause.raw), "zh")
