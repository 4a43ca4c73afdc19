"""What a server is asked beside the messages, and what it means where it refuses some of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from mind.brains.samplers import SAMPLERS

MOST_TOKENS: Final = 1024
"""A fuse, not a style: how long she speaks is said in the prompt."""
TEMPERATURE: Final = 0.8
SPOKEN: Final[Mapping[str, Any]] = {
    "max_tokens": MOST_TOKENS,
    "temperature": TEMPERATURE,
    "stream_options": {"include_usage": True},
}
"""Of every reply."""
PLAIN: Final = frozenset(SPOKEN)
SHAPES: Final = ("response_format", "json_schema", "schema", "guided", "grammar")
"""Words by which servers say that they cannot answer in a given shape."""
OF_MESSAGES: Final = re.compile(r"template|\brole\b|\broles\b|\bmessages\b", re.IGNORECASE)
"""Words of refusals that are about the messages."""


def unknown_options(words: str, sent: frozenset[str], *, named: bool) -> frozenset[str]:
    """The options `sent` that a refusal in these words is about; none where it is about something else.

    Plain ones go all at once, samplers by name. A server may refuse what it does not know without naming it: unless the fault
    has a name of its own (`named`) or is about the messages, what most servers do not know is left out first.
    """
    if "response_format" in sent and any(name in words for name in SHAPES):
        return frozenset({"response_format"})
    samplers = sent & SAMPLERS
    told = frozenset(name for name in samplers if name in words)
    if told:
        return told
    if any(name in words for name in PLAIN):
        return sent & PLAIN
    return frozenset() if named or OF_MESSAGES.search(words) else samplers
