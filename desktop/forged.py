"""The one gate to the forge, the code that makes our people. It comes with the extra ``forge``; the rest lives without."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mind.errors import EnvironmentFault

if TYPE_CHECKING:
    from avatars.forge.parameters import Person

REMEDY: Final = "Install what the forge needs: pip install 'hearth[forge]'."
TONES: Final = (0.0, 0.12, 0.25, 0.40, 0.55, 0.70, 0.85, 1.0)
UNDERTONES: Final = ((0.10, -0.9), (0.10, 0.9), (0.62, -0.9), (0.62, 0.9))
"""Tone and undertone of the skins shown beside the plain ones."""
SEEDS: Final = 10
Variant = tuple[str, "Person"]


def _forge() -> Callable[..., int]:
    """The forge's own command. Raises `EnvironmentFault` with the remedy where its libraries are missing."""
    try:
        from avatars.forge.build import main
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith("avatars"):
            raise
        raise EnvironmentFault(f"the forge cannot work without {missing.name}", REMEDY, kind="forge") from missing
    return main


def names() -> tuple[str, ...]:
    """The people the forge can build."""
    _forge()
    from avatars.forge.people import PEOPLE

    return tuple(sorted(PEOPLE, key=lambda name: (name != "mira", name)))


def garments() -> tuple[str, ...]:
    """The garments the forge can build."""
    _forge()
    from avatars.forge.wardrobe.wardrobe import ALL

    return tuple(garment.info.id for garment in ALL)


def build_people(people: list[str], out: Path | None, clothes: Sequence[str] = ()) -> None:
    """Build these people and garments (everything where none is named) into a folder, by default the shipped one.

    Raises `avatars.errors.PlaceRefused` where it cannot be written.
    """
    command = _forge()
    arguments = [word for name in people for word in ("--person", name)]
    arguments += [word for name in clothes for word in ("--garment", name)]
    command([*arguments, *(("--out", str(out)) if out is not None else ())])


def built(variants: list[Variant], folder: Path) -> Iterator[tuple[str, Path]]:
    """Each person in the first outfit, as a file in `folder`, one after the other; its caption comes along."""
    _forge()
    from avatars.forge.build import build
    from avatars.forge.files import write
    from avatars.forge.outfits import OUTFITS

    for number, (caption, person) in enumerate(variants):
        file = folder / f"variant-{number:02}.vrm"
        write(file, build(person, OUTFITS[:1]))
        yield caption, file


def hair_styles() -> list[Variant]:
    """Every cut there is: the short ones on Kai, the others on Mira."""
    _forge()
    from typing import get_args

    from avatars.forge.parameters import HairStyle
    from avatars.forge.people import PEOPLE

    made = []
    for style in get_args(HairStyle):
        wearer = PEOPLE["kai" if style in ("crop", "swept") else "mira"]
        made.append((style, replace(wearer, hair=replace(wearer.hair, style=style))))
    return made


def skins() -> list[Variant]:
    """Mira in the whole range of tones, then cool and warm, then freckled."""
    _forge()
    from avatars.forge.people import PEOPLE

    mira = PEOPLE["mira"]

    def variant(caption: str, **values: float) -> Variant:
        return caption, replace(mira, skin=replace(mira.skin, **values))

    plain = [variant(f"tone {tone:.2f}", tone=tone) for tone in TONES]
    toned = [variant(f"tone {tone:.2f}, undertone {under:+.1f}", tone=tone, undertone=under) for tone, under in UNDERTONES]
    return [*plain, *toned, variant("freckles", freckles=0.9), variant("freckles, tone 0.45", tone=0.45, freckles=0.9)]


def strangers() -> list[Variant]:
    """People the dice made, one a seed."""
    _forge()
    from avatars.forge.random_person import random_person

    return [(f"seed {seed}", random_person(seed)) for seed in range(1, SEEDS + 1)]
