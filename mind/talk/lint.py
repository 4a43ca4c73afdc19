"""Checks the content of a language: ``python -m mind.talk.lint [en zh ja]``. Each complaint names its place.

Samples must hold, questions must be answerable by herself, wordings must be short, their own, and free of what she never says.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path

from assets import asset
from mind.languages import LANGS, Lang, as_lang
from mind.talk.blocks import ContentError
from mind.talk.commands import COMMANDS
from mind.talk.content import Content, load
from mind.talk.ledger import opener_key, sentence_key, split_sentences, without_cues
from mind.talk.lint_words import BANNED, CUES
from mind.talk.perceive import perceive
from mind.talk.units import Act, Fact, Feeling, Line, Lines, Need, Sample
from mind.talk.volume import table, volumes

LONGEST = {"en": 190, "zh": 80, "ja": 95}
NOW = datetime(2026, 3, 2, 18, 30, tzinfo=timezone.utc)

Unit = Act | Fact | Feeling | Need


def lint(content: Content) -> Iterator[str]:
    """Every complaint about a loaded language."""
    units: list[Unit] = [*content.acts.values(), *content.facts.values(), *content.feelings.values(), *content.needs.values()]
    for unit in units:
        yield from _samples(unit, content)
    yield from _gambits(content)
    for act in content.acts.values():
        if act.do and act.do.split()[0] not in COMMANDS:
            yield f"act {act.id}: unknown command '{act.do}'"
    yield from _silent(content)
    lines = list(all_lines(content))
    yield from _wordings(lines, content.lang)
    yield from _doubles([line for line in lines if line.id.split("/")[0] not in content.greets or "known" not in line.id],
                        content.lang)
    yield from _openers(lines, content.lang)
    yield from (f"{row.count} {row.name}, at least {row.least} are needed" for row in volumes(content) if row.short)
    yield from _thin(content)
    yield from _sided(content)


ASKING_SHARE = 0.6
"""At most so much of a pool of reactions asks: else the answer to everything is a question."""
POOLS = {"reflect": 20, "echo.thing": 20, "fallback.quote": 20, "low.ack": 20, "answer.any": 12, "with.any": 12, "deed": 15}
"""Frames that are drawn from all evening, and the least wordings each must hold (English and Chinese)."""


def _thin(content: Content) -> Iterator[str]:
    """Pools that are drawn from all evening and hold too little, or ask too much."""
    for name, least in POOLS.items():
        pool = content.frame(name)
        if content.lang != "ja" and len(pool) < least:
            yield f"frame {name}: {len(pool)} wordings, at least {least}"
        asking = sum(line.text.rstrip("\"”」』").endswith(("?", "？")) for line in pool)
        if len(pool) >= 8 and asking > ASKING_SHARE * len(pool):
            yield f"frame {name}: {asking} of {len(pool)} wordings ask"


def _sided(content: Content) -> Iterator[str]:
    """Sides that no branch takes."""
    for gambit in content.gambits.values():
        if gambit.sides and len(gambit.sides) != 2:
            yield f"gambit {gambit.id}: 'sides' names two things"
        for side in gambit.sides if content.lang != "ja" else ():  # Japanese branches take stems
            if not any(side.lower() in pattern.source.lower() for branch in gambit.on for pattern in branch.patterns):
                yield f"gambit {gambit.id}: no branch takes the side '{side}'"


def _silent(content: Content) -> Iterator[str]:
    """What has nothing to say: its wordings stand under a field that holds none."""
    said: list[tuple[str, str, Lines]] = [("frame", name, lines) for name, lines in content.frames.items()]
    said += [("tell", name, tell.say) for name, tell in content.tells.items()]
    said += [("greet", name, greet.say) for name, greet in content.greets.items()]
    said += [("gambit", name, gambit.say) for name, gambit in content.gambits.items()]
    yield from (f"{kind} {name}: nothing is said" for kind, name, lines in said if not lines)


def all_lines(content: Content) -> Iterator[Line]:
    """Every wording of the language."""
    for act in content.acts.values():
        yield from (*act.say, *act.ask)
    for fact in content.facts.values():
        yield from (*fact.say, *fact.ask, *fact.later, *fact.due, *fact.greet)
    for feeling in content.feelings.values():
        yield from (*feeling.say, *feeling.ask, *feeling.later, *feeling.greet)
    for gambit in content.gambits.values():
        yield from (*gambit.say, *gambit.mine, *gambit.why)
        for branch in gambit.on:
            yield from branch.say
    for frame in content.frames.values():
        yield from frame
    for greet in content.greets.values():
        yield from greet.say
    for tell in content.tells.values():
        yield from (*tell.say, *tell.more, *tell.why)
    for day in content.days.values():
        yield from (*day.steps, *day.more, *day.why, *day.done)
    for topic in content.topics.values():
        yield from topic.bridge
    for riddle in content.riddles.values():
        yield from (*riddle.say, *riddle.hint, *riddle.after)
    for rather in content.rathers.values():
        yield from (*rather.say, *rather.on_a, *rather.on_b, *rather.mine)
    for story in content.stories.values():
        for part in story.parts:
            yield from (*part.say, *part.ask)


def _samples(unit: Unit, content: Content) -> Iterator[str]:
    kind = type(unit).__name__.lower()
    if unit.match.patterns or isinstance(unit, Feeling):
        for name, samples in (("yes", unit.match.yes), ("no", unit.match.no)):
            if len(samples) < 2:
                yield f"{kind} {unit.id}: needs two '{name}' samples"
    for sample in unit.match.yes:
        problem = _taken(unit, sample, content)
        if problem:
            yield f"{_at(sample)} {kind} {unit.id}: \"{sample.text}\" {problem}"
    for sample in unit.match.no:
        if _taken(unit, sample, content) is None:
            yield f"{_at(sample)} {kind} {unit.id}: \"{sample.text}\" is taken but should not be"


def _at(sample: Sample) -> str:
    return f"{sample.path.parent.name}/{sample.path.name}:{sample.line}:"


def _taken(unit: Unit, sample: Sample, content: Content) -> str | None:
    """None when the sample gives this unit with its slots, else what is wrong."""
    p = perceive(sample.text, content, NOW, asked_name=unit.id == "name.asked")
    if isinstance(unit, Act):
        found = [h.slots for h in p.acts if h.act.id == unit.id]
    elif isinstance(unit, Fact):
        found = [h.slots for h in (*p.facts, *p.open) if h.fact.id == unit.id]
    elif isinstance(unit, Need):
        found = [{} for name in p.needs if name == unit.id]
    else:
        found = [{} for f in p.feelings if f.cls == unit.id]
    if not found:
        return "is not taken"
    for key, value in sample.slots.items():
        if not any(slots.get(key) == value for slots in found):
            return f"gives {key}={found[0].get(key)!r}, not {value!r}"
    return None


def _gambits(content: Content) -> Iterator[str]:
    for topic in content.topics.values():
        yield from (f"topic {topic.id}: link to unknown topic '{link}'" for link in topic.links if link not in content.topics)
    for gambit in content.gambits.values():
        sorts = [b.sort for b in gambit.on]
        if not gambit.say:
            yield f"gambit {gambit.id}: says nothing"
        for need, have in (("mine", gambit.mine), ("why", gambit.why)):
            if not have:
                yield f"gambit {gambit.id}: needs '{need}'"
        if "dunno" not in sorts or "any" not in sorts:
            yield f"gambit {gambit.id}: needs 'on dunno' and 'on any'"
        if len(sorts) < 3:
            yield f"gambit {gambit.id}: needs three branches"
        for branch in gambit.on:
            if not branch.say:
                yield f"gambit {gambit.id}: 'on {branch.sort}' says nothing"


def _wordings(lines: list[Line], lang: Lang) -> Iterator[str]:
    for line in lines:
        plain = without_cues(line.text)
        if len(plain) > LONGEST[lang] and "/part." not in line.id:
            yield f"{line.id}: {len(plain)} characters, at most {LONGEST[lang]}"
        lowered = plain.lower()
        for banned in BANNED[lang]:
            if banned in lowered:
                yield f"{line.id}: she never says '{banned}'"
        for cue in _cues(line.text):
            if cue not in CUES:
                yield f"{line.id}: unknown cue [{cue}]"


def _cues(text: str) -> Iterator[str]:
    rest = text
    while rest.startswith("["):
        cue, _, rest = rest[1:].partition("]")
        yield cue.split("=")[0]
        rest = rest.lstrip()


def _doubles(lines: list[Line], lang: Lang) -> Iterator[str]:
    seen: dict[int, str] = {}
    for line in lines:
        for sentence in split_sentences(line.text):
            plain = without_cues(sentence)
            if len(plain) < (26 if lang == "en" else 9) or plain.startswith("{"):
                continue
            key = sentence_key(sentence)
            if key in seen and seen[key].split("/")[0] != line.id.split("/")[0]:
                yield f"{line.id}: the sentence \"{plain}\" stands already in {seen[key]}"
            seen.setdefault(key, line.id)


def _openers(lines: list[Line], lang: Lang) -> Iterator[str]:
    heads = Counter(opener_key(line.text, lang) for line in lines)
    example = {opener_key(line.text, lang): line.text for line in lines}
    most = max(6, len(lines) // 100)
    for key, count in heads.items():
        if count > most and not without_cues(example[key]).startswith(("{", "\"{", "So {", "“{", "「{")):
            yield f"{count} wordings begin like \"{without_cues(example[key])[:24]}\", at most {most}"


def main(args: list[str]) -> int:
    """Print complaints; 1 where there are any. `--counts`: print how much each language holds, too."""
    counts = "--counts" in args
    langs = [as_lang(a) for a in args if a != "--counts"] or list(LANGS)
    bad = 0
    for lang in langs:
        try:
            content = load(Path(asset("talk", lang)), lang)
        except ContentError as error:
            print(error)
            bad += 1
            continue
        complaints = list(lint(content))
        for complaint in complaints:
            print(f"{lang}: {complaint}")
        bad += len(complaints)
        if counts:
            print(table(content))
        print(f"{lang}: {len(list(all_lines(content)))} wordings, {len(content.acts)} acts, {len(content.facts)} facts, "
              f"{len(content.gambits)} gambits in {len(content.topics)} topics, {len(complaints)} complaints", file=sys.stderr)
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
