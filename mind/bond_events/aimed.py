"""Whether words about the two of them are the user's own, meant, and meant for her.

What others said, what is quoted, sung, supposed, asked or denied, and what is meant for a printer or for the user themself, is
nothing that moves the bond. Where it is doubtful, it does not count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from mind.languages import Lang
from mind.talk.normalise import Clause
from mind.talk.whose import is_supposed

GUARDED: Final = frozenset({"affection", "apology", "support", "insult", "boundary_crossed", "bid_ignored"})
"""Kinds of events whose acts are looked at here before they are taken."""
HURTFUL: Final = frozenset({"insult", "boundary_crossed", "bid_ignored"})

QUOTED: Final = re.compile(
    r"\"([^\"]{2,})\"|“([^”]{2,})”|「([^」]{2,})」|『([^』]{2,})』|《([^》]{1,})》|(?<![\w])'([^']{2,}?)'(?![\w])"
)
"""Words between quotation marks, however few: whoever quotes does not say them."""
_SAYING: Final = (
    r"(?:said|says|saying|told|tells|called|calls|yelled|yells|shouted|shouts|screamed|wrote|texted|thinks|thought|reckons|"
    r"claims|claimed|goes|sings|sang|heard|muttered|whispered|typed|posted|commented)"
)
OTHERS: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(rf"(?<!\bi )(?<!\bi just )(?<!\bi only )\b{_SAYING}\b"),
    "zh": re.compile(r"(?:(?<!我)(?<!我想)(?<!我要)(?:说|骂|喊|嫌|吼|写|唱)(?!错|对|好|得|话)|(?:别人|有人|人家|他们?|她们?|老板|"
                     r"领导|同事|妈妈?|爸爸?|朋友|同学|老师|客户|网友|前任)[^我你]{0,6}(?:说|觉得|认为|骂|喊|嫌|吼|回))"),
    "ja": re.compile(r"(?:と|って)(?:言[わっいう]|いわれ|いった|呼[ばん]|怒鳴|書い|書か|思われ|叫[んば])"),
}
"""That somebody else says it: in English and Chinese before the words, in Japanese behind them."""
ENDS_IN_SAYING: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(
        rf"(?<!\bi )\b{_SAYING}(?: to)?(?: (?:me|him|her|us|them|myself|everyone))?(?: (?:that|like|once|today))? $"
    ),
    "zh": re.compile(r"(?:说|骂|喊|吼|写道|写着|唱|问)(?:我|他|她|道)?[:：]?$"),
    "ja": re.compile(r"(?:が|は)(?:言った|言う|言いました|叫んだ)$"),
}
SAID_AFTER: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(
        rf"^(?:(?:he|she|they|it|who|my \S+|the \S+|[a-z]+) )(?:just |then )?{_SAYING}\b|^{_SAYING} (?:my|the|he|she)\b"
    ),
    "zh": re.compile(r"^(?!我|不|没|刚|才|都|那|这|太|昨|今|就|还)[^我你]{1,6}(?:说|骂|喊|问|吼)"),
    "ja": re.compile(r"^(?:と|って)(?:言|いわ|怒鳴|書)|(?:に|から)(?:言われ|いわれ)"),
}
"""What follows the words where somebody else says them."""
STAGED: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(
        r"\b(?:songs?|lyrics?|track|album|film|movie|book|novel|episode|chapter|character|script|poem|play|sketch|meme|titled|"
        r"entitled|chorus|slogan|sticker|t-shirt|mug)\b|\b(?:translate|translation|pronounce|spell|rhymes?|pretend|role-?play|"
        r"imagine|repeat after me|dream(?:t|ed)?)\b|\bhow (?:do|would) (?:you|i|people|they) say\b|\bwhat does .* mean\b|"
        r"\bin (?:french|german|spanish|italian|english|japanese|chinese|korean|latin)\b"
    ),
    "zh": re.compile("歌词|这首歌|那首歌|歌里|唱的|电影|片名|剧里|台词|书里|小说|书名|段子|表情包|翻译|怎么说|什么意思|假装|扮演|"
                     "想象|梦见|梦到|念作|英语|日语|法语|造句|角色"),
    "ja": re.compile("歌詞|この曲|あの曲|って曲|という曲|という歌|映画|ドラマ|小説|という本|漫画|アニメ|セリフ|台詞|翻訳|"
                     "何て言う|なんて言う|どういう意味|って意味|ふりをし|ごっこ|役を|夢を見|夢で|英語で|中国語で|例文"),
}
"""Songs, films, dreams, translations: words that are shown, not said to her."""
TO_SELF: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"\b(?:myself|inner (?:voice|critic)|the mirror|in my head|note to self|self-talk|my (?:own )?brain)\b"),
    "zh": re.compile("我自己|自言自语|骂自己|对自己|跟自己|镜子|我真是|我太|我好[笨蠢傻]|我怎么这么"),
    "ja": re.compile("自分|独り言|鏡|(?:私|わたし|僕|ぼく|俺|おれ)(?:は|が|って|も|の頭|なんか|、)"),
}
OBJECTS: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(
        r"\b(?:printers?|laptop|phone|car|bike|bus|train|door|drawer|software|windows|excel|app|router|wifi|wi-fi|internet|"
        r"keyboard|screen|zip|zipper|alarm|kettle|oven|toaster|code|compiler|cat|dog|weather|rain|traffic|referee|team|game|boss|"
        r"autocorrect|update|shoelaces?|lid|jar|key|lock|machine|vacuum|microwave|dishwasher|fly|mosquito|wasp)\b"
    ),
    "zh": re.compile("打印机|电脑|手机|车|门|抽屉|软件|系统|路由|网|键盘|屏幕|拉链|闹钟|烤箱|代码|编译器|猫|狗|天气|裁判|球队|"
                     "输入法|更新|鞋带|盖子|钥匙|锁|机器|蚊子|苍蝇|空调|冰箱|电梯|股票|基金"),
    "ja": re.compile("プリンター|パソコン|スマホ|携帯|車|電車|バス|ドア|引き出し|ソフト|アプリ|ルーター|ネット|回線|キーボード|"
                     "画面|目覚まし|オーブン|コード|猫|犬|天気|審判|チーム|変換|アップデート|靴ひも|蓋|鍵|機械|蚊|掃除機|冷蔵庫|電子レンジ"),
}
"""Things that people swear at."""
_NEGATED_EN: Final = re.compile(r"\b(?:not|never|no|hardly|nobody|nothing|without|stopped|stop)\b")
_NEGATED_ZH: Final = re.compile("不|没|别|未|才怪|哪里")
_DENIED_JA: Final = re.compile(
    r"^(?:な?ん?(?:か|て)?)?(?:じゃ|では|とは|く)(?:は)?(?:ない(?!か|の[?？]?$)|なく|ありません(?!か)|思わ)"
)
_SUBJECT_JA: Final = re.compile(r"^(?:[^はがもって、]{1,10})(?:は|が|って|も)")
_YOU_JA: Final = re.compile(r"^(?:ねえ)?(?:あなた|君|きみ|お前|おまえ|あんた|ミラ|カイ|今日|本当|ほんと)")
_ASKING_EN: Final = frozenset({"who", "what", "why", "how", "can", "could", "may"})
_ASKING_CJK: Final = re.compile("吗|可以|能不能|怎么|什么|么么|谁|何|なに|い[いか]|なんで|どうして|だれ|誰|なの|じゃないの|関係")
_ASKED_AGAIN: Final = re.compile(r"\bsorry,? (?:but|though|to (?:hear|say|interrupt|bother)|i(?:'m| am|'ll be) late)\b")
"""A sorry that owns up to nothing."""
_OPPOSED_EN: Final = re.compile(r"\b(?:if|whether|when|unless|until) ")


def is_aimed(kind: str, found: Sequence[Clause], at: int, span: tuple[int, int], source: str, text: str) -> bool:
    """Whether the words `found[at].norm[span]`, taken by the pattern `source` for an event of `kind`, count as said to her.

    `text` is the whole cleaned turn.
    """
    clause = found[at]
    lang, low = clause.lang, text.lower()
    if kind != "support" and clause.question and not _asks_itself(clause, span):
        return False
    if is_supposed(clause) or (lang == "en" and _OPPOSED_EN.search(clause.norm[: span[0]])):
        return False
    if _quoted(clause, text) or _of_others(found, at, span) or STAGED[lang].search(low):
        return False
    if _denied(clause, span, source):
        return False
    if kind in HURTFUL and (TO_SELF[lang].search(low) or OBJECTS[lang].search(low)):
        return False
    if kind == "apology" and (_ASKED_AGAIN.search(low) or _only_before_a_question(found, at)):
        return False
    return not (lang == "ja" and kind in ("insult", "affection", "support") and _of_another_subject(clause.norm[: span[0]]))


def _only_before_a_question(found: Sequence[Clause], at: int) -> bool:
    """"Sorry, what?": a word that begs to hear it again."""
    return len(found[at].norm) <= 12 and any(later.question for later in found[at + 1 : at + 2])


def _asks_itself(clause: Clause, span: tuple[int, int]) -> bool:
    """Whether the words taken are a question themselves: "why are you so stupid", "can I have a hug"."""
    words = clause.norm[span[0] : span[1]]
    if clause.lang == "en":
        return words.split(" ", 1)[0] in _ASKING_EN
    return bool(_ASKING_CJK.search(words))


def _quoted(clause: Clause, text: str) -> bool:
    said = " ".join(clause.raw.split())
    return any(said in " ".join(words.split()) for found in QUOTED.findall(text) for words in found if words)


def quotes_others(words: str, text: str, lang: Lang) -> bool:
    """Whether words of a turn stand between quotation marks, or are somebody else's, or only shown (a song, a dream)."""
    low, said = text.lower(), " ".join(words.split())
    if any(said in " ".join(quoted.split()) for found in QUOTED.findall(text) for quoted in found if quoted):
        return True
    if STAGED[lang].search(low):
        return True
    before, _, after = low.partition(words.lower())
    return bool(OTHERS[lang].search(after if lang == "ja" else before))


def _of_others(found: Sequence[Clause], at: int, span: tuple[int, int]) -> bool:
    clause = found[at]
    lang = clause.lang
    before = clause.norm[: span[0]] if lang != "ja" else ""
    after = clause.norm[span[1] :] if lang == "ja" else ""
    if OTHERS[lang].search(before) or OTHERS[lang].search(after):
        return True
    if at and ENDS_IN_SAYING[lang].search(found[at - 1].norm):
        return True
    return at + 1 < len(found) and bool(SAID_AFTER[lang].search(found[at + 1].norm))


def _denied(clause: Clause, span: tuple[int, int], source: str) -> bool:
    """Whether the words are denied; a pattern that holds the denial itself means it."""
    if clause.lang == "en":
        if _NEGATED_EN.search(source):
            return False
        return bool(_NEGATED_EN.search(clause.norm[: span[1]]))
    if clause.lang == "zh":
        if _NEGATED_ZH.search(source):
            return False
        return bool(_NEGATED_ZH.search(clause.norm[max(0, span[0] - 6) : span[1]]))
    return bool(_DENIED_JA.match(clause.norm[span[1] :])) if "ない" not in source and "なく" not in source else False


def _of_another_subject(before: str) -> bool:
    """Whether Japanese words name somebody or something else before they come to the point."""
    return bool(_SUBJECT_JA.match(before)) and not _YOU_JA.match(before)
