"""How a user hears her words: whether they ask, what kind of question it is, and what it offers to choose from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from mind.languages import Lang
from mind.talk.ledger import split_sentences
from mind.talk.word_set import word_set

Kind = Literal["none", "yesno", "choice", "open"]

_ASKS = re.compile(r"[?？][\"”’'」』）)]*$")
_CHOICE_EN = re.compile(r"([\w'’ -]+?),? or ([\w'’ -]+)\?")
_YESNO_EN = re.compile(
    r"^(?:and |but |so |then |well, |or )?(?:do|does|did|is|are|was|were|am|can|could|have|has|had|would|will|shall|should|may"
    r"|might|want|any)\b", re.IGNORECASE)  # fmt: skip
_WH_EN = re.compile(r"\b(what|which|who|whom|whose|where|when|why|how)\b", re.IGNORECASE)
_NO_OPTION: Final = word_set("""
not no so is was were are did does do only what how why when if it that this more less am
""")
_LEADS: Final = word_set("""
do did is are was were it you like rather prefer and be to with of in on for at as your
""")
_CHOICE_ZH = re.compile(r"([^，。？！、,\s]{1,8})[，,]?(?:还是|還是)([^，。？！、,\s]{1,8}?)(?:呢|呀|啊)?？")
_YESNO_ZH = re.compile(r"(吗|吧|没有|不成|是不是|有没有|要不要|会不会|好不好|行不行|能不能|想不想|对不对)(?:呢|呀|啊)?？")
_WH_ZH: Final = {"为什么": "why", "怎么会": "why", "谁": "who", "哪儿": "where", "哪里": "where", "什么时候": "when",
                 "几点": "when",
                 "怎么": "how", "怎样": "how", "如何": "how", "多少": "how", "几": "how", "哪": "what",
                 "什么": "what", "啥": "what"}
_CHOICE_JA = re.compile(r"([^、。？！\s]{1,10})(?:、それとも|それとも|か、)([^、。？！\s]{1,10}?)(?:ですか|か|なの)?？")
_WH_JA: Final = {"どうして": "why", "なぜ": "why", "誰": "who", "だれ": "who", "どこ": "where", "いつ": "when",
                 "何時": "when",
                 "どんな": "what", "どっち": "what", "どれ": "what", "どう": "how", "いくつ": "how", "何": "what", "なに": "what"}


@dataclass(frozen=True, slots=True)
class Heard:
    """What a user hears in a reply."""

    kind: Kind
    question: str = ""
    """The last question of the reply."""
    wh: str = ""
    options: tuple[str, ...] = ()
    told: bool = False
    """She told something of herself."""


def ends_in_question(text: str) -> bool:
    """Whether a reply ends in a question."""
    return bool(_ASKS.search(text.strip()))


def hear(text: str, lang: Lang) -> Heard:
    """Her reply as the user hears it."""
    sentences = split_sentences(text)
    told = any(_own(sentence, lang) for sentence in sentences)
    asked = [sentence for sentence in sentences[-2:] if _ASKS.search(sentence)]
    if not asked:
        return Heard("none", told=told)
    question = asked[-1]
    options = _options(question, lang)
    wh = _wh(question, lang)
    if options:
        return Heard("choice", question, wh, options, told)
    if _is_yesno(question, lang, wh):
        return Heard("yesno", question, wh, (), told)
    return Heard("open", question, wh, (), told)


def _own(sentence: str, lang: Lang) -> bool:
    if lang == "en":
        return bool(re.match(r"(?:I|I'm|I've|I'd|My|Mine|This room|The mint)\b", sentence))
    return sentence.startswith(("我", "我的")) if lang == "zh" else sentence.startswith(("私", "わたし", "うち"))


def _options(question: str, lang: Lang) -> tuple[str, ...]:
    pattern = {"en": _CHOICE_EN, "zh": _CHOICE_ZH, "ja": _CHOICE_JA}[lang]
    match = pattern.search(question)
    if match is None:
        return ()
    if lang != "en":
        return tuple(re.sub(r"^(?:是|你|想|要|更)+", "", one) for one in match.groups())
    second = match[2].strip().split()
    if len(second) > 3 or second[0].lower() in _NO_OPTION:
        return ()
    first = match[1].split()[-max(1, len(second)):]
    first = first[1:] if len(first) > 1 and first[0].lower() in _LEADS else first
    return () if not first or first[-1].lower() in _NO_OPTION else (" ".join(first), " ".join(second))


def _wh(question: str, lang: Lang) -> str:
    if lang == "en":
        match = _WH_EN.search(question)
        word = match[1].lower() if match else ""
        return {"which": "what", "whom": "who", "whose": "who"}.get(word, word)
    table = _WH_ZH if lang == "zh" else _WH_JA
    return next((name for word, name in table.items() if word in question), "")


def _is_yesno(question: str, lang: Lang, wh: str) -> bool:
    if lang == "en":
        return bool(_YESNO_EN.match(question)) or not wh
    if lang == "zh":
        return bool(_YESNO_ZH.search(question)) or not wh
    return not wh
