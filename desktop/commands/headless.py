"""``hearth --headless``: the conversation on stdin and stdout.

Her words go to stdout, a reply a line, as soon as it is complete; notices and faults to stderr. Without a terminal on
stdin nothing is asked: the first line is already conversation. The end of the input or Ctrl-C ends it; all is kept.
The line ``/why`` tells why she said what she said last; it is not kept. While the prompt is free she may begin by herself.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import sys
from typing import TYPE_CHECKING, Final

from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from desktop.headless.beginnings import Beginnings
    from desktop.headless.lines import Lines
    from desktop.headless.listener import Listener
    from desktop.settings.model import BrainSettings, Settings
    from mind.events import Event
    from mind.turn.companion import Companion

PROMPT: Final = "> "
THINK_SECONDS: Final = 3.0
"""At the end: so long may she take to write of the days that ended. What is left waits for the next time."""
WHY: Final = "/why"
QUIET_SECONDS: Final = 75.0
"""After so long without a line what was said is read again."""


def run(args: argparse.Namespace) -> int:
    """Talk until the input ends."""
    from desktop.composition import open_companion
    from desktop.data_folder import data_folder
    from desktop.settings import load_settings

    folder = data_folder(args.data_dir)
    settings = load_settings(folder)
    companion = open_companion(folder, settings, asked=args.lang, place="terminal")
    return asyncio.run(_guarded_talk(companion, settings, in_json=args.json))


async def _guarded_talk(companion: Companion, settings: Settings, *, in_json: bool) -> int:
    """Talk; whatever ends it, the reply under way is kept and the store closed."""
    from desktop.termination import terminable

    with terminable():
        try:
            await _talk(companion, settings, in_json=in_json)
            await _think(companion)
        finally:
            await companion.close()
    return Exit.OK


async def _talk(companion: Companion, settings: Settings, *, in_json: bool) -> None:
    from desktop.headless.adult_question import ask_adult
    from desktop.headless.beginnings import Beginnings
    from desktop.headless.lines import Lines
    from desktop.headless.listener import JsonListener, WordsListener

    asks = sys.stdin.isatty() and sys.stderr.isatty()
    lines = Lines(sys.stdin.fileno(), sys.stdin.encoding)
    listener: Listener = JsonListener() if in_json else WordsListener()
    if asks:
        await ask_adult(companion, lines)
    await _tell(companion.greet(), listener)
    beginnings = Beginnings(companion, settings.initiative, lambda events: _begun(events, listener, asks))
    while (line := await _heard(companion, lines, listener, asks, beginnings)) is not None:
        if line.strip() == WHY:
            await _tell_why(companion, settings.brain, in_json=in_json)
        elif line.strip():
            await _turn(companion, line, listener)


async def _think(companion: Companion) -> None:
    """Write of the days that ended, if it goes quickly."""
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(companion.reflect(today=False, offline=True), THINK_SECONDS)


async def _heard(
    companion: Companion, lines: Lines, listener: Listener, asks: bool, beginnings: Beginnings
) -> str | None:
    """The next line. While none comes for long, a server may read the last words again and point out what to keep, and
    she may begin by herself."""
    line = asyncio.create_task(_next_line(lines, asks))
    try:
        await asyncio.wait([line], timeout=QUIET_SECONDS)
        if not line.done():
            await _read_again(companion, listener, line)
            await beginnings.until(line)
        return await line
    finally:
        line.cancel()


async def _read_again(companion: Companion, listener: Listener, line: asyncio.Task[str | None]) -> None:
    """Until it is done, or a line comes."""
    reading = asyncio.create_task(_tell(companion.learn(), listener))
    try:
        await asyncio.wait([line, reading], return_when=asyncio.FIRST_COMPLETED)
    finally:
        if not reading.done():
            reading.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await reading


async def _begun(events: AsyncGenerator[Event, None], listener: Listener, asks: bool) -> bool:
    """What she says of herself takes the place of the prompt, which comes again under it. Whether she said anything."""
    said = False
    async with contextlib.aclosing(events) as running:
        async for event in running:
            if asks and not said:
                print("\r", end="", file=sys.stderr, flush=True)
            said = True
            listener.take(event)
    if asks and said:
        _prompt()
    return said


def _prompt() -> None:
    print(PROMPT, end="", file=sys.stderr, flush=True)


async def _next_line(lines: Lines, asks: bool) -> str | None:
    if asks:
        _prompt()
    return await lines.next()


async def _turn(companion: Companion, line: str, listener: Listener) -> None:
    from mind.turn.words import kept_words

    if kept_words(line):
        await _tell(companion.say(line), listener)


async def _tell_why(companion: Companion, brain: BrainSettings, *, in_json: bool) -> None:
    from desktop.headless.output import print_json, print_words
    from desktop.why.printed import why_json, why_lines
    from desktop.why.told import texts

    found = await companion.book.why()
    lang = (await companion.person()).lang
    if in_json:
        print_json({"event": "why", "why": why_json(found, brain) if found else None})
    elif found is None:
        print_words(str(texts(lang)["no_reply_yet"]))
    else:
        print_words("\n".join(why_lines(found, brain, lang)))


async def _tell(events: AsyncGenerator[Event, None], listener: Listener) -> None:
    """Hand on every event; leaving early ends the reply and keeps it."""
    async with contextlib.aclosing(events) as running:
        async for event in running:
            listener.take(event)
