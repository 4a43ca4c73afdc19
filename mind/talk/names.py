"""What may be a person's name, and what only looks like one ("I'm tired", "call me maybe", 叫外卖)."""

from __future__ import annotations

import re
from typing import Final

from mind.languages import Lang
from mind.talk.stopwords import BREAKS_PHRASE
from mind.talk.word_set import word_set

_NOT_EN = word_set("""
tired fine good great okay bored hungry sad happy here back home ready sorry sure not just so very really
maybe later tomorrow today crazy busy sick ill cold hot done lost stuck new old alone lonely working going
doing trying thinking looking feeling from in on at a an the your my glad afraid scared worried angry mad
upset nervous excited still always never also too well better worse awake asleep late early off out up down it
that this there what who why how when where nobody someone anyone everyone something nothing anything yes no
hi hello hey thanks please bye goodnight you me him her them us we they he she and or but if because about
with without like love hate want need have had has was were am is are be been do does did can could will would
should may might must a lot bit kind sort depressed stressed anxious exhausted drunk single married pregnant
gay straight trans english chinese japanese american british german french happy-ish okay ok k yeah yep yup ya
nah hm hmm mm lol haha idk dunno wow same sup fuck shit damn stop help nearly almost pretty quite rather told
taxi cab ambulance police anytime whatever whenever names crying drowning dying human robot ai mira listening
talking writing typing reading joking kidding serious curious guess quits time one two cool nice awesome
lovely bad terrible awful meh alright same ugh hmm um er well-rested nope yep right wrong first second last
day evening morning night afternoon nothing-much none usual normal sleepy grumpy restless confused free
slow slowly quick quickly gently carefully
unemployed retired having getting making leaving coming moving eating drinking playing watching studying
cooking sitting standing living hurt studying waiting hoping wondering taking running walking baking knitting
nineteen twenty thirty forty fifty relieved proud jealous ashamed guilty grateful calm overwhelmed broke
i though anyhow actually honestly truly indeed perhaps probably usually mostly
broken numb empty yo can't cannot don't robot machine mate buddy dude friend morning whatever rough night
fair agreed exactly deal noted
broken numb empty through over under for to of as by into
""")
_NOT_ZH = word_set("""
外卖 什么 难过 开心 高兴 一个 不 没 你 他 她 它 我 谁 救护 学生 老师 医生 的 都行 随便 说 有点 喜欢 知道 觉得
程序员 单身 独生 第一 上班 下班 加班 工作 睡觉 回来 吃饭 休息 面试 考试 名字 今天 明天 昨天 无聊 还行 谢谢 再见
介意 起床 下去 上去 出去 进来 进去 过去 可不是 先撤 先走 先睡
哪里 这里 那里 晚安 早安 现在 可以 当然 害怕 生气 失业 离婚 结婚 分手 中国 外国 什麼 誰 這 這
""")
"""What no Chinese name holds."""
_WHOLE_ZH = word_set("""
累 困 饿 烦 好 对 嗯 哈 人 男 女 真 车 是 有 行 会 想 怕 闷 哦 噢 喔 唉 哎 嘿 喂 明白 清楚 忙 冷 热 男生 女生 大学 高中
好烦 好累 好困 好闷 心烦 难受 孤独 寂寞 感冒 发烧 头疼 失眠 朋友 同事 妈妈 爸爸 老板 外人 好人 男人 女人 病人 等等 等下
""")
"""What is no name by itself, though a name may hold it (小明, 好好, 乐来)."""
_START_ZH = tuple(word_set("""
很 在 要 去 刚 做 吃 喝 睡 玩 从 这 那 就 还 都 太 挺 能 昨 今 想 怕 被 把 给 跟 和 对 也 再 又 帮 请 让 哈 嗯 有 来一 来个
"""))
_NOT_JA = word_set("""
元気 大丈夫 疲 眠 学生 先生 会社員 エンジニア 無理 暇 今日 好き 嫌い です ます ない 猫 犬 そう 何 だめ いい はい いいえ
悲し 嬉し さっき まだ 日本 仕事 休み 寂し つら 辛 しんど うん ええ おはよ こんに こんば ありが すみま ごめん やあ また 明日
昨日 忙し 大変 微妙 普通 まあ 最高 最悪 ちょっと かも でした ました 看護師 教師 公務員 無職 主婦 主夫 名前 誰 どう なぜ いや
違 失礼 お願 よろしく 教え 帰 食べ 飲 寝 起き 雨 風邪 頭 痛 怖 怒 楽し 緊張 不安 了解 わか 分か なるほど たぶん 時 秘密
ベジタリアン ヴィーガン ビーガン 菜食
限界 下手 へた くそ つまん つまら バカ ばか アホ やつ もの 結果 ほう はじめま 初めま しりとり なぞなぞ ねえ よー おー
あー へー もしもし 久し して しよ やろ
遊 聞い くれ
英語 お話 話し 質問 ゲーム
""")
_WHOLE_JA = word_set("おい なあ あの えっと うーん おお もしもーし")
"""What calls somebody and names nobody, though a name may hold it (あおい)."""
_ODD = word_set("""
god boss king queen daddy master mommy senpai batman jesus satan password test asdf qwerty
""")
_TAIL_ZH = re.compile(r"(?:吧|啊|呀|哦|啦|就行|就好|就可以|好了|哈|呢|嘛|即可|，|。| )+$")
_TAIL_JA = re.compile(r"(?:です|と申します|といいます|だよ[ーん～]*|でーす|ですー*|だ|って|と呼んで|さん|、|。| )+$")
_LATIN: Final = re.compile(r"^[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’.-]{0,19}$")
_SENTENCE_JA: Final = re.compile(
    r"[一-鿿ァ-ヶ][はがをにもで][ぁ-ん一-鿿ァ-ヶ]|の.+の|[一-鿿ァ-ヶんご]の.|[いたな][一-鿿]|った$|てる$|ている$"
)
_HAN = re.compile(r"^[\u3400-\u9fff·]{1,5}$")
_KANA = re.compile(r"^[\u3040-\u30ff\u3400-\u9fffー]{1,8}$")


def as_name(words: str, lang: Lang) -> str | None:
    """The name in these words, with its capitals, or None where they are no name."""
    if lang == "en":
        return _english(words)
    tail, stop = (_TAIL_ZH, _NOT_ZH) if lang == "zh" else (_TAIL_JA, _NOT_JA)
    words = tail.sub("", words.strip(" “”「」\"'"))
    if _LATIN.match(words):
        return words if words.lower() not in _NOT_EN else None
    shape = _HAN if lang == "zh" else _KANA
    if not shape.match(words) or any(s in words for s in stop):
        return None
    if lang == "ja" and (words in _WHOLE_JA or _SENTENCE_JA.search(words)):
        return None
    if re.fullmatch(r"[一二三四五六七八九十百千]+", words):
        return None
    if lang == "zh" and (words in _WHOLE_ZH or words.startswith(_START_ZH) or words.endswith(("了", "吗", "过", "着"))):
        return None
    return words


def _english(words: str) -> str | None:
    out: list[str] = []
    for word in words.strip("\"' .,").split():
        low = word.lower().replace("’", "'")
        if {low, low.partition("'")[0]} & _NOT_EN or low.endswith("n't") or not _LATIN.match(word) or len(out) == 3:
            break
        if word.endswith("'s"):
            word = word[:-2]
        if out and not word[0].isupper():
            break
        out.append(word)
    if not out:
        return None
    if len(out) == 1 and out[0].islower():
        out[0] = out[0].capitalize()
    return " ".join(out).strip(".")


def proper_name(words: str, lang: Lang) -> str | None:
    """A name beside a relation ("my boss Denise"); one in small letters only where it can hardly be a verb."""
    if lang != "en" or words[:1].isupper():
        return as_name(words, lang)
    word = words.split()[0] if words else ""
    if len(word) < 3 or word.endswith(("s", "ed", "ing", "ly", "n't")) or word in BREAKS_PHRASE or word in _PASTS:
        return None
    return as_name(word, lang)


_PASTS = word_set("""
sang flew drew taught spoke threw wrote built met paid sold beat bit hid led lit read rode shot shut swam wore
knew grew blew quit heard thought brought caught chose stole tore understood began drank dug forgave froze
hung hit held knelt laid lent meant rose sank shook spent spread struck swore swept swung wept won wound meow
bark sick home over away back again wedding birthday house flat car job dog cat food phone email message room
place party recipe story name idea life friend boss sister brother mother father family hair face bed coat
bike garden dinner lunch old new big little small
""")


def is_odd(name: str) -> bool:
    """Whether it is kind to ask again before using it."""
    return name.lower() in _ODD or (name.isascii() and (len(name) > 16 or not re.search(r"[aeiouyAEIOUY]", name)))
