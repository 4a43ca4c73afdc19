"""A wardrobe of a few garments, known by their catalogue entries alone."""

from __future__ import annotations

from avatars.wardrobe.garment import GarmentInfo, Zone

RUST, NAVY, CREAM, SAGE, ROSE = "#a8502f", "#27364f", "#f3e9dc", "#8da48b", "#d98c93"


def garment(name, slot, dye, *, tags=("casual",), warmth=0.5, palette=(), patterns=(), replaces=()):
    """One entry with one zone."""
    zone = Zone("cloth", {"en": "Cloth", "zh": "布", "ja": "布"}, dye, palette, patterns)
    return GarmentInfo(
        name, slot, {"en": name, "zh": name, "ja": name}, {"en": (name,)}, (zone,), tags, {"warmth": warmth}, replaces=replaces
    )


SMALL = {
    info.id: info
    for info in (
        garment("bob", "hair", RUST),
        garment("shirt", "top", CREAM, palette=(NAVY, SAGE), patterns=("stripe", "check")),
        garment("tank", "top", ROSE, tags=("sporty",), warmth=0.1),
        garment("jeans", "bottom", NAVY),
        garment("shorts", "bottom", SAGE, tags=("sporty",), warmth=0.0),
        garment("gown", "dress", ROSE, tags=("evening",), palette=(NAVY,)),
        garment("pyjamas", "top", SAGE, tags=("sleep",)),
        garment("parka", "outer", SAGE, warmth=1.0, palette=(RUST, NAVY)),
        garment("boots", "shoes", RUST, warmth=0.8),
        garment("sandals", "shoes", CREAM, warmth=0.0),
        garment("scarf", "neck", ROSE, warmth=0.9, palette=(CREAM, NAVY)),
        garment("cape", "outer", NAVY, tags=("evening",), replaces=("neck",)),
    )
}
