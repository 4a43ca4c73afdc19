"""A page worded by a brain, within what the rules allow; None where it does not stay there."""

from __future__ import annotations

import logging
from typing import Final, Protocol

from mind.domain import NoteSentence
from mind.errors import BrainFault
from mind.memory.consolidation.asking import NAME, SCHEMA, page_request
from mind.memory.consolidation.checking import checked_page
from mind.memory.consolidation.material import Material
from mind.ports import Json, Message

log = logging.getLogger("hearth.diary")

LEAST: Final = 3
"""Turns answered by a server that a page by a brain needs: of less, the rules write as well."""


class PageAsker(Protocol):
    """Asks a brain for JSON."""

    async def __call__(self, messages: tuple[Message, ...], schema: Json, name: str) -> str:
        """The answer's text. Raises `mind.errors.BrainFault`."""


async def worded_page(material: Material, asker: PageAsker) -> tuple[NoteSentence, ...] | None:
    """The brain's page, every sentence checked; None where it failed in any way."""
    if sum(one.sent for one in material.said) < LEAST:
        return None
    request = page_request(material)
    try:
        answer = await asker(request.messages, SCHEMA, NAME)
    except BrainFault as fault:
        log.info("diary_asked=%s", type(fault).__name__)
        return None
    page, refused = checked_page(answer, material, request)
    log.info("diary_worded=%d refused=%s", len(page), ",".join(sorted(refused)) or "none")
    return page or None


