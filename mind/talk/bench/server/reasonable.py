"""A server that answers as a reasonable model would: from the notes it is handed and from answers written by hand.

What a user of the transcripts says, somebody has answered in `answers/LANG.txt`. The server finds those words in the request, and
does what the plan there asks for: it adds the question written for them where the plan asks one, tells in the plan's own words
what the plan means to tell, and says good night where the user leaves. Where nobody wrote an answer it says what the plan means,
as the plan words it; where the plan has no words either, it falls silent, and the rules go on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from mind.languages import Lang
from mind.talk.bench.server.serving import Answer, Messages
from mind.talk.ledger import split_sentences
from mind.turn.prompt_texts import prompt_texts

ANSWERS: Final = Path(__file__).parent / "answers"
ASKING: Final = ("follow", "gambit")
MOVES: Final = ("tell", "mine_too", "deed", "open", "callback", "propose", "tease", "loop", "hers", "due", "offer", "name_ask")
"""The plan's other ways on, which its last sentence words."""
_NOTE: Final = re.compile(r"^[\[【].*[\]】]$")


@dataclass(frozen=True, slots=True)
class Written:
    """An answer written by hand."""

    reaction: str
    question: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """What the last message asks for."""

    said: str
    acts: str
    """What the plan means to do, in words."""
    meant: str
    """The plan's own wording; empty where it leaves it to the model."""
    goodbye: bool


class Reasonable:
    """Answers of such a server. Nothing is said twice: what was said once is taken from the plan the second time."""

    def __init__(self, lang: Lang) -> None:
        self._lang = lang
        self._said: set[str] = set()

    def __call__(self, messages: Messages) -> Answer:
        """The answer to a request."""
        asked = read_request(messages, self._lang)
        written = _written_for(asked.said, self._lang)
        if asked.goodbye or written is None or written.reaction in self._said:
            return Answer(self._as_meant(asked))
        self._said.add(written.reaction)
        return Answer(self._glue([written.reaction, *self._way_on(asked, written)]))

    def _as_meant(self, asked: Request) -> str:
        whole = self._glue(_whole(asked.meant))
        return whole if whole not in self._said else ""

    def _way_on(self, asked: Request, written: Written) -> list[str]:
        """What follows the reaction, as the plan has it."""
        acts: dict[str, str] = prompt_texts(self._lang)["acts"]
        if any(acts[name] in asked.acts for name in ASKING) and written.question:
            return [written.question]
        sentences = _whole(asked.meant)
        if sentences and any(acts[name] in asked.acts for name in MOVES):
            return sentences[-1:]
        return []

    def _glue(self, parts: list[str]) -> str:
        return (" " if self._lang == "en" else "").join(part for part in parts if part)


def _whole(text: str) -> list[str]:
    """The sentences of a plan's wording, without a last one that the prompt had no room for."""
    sentences = split_sentences(text)
    return sentences if not sentences or re.search(r"[.!?…。！？][\"'”’」』）)]*$", sentences[-1]) else sentences[:-1]


def read_request(messages: Messages, lang: Lang) -> Request:
    """The user's words and the plan out of the last message."""
    words: dict[str, Any] = prompt_texts(lang)
    lines = _without_records(messages[-1]["content"].splitlines())
    notes = [line for line in lines if _NOTE.match(line)]
    said = "\n".join(line for line in lines if not _NOTE.match(line)).strip()
    joined = "\n".join(notes)
    acts, meant = _between(joined, words["plan"].partition("{need}")[0], "{acts}"), _between(joined, words["meant"], "{said}")
    return Request(said, acts, meant, words["goodbye"] in joined)


def _without_records(lines: list[str]) -> list[str]:
    """The lines outside the marks between which records stand."""
    marks = [at for at, line in enumerate(lines) if re.fullmatch(r"[0-9a-f]{8}", line.strip())]
    return lines[: marks[0]] + lines[marks[-1] + 1 :] if len(marks) >= 2 else lines


def _between(text: str, form: str, slot: str) -> str:
    """What stands in a note where its form has the slot."""
    before, _, after = form.partition(slot)
    found = re.search(re.escape(before) + r"(.*?)" + re.escape(after), text)
    return found[1].strip() if found else ""


def _written_for(said: str, lang: Lang) -> Written | None:
    """The answer to the last of these words that somebody wrote one for."""
    found = [(said.rfind(words), len(words), written) for words, written in _answers(lang).items() if words in said]
    return max(found, key=lambda one: one[:2])[2] if found else None


@cache
def _answers(lang: Lang) -> dict[str, Written]:
    out: dict[str, Written] = {}
    for line in (ANSWERS / f"{lang}.txt").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        words, parted, answer = line.partition(" :: ")
        if not parted:
            raise ValueError(f"no answer in: {line}")
        reaction, _, question = answer.partition(" ? ")
        out[words.strip()] = Written(reaction.strip(), question.strip())
    return out
