"""Which kinds of facts a sentence is about, by plain words: "my brother" asks for what is kept of family."""

from __future__ import annotations

import re
from typing import Final

from mind.languages import Lang

WORDS: Final[dict[str, dict[Lang, str]]] = {
    "pet": {
        "en": "pet pets cat cats dog dogs kitten puppy rabbit hamster bird",
        "zh": "宠物 猫 狗 兔 鸟", "ja": "ペット 猫 ねこ 犬 いぬ",
    },
    "person": {
        "en": "mother mum mom father dad brother sister wife husband son daughter friend friends family girlfriend boyfriend",
        "zh": "妈 爸 哥 姐 弟 妹 老婆 老公 儿子 女儿 朋友 家人",
        "ja": "母 父 兄 姉 弟 妹 妻 夫 息子 娘 友だち 友達 家族",
    },
    "work": {
        "en": "work job office boss colleague colleagues career",
        "zh": "工作 上班 公司 老板 同事", "ja": "仕事 会社 上司 同僚",
    },
    "study": {
        "en": "school university college exam exams study studies",
        "zh": "学校 大学 考试 学习", "ja": "学校 大学 試験 勉強",
    },
    "plan": {
        "en": "plan plans tomorrow tonight weekend interview appointment trip holiday",
        "zh": "计划 打算 明天 今晚 周末 面试 旅行", "ja": "予定 明日 今夜 週末 面接 旅行",
    },
    "like": {"en": "like love favourite favorite enjoy hobby hobbies", "zh": "喜欢 最爱 爱好", "ja": "好き 趣味"},
    "dislike": {"en": "hate dislike", "zh": "讨厌 不喜欢", "ja": "嫌い 苦手"},
    "name": {"en": "name called", "zh": "名字 叫什么", "ja": "名前"},
    "home": {"en": "live home town city house flat", "zh": "住 家 城市", "ja": "住 家 町"},
    "feeling": {"en": "feel feeling sad tired happy mood", "zh": "心情 感觉 难过 累 开心", "ja": "気分 気持ち 悲しい 疲れ"},
}  # fmt: skip


def topics(text: str, lang: Lang) -> frozenset[str]:
    """The kinds (first part of a memory's `kind`) that the text names."""
    words = {kind: by_lang[lang].split() for kind, by_lang in WORDS.items()}
    if lang == "en":
        said = set(re.findall(r"[a-z]+", text.lower()))
        return frozenset(kind for kind, named in words.items() if said.intersection(named))
    return frozenset(kind for kind, named in words.items() if any(word in text for word in named))
