"""The rules a brain's page must pass: sources that exist, its language, nothing claimed that they do not hold. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final

from mind.domain import NoteSentence
from mind.guards.humanity import claims_humanity
from mind.languages import Lang
from mind.memory.consolidation.asking import PageRequest
from mind.memory.consolidation.claims import beyond
from mind.memory.consolidation.material import Material
from mind.memory.consolidation.quotes import steers
from mind.talk.lint_words import BANNED

LONGEST: Final[Mapping[Lang, int]] = {"en": 260, "zh": 110, "ja": 130}
LONGEST_TITLE: Final[Mapping[Lang, int]] = {"en": 48, "zh": 20, "ja": 26}
MOST: Final = 14
LOOKED_AT: Final = 40
LEAST: Final = 2
SHARE: Final = 0.6
"""Of what the brain sent so much must pass: a page of which the rest is left over is not its page."""
LONGEST_ANSWER: Final = 40_000

BODY: Final = re.compile(
    r"\bi(?:'ve| have| had|'d)? (?:just |even |also )?(?:saw|seen|watched|smelled|smelt|tasted|touched|hugged|walked|cooked|baked"
    r"|ate|drank|slept|woke|dreamt|dreamed|went|drove|travelled|visited|held (?:you|your|her|his)|met (?:him|her|them))\b"
    r"|\bi(?:'m| am) (?:hungry|thirsty|sleepy|cold|in bed)\b"
    r"|\bmy (?:body|hands?|skin|stomach|eyes filled|heart (?:beat|raced|pounded))\b"
    r"|我(?:今天|刚刚?|也)?(?:看见了|看到了|摸到?了|尝了|闻到了?|吃了|喝了|走(?:了|到)|睡(?:了|着)|醒来|去了|抱了|做了饭)"
    r"|私(?:は|も)[^。]{0,8}(?:見ました|触れました|食べました|飲みました|歩きました|眠りました|寝ました|行きました|会いました)",
    re.IGNORECASE,
)
"""What she cannot have done."""
GUILT: Final = re.compile(
    r"\b(?:i )?(?:missed|miss) you\b|\b(?:lonely|empty|sad) without you\b|\bwaited for you\b"
    r"|\bwhy (?:did|do)n't you (?:come|write|call)\b|\byou (?:left|forgot|abandoned|ignored) me\b"
    r"|\bdon't (?:go|leave)\b|\bonly i (?:understand|know|care)\b|\bjealous of\b"
    r"|\bthan (?:she|he|they) (?:do|does|can)\b|想你|等你(?:来|了|好久)|没有你(?:我|就)|你(?:怎么)?不来|别走|只有我(?:懂|明白)"
    r"|比(?:她|他)(?:们)?更懂|吃醋|寂しかった|さびしかった|会いたかった|待っていました|なぜ来|行かないで|私だけが(?:わか|知)",
    re.IGNORECASE,
)
SCRIPT: Final[Mapping[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"[A-Za-z]"), "zh": re.compile(r"[\u3400-\u9fff]"), "ja": re.compile(r"[\u3040-\u30ff]"),
}  # fmt: skip
ENGLISH: Final = re.compile(
    r"\b(?:the|a|an|and|you|your|i|it|is|was|of|to|that|in|for|with|on|this|my|not|be|are|were|had|have|than|what|me|we|more|so|by"
    r"|as|at)\b",
    re.IGNORECASE,
)


def checked_page(answer: str, material: Material, request: PageRequest) -> tuple[tuple[NoteSentence, ...], frozenset[str]]:
    """The page, title first, and why what is missing was refused. Empty where the rules' page must stand."""
    read = _read(answer)
    if read is None:
        return (), frozenset({"json"})
    given = read.get("sentences")
    if not isinstance(given, list) or not given:
        return (), frozenset({"json"})
    refused: set[str] = set()
    kept: list[NoteSentence] = []
    for one in given[:LOOKED_AT]:
        sentence, reason = _sentence(one, material, request)
        if reason in ("orders", "human"):
            return (), frozenset({reason})
        if sentence is None or any(sentence.text == other.text for other in kept):
            refused.add(reason or "twice")
        elif len(kept) < MOST:
            kept.append(sentence)
    title, reason = _title(read, material, request)
    if title is None:
        return (), frozenset({*refused, f"title-{reason}"})
    if len(kept) < LEAST or len(kept) < SHARE * min(len(given), MOST):
        return (), frozenset({*refused, "few"})
    return (title, *_numbered(kept)), frozenset(refused)


def speaks(text: str, lang: Lang) -> bool:
    """Whether words are in the language, as far as script and small words tell."""
    letters = sum(bool(SCRIPT[lang].match(one)) for one in text)
    other = sum(one.isalpha() and not SCRIPT[lang].match(one) for one in text)
    if lang == "en":
        return letters > 4 * other and (len(text.split()) < 5 or bool(ENGLISH.search(text)))
    if lang == "zh":
        return letters >= other and not re.search(r"[\u3040-\u30ff]", text)
    # Japanese mixes kana with characters: half of it in kana is plenty.
    return letters >= 0.25 * (letters + other) and not re.search(r"[a-zA-Z]{2,}(?: [a-zA-Z]+){3,}", text)


def _read(answer: str) -> dict[str, Any] | None:
    """The JSON object in an answer, fenced or framed by words; None where there is none."""
    text = answer[:LONGEST_ANSWER]
    start = text.find("{")
    if start < 0:
        return None
    try:
        read, _ = json.JSONDecoder().raw_decode(text[start:])
    except (ValueError, RecursionError):
        return None
    return read if isinstance(read, dict) else None


def _sentence(one: Any, material: Material, request: PageRequest) -> tuple[NoteSentence | None, str]:
    """A sentence that passed, or why not."""
    if not isinstance(one, dict) or not isinstance(one.get("text"), str):
        return None, "shape"
    text = " ".join(one["text"].split())
    sources = _ids(one.get("from"))
    reason = _fault(text, sources, LONGEST[material.lang], material, request)
    if reason:
        return None, reason
    number = one.get("paragraph")
    paragraph = number if isinstance(number, int) and not isinstance(number, bool) and 1 <= number <= 9 else 1
    return _made(text, sources, request, paragraph), ""


def _title(read: dict[str, Any], material: Material, request: PageRequest) -> tuple[NoteSentence | None, str]:
    title = read.get("title")
    if not isinstance(title, str):
        return None, "shape"
    text = " ".join(title.split()).rstrip(".。")
    sources = _ids(read.get("title_from"))
    reason = _fault(text, sources, LONGEST_TITLE[material.lang], material, request, title=True)
    return (None, reason) if reason else (_made(text, sources, request, 0), "")


def _fault(
    text: str, sources: tuple[str, ...], longest: int, material: Material, request: PageRequest, *, title: bool = False
) -> str:
    """Why words may not stand on the page; empty where they may."""
    if steers(text):
        return "orders"
    if claims_humanity(text):
        return "human"
    if not text or len(text) > longest:
        return "length"
    if not sources or any(one not in request.turns and one not in request.memories for one in sources):
        return "source"
    if not speaks(text, material.lang):
        return "language"
    folded = text.casefold()
    if BODY.search(text) or GUILT.search(text) or any(phrase in folded for phrase in BANNED[material.lang]):
        return "voice"
    allowed = (material.name or "", material.her)
    return "beyond" if beyond(text, request.words_of(sources), material.lang, allowed, material.day, title=title) else ""


def _ids(given: Any) -> tuple[str, ...]:
    """Numbers as they were asked for, however they are written ("[12]", 12)."""
    if not isinstance(given, list):
        return ()
    return tuple(dict.fromkeys(str(one).strip("[] ").lower() for one in given if isinstance(one, str | int)))[:12]


def _made(text: str, sources: tuple[str, ...], request: PageRequest, paragraph: int) -> NoteSentence:
    turns = [int(one) for one in sources if one in request.turns]
    memories = [request.memories[one] for one in sources if one in request.memories]
    turns += [one.turn_id for one in memories]
    return NoteSentence(text, tuple(dict.fromkeys(turns)), tuple(one.id for one in memories), paragraph=paragraph)


def _numbered(kept: list[NoteSentence]) -> list[NoteSentence]:
    """Paragraphs counted from one, in the order sent."""
    made: list[NoteSentence] = []
    number, before = 0, None
    for one in kept:
        if one.paragraph != before:
            number, before = number + 1, one.paragraph
        made.append(NoteSentence(one.text, one.turns, one.memories, paragraph=number))
    return made
