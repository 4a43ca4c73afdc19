"""All that the window's pages work with, made once by the composition root."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from avatars.errors import AvatarError
from desktop.bridge import Bridge
from desktop.composition import whole_closet
from desktop.conversation.conversation import Conversation
from desktop.conversation.heard_language import HeardLanguage
from desktop.conversation.hearing import Hearing
from desktop.conversation.latency import TurnWatch
from desktop.conversation.mind import Mind
from desktop.conversation.model_downloads import ModelDownloads
from desktop.conversation.speech import Speech
from desktop.conversation.voice_trial import VoiceTrial
from desktop.settings.model import CharacterVoice, Settings
from desktop.stage_view.player import StagePlayer
from desktop.theme.words import words
from desktop.wardrobe_page.pattern_files import PatternFiles
from desktop.window.changes import Changes
from desktop.window.ready_looks import ReadyLook, read_catalogue
from desktop.window.standing import Standing
from desktop.window.wearing import Wearing
from mind.character import MIRA
from mind.domain import Outfit
from mind.languages import Lang

if TYPE_CHECKING:
    from avatars.wardrobe.catalogue import Catalogue
    from desktop.stage_view.player import Body
    from desktop.window.opening import Makers
    from voice.errors import VoiceError

log = logging.getLogger("hearth.stage")


@dataclass(slots=True)
class House:
    """The parts, and how to make those that a setting changes."""

    folder: Path
    settings: Settings
    save: Callable[[Settings], None]
    bridge: Bridge
    mind: Mind
    conversation: Conversation
    speech: Speech
    hearing: Hearing
    player: StagePlayer
    makers: Makers
    names: Mapping[Lang, str] = field(default_factory=dict)
    outfits: Sequence[Outfit] = ()
    changes: Changes = field(default_factory=Changes)
    ends: list[Callable[[], object]] = field(default_factory=list)
    """What else is to be ended when the house closes."""
    catalogue: Catalogue | None = None
    """The garments there are; None where they are missing or cannot be read."""
    ready_looks: Sequence[ReadyLook] = ()
    """Looks that ship for the body on the stage."""
    wearing: Wearing = field(init=False)
    """What she wears: every change of clothes goes through it."""
    standing: Standing = field(init=False)
    """Puts people the user made on the stage."""
    watch: TurnWatch = field(default_factory=TurnWatch)
    """How long a turn takes."""
    models: ModelDownloads = field(init=False)
    """Speech models on their way."""
    heard: HeardLanguage = field(init=False)
    """In which language the user is listened to."""
    trial: VoiceTrial = field(init=False)
    """Voices are tried with it, wherever there is a button for that."""

    def __post_init__(self) -> None:
        self.heard = HeardLanguage(words().lang, self.understands)
        self.trial = VoiceTrial(self.conversation)
        self.models = ModelDownloads(self.folder / "models")
        self.ends.append(self.models.close)
        self.wearing = Wearing(
            self.catalogue, PatternFiles(self.folder), self.player, self.bridge, self.mind, self.conversation.fail
        )
        self.standing = Standing(self.player, self.folder, self.catalogue or self.makers.wardrobe, self.makers.created)
        self.conversation.look_chosen.connect(self.wearing.show)
        self.hearing.understood.connect(self.watch.heard)
        self.conversation.asked.connect(self.watch.began)
        self.conversation.told.connect(self.watch.told)
        self.speech.sounded.connect(self.watch.sounds)
        self.player.framed.connect(self.watch.framed)

    def renew_wardrobe(self) -> None:
        """Garments were brought or taken away: the stage knows those there are now. What is worn stays."""
        self.catalogue = read_catalogue(self.makers.wardrobe, self.folder)
        if self.catalogue is None:
            return
        self.wearing.catalogue = self.catalogue
        self.player.use_wardrobe(self.catalogue)
        self.standing.renew(self.catalogue)
        self.changes.wardrobe.emit()

    def own_closet(self) -> None:
        """The mind knows of the same garments. Call where the mind runs."""
        closet = whole_closet(self.settings.look.avatar, self.folder, self.makers.wardrobe)
        self.mind.own(tuple(self.outfits), closet)

    def open_body(self, width: int, height: int) -> Body | None:
        """The body that is set, on a stage of so many pixels; None where there is to be none.

        Raises `avatars.errors.AvatarError`. A created person who cannot be opened leaves the place to the one who ships.
        """
        if self.makers.body is None:
            return None
        look = self.settings.look
        if look.person:
            try:
                return self.standing.open(width, height, look.person)
            except AvatarError as fault:
                log.warning("person_refused=%s", fault.kind)
                self.wearing.told.emit(f"{fault.message} {fault.remedy}")
        return self.makers.body(width, height, look.avatar)

    def open_ears(self) -> None:
        """Make her ears as set: whose language, which names, and whether words over hers stop her."""
        self.heard.choose(words().lang)
        lang = self.heard.lang
        names = {*self.names.values(), self.her_name(lang)}
        self.hearing.follow(lang, names, barge_in=self.settings.hearing.barge_in)
        self.hearing.prepare(self.makers.ear(self.folder, self.settings, lang))

    def understands(self, lang: Lang) -> bool:
        """Whether there are ears for a language."""
        return self.makers.ear(self.folder, self.settings, lang) is not None

    def no_ears(self) -> VoiceError | None:
        """What is wrong with the speech models that are here; None where one listens, or none is here at all."""
        from desktop.conversation.ear_making import what_is_wrong

        return what_is_wrong(self.folder, self.settings, self.heard.lang)

    def her_name(self, lang: Lang) -> str:
        """Her name in a language."""
        return self.names.get(lang) or MIRA.names[lang]

    @property
    def voice(self) -> CharacterVoice:
        """A copy of how the character on the stage sounds: change it and `keep_voice` it."""
        return self.settings.voice.of(self.settings.look.avatar)

    def keep_voice(self, voice: CharacterVoice) -> None:
        """From now on the voice of the character on the stage."""
        self.settings.voice.keep(self.settings.look.avatar, voice)
        self.keep()

    def keep(self) -> None:
        """Write the settings."""
        self.save(self.settings)
