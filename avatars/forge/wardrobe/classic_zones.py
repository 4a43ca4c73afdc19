"""Which dye reaches what on the garments of the outfits: their painters are asked once more, in primary colours or by colour."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from scipy.ndimage import gaussian_filter

from avatars.forge.cloth.denim import Denim, denim_texture
from avatars.forge.cloth.fair_isle import YARN, jumper_texture
from avatars.forge.garments.jeans import make_jeans
from avatars.forge.garments.jumper import make_jumper
from avatars.forge.wardrobe.garment import Tailored
from avatars.forge.wardrobe.zoning import PRIMARIES, by_primaries

if TYPE_CHECKING:
    from avatars.forge.cloth.paint import Colour

RED, GREEN, BLUE = PRIMARIES
BLACK: Final[Colour] = (0.0, 0.0, 0.0)


def jumper() -> Tailored:
    """Wool, and the three colours of its motifs."""
    first = replace(YARN, ground=RED, motif={"t": GREEN, "r": BLUE, "h": BLUE})
    second = replace(YARN, ground=RED, motif={"t": RED, "r": GREEN, "h": BLUE})
    masks = by_primaries(jumper_texture(first), ("wool", "stars", "other"))
    other = by_primaries(jumper_texture(second), ("rest", "blossom", "honey"))
    zones = {"wool": masks["wool"], "stars": masks["stars"], "blossom": other["blossom"], "honey": other["honey"]}
    return Tailored(make_jumper(()), {"fair_isle": zones}, {"fair_isle": 985.0})


def jeans() -> Tailored:
    """Denim, which takes its dye half where it is worn, and thread."""
    masks = by_primaries(denim_texture(Denim(RED, GREEN, BLUE)), ("denim", "worn", "thread"))
    # Where it is worn it takes half the dye; softly, as the seams keep all.
    worn = gaussian_filter(masks["worn"], 5.0)
    zones = {"denim": (1.0 - 0.45 * worn) * (1.0 - masks["thread"]), "thread": masks["thread"]}
    return Tailored(make_jeans(()), {"denim": zones}, {"denim": 0.0})
