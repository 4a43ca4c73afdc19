"""What the child of a system voice and its parent say to each other: one frame a message, of JSON and the bytes of a sound.

Nothing in it is run or unpickled: what a broken child writes is at worst unreadable.
"""

from __future__ import annotations

import json
import struct
from dataclasses import asdict, dataclass, field
from multiprocessing.connection import Connection
from typing import Any, Final

LARGEST: Final = 64 << 20
"""Bytes of the longest message: a quarter of an hour of speech."""

HEAD: Final = struct.Struct("<I")


class Unreadable(Exception):
    """The message is none of ours."""


@dataclass(frozen=True, slots=True)
class Request:
    """One utterance, or the list of voices where `text` is empty.

    Words a minute and pitch are None where the system's own shall hold; `voice` is an id or empty; `gender` is wanted where it
    is. `patience`: seconds after which nobody waits any more.
    """

    text: str = ""
    lang: str = "en"
    voice: str = ""
    gender: str = "woman"
    rate: int | None = None
    pitch: int | None = None
    patience: float = 3.0


@dataclass(frozen=True, slots=True)
class Answer:
    """``ready``, ``sound``, ``voices`` or ``fault``, what is told with it, and the bytes of the sound's file."""

    kind: str
    told: dict[str, Any] = field(default_factory=dict)
    sound: bytes = b""


def send_request(line: Connection, request: Request) -> None:
    """To the child. Raises OSError where it has gone."""
    line.send_bytes(json.dumps(asdict(request)).encode())


def next_request(line: Connection) -> Request:
    """In the child. Raises EOFError or OSError when the parent has gone."""
    return Request(**json.loads(line.recv_bytes(LARGEST)))


def send_answer(line: Connection, answer: Answer) -> None:
    """To the parent. Raises OSError where it has gone."""
    head = json.dumps({"kind": answer.kind, "told": answer.told}).encode()
    line.send_bytes(HEAD.pack(len(head)) + head + answer.sound)


def next_answer(line: Connection) -> Answer:
    """In the parent; blocks. Raises EOFError or OSError when the child has gone, `Unreadable` where it talks nonsense."""
    data = line.recv_bytes(LARGEST)
    try:
        (size,) = HEAD.unpack_from(data)
        head = json.loads(data[HEAD.size : HEAD.size + size])
        kind, told = head["kind"], head["told"]
    except (struct.error, ValueError, KeyError, TypeError) as nonsense:
        raise Unreadable from nonsense
    if not isinstance(kind, str) or not isinstance(told, dict):
        raise Unreadable
    return Answer(kind, told, data[HEAD.size + size :])
