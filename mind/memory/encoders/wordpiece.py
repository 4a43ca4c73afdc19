"""WordPiece: words cut into the pieces that a BERT model knows, longest first (Devlin et al. 2018, as `uncased` models do it)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from mind.errors import EncoderFault
from mind.memory.encoders.model_folder import AGAIN, read_table, read_text

LONGEST_WORD: Final = 100
"""Characters; longer "words" are unknown to the model, as in the reference."""

MOST_REMEMBERED: Final = 50_000


class WordPiece:
    """Texts to ids of pieces, from [CLS] to [SEP]. Words once cut are remembered while the program runs."""

    def __init__(self, vocabulary: Mapping[str, int], *, lowercase: bool = True, unknown: str = "[UNK]") -> None:
        missing = [mark for mark in ("[CLS]", "[SEP]", unknown) if mark not in vocabulary]
        if missing:
            raise EncoderFault(f"The model's vocabulary lacks {missing[0]}.", AGAIN)
        self.vocabulary = vocabulary
        self._lowercase = lowercase
        self._unknown = vocabulary[unknown]
        self._first, self._last = vocabulary["[CLS]"], vocabulary["[SEP]"]
        self._longest = min(LONGEST_WORD, max(map(len, vocabulary)))
        self._known: dict[str, tuple[int, ...]] = {}

    def ids(self, text: str, most: int) -> list[int]:
        """The ids of a text, at most `most` of them with both marks."""
        found = [self._first]
        # No piece is longer than a word: what lies far behind the last piece need not be looked at.
        for word in words(text[: most * LONGEST_WORD], lowercase=self._lowercase):
            found.extend(self._pieces(word))
            if len(found) >= most:
                break
        return [*found[: most - 1], self._last]

    def _pieces(self, word: str) -> tuple[int, ...]:
        pieces = self._known.get(word)
        if pieces is None:
            pieces = self._cut(word)
            if len(self._known) >= MOST_REMEMBERED:
                self._known.clear()
            self._known[word] = pieces
        return pieces

    def _cut(self, word: str) -> tuple[int, ...]:
        if len(word) > LONGEST_WORD:
            return (self._unknown,)
        pieces, start = [], 0
        while start < len(word):
            for end in range(min(len(word), start + self._longest), start, -1):
                piece = self.vocabulary.get(word[start:end] if start == 0 else "##" + word[start:end])
                if piece is not None:
                    break
            else:
                return (self._unknown,)
            pieces.append(piece)
            start = end
        return tuple(pieces)


def words(text: str, *, lowercase: bool = True) -> Iterator[str]:
    """Words and signs: spaces part words, each sign and each Chinese character stands alone; accents go with the case."""
    word: list[str] = []
    for sign in _small(text) if lowercase else text:
        kind = _kind(sign)
        if kind == "word":
            word.append(sign)
            continue
        if kind == "nothing":
            continue
        if word:
            yield "".join(word)
            word = []
        if kind == "alone":
            yield sign
    if word:
        yield "".join(word)


def _small(text: str) -> str:
    """Without accents, then in lower case."""
    if text.isascii():
        return text.lower()
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if unicodedata.category(sign) != "Mn").lower()


_KINDS: Final[dict[str, str]] = {}


def _kind(sign: str) -> str:
    kind = _KINDS.get(sign)
    if kind is None:
        kind = _KINDS[sign] = _told_kind(sign)
    return kind


def _told_kind(sign: str) -> str:
    """One of "word", "space", "alone" or "nothing" (control characters)."""
    code, category = ord(sign), unicodedata.category(sign)
    if sign in " \t\n\r" or category == "Zs":
        return "space"
    if code in (0, 0xFFFD) or category.startswith("C"):
        return "nothing"
    # Signs of ASCII such as $ + ` count as punctuation here, though Unicode calls some of them symbols.
    if category.startswith("P") or (code < 128 and not sign.isalnum()) or _is_ideograph(code):
        return "alone"
    return "word"


def _is_ideograph(code: int) -> bool:
    """Chinese characters, also those of Japanese and Korean; kana and hangul are letters here."""
    return (
        0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0x20000 <= code <= 0x2A6DF or 0x2A700 <= code <= 0x2CEAF
        or 0xF900 <= code <= 0xFAFF or 0x2F800 <= code <= 0x2FA1F
    )  # fmt: skip


def read_wordpiece(folder: Path) -> WordPiece:
    """The tokenizer of a model's folder, from tokenizer.json, else vocab.txt. Raises `EncoderFault`."""
    if (folder / "tokenizer.json").is_file():
        return _from_json(read_table(folder / "tokenizer.json"))
    lines = read_text(folder / "vocab.txt").split("\n")
    settings = read_table(folder / "tokenizer_config.json") if (folder / "tokenizer_config.json").is_file() else {}
    vocabulary = {line.rstrip("\r"): number for number, line in enumerate(lines) if line.strip()}
    return WordPiece(vocabulary, lowercase=settings.get("do_lower_case", True) is not False)


def _from_json(table: dict[str, Any]) -> WordPiece:
    model, normalizer = table.get("model"), table.get("normalizer")
    vocabulary = model.get("vocab") if isinstance(model, dict) else None
    # Older files leave the type out; the vocabulary of other types is a list, or lacks [CLS].
    if not isinstance(model, dict) or model.get("type", "WordPiece") != "WordPiece" or not isinstance(vocabulary, dict):
        raise EncoderFault("The model's tokenizer is no WordPiece.", "Choose a BERT model, or one in ONNX.")
    if not all(isinstance(piece, str) and type(number) is int for piece, number in vocabulary.items()):
        raise EncoderFault("The model's vocabulary cannot be read.", AGAIN)
    lowercase = normalizer.get("lowercase", True) if isinstance(normalizer, dict) else True
    return WordPiece(vocabulary, lowercase=lowercase is not False, unknown=str(model.get("unk_token", "[UNK]")))
