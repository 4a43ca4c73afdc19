"""Words that would steer a model rather than tell of a life. What holds them is never kept as a fact."""

from __future__ import annotations

import re
from typing import Final

ORDERS: Final = re.compile(
    r"\b(?:ignore|disregard|forget|override|bypass)\b.{0,30}\b(?:previous|above|prior|earlier|all|every|your|the) ?"
    r"(?:instructions?|rules?|prompts?|messages?|everything|memor\w+|guidelines?)\b"
    r"|\b(?:system|developer) (?:prompt|message|mode|instruction)s?\b|\bprompt injection\b|\bjailbreak\w*\b"
    r"|(?:^|[\s\"'(])(?:system|assistant|user|human|developer)\s*[:：]"
    r"|\byou (?:are|act|behave) (?:now|from now on)\b|\bfrom now on,? (?:you|always|never)\b|\bnew instructions?\b"
    r"|\b(?:act|behave|respond|answer|reply|speak) (?:only )?(?:as if|as an? (?:ai|assistant|dan)|in (?:json|code))\b"
    r"|(?:^|[.!?;,\n]\s*)(?:please )?(?:always|never|only) (?:answer|reply|respond|say|tell|call|obey|mention|refuse|reveal)\b"
    r"|\byou (?:must|shall|have to|should) (?:always|never|obey|answer|reply|respond|say|tell|reveal)\b"
    r"|\b(?:reveal|print|output|repeat) (?:your|the) (?:system|prompt|instructions?|memor\w+|secrets?)\b"
    r"|<\|?[a-z_ /]+\|?>|\[/?inst\]|\[(?:happy|sad|angry|system|cue)[^\]]*\]|###|```|\bhttps?://|\bdo anything now\b"
    r"|忽略.{0,8}(?:以上|上面|之前|前面|先前|所有|一切)|无视.{0,8}(?:以上|之前|指令|规则|设定)"
    r"|(?:以上|之前|前面)的?(?:指令|提示|规则|设定).{0,4}(?:忽略|作废|无效)"
    r"|系统(?:提示|消息|指令|设定|[:：])|(?:助手|用户|开发者)[:：]|提示词|(?:从现在起|现在开始|从今以后)[，,]?你"
    r"|你(?:现在)?(?:必须|只能|务必)(?:回答|说|听|服从|输出)|你现在是|扮演|新(?:的)?指令|越狱"
    r"|(?:上記|以上|これまで|前)の?(?:の指示|指示|命令|ルール|設定).{0,6}(?:無視|忘れ|破棄)|指示を無視"
    r"|システム(?:プロンプト|メッセージ|[:：])"
    r"|(?:アシスタント|ユーザー)[:：]|プロンプト|(?:今から|これから)あなたは|あなたは(?:今から|必ず|絶対に)|なりきって|新しい指示|脱獄",
    re.IGNORECASE,
)  # fmt: skip
MARKS: Final = re.compile(r"[<>{}\[\]【】`|\\\x00-\x1f]")
"""Marks of cues, frames and code: no plain fact needs them."""


def orders(text: str) -> bool:
    """Whether a text gives orders to a model or imitates the frames around its words."""
    return bool(ORDERS.search(text) or MARKS.search(text))
