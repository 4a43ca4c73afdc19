"""From the command line to an open window, and back to a closed house."""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from assets import asset
from desktop.bridge import Bridge
from desktop.composition import open_companion, shipped_outfits, spoken_lang, whole_closet
from desktop.conversation.conversation import Conversation
from desktop.conversation.engine_setup import voice_of
from desktop.conversation.floor import Floor
from desktop.conversation.hearing import Hearing
from desktop.conversation.manners_lead import MannersLead
from desktop.conversation.speech import Speech
from desktop.data_folder import data_folder
from desktop.settings import Settings, load_settings, save_settings
from desktop.stage_view.player import Body, StagePlayer
from desktop.talk.chat_model import ChatModel
from desktop.theme.apply import dress
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.window.house import House
from desktop.window.last_resort import catch_mistakes, quit_on_signals
from desktop.window.lead import Lead
from desktop.window.main_window import MainWindow
from desktop.window.ready_looks import read_catalogue, ready_looks
from desktop.window.single_instance import SingleInstance
from mind.brains.probe import FoundServer, probe
from mind.character import MIRA
from mind.languages import Lang
from mind.turn.terms import names_by
from voice.errors import OutputFault
from voice.ports import AudioOut, EngineVoice

if TYPE_CHECKING:
    from avatars.creator.person import CreatedPerson
    from voice.engines import EngineSetup
    from voice.voice_packs import VoicePack

log = logging.getLogger("hearth.window")

SIZE = (1280, 800)
FIRST_SIZE = (960, 640)


def open_window(data_dir: str | None, asked: Lang | None) -> int:
    """The window over the data in a folder; the exit code."""
    from voice.qt_singletons import hold_singletons

    hold_singletons()
    folder = data_folder(data_dir)
    settings = load_settings(folder)
    if settings.look.ui_scale != 100:
        os.environ.setdefault("QT_SCALE_FACTOR", f"{settings.look.ui_scale / 100:g}")
    app = application()
    single = SingleInstance(folder)
    if single.raise_other():
        return 0
    house = build_house(folder, settings, asked)
    try:
        return live(app, house, single)
    finally:
        single.close()
        close_house(house)


def live(app: QApplication, house: House, single: SingleInstance) -> int:
    """The window, until it closes."""
    window, lead = furnish(house)
    single.listen(lambda: to_front(window))
    restore = catch_mistakes(window)
    quit_on_signals()
    # Python sees a signal only when it runs: with the stage hidden, nothing else would wake it.
    heartbeat = QTimer(window)
    heartbeat.start(500)
    heartbeat.timeout.connect(lambda: None)
    try:
        begin(house, window, lead)
        return int(app.exec())
    finally:
        restore()
        window.close()


def application() -> QApplication:
    """Qt's application, dressed."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Hearth")
    app.setApplicationDisplayName("Hearth")
    app.setDesktopFileName("hearth")
    dress(app)
    app.setWindowIcon(badge())
    return app


def badge() -> QIcon:
    """The mark of the house as the window's icon."""
    from PySide6.QtCore import QRectF, Qt

    from desktop.window.rail import paint_badge

    made = QIcon()
    for side in (16, 32, 64, 128):
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_badge(painter, QRectF(0, 0, side, side))
        painter.end()
        made.addPixmap(picture)
    return made


@dataclass(frozen=True, slots=True)
class Makers:
    """How the parts that need a machine are made. Tests put scripted ones in their place."""

    voice: Callable[[Path, Settings], Callable[..., Any]] = field(default_factory=lambda: voice_maker)
    ear: Callable[[Path, Settings, Lang], Callable[..., Any] | None] = field(default_factory=lambda: ear_maker)
    body: Callable[[int, int, str], Body] | None = field(default_factory=lambda: open_avatar)
    created: Callable[[int, int, CreatedPerson], Body] | None = None
    """The body of a person the user made, in place of the real one."""
    servers: Callable[[], Coroutine[Any, Any, tuple[FoundServer, ...]]] = field(default_factory=lambda: probe)
    """Looks for brain servers on this machine."""
    voices: Callable[[str, EngineSetup], list[EngineVoice]] = field(default_factory=lambda: engine_voices)
    """Lists the voices of an engine; slow."""
    out: Callable[[str, Callable[[OutputFault], None]], AudioOut] = field(default_factory=lambda: open_loudspeaker)
    """Opens a loudspeaker by its id, apart from the one she speaks through."""
    wardrobe: Path = field(default_factory=lambda: asset("wardrobe"))
    """Where garments and looks lie."""
    packs: Callable[[], list[VoicePack]] = field(default_factory=lambda: public_packs)
    """Asks the public list of voices to download."""


def build_house(folder: Path, settings: Settings, asked: Lang | None = None, makers: Makers | None = None) -> House:
    """All parts over the data in `folder`. Raises `mind.errors.StoreFault`."""
    makers = makers or Makers()
    lang = spoken_lang(settings, asked)
    words().speak(lang)
    theme().lang = lang
    closet = whole_closet(settings.look.avatar, folder, makers.wardrobe)
    companion = open_companion(folder, settings, lang=lang, place="window", closet=closet)
    bridge = Bridge()
    names = names_by(MIRA.names, bridge.wait(companion.bonds.terms()))
    words().call_her(names)
    speech = Speech(makers.voice(folder, settings))
    speech.tune(settings.voice.of(settings.look.avatar))
    speech.lip_offset = settings.voice.lip_offset_ms / 1000
    conversation = Conversation(bridge, companion, speech, ChatModel(names[lang]), lang)
    hearing = Hearing(lambda: speech.speaking or speech.sounding, sounding=lambda: speech.sounding)
    Floor(hearing, speech, conversation)
    house = House(
        folder, settings, lambda changed: save_settings(folder, changed), bridge, companion, conversation, speech,
        hearing, StagePlayer(), makers, names, shipped_outfits(settings.look.avatar),
        catalogue=read_catalogue(makers.wardrobe, folder) if closet.garments else None, ready_looks=ready_looks(closet),
    )
    manners = MannersLead(
        hearing, speech, conversation, served=lambda: bool(settings.brain.url),
        aloud=lambda: settings.hearing.acknowledge and not (settings.hearing.review or settings.voice.muted),
    )
    manners.nodded.connect(lambda: house.player.gesture("nod"))
    house.open_ears()
    return house


def voice_maker(folder: Path, settings: Settings) -> Callable[..., Any]:
    """How to make the voice of whoever stands on the stage: each sentence names its own, and engines open when they speak."""

    def make(**callbacks: Any) -> Any:
        from desktop.conversation.her_sound import her_sound
        from voice.espeak.apart import apart_library
        from voice.output.loudspeaker import loudspeaker
        from voice.reading.warm import warm_aside
        from voice.speaker import Speaker

        warm_aside(spoken_lang(settings))
        threading.Thread(target=apart_library().start, name="own-voice", daemon=True).start()
        out = loudspeaker(settings.audio.output, her_sound(), on_fault=callbacks["on_fault"])
        return Speaker(voice_of(folder, settings, lambda: settings.look.avatar), out, **callbacks)

    return make


def engine_voices(name: str, setup: EngineSetup) -> list[EngineVoice]:
    """See `voice.engines.voices_of`."""
    from voice.engines import voices_of

    return voices_of(name, setup)


def open_loudspeaker(device: str, on_fault: Callable[[OutputFault], None]) -> AudioOut:
    """See `voice.output.loudspeaker.loudspeaker`."""
    from voice.output.loudspeaker import loudspeaker

    return loudspeaker(device, on_fault=on_fault)


def public_packs() -> list[VoicePack]:
    """See `voice.voice_packs.offered_packs`."""
    from voice.voice_packs import offered_packs

    return offered_packs()


def ear_maker(folder: Path, settings: Settings, lang: Lang) -> Callable[..., Any] | None:
    """How to make her ears as set, for the name she has; None without a speech model or a server."""
    from desktop.conversation import ear_making
    from desktop.conversation.her_sound import her_sound

    return ear_making.ear_maker(folder, settings, lang, her_sound(), words().her_in(lang))


def open_avatar(width: int, height: int, avatar: str) -> Body:
    """One of the shipped avatars on a stage of so many pixels. Raises `avatars.errors.AvatarError`."""
    from avatars.stage import open_stage

    return open_stage(asset("avatars", f"{avatar}.vrm"), width, height, transparent=True)


def furnish(house: House) -> tuple[MainWindow, Lead]:
    """The window over a house, not yet shown."""
    from desktop.window.applying import Applying
    from desktop.window.heard_lead import HeardLead
    from desktop.window.terms_lead import TermsLead

    window = MainWindow(house)
    lead = Lead(house, window)
    Applying(lead)
    TermsLead(lead)
    HeardLead(lead)
    return window, lead


def begin(house: House, window: MainWindow, lead: Lead) -> None:
    """Show it, and begin: the first meeting, or the talk."""
    first = not house.settings.first_run_done
    window.resize(*(FIRST_SIZE if first else SIZE))
    if first:
        window.open_page("first_run")
    window.show()
    house.bridge.submit(house.mind.outfit(), lambda worn: lead.fitting.dress(worn))
    # The window is on the screen before she is read from her file, and she is on her stage before she greets.
    QTimer.singleShot(0, window, lead.appear)
    greet = window.pages["first_run"].greet if first else house.conversation.open  # type: ignore[attr-defined]
    QTimer.singleShot(0, window, greet)


def to_front(window: MainWindow) -> None:
    """Someone started Hearth again."""
    window.setWindowState(window.windowState() & ~window.windowState().WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def close_house(house: House) -> None:
    """Everything in order: what still comes, voice, ears, picture, mind, loop."""
    for end in house.ends:
        end()
    house.conversation.close()
    house.hearing.close()
    house.player.close()
    try:
        house.bridge.wait(house.mind.close())
    except TimeoutError:
        # What was acknowledged is in the database: a slow end loses nothing.
        log.warning("closing_took_too_long")
    finally:
        house.bridge.close()
