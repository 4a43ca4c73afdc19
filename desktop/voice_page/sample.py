"""What she says when a voice is tried or chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.conversation.voice_choices import VoiceChoice, choose, family_of
from desktop.theme.words import table, words
from mind.events import Cue, Sentence
from mind.languages import Lang

if TYPE_CHECKING:
    from desktop.window.house import House

GLAD = (Cue("expression", "happy", 0.6),)
"""The sample is said gladly, so that the feeling in the voice is heard too."""


def sample_for(choice: VoiceChoice) -> Sentence:
    """In the language of the window, or in one of ours that the voice speaks instead."""
    lang: Lang = words().lang
    spoken = [family_of(tag) for tag in choice.langs]
    if spoken and lang not in spoken:
        lang = next((ours for ours in ("en", "zh", "ja") if ours in spoken), lang)
    return Sentence(0, table(lang)["voice.sample"], lang, GLAD)


def play(house: House, choice: VoiceChoice) -> None:
    """Try a voice without choosing it; a second press stops it."""
    if house.trial.of(choice.address):
        house.trial.stop()
        return
    voice = house.voice
    choose(voice, choice)
    house.trial.play(voice, sample_for(choice))


def use(house: House, choice: VoiceChoice) -> None:
    """Choose a voice: it counts from the next sentence, and is heard now unless something is being said."""
    voice = house.voice
    choose(voice, choice)
    house.keep_voice(voice)
    house.changes.tuning.emit()
    if house.trial.state or not house.conversation.busy:
        house.trial.play(voice, sample_for(choice))
