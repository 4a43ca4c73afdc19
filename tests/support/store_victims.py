"""Processes that work on a store until they are killed.

One process loads everything once and forks a victim per order: a fresh interpreter for each would spend its life importing.
``order`` is a line ``TASK FOLDER``; a victim tells every acknowledgement on the shared pipe at once, before going on.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import numpy as np

from mind.domain import AskedOf, BondEvent, Note, NoteSentence
from mind.ports import UnitOfWork
from mind.store import open_store, schema
from mind.store.migrations import STEPS  # noqa: F401 - loaded before the fork, not by each victim
from mind.store.restore import restore
from tests.support.store_samples import MONDAY, answer, fact, say


def tell(*words: object) -> None:
    """One whole line on the pipe: short enough that the system never splits it."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def talk_once(unit: UnitOfWork, number: int) -> int:
    """One whole turn: words, memory, bond and answer in one transaction."""
    word = f"word{os.getpid()}x{number}x"
    turn = say(unit, f"I met {word} today. " + "and so on " * (number % 50))
    memory = unit.memories.keep(fact(word, f"user.person.{word}.name", quote=f"I met {word}"), turn)
    assert memory is not None
    unit.ledger.apply([BondEvent("chat", word)], MONDAY, turn.id)
    answer(unit, turn, f"How is {word}?", used=(memory.id,))
    unit.commit()
    return turn.id


def writing(folder: Path) -> None:
    """Turn after turn, each told after its commit."""
    store = open_store(folder)
    for number in range(100_000):
        tell("kept", store.call(lambda unit, number=number: talk_once(unit, number)))


def forgetting(folder: Path) -> None:
    """Turn after turn; every second one is forgotten at once."""
    store = open_store(folder)
    for number in range(100_000):
        row = store.call(lambda unit, number=number: talk_once(unit, number))
        if number % 2:
            store.call(lambda unit, row=row: (unit.turns.remove(row), unit.commit()))
            tell("gone", row, f"word{os.getpid()}x{number}x")
        else:
            tell("kept", row)


def remember_once(unit: UnitOfWork, number: int) -> tuple[int, str]:
    """A turn that goes on into a receipt, a request, a vector and a page of the diary, in one transaction."""
    word = f"word{os.getpid()}x{number}x"
    turn = say(unit, f"I met {word} today.")
    memory = unit.memories.keep(fact(word, f"user.person.{word}.name", quote=f"I met {word}"), turn)
    assert memory is not None
    again = say(unit, f"{word} again")
    unit.memories.keep(fact(word, f"user.person.{word}.name", quote=word), again)
    reply = answer(unit, turn, f"How is {word}?", used=(memory.id,))
    unit.requests.keep(AskedOf(reply.id, MONDAY, "localhost", "small", (("user", f"I met {word}"),), 1, 1, True))
    unit.vectors.keep("test", [(turn.id, turn.text, np.eye(8, dtype=np.float32)[number % 8])])
    day = (MONDAY + timedelta(days=turn.id)).date().isoformat()
    sentences = (NoteSentence(f"{word} came up.", (turn.id,), (memory.id,)), NoteSentence("It rained.", (again.id,)))
    unit.notes.write(Note("diary", day, "en", "rules", MONDAY, sentences))
    unit.commit()
    return memory.id, word


def remembering(folder: Path) -> None:
    """Memory after memory with all that hangs on it; every second one is forgotten at once."""
    store = open_store(folder)
    for number in range(100_000):
        row, word = store.call(lambda unit, number=number: remember_once(unit, number))
        if number % 2:
            store.call(lambda unit, row=row: (unit.memories.forget(row), unit.commit()))
            tell("gone", row, word)
        else:
            tell("kept", row)


def upgrading(folder: Path) -> None:
    """Bring an older store to today's schema, again and again."""
    for number in range(100_000):
        place = folder / f"{os.getpid()}-{number}"
        place.mkdir(parents=True)
        shutil.copy(folder / "older.db", place / "hearth.db")
        open_store(place).close()
        tell("kept", number)


def opening(folder: Path) -> None:
    """Make the store, again and again from nothing."""
    for number in range(100_000):
        open_store(folder / str(number)).close()
        tell("kept", number)


def restoring(folder: Path) -> None:
    """Restore the newest backup, again and again."""
    for number in range(100_000):
        restore(folder)
        tell("kept", number)


TASKS: dict[str, Callable[[Path], None]] = {
    task.__name__: task for task in (writing, forgetting, remembering, upgrading, opening, restoring)
}


def serve() -> None:
    """Fork a victim for every order, tell its id, and tell when it is dead."""
    assert schema.HEAD
    for order in sys.stdin:
        task, folder = order.rstrip("\n").split(" ", 1)
        pid = os.fork()
        if pid == 0:
            try:
                TASKS[task](Path(folder))
            except BaseException as fault:
                tell("failed", type(fault).__name__, str(fault)[:300])
            os._exit(1)
        tell("born", pid)
        os.waitpid(pid, 0)
        tell("dead", pid)


@dataclass
class Told:
    """What a victim acknowledged before it died."""

    kept: list[int] = field(default_factory=list)
    gone: list[tuple[int, str]] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    @property
    def count(self) -> int:
        return len(self.kept) + len(self.gone) + len(self.failed)


class Victims:
    """Orders victims and kills them. A context."""

    def __enter__(self) -> Victims:
        self._server = subprocess.Popen(
            [sys.executable, "-m", "tests.support.store_victims"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2],
        )  # fmt: skip
        return self

    def __exit__(self, *_: object) -> None:
        self._server.communicate()

    def killed(self, task: str, folder: Path, moment: Moment) -> Told:
        """Let a victim work until `moment`, kill it, and give what it told."""
        assert self._server.stdin and self._server.stdout
        self._server.stdin.write(f"{task} {folder}\n")
        self._server.stdin.flush()
        pid = int(self._line()[1])
        told = Told()
        while told.count < moment.told and self._heard(told):
            pass
        time.sleep(moment.then)
        os.kill(pid, signal.SIGKILL)
        while self._heard(told):
            pass
        return told

    def _heard(self, told: Told) -> bool:
        """Read one line into `told`; False once the victim is dead."""
        line = self._line()
        if line[0] == "kept":
            told.kept.append(int(line[1]))
        elif line[0] == "gone":
            told.gone.append((int(line[1]), line[2]))
        elif line[0] == "failed":
            told.failed.append(" ".join(line))
        return line[0] != "dead"

    def _line(self) -> list[str]:
        assert self._server.stdout
        line = self._server.stdout.readline()
        assert line, "the server of victims died"
        return line.split()


@dataclass(frozen=True)
class Moment:
    """When to kill: after so many acknowledgements, and some seconds more. Counting holds on slow machines too."""

    told: int
    then: float


def moments(count: int, seed: int, *, most_told: int = 4, longest: float = 0.02) -> list[Moment]:
    """Random moments: some before anything is acknowledged, some long after."""
    choice = random.Random(seed)
    return [Moment(choice.randint(0, most_told), choice.uniform(0, longest)) for _ in range(count)]


if __name__ == "__main__":
    serve()
