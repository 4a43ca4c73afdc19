"""The small pattern language: `my {kind:pet} is (called|named) {name:name}`.

Tokens are parted by blanks: a word; ``(a|b c)`` one of; ``[opt]`` maybe; ``~concept`` any word of a list; ``{slot}`` or
``{slot:type}`` words to keep; ``*`` up to four words (twelve characters in Chinese and Japanese) that do not matter; ``<`` the
clause begins here; ``>`` it ends here; ``!word`` the clause holds no such word. Patterns become regular expressions over
`Clause.norm` on their first possible hit; until then only the rarest word they must hold is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from mind.languages import Lang
from mind.talk.normalise import Clause
from mind.talk.word_set import word_set

FREE_TYPES = frozenset({"any", "thing", "name", "place", "number", "title", "doing", "event", "birthdate", "proper"})
"""Slot types that are not concepts. What may stand in them is checked in mind/talk/slots.py."""

_TOKEN = re.compile(r"!?\([^()]*\)|!?\[[^\[\]]*\]|\{[^{}]*\}|!?~[a-z][a-z0-9-]*|[<>*]|!?[^\s()\[\]{}<>*~]+")
_ENDING = re.compile(r"([a-z]+)\[([a-z]+)\]")
_IS = "(?:is|'s)"


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern's hit: its slots' places in the clause and how much of the clause it explains."""

    slots: Mapping[str, tuple[int, int]]
    start: int
    end: int
    weight: int
    """Characters of the pattern's fixed words: more is more specific."""


@dataclass(slots=True)
class Pattern:
    """One compiled pattern of one language."""

    source: str
    lang: Lang
    concepts: Mapping[str, tuple[str, ...]]
    types: dict[str, str] = field(default_factory=dict)
    literals: tuple[str, ...] = ()
    weight: int = 0
    _compiled: re.Pattern[str] | None = None

    def find(self, clause: Clause) -> Found | None:
        """The leftmost hit in a clause of the same language."""
        if self._compiled is None:
            self._compiled = re.compile(self._regex())
        match = self._compiled.search(clause.norm)
        if match is None:
            return None
        slots = {k: match.span(k) for k in self.types if match.group(k) is not None}
        return Found(slots, match.start(), match.end(), self.weight)

    def _regex(self) -> str:
        parts: list[str] = []
        bans: list[str] = []
        tokens = _TOKEN.findall(self.source)
        for i, token in enumerate(tokens):
            if token.startswith("!"):
                bans.append(self._one(token[1:], last=False))
            elif token == "<":
                parts.append("^")
            elif token == ">":
                parts.append("$")
            else:
                after = [t for t in tokens[i + 1:] if not t.startswith("!")]
                parts.append(self._one(token, last=not after))
        ban = "".join(f"(?!.*{self._edge()}{b})" for b in bans)
        body = "".join(parts)
        if not body.startswith("^"):
            body = self._edge() + body
        if ban:
            body = f"^{ban}(?:.*?){body}" if not body.startswith("^") else f"^{ban}{body[1:]}"
        return body

    def _edge(self) -> str:
        return r"(?<!\S)" if self.lang == "en" else ""

    def _one(self, token: str, last: bool) -> str:
        if token == "*":
            return r"(?:\S+ ){0,4}?" if self.lang == "en" else ".{0,12}?"
        if token.startswith("{"):
            name, _, kind = token[1:-1].partition(":")
            return self._slot(name, kind or "any", last)
        if token.startswith("["):
            return f"(?:{self._alternatives(token[1:-1])})?"
        if token.startswith("("):
            return f"(?:{self._alternatives(token[1:-1])})"
        if token.startswith("~"):
            return self._concept(token[1:])
        return self._word(token)

    def _alternatives(self, body: str) -> str:
        return "|".join("".join(self._one(t, last=False) for t in _TOKEN.findall(a)) for a in body.split("|"))

    def _word(self, word: str) -> str:
        if self.lang != "en":
            return re.escape(word)
        return (_IS if word == "is" else re.escape(word)) + " "

    def _concept(self, name: str) -> str:
        words = self.concepts[name]
        if self.lang != "en":
            return "(?:" + "|".join(re.escape(w) for w in words) + ")"
        return "(?:" + "|".join(re.escape(w) for w in words) + ")(?:s|es)? "

    def _slot(self, name: str, kind: str, last: bool) -> str:
        if kind in FREE_TYPES:
            most = {"name": 3, "proper": 3, "number": 3, "place": 6, "thing": 6, "event": 8, "doing": 9}.get(kind, 12)
            if self.lang == "en":
                body = rf"(?:\S+ ){{1,{most}}}" + ("" if last else "?")
            else:
                body = f".{{1,{most * 2 + 4}}}" + ("" if last else "?")
        else:
            body = self._concept(kind)
        return f"(?P<{name}>{body})"


def make_pattern(
    source: str, lang: Lang, concepts: Mapping[str, tuple[str, ...]], fail: Callable[[str], Exception]
) -> Pattern:
    """Read a pattern's tokens: its slots and the words one of which a clause must hold."""
    if source.count("(") != source.count(")") or source.count("[") != source.count("]"):
        raise fail("a bracket is not closed")
    if lang == "en":
        source = _ENDING.sub(r"(\1|\1\2)", source)
    pattern = Pattern(source, lang, concepts)
    best: tuple[str, ...] = ()
    for token in _TOKEN.findall(source):
        if token in ("<", ">", "*") or token.startswith("["):
            _check_concepts(token, concepts, fail)
            continue
        if token.startswith("!"):
            _check_concepts(token, concepts, fail)
            continue
        if token.startswith("{"):
            name, _, kind = token[1:-1].partition(":")
            kind = kind or "any"
            if kind not in FREE_TYPES and kind not in concepts:
                raise fail(f"slot type '{kind}' is neither a type nor a concept")
            pattern.types[name] = kind
            pattern.weight += 2 if kind in FREE_TYPES else 4
            literals = () if kind in FREE_TYPES else concepts[kind]
        else:
            _check_concepts(token, concepts, fail)
            literals = _literals(token, concepts)
            pattern.weight += min((len(x) for x in literals), default=0)
        if literals and (not best or _rank(literals) < _rank(best)):
            best = literals
    pattern.literals = best
    return pattern


def _check_concepts(token: str, concepts: Mapping[str, tuple[str, ...]], fail: Callable[[str], Exception]) -> None:
    for name in re.findall(r"~([\w-]+)", token):
        if name not in concepts:
            raise fail(f"unknown concept '~{name}'")


_COMMON = word_set("""
i you my is am are the a an to it that of in and do have not me was your be 我 你 是 的 了 有 は が を です
""")


def _rank(literals: tuple[str, ...]) -> tuple[bool, int, int]:
    return (any(x in _COMMON for x in literals), len(literals), -min(len(x) for x in literals))


def _literals(token: str, concepts: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The words one of which must stand where this token is; empty where nothing is certain."""
    if token.startswith("~"):
        return concepts[token[1:]]
    if not token.startswith("("):
        return (token,)
    out: list[str] = []
    for alternative in token[1:-1].split("|"):
        tokens = [t for t in _TOKEN.findall(alternative) if not t.startswith(("[", "{", "*", "!", "<", ">"))]
        if not tokens:
            return ()
        first = max((_literals(t, concepts) for t in tokens), key=lambda x: min((len(w) for w in x), default=0))
        if not first:
            return ()
        out.extend(first)
    return tuple(out)
