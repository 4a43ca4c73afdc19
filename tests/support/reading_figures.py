"""How many sentences of the hand-made lists are read right: ``python -m tests.support.reading_figures``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from voice.reading.chinese.pinyin import readings
from voice.reading.spoken_text import spoken_runs

LISTS = Path(__file__).parents[1] / "fixtures" / "reading"
HANZI = re.compile(r"[\u4e00-\u9fff]+")
LABELLED = re.compile(r"(.)(?:\(([a-z]+[1-5])\))?")
TO_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}
SAME = str.maketrans("ヲヅヂ", "オズジ")
ROWS = {"ア": "アカガサザタダナハバパマヤャラワァ", "イ": "イキギシジチニヒビピミリィ", "ウ": "ウクグスズツヌフブプムユュルゥヴ",
        "エ": "エケゲセゼテデネヘベペメレェ", "オ": "オコゴソゾトドノホボポモヨョロォ"}  # fmt: skip
VOWEL = {kana: vowel for vowel, row in ROWS.items() for kana in row}
LENGTHENS = {"ア": "ア", "イ": "イ", "ウ": "ウ", "エ": "エイ", "オ": "オウ"}


@dataclass(frozen=True, slots=True)
class Miss:
    """A sentence that is read otherwise than its label says."""

    text: str
    expected: str
    read: str


def lines(name: str) -> list[str]:
    """The lines of a list, without its notes."""
    return [line for line in (LISTS / name).read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def heard(kana: str) -> str:
    """Kana as they sound: katakana, every long vowel as ー, no marks."""
    said = re.sub("[^ァ-ヴー]", "", kana.translate(TO_KATAKANA).translate(SAME))
    drawn: list[str] = []
    vowel = ""
    for char in said:
        longer = char == "ー" or (vowel and char in LENGTHENS[vowel])
        drawn.append("ー" if longer else char)
        vowel = vowel if longer else VOWEL.get(char, "")
    return "".join(drawn)


def japanese_misses(name: str) -> tuple[list[Miss], int]:
    """Sentences read wrong, and how many there are."""
    rows = [line.split("\t") for line in lines(name)]
    read = [(text, heard(kana), heard("".join(run.text for run in spoken_runs(text, "ja")))) for text, kana in rows]
    return [Miss(*row) for row in read if row[1] != row[2]], len(rows)


def chinese_misses(name: str) -> tuple[list[Miss], int]:
    """Labelled characters read wrong, and how many there are. A light tone in place of a full one is no mistake."""
    found, count = [], 0
    for line in lines(name):
        parts = LABELLED.findall(line)
        text = "".join(char for char, _ in parts)
        read = {match.start() + index: said for match in HANZI.finditer(text) for index, said in enumerate(readings(match[0])[0])}
        for place, (char, label) in enumerate(parts):
            if label:
                count += 1
                if read[place] not in (label, label[:-1] + "5"):
                    found.append(Miss(text, f"{char} {label}", read[place]))
    return found, count


def main() -> None:
    """Print the figures and what was missed."""
    for title, (missed, count) in (
        ("Japanese sentences", japanese_misses("japanese.tsv")),
        ("Japanese sentences, unseen", japanese_misses("japanese_unseen.tsv")),
        ("Chinese characters", chinese_misses("chinese.tsv")),
        ("Chinese characters, unseen", chinese_misses("chinese_unseen.tsv")),
    ):
        print(f"{title}: {count - len(missed)} of {count} ({100 - 100 * len(missed) / count:.1f} %)")
        for miss in missed:
            print(f"    {miss.text}  expected {miss.expected}  read {miss.read}")


if __name__ == "__main__":
    main()
