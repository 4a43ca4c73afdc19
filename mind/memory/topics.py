"""Which kinds of facts a sentence is about, by plain words: "my brother" asks for what is kept of family."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from mind.languages import Lang


@dataclass(frozen=True, slots=True)
class Topic:
    """Words that name a topic, and the first parts of `Memory.kind` that belong to it."""

    kinds: str
    en: str
    zh: str
    ja: str

    def words(self, lang: Lang) -> list[str]:
        return {"en": self.en, "zh": self.zh, "ja": self.ja}[lang].split()


TOPICS: Final = (
    Topic("pet", "pet pets cat cats dog dogs kitten puppy rabbit hamster", "宠物 猫 狗 兔", "ペット 猫 ねこ 犬 いぬ"),
    Topic(
        "person friend partner children child",
        "mother mum mom father dad brother sister wife husband son daughter child children kids friend friends family "
        "girlfriend boyfriend partner",
        "妈 爸 哥 姐 弟 妹 老婆 老公 儿子 女儿 孩子 朋友 家人 男友 女友",
        "母 父 兄 姉 弟 妹 妻 夫 息子 娘 子ども 子供 友だち 友達 家族 彼氏 彼女",
    ),
    Topic(
        "work jobless retired",
        "work job office boss colleague colleagues career", "工作 上班 公司 老板 同事", "仕事 会社 上司 同僚",
    ),
    Topic("study learn", "school university college exam exams study learn", "学校 大学 考试 学习 学", "学校 大学 試験 勉強"),
    Topic(
        "plan goal wedding",
        "plan plans tomorrow tonight weekend interview appointment trip holiday",
        "计划 打算 明天 今晚 周末 面试 旅行", "予定 明日 今夜 週末 面接 旅行",
    ),
    Topic(
        "likes hobby play playing music reading watching",
        "like love favourite favorite enjoy hobby hobbies", "喜欢 最爱 爱好", "好き 趣味",
    ),
    Topic("dislikes fear allergy", "hate dislike afraid allergic", "讨厌 不喜欢 害怕 过敏", "嫌い 苦手 怖い アレルギー"),
    Topic("diet likes allergy", "eat food dinner lunch breakfast cook", "吃 饭 菜", "食べ ごはん 料理"),
    Topic("name", "name called", "名字 叫什么", "名前"),
    Topic("home moved", "live home town city house flat", "住 家 城市 搬家", "住 町 引っ越"),
    Topic("health habit", "sleep sick ill health tired doctor", "睡 病 健康 累 医生", "眠 病気 健康 疲れ 医者"),
    Topic("birthday age", "birthday old age", "生日 岁", "誕生日 歳"),
)  # fmt: skip


def topics(text: str, lang: Lang) -> frozenset[str]:
    """The kinds (first part of a memory's `kind`) that the text names."""
    said = set(re.findall(r"[a-z]+", text.lower())) if lang == "en" else None
    named = set()
    for topic in TOPICS:
        if any(word in (text if said is None else said) for word in topic.words(lang)):
            named.update(topic.kinds.split())
    return frozenset(named)
