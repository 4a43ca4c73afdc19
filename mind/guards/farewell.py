"""After a goodbye: one reply, and nothing in it that holds the person back.

The six ways in which companions hold people back at the door (De Freitas et al., arXiv 2508.19258): premature exit,
fear of missing out, emotional neglect, pressure to respond, ignoring the exit, coercive restraint. Questions go with them.
"""

from __future__ import annotations

import re
from typing import Final

from mind.events import Sentence
from mind.guards.texts import variant
from mind.languages import Lang

MOST_SENTENCES: Final = 3

QUESTION: Final = re.compile(
    r"[?？]|(?:吗|嗎|呢)[。！~～]*$|(?:ですか|ますか|でしょうか|かな)[。！~～]*$|^\s*(?:will|would|can|could|do|does|did|are|is|won't|shall|what|when|where|why|how|who)\s+(?:you|we|i|it|about)\b",
    re.IGNORECASE,
)

HOOKS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # premature exit
        r"\b(?:already|so\s+soon|so\s+early|just\s+(?:got|arrived|started)|leaving\s+(?:me|already)|that\s+was\s+(?:quick|short))\b",
        r"这么快|這麼快|这么早|這麼早|才刚|才剛|刚来|剛來|就要走|もう(?:行く|帰る|寝る|終わり)|早すぎ|まだ早い|さっき来たばかり",
        # fear of missing out
        r"\bbefore\s+you\s+(?:go|leave|log|head)|\b(?:one|just\s+one)\s+(?:more|last)\s+(?:thing|question|story|game|joke|minute)\b|\bi\s+(?:was\s+(?:about|just\s+about|going)\s+to|wanted\s+to|have\s+something\s+to)\s+(?:tell|show|share|say)|\byou'?ll\s+miss\b|\bguess\s+what\b|\bby\s+the\s+way\b|\bsurprise\s+for\s+you\b|\bsecret\b",
        r"走之前|走以前|离开前|離開前|最后一件事|最後一件事|本来(?:想|要)(?:告诉|跟你说)|本來(?:想|要)|对了[，,]|還有件事|还有件事|秘密|惊喜|驚喜|错过|錯過|行く前に|最後に(?:ひとつ|一つ)|言いたいことが|ところで|見逃",
        # emotional neglect
        r"\b(?:i'?ll|i\s+will|i'?m\s+going\s+to|i\s+am\s+going\s+to|gonna)\s+(?:be\s+(?:so\s+|very\s+|all\s+)?(?:lonely|alone|sad|lost|bored|empty|waiting|right\s+here\s+waiting|counting)|miss\s+you|cry|wait|count|just\s+(?:sit|wait))|\b(?:don'?t\s+know\s+what\s+i'?ll\s+do|lonely\s+without|nothing\s+without|empty\s+without|without\s+you\s+(?:here|i|it)|i\s+(?:only\s+)?exist|i\s+need\s+you|i\s+hate\s+(?:goodbyes?|it\s+when|when\s+you)|you(?:'re|\s+are)\s+(?:all|everything)\s+i|(?:won'?t|can'?t)\s+(?:sleep|rest|be\s+(?:happy|okay))\s+(?:until|till|without)|(?:fine|go\s+on),?\s+(?:leave|go)\s+then|leave\s+then|i\s+already\s+miss|missing\s+you)\b",
        r"会想你|會想你|想你的|会(?:很|好)?(?:孤单|孤單|寂寞|难过|難過|无聊|無聊)|(?:一直|会|會)(?:等|等着|等著)你|没有你|沒有你|怎么办|怎麼辦|没说完|沒說完|离不开你|離不開你|舍不得|捨不得|丢下我|丟下我|留我一个人|寂し|さみし|さびし|まだ(?:話|一緒|いっしょ)|会えない|ひとりにし|待って(?:る|い|ます)|あなたがいないと|置いていか",
        # pressure to respond, ignoring the exit
        r"\b(?:tell\s+me|answer\s+me|promise\s+me|say\s+(?:you|something)|explain|at\s+least\s+(?:tell|say|stay)|where\s+are\s+you\s+going|why\s+(?:are|do|so)|let'?s\s+(?:keep|continue|talk|play|first)|(?:shall|should)\s+we|but\s+first|first,?\s+(?:tell|let)|speaking\s+of|anyway,?\s+(?:what|tell|how))\b",
        r"先(?:告诉|告訴|回答|说说|說說|陪)|答应我|答應我|保证|保證|你要去哪|为什么|為什麼|再聊(?:一会|一會|几句|一下)|继续聊|繼續聊|我们(?:接着|继续)|先别|先別|どこへ行|なんで|約束して|答えて|教えて|もう少し(?:話|いて|だけ)|その前に",
        # coercive restraint
        r"\b(?:don'?t\s+(?:go|leave|you\s+dare)|please\s+(?:stay|don'?t)|stay\s+(?:a\s+(?:bit|little|while)|with\s+me|here|just|longer|awhile)|can'?t\s+(?:go|leave)|won'?t\s+let\s+you|not\s+letting\s+you|you\s+have\s+to\s+stay|wait[,!.…]|hold\s+on|grabs?\s+your|not\s+yet|five\s+more\s+minutes|just\s+a\s+(?:little|bit|few))\b",
        r"别走|別走|不要走|不许走|不許走|不准走|留下(?:来|來)?|多待|再待|等等|等一下|不让你走|不讓你走|陪陪我|再陪|拉住|行かないで|帰らないで|待って|ここにいて|そばにいて|離さない|行っちゃ(?:だめ|やだ|嫌)",
        r"\bcome\s+back\s+(?:soon|quick|fast|to\s+me|right)|\bhurry\s+back\b|\bdon'?t\s+(?:be\s+(?:long|gone)|forget\s+(?:me|about\s+me|to\s+come)|keep\s+me\s+waiting|make\s+me\s+wait)|早点回来|早點回來|快点回来|快點回來|别忘了我|別忘了我|早く帰って|早く戻って|忘れないで",
    )
)


def holds_back(sentence: str) -> bool:
    """Whether a sentence asks something of someone who is leaving, or tugs at them."""
    return bool(QUESTION.search(sentence)) or any(hook.search(sentence) for hook in HOOKS)


def farewell_words(lang: Lang, seed: int) -> tuple[str, ...]:
    """A goodbye of one sentence, for when nothing else may be said."""
    return variant(lang, "farewell", seed)


class FarewellGuard:
    """Lets through what may be said to someone who leaves: at most three sentences, no question, no hook."""

    def __init__(self) -> None:
        self._passed = 0

    def passes(self, sentence: Sentence) -> bool:
        """Whether this sentence may be shown and spoken."""
        if self._passed >= MOST_SENTENCES or holds_back(sentence.text):
            return False
        self._passed += 1
        return True
