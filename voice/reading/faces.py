"""Emoji, emoticons and kaomoji: seen, never said."""

from __future__ import annotations

import re
from typing import Final

from voice.reading.traced_text import TracedText

PICTURE: Final = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2190-\u21ff\u2300-\u23ff\u2500-\u25ff\ufe00-\ufe0f\u200d\u20e3"
    "\U000e0020-\U000e007f\u266a-\u266f]+"
)
KEYCAP: Final = re.compile(r"[0-9#*]\ufe0f?\u20e3")
SMILEY: Final = re.compile(
    r"(?<![^\s.,!?。，！？、~～\u3040-\u9fff])(?:"
    r"[>]?[:;=8xX][-^'o,]?[)(DPpOo3|/\\*\]\[}{><$]{1,12}(?<![:;=8xX]8)|[)(][-^']?[:;=]|</?3+|[xX]D+|:'\(|"
    r"\^[_.o-]?\^[;'\"]?|\^{2,6}|[TQ][_.A][TQ]|[QT]A[QT]|>[_.wo^]<|[oO0][_.][oO0]|-[_.]-[;']?|[uU][wW][uU]|[oO][wW][oO]|[>]w[<]|;[_-];|"
    r"ಠ_ಠ|[~^]_[~^]|\\o/|orz|ORZ|m\(_ _\)m"
    r")(?![\w)])"
)
GROUP: Final = re.compile(
    r"[^\w\s()（）\[\]「」。，！？、,.!?:;\"'-]{0,3}[(（]([^()（）\n]{1,24})[)）][^\w\s()（）\[\]「」。，！？、,.!?:;\"'-]{0,3}|ʕ[^\nʕʔ]{1,12}ʔ|¯\\?_?\([^)\n]{1,6}\)_?/?¯|[┻┬][━─]{1,4}[┻┬]"
)
FACE: Final = frozenset("^_≧≦∀▽´`｀´°ω・･;；><˘ᴥ‿♥ㅂㅠ́̀•̀•́ᵕ◕ᴗ￣ー¬´∇дДᗜ益皿◡●○◠╯︵ツﾟ~*Дﾉ｡。@＠=꒪⁄•ˊˋ")
LIMBS: Final = frozenset("oOTuUQwдДωツノﾉっつシヾゞづ人∩m三Σξ彡口皿益∀ᴥㅂㅠㅅ灬")
"""Letters that draw eyes, mouths and arms."""

ARMS: Final = re.compile(r"(?<=[)）])[ノﾉっつシ](?![\w])|[ヾっ](?=[(（])")


def without_faces(text: TracedText) -> TracedText:
    """The text without drawn faces and pictures."""
    if "(" in text.text or "（" in text.text or "┻" in text.text:
        text = text.sub(ARMS, no_arms).sub(GROUP, no_face)
    text = text.sub(SMILEY, "")
    return text if text.text.isascii() else text.sub(KEYCAP, lambda match: (match.start(), match.start() + 1)).sub(PICTURE, "")


def no_arms(match: re.Match[str]) -> str | None:
    """Leave out the arms of a face in brackets, and nothing else."""
    text, begin, end = match.string, match.start(), match.end()
    if match[0] in "ヾっ" and text[end : end + 1] in "(（":
        closing = next((at for at in range(end, min(len(text), end + 26)) if text[at] in ")）"), None)
        return "" if closing and is_face(text[end + 1 : closing]) else None
    opening = next((at for at in range(begin - 2, max(-1, begin - 28), -1) if text[at] in "(（"), None)
    return "" if opening is not None and is_face(text[opening + 1 : begin - 1]) else None


def no_face(match: re.Match[str]) -> str | None:
    """Leave out brackets that hold a face; keep those that hold words."""
    return "" if match[1] is None or is_face(match[1]) else None


def is_face(inside: str) -> bool:
    """Whether signs and a few letters draw a face: no two common letters side by side, and something that looks."""
    words = "".join(" " if char in LIMBS or not (char.isalnum() and char not in FACE) else "w" for char in inside)
    drawn = sum(char in FACE or char in LIMBS for char in inside)
    return "w" not in words and drawn >= 2 and (any(char in FACE for char in inside) or inside in ("o.o", "O.O", "T.T", "TT"))
