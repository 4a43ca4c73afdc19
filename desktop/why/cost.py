"""What a reply of a server cost, by the prices the user set."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from desktop.why.told import texts

if TYPE_CHECKING:
    from desktop.settings.model import BrainSettings
    from mind.domain import AskedOf
    from mind.languages import Lang

MILLION: Final = 1_000_000
LEAST: Final = 0.0001
"""Less than this is told as less than this."""


def is_own(host: str) -> bool:
    """Whether a host (``127.0.0.1:8080``) is this machine or one of the local network."""
    from mind.brains.address import is_private

    return is_private(urlsplit(f"//{host}").hostname or host)


def cost_of(asked: AskedOf, brain: BrainSettings) -> float | None:
    """In the user's currency, from prices per million tokens; None where none is set for that server."""
    from mind.brains.address import host_of, normalised

    if brain.price_in is None or brain.price_out is None or host_of(normalised(brain.url)) != asked.host:
        return None
    return (asked.tokens_in * brain.price_in + asked.tokens_out * brain.price_out) / MILLION


def cost_words(asked: AskedOf, brain: BrainSettings, lang: Lang) -> str:
    """``About 0.0031 EUR``; a server of one's own costs power, and without a price nothing is made up."""
    said = texts(lang)
    cost = cost_of(asked, brain)
    if cost is None:
        return str(said["only_power" if is_own(asked.host) else "no_price"])
    key = "cost_less" if cost < LEAST else "cost"
    return str(said[key]).format(amount=_amount(max(cost, LEAST), brain.currency))


def _amount(cost: float, currency: str) -> str:
    number = f"{cost:.4f}" if cost < 1 else f"{cost:.2f}"
    return f"{number.rstrip('0').rstrip('.') if '.' in number else number} {currency}".strip()
