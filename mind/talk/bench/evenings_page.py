"""The page beside the transcripts: how they were made, who came, and their figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from mind.talk.bench.evenings import SEED, SERVER, SHOWN
from mind.talk.bench.figures import figures
from mind.talk.bench.goals import GOALS
from mind.talk.bench.script import Script
from mind.talk.bench.talk import Talk

HEAD: Final = """# Evenings

Whole evenings with Mira and no language model, word for word: five in English, five in Chinese, two in Japanese. Nothing was
edited afterwards.

## How they were made

`hearth bench talk --evenings docs/evenings` writes this folder. Each evening is a talk of one invented user with the whole
companion: her planner, her memory on a store of her own, her bond, her loops and reminders, in virtual time. The users are
scripts (`mind/talk/bench/users`): who they are, small stories of their lives told over several days, how they answer, ask back
and take their leave. They hear her replies and answer them, but they are no more than scripts, and sometimes answer beside the
question as people do. What is kept here is each user's second evening, so she knows them from the one before. The talks are not
chosen from many: every one is the talk of seed {seed}. Notes in round brackets are gestures of hers.

## With a server

`{server}/` holds the first half of the same evenings with a language server behind the same plan. The server is real in how it
speaks (HTTP, streaming, the prompt she always sends), and scripted in what it says: answers to these users' words were written by
hand beforehand, as a reasonable model might give them, and the script follows the plan in the prompt. It asks its question only
where the plan asks one, tells what the plan means to tell in the plan's words, and says goodbye where the plan does. Where nobody
wrote an answer it gives the plan's own wording, and where it has none of either it says nothing and her rules go on. So these
halves show how plan, memory, guard and a model's words fit together; they are no measure of any real model. Because she says
other things there, the users say partly other things, too.

## Figures

Of the evening alone. Goals for two hundred turns of ten users stand beside `hearth bench talk`.
"""
COLUMNS: Final = {
    "twice": "sentences twice", "overlap": "overlap", "openers": "openers again", "questions": "questions in any ten",
    "user": "uses the user's own", "parrots": "bare repeats", "wrong": "wrong callbacks", "lost": "\"does not understand\"",
}


def page(written: Sequence[tuple[str, Script, Talk]]) -> str:
    """The page, of every evening by its file's name."""
    forms = {goal.key: goal.form for goal in GOALS}
    rows = [f"| evening | turns | {' | '.join(COLUMNS[key] for key in SHOWN)} |", f"|---|{'---|' * (len(SHOWN) + 1)}"]
    for name, script, talk in written:
        values = figures(talk).values
        cells = " | ".join(forms[key].format(values[key]) for key in SHOWN)
        rows.append(f"| [{script.title}]({name}) ({name.removesuffix('.md')}) | {len(talk.turns)} | {cells} |")
    return HEAD.format(seed=SEED, server=SERVER) + "\n" + "\n".join(rows) + "\n"
