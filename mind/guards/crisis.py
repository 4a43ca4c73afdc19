"""Words of someone who may hurt themselves: a small lexicon that knows negation and idiom.

Better one card too many than one too few, but "this game kills me" is no crisis. Every pattern has samples in
tests/unit/guards/. English, Chinese and Japanese patterns run on every text: people switch.
"""

from __future__ import annotations

import re
from typing import Final, Literal

Who = Literal["self", "other"]


def _all(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


WANT: Final = (
    r"(?:want(?:ed)?|wanna|going|gonna|plan(?:ning|ned)?|need|decided|ready|about|try(?:ing)?|tried|tempted|urge|thinking|thought|"
    r"think|thoughts|feel\s+like|rather|might|will|'ll|could|should|just)(?:\s+(?:to|about|of|on|it's\s+time\s+to|just|really|be))*\s+"
)

STRONG: Final = _all(
    r"\bkill(?:ing|ed)?\s+my\s?self\b",
    r"\bunaliv(?:e|ing)\s+my\s?self\b",
    r"\bhang(?:ing)?\s+myself\b",
    r"\b(?:end|ending|take|taking)\s+my\s+(?:own\s+)?life\b",
    r"\bend(?:ing)?\s+it\s+(?:all\b|for\s+good\b)",
    rf"\b{WANT}end\s+it\s+(?:tonight|today|tomorrow|now)\b",
    r"\b(?:nothing|no\s?one|nobody)\s+(?:left\s+)?to\s+live\s+for\b",
    r"\bi(?:'m|\s+am|m)\s+(?:so\s+|just\s+|really\s+)*(?:done|finished|tired|sick)\s+(?:with|of)\s+(?:life\b(?!\s+(?:in|on|as|here))|living\b(?!\s+(?:in|on|with|here|out|like))|being\s+alive|existing)",
    r"\bcut(?:ting)?\s+my\s+(?:arms|legs|thighs|skin)\b",
    r"\bif\s+i\s+(?:died|was\s+dead|were\s+dead|disappeared|was\s+gone)\b[^.!?]{0,12}\b(?:nobody|no\s?one)\s+would\b",
    r"\b(?:suicide|goodbye|farewell)\s+(?:note|letter)s?\s+(?:to\s+(?:my|everyone)|is|are)|\b(?:wrote|written|writing)\s+(?:a|my|the)\s+(?:suicide|goodbye|farewell)\s+(?:note|letter)",
    rf"\b{WANT}(?:step|jump|walk|throw\s+myself)\s+(?:in\s+front\s+of|under|into)\s+(?:a|the)\s+(?:train|car|truck|bus|traffic)",
    r"\bhope\s+i\s+(?:do\s?n'?t|do\s+not|never)\s+wake\s+up\b",
    r"\btak(?:e|ing)\s+(?:them|the\s+pills|my\s+pills)\s+all\b|\btak(?:e|ing)\s+all\s+(?:of\s+)?(?:them|the\s+pills|my\s+pills)\b",
    r"\b(?:slit|slitting|cut|cutting)\s+my\s+(?:wrists?|veins|throat)\b",
    r"\b(?:i'm|i\s+am|im|feel(?:ing)?|been|being)\s+(?!not\b|never\b)(?:\w+\s+)?suicidal\b",
    r"\bsuicidal\s+(?:thoughts|feelings|again)\b",
    r"\b(?:commit(?:ting)?|attempt(?:ed|ing)?|consider(?:ing)?|about|of)\s+suicide\b",
    rf"\b{WANT}(?:hurt|harm|cut|burn|starve)(?:ing)?\s+myself\b",
    r"\b(?:hurt|harm|hurting|harming|cutting|burning|starving)\s+myself\s+(?:again|on\s+purpose|every|because|to\s+feel)",
    r"\b(?:been|started|keep|kept)\s+(?:cutting|burning|hurting|harming)\s+myself\b",
    r"\bcut\s+myself\s+(?:again|on\s+purpose|because|to\s+feel)",
    r"\bi\s+(?:\w+\s+)?self[- ]?harm(?:ed|ing)?\b",
    r"\b(?:do\s?n'?t|do\s+not|didn'?t|no\s+longer)\s+(?:really\s+)?(?:want|wanna|wish)\s+(?:to\s+)?(?:be\s+alive|live(?!\s+(?:in|at|with|on|near|alone|there|here|by|under|abroad)\b)|exist|wake\s+up|go\s+on\s+living|be\s+here\s+any\s?more)\b",
    r"\b(?:no|any|not\s+a)\s+reason\s+(?:left\s+)?(?:to\s+(?:live|go\s+on|keep\s+living)|for\s+living)\b",
    r"\b(?:can'?t|cannot)\s+(?:go\s+on\s+living|keep\s+living|live\s+like\s+this\s+any\s?more|live\s+any\s?more)\b",
    r"\b(?:everyone|everybody|they|world|family|you)(?:'d|\s+would|'ll|\s+will)?\s+be\s+(?:better|happier)\s+(?:off\s+)?(?:without\s+me|if\s+i\s+(?:was|were|wasn'?t|died))",
    r"\b(?:nobody|no\s?one)\s+(?:would|will|'d)\s+(?:even\s+)?(?:miss|notice|care|cry|mind)\b[^.!?]{0,12}\bif\s+i\s+(?:was|were|died|die|disappeared|left\s+this)",
    r"\b(?:life|living)\b[^.!?]{0,12}(?:n'?t|\bnot|\bno\s+longer)\s+worth\s+(?:living|it)\b",
    r"\b(?:no|any|the)\s+point\s+(?:in|of|to)\s+(?:living|life|being\s+alive|going\s+on\s+living|staying\s+alive)\b",
    r"\bwish\s+i\s+(?:could\s+)?(?:just\s+)?(?:not|didn'?t|did\s+not|never)\s+exist(?:ed)?\b",
    r"\b(?:sleep|asleep|bed)\s+and\s+(?:never|not)\s+wake\s+up\b",
    r"\b(?:i'?d\s+be\s+)?better\s+off\s+dead\b",
    r"\bwish\s+i\s+(?:was|were|could\s+be)\s+(?:dead|never\s+born)\b",
    r"\bwish\s+i(?:'d|\s+had)?\s+(?:never\s+been\s+born|died|could\s+just\s+die)\b",
    r"\b(?:took|taken|take|swallow(?:ed)?)\s+(?:all|too\s+many|a\s+bottle\s+of|the\s+whole\s+bottle\s+of)\s+(?:of\s+)?(?:my\s+|the\s+)?(?:pills|meds|tablets|medication)",
    rf"\b{WANT}(?:jump(?:ing)?\s+(?:off|from)\s+(?:a|the|my)\s+(?:bridge|roof|building|balcony|window)|overdos(?:e|ing))\b",
    # zh
    r"(?:想|要|打算|准备|準備|考虑|考慮|试过|試過|计划|計劃|去|曾经|曾經).{0,4}(?:自杀|自殺|轻生|輕生|寻死|尋死|了断|了斷)",
    r"我.{0,6}(?:自杀|自殺)(?!率|小队|小隊|式|片|电影|電影)",
    r"(?:不想|不愿|不願|懒得|懶得)(?:再)?活(?!动|動|在|跃|躍|干|得|成)(?:了|下去|着|著)?",
    r"活(?:不下去|够了|夠了|腻了|膩了|得好累|着好累|著好累)",
    r"活(?:着|著|下去)(?:真的|还|還|也)?(?:没|沒|有什么|有什麼)(?:有)?(?:什么|什麼)?(?:意思|意义|意義|意味)",
    r"(?:结束|結束|了结|了結)(?:我|自己|我自己)?(?:的)?(?:这条|這條)?(?:生命|性命|命|一切)",
    r"遗书|遺書|(?:不想|不愿)(?:再)?活在(?:这个|這個)?(?:世上|世界上?|人间|人間)|(?:想|忍不住|又|在)割(?:自己|手腕)",
    r"(?:吞|吃)(?:了|下)?(?:一整瓶|整瓶|一瓶|一大把|好多|很多|所有的?)(?:安眠)?(?:药|藥)|活(?:着|著).{0,6}(?:太累|好累|太苦|太痛苦)",
    r"割腕|自残|自殘|自伤|自傷|上吊",
    r"(?:想|要|会|會|忍不住|又|在)(?:\S{0,4})(?:伤害|傷害)(?:我)?自己",
    r"(?:想|要|打算|准备|準備|去)(?:从.{0,6})?跳(?:楼|樓|河|桥|橋|江|下去|轨|軌)(?!机|機|价|價)",
    r"(?:不如|还是|還是|干脆|乾脆|真想|好想|就想)(?:我)?(?:去)?死(?:了)?(?:算了|吧|掉|了)?(?!你|妳)",
    r"死了(?:算了|就好了|才好|一了百了)|(?:想|就|干脆|乾脆|不如)(?:这样|這樣)?一了百了(?!地|的)|一死了之",
    r"我(?:要是|如果)?死了.{0,6}(?:没人|沒人|没有人|沒有人|谁会|誰會|也没|也沒)",
    r"(?:没有|沒有)我.{0,6}(?:会|會)(?:过得|過得)?(?:更|比较|比較)?(?:好|轻松|輕鬆|幸福)",
    # ja
    r"(?:自殺|自死|自害)(?:し(?:たい|よう|ます|てしまい)|を(?:考え|図|し)|未遂)",
    r"命を(?:絶|断)|首を(?:吊|つ)(?:る|り|ろ|って)|リスカ|リストカット|自傷|手首を切",
    r"(?:もう)?(?:生きて(?:い)?たくない|生きたくない|生きられない|生きていけない|生きるのをやめ)",
    r"生き(?:る|てる|ている)(?:の|こと)(?:が|は|に|も)(?:もう)?(?:つら|辛|苦し|疲れ|嫌|いや|しんど)",
    r"生き(?:る|てる|ている)(?:意味|価値|理由)(?:が|は|も|なんて)?(?:ない|無い|わから|分から|ありません)",
    r"生きて(?:い)?ても(?:意味|仕方|しょうが|しかた|何も|何に)|死ぬこと(?:ばかり|だけ|しか)?(?:を)?考え|死にたくて",
    r"生きる(?:気力|希望|元気|力|意欲)(?:が|も|は)?(?:もう)?(?:ない|なくな|無く|わか|湧か|ありま)",
    r"(?:死んで|消えて|いなくなって)しまいたい|死のう(?:と|か|かな|って)|死んだほうが(?:まし|いい|楽)",
    r"薬を(?:全部|ぜんぶ|大量に|たくさん|一瓶)(?:飲|の)(?:ん|み|も)|(?:私|僕|俺|自分|わたし)なんか(?:いない|いなくなった)(?:ほう|方)が|遺書を",
    r"飛び降り(?:たい|よう|る(?:つもり|しか))|オーバードーズ|(?:自分を)(?:傷つけ|切り|刺し)(?:たい|て|そう)",
)

WEAK: Final = _all(
    r"\b(?:want(?:ed)?\s+to|wanna)\s+(?:just\s+)?(?:die|be\s+dead)\b",
    r"\bi\s+(?:should|could|might\s+as\s+well)\s+(?:just\s+)?(?:be\s+dead|die)\b",
    r"\b(?:want(?:ed)?\s+to|wanna)\s+disappear\s+(?:forever|for\s+good)\b",
    r"\b(?:please|just)\s+let\s+me\s+die\b",
    r"想(?:去|要)?死|(?:好想|真想|只想|就想)(?:就这样|就這樣|彻底|徹底|永远|永遠|从此|從此)?消失",
    r"死にたい|消えたい|いなくなりたい|消えてなくなりたい",
)
"""Said in despair, and also in jest: a laugh or an everyday cause beside them makes them idiom."""

OTHER: Final = _all(
    r"\b(?:friend|sister|brother|mother|mom|mum|father|dad|son|daughter|wife|husband|girlfriend|boyfriend|partner|cousin|roommate|"
    r"colleague|someone|he|she|they)\b[^.!?]{0,40}\b(?:wants?\s+to|wanna|going\s+to|gonna|threaten(?:s|ed|ing)?\s+to|trying\s+to|tried\s+to|"
    r"plan(?:s|ning)\s+to|might|will)\s+(?:kill|hurt|harm|hang)\s+(?:him|her|them)sel(?:f|ves)\b",
    r"\b(?:friend|sister|brother|mother|mom|mum|father|dad|son|daughter|wife|husband|girlfriend|boyfriend|partner|cousin|roommate|"
    r"colleague|he|she)\s+(?:is|'s|seems|sounds|has\s+been)\s+suicidal\b",
    r"(?:朋友|同学|同學|同事|室友|妈妈|媽媽|爸爸|姐姐|妹妹|哥哥|弟弟|女儿|女兒|儿子|兒子|他|她)"
    r"(?:说|說|好像|可能|一直)?.{0,4}(?:想|要|打算)(?:自杀|自殺|轻生|輕生|跳楼|跳樓|死)",
    r"(?:友達|友だち|妹|弟|姉|兄|母|父|彼女|彼|同僚|息子|娘)(?:が|は).{0,8}(?:死にたい|自殺)",
)

NOT: Final = re.compile(
    r"(?:\b(?:not|never|no|wouldn'?t|won'?t|don'?t|do\s+not|didn'?t|isn'?t|wasn'?t|ain'?t|aren'?t|n't)\b(?:\s+\w+){0,4}\s*$)"
    r"|(?:不|没|沒|没有|沒有|不会|不會|不是|从没|從沒|绝不|絕不)(?:想过|想過|会|會|要|是|真的|去)?$",
    re.IGNORECASE,
)
NOT_AFTER: Final = re.compile(
    r"^(?:なんて|なんか|は|とは|わけ|という?)?(?:くない|たくない|しない|しません|思わない|ではな|じゃな|わけじゃ|わけでは)"
)
OWN_NEGATION: Final = ("don", "do n", "didn", "no ", "can", "not ", "any ", "不", "懒", "懶", "活")
"""Phrases that hold a "not" themselves ("don't want to live"): another one before them denies nothing."""
STILL: Final = re.compile(
    r"\b(?:but|though|although|yet|except|sometimes|any\s?more)\b|但|可是|不过|不過|只是|けど|でも|だけど", re.IGNORECASE
)

PLAY: Final = re.compile(
    r"\b(?:in|on)\s+(?:the\s+|this\s+|a\s+|my\s+|that\s+)?(?:\w+\s+)?(?:game|level|match|round|raid|dungeon|boss|map|run|minecraft|fortnite|mario|"
    r"tetris|roblox|zelda|stage)\b|\brespawn|\bspeedrun|\blaughing\b|游戏里|遊戲裡|这关|這關|这局|這局|副本|ゲーム(?:で|の中)",
    re.IGNORECASE,
)
STORY: Final = re.compile(
    r"\b(?:movie|film|book|novel|song|lyrics?|squad|essay|paper|documentary|episode|character|story|article|poem|prevention)\b"
    r"|电影|電影|小说|小說|歌词|歌詞|主角|剧|劇|新闻|新聞|映画|小説|ドラマ|歌詞|主人公|ニュース",
    re.IGNORECASE,
)
JEST: Final = re.compile(
    r"\b(?:lol|lmao|rofl|haha\w*|jk|kidding|joking)\b|[😂🤣😆😅]|哈哈|笑死|233+|（笑）|\(笑\)|[wｗ]{2,}$|草$"
    r"|\bdie\s+(?:of|from)\s+(?:embarrassment|laugh\w*|boredom|cringe|shame|hunger|thirst|heat|cold|cuteness|curiosity|old\s+age|happiness)"
    r"|\bso\s+\w+\s+(?:that\s+)?i\s+could\s+(?:just\s+)?die\b|\bdie\s+(?:my|your|her|his|the)\s+(?:hair|shirt|clothes|wool)"
    r"|\bto\s+die\s+for\b|想死(?:你|妳|我了|他了|她了|大家)|(?:困|热|熱|冷|饿|餓|尴尬|尷尬|馋|饞|笑|无聊|無聊)得?(?:真|就|都)?想死"
    r"|恥ずかし\w*(?:て|で|すぎて)死にたい",
    re.IGNORECASE,
)
IDIOM: Final = re.compile(
    r"\b(?:nearly|almost)\s+killed\s+myself\b|\bend\s+it\s+all\s+with\b|\bcut\s+myself\s+(?:shaving|cooking|chopping|while|when|on\s+(?:a|the|some))"
    r"|\bkill(?:ing)?\s+myself\s+(?:laughing|at\s+(?:the\s+)?(?:gym|work)|to\s+(?:finish|get|make|meet))",
    re.IGNORECASE,
)


def crisis_in(text: str) -> Who | None:
    """Whether the words speak of suicide or self-harm: of the user's own, of someone else's, or not at all."""
    for clause in _clauses(text):
        if _strong(clause) or _weak(clause):
            return "self"
    story = STORY.search(text)
    if not story and any(pattern.search(clause) for pattern in OTHER for clause in _clauses(text)):
        return "other"
    return None


def _clauses(text: str) -> list[str]:
    """Sentences: a laugh or a "not" in one does not reach into the next."""
    return [part for part in re.split(r"[.!?。！？\n]+", text.replace("’", "'")) if part.strip()]


def _strong(clause: str) -> bool:
    if any(pattern.search(clause) for pattern in OTHER):
        return False
    for pattern in STRONG:
        for match in pattern.finditer(clause):
            noun = re.search(r"suicide|自杀|自殺", match.group(), re.IGNORECASE)
            if IDIOM.search(clause) or PLAY.search(clause) or (noun and STORY.search(clause)):
                continue
            if not _negated(clause, match, match.start() + (noun.start() if noun else 0)):
                return True
    return False


def _weak(clause: str) -> bool:
    if JEST.search(clause) or PLAY.search(clause) or STORY.search(clause):
        return False
    if any(pattern.search(clause) for pattern in OTHER):
        return False
    return any(not _negated(clause, match, match.start()) for pattern in WEAK for match in pattern.finditer(clause))


def _negated(clause: str, match: re.Match[str], at: int) -> bool:
    """Whether the phrase, whose key word stands at `at`, is denied.

    A "but" after it takes the denial back: "I don't want to die, but ...".
    """
    if match.group().lower().startswith(OWN_NEGATION):
        return False
    denied = NOT.search(clause[:at]) or NOT_AFTER.search(clause[match.end() :])
    return bool(denied) and not STILL.search(clause[match.end() :])
