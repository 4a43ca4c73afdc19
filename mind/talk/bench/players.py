"""How a user plays: takes up what she proposes, hunts her number, lays words, guesses, gives up. By her words alone."""

from __future__ import annotations

import random
import re
from typing import Final

from mind.languages import Lang
from mind.talk.bench.decks import Decks
from mind.talk.bench.script import Line

PROPOSES: Final[dict[Lang, str]] = {
    "en": r"riddle|game|play|number|word chain|rather|story|guess|chain|twenty questions|round|another one|next one",
    "zh": r"谜|游戏|玩|数字|接龙|二选一|故事|猜|再来|下一个",
    "ja": r"なぞなぞ|ゲーム|遊|数字|しりとり|お話|物語|当て|もう一",
}
HIGHER: Final = r"higher|above|up from|stool|over|more|高|大|往上|上|もっと大"
LOWER: Final = r"lower|below|down from|under|less|mind your head|低|小|往下|下"
ON: Final[dict[Lang, tuple[str, ...]]] = {
    "en": ("go on", "ok", "and then?", "ready", "next", "all right"),
    "zh": ("然后呢", "好", "接着说", "好了", "继续", "嗯，下一步"),
    "ja": ("それで？", "うん", "続けて", "いいよ", "次は？"),
}
AGAIN: Final = r"another|one more|harder|next one|shall (?:i|we)|再来|还要|下一|もう一|続け|次"
NEVER_MIND: Final[dict[Lang, str]] = {
    "en": "Never mind, leave it as it was.", "zh": "算了，就照原来的吧。", "ja": "いいよ、そのままで。",
}  # fmt: skip
GIVE_UP: Final[dict[Lang, str]] = {"en": "I give up", "zh": "我认输，告诉我吧", "ja": "降参、答えを教えて"}
HINT: Final[dict[Lang, str]] = {"en": "a hint please", "zh": "给个提示", "ja": "ヒントちょうだい"}
STOP: Final[dict[Lang, str]] = {"en": "let's stop the game here", "zh": "先不玩了", "ja": "ゲームはここまでにしよう"}
LONGEST: Final = 14
"""Turns of a game after which they have had enough."""


class Playing:
    """The games of one user."""

    def __init__(self, lang: Lang, rng: random.Random, decks: Decks) -> None:
        self._lang = lang
        self._rng = rng
        self._decks = decks
        self._game = ""
        self._turns = 0
        self._laid: set[str] = set()
        self._low, self._high, self._last = 1, 100, 0

    def proposed(self, question: str) -> bool:
        """Whether a question of hers proposes a game."""
        return bool(re.search(PROPOSES[self._lang], question, re.IGNORECASE))

    def starts(self) -> Line | None:
        """The words that begin one; None for a user who knows of none."""
        return self._decks.draw("games")

    def says(self, reply: str, game: str) -> Line | None:
        """Their turn in a running game; None where her reply is answered as any other."""
        if game != self._game:
            self._game, self._turns = game, 0
            self._laid.clear()
            self._low, self._high, self._last = 1, 100, 0
        self._turns += 1
        if self._turns > LONGEST:
            return Line(STOP[self._lang])
        if re.search(r"[?？]", reply) and re.search(AGAIN, reply, re.IGNORECASE):
            again = self._decks.draw("yes" if self._rng.random() < 0.5 else "no.game", "no")
            self._turns = LONGEST if again is not None and again in self._decks.all("no.game") else self._turns
            return again
        if game == "know" and re.search(r"what('s| is| should)|right|应该|什么|何", reply, re.IGNORECASE):
            return Line(NEVER_MIND[self._lang])
        if game == "guess":
            return self._hunts(reply)
        if game == "chain":
            return self._lays(reply)
        if game in ("riddle", "emoji"):
            return self._guesses()
        if re.search(r"[?？]", reply):
            return None
        return Line(self._rng.choice(ON[self._lang]))

    def _hunts(self, reply: str) -> Line:
        """By halves, as a person does, a little off."""
        if self._last and re.search(HIGHER, reply, re.IGNORECASE):
            self._low = self._last + 1
        elif self._last and re.search(LOWER, reply, re.IGNORECASE):
            self._high = self._last - 1
        if self._low > self._high:
            return Line(GIVE_UP[self._lang])
        middle = (self._low + self._high) // 2
        self._last = min(self._high, max(self._low, middle + self._rng.randint(-2, 2)))
        return Line(str(self._last))

    def _lays(self, reply: str) -> Line:
        quoted = re.findall(r"[\"“「『]([^\"”」』]+)[\"”」』]", reply)
        letters = re.findall(r"\b([B-HJ-Z])\b|(?:with|of) ([AI])\b", reply) if self._lang == "en" else []
        end = max(letters[-1]).lower() if letters else quoted[-1][-1].lower() if quoted else ""
        self._laid.update(quoted)
        words = [one for one in self._decks.all("chain") if end and one.text.startswith(end) and one.text not in self._laid]
        if not words:
            return Line(GIVE_UP[self._lang])
        word = self._rng.choice(words)
        self._laid.add(word.text)
        return word

    def _guesses(self) -> Line:
        roll = self._rng.random()
        if roll < 0.25:
            return Line(HINT[self._lang])
        if roll < 0.5 or not self._decks.has("riddle"):
            return Line(GIVE_UP[self._lang])
        return self._decks.draw("riddle") or Line(GIVE_UP[self._lang])
