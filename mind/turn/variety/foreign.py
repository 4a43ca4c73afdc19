"""Whether a server answers in another language than the one that is spoken."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import Final

from mind.languages import Lang
from mind.talk.word_set import word_set

KANA: Final = re.compile(r"[\u3041-\u3096\u30a1-\u30fa\uff66-\uff9f]")
HAN: Final = re.compile(r"[\u3400-\u9fff]")
WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
FEW: Final = 5
"""Words or characters below which nothing is said about a language: names, titles, a greeting."""
SURE_WORDS: Final = 6
SURE_CHARACTERS: Final = 9
"""Of a beginning by which it is told."""
ENGLISH: Final = word_set("""
the a an and or but to of in on at for with from by as that this these those it is are was were be been am i you we they he
she my your our their his her its not no do does did have has had will would can could should what when where who how why if
so then there here me him them us just very more too also about out up down over again let's don't i'm it's that's you're
""")
ELSEWHERE: Final = word_set("""
le la les une des du et est que qui pas dans pour avec je tu il elle nous vous mais sur ce cette mon ton son très bien oui
der die das und ist nicht ein eine ich du wir ihr sie mit auf für von zu den dem auch aber wie was sehr mein dein
el los las y es que no en por para con yo tú ella nosotros pero muy mi tu su una del al como más
il lo gli di che non per sono è con mi ti ma come anche questo questa della nel una
o os as um uma e não para com eu você ele ela mas muito meu seu isso
""")
"""Small words of French, German, Spanish, Italian and Portuguese."""
SHARED: Final = ELSEWHERE & (ENGLISH | {"die", "was", "come", "on", "no", "as", "me", "la", "es", "an", "du", "son"})
NAMED: Final = re.compile(
    r"\b(?:translat\w*|in (?:french|german|spanish|italian|portuguese|japanese|chinese|mandarin|korean|russian|latin|english)"
    r"|how (?:do|would) (?:you|i) say|(?:french|german|spanish|italian|portuguese|japanese|chinese|korean|russian|latin) "
    r"(?:word|phrase|name|for))\b|翻译|翻譯|翻訳|用(?:英|日|法|德|韩|俄|中)(?:语|文)|(?:英|日|法|德|韩|俄|中国)(?:语|語)|英文|日文|中文|フランス語",
    re.IGNORECASE,
)


def foreign(text: str, lang: Lang, asked: str = "") -> bool:
    """Whether `text` is plainly not in `lang`. What the user's words `asked` for in another language, or write in it, is not."""
    if NAMED.search(asked):
        return False
    found = _elsewhere(text, lang)
    return found != "" and found != _elsewhere(asked, lang)


def begins_foreign(text: str, lang: Lang, asked: str = "") -> bool:
    """The same of a sentence's beginning: only where it is long enough to be no title or quote that her own words follow."""
    characters = len(HAN.findall(text)) + len(KANA.findall(text))
    if characters < SURE_CHARACTERS and (len(WORD.findall(text)) < SURE_WORDS or (lang != "en" and characters)):
        return False
    return foreign(text, lang, asked)


def _elsewhere(text: str, lang: Lang) -> str:
    """The script or language a text is in, where that is another than `lang`; empty where it is not, or not certain."""
    letters = Counter(_script(char) for char in text if char.isalpha())
    latin, han, kana = letters["latin"], letters["han"], letters["kana"]
    other = sum(letters.values()) - latin - han - kana
    if other > latin + han + kana and other >= FEW:
        return "other"
    words = WORD.findall(text.casefold())
    latin_words = [word for word in words if not HAN.search(word) and not KANA.search(word)]
    if lang == "en":
        if han + kana >= FEW and (han + kana) * 2 > latin:
            return "ja" if kana else "zh"
        return "latin" if _not_english(latin_words) else ""
    if len(latin_words) >= FEW and latin > 3 * (han + kana):
        return "latin"
    if lang == "zh":
        return "ja" if kana >= FEW and kana * 4 >= han else ""
    return "zh" if not kana and han > 2 * FEW else ""


def _not_english(words: list[str]) -> bool:
    """Whether small words of other languages stand where English has its own."""
    if len(words) < FEW:
        return False
    theirs = sum(word in ELSEWHERE and word not in SHARED for word in words)
    return theirs >= 2 and theirs > sum(word in ENGLISH and word not in SHARED for word in words)


def _script(char: str) -> str:
    if HAN.match(char):
        return "han"
    if KANA.match(char) or char == "ー":
        return "kana"
    return "latin" if unicodedata.name(char, "").startswith(("LATIN", "FULLWIDTH LATIN")) else "other"
