"""What a language model reads out of the user's words: proposals in a strict schema, each checked by rules before it is kept.

The model only points: a kind from a closed list, and words that stand in a turn of the user's. The sentence that is kept is
ours, the day is read by our own rules, and whatever does not pass is dropped without a second look.
"""

from mind.memory.extraction.asking import MOST_TOKENS, SCHEMA, schema_name, to_ask
from mind.memory.extraction.checking import A_BATCH, A_DAY, Checked, Refusal, check
from mind.memory.extraction.promises import promised
from mind.memory.extraction.reading import Proposed, read_proposals

__all__ = [
    "A_BATCH",
    "A_DAY",
    "MOST_TOKENS",
    "SCHEMA",
    "Checked",
    "Proposed",
    "Refusal",
    "check",
    "promised",
    "read_proposals",
    "schema_name",
    "to_ask",
]
