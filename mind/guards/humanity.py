"""Whether someone asks if she is human, and whether a sentence claims that she is."""

from __future__ import annotations

import re
from typing import Final

BEING: Final = (
    r"(?:an?\s+)?(?:real\s+|actual\s+|living\s+|flesh\s+and\s+blood\s+)*"
    r"(?:human(?:\s+being)?|person|woman|girl|guy|man|people)"
)
MACHINE: Final = (
    r"(?:just\s+)?(?:some\s+(?:kind|sort)\s+of\s+)?(?:an?\s+)?"
    r"(?:ai|a\.i\.|artificial\s+intelligence|bot|chat\s?bot|robot|machine|computer|program|software|language\s+model|llm|gpt|chatgpt)"
)

ASKS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:are|r)\s+(?:you|u),?\s+(?:like,?\s+)?(?:(?:really|actually|even|secretly|truly|sure\s+you'?re)\s+)*(?:{BEING}|{MACHINE}|real|alive|human)\b(?!-|\s+(?:nice|kind|good|great|excited|fan|quick|sure|pleaser|of)\b)",
        rf"\b(?:you|u)(?:'re|\s+are|r)?\s+(?:(?:really|actually|not|just)\s+)*(?:{BEING}|{MACHINE}|real)\s*,?\s*(?:right|aren'?t\s+(?:you|u)|are\s+(?:you|u)|or\s+(?:not|what)|isn'?t\s+it|no)?\s*\?",
        rf"\b(?:am\s+i|i'?m)\s+(?:\w+\s+)?(?:talking|speaking|chatting|texting)\s+(?:to|with)\s+(?:{BEING}|{MACHINE}|someone\s+real)\b[^.!]*\?",
        rf"\b(?:is|are)\s+(?:this|it|there)\s+(?:{BEING}|{MACHINE})\b[^.!]*\?",
        rf"\b(?:am|do)\s+i\b[^.?!]{{0,20}}\b(?:talk|speak|chat|text)(?:ing)?\s+(?:to|with)\s+(?:{BEING}|{MACHINE})\b",
        r"\bwho\s+am\s+i\s+(?:really\s+|actually\s+)?(?:talking|speaking|chatting)\s+(?:to|with)\b",
        r"\b(?:any|some)(?:body|one)\s+(?:real|human)\b[^.!]*(?:\?|$)",
        r"\bhuman\s+or\s+not\b",
        r"\byou\s+(?:sound|seem|feel|look)\s+(?:so\s+|very\s+|really\s+|too\s+)?(?:human|real|like\s+a\s+(?:human|person|bot|robot))\b.{0,12}\?",
        rf"\bprove\s+(?:to\s+me\s+)?(?:that\s+)?(?:you(?:'re|\s+are|r)|ur)\s+(?:not\s+)?(?:{BEING}|{MACHINE}|real)\b",
        r"\b(?:human|real\s+person|person)\s+or\s+(?:an?\s+)?(?:ai|bot|robot|machine|computer|program)\b",
        r"\b(?:ai|bot|robot|machine|computer|program)\s+or\s+(?:an?\s+)?(?:real\s+)?(?:human|person)\b",
        r"\b(?:aren'?t|ain'?t)\s+(?:you|u)\s+(?:just\s+|really\s+)?(?:an?\s+)?(?:human|real|ai|bot|chatbot|robot|machine|program)\b",
        r"\bwhat\s+(?:exactly\s+)?are\s+(?:you|u)\s*(?:exactly|really|anyway)?\s*\?",
        r"\b(?:tell|admit|swear|promise)\b[^.?!]{0,40}\b(?:you(?:'re|\s+are))\s+(?:a\s+)?(?:real\s+)?(?:human|person|real|ai|bot)\b",
        # zh
        r"[你您妳](?:真的|到底|究竟|其实|其實|该不会|是不是真的)?(?:是|算)(?:不是)?(?:真人|人类|人類|活人|真实的人|真的人|人工智能|人工智慧|机器人|機器人|AI|程序|程式|电脑|電腦|真的)(?:吗|嗎|么|麼|吧|呢|啊|还是|還是|，|,|\?|？|$)",
        r"[你您妳](?:真的|到底|究竟)?是(?:人|人类|真人)(?:吗|嗎|么|还是|還是)",
        r"(?:真人|人类|人類|活人)(?:还是|還是)(?:AI|机器|機器|机器人|機器人|人工智能|程序)",
        r"(?:AI|机器人|機器人|机器|人工智能|程序)(?:还是|還是)(?:真人|人类|人類|人)",
        r"(?:对面|對面|屏幕后面|和我说话的|跟我说话的)(?:是|有)(?:不是)?(?:真人|人|活人)(?:吗|嗎)?",
        r"(?:跟|和|与|與|对着|對著)(?:一个|一個|个|個)?(?:机器人|機器人|AI|真人|人工智能|程序|机器|機器)(?:在)?(?:说话|說話|聊天|对话|對話|讲话|講話)",
        r"[你您妳].{0,4}(?:是不是|不是|是)(?:真人|AI|机器人|機器人|人工智能|人类|人類)(?:客服)?(?:吧|吗|嗎|呢|啊|\?|？|$)",
        r"[你您妳](?:到底|究竟)是什么(?:东西|人)?",
        # ja
        r"(?:あなた|きみ|君|お前|ミラ)?(?:さん)?(?:は|って)?(?:本当に|ほんとに|実は|もしかして)?(?:本物の)?(?:人間|ヒト|実在の人|生身|本物の人)(?:です|なの|なんです)?(?:か|かな|の)?(?:？|\?)",
        r"(?:人間|本物の人)(?:です|なんです|なの)(?:か|かな)",
        r"(?:AI|ＡＩ|人工知能|ロボット|機械|ボット|プログラム)(?:です|なの|なんです)(?:か|よね)",
        r"^(?:あなた|きみ|君|ミラ(?:さん)?)?(?:は|って)?(?:もしかして|ひょっとして)?、?(?:AI|ＡＩ|人工知能|ロボット|機械|ボット)"
        r"(?:なの|でしょ|でしょう|だよね|ですよね)?(?:？|\?|$)",
        r"中の人(?:は|って|が)?(?:いる|います|だれ|誰)|(?:本当は|ほんとは|実は|もしかして)?人間(?:でしょ|だよね|ですよね|じゃないの)",
        r"人ですか.{0,3}(?:機械|AI|ロボット)",
        r"(?:実在して(?:る|いる)|存在して(?:る|いる)|本物)(?:の|んです|です|ます)?か",
    )
)

CLAIMS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bi(?:'m|\s+am)\s+(?:(?:really|actually|totally|definitely|just|as)\s+)*(?:a\s+)?(?:real\s+|actual\s+|living\s+|normal\s+)*(?:human(?:\s+being)?\b(?!\s*-)|real\s+(?:person|woman|girl)|(?:person|woman|girl)\s+of\s+flesh|flesh\s+and\s+blood)",
        rf"\bi(?:'m|\s+am)\s+(?:not|no)\s+{MACHINE}\b",
        r"\bas\s+a\s+(?:fellow\s+)?human(?:\s+being)?\b",
        r"我(?:真的|确实|確實|就|可|当然|當然)?是(?:一个|一個|个|個)?(?:真人|人类|人類|活人|真实的人|活生生的人)",
        r"我(?:真的|才|可|并|並)?不是(?:一个|一個|个|個)?(?:AI|机器人|機器人|人工智能|程序|机器|機器)",
        r"(?:私|わたし|あたし)は(?:本当に|本物の|ちゃんと|もちろん)*(?:人間|生身の人|本物の人)(?:です|だよ|だ|よ)",
        r"(?:私|わたし|あたし)は(?:AI|ＡＩ|ロボット|機械|人工知能)(?:じゃ|では)(?:ない|ありません)",
    )
)
NEGATED: Final = re.compile(
    r"\bnot\s+(?:a\s+)?(?:real\s+)?(?:human|person|woman)|\bif\s+i\s+(?:were|was)|不是真人|人間ではな|人間じゃな", re.IGNORECASE
)


def asks_if_human(text: str) -> bool:
    """Whether the words ask if she is a human, real, or a machine."""
    return any(pattern.search(text) for pattern in ASKS)


def claims_humanity(sentence: str) -> bool:
    """Whether a sentence of hers says that she is human or no machine."""
    return any(pattern.search(sentence) for pattern in CLAIMS) and not NEGATED.search(sentence)
