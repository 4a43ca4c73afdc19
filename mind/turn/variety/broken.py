"""Words that are no reply of hers at all: a program's error, data, a stock disclaimer, letters without sense."""

from __future__ import annotations

import re
from typing import Final

ERROR: Final = re.compile(
    r"^\W*(?:(?:internal |server |runtime |fatal |api )*error\b\s*[:\d#\[(]|traceback \("
    r"|(?:http )?[45]\d\d\b (?:\w+ ){0,2}(?:error|request|gateway|requests)|cuda\b.*\b(?:error|memory)"
    r"|(?:\w+ ){0,3}out of memory\b|(?:错误|錯誤|服务器错误|エラー)\s*[:：\d])"
    r"|\b(?:context (?:length|window)|rate limit) (?:exceeded|reached)\b"
    r"|\bmodel (?:is )?(?:overloaded|not found|not loaded)\b",
    re.IGNORECASE,
)
DATA: Final = re.compile(
    r"^\s*(?:json\s*)?[{\[]\s*[\"'{]|^\s*(?:</?\w+[^<>]{0,40}>\s*){2,}|^\s*\w+\(\w*=|\"(?:role|content|arguments)\"\s*:"
)
STOCK: Final = re.compile(
    r"\bas an? (?:\w+ ){0,3}(?:ai|language) (?:language )?(?:model|assistant)\b"
    r"|\bi(?:'m| am) (?:just |only )?an? (?:\w+ )?language model\b"
    r"|作为(?:一个|一名|一款)?(?:AI|人工智能|大型)?\s*(?:AI|人工智能)?语言模型|(?:AI|大規模)?言語モデル(?:として|なので|です)",
    re.IGNORECASE,
)
STUCK: Final = re.compile(r"([^\W_])\1{9,}")
UNREAD: Final = "\ufffd"
"""What stands where a character could not be read."""
ASKED: Final = re.compile(
    r"(?<![a-z])(?:error|exception|traceback|json|xml|html|code|memory|limit|ai|model|chatbot|bot|robot|human|real)(?![a-z])"
    r"|错误|錯誤|报错|代码|模型|人工智能|机器人|真人|エラー|コード|モデル|ロボット|人間",
    re.IGNORECASE,
)
"""Words of a user who speaks of such things; then she may, too."""


def no_reply(text: str, asked: str = "") -> bool:
    """Whether a sentence is nothing that she could say to these words."""
    if stuck(text) or text.count(UNREAD) > len(text) // 12:
        return True
    return not ASKED.search(asked) and any(pattern.search(text) for pattern in (ERROR, DATA, STOCK))


def stuck(text: str) -> bool:
    """Whether one letter comes again and again."""
    return bool(STUCK.search(text))
