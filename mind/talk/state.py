"""What the planner carries from turn to turn: small, JSON-able, and all of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from mind.talk.said import KEY, key_of

LINES_KEPT = 420
OPENERS_KEPT = 62
IDS_KEPT = 60
"""Gambits and tells whose ids are kept in full; of older ones a key."""


@dataclass(slots=True)
class Question:
    """An open question of hers. `kind` is gambit, ask or game; `left` turns until it is stale."""

    kind: str
    id: str
    env: dict[str, str] = field(default_factory=dict)
    left: int = 5


@dataclass(slots=True)
class TalkState:
    """The planner's memory of its own doing. Ledgers hold hashes, never words of the user."""

    n: int = 0
    """Turns answered, ever."""
    wordings: str = ""
    """Wordings and the turn they were last said, packed (`mind.talk.said`)."""
    openers: list[str] = field(default_factory=list)
    sentences: str = ""
    """The sentences of the last 600 replies, packed."""
    question: Question | None = None
    asked: list[str] = field(default_factory=list)
    """Gambits asked: the last of them. `was_asked` knows them all."""
    told: list[str] = field(default_factory=list)
    """Things of her own that she told, the last of them. `was_told` knows them all."""
    past: str = ""
    """Keys of what was asked and told before those."""
    asks: list[int] = field(default_factory=list)
    """1 for each of the last ten replies that ended in a question."""
    uses: list[int] = field(default_factory=list)
    """1 for each of the last ten replies that held something of the user's."""
    moves: list[str] = field(default_factory=list)
    backs: list[str] = field(default_factory=list)
    """Keys of what she went back to."""
    last_ask: str = ""
    """The unit of her last question, and its turn: what "why?" and "you?" still mean."""
    last_ask_at: int = -99
    unanswered: int = 0
    topic: str = ""
    topic_at: int = -99
    blocked: dict[str, int] = field(default_factory=dict)
    """Topic -> turn until which she leaves it alone."""
    game: dict[str, Any] | None = None
    paused: dict[str, Any] | None = None
    """What was laid aside of the things done together; see `mind/talk/activities/`."""
    played: dict[str, str] = field(default_factory=dict)
    """Thing done together -> the day (ISO) it was last begun."""
    games: list[str] = field(default_factory=list)
    """What has been played: riddle ids, stories, so that none comes twice."""
    rings_wait: bool = False
    """She was told that what rings may wait for the end of the quiet hours."""
    recalled: dict[str, int] = field(default_factory=dict)
    """Memory id -> turn she last brought it up."""
    told_back: list[int] = field(default_factory=list)
    """Ids of the turns told back in answer to one question."""
    told_back_at: int = -99
    name_asked: int = -99
    """Turn at which she last asked for the name."""
    name_doubt: str = ""
    kept: list[str] = field(default_factory=list)
    """Keys of the facts the last turns gave, newest last: what "that's wrong" means."""
    kept_at: int = -99
    mood: str = ""
    mood_at: int = -99
    mood_day: str = ""
    heavy_at: int = -99
    """Turn at which listening was last what was needed."""
    heavy_until: int = -99
    """Turn up to which a loss that was told keeps the talk quiet."""
    shorts: int = 0
    hinted: bool = False
    """Whether she has said that a model server can be set."""
    last_act: str = ""
    act_said: dict[str, int] = field(default_factory=dict)
    """Act -> turn it was last answered: a repeated question may get a repeated answer."""
    greeted_day: str = ""
    owed: str = ""
    """A gambit of hers that was answered and to which her own answer is still due."""
    calm: int = 0
    """Turns since an insult during which she does not joke."""
    sharp: int = -99
    """Turn of the last hard word to her."""
    meant: int = -99
    """Turn at which she last asked whether a hard word was meant."""
    teased: int = -99
    """Turn at which she last teased."""
    mended: int = 0
    """The last event that mended a hurt and of which she has spoken."""
    hush: int = -99
    """Until this turn she asks nothing, because she was told to."""
    offered: int = -99
    pending: str = ""
    """What she asked about the terms between the two: "name", "reset", "erase"."""
    pending_at: int = -99
    unsaid: dict[str, list[int]] = field(default_factory=dict)
    """What the user asked her never to mention, each with the memories that were muted for it."""
    clothes: list[str] = field(default_factory=list)
    """Garments she spoke of last, the newest first: what "it" may mean."""
    clothes_at: int = -99
    tale: dict[str, Any] = field(default_factory=dict)
    """What she told of herself last: `k` tell or day, its `id`, and `at`, the turn."""
    no_people: bool = False
    """She was asked to propose nobody."""
    manner: int = 0
    """How the user spoke of late, in languages that tell: above 0 plainly, below politely (`mind.talk.manner_ja`)."""
    plain: bool | None = None
    """Whether she speaks plainly with them; None while they have not shown how they speak."""

    def to_json(self) -> dict[str, Any]:
        """Only what differs from a new state, so that a row stays small."""
        fresh = asdict(TalkState())
        return {k: v for k, v in asdict(self).items() if v != fresh[k]}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> TalkState:
        """Read what `to_json` gave; what is unknown (a newer version's) is left out."""
        known = {k: v for k, v in data.items() if k in cls.__dataclass_fields__}
        question = known.pop("question", None)
        state = cls(**{k: _copy(v) for k, v in known.items()})
        if question:
            state.question = Question(**question)
        return state

    def was_asked(self, gambit: str) -> bool:
        """Whether she ever asked it."""
        return gambit in self.asked or self._is_past("g:" + gambit)

    def was_told(self, tell: str) -> bool:
        """Whether she ever told it."""
        return tell in self.told or self._is_past("t:" + tell)

    def _is_past(self, name: str) -> bool:
        key = key_of(name)
        return any(self.past[at:at + KEY] == key for at in range(0, len(self.past), KEY)) if self.past else False

    def trim(self) -> None:
        """Keep the ledgers within their sizes."""
        self.openers = self.openers[-OPENERS_KEPT:]
        gone = [f"g:{one}" for one in self.asked[:-IDS_KEPT]] + [f"t:{one}" for one in self.told[:-IDS_KEPT]]
        self.past += "".join(key_of(one) for one in gone)
        self.asked, self.told = self.asked[-IDS_KEPT:], self.told[-IDS_KEPT:]
        self.asks = self.asks[-10:]
        self.uses = self.uses[-10:]
        self.backs = self.backs[-40:]
        self.moves = self.moves[-10:]
        self.kept = self.kept[-6:]
        ended = [one for one in self.games if one.startswith("ended:")]
        self.games = [*ended, *[one for one in self.games if not one.startswith("ended:")][-300:]]
        self.act_said = dict(sorted(self.act_said.items(), key=lambda kv: kv[1])[-60:])
        self.recalled = dict(sorted(self.recalled.items(), key=lambda kv: kv[1])[-200:])


def _copy(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {k: _copy(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [_copy(v) for v in value]
    return value
