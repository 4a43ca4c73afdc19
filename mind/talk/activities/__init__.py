"""Things to do together, each a state machine with one contract (`common.Activity`).

What runs lies in `TalkState.game`, what was laid aside in `TalkState.paused`: JSON both. An activity ends by `over`. News of
the user's and strong feelings lay it aside, distress ends it without a word, and one line later takes it up again.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from mind.talk.activities import table
from mind.talk.activities.breathing import Breathing
from mind.talk.activities.chain import Chain
from mind.talk.activities.common import Activity
from mind.talk.activities.dayplan import DayPlan
from mind.talk.activities.dice import Dice
from mind.talk.activities.focus import Focus
from mind.talk.activities.gratitude import Gratitude
from mind.talk.activities.guess import Guess
from mind.talk.activities.know import KnowYou
from mind.talk.activities.ladder import Ladder
from mind.talk.activities.letter import Letter
from mind.talk.activities.mystery import Mystery
from mind.talk.activities.questions import Questions
from mind.talk.activities.rather import WouldYouRather
from mind.talk.activities.reminder import Reminding
from mind.talk.activities.riddle import Pictures, Riddles
from mind.talk.activities.story import Stories
from mind.talk.activities.winddown import WindDown
from mind.talk.activities.worry import WorryBox
from mind.talk.perception import Perception
from mind.talk.scenery import Talk
from mind.talk.step import Move, Step

ACTIVITIES: Final[dict[str, Activity]] = {
    one.name: one
    for one in (
        Stories(), Riddles(), Pictures(), Chain(), Questions(), Mystery(), Guess(), WouldYouRather(), Dice(), KnowYou(), Ladder(),
        Breathing(), WindDown(), Gratitude(), DayPlan(), Focus(), WorryBox(), Letter(), Reminding(),
    )
}
NAMES: Final = tuple(ACTIVITIES)


def start(name: str, talk: Talk) -> Iterator[Step]:
    """Open an activity by name, with what stands behind it ("story funny")."""
    name, _, arg = name.partition(" ")
    yield from ACTIVITIES[name].start(talk, arg)


def turn(talk: Talk, p: Perception, *, urgent: bool) -> Iterator[Step]:
    """The running activity's answer to a turn, or that of one laid aside where it is asked for again."""
    yield from table.turn(talk, p, ACTIVITIES, urgent=urgent)


def put_by(talk: Talk) -> None:
    """Lay the running activity aside: a new sitting begins."""
    table.lay_aside(talk, ACTIVITIES)


def idle(talk: Talk) -> None:
    """What a turn's passing does to what lies on the table."""
    table.idle(talk, ACTIVITIES)


def resume_moves(talk: Talk) -> Iterator[Move]:
    """One line that takes up what lies aside."""
    yield from table.resume_moves(talk, ACTIVITIES)
