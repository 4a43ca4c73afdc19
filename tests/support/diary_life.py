"""A diary already written: three days of an invented life in a data folder."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from mind.domain import BondEvent, FactProposal, Note, NoteSentence
from mind.languages import Lang
from mind.memory.consolidation.days import DAWN, day_of, week_of
from mind.ports import UnitOfWork
from tests.support.store_samples import store_in

LONG = {
    "en": "You worked on the letter until the windows went dark, and the third draft has the truest line in it, you said. ",
    "zh": "你说信改到窗外都黑了，第三稿里有最真的一句，我照你的原话留着。",
    "ja": "窓の外が暗くなるまで手紙を直していて、三つ目の下書きにいちばん本当の一行がある、と話してくれました。",
}
TITLE = {"en": "Rain, and a cover letter", "zh": "雨，还有一封求职信", "ja": "雨と応募の手紙"}


def written(folder: Path, lang: Lang = "en", days: int = 3) -> list[str]:
    """Pages of the last `days` days, newest first; the first of them with two memories and three turns behind it."""
    made: list[str] = []
    now = (datetime.now().astimezone() - DAWN).replace(hour=18)

    def live(unit: UnitOfWork) -> None:
        for ago in range(days, 0, -1):
            at = now - timedelta(days=ago)
            turns = [unit.turns.add("user", f"words {number} of day {ago}", at, lang, "typed") for number in range(3)]
            unit.ledger.apply([BondEvent("disclose", f"day {ago}"), BondEvent("affection", f"kind {ago}")], at, turns[0].id)
            facts = [
                unit.memories.keep(
                    FactProposal("pet.name", f"user.pet.cat{ago}{number}.name", name, f"Your cat is called {name}.", name, lang),
                    turns[number],
                )
                for number, name in enumerate((f"Momo{ago}", f"Miso{ago}"))
            ]  # fmt: skip
            memories = [fact for fact in facts if fact is not None]
            sentences = (
                NoteSentence(f"{TITLE[lang]} {ago}", (turns[0].id,), paragraph=0),
                NoteSentence(LONG[lang] * 2, (turns[0].id,), (memories[0].id,), paragraph=1),
                NoteSentence(LONG[lang], (turns[1].id,), (memories[1].id,), paragraph=1),
                NoteSentence(LONG[lang], (turns[2].id,), paragraph=2),
            )
            unit.notes.write(Note("diary", day_of(at), lang, "rules", at, sentences))
            made.append(day_of(at))
        monday, sunday = week_of(made[-1])
        week = (NoteSentence(TITLE[lang], (1,), paragraph=0), NoteSentence(LONG[lang], (1,), paragraph=1))
        unit.notes.write(Note("chapter", monday, lang, "rules", now, week, until=sunday))
        unit.commit()

    with store_in(folder) as store:
        store.call(live)
    return made[::-1]
