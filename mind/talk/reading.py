"""Fields of a block into lines, patterns and samples."""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass

from mind.languages import Lang
from mind.talk.blocks import Block, Field, RawLine
from mind.talk.conditions import Condition, parse_condition
from mind.talk.patterns import Pattern, make_pattern
from mind.talk.units import Line, Lines, Matcher, Sample

_SLOT = re.compile(r"\{([^{}]*)\}")
_SLOT_NAME = re.compile(r"^[a-z_0-9.]+(:[a-z]+)?$")


@dataclass(frozen=True, slots=True)
class Reader:
    """Knows the language and its concepts; turns text of a block into parts of units."""

    lang: Lang
    concepts: Mapping[str, tuple[str, ...]]

    def lines(self, block: Block, *names: str, start: int = 0) -> Lines:
        """All wordings under the named fields, numbered from `start`."""
        out: list[Line] = []
        for name in names:
            for raw in block.lines(name):
                out.append(self.line(block, raw, f"{block.id}/{name}/{start + len(out)}"))
        return tuple(out)

    def under(self, block: Block, field: Field, name: str) -> Lines:
        """The wordings of one field."""
        return tuple(self.line(block, raw, f"{block.id}/{name}/{i}") for i, raw in enumerate(field.lines))

    def line(self, block: Block, raw: RawLine, line_id: str) -> Line:
        """One wording, its braces checked."""
        rest = _SLOT.sub("", raw.text)
        if "{" in rest or "}" in rest:
            raise block.fail("a brace is not closed", raw.line)
        for slot in _SLOT.findall(raw.text):
            if not _SLOT_NAME.match(slot):
                raise block.fail(f"'{{{slot}}}' is no slot", raw.line)
        return Line(line_id, raw.text, self.condition(block, raw.when, raw.line))

    def condition(self, block: Block, text: str, line: int) -> Condition:
        """A condition, its errors at that line."""
        return parse_condition(text, lambda message: block.fail(message, line))

    def pattern(self, block: Block, source: str, line: int) -> Pattern:
        """A pattern, its errors at that line."""
        return make_pattern(source, self.lang, self.concepts, lambda message: block.fail(message, line))

    def matcher(self, block: Block) -> Matcher:
        """The block's `pat`, `yes` and `no` fields."""
        patterns = tuple(self.pattern(block, f.arg, f.line) for f in block.all("pat"))
        return Matcher(patterns, self._samples(block, "yes"), self._samples(block, "no"))

    def _samples(self, block: Block, name: str) -> tuple[Sample, ...]:
        out: list[Sample] = []
        for field in block.all(name):
            match = re.match(r'^"([^"]+)"(.*)$', field.arg)
            if match is None:
                raise block.fail(f"'{name}' needs a text in straight quotes", field.line)
            slots: dict[str, str] = {}
            for word in shlex.split(match.group(2).replace("'", "\\'")):
                key, sign, value = word.partition("=")
                if not sign:
                    raise block.fail(f"'{word}' should be slot=value", field.line)
                slots[key] = value
            out.append(Sample(match.group(1), slots, block.path, field.line))
        return tuple(out)


def flag(block: Block, name: str, default: bool = False) -> bool:
    """A yes/no field."""
    value = block.arg(name)
    if value not in ("", "yes", "no"):
        raise block.fail(f"'{name}' is yes or no, not '{value}'", block.all(name)[0].line)
    if not block.all(name):
        return default
    return value != "no"


def number(block: Block, name: str, default: float) -> float:
    """A number field."""
    value = block.arg(name)
    try:
        return float(value) if value else default
    except ValueError:
        raise block.fail(f"'{name}' needs a number, not '{value}'", block.all(name)[0].line) from None


def only(block: Block, *names: str) -> None:
    """Complain about a field the block's kind does not know."""
    for field in block.fields:
        if field.name not in names:
            raise block.fail(f"{block.kind} knows no field '{field.name}'", field.line)


NO_CONDITION = Condition()
