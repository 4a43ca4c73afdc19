"""What was kept beside a reply, in plain words of a language. No Qt: the sheet, the door and the terminal say the same."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from assets import asset
from mind.languages import Lang

if TYPE_CHECKING:
    from mind.domain import AskedOf
    from mind.turn.why import Why

NEEDS: Final = ("listen", "advise", "distract", "celebrate", "company", "play", "information", "other")
"""What the user may say they had wanted, in the order it is offered."""


@cache
def texts(lang: Lang) -> dict[str, Any]:
    """The words of the language: strings, and tables for needs, acts and cues."""
    return tomllib.loads(asset("texts", "why", f"{lang}.toml").read_text("utf-8"))


def need_sentence(need: str, lang: Lang) -> str:
    """What she took the user to need, as a sentence of hers; where none was kept, that is said."""
    table: dict[str, str] = texts(lang)["need"]
    return table.get(need, table["unknown"])


def corrected_sentence(need: str, lang: Lang) -> str:
    """What the user said it had been instead."""
    told: dict[str, str] = texts(lang)["told"]
    return str(texts(lang)["corrected"]).format(wanted=told.get(need, told["other"]))


def intents(acts: Iterable[str], lang: Lang) -> tuple[str, ...]:
    """What she meant to do, a sentence each, none twice; never empty. The name is taken in as an answer, and asked for after."""
    table: dict[str, str] = texts(lang)["act"]
    names = [_name(f"{act}.ask" if at and act == "name" else act, table) for at, act in enumerate(acts)]
    found = [table[name] for name in names if name in table]
    return tuple(dict.fromkeys(found)) or (table["act" if names else "unknown"],)


def _name(act: str, table: dict[str, str]) -> str:
    """The act as a whole where it has words of its own, else its first word: ``feeling:tired``, ``fallback.quote``."""
    whole = act.replace(".", "_").replace(":", "_")
    if act.startswith("act:her."):
        return "her"
    return whole if whole in table else act.replace("?", ":").replace("!", ":").partition(":")[0].partition(".")[0]


def moves_sentence(cues: Iterable[str], lang: Lang) -> str:
    """What her face and body did, in order: ``I looked happy and nodded.``"""
    said = texts(lang)
    known: dict[str, str] = said["cue"]
    forms = [known[cue].partition("|") for cue in dict.fromkeys(cues) if cue in known]
    if not forms:
        return str(said["moved_nothing"])
    last = forms[-1][2] or forms[-1][0]
    before = str(said["list_then"]).join(first for first, _, _ in forms[:-1])
    moves = f"{before}{said['list_last']}{last}" if before else last
    return str(said["moved_sentence"]).format(moves=moves)


def author_sentence(found: Why, lang: Lang) -> str:
    """Who found the words, and where."""
    said = texts(lang)
    if found.brain in ("", "offline"):
        return str(said["author_rules"])
    if found.asked is None:
        return str(said["author_gone"]).format(model=found.model)
    key = "author_server" if found.model else "author_server_only"
    return str(said[key]).format(model=found.model, host=found.asked.host)


def gone_sentence(gone: int, lang: Lang) -> str:
    """Memories that were forgotten since; empty where there are none."""
    said = texts(lang)
    if gone <= 0:
        return ""
    return str(said["gone_one"]) if gone == 1 else str(said["gone_many"]).format(count=gone)


def tokens_sentence(asked: AskedOf, lang: Lang) -> str:
    """Tokens of request and reply, and who counted them."""
    said = texts(lang)
    how = said["counted" if asked.counted else "estimated"]
    return str(said["tokens"]).format(asked=f"{asked.tokens_in:,}", said=f"{asked.tokens_out:,}", how=how)


def role_words(role: str, lang: Lang, *, last: bool = False) -> str:
    """Whose words a message holds: ``Who I am, and my rules``. Around the `last` ones stand her notes."""
    said = texts(lang)
    if role == "user" and last:
        return str(said["noted"])
    return str(said[role]) if role in ("system", "user", "assistant") else role


def as_text(asked: AskedOf) -> str:
    """The whole request as plain text, role by role, to be copied."""
    return "\n\n".join(f"[{role}]\n{content}" for role, content in asked.messages)

