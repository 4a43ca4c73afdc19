"""Servers that are bad company: she stays good company, in her own words, and neither memory nor bond notices."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from mind.brains.openai_brain import OpenAIBrain
from mind.character import MIRA
from mind.clock import VirtualClock
from mind.domain import Person
from mind.events import FaultShown, Reply, Sentence
from mind.ports import Brain
from mind.talk import RulePlanner
from mind.turn.companion import Companion
from mind.turn.marks import marks
from mind.turn.variety.foreign import foreign
from mind.turn.variety.wholeness import ENDS
from tests.support.openai_server import Script, cuts, page, says, serving, silent, stalls, wanders
from tests.support.turn_companion import PATIENT, companion, reply_of, sentences, told

ZONE = timezone(timedelta(hours=1))
TALK = ("My sister Nina is a vet.", "Work was long today.", "We had soup while it rained all day.")
PLANNER = RulePlanner()
QUICK = replace(PATIENT, first_token=0.4, idle=0.3, characters=3000)


@dataclass(frozen=True)
class Bad:
    """A bad server, and what must be heard of it never."""

    name: str
    scripts: tuple[Script, ...]
    never: str
    kept: str = ""
    """What of it may well be heard in the first reply."""
    faults: bool = False
    """Whether it fails in a way that the user is shown."""


def again(text: str, finish: str | None = "stop") -> tuple[Script, ...]:
    return (says(*re.findall(r".{1,7}", text, re.DOTALL), finish=finish),)


GOOD = "Vets keep odd hours."
BAD = [
    Bad("echoes the user", (lambda exchange: says(_users(exchange))(exchange),), r"My sister Nina is a vet|Work was long today"),
    Bad("French", again("[happy] Je comprends très bien ce que tu me dis, et je suis là pour toi."), "comprends"),
    Bad("Chinese", again("[happy] 我明白你的感受，今天真的是很长的一天呢。"), "明白"),
    Bad("Russian", again("Я тебя очень хорошо понимаю, это был длинный день."), "понимаю"),
    Bad("the user's lines", again(f"{GOOD}\nUser: I know, right? I lost my zebra."), "zebra|User", GOOD),
    Bad("the user's name", again(f"{GOOD}\n**Robin:** I lost my zebra."), "zebra|Robin:", GOOD),
    Bad("both roles", again(f"Assistant: {GOOD}\nYou: Zebras?\nAssistant: Zebras."), "Assistant|Zebras", GOOD),
    Bad("never ends", (wanders(),), r"(?:here\.[^.]*){50}", "Otters wander here."),
    Bad("goes in circles", again(f"{GOOD} " + "It is what it is and so it goes on and on. " * 40), r"(?:It is what it is.*){3}"),
    Bad("one letter", again(f"{GOOD} Ooo" + "o" * 900), "oooooooooo", GOOD),
    Bad("mid-word", again(f"{GOOD} And the anima"), r"anima\b", GOOD),
    Bad("mid-word at once", again("That sounds like a very exhausti"), "exhausti"),
    Bad("mid-word by length", again(f"{GOOD} And the anima", "length"), r"anima\b", GOOD, True),
    Bad("nothing", (says(),), "^$", faults=True),
    Bad("white space", again("  \n\n  \n"), "^$", faults=True),
    Bad("only signs", again("... !"), r"^\W*$"),
    Bad("only a cue", again("[happy]"), "happy", faults=True),
    Bad("breaks off", (cuts(f"{GOOD} And then"),), "And then$", GOOD, True),
    Bad("breaks off at once", (cuts("Ve"),), r"^Ve\b", faults=True),
    Bad("falls silent", (stalls(f"{GOOD} And"),), "And$", GOOD, True),
    Bad("never answers", (silent(),), "^$", faults=True),
    Bad("a page", (page(),), "html|Welcome", faults=True),
    Bad("an error as words", again("Error: CUDA out of memory. Tried to allocate 2.00 GiB."), "CUDA|allocate"),
    Bad("data", again('{"role": "assistant", "content": "Vets know."}'), r'"role|content"|\{'),
    Bad("a disclaimer", again("As an AI language model, I cannot have feelings about soup."), "language model"),
    Bad("think tags", again(f"<think>The user has a sister. A zebra.</think>{GOOD}"), "zebra|think>", GOOD),
    Bad("an open thought", again("<think>The user has a sister. A zebra, and"), "zebra", faults=True),
    Bad("markdown", again("## Zebra\n\n**Vets** keep *odd* hours.\n- They rise early.\n"), r"[#*]|^- |Zebra", GOOD),
    Bad("its own orders", again(f"[You mean to: ask them.] [They need: company.] {GOOD}"), "You mean|They need", GOOD),
    Bad("lost characters", again("V\ufffd\ufffd\ufffdts k\ufffd\ufffdp \ufffd\ufffdd h\ufffdurs."), "\ufffd"),
]  # fmt: skip


def _users(exchange: object) -> str:
    """The user's words as they stand in the last message."""
    last = exchange._server.chats[-1].body["messages"][-1]["content"]
    return next(words for words in TALK if words in last)


async def marks_of(she: Companion) -> dict[str, str]:
    return asdict(await she._store.run(lambda uow: marks(uow, MIRA)))


async def evening(folder: Path, brain: Brain | None, talk: Sequence[str] = TALK) -> tuple[list[list[object]], dict[str, str]]:
    """A short talk; its events and what it left."""
    clock = VirtualClock(datetime(2026, 3, 2, 19, 30, tzinfo=ZONE))
    async with companion(folder, PLANNER, brain, clock=clock, deadline=QUICK) as she:
        await she.set_person(Person("Robin", "en", True))
        await told(she.greet())
        events = []
        for words in talk:
            clock.advance(40)
            events.append(await told(she.say(words)))
        return events, await marks_of(she)


LEFT: list[dict[str, str]] = []


async def left_by_rules(folder: Path) -> dict[str, str]:
    """What the same talk leaves without any server; lived once for all."""
    if not LEFT:
        LEFT.append((await evening(folder, None))[1])
    return LEFT[0]


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.name)
async def test_she_stays_good_company(bad: Bad, tmp_path: Path) -> None:
    with serving(*bad.scripts) as server:
        talk, left = await evening(tmp_path / "bad", OpenAIBrain(server.url, "tiny"))
    assert left == await left_by_rules(tmp_path / "rules")
    replies: list[Reply] = [reply_of(events).reply for events in talk]
    for events, reply in zip(talk, replies, strict=True):
        assert ENDS.search(reply.text), reply.text
        assert not re.search(bad.never, reply.text, re.DOTALL), reply.text
        assert not foreign(reply.text, "en")
        assert reply.text == "".join(one.before + one.text for one in events if isinstance(one, Sentence))
        shown = [event for event in events if isinstance(event, FaultShown)]
        assert not any(fault.message in reply.text for fault in shown)
        assert bad.faults or not shown
    assert any(isinstance(event, FaultShown) for event in talk[0]) is bad.faults
    if bad.kept:
        assert bad.kept in replies[0].text
    spoken = [sentence for events in talk for sentence in sentences(events) if len(sentence.split()) > 2]
    assert len(spoken) == len(set(spoken)), "no sentence is heard twice"
