"""The card with people to call, and the number her own words name."""

from __future__ import annotations

from typing import Any, Final

from mind.events import Notice
from mind.guards.texts import crisis_lines, safety_texts
from mind.languages import Lang

MOST: Final = 4
"""Countries on one card."""


def crisis_card(lang: Lang, name: str, country: str | None = None) -> Notice:
    """The card in `lang`: the user's country first where the system tells it, then those that share the language."""
    words = safety_texts(lang)["crisis_card"]
    places = _places(lang, country)
    numbers = dict.fromkeys(place["emergency"] for place in places[:MOST])
    if country and _known(country):
        numbers = {places[0]["emergency"]: None}
    lines = [words["emergency"].format(number=" / ".join(numbers))]
    lines += [place[lang] for place in places[:MOST]]
    lines.append(words["anywhere"])
    return Notice("crisis", words["title"], words["text"].format(name=name), lang, tuple(lines))


def spoken_number(lang: Lang, country: str | None = None) -> str:
    """The number she says aloud; without a known country, the address that lists all of them where it is unclear."""
    if lang == "en" and not (country and _known(country)):
        return "988 (USA, Canada), 116 123 (UK, Ireland)"
    return str(_places(lang, country)[0]["number"])


def _known(country: str) -> bool:
    return any(country in place["countries"] for place in _all_places().values())


def _places(lang: Lang, country: str | None) -> list[dict[str, Any]]:
    places = _all_places()
    own = [place for place in places.values() if country and country in place["countries"]]
    shared = [places[code] for code in crisis_lines()["order"][lang]]
    return own + [place for place in shared if place not in own]


def _all_places() -> dict[str, dict[str, Any]]:
    return {code: place for code, place in crisis_lines().items() if code != "order"}
