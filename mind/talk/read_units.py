"""One function a kind of block: from fields to the unit."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import get_args

from mind.talk.blocks import Block, Field
from mind.talk.reading import Reader, flag, number, only
from mind.talk.units import (
    STORY_KINDS,
    Act,
    Branch,
    Day,
    DayKind,
    Fact,
    Feeling,
    Gambit,
    Greet,
    Keep,
    Need,
    Rather,
    Riddle,
    Rung,
    Story,
    StoryPart,
    Tell,
    Topic,
    Trait,
)

_MATCH = ("pat", "yes", "no")
NEEDS = ("listen", "advise", "distract", "celebrate", "company", "play", "information", "listen.felt", "celebrate.told")
"""What a turn may ask for, the most telling first: who asks to be heard wants no advice. `listen.felt` is not asked for in
words: what is told weighs. `celebrate.told` counts only where it is exclaimed."""
SORTS = ("yes", "no", "dunno", "any")


def words_of(block: Block, name: str) -> tuple[str, ...]:
    """A comma list over all fields of that name."""
    return tuple(w.strip() for f in block.all(name) for w in re.split(r"[,，、]", f.arg) if w.strip())


def act(block: Block, reader: Reader) -> Act:
    only(block, *_MATCH, "say", "ask", "tier", "do", "bond", "severity", "need", "move", "goodbye", "fixed", "whole")
    return Act(
        block.id, reader.matcher(block), reader.lines(block, "say"), int(number(block, "tier", 4)), block.arg("do"),
        block.arg("bond"), number(block, "severity", 1.0), block.arg("need"), reader.lines(block, "ask"),
        flag(block, "move", True), flag(block, "goodbye"), flag(block, "fixed"), flag(block, "whole"),
    )


def need(block: Block, reader: Reader) -> Need:
    only(block, *_MATCH)
    if block.id not in NEEDS:
        raise block.fail(f"'{block.id}' is no need; there are: {' '.join(NEEDS)}")
    return Need(block.id, reader.matcher(block))


def fact(block: Block, reader: Reader) -> Fact:
    only(block, *_MATCH, "key", "value", "text", "single", "dated", "past", "sad", "weight", "ends", "say", "ask", "later", "due",
         "greet")
    for need in ("key", "value", "text"):
        if not block.arg(need) and not block.arg("ends"):
            raise block.fail(f"fact needs '{need}'")
    return Fact(
        block.id, reader.matcher(block), block.arg("key"), block.arg("value"), block.arg("text"),
        flag(block, "single", True), flag(block, "dated"), flag(block, "past"), flag(block, "sad"), number(block, "weight", 1.0),
        words_of(block, "ends"), reader.lines(block, "say"), reader.lines(block, "ask"),
        reader.lines(block, "later"), reader.lines(block, "due"), reader.lines(block, "greet"),
    )


def feeling(block: Block, reader: Reader) -> Feeling:
    only(block, *_MATCH, "words", "strong", "valence", "say", "ask", "later", "greet")
    return Feeling(
        block.id, words_of(block, "words"), words_of(block, "strong"), int(number(block, "valence", 0)),
        reader.matcher(block), reader.lines(block, "say"), reader.lines(block, "ask"), reader.lines(block, "later"),
        reader.lines(block, "greet"),
    )


def topic(block: Block, reader: Reader) -> Topic:
    only(block, "enter", "links", "bridge", "name")
    return Topic(
        block.id, _spelt_out(block, reader, "enter"), words_of(block, "links"), reader.lines(block, "bridge"), block.arg("name"),
    )


def _spelt_out(block: Block, reader: Reader, name: str) -> tuple[str, ...]:
    """The words of a field, a concept as all of its words."""
    out: list[str] = []
    for word in words_of(block, name):
        if word.startswith("~"):
            if word[1:] not in reader.concepts:
                raise block.fail(f"unknown concept '{word}'", block.all(name)[0].line)
            out.extend(reader.concepts[word[1:]])
        else:
            out.append(word)
    return tuple(out)


def gambit(block: Block, reader: Reader) -> Gambit:
    only(block, "say", "mine", "why", "on", "keep", "when", "about", "unless", "sides")
    when = block.all("when")
    condition = reader.condition(block, when[0].arg if when else "", when[0].line if when else block.line)
    return Gambit(
        block.id, block.id.split(".")[0], reader.lines(block, "say"), condition, block.arg("about"),
        words_of(block, "unless"), reader.lines(block, "mine"), reader.lines(block, "why"), _branches(block, reader),
        words_of(block, "sides"),
    )


def _branches(block: Block, reader: Reader) -> tuple[Branch, ...]:
    out: list[Branch] = []
    for i, field in enumerate(block.fields):
        if field.name != "on":
            continue
        keep = None
        lines = field
        after = block.fields[i + 1] if i + 1 < len(block.fields) else None
        if after is not None and after.name == "keep":
            keep = _keep(block, after)
            lines = Field("on", field.arg, field.line, [*field.lines, *after.lines])
        sort = field.arg if field.arg in SORTS else "words"
        patterns = () if sort != "words" else tuple(
            reader.pattern(block, w.strip(), field.line) for w in re.split(r"[,，、]", field.arg) if w.strip()
        )
        out.append(Branch(sort, patterns, reader.under(block, lines, f"on{len(out)}"), keep))
    return tuple(out)


def _keep(block: Block, field: Field) -> Keep:
    match = re.match(r"^(user\.\S+)\s*=\s*([^;；]+)[;；]\s*(.+)$", field.arg)
    if match is None:
        raise block.fail("keep is 'keep user.some.key = value ; Sentence shown to the user.'", field.line)
    key = match.group(1)
    return Keep(key.removeprefix("user."), key, match.group(2).strip(), match.group(3).strip())


def tell(block: Block, reader: Reader) -> Tell:
    only(block, "tags", "when", "say", "more", "why")
    when = block.all("when")
    condition = reader.condition(block, when[0].arg if when else "", when[0].line if when else block.line)
    # Most have no field of their own for what is said: it stands right under what it goes with.
    return Tell(block.id, _spelt_out(block, reader, "tags"), condition, reader.lines(block, "say", "tags", "when"),
                reader.lines(block, "more"), reader.lines(block, "why"))


def day(block: Block, reader: Reader) -> Day:
    only(block, "say", "kind", "words", "name", "more", "why", "done")
    given = block.arg("kind", "project")
    kind: DayKind | None = next((one for one in get_args(DayKind) if one == given), None)
    if kind is None:
        raise block.fail(f"a day is one of {' '.join(get_args(DayKind))}, not '{given}'")
    return Day(
        block.id, reader.lines(block, "say", "kind", "words", "name"), kind, words_of(block, "words"), block.arg("name"),
        reader.lines(block, "more"), reader.lines(block, "why"), reader.lines(block, "done"),
    )


def greet(block: Block, reader: Reader) -> Greet:
    only(block, "when", "say")
    when = block.all("when")
    condition = reader.condition(block, when[0].arg if when else "", when[0].line if when else block.line)
    return Greet(block.id, condition, reader.lines(block, "say"))


def riddle(block: Block, reader: Reader) -> Riddle:
    only(block, "say", "answers", "hint", "after")
    return Riddle(block.id, reader.lines(block, "say"), words_of(block, "answers"), reader.lines(block, "hint"),
                  reader.lines(block, "after"))


def rather(block: Block, reader: Reader) -> Rather:
    only(block, "say", "a", "b", "mine")
    sides = {name: block.all(name) for name in ("a", "b")}
    if any(len(fields) != 1 for fields in sides.values()):
        raise block.fail("rather needs one 'a' and one 'b'")
    return Rather(block.id, reader.lines(block, "say"), words_of(block, "a"), words_of(block, "b"),
                  reader.lines(block, "a"), reader.lines(block, "b"), reader.lines(block, "mine"))


def trait(block: Block, reader: Reader) -> Trait:
    only(block, *_MATCH, "say")
    return Trait(block.id, reader.lines(block, "say"), reader.matcher(block))


def rung(block: Block, reader: Reader) -> Rung:
    only(block, "say", "mine")
    depth, _, name = block.id.partition(".")
    if depth not in ("1", "2", "3") or not name:
        raise block.fail("a rung is '1.name', '2.name' or '3.name'")
    return Rung(block.id, int(depth), reader.lines(block, "say"), reader.lines(block, "mine"))


def story(block: Block, reader: Reader) -> Story:
    only(block, "title", "kind", "cast", "part", "choose", "ask", "then")
    kind = block.arg("kind") or STORY_KINDS[0]
    if kind not in STORY_KINDS:
        raise block.fail(f"'{kind}' is no kind of story; there are: {' '.join(STORY_KINDS)}")
    parts: list[StoryPart] = []
    for field in block.fields:
        if field.name == "part":
            parts.append(StoryPart(field.arg, reader.under(block, field, f"part.{field.arg}")))
        elif field.name in ("choose", "ask", "then"):
            if not parts:
                raise block.fail(f"'{field.name}' before the first part", field.line)
            parts[-1] = _extended(block, parts[-1], field, reader)
    return Story(block.id, block.arg("title"), tuple(_cast(block, f) for f in block.all("cast")), tuple(parts), kind)


def _extended(block: Block, part: StoryPart, field: Field, reader: Reader) -> StoryPart:
    if field.name == "ask":
        return replace(part, ask=reader.under(block, field, f"ask.{part.id}"))
    if field.name == "then":
        return replace(part, then=field.arg)
    side, _, words = field.arg.partition(" ")
    if not words:
        raise block.fail("choose is 'choose PART word, word'", field.line)
    chosen = tuple(w.strip() for w in re.split(r"[,，、]", words) if w.strip())
    return replace(part, choices={**part.choices, side: chosen})


def _cast(block: Block, field: Field) -> tuple[str, str, str]:
    match = re.match(r"^(\w+)\s+from\s+(\S+)\s+else\s+(.+)$", field.arg)
    if match is None:
        raise block.fail("cast is 'cast slot from fact.kind.slot else words'", field.line)
    return match.group(1), match.group(2), match.group(3)
