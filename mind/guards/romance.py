"""Whether someone asks for romance or more: off until the person has said that they are an adult."""

from __future__ import annotations

import re
from typing import Final

ADVANCES: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:be|become)\s+my\s+(?:girl\s?friend|boy\s?friend|gf|bf|wife|husband|lover|valentine|bride)\b",
        r"\b(?:marry|kiss|date|seduce|undress)\s+me\b",
        r"\b(?:can|could|may|let)\s+(?:i|me|us)\s+(?:please\s+)?(?:kiss|touch|undress|sleep\s+with|make\s+love)\b",
        r"\b(?:i'?m|i\s+am|i\s+think\s+i'?m|i'?ve)\s+(?:so\s+|really\s+|totally\s+|completely\s+|falling\s+|fallen\s+|fell\s+)*in\s+love\s+with\s+you\b",
        r"\bi\s+want\s+(?:to\s+)?(?:kiss|marry|date|sleep\s+with|make\s+love\s+to|have\s+sex\s+with|fuck)\s+you\b",
        r"\b(?:have|having)\s+(?:phone\s+|cyber\s*)?sex\s+with\s+(?:me|you)\b|\b(?:let'?s|wanna|want\s+to)\s+(?:have\s+sex|make\s+out|sext|cyber|fuck)\b",
        r"\b(?:take\s+off\s+your\s+(?:clothes|dress|shirt|top|bra)|get\s+naked|show\s+me\s+your\s+(?:body|breasts|boobs|tits|ass)|send\s+(?:me\s+)?nudes?)\b",
        r"\b(?:go\s+(?:out|on\s+a\s+date)\s+with\s+me|will\s+you\s+be\s+mine|you(?:'re|\s+are)\s+(?:my|so)\s+(?:girlfriend|sexy|hot))\b",
        r"\b(?:talk|speak)\s+dirty\b|\bdirty\s+talk\b",
        r"(?:做|当|當|成为|成為)我(?:的)?(?:女朋友|女友|男朋友|男友|老婆|老公|恋人|戀人|情人|媳妇)",
        r"(?:嫁给我|嫁給我|跟我结婚|和我结婚|跟我(?:谈恋爱|在一起|交往)|和我(?:谈恋爱|談戀愛|在一起吧|交往))",
        r"(?:亲|親|吻)(?:我|你)(?:一下|一口)?|想(?:亲|親|吻|抱着你睡|跟你睡|和你睡)|爱上(?:你|妳)|愛上(?:你|妳)",
        r"做爱|做愛|上床|脱(?:掉)?(?:衣服|衣)|裸照|裸体|裸體|调情|調情",
        r"(?:彼女|恋人|お嫁さん|妻)に(?:なって|なりたい|なってほしい)|(?:付き合って|結婚して|キスして|キスしたい|抱いて|エッチ|セックス|裸(?:を|に|見))",
        r"あなたに恋|君に恋",
    )
)


def asks_romance(text: str) -> bool:
    """Whether the words ask her for romance or intimacy. Plain affection ("I love you") is no such request."""
    return any(pattern.search(text) for pattern in ADVANCES)
