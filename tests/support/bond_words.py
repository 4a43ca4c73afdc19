"""What she says to the same five moments at every stage of the bond, in a hurt, in play, and as mentor, rival or partner.

    python -m tests.support.bond_words [en zh ja]

prints the tables of docs/bond-shows.md. Every reply is one of the real planner's, in a talk of its own. She often answers as at
any stage; shown is the first talk, by number, in which the stage or the relation is heard, if one of `TALKS` is.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Final

from desktop.bearing.stages import captions, summaries
from mind.domain import BondSummary, Relation, Terms
from mind.languages import LANGS, Lang, as_lang
from mind.ports import Scene
from mind.talk.said import key_of, unpack_turns
from tests.support.bond_figures import table
from tests.support.talk_house import START, House

TALKS: Final = 40
NAMES: Final[dict[Lang, str]] = {"en": "Robin", "zh": "小林", "ja": "ケン"}
HEAD: Final = ("greeting", "good news", "sad news", "thanks", "small talk", "goodbye")
ASKED: Final[dict[Lang, tuple[str | None, ...]]] = {
    "en": (None, "I got the job!", "I failed the exam.", "Thank you", "I sat on the old wall for a while", "Goodbye"),
    "zh": (None, "我拿到那份工作了！", "我考试没过。", "谢谢你", "我今天下午在公园坐了一会儿", "再见"),
    "ja": (
        None, "採用されました！", "試験に落ちました。", "ありがとうございます", "今日は公園に少し座っていました", "さようなら",
    ),
}  # fmt: skip
RELATIONS: Final[tuple[Relation, ...]] = ("mentor", "rival", "partner")


@dataclass
class Two(House):
    """The house, with a bond and terms of its own."""

    bond: BondSummary = field(default_factory=lambda: summaries()["stage 0"])
    terms: Terms = field(default_factory=Terms)

    def scene(self) -> Scene:
        return replace(super().scene(), bond=self.bond, terms=self.terms)


def rows(lang: Lang) -> Iterator[tuple[str, list[str]]]:
    """What she says at each moment, by the caption of the stage or relation."""
    grown = summaries()
    for number, (name, bond) in enumerate(grown.items()):
        yield captions()[name], [reply(lang, asked, bond, "friend", number) for asked in ASKED[lang]]
    for number, relation in enumerate(RELATIONS, len(grown)):
        yield f"{relation}, friends", [reply(lang, asked, grown["stage 2"], relation, number) for asked in ASKED[lang]]


def reply(lang: Lang, asked: str | None, bond: BondSummary, relation: Relation, first: int) -> str:
    """Her reply in the first talk from number `first` on in which the relation, the play or else the stage is heard."""
    heard = [in_talk(lang, asked, bond, relation, seed) for seed in range(first, first + TALKS)]
    return max(heard, key=lambda one: one[1])[0]


def in_talk(lang: Lang, asked: str | None, bond: BondSummary, relation: Relation, seed: int) -> tuple[str, int]:
    """Her reply in one talk, and what is heard in it: 2 the relation or the play, 1 the stage, 0 neither."""
    two = Two(lang=lang, seed=seed, name=NAMES[lang], adult=True, last_seen=START - timedelta(days=1), bond=bond,
              terms=Terms(relation=relation))  # fmt: skip
    text = two.greet()
    if asked is not None:
        text = two.say(asked)
    used = {key for key, turn in unpack_turns(two.state["wordings"]).items() if turn == two.state["n"]}
    first = ("relation.", *RELATIONS) if relation != "friend" else ("close.tease",)
    return text, 2 if used & keys(two, first) else int(bool(used & keys(two, ("close.",))))


def keys(house: House, prefixes: tuple[str, ...]) -> set[str]:
    """Keys of the wordings of frames and things told whose names begin so."""
    content = house.planner.content(house.lang)
    frames = [line for name, lines in content.frames.items() if name.startswith(prefixes) for line in lines]
    tells = [line for name, tell in content.tells.items() if name.startswith(prefixes) for line in tell.say]
    return {key_of(line.id) for line in (*frames, *tells)}


def main(langs: list[str]) -> None:
    """One table a language."""
    for lang in [as_lang(one) for one in langs] or LANGS:
        said = [[caption, *replies] for caption, replies in rows(lang)]
        quoted = ", ".join(f"“{asked}”" for asked in ASKED[lang] if asked)
        print(f"\n{lang}: she greets; {quoted}\n\n{table(('', *HEAD), said)}")


if __name__ == "__main__":
    main(sys.argv[1:])
