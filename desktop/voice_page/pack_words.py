"""How a voice pack is called and what is said of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from desktop.conversation.voice_choices import language_name
from desktop.settings_page.on_disk import MILLION, megabytes_in
from desktop.theme.words import words
from voice.voice_packs import RECOMMENDED, InstalledPack, VoicePack
from voice.voice_packs.known import known

PARTS: Final = re.compile(r"(?:vits-piper-[a-z]{2}_[A-Z]{2}-|vits-|matcha-icefall-(?:[a-z]{2}_[A-Z]{2}-|[a-z]{2}-)?|kokoro-)")
LICENCES: Final[dict[str, str]] = {
    "recordings in the public domain": "public",
    "terms of the recordings unknown": "unknown",
    "recordings for non-commercial use only": "private",
}
"""Terms that are told in words; the names of licences are the same in every language."""
SIZES: Final = frozenset({"x_low", "low", "medium", "high"})


@dataclass(frozen=True, slots=True)
class PackTold:
    """What is known of a pack, wherever it was learnt: `megabytes` to download, `speakers` in it (0: not known)."""

    name: str
    langs: tuple[str, ...]
    megabytes: int
    speakers: int = 1
    licence: str = ""
    manner: str = ""
    sex: str = ""

    def title(self) -> str:
        """A name a person can say, and how many voices are in it."""
        key = "many" if self.speakers > 1 else "recommended"
        return words()(f"voice.pack.{key}", name=self.called(), count=self.speakers)

    def called(self) -> str:
        """``vits-piper-en_US-kristin-medium`` is Kristin; what has no such name keeps its own."""
        if self.name.startswith("kokoro"):
            return "Kokoro"
        if self.name.startswith("vits-melo"):
            return "Melo"
        rest = [part for part in PARTS.sub("", self.name, count=1).split("-") if part not in SIZES]
        return " ".join(part.replace("_", " ").title() for part in rest) or self.name

    def note(self) -> str:
        """What it is like, languages, terms."""
        say = words()
        like = ""
        if self.manner and self.sex:
            like = say("voice.pack.like", manner=say(f"voice.manner.{self.manner}"), sex=say(f"voice.of.{self.sex}"))
        languages = ", ".join(language_name(lang) for lang in self.langs)
        return " · ".join(part for part in (like, languages, self.terms()) if part)

    def terms(self) -> str:
        """On which terms it is given."""
        if not self.licence:
            return words()("voice.pack.licence_inside")
        if self.licence in LICENCES:
            return words()(f"voice.pack.licence_{LICENCES[self.licence]}")
        return words()("voice.pack.licence", licence=self.licence)


def recommended_for(lang: str, sex: str) -> list[PackTold]:
    """What we would begin with for a language: the voice of that sex first, each pack once, the smallest download first."""
    found: dict[str, PackTold] = {}
    for each in sorted((one for one in RECOMMENDED if one.lang == lang), key=lambda one: (one.sex != sex, one.megabytes)):
        kind = known(each.pack)
        if kind is not None and each.pack not in found:
            many = kind.speakers > 1
            found[each.pack] = PackTold(
                each.pack, kind.langs, each.megabytes, kind.speakers or 1, kind.licence, each.manner, "" if many else each.sex
            )
    return list(found.values())


def told_of(pack: VoicePack) -> PackTold:
    """A pack of the public list; what we would say of it too, where it is one of the recommended."""
    ours = next((each for each in RECOMMENDED if each.pack == pack.name), None)
    single = pack.speakers <= 1
    return PackTold(
        pack.name, pack.langs, -(-pack.size // MILLION), pack.speakers, pack.licence,
        ours.manner if ours is not None and single else "", ours.sex if ours is not None and single else "",
    )  # fmt: skip


def told_of_installed(pack: InstalledPack) -> PackTold:
    """A pack on this machine with the megabytes it takes."""
    return PackTold(pack.name, pack.langs, megabytes_in(pack.path), pack.speakers, pack.licence)
