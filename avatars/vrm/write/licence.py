"""What may be done with a look that is put together of several people's work: what all of them allow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from avatars.vrm.model import Meta

AVATAR: Final = ("onlyAuthor", "onlySeparatelyLicensedPerson", "everyone")
COMMERCIAL: Final = ("personalNonProfit", "personalProfit", "corporation")
MODIFICATION: Final = ("prohibited", "allowModification", "allowModificationRedistribution")
"""VRM 1.0's permissions, the narrowest first; what is spelt otherwise counts as the narrowest."""


def combined(whole: Meta, others: Sequence[Meta], name: str = "") -> Meta:
    """The licence of `whole` with the work of `others` in it: every author is named, each permission is the narrowest of all."""
    every = (whole, *others)
    return replace(
        whole,
        name=name or whole.name,
        authors=tuple(dict.fromkeys(author for meta in every for author in meta.authors)),
        copyright=_told(meta.copyright for meta in every)[:500],
        other_licence=whole.other_licence or next((meta.other_licence for meta in others if meta.other_licence), ""),
        avatar_permission=_narrowest(AVATAR, [meta.avatar_permission for meta in every]),
        commercial=_narrowest(COMMERCIAL, [meta.commercial for meta in every]),
        modification=_narrowest(MODIFICATION, [meta.modification for meta in every]),
        credit="required" if any(meta.credit != "unnecessary" for meta in every) else "unnecessary",
        redistribution=all(meta.redistribution for meta in every),
    )


def _narrowest(ranks: Sequence[str], values: Sequence[str]) -> str:
    return ranks[min(ranks.index(value) if value in ranks else 0 for value in values)]


def _told(lines: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(line for line in lines if line))
