"""Whether she may begin: every reason not to, in isolation, and what she then begins with."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import get_args
from zoneinfo import ZoneInfo

import pytest

from mind.initiative import Begin, Budget, Hook, Not, Presence, QuietHours, Standing, may_begin
from mind.initiative.hook import HookKind
from mind.initiative.record import Unanswered

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 3, 3, 15, 0, tzinfo=BERLIN)
EXAM = Hook("loop", "loop:1", NOW - timedelta(hours=3), loop_id=1)
PAGE = Hook("diary", "diary:2026-03-02", NOW - timedelta(hours=11))
HERE = Presence(idle=2.0, window="shown", fullscreen=False)
FRIENDS = Standing(stage=2)
ONCE = Budget()


def decided(now=NOW, budget=ONCE, presence=HERE, standing=FRIENDS, hooks=(EXAM,)):
    return may_begin(now, budget, presence, standing, hooks)


def test_she_begins_with_what_is_kept_and_nothing_else():
    assert decided() == Begin(EXAM)
    assert decided(hooks=()) == Not("no_hook")


@pytest.mark.parametrize(("reason", "budget"), [("off", Budget(a_day=0)), ("off", Budget(enabled=False))])
def test_the_user_decides_whether_she_may_at_all(reason, budget):
    assert decided(budget=budget) == Not(reason)


@pytest.mark.parametrize(
    ("reason", "state"),
    [
        ("not_met", {"met": False}), ("minor", {"minor": True}), ("paused", {"paused": True}), ("crisis", {"crisis": True}),
        ("clock", {"clock_behind": True}), ("budget", {"spent": 1}), ("distress", {"distress": True, "low": True}),
        ("just_talked", {"last_user_words": NOW - timedelta(minutes=50)}),
        ("goodbye", {"last_user_words": NOW - timedelta(hours=3), "parted": True}),
        ("just_talked", {"last_words": NOW - timedelta(minutes=15)}),
        ("waiting", {"unanswered": Unanswered(1, NOW - timedelta(hours=6))}),
        ("waiting", {"unanswered": Unanswered(2, NOW - timedelta(days=2))}),
    ],
)
def test_what_stands_between_the_two_can_speak_against_it(reason, state):
    assert decided(standing=replace(FRIENDS, **state)) == Not(reason)


@pytest.mark.parametrize(
    ("reason", "seen"),
    [
        ("clock", {"clock_steady_for": 3600.0}), ("talking", {"talking": True}), ("typing", {"typing": True}),
        ("just_opened", {"opened_for": 600.0}), ("just_woke", {"awake_for": 60.0}), ("locked", {"locked": True}),
        ("fullscreen", {"fullscreen": True}), ("call", {"call": True}), ("away", {"idle": 400.0}),
        ("just_back", {"back_for": 20.0}), ("unknown", {"fullscreen": None}), ("unknown", {"idle": None}),
        ("unknown", {"fullscreen": None, "window": "hidden"}),
    ],
)
def test_what_goes_on_at_the_screen_can_speak_against_it(reason, seen):
    assert decided(presence=replace(HERE, **seen)) == Not(reason)


def test_what_cannot_be_known_does_not_matter_while_our_window_has_the_keyboard():
    unknown = Presence(idle=None, window="active", fullscreen=None, locked=None, call=None)
    assert decided(presence=unknown) == Begin(EXAM)


def test_who_came_back_is_told_once_they_are_back_for_a_while():
    assert decided(presence=replace(HERE, back_for=90.0)) == Begin(EXAM)


def test_quiet_hours_reach_over_midnight_and_say_when_they_end():
    night = NOW.replace(hour=22)
    assert decided(night) == Not("quiet_hours", datetime(2026, 3, 4, 9, 0))
    assert decided(NOW.replace(hour=3)) == Not("quiet_hours", datetime(2026, 3, 3, 9, 0))
    assert decided(NOW.replace(hour=9)) == Begin(EXAM)
    assert isinstance(decided(night, Budget(quiet=QuietHours(time(21), time(21)))), Begin)
    noon = Budget(quiet=QuietHours(time(12), time(14)))
    assert decided(NOW.replace(hour=13), noon).reason == "quiet_hours"
    assert decided(NOW.replace(hour=14), noon) == Begin(EXAM)


def test_quiet_hours_are_those_on_the_wall_on_the_night_the_clocks_change():
    """The last Sunday of March and of October: 09:00 is 09:00, whatever the night lost or won."""
    for day in (datetime(2026, 3, 29, tzinfo=BERLIN), datetime(2026, 10, 25, tzinfo=BERLIN)):
        assert decided(day.replace(hour=8, minute=59)).reason == "quiet_hours"
        assert decided(day.replace(hour=9)) == Begin(EXAM)
        assert decided(day.replace(hour=2, minute=30, fold=1)).reason == "quiet_hours"


def test_three_beginnings_without_an_answer_leave_only_what_was_put_on_the_list():
    ignored = replace(FRIENDS, unanswered=Unanswered(3, NOW - timedelta(days=4)))
    assert decided(standing=ignored, hooks=(PAGE,)) == Not("waiting")
    assert decided(standing=ignored, hooks=(PAGE, EXAM)) == Begin(EXAM)
    too_soon = replace(FRIENDS, unanswered=Unanswered(5, NOW - timedelta(days=2)))
    assert decided(standing=too_soon) == Not("waiting")


def test_after_one_without_an_answer_the_next_day_is_soon_enough():
    yesterday = replace(FRIENDS, unanswered=Unanswered(1, NOW - timedelta(hours=20)))
    assert decided(standing=yesterday, hooks=(PAGE,)) == Begin(PAGE)


@pytest.mark.parametrize(
    ("reason", "state"),
    [("low", {"low": True}), ("unsettled", {"hurt": 8.0}), ("unsettled", {"tension": 0.8}), ("new", {"stage": 0})],
)
def test_light_reasons_wait_while_something_weighs_and_in_the_first_days(reason, state):
    standing = replace(FRIENDS, **state)
    assert decided(standing=standing, hooks=(PAGE,)) == Not(reason)
    assert decided(standing=standing, hooks=(PAGE, EXAM)) == Begin(EXAM)


@pytest.mark.parametrize(
    ("stage", "kinds"),
    [
        (0, {"loop", "hers", "owed", "birthday"}), (1, {"loop", "hers", "owed", "birthday", "story", "game"}),
        (2, set(get_args(HookKind))), (4, set(get_args(HookKind))),
    ],
)
def test_the_less_the_two_know_each_other_the_more_a_reason_has_to_be_the_users_own(stage, kinds):
    hooks = {kind: Hook(kind, f"{kind}:1", NOW - timedelta(hours=2)) for kind in get_args(HookKind)}
    standing = replace(FRIENDS, stage=stage)
    began = {kind for kind, hook in hooks.items() if decided(standing=standing, hooks=(hook,)) == Begin(hook)}
    assert began == kinds
    assert all(decided(standing=standing, hooks=(hooks[kind],)) == Not("new") for kind in set(hooks) - kinds)


def test_of_several_she_takes_one_what_has_a_day_first():
    birthday = Hook("birthday", "birthday:7:2026", NOW)
    assert decided(hooks=(PAGE, birthday, EXAM)) == Begin(EXAM)
    assert decided(hooks=(PAGE, birthday)) == Begin(birthday)
    earlier = replace(EXAM, key="loop:0", since=EXAM.since - timedelta(days=1))
    assert decided(hooks=(EXAM, earlier)) == Begin(earlier)


def test_what_the_two_are_to_each_other_moves_one_kind_forward():
    game, pattern = Hook("game", "game:chain:3", NOW), Hook("pattern", "pattern:sleep:2026-W10", NOW)
    assert decided(standing=replace(FRIENDS, relation="rival"), hooks=(pattern, game)) == Begin(game)
    assert decided(standing=replace(FRIENDS, relation="mentor"), hooks=(pattern, game)) == Begin(pattern)
    assert decided(standing=replace(FRIENDS, relation="rival"), hooks=(game, EXAM)) == Begin(EXAM)


def test_several_a_day_stay_hours_apart():
    thrice = Budget(a_day=3)
    assert decided(budget=thrice, standing=replace(FRIENDS, spent=1, last_began=NOW - timedelta(hours=2))) == Not("apart")
    assert isinstance(decided(budget=thrice, standing=replace(FRIENDS, spent=1, last_began=NOW - timedelta(hours=4))), Begin)
    assert decided(budget=thrice, standing=replace(FRIENDS, spent=3, last_began=NOW - timedelta(hours=4))) == Not("budget")
