"""Which dye reaches what on the garments of the outfits: their painters are asked once more, in primary colours or by colour."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy.ndimage import gaussian_filter

from avatars.forge.cloth.check import Check, check_texture
from avatars.forge.cloth.denim import Denim, denim_texture
from avatars.forge.cloth.fair_isle import YARN, jumper_texture
from avatars.forge.cloth.overshirt import BANDS, flannel_check
from avatars.forge.cloth.raincoat import Oilskin, coat_texture
from avatars.forge.drape import skirt_rig
from avatars.forge.garments import (
    boots,
    cardigan,
    chinos,
    derbies,
    flannels,
    flats,
    hoodie,
    jeans,
    joggers,
    jumper,
    overcoat,
    overshirt,
    pendant,
    raincoat,
    skirt,
    slim_legs,
    sneakers,
    tea_dress,
    tee,
    trainers,
    wellingtons,
    work_boots,
)
from avatars.forge.hanging import coat_weights, hung
from avatars.forge.lap import hem_rig, lapped
from avatars.forge.part import Made
from avatars.forge.sdf.fields import ramp
from avatars.forge.wardrobe.garment import Tailored
from avatars.forge.wardrobe.zoning import PRIMARIES, by_colour, by_primaries, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from avatars.forge.cloth.paint import Colour, Image
    from avatars.forge.part import Material
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.wardrobe.garment import Masks

RED, GREEN, BLUE = PRIMARIES
TIGHTS: Final[Colour] = (0.300, 0.235, 0.245)
NAVY: Final[Colour] = (0.225, 0.270, 0.385)


def texture(made: Made, name: str) -> Image:
    """The painted texture of a material."""
    found = next(material.texture for material in made.materials if material.name == name)
    assert found is not None
    return found


def coloured(
    made: Made, name: str, zones: Mapping[str, Sequence[Colour]], fixed: Sequence[Colour] = (), metre: float = 0.0,
    calm: float = 1.2,
) -> Tailored:
    """A garment with zones by the colours that one material was painted in."""
    return Tailored(made, {name: by_colour(texture(made, name), zones, fixed, calm)}, {name: metre})


def fair_isle() -> Tailored:
    """Wool, and the three colours of its motifs."""
    first = replace(YARN, ground=RED, motif={"t": GREEN, "r": BLUE, "h": BLUE})
    second = replace(YARN, ground=RED, motif={"t": RED, "r": GREEN, "h": BLUE})
    masks = by_primaries(jumper_texture(first), ("wool", "stars", "other"))
    other = by_primaries(jumper_texture(second), ("rest", "blossom", "honey"))
    zones = {"wool": masks["wool"], "stars": masks["stars"], "blossom": other["blossom"], "honey": other["honey"]}
    return Tailored(jumper.make_jumper(()), {"fair_isle": zones}, {"fair_isle": 985.0})


def turned_up_jeans() -> Tailored:
    """Denim, and thread. Where denim is worn it takes half the dye; softly, as the seams keep all."""
    masks = by_primaries(denim_texture(Denim(RED, GREEN, BLUE)), ("denim", "worn", "thread"))
    worn = gaussian_filter(masks["worn"], 5.0)
    zones = {"denim": (1.0 - 0.45 * worn) * (1.0 - masks["thread"]), "thread": masks["thread"]}
    return Tailored(jeans.make_jeans(()), {"denim": zones})


def canvas_sneakers() -> Tailored:
    """Canvas with its stripe, rubber, laces with stitches."""
    return coloured(
        sneakers.make_sneakers(()), "sneakers",
        {"canvas": (sneakers.CANVAS, sneakers.STRIPE), "rubber": (sneakers.RUBBER,)}, ((0.35, 0.16, 0.15), (0.735, 0.575, 0.435)),
    )


def cable_cardigan() -> Tailored:
    """The knit, and the top underneath."""
    # Its hem goes with the skirt's bones, which hang from the thighs when no skirt is worn.
    made = replace(cardigan.make_cardigan(()), joints=skirt_rig()[0])
    knit, top = texture(made, "pine_knit"), texture(made, "cream_top")
    masks: dict[str, Masks] = {"pine_knit": {"knit": whole(knit.shape[:2])}, "cream_top": {"top": whole(top.shape[:2])}}
    return Tailored(made, masks, {"pine_knit": 919.0, "cream_top": 1100.0})


def check_skirt() -> Tailored:
    """The ground, its deep bands, the rose stripes and the fine gold lines."""

    def painted(deep: Colour, rose: Colour, gold: Colour) -> Image:
        rows = []
        for place, half, _, strength in Check().lines:
            colour = deep if half > 0.09 else rose if place in (0.62, 0.43) else gold
            rows.append((place, half, colour, strength))
        return check_texture(Check(RED, tuple(rows)))

    first = by_primaries(painted(GREEN, BLUE, BLUE), ("cloth", "bands", "other"))
    second = by_primaries(painted(RED, GREEN, BLUE), ("rest", "stripes", "lines"))
    zones = {"cloth": first["cloth"], "bands": first["bands"], "stripes": second["stripes"], "lines": second["lines"]}
    return Tailored(_lapped(skirt.make_skirt(())), {"check": zones})


def _lapped(made: Made, weigh: Callable[[Doubles], tuple[tuple[str, ...], Doubles]] = lapped) -> Made:
    """A garment whose skirt lies on the lap of one who sits, as the wardrobe's others do; above the waist it stays as it is."""
    joints, springs = hem_rig()
    parts = []
    for part in made.parts:
        names, table = weigh(part.positions.astype(np.float64))
        own = np.zeros_like(table)
        for column, name in enumerate(part.joints):
            if name in names:
                own[:, names.index(name)] += part.weights[:, column]
        above = (ramp(0.94, 0.98, part.positions[:, 1]) * (own.sum(axis=1) > 0.999))[:, None]
        parts.append(replace(part, joints=names, weights=(table * (1 - above) + own * above).astype(np.float32)))
    return replace(made, parts=tuple(parts), joints=joints, springs=springs)


def wool_tights() -> Tailored:
    """One wool."""
    made = slim_legs.make_wool_tights(TIGHTS)
    masks = {"wool_tights": {"wool": whole(texture(made, "wool_tights").shape[:2])}}
    return Tailored(made, masks, {"wool_tights": slim_legs.METRE})


def slim_trousers() -> Tailored:
    """One cloth."""
    made = slim_legs.make_slim(NAVY)
    masks = {"slim_trousers": {"cloth": whole(texture(made, "slim_trousers").shape[:2])}}
    return Tailored(made, masks, {"slim_trousers": slim_legs.METRE})


def ankle_boots() -> Tailored:
    """Leather, the elastic at the sides, the welt's thread."""
    return coloured(
        boots.make_boots(()), "boots", {"leather": (boots.LEATHER,), "elastic": ((0.235, 0.170, 0.160),)},
        ((0.760, 0.580, 0.420), (0.640, 0.470, 0.330)),
    )


def gold_pendant() -> Tailored:
    """Metal."""
    made = pendant.make_pendant(())
    return Tailored(_painted(made, made.materials[0]), {"gold": {"metal": whole((8, 8))}})


def _painted(made: Made, plain: Material) -> Made:
    """A material of one colour gets a small texture, so that it can be dyed."""
    picture = np.broadcast_to(np.round(np.asarray(plain.colour) * 255).astype(np.uint8), (8, 8, 3)).copy()
    fresh = replace(plain, texture=picture, colour=(1.0, 1.0, 1.0))
    return replace(made, materials=tuple(fresh if one is plain else one for one in made.materials))


def yellow_raincoat() -> Tailored:
    """Oilskin, its stitching and studs, the lining."""
    first = by_primaries(coat_texture(Oilskin(RED, GREEN, GREEN, BLUE)), ("oilskin", "other", "lining"))
    second = by_primaries(coat_texture(Oilskin(RED, GREEN, BLUE, RED)), ("rest", "thread", "metal"))
    zones = {"oilskin": first["oilskin"], "thread": second["thread"], "metal": second["metal"], "lining": first["lining"]}
    return Tailored(_lapped(raincoat.make_raincoat(()), coat_weights), {"oilskin": zones}, {"oilskin": 690.0})


def rubber_boots() -> Tailored:
    """Rubber, the band at the top, the sole."""
    zones = {"rubber": (wellingtons.RUBBER,), "trim": (wellingtons.BAND,), "sole": (wellingtons.SOLE,)}
    return coloured(wellingtons.make_wellingtons(()), "rubber", zones, ((0.760, 0.700, 0.620),))


def floral_dress() -> Tailored:
    """The ground, petals, buds with the hearts of the flowers, leaves."""
    zones = {
        "cloth": ((0.335, 0.475, 0.520),), "petals": ((0.960, 0.925, 0.860),),
        "buds": ((0.870, 0.520, 0.445), (0.905, 0.690, 0.340)), "leaves": ((0.560, 0.665, 0.560),),
    }
    return coloured(_lapped(tea_dress.make_tea_dress(()), hung), "tea_cotton", zones, metre=880.0, calm=0.6)


def leather_flats() -> Tailored:
    """The shoes without the socks."""
    made = flats.make_flats(())
    pair = Made(made.parts[:1], made.materials[:1])
    zones = {"leather": ((0.635, 0.400, 0.270), (0.50, 0.33, 0.23))}
    return coloured(pair, "flats", zones, ((0.820, 0.640, 0.470), (0.300, 0.205, 0.160)))


def ankle_socks() -> Tailored:
    """The socks without the shoes."""
    made = flats.make_flats(())
    socks = Made(made.parts[1:], made.materials[1:])
    return Tailored(socks, {"ankle_socks": {"knit": whole(texture(socks, "ankle_socks").shape[:2])}})


def _with_tee(made: Made, name: str, zones: Masks, metre: float) -> Tailored:
    """With what shows of a T-shirt in the opening."""
    shirt = tee.make_tee(())
    masks = {name: zones, "tee": {"top": whole(texture(shirt, "tee").shape[:2])}}
    both = replace(made, parts=(*made.parts, *shirt.parts), materials=(*made.materials, *shirt.materials))
    return Tailored(both, masks, {name: metre})


def flannel_overshirt() -> Tailored:
    """The ground with its deep bands, the warm bands, the fine lines; a T-shirt under it."""
    dyes = (RED, GREEN, BLUE, BLUE, BLUE)
    bands = tuple((place, half, dye, strength) for (place, half, _, strength), dye in zip(BANDS, dyes, strict=True))
    zones = by_primaries(flannel_check(overshirt.PANELS, RED, bands), ("cloth", "bands", "lines"))
    return _with_tee(overshirt.make_overshirt(()), "flannel", zones, 0.0)


def zip_hoodie() -> Tailored:
    """Jersey with its zip; a T-shirt under it."""
    made = hoodie.make_hoodie(())
    jersey = whole(texture(made, "heather_jersey").shape[:2])
    # The drawstrings' spots.
    jersey[-26:, -96:-34] = 0.0
    return _with_tee(made, "heather_jersey", {"knit": jersey}, 740.0)


def camel_overcoat() -> Tailored:
    """Wool and silk lining; buttons of horn."""
    zones = {"wool": ((0.760, 0.585, 0.400),), "lining": ((0.395, 0.285, 0.230),)}
    made = overcoat.make_overcoat(())
    masks = by_colour(texture(made, "camel_wool"), zones, ((0.360, 0.235, 0.160),))
    # The silk has one spot of the picture; what looks like it elsewhere are shadows.
    spot = np.zeros_like(masks["lining"])
    spot[-26:, -26:] = 1.0
    wool = np.maximum(masks["wool"], masks["lining"]) * (1.0 - spot)
    return Tailored(made, {"camel_wool": {"wool": wool, "lining": spot}}, {"camel_wool": 745.0})


def _trousers(made: Made, name: str, cloth: Colour, thread: Colour) -> Tailored:
    return coloured(made, name, {"cloth": (cloth,), "thread": (thread,)}, metre=830.0)


def tapered_chinos() -> Tailored:
    """Twill and thread."""
    return _trousers(chinos.make_chinos(()), "chinos", (0.770, 0.655, 0.510), (0.900, 0.815, 0.680))


def pressed_flannels() -> Tailored:
    """Wool."""
    made = flannels.make_flannels(())
    return Tailored(made, {"flannels": {"wool": whole(texture(made, "flannels").shape[:2])}}, {"flannels": 830.0})


def cuffed_joggers() -> Tailored:
    """Jersey."""
    made = joggers.make_joggers(())
    return Tailored(made, {"joggers": {"knit": whole(texture(made, "joggers").shape[:2])}}, {"joggers": 830.0})


def laced_boots() -> Tailored:
    """Leather, the pale sole, laces and stitches."""
    zones = {
        "leather": ((0.520, 0.315, 0.195),), "sole": ((0.905, 0.860, 0.770),),
        "laces": ((0.800, 0.690, 0.500), (0.880, 0.760, 0.580)),
    }
    return coloured(work_boots.make_work_boots(()), "work_boots", zones, ((0.640, 0.500, 0.380), (0.16, 0.11, 0.09)))


def polished_derbies() -> Tailored:
    """Leather; sole and laces stay dark."""
    zones = {"leather": ((0.330, 0.185, 0.135), (0.500, 0.330, 0.240))}
    return coloured(derbies.make_derbies(()), "derbies", zones, ((0.130, 0.095, 0.085), (0.62, 0.48, 0.36)), calm=1.5)


def cup_trainers() -> Tailored:
    """Leather, the heel tab, the lining of the collar."""
    zones = {"leather": ((0.930, 0.920, 0.900),), "accent": ((0.225, 0.330, 0.400),), "lining": ((0.560, 0.570, 0.595),)}
    return coloured(trainers.make_trainers(()), "trainers", zones, ((0.80, 0.74, 0.64),))
