"""The guards' look at the user's words, before anything is planned."""

from __future__ import annotations

from dataclasses import replace

from mind.character import born
from mind.guards.age import says_minor
from mind.guards.crisis import crisis_in
from mind.guards.crisis_card import crisis_card, spoken_number
from mind.guards.humanity import asks_if_human
from mind.guards.romance import asks_romance
from mind.guards.texts import variant
from mind.guards.verdict import PASS, Verdict
from mind.ports import Scene


def inspect(text: str, scene: Scene, country: str | None = None) -> Verdict:
    """What must be said or held back in this turn, whatever brain is set.

    Order: a crisis before all else; then age; then the truth about what she is; then romance, which stays
    off until the person has said that they are an adult. `country` is the system's (ISO 3166), if known.
    """
    who = crisis_in(text)
    if who is not None:
        return _crisis(who == "self", scene, country)
    if says_minor(text) and scene.person.adult is not False:
        person = replace(scene.person, adult=False)
        return Verdict("minor", preface=variant(scene.lang, "minor", scene.seed), person=person)
    if asks_if_human(_by_own_name(text, scene)):
        return Verdict("human", answer=variant(scene.lang, "human", _fresh(scene, "human")))
    if asks_romance(text) and scene.person.adult is not True:
        return Verdict("romance", answer=variant(scene.lang, "romance", _fresh(scene, "romance")))
    return PASS


def _by_own_name(text: str, scene: Scene) -> str:
    """The words as if she bore her own name: a given one hides no question about what she is."""
    names = born(scene.character).names
    return text.replace(scene.terms.called, names.get(scene.lang, "")) if scene.terms.called else text


def _crisis(own: bool, scene: Scene, country: str | None) -> Verdict:
    key = "crisis" if own else "crisis_other"
    number = spoken_number(scene.lang, country)
    words = tuple(sentence.format(number=number) for sentence in variant(scene.lang, key, scene.seed))
    name = scene.character.names.get(scene.lang, scene.character.id)
    card = crisis_card(scene.lang, name, country)
    return Verdict("crisis", answer=words, notice=card, frozen=True, learns=False)


def _fresh(scene: Scene, key: str) -> int:
    """A seed whose wording she has not used lately, where there is one."""
    said = " ".join(turn.text for turn in scene.recent[-60:] if turn.speaker == "companion")
    for offset in range(6):
        words = variant(scene.lang, key, scene.seed + offset)
        if words[0].split("] ")[-1] not in said:
            return scene.seed + offset
    return scene.seed
