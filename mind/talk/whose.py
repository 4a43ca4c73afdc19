"""Whose words a clause holds.

What others said, what is only supposed and what is told of somebody else is no fact about the user.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from mind.languages import Lang
from mind.talk.content import Content
from mind.talk.normalise import Clause
from mind.talk.units import Fact

_QUOTED = re.compile(r"\"([^\"]{8,})\"|“([^”]{5,})”|「([^」]{5,})」|『([^』]{5,})』")
"""Words in quotation marks that are long enough to be a sentence and not a name or a title."""
_SUPPOSED_EN = frozenset({"if", "imagine", "suppose", "supposing", "maybe", "would", "should", "what", "pretend", "assuming",
                          "unless"})
_SUPPOSED: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"^(?:and |but |so )?(?:i wish|i dreamt|i dreamed|i had a dream|let us say|as if|even if|what if|if only) "),
    "zh": re.compile(r"^(?:我|但|那)?(?:如果|要是|假如|假设|万一|就算|哪怕|倘若|除非|梦见|梦到|真希望|多希望|恨不得|巴不得)"),
    "ja": re.compile(r"^(?:もし|仮に|たとえ)|(?:だったら|ていたら|なければ|としたら|いいのに|よかったのに|"
                     r"と思っていた|(?:いれ|あれ|なれ)ば)$"),
}
_CONSEQUENCE: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"^(?:then )?i (?:would|will|might|could)"), "zh": re.compile(r"^(?:那)?(?:我)?(?:就|会|可能|一定|肯定)"),
    "ja": re.compile(r"(?:だろう|でしょう|のに|と思います|と思う|はず)"),
}
"""What follows a condition and holds no more than it does."""
_SAID: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"^(?!i |we |(?:\S+ ){0,2}(?:doctor|dentist|boss|manager|nurse|vet) )(?:\S+ ){1,4}?"
                     r"(?:says|say|said|thinks|think|thought|reckons|claims|claimed|believes|insists|swears|jokes|assumes) "
                     r"|^i (?:(?:did|do|have|would) not|never|have never) (?:say|said|tell|told|claim|claimed) "),
    "zh": re.compile(r"^(?!.{0,3}(?:医生|大夫|老板|领导))"
                     r"(?:(?!我|你).{1,8}?|我的?[妈爸姐妹哥弟奶爷外姥老男女同朋闺室邻儿表堂舅姑阿叔丈妻媳对导教].{0,3}?)"
                     r"(?:说|觉得|以为|认为|猜|总问|开玩笑)|^(?:听说|据说|传说|我(?:不能|从没|从来没|可没|不会|没)说)"),
    "ja": re.compile(r"(?:と言って|って言って|と言った|って言った|と言われ|って言われ|と言いました|と思われ|"
                     r"と勘違い|らしい|だそうです|"
                     r"そうですよ$|んだって$|というのは嘘)"),
}
_SAYS_AT_END: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"^(?!i )(?:\S+ )*?(?:said|says|asked|shouted|replied|wrote|sang|goes|sings) $"),
    "zh": re.compile(r"^(?!我(?:说|想)).{1,8}(?:说|道|喊|唱|问|写道)$"), "ja": re.compile(r"(?:は|が)(?:言った|言いました)$"),
}
_APART_JA: Final = re.compile(r"会え(?:ない|ません|なく)|会いに|離れて暮ら")
"""Who is said to live somewhere and is seldom met is not the user."""
_ABOUT_OTHERS = frozenset({"kin", "friend", "who", "kind", "whom", "pet"})
_OTHERS_KEYS = ("user.event.", "user.people.", "user.named.", "user.pet.", "user.us.")
_OTHERS_FACTS = frozenset({"child.expecting", "breakup", "children"})


def is_own(clause: Clause, before: Clause | None, text: str) -> bool:
    """Whether the user says the clause of themself and means it: no question, no condition, no words of somebody else."""
    lang = clause.lang
    if clause.question or is_supposed(clause) or _SAID[lang].search(clause.norm):
        return False
    if before is not None and is_supposed(before) and _CONSEQUENCE[lang].search(clause.norm):
        return False
    if before is not None and _SAYS_AT_END[lang].search(before.norm):
        return False
    if lang == "ja" and "住んで" in clause.norm and _APART_JA.search(text):
        return False
    said = " ".join(clause.raw.split())
    return not any(said in " ".join(quoted.split()) for found in _QUOTED.findall(text) for quoted in found if quoted)


def is_supposed(clause: Clause) -> bool:
    """Whether a clause only imagines or wishes."""
    if clause.lang == "en" and clause.norm.split(" ", 1)[0] in _SUPPOSED_EN:
        return True
    return bool(_SUPPOSED[clause.lang].search(clause.norm))


def holds_of_user(fact: Fact, slots: Mapping[str, str], clause: Clause, before: Clause | None, content: Content) -> bool:
    """Whether a fact about the user may be read out of a clause; not where its subject is another.

    So is 我妹妹读高三 no school of the user's, and 妹はコーヒーが好き no taste.
    """
    if clause.lang == "en" or _ABOUT_OTHERS & slots.keys() or fact.id in _OTHERS_FACTS or fact.key.startswith(_OTHERS_KEYS):
        return True
    words = "|".join(sorted((re.escape(w) for name in ("kin", "friend", "pet") for w in content.concepts.get(name, ())), key=len,
                            reverse=True))
    if clause.lang == "zh":
        return not re.match(rf"我(?:的|家|们|家的|最好的|好|老|大|小|那个|有个)?(?:{words})(?![和跟与陪给对叫让])", clause.norm)
    if fact.id.startswith("name") and before is not None and re.search(rf"女の子|男の子|オス|メス|{words}", before.norm):
        return False
    who = rf"^(?:うちの|私の|僕の|俺の)?(?:彼女|彼|あの人|{words}|[^はがも、]{{1,6}}(?:さん|ちゃん|くん|君))"
    if before is not None and re.match(who + "(?:(?:は|も|が)$|(?:は|が|も|の).*[でて]$)", before.norm):
        return False
    return not re.match(who + r"(?:は|も|って|が(?!大?好き|大?嫌い|苦手|怖|こわ))", clause.norm)
