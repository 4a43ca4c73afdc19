"""The diary's page by rules: beats into paragraphs in her voice. Pure: the same day, seed and wear give the same page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from typing import Final

from mind.domain import NoteSentence
from mind.memory.consolidation.beats import Beat, beats, sources
from mind.memory.consolidation.facts_told import capital
from mind.memory.consolidation.material import Material
from mind.memory.consolidation.quotes import measure, steers, unfit
from mind.memory.consolidation.wordings import Wordings

ROOM: Final = ((1, 1), (2, 2), (3, 3), (4, 4), (7, 5), (12, 6), (24, 7))
"""Up to so many turns of the user: so many beats. Above: `MOST`."""
MOST: Final = 8
FEW_WORDS: Final = {"en": 14, "zh": 24, "ja": 28}
"""A day with less than this said gives a short page."""
GROUP_MOST: Final = {"used": 1, "thing": 1, "mood": 1, "game": 1, "bond": 2, "like": 2}
REMARKS: Final = 0.55
"""How often a thing told is followed by a sentence of her own."""
OPENS: Final = 0.5
CLOSES: Final = 0.55


def diary_page(material: Material, wordings: Wordings) -> tuple[NoteSentence, ...]:
    """The page of a day, title first; every sentence rests on turns or memories of that day."""
    if not material.said and not material.facts:
        return _without_words(material, wordings)
    chosen = choose(beats(material, wordings), _room(material))
    hard = [_sentence(wordings.take("hard", {}), 3, material.hard, ())] if material.hard else []
    if _little(material) and not any(beat.group not in ("quote", "mood", "used") for beat in chosen):
        return (*_title(chosen[:1], material, wordings, short=True), *_short(chosen, material, wordings), *hard)
    body = [*_opening(chosen, material, wordings), *_told(chosen, wordings)]
    closing = _closing(chosen, material, wordings)
    ordered = sorted([*body, *hard], key=lambda one: one.paragraph)
    return (*_title(chosen, material, wordings), *_joined([one for one in (*ordered, *closing) if one.text]))


def choose(offered: Iterable[Beat], room: int) -> list[Beat]:
    """The weightiest beats, not too many of one sort, no sentence of the user told twice."""
    chosen: list[Beat] = []
    for beat in offered:
        most = max(2, room - 1) if beat.group == "quote" else GROUP_MOST.get(beat.group, 3)
        of_group = sum(one.group == beat.group for one in chosen)
        quoted = {turn for one in chosen if one.group == "quote" for turn in one.turns}
        told = {turn for one in chosen if one.memories and one.group != "quote" for turn in one.turns}
        if beat.group == "quote" and any(one.env.get("quote") == beat.env["quote"] for one in chosen):
            continue
        if beat.group == "bond" and any(one.pool == beat.pool for one in chosen):
            continue
        if len(chosen) >= room or of_group >= most:
            continue
        # What a fact was learnt from is told already; a mood that a quote shows needs no second sentence.
        if beat.group == "quote" and (set(beat.turns) & (quoted | told)):
            continue
        if beat.group == "mood" and beat.pool.startswith("feel.") and set(beat.turns) & quoted:
            continue
        chosen.append(beat)
    return chosen


def _room(material: Material) -> int:
    turns = len(material.said)
    return next((room for limit, room in ROOM if turns <= limit), MOST)


def _little(material: Material) -> bool:
    return sum(measure(said.turn.text, material.lang) for said in material.said) < FEW_WORDS[material.lang]


def _without_words(material: Material, wordings: Wordings) -> tuple[NoteSentence, ...]:
    """A day of which nothing may be told: a hard one, or one in another language only."""
    if material.hard:
        title = _sentence(wordings.take("title.hard", {}), 0, material.hard, ())
        return (title, _sentence(wordings.take("hard", {}), 1, material.hard, ()))
    ends = (material.last,)
    return (_sentence(wordings.take("title.quiet", {}), 0, ends, ()), _sentence(wordings.take("short.none", {}), 1, ends, ()))


def _short(chosen: list[Beat], material: Material, wordings: Wordings) -> list[NoteSentence]:
    """A day with little said: one or two honest sentences."""
    quote = next((beat for beat in chosen if beat.group == "quote"), None) or _any_words(material)
    mood = next((beat for beat in chosen if beat.group == "mood"), None)
    made = []
    if quote is not None and mood is None:
        made.append(_sentence(wordings.take("short.quote", quote.env), 1, quote.turns, ()))
    elif mood is not None:
        made.append(_sentence(wordings.take(mood.pool, {}), 1, mood.turns, ()))
    else:
        made.append(_sentence(wordings.take("short.none", {}), 1, (material.last,), ()))
    return made


def _any_words(material: Material) -> Beat | None:
    """The longest thing said, however short, where it is no greeting."""
    words = [(said.turn.text.strip(" .。"), said.turn.id) for said in material.said if said.sentences or _plain(said.turn.text)]
    if not words:
        return None
    text, turn_id = max(words, key=lambda one: len(one[0]))
    return Beat("short.quote", {"quote": text}, 1, 0.0, (turn_id,), group="quote")


def _plain(text: str) -> bool:
    """Short words that may be quoted although they are no whole sentence."""
    return (4 if text.isascii() else 3) <= len(text.strip()) <= 60 and not (unfit(text.strip()) or steers(text))


def _title(
    chosen: list[Beat], material: Material, wordings: Wordings, *, short: bool = False
) -> tuple[NoteSentence, ...]:
    named = [beat for beat in chosen if beat.label]
    labels = list(dict.fromkeys(beat.label for beat in named))
    if labels and not short:
        two = len(labels) > 1
        env = {"a": labels[0], "A": capital(labels[0], material.lang), "b": labels[1] if two else ""}
        used = named[:1] + [beat for beat in named if two and beat.label == labels[1]][:1]
        return (_sentence(wordings.take("title.two" if two else "title.one", env), 0, *sources(used)),)
    sober = any(beat.sober for beat in chosen)
    bright = any(beat.pool in ("quote.bright", "feel.bright", "mood.up") for beat in chosen)
    pool = "title.low" if sober else "title.bright" if bright else "title.quiet" if short else "title.plain"
    turns = sources(chosen)[0] or (material.last,)
    return (_sentence(wordings.take(pool, {}), 0, turns[:3], ()),)


def _opening(chosen: list[Beat], material: Material, wordings: Wordings) -> list[NoteSentence]:
    """How the day began on the page, where more than one thing follows."""
    if len(chosen) < 3 or wordings.random.random() > OPENS:
        return []
    pool = "open.two" if material.sittings > 1 else "open.long" if len(material.said) > 8 else "open.one"
    text = wordings.take(pool, {})
    return [_sentence(text, 1, (material.first, material.last), ())] if text else []


def _told(chosen: list[Beat], wordings: Wordings) -> list[NoteSentence]:
    sober = any(beat.sober for beat in chosen)
    remarks = 0
    made: list[NoteSentence] = []
    for beat in paired(sorted(chosen, key=lambda one: (one.place, one.turns or (0,)))):
        text = wordings.take(beat.pool, beat.env)
        if text is None:
            continue
        made.append(_sentence(text, beat.place, beat.turns, beat.memories))
        if beat.remark and remarks < 2 and wordings.has(beat.remark) and wordings.random.random() < REMARKS and not sober:
            remark = wordings.take(beat.remark, beat.env)
            if remark:
                remarks += 1
                made.append(_sentence(remark, beat.place, beat.turns, beat.memories))
    return made


def paired(told: list[Beat]) -> list[Beat]:
    """Plain quotes that follow each other are told in one breath, two at a time."""
    made: list[Beat] = []
    for beat in told:
        last = made[-1] if made else None
        if last is not None and last.pool == beat.pool == "quote.plain" and last.place == beat.place:
            env = {"quote": last.env["quote"], "later": beat.env["quote"]}
            turns, memories = sources((last, beat))
            made[-1] = replace(last, pool="quote.pair", env=env, turns=turns, memories=memories)
        else:
            made.append(beat)
    return made


def _closing(chosen: list[Beat], material: Material, wordings: Wordings) -> list[NoteSentence]:
    if any(beat.place == 4 for beat in chosen) or wordings.random.random() > CLOSES:
        return []
    sober = any(beat.sober for beat in chosen) or bool(material.hard)
    text = wordings.take("close.sober" if sober else "close", {})
    return [_sentence(text, 5, (material.last,), ())] if text else []


def _joined(made: list[NoteSentence]) -> list[NoteSentence]:
    """Paragraphs counted from one; a lone sentence joins a lone one before it, so that a page is no list."""
    parts: list[list[NoteSentence]] = []
    for place, together in groupby(made, key=lambda one: one.paragraph):
        part = list(together)
        if parts and len(part) == 1 and len(parts[-1]) == 1 and place != 5:
            parts[-1] += part
        else:
            parts.append(part)
    return [replace(one, paragraph=number) for number, part in enumerate(parts, 1) for one in part]


def _sentence(text: str | None, paragraph: int, turns: tuple[int, ...], memories: tuple[int, ...]) -> NoteSentence:
    return NoteSentence(text or "", tuple(turns), tuple(memories), paragraph=paragraph)
