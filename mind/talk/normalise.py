"""Text into clauses whose words can be matched, with the way back to what the user really wrote.

English is cut into words (``I'm`` gives `i` + `am`), Chinese and Japanese stay characters. Matching reads `norm`;
what is echoed or kept is cut out of `raw`, so names keep their capitals.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from mind.languages import Lang
from mind.talk.pictures import in_words, only_pictures
from mind.talk.script import SIMPLE
from mind.talk.slang import CONTRACTED, SPOKEN


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of a sentence. `norm` is what patterns see; `spans[i]` is where norm's character i stands in `raw`.

    English `norm` ends every word with one space, so that patterns are plain sequences of ``word ``.
    """

    norm: str
    raw: str
    spans: tuple[tuple[int, int], ...]
    """English: one (start, end) in `raw` a word. Chinese, Japanese: empty, positions are equal."""
    lang: Lang
    question: bool = False

    def cut(self, start: int, end: int) -> str:
        """The user's own words behind ``norm[start:end]``."""
        if self.lang != "en":
            return self.raw[start:end].strip()
        first = self.norm.count(" ", 0, start)
        last = self.norm.count(" ", 0, end)
        words = self.spans[first:last]
        return self.raw[words[0][0]:words[-1][1]].strip() if words else ""

    def without(self, start: int, end: int) -> Clause:
        """This clause with ``norm[start:end]`` blotted out (a date that was understood)."""
        if self.lang != "en":
            return Clause(self.norm[:start] + self.norm[end:], self.raw[:start] + self.raw[end:], (), self.lang,
                          self.question)
        first = self.norm.count(" ", 0, start)
        last = self.norm.count(" ", 0, end)
        kept = [*self.spans[:first], *self.spans[last:]]
        pieces, spans = [], []
        at = 0
        for a, b in kept:
            word = self.raw[a:b]
            if not word:
                spans.append((max(0, at - 1), max(0, at - 1)))
                continue
            spans.append((at, at + len(word)))
            pieces.append(word)
            at += len(word) + 1
        return Clause(self.norm[:start] + self.norm[end:], " ".join(pieces), tuple(spans), self.lang, self.question)


_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*['’]?")
_BREAK = re.compile(r"(?<!\d)[:.]|[.:](?!\d)|[!?;,()\n…—–\"“”]|\s-\s|-{2,}")
_CJK_BREAK = re.compile(r"(?:[。！？!?；;，,…\n（）()~～—]|\.{2,})+|(?<=[\u3040-\u9fff])\s+(?=[\u3040-\u9fff])")
_STRETCH = re.compile(r"([a-z])\1{2,}")
_LATE_BREAK = frozenset({"but", "because", "although", "though", "unless", "while", "whereas"})
_WHILE_AS_A_TIME = frozenset({"a", "the", "little", "long", "short", "good"})
"""What stands before the `while` of "for a while", which begins no clause."""
_JOIN = frozenset({"and", "so", "then", "plus", "or"})
_SUBJECT = frozenset({"i", "my", "we", "he", "she", "they", "it", "you", "our", "now", "then", "i'm", "i've", "im",
                      "can", "could", "what", "do", "are"})
_AFTER_NAME = frozenset({"is", "was", "lives", "works", "has", "wants", "hates", "loves", "likes", "plays", "said", "says"})
"""What follows a name that begins a clause of its own: `Joe lives in Canada and Sam is a chef`."""
_ASK_FIRST = frozenset({"who", "what", "why", "how", "which", "whose"})
_ASK_AUX = frozenset({"do", "does", "did", "are", "is", "am", "was", "were", "can", "could", "will", "would", "should",
                      "have", "has", "may"})
_ASK_SUBJECT = frozenset({"you", "i", "we", "he", "she", "they", "it", "there", "that", "this", "my", "your", "the"})


def clean(text: str) -> str:
    """One line of text as people mean it: NFKC, straight quotes, no control characters."""
    text = unicodedata.normalize("NFKC", text).replace("’", "'").replace("‘", "'")
    if text.isprintable():
        return text.strip()
    return "".join(c if c == "\n" or unicodedata.category(c)[0] != "C" else " " for c in text).strip()


def clauses(text: str, lang: Lang) -> tuple[Clause, ...]:
    """The clauses of a cleaned text, in order; empty for a text without words."""
    text = in_words(text, lang) if only_pictures(text) else text
    return _english(text) if lang == "en" else _characters(text, lang)


def is_question(words: list[str]) -> bool:
    """Whether English words without a mark ask something."""
    if not words:
        return False
    if words[0] in _ASK_FIRST:
        return not (words[0] == "what" and words[1:2] in (["a"], ["an"]) and len(words) <= 5 and not _ASK_AUX & set(words))
    second = words[1] if len(words) > 1 else ""
    if words[0] in _ASK_AUX and second in _ASK_SUBJECT:
        return True
    return words[0] in ("when", "where") and second in _ASK_AUX


_NAMED = re.compile(r"\b((?:my|a|an|our)(?: [a-z-]+){1,3}), ([A-Z][\w-]+)(?=[.!,;]|$)")
"""`a cat, Miso`: the name belongs to what stands before the comma."""


def _english(text: str) -> tuple[Clause, ...]:
    text = _NAMED.sub(r"\1 \2", text)
    out: list[Clause] = []
    start = 0
    marks = [(m.start(), m.end(), m.group()) for m in _BREAK.finditer(text)]
    for at, after, mark in [*marks, (len(text), len(text), "")]:
        piece = text[start:at]
        start = after
        out.extend(_joined(piece, "?" in mark))
    return tuple(out)


def _joined(piece: str, asked: bool) -> list[Clause]:
    found = list(_WORD.finditer(piece))
    groups: list[list[re.Match[str]]] = [[]]
    for i, match in enumerate(found):
        word = match.group().lower()
        nxt = found[i + 1].group().lower() if i + 1 < len(found) else ""
        named = word == "and" and nxt and found[i + 1].group()[0].isupper() and len(found) > i + 2
        named = bool(named) and found[i + 2].group().lower() in _AFTER_NAME
        late = word in _LATE_BREAK and not (word == "while" and found[i - 1].group().lower() in _WHILE_AS_A_TIME)
        if groups[-1] and (late or named or (word in _JOIN and nxt in _SUBJECT)):
            groups.append([])
            if word != "because":
                continue
        groups[-1].append(match)
    return [_clause(piece, group, asked and group is groups[-1]) for group in groups if group]


def _clause(piece: str, group: list[re.Match[str]], asked: bool) -> Clause:
    base = group[0].start()
    raw = piece[base:group[-1].end()]
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    for match in group:
        at, end = match.start() - base, match.end() - base
        for i, word in enumerate(_its(_expand(match.group()), match is group[0] and len(group) > 1)):
            words.append(word)
            spans.append((at, end) if i == 0 else (end, end))
    if words and words[-1] == "'s":
        words[-1] = "is"
    return Clause("".join(w + " " for w in words), raw, tuple(spans), "en", asked or is_question(words))


def _its(words: list[str], first: bool) -> list[str]:
    """`its raining` at the head of a clause is `it is`."""
    return ["it", "is"] if first and words == ["its"] else words


def _expand(word: str) -> list[str]:
    return list(_expanded(word))


@lru_cache(maxsize=4096)
def _expanded(word: str) -> tuple[str, ...]:
    """Few words are most of what is said."""
    word = _STRETCH.sub(r"\1\1", word.lower().replace("’", "'"))
    if word in SPOKEN:
        return tuple(SPOKEN[word].split())
    if word in CONTRACTED:
        return tuple(CONTRACTED[word].split())
    if word.endswith("n't") and len(word) > 3:
        return word[:-3], "not"
    for tail, full in (("'m", "am"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'d", "would")):
        if word.endswith(tail) and len(word) > len(tail):
            return word[: -len(tail)], full
    if word.endswith("'s") and len(word) > 2:
        return word[:-2], "'s"
    return (word.rstrip("'"),)


def _characters(text: str, lang: Lang) -> tuple[Clause, ...]:
    if lang == "zh":
        text = _NAMED_ZH.sub("", text)
    out: list[Clause] = []
    start = 0
    marks = [(m.start(), m.end(), m.group()) for m in _CJK_BREAK.finditer(text)]
    if lang == "ja":
        marks = sorted({*marks, *((m.start(), m.end(), "、") for m in _JA_BREAK.finditer(text))})
    for at, after, mark in [*marks, (len(text), len(text), "")]:
        raw = text[start:at].strip()
        start = after
        if not any(c.isalnum() for c in raw):
            continue
        norm = raw.lower().translate(SIMPLE) if lang == "zh" else _DRAWN_JA.sub("", raw.lower()) or raw.lower()
        asked = "?" in mark or "？" in mark or _asks(norm, lang)
        asked = asked and not (lang == "zh" and out and _REPORTS_ZH.search(out[-1].norm))
        out.append(Clause(norm, raw, (), lang, asked))
    return tuple(out)


_DRAWN_JA = re.compile(r"(?:(?<=[ぁ-ん]{3})[ーっぁぃぅぇぉ]+|(?<=[ぁ-んー]{2})(?:笑+|w+|草))+$")
"""How a Japanese clause is drawn out or laughed off: おやすみー, だよねー笑."""
_JA_BREAK = re.compile(
    r"、|(?<=[いただるうくすつぬむぐんよね]けど)(?=[^ねさなもっ、。])"
    r"|(?<=[いただるうくすつぬむぐん]ので)(?=[^すしあ、。])|(?<=[ただ]から)(?=[^こねさなだでとのはもっ、。])"
)
"""Besides the comma: behind けど, ので and から where they join a clause to the next (not in `てから`, `だからこそ`)."""


_NAMED_ZH = re.compile(r"(?<=[\u3400-\u9fff])(?<!了)[，,](?=(?:名字)?叫(?!我)[\u3400-\u9fffA-Za-z]{1,6}(?:[，,。！!]|$))")
"""`一只猫，叫豆包`: the name belongs to what stands before the comma."""


def _asks(norm: str, lang: Lang) -> bool:
    if lang == "zh":
        norm = "" if norm.startswith(("怕", "担心")) else _TOLD_ZH.sub("", norm)
        norm = norm if norm.startswith("你") else _ASKED_ZH.sub("", norm)
        norm = re.sub("^(?:我?[还没才正在都].*|.*着)呢$", "", norm)
        return norm.endswith(("吗", "么", "呢")) or bool(_ASKS_ZH.search(norm))
    return not _MUSES_JA.search(norm) and (norm.endswith(("か", "の?")) or bool(_ASKS_JA.search(_TOLD_JA.sub("", norm))))


_ASKS_ZH = re.compile("什么|谁|哪|怎么|为什么|几点|几岁|多大|是不是|会不会|能不能")
_TOLD_ZH = re.compile(
    r"(?:没|没有|不)(?:什么|谁|怎么|多大|几)|(?:什么|谁|哪|怎么)[^你]{0,4}?[都也]|(?:不|没人|没有人|只有\w)(?:知道|记得|清楚|晓得|明白).*"
    r"|(?:说|想|指)不(?:出|上|起).*"
    r"|什么的$|要什么有什么|说什么[都也]|哪[儿里]?有"
)
_REPORTS_ZH = re.compile("^(?!你).+问(?:我|他|她|我们|大家|过)$")
"""A clause after which somebody else's question stands: 有个小孩问我，……"""
_ASKED_ZH = re.compile(r"(?<![想能])问(?!题|你|一下)[^你]*")
"""Chinese words of asking that ask nothing: 什么都, 没什么, 不知道谁…, what somebody else asked."""
_ASKS_JA = re.compile(
    r"(?:なに|何|だれ|誰|どこ|いつ)(?!も|か|[にとへの]?でも|とか|となく|より|の[間ま]|まで|[度回人年日本個枚つにとへがを]も|[一ひ]とつ|気)"
    r"|どんな(?!に)|どう(?!も|ぞ|して?も|でも|せ|に[かも]|しよ)|なぜ|ですか"
)
_MUSES_JA = re.compile(r"(?:か(?:な[あぁ]?|しら)|だろう?な?|(?<![すんせ])(?<!ました)(?<!でした)か[あぁ]?)$")
"""How spoken Japanese wonders by itself without a question mark: 三万かな, なんとかなるか."""
_TOLD_JA = re.compile(
    r"(?:何|なに|誰|どこ|いつ|どう|なぜ).{0,10}?[かの](?:も|は|が|を|すら|さえ)?(?:わか|分か|覚え|おぼえ|知ら|忘れ|迷|悩|考え|決め|聞か).*"
)
"""何をしていたか覚えていない asks nothing."""
