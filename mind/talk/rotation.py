"""Kinds of moves turn: none twice running where another fits, four among ten where she leads, questions within their share.

What the user likes (`Scene.taste`) tilts it: more of what they like, less of what they do not.
"""

from __future__ import annotations

from typing import Final

from mind.talk.scenery import Talk
from mind.talk.state import TalkState
from mind.talk.step import Move
from mind.taste.taste import Axis

KIND_OF: Final[dict[str, str]] = {
    "follow": "ask", "gambit": "ask", "name": "ask", "offer": "ask",
    "tell": "tell", "mine": "tell", "story": "tell", "open": "tell", "relation": "tell",
    "callback": "recall", "with": "recall", "loop": "recall", "due": "recall", "hers": "recall", "promise": "recall",
    "propose": "propose", "resume": "propose", "tease": "tease", "act": "act",
}
"""The kind of every move; any other is one of its own."""
LEADING: Final = ("ask", "tell", "recall", "propose", "tease", "act")
QUESTION_SHARE: Final = 5
"""At most so many of ten replies end in a question."""
FEWER: Final = 4
"""So many of those less for somebody who wants none."""
UNANSWERED: Final = 2
"""Questions left lying after which she asks nothing for a while."""
TWICE: Final = 0.5
LATELY: Final = 0.12
NEW: Final = 0.16
"""What it costs a kind that it was the last one, or among the last four; what one gains that was not among the last eight."""
TASTE: Final = 0.45
BLOCKED: Final = -0.6
"""From here on a topic is left alone."""


def kind_of(move: str) -> str:
    """The kind of a move's name."""
    return KIND_OF.get(move, move)


def questions_spent(state: TalkState, most: int = QUESTION_SHARE) -> bool:
    """Whether one more of the last ten replies would ask too many."""
    return sum(state.asks[-9:]) >= most


def share_of(talk: Talk) -> int:
    """So many of ten replies may ask this user: fewer for somebody who would rather not be asked."""
    return QUESTION_SHARE + min(0, round(FEWER * talk.scene.taste.of("questions")))


def unliked(talk: Talk, axis: Axis) -> bool:
    """Whether the user does not want it at all, by their own words or very many signs."""
    return talk.scene.taste.of(axis) <= BLOCKED


def questions_allowed(talk: Talk) -> bool:
    """The hard rules on questions: share, none twice running but after a long turn, a rest after two unanswered."""
    state, p = talk.state, talk.perception
    if state.n < state.hush or questions_spent(state, share_of(talk)) or state.unanswered >= UNANSWERED:
        return False
    if state.asks[-1:] == [1] and p is not None:
        return p.words >= (8 if p.lang == "en" else 6) and state.asks[-2:] != [1, 1]
    return True


def fatigue(talk: Talk) -> float:
    """What a question costs now."""
    state = talk.state
    tired = 0.35 * (sum(state.asks[-10:]) / QUESTION_SHARE) + 0.2 * (state.asks[-1:] == [1]) + 0.3 * state.unanswered
    return tired - TASTE * talk.scene.taste.of("questions")


def turned(talk: Talk, move: Move) -> float:
    """How the kinds of the last moves and the user's taste tilt one more of this kind."""
    kinds = [kind_of(one) for one in talk.state.moves]
    kind = kind_of(move.kind)
    tilt = -TWICE * (kinds[-1:] == [kind]) - LATELY * kinds[-4:].count(kind)
    if kind in LEADING and kind not in kinds[-8:]:
        tilt += NEW
    taste = talk.scene.taste
    if kind in ("tell", "act"):
        tilt += TASTE * taste.of("telling")
    if kind == "tease":
        tilt += TASTE * (taste.of("teasing") + 0.5 * taste.of("humour"))
    if move.kind == "offer":
        tilt += TASTE * taste.of("advice")
    if move.kind == "gambit" and taste.topics:
        tilt += TASTE * taste.topics.get(move.id.split(".")[0], 0.0)
    return tilt


def disliked(talk: Talk, topic: str) -> bool:
    """Whether the user does not care for the topic."""
    return talk.scene.taste.topics.get(topic, 0.0) <= BLOCKED


def others_than_last(talk: Talk, moves: list[tuple[float, Move]]) -> bool:
    """Whether something of another kind than the last move is worth saying."""
    last = [kind_of(one) for one in talk.state.moves[-1:]]
    return any([kind_of(move.kind)] != last and use > 0 for use, move in moves)
