"""Outfits: glTF root ``extras.hearth = {"outfits": [{"id", "names", "words", "nodes"}], "default"}``.

A node that some outfit lists is shown in those outfits only; a node that none lists is always shown. Avatars without the
block have one outfit.
"""

from __future__ import annotations

from typing import Final

from avatars.vrm.checked import Checked
from avatars.vrm.model import Outfit

LANGUAGES: Final = ("en", "zh", "ja")
ONLY: Final = Outfit("default", {"en": "Outfit", "zh": "服装", "ja": "服"}, {}, ())


def read_outfits(root: Checked) -> tuple[tuple[Outfit, ...], str]:
    """The outfits (at least one) and the id of the one worn at first."""
    extras = root.get("extras")
    if not isinstance(extras.value, dict) or not isinstance(extras.value.get("hearth"), dict):
        return (ONLY,), ONLY.id
    block = extras.get("hearth")
    nodes = len(root.each("nodes", "node"))
    outfits = tuple(_outfit(item, nodes) for item in block.each("outfits", "outfit", 256))
    if not outfits:
        return (ONLY,), ONLY.id
    ids = tuple(outfit.id for outfit in outfits)
    if len(set(ids)) != len(ids):
        raise block.refuse("two outfits have one id")
    return outfits, block.get("default").choice(ids, ids[0])


def _outfit(item: Checked, nodes: int) -> Outfit:
    name = item.get("id").text("", 60)
    if not name:
        raise item.refuse("has no id")
    words = {lang: tuple(word.text("", 60) for word in item.get("words").each(lang, "word", 64)) for lang in LANGUAGES}
    names = {lang: item.get("names").get(lang).text(name, 60) for lang in LANGUAGES}
    return Outfit(name, names, words, tuple(node.must_index(nodes) for node in item.each("nodes", "node", 4096)))
