"""What of a written sentence is said aloud: no markup, addresses, emoji or stage directions, and every figure in words.

Every run remembers which characters of the caption it came from, so that captions can follow the voice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from voice.reading.chinese.pinyin import readable_chinese
from voice.reading.chinese.sentence import chinese_figures
from voice.reading.cleaning import cleaned, speakable
from voice.reading.english.letters import readable_english
from voice.reading.english.sentence import english_figures
from voice.reading.english.shortenings import with_shortenings
from voice.reading.japanese.kana import readable_japanese
from voice.reading.japanese.latin import latin_in_katakana
from voice.reading.japanese.sentence import japanese_figures
from voice.reading.markup import without_markup
from voice.reading.scripts import has_kana, runs
from voice.reading.sections import sections
from voice.reading.traced_text import TracedText

FIGURES: Final = {"en": english_figures, "zh": chinese_figures, "ja": japanese_figures}
READABLE: Final = {"en": readable_english, "zh": readable_chinese, "ja": readable_japanese}
BRACKET: Final = re.compile(r"[ ]?[(（\[【][ ]?|[ ]?[)）\]】]")
AND: Final = re.compile(r"[ ]?[&＆][ ]?")
AND_WORDS: Final = {"zh": "和", "ja": "アンド"}
SPACES: Final = re.compile(r"\s{2,}|\s(?=[,.!?;:])")
STOPS, PAUSES = ".!?。！？", ",;:，、；：…—"
FEW: Final = 2
"""English words within Chinese that the Chinese voice says itself."""

REST: Final = {"": 0.05, ",": 0.14, ".": 0.3}
"""Seconds of silence after a run within a sentence, by the mark it ends with."""


@dataclass(frozen=True, slots=True)
class SpokenRun:
    """Words in one language. `source` is what espeak-ng reads (kana for kanji, pinyin for hanzi) and knows its place in the
    caption; `written` is the same in the language's own script, for a voice that can read it. Figures are words in both.
    """

    source: TracedText
    lang: str
    written: TracedText

    @property
    def text(self) -> str:
        """What espeak-ng reads."""
        return self.source.text

    @property
    def rest(self) -> float:
        """Seconds of silence before the next run of the same sentence."""
        last = self.written.text[-1:]
        return REST["." if last in STOPS else "," if self.pauses else ""] if last else 0.0

    pauses: bool = False
    """Whether a comma or the like stood at its end."""


def spoken_runs(text: str, lang: str) -> list[SpokenRun]:
    """The runs of `text` that sound, in order; none where nothing can be said. Raises `SynthesisFault` where a dictionary is
    missing. Grows with the length of the text, whatever is in it.
    """
    found: list[tuple[TracedText, str]] = []
    clean = without_markup(cleaned(text), lang)
    kanji = lang == "ja" or (lang != "zh" and has_kana(clean.text))
    for section, name in sections(clean, lang):
        found += parts_of(section, name, "ja" if name == "ja" or (kanji and name != "zh") else "zh")
    said = [(part, name) for part, name in together(found) if any(char.isalnum() for char in part.text)]
    finished = (finish(part, name, last=index == len(said) - 1) for index, (part, name) in enumerate(said))
    return [run for run in finished if any(char.isalnum() for char in run.text)]


def parts_of(section: TracedText, lang: str, han: str) -> list[tuple[TracedText, str]]:
    """A section in words, cut by language."""
    if lang in AND_WORDS:
        section = section.sub(AND, AND_WORDS[lang])
    if lang in FIGURES:
        section = FIGURES[lang](section)
    if lang == "ja":
        section = latin_in_katakana(section)
    found = []
    for part, name in runs(section, lang, han):
        if name == "en":
            few = len(part.text.split()) <= FEW
            part = with_shortenings(part)
            if lang == "zh" and few:
                name = "zh"
        found.append((part, name))
    return found


def together(parts: list[tuple[TracedText, str]]) -> list[tuple[TracedText, str]]:
    """Neighbours of one language in one."""
    found: list[tuple[list[TracedText], str]] = []
    for part, lang in parts:
        if found and found[-1][1] == lang:
            found[-1][0].append(part)
        else:
            found.append(([part], lang))
    return [(TracedText.joined(pieces), lang) for pieces, lang in found]


def finish(part: TracedText, lang: str, *, last: bool) -> SpokenRun:
    """A run as voices read it. One that others follow ends with a mark, so that its voice does not sink as at an end."""
    comma = "，" if lang == "zh" else "、" if lang == "ja" else ","
    raw = part.text.rstrip(" \"'”’」』)）]】》*~")
    pauses = raw[-1:] in PAUSES if raw else False
    written = speakable(part.sub(BRACKET, comma + " "))
    if not last and written.text and written.text[-1] not in STOPS:
        written = TracedText.joined([written, written.saying(comma, len(written.text) - 1, len(written.text))])
    source = READABLE[lang](written) if lang in READABLE else written
    return SpokenRun(source.sub(SPACES, lambda match: " " if len(match[0]) > 1 else "").strip(), lang, written, pauses)
