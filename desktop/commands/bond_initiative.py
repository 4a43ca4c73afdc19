"""``hearth bond initiative``: whether she may begin a talk now, and why not."""

from __future__ import annotations

import argparse
from datetime import datetime
from typing import TYPE_CHECKING, Any

from desktop.door_actions import add_action, answer, answer_json, chosen_lang, moment, opened
from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from desktop.settings.model import InitiativeSettings
    from mind.domain import Begun
    from mind.languages import Lang
    from mind.turn.beginning import Outlook


def add(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The action."""
    add_action(actions, "initiative", "tell whether she may begin a talk by herself, and why not", _initiative)


def _initiative(args: argparse.Namespace) -> int:
    """What she would decide with somebody there and nothing in the way; nothing is said and nothing is changed."""
    from desktop.data_folder import data_folder
    from desktop.settings import load_settings

    lang = chosen_lang(args)
    settings = load_settings(data_folder(args.data_dir)).initiative
    found, begun = _read(args, settings, lang)
    if args.json:
        answer_json(_json(found, begun, settings, lang))
        return Exit.OK
    for line in _lines(found, begun, settings, lang):
        answer(line)
    return Exit.OK


def _read(args: argparse.Namespace, settings: InitiativeSettings, lang: Lang) -> tuple[Outlook, tuple[Begun, ...]]:
    from desktop.initiative.budget_of import budget_of
    from mind.character import MIRA
    from mind.initiative.presence import AT_THE_PROMPT
    from mind.talk import RulePlanner
    from mind.turn.beginning import outlook
    from mind.turn.scene import Household

    now, house, planner = datetime.now().astimezone(), Household(MIRA, (), lang, 0), RulePlanner()
    with opened(args, readonly=True) as store:
        return store.call(
            lambda unit: (
                outlook(unit, house, planner.content, now, budget_of(settings), AT_THE_PROMPT, note=False, whole=True),
                unit.mentions.begun(1),
            )
        )


def _lines(found: Outlook, begun: tuple[Begun, ...], settings: InitiativeSettings, lang: Lang) -> list[str]:
    from desktop.initiative.told import texts, why_quiet

    said = texts(lang)
    lines = [
        why_quiet(found.decision, lang),
        "  " + said["door_reason"].format(reason=_reason(found)),
        "  " + said["door_spent"].format(spent=found.standing.spent, a_day=settings.a_day if settings.enabled else 0),
        "  " + said["door_hooks"].format(count=len(found.hooks)),
    ]
    if found.standing.unanswered.count:
        lines.append("  " + said["door_row"].format(count=found.standing.unanswered.count))
    lines += ["  " + said["door_last"].format(day=moment(one.at), key=one.key) for one in begun]
    return lines


def _reason(found: Outlook) -> str:
    from mind.initiative import Begin

    return found.decision.hook.key if isinstance(found.decision, Begin) else found.decision.reason


def _json(found: Outlook, begun: tuple[Begun, ...], settings: InitiativeSettings, lang: Lang) -> dict[str, Any]:
    from desktop.initiative.told import why_quiet
    from mind.initiative import Begin

    return {
        "may_begin": isinstance(found.decision, Begin),
        "reason": None if isinstance(found.decision, Begin) else found.decision.reason,
        "sentence": why_quiet(found.decision, lang),
        "a_day": settings.a_day if settings.enabled else 0,
        "spent": found.standing.spent,
        "unanswered": found.standing.unanswered.count,
        "hooks": [hook.key for hook in found.hooks],
        "last": {"key": begun[0].key, "at": begun[0].at} if begun else None,
    }
