"""Bare parroting: a reaction that only gives a span of the user's back, with nothing added.

The reaction is what stands before the move. A sentence is bare where, with the user's words (persons turned), function words and
small noises taken out, nothing is left of it, and at least one content word of the user's stood in it (two characters running in
Chinese and Japanese). A reply parrots where its first sentence is bare and no other sentence of the reaction says anything: where
the plan made a move, one sentence more is taken to be that move.
"""

from __future__ import annotations

import re
from typing import Final

from mind.languages import Lang
from mind.talk.bench.measures.stop import CJK, FUNCTION
from mind.talk.bench.measures.user_words import stem
from mind.talk.ledger import split_sentences, without_cues

NOISES: Final = frozenset("啊呀呢吧嗯哦哎噢喔哈是的了这样么吗你我那就说好原来"
                          "かねなよんでそうですえあはがをにもとのっくてたうんへぇー")


def parrots(reply: str, turn: str, lang: Lang, *, moved: bool) -> bool:
    """Whether the reaction of a reply to `turn` is a bare repeat; `moved`: a move stands after it."""
    sentences = [without_cues(one) for one in split_sentences(reply)]
    if not sentences or not is_bare(sentences[0], turn, lang):
        return False
    rest = [one for one in sentences[1:] if not is_bare(one, turn, lang)]
    return len(rest) <= int(moved)


def is_bare(sentence: str, turn: str, lang: Lang) -> bool:
    """Whether a sentence is nothing but words of the user's."""
    return _bare_en(sentence, turn) if lang == "en" else _bare_cjk(sentence, turn)


def _bare_en(sentence: str, turn: str) -> bool:
    theirs = {stem(word) for word in _words(turn)}
    own = [word for word in _words(sentence) if word not in FUNCTION]
    return bool(own) and all(stem(word) in theirs for word in own)


def _words(text: str) -> list[str]:
    return re.findall(r"[\w']+", text.lower().replace("’", "'"))


def _bare_cjk(sentence: str, turn: str) -> bool:
    own, theirs = _turned(sentence), _turned(turn)
    shared, left, at = 0, "", 0
    while at < len(own):
        size = next((size for size in range(len(own) - at, 1, -1) if own[at:at + size] in theirs), 0)
        shared += size
        left += "" if size else own[at]
        at += size or 1
    return shared >= 2 and not [char for char in left if char not in NOISES and char not in CJK]


def _turned(text: str) -> str:
    """Without marks, both persons written alike."""
    return re.sub(r"[\W_]+", "", text.lower()).replace("你", "我").replace("您", "我")
