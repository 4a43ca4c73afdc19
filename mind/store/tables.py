"""The tables, in terms that SQLite and PostgreSQL share. Search indexes are the dialect's own (`mind.store.sqlite`).

Ids grow and are never used again, also after forgetting. Times are ISO 8601 with offset.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    false,
    or_,
    text,
    true,
)

from mind.store.columns import Moment

metadata: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _table(name: str, *columns: Column[Any]) -> Table:
    return Table(name, metadata, Column("id", Integer, primary_key=True), *columns, sqlite_autoincrement=True)


def _owner() -> tuple[Column[int], Column[int]]:
    """Whose row it is: one companion's, with one person."""
    return (
        Column("companion_id", Integer, ForeignKey("companion.id"), nullable=False),
        Column("person_id", Integer, ForeignKey("person.id"), nullable=False),
    )


companion: Final = _table("companion", Column("key", String(64), nullable=False, unique=True))
"""Who she is; `key` names her files under assets/."""

person: Final = _table("person", Column("key", String(64), nullable=False, unique=True))
"""Who she talks with; `key` is "user" until several share one database."""

turn: Final = _table(
    "turn",
    *_owner(),
    Column("speaker", String(16), nullable=False),
    Column("text", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("lang", String(8), nullable=False),
    Column("channel", String(16), nullable=False),
    Column("ended", String(16)),
    Column("reply_to", Integer, ForeignKey("turn.id", ondelete="CASCADE"), index=True),
    Column("meta", JSON, nullable=False),
    Column("sitting", Integer, index=True),
    Column("place", String(32)),
    Column("scene", String(32)),
    Column("mood", JSON),
)
"""Everything said, verbatim. `sitting` is the id of the first turn of its sitting; `place` the shell it was said in
("window", "terminal"), `scene` what stood around her; `mood` hers for her turns, the user's as she took it for theirs."""

memory: Final = _table(
    "memory",
    *_owner(),
    Column("turn_id", Integer, ForeignKey("turn.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("kind", String(64), nullable=False),
    Column("key", String(200), nullable=False, index=True),
    Column("value", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("quote", Text, nullable=False),
    Column("lang", String(8), nullable=False),
    Column("confidence", Float, nullable=False),
    Column("single", Boolean, nullable=False),
    Column("said_at", Moment, nullable=False),
    Column("due", Moment),
    Column("superseded_by", Integer, ForeignKey("memory.id"), index=True),
    Column("expired_at", Moment),
    Column("slots", JSON, nullable=False),
    Column("source", String(16), nullable=False, server_default="user"),
    Column("about_from", Moment),
    Column("about_to", Moment),
    Column("valid_from", Moment),
    Column("pinned", Boolean, nullable=False, server_default=false()),
    Column("muted", Boolean, nullable=False, server_default=false()),
    Column("salience", Float, nullable=False, server_default=text("1.0")),
    Column("uses", Integer, nullable=False, server_default=text("0")),
    Column("used_at", Moment),
    Column("edited_at", Moment),
)
"""Facts, each an extra key to the turns it came from (`turn_id`, then `receipt`). Bi-temporal: `said_at`; `about_from` to
`about_to` when it happened or happens; `valid_from` to `expired_at` how long it held; `superseded_by` what replaced it.
`source` is "user", "character" or "card"; `muted` is never mentioned; `salience` fades with disuse and hides nothing."""

receipt: Final = _table(
    "receipt",
    Column("memory_id", Integer, ForeignKey("memory.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("turn_id", Integer, ForeignKey("turn.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("quote", Text, nullable=False),
)
"""Further turns that said the same as a memory's first."""

memory_use: Final = Table(
    "memory_use",
    metadata,
    Column("memory_id", Integer, ForeignKey("memory.id", ondelete="CASCADE"), primary_key=True),
    Column("turn_id", Integer, ForeignKey("turn.id", ondelete="CASCADE"), primary_key=True, index=True),
)
"""Which of her replies rest on which memories."""

note: Final = _table(
    "note",
    *_owner(),
    Column("kind", String(16), nullable=False),
    Column("day", String(10), nullable=False),
    Column("until", String(10)),
    Column("lang", String(8), nullable=False),
    Column("made_by", String(16), nullable=False),
    Column("at", Moment, nullable=False),
)
"""What she wrote for herself: "day", "chapter", "portrait", "us", "diary"; "margin" is the user's hand in her diary.

`day` is a date as ISO 8601, `until` the last day of a chapter; `made_by` is "rules", "brain" or "user".
"""

sentence: Final = _table(
    "sentence",
    Column("note_id", Integer, ForeignKey("note.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("paragraph", Integer, nullable=False, server_default=text("1")),
    Column("text", Text, nullable=False),
)
"""One sentence of a note, with its own receipts. Paragraph 0 is the note's title."""

sentence_source: Final = _table(
    "sentence_source",
    Column("sentence_id", Integer, ForeignKey("sentence.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("turn_id", Integer, ForeignKey("turn.id", ondelete="CASCADE"), index=True),
    Column("memory_id", Integer, ForeignKey("memory.id", ondelete="CASCADE"), index=True),
)
"""What a sentence rests on: a turn or a memory."""

request: Final = _table(
    "request",
    *_owner(),
    Column("turn_id", Integer, ForeignKey("turn.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("at", Moment, nullable=False),
    Column("host", String(200), nullable=False),
    Column("model", String(200), nullable=False),
    Column("messages", JSON, nullable=False),
    Column("tokens_in", Integer, nullable=False),
    Column("tokens_out", Integer, nullable=False),
    Column("counted", Boolean, nullable=False),
)
"""Exactly what a server was asked for a reply (`turn_id`). `counted`: the tokens are the server's own count, else ours."""

encoder: Final = _table(
    "encoder",
    Column("key", String(200), nullable=False, unique=True),
    Column("dim", Integer, nullable=False),
    Column("made_at", Moment, nullable=False),
)
"""What made vectors: `key` names model and version. Vectors of two encoders are never compared."""

turn_vector: Final = Table(
    "turn_vector",
    metadata,
    Column("turn_id", Integer, ForeignKey("turn.id", ondelete="CASCADE"), primary_key=True),
    Column("encoder_id", Integer, ForeignKey("encoder.id", ondelete="CASCADE"), primary_key=True),
    Column("bits", LargeBinary, nullable=False),
    Column("data", LargeBinary, nullable=False),
)
"""A turn in an encoder's space: `data` float16 of unit length, `bits` their signs, packed."""

bond_event: Final = _table(
    "bond_event",
    *_owner(),
    Column("turn_id", Integer, ForeignKey("turn.id", ondelete="SET NULL"), index=True),
    Column("at", Moment, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("confidence", Float, nullable=False),
    Column("severity", Float, nullable=False),
    Column("confirmed", Boolean, nullable=False),
    Column("likeness", String(32), nullable=False),
    Column("quote", Text, nullable=False),
    Column("rule", String(32), nullable=False),
    Column("batch", Integer, nullable=False),
    Column("rules", Integer, nullable=False),
    Column("about", Integer, index=True),
    Column("origin", String(16), nullable=False, server_default="rules"),
)
"""What was proposed to the bond, in order, and the `rule` it met. Append-only: replaying it gives the state.

`about` is the event that this one takes back ("undo", "misunderstanding") or confirms; `origin` is who proposed it.

`batch` is the id of the first event of the same turn. `likeness` is equal for equal words, so that repeats are known;
forgetting replaces it and blanks the quote. `rules` is the version of `mind.bond.model` that judged it.
"""

bond_line: Final = _table(
    "bond_line",
    Column("event_id", Integer, ForeignKey("bond_event.id"), nullable=False, index=True),
    Column("field", String(16), nullable=False),
    Column("delta", Float, nullable=False),
    Column("cause", String(32), nullable=False),
    Column("rule", String(32), nullable=False),
)
"""What each event moved. Append-only; the sum of a field's lines is its value less its start."""

LOOKED_UP: Final = ("milestone", "promise_kept", "repair")
"""Causes that are looked for in years of lines."""

bond_state: Final = _table("bond_state", *_owner(), Column("state", JSON, nullable=False))
"""Where the bond stands after its last event: kept only to spare the replay."""

bond_mark: Final = Table(
    "bond_mark",
    metadata,
    Column("event_id", Integer, ForeignKey("bond_event.id", ondelete="CASCADE"), primary_key=True),
    Column("state", JSON, nullable=False),
)
"""The state after some events of the ledger: kept only to spare a part of the replay when an event is taken back."""

open_loop: Final = _table(
    "open_loop",
    *_owner(),
    Column("side", String(16), nullable=False),
    Column("text", Text, nullable=False),
    Column("quote", Text, nullable=False),
    Column("turn_id", Integer, ForeignKey("turn.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("memory_id", Integer, ForeignKey("memory.id", ondelete="CASCADE"), index=True),
    Column("said_at", Moment, nullable=False),
    Column("lang", String(8), nullable=False),
    Column("due", Moment),
    Column("status", String(16), nullable=False),
    Column("asked_at", Moment),
    Column("asked_turn", Integer, ForeignKey("turn.id", ondelete="SET NULL"), index=True),
    Column("closed_at", Moment),
    Column("closed_turn", Integer, ForeignKey("turn.id", ondelete="SET NULL"), index=True),
)
"""What the two expect of each other. `side` is "plan", "promise" (the user's) or "hers"; `status` see `mind.domain`."""

mention: Final = _table(
    "mention",
    *_owner(),
    Column("key", String(120), nullable=False),
    Column("at", Moment, nullable=False),
    Column("turn_id", Integer, ForeignKey("turn.id", ondelete="SET NULL"), index=True),
    Column("began", Boolean, nullable=False),
)
"""What she brought up of herself: `key` names it by ids and dates, never by words; `began` where she started a talk with it."""

garment: Final = _table(
    "garment",
    *_owner(),
    Column("garment", String(64), nullable=False),
    Column("came", Moment, nullable=False),
    Column("by", String(16), nullable=False),
    Column("note", Text, nullable=False, server_default=""),
    Column("favourite", Boolean, nullable=False, server_default=false()),
    Column("event_id", Integer, ForeignKey("bond_event.id", ondelete="SET NULL"), index=True),
    Column("turn_id", Integer, ForeignKey("turn.id", ondelete="SET NULL"), index=True),
)
"""Garments that are hers: `garment` is the catalogue's id, `by` how it came ("hers", "user", "milestone", "story", "season"),
`note` the giver's words. A gift has its event, and the turn whose words gave it where there was one."""

look: Final = _table(
    "look",
    *_owner(),
    Column("name", Text, nullable=False),
    Column("look", JSON, nullable=False),
    Column("favourite", Boolean, nullable=False, server_default=false()),
    Column("at", Moment, nullable=False),
)
"""Looks that were kept under a name."""

worn: Final = _table(
    "worn",
    *_owner(),
    Column("look", JSON, nullable=False),
    Column("outfit", String(64), nullable=False, server_default=""),
    Column("by", String(16), nullable=False),
    Column("at", Moment, nullable=False),
)
"""What she put on, one after the other; the newest is what she wears. `outfit` is the ready look's id where it is one, `by`
whose choice it was ("user", "her")."""

said_phrase: Final = _table(
    "said_phrase",
    *_owner(),
    Column("turn_id", Integer, ForeignKey("turn.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("hash", BigInteger, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("at", Moment, nullable=False),
)
"""Marks of what she said in a reply, so that she does not say it again: `hash` of a whole sentence ("sentence"), of eight
words or fourteen characters in a row ("gram") or of how a reply began ("opener"). They go with the words of their turn."""

taste_sign: Final = _table(
    "taste_sign",
    *_owner(),
    Column("turn_id", Integer, ForeignKey("turn.id", ondelete="CASCADE"), index=True),
    Column("axis", String(120), nullable=False),
    Column("value", Float, nullable=False),
    Column("weight", Float, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("at", Moment, nullable=False),
    Column("undone", Boolean, nullable=False, server_default=false()),
)
"""Signs of what the user likes: on which `axis`, from -1 to 1, with what weight; "said" in words, read from how they took
something ("sign"), or set by hand ("set", which has no turn). An `undone` one counts no longer."""

reminder: Final = _table(
    "reminder",
    *_owner(),
    Column("turn_id", Integer, ForeignKey("turn.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("kind", String(16), nullable=False),
    Column("text", Text, nullable=False),
    Column("quote", Text, nullable=False),
    Column("said_at", Moment, nullable=False),
    Column("lang", String(8), nullable=False),
    Column("due", Moment),
    Column("status", String(16), nullable=False),
    Column("rung_at", Moment),
    Column("data", JSON, nullable=False),
)
"""What the user asked her to keep until a time: `kind` and `status` see `mind.reminders.kept`; `text` what it is, of a letter
the letter; `quote` the user's words; `data` the parts of a plan or of good things, the span of a timer."""

keepsake: Final = _table(
    "keepsake", *_owner(), Column("key", String(64), nullable=False), Column("value", JSON, nullable=False)
)
"""Small values of one companion with one person: outfit, planner state."""

setting: Final = _table(
    "setting",
    Column("person_id", Integer, ForeignKey("person.id"), nullable=False),
    Column("key", String(64), nullable=False),
    Column("value", JSON, nullable=False),
)
"""What the person set about themself, shared by all companions."""

_HOLDS: Final = memory.c.superseded_by.is_(None) & memory.c.expired_at.is_(None)


def _part(name: str, condition: ColumnElement[bool], *columns: Column[Any]) -> Index:
    """An index of some rows only."""
    return Index(name, *columns, sqlite_where=condition, postgresql_where=condition)


Index("uq_keepsake_owner_key", keepsake.c.companion_id, keepsake.c.person_id, keepsake.c.key, unique=True)
Index("uq_setting_person_key", setting.c.person_id, setting.c.key, unique=True)
Index("ix_turn_vector_encoder", turn_vector.c.encoder_id, turn_vector.c.turn_id, turn_vector.c.bits)
# An owner's rows from the newest on; `Scope.owned` asks for them, `Scope.owns` leaves them alone.
Index("ix_turn_owner", turn.c.companion_id, turn.c.person_id, turn.c.id)
Index("ix_memory_owner", memory.c.companion_id, memory.c.person_id, memory.c.id)
_part("ix_memory_kind", _HOLDS, memory.c.companion_id, memory.c.person_id, memory.c.kind, memory.c.id)
_part("ix_memory_due", _HOLDS & memory.c.due.is_not(None), memory.c.companion_id, memory.c.person_id, memory.c.due)
_part("ix_memory_pinned", memory.c.pinned == true(), memory.c.pinned, memory.c.id)
_part("ix_memory_muted", memory.c.muted == true(), memory.c.muted, memory.c.id)
Index("ix_bond_event_likeness", bond_event.c.likeness)
Index("ix_bond_event_kind", bond_event.c.kind, bond_event.c.id)
_part("ix_bond_event_held", bond_event.c.rule == "held", bond_event.c.id)
_part("ix_bond_line_cause", or_(*(bond_line.c.cause == one for one in LOOKED_UP)), bond_line.c.cause, bond_line.c.id)
# The time first: led by the owner, it would lure SQLite into sorting all turns for the newest one.
Index("ix_turn_at_owner", turn.c.at, turn.c.companion_id, turn.c.person_id)
Index("ix_note_owner_kind_day", note.c.companion_id, note.c.person_id, note.c.kind, note.c.day)
Index("uq_garment_owner_garment", garment.c.companion_id, garment.c.person_id, garment.c.garment, unique=True)
Index("ix_look_owner", look.c.companion_id, look.c.person_id, look.c.id)
Index("ix_worn_owner", worn.c.companion_id, worn.c.person_id, worn.c.id)
Index("ix_said_phrase_owner_hash", said_phrase.c.companion_id, said_phrase.c.person_id, said_phrase.c.hash)
Index("ix_taste_sign_owner", taste_sign.c.companion_id, taste_sign.c.person_id, taste_sign.c.id)
Index("ix_reminder_owner", reminder.c.companion_id, reminder.c.person_id, reminder.c.status, reminder.c.id)
Index("uq_bond_state_owner", bond_state.c.companion_id, bond_state.c.person_id, unique=True)
Index("ix_open_loop_owner", open_loop.c.companion_id, open_loop.c.person_id, open_loop.c.status, open_loop.c.id)
Index("ix_mention_owner_key", mention.c.companion_id, mention.c.person_id, mention.c.key, mention.c.id)
