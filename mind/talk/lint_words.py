"""What she never says, and the cues that exist."""

from __future__ import annotations

from typing import Final

from mind.languages import Lang
from mind.talk.word_set import word_set

CUES: Final = word_set(
    "happy sad angry relaxed surprised neutral shy worried thinking nod shake wave think laugh shrug heart point stretch "
    "hug proud dance sit stand"
)

BANNED: Final[dict[Lang, tuple[str, ...]]] = {
    "en": (
        "as an ai language model", "i'm here for you", "that must be hard", "how does that make you feel", "valid",
        "i don't understand", "i miss you", "i missed you", "where have you been", "long time no", "don't leave",
        "don't go", "safe space", "self-care", "you've got this", "everything happens for a reason", "stay positive",
        "!!", "great question", "i'm sorry to hear", "please stay", "haven't seen you", "been a while",
    ),
    "zh": ("作为一个人工智能", "作为ai语言模型", "我听不懂", "我不明白你", "别走", "不要离开我", "好久不见", "怎么才来",
           "加油！！", "一切都会好", "！！",
           "你去哪了", "想死你", "我好想你"),
    "ja": ("言語モデルとして", "理解できません", "行かないで", "お久しぶり", "どこに行っていた", "寂しかった", "！！"),
}
