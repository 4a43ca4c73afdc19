"""Reading `.talk` files into blocks: the text layer of the content format (docs/talk-format.md).

A block is a header at the margin (`act thanks`) and indented fields (`pat thanks`); lines that begin with ``|``
are wordings and belong to the field above them. Nothing here knows what the fields mean.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


class ContentError(Exception):
    """A content file says something that cannot be used; the message begins with ``file:line:``."""

    def __init__(self, path: Path, line: int, message: str) -> None:
        super().__init__(f"{path.parent.name}/{path.name}:{line}: {message}")


@dataclass(frozen=True, slots=True)
class RawLine:
    """One wording: its condition as written (maybe empty) and its words."""

    text: str
    when: str
    line: int


@dataclass(slots=True)
class Field:
    """`name argument`, with the wordings under it."""

    name: str
    arg: str
    line: int
    lines: list[RawLine] = field(default_factory=list)


@dataclass(slots=True)
class Block:
    """A header and its fields, in order."""

    kind: str
    id: str
    path: Path
    line: int
    fields: list[Field] = field(default_factory=list)

    def fail(self, message: str, line: int | None = None) -> ContentError:
        """An error that points at this block, or at one of its lines."""
        return ContentError(self.path, line or self.line, message)

    def all(self, name: str) -> list[Field]:
        """Every field of that name."""
        return [f for f in self.fields if f.name == name]

    def arg(self, name: str, default: str = "") -> str:
        """The argument of the only field of that name."""
        found = self.all(name)
        if len(found) > 1:
            raise self.fail(f"'{name}' is given twice", found[1].line)
        return found[0].arg if found else default

    def lines(self, name: str) -> list[RawLine]:
        """All wordings under fields of that name."""
        return [line for f in self.all(name) for line in f.lines]


def read_blocks(path: Path) -> Iterator[Block]:
    """Every block of a file, in order."""
    block: Block | None = None
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        text = raw.strip()
        if not text or text.startswith("#"):
            continue
        if not raw[0].isspace() and not text.startswith("|"):
            if block is not None:
                yield block
            kind, _, name = text.partition(" ")
            if not name.strip():
                raise ContentError(path, number, f"'{kind}' needs a name")
            block = Block(kind, name.strip(), path, number)
            continue
        if block is None:
            raise ContentError(path, number, "a field before the first header")
        if text.startswith("|"):
            _add_line(block, text, number)
        else:
            name, _, arg = text.partition(" ")
            block.fields.append(Field(name, arg.strip(), number))
    if block is not None:
        yield block


def _add_line(block: Block, text: str, number: int) -> None:
    body = text[1:]
    when = ""
    if body and not body[0].isspace():
        when, bar, body = body.partition("|")
        if not bar:
            raise block.fail("a condition needs a closing '|': |tod=night| words", number)
    body = body.strip()
    if not body:
        raise block.fail("a wording without words", number)
    if not block.fields:
        block.fields.append(Field("say", "", number))
    block.fields[-1].lines.append(RawLine(body, when.strip(), number))
