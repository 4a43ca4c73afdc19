"""Japanese wordings are written in です・ます; between people who speak plainly she says the same in plain form.

`plain` changes the wording, not what fills it: slots ({x}) and what stands in 「」 stay as they are. What it cannot change is
a complaint of the linter, so that no reply mixes the two.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from mind.talk.plain_ja_verbs import forms, has_forms
from mind.talk.plain_ja_words import WORDS

POLITE: Final = re.compile(
    r"です|ました|ません|ます(?!ように)(?=[。、？…ねよかけしがの]|$)|ましょう|でした|でしょう|ください|ございま"
)
"""What a plain sentence does not hold."""
_QUOTED: Final = re.compile(r"(「[^」]*」)")
_I_NOUNS: Final = re.compile(
    r"(?:違い|間違い|きれい|嫌い|ぎらい|(?<![てで])みたい|くらい|ぐらい|におい|匂い|臭い|思い|願い|勢い|占い|笑い|祝い|使い|遣い|扱い|買い|出会い|知り合い|付き合い"
    r"|つきあい|せい|手伝い|味わい|迷い|誓い|憩い|ためらい|わい|振る舞い|見舞い|向かい|お互い|たがい|だいたい"
    r"|いっぱい|精いっぱい|たぐい|類い|狙い|ねらい|問い|争い|通い|誘い|救い|にぎわい"
    r"|賑わい|行い|幸い|さいわい|とまどい|戸惑い)$"
)
_N_NOUNS: Final = re.compile(r"(?:もの|ぶん|さん|ごはん|みかん|うどん|もちろん|かばん|やかん|ちゃん|にんじん|ずいぶん)$")
_WH: Final = re.compile(r"何|なに|なんて|なんと|誰|だれ|どこ|どれ|どっち|どの|どんな|どう|いつ(?!も)|いくつ|いくら|なぜ")


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """The wording in plain form."""
    parts = _QUOTED.split(text)
    words = "".join(f"\x00{i}\x00" if i % 2 else part for i, part in enumerate(parts))
    for polite, everyday in WORDS:
        words = re.sub(polite, everyday, words)
    sentences = re.split(r"(?<=[。？])", words)
    said = "".join(_sentence(one) for one in sentences)
    return re.sub(r"\x00(\d+)\x00", lambda m: parts[int(m[1])], said)


def _sentence(text: str) -> str:
    if not POLITE.search(text):
        return text
    asks = bool(_WH.search(text)) or "それとも" in text or len(re.findall(r"か(?=[、。？])", text)) > 1
    text = re.sub(r"(?<=[てで])ください(?=[。ねよ、]|$)", "", text).replace("ください", "ちょうだい")
    return _COPULA.sub(lambda m: _copula(m, asks), _VERB.sub(lambda m: _verb(m, asks), text))


# --- です


_COPULA: Final = re.compile(
    r"([^、。？\[\]\s]*?)(でしょう|でした|です)(けれど|けど|から|ので|もの|[がし](?=[、。]))?([かねよ]*)([。？、…]|$)?"
)


def _copula(match: re.Match[str], asks: bool) -> str:
    before, form, joins, ends, mark = (group or "" for group in match.groups())
    n = before.endswith(("ん", "の")) and not _N_NOUNS.search(before) and len(before) > 1
    adjective = bool(re.search(r"(?:い|かった)$", before)) and not _I_NOUNS.search(before) and not n
    if form == "でしょう":
        return _perhaps(before, ends, joins, mark, n, asks)
    past = form == "でした"
    if joins:
        be = "" if adjective and not past else "だった" if past else "だ"
        link = {"が": "けど", "けれど": "けど", "ので": "から", "もの": "もん"}.get(joins, joins)
        head = before[:-1] + "ん" if n else before
        return head + (be if not n else "だった" if past else "だ") + link + ends + mark
    if "か" in ends or mark == "？":
        return _asked(before, past, ends, mark, n=n, adjective=adjective, asks=asks)
    if n:
        return before[:-1] + ("んだった" if past else "んだ") + ends + mark
    if past:
        return before + "だった" + ends + mark
    if ends:
        return before + ("" if adjective else "だ") + ends + mark
    if adjective or mark == "、" or len(before) > 5:
        return before + mark
    return before + "だよ" + mark


def _asked(before: str, past: bool, ends: str, mark: str, *, n: bool, adjective: bool, asks: bool) -> str:
    """ですか: a question ("好き？"), or taking in what was said ("そうなんだ。")."""
    tail = ends.replace("か", "")
    question = mark == "？" or asks or before.endswith("ほう") or (adjective and not n and not past)
    question = question or before.endswith(("本気", "本心", "平気", "大丈夫", "確か", "無事"))
    question = question or (past and not re.search(r"(?:そう|こと|そっち|あなた|[}\x00])$", before))
    if tail and not question:
        return before + ("だった" if past else "だ" if not adjective else "") + tail + mark
    mark = "？" if question and mark in ("。", "、", "？", "") else mark
    if question:
        if n:
            return before[:-1] + ("のだった" if past else "の") + mark
        return before + ("だった" if past else "") + mark
    if n:
        return before[:-1] + "んだ" + mark
    if past:
        return before + ("" if adjective else "だった") + "んだ" + mark
    if before in ("そう", "ああ、そう"):
        return "そっか" + mark
    return before + ("かあ" if before else "ね") + mark


def _perhaps(before: str, ends: str, joins: str, mark: str, n: bool, asks: bool) -> str:
    """でしょう: かな where it wonders, でしょ where it asks to agree, だろう else."""
    head = before[:-1] + ("の" if asks or "か" in ends else "ん") if n else before
    if joins:
        return head + "だろう" + {"が": "けど", "けれど": "けど"}.get(joins, joins) + mark
    if "か" in ends or (asks and "ね" not in ends and "よ" not in ends):
        return head + "かな" + ("。" if mark == "、" else mark)
    if mark == "？":
        return head + "でしょ" + mark
    return head + "だろう" + (ends or "ね") + mark


# --- ます


_VERB: Final = re.compile(
    r"([一-龥々ァ-ヶーぁ-ん}\x00\d]+?)(ませんでした|ません|ました|ましょう|まして|ます(?!ように))(けれど|けど|から|ので|[がし](?=[、。]))?([かねよ]*)([。？、…]|$)?"
)


def _verb(match: re.Match[str], asks: bool) -> str:
    stem, form, joins, ends, mark = (group or "" for group in match.groups())
    if not has_forms(stem):
        return match[0]
    of = forms(stem)
    word = _FORMS[form](stem)
    word = re.sub(r"(?<=[てで])い(?=る$|た$|ない$|なかった$)", "", word)
    word = re.sub(r"てしま(う|った|わない|おう|って)$", lambda m: "ちゃ" + m[1], word)
    word = re.sub(r"でしま(う|った|わない|おう|って)$", lambda m: "じゃ" + m[1], word)
    if joins:
        return word + {"が": "けど", "けれど": "けど", "ので": "から"}.get(joins, joins) + ends + mark
    if "か" in ends:
        return _verb_asked(word, form, ends.replace("か", ""), mark, asks)
    if mark == "、" and form == "ません":
        return of.negative[:-1] + "くて" + mark
    if form == "ます" and not ends and mark in ("。", "") and _HERS.search(stem):
        return word + "ね" + mark
    return word + ends + mark


_HERS: Final = re.compile(
    r"(?:[てで]おき|覚え|書き|直し|消し|外し|つけ|待ち|話し|聞き|読み|片付け|伝え|知らせ|置き|戻し|守り|取り下げ|応援し|送り|遠慮し|祈り|開け|下げ|黙り|やめ"
    r"|数え|探し|預かり|始め|言い|見てみ|考えてみ|足し|急ぎ|覚えてい|にし|そうし|飾り|並べ|答え|呼び)$"
)
"""Things she does for the user: said plainly they want a ね."""
_FORMS: Final[dict[str, Callable[[str], str]]] = {
    "ます": lambda stem: forms(stem).plain, "ました": lambda stem: forms(stem).past, "ません": lambda stem: forms(stem).negative,
    "ませんでした": lambda stem: forms(stem).negative[:-1] + "かった", "ましょう": lambda stem: forms(stem).volitional,
    "まして": lambda stem: forms(stem).te,
}


_TAKEN_IN: Final = re.compile(r"(?:来た|取れた|違った|外れた|締めた|買った|行った|国があった|延長された)$")
"""What she takes in rather than asks: "そう来ましたか。"."""


def _verb_asked(word: str, form: str, tail: str, mark: str, asks: bool) -> str:
    if form == "ましょう":
        return word + "か" + tail + ("？" if mark in ("。", "？", "、") else mark)
    if mark == "？" or asks or form != "ました" or not _TAKEN_IN.search(word):
        return word + tail + ("？" if mark in ("。", "、", "？", "") else mark)
    return word + "んだ" + tail + mark
