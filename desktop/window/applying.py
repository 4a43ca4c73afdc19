"""What each change of a setting does, at once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from desktop.composition import brain_of, deadline_of, shipped_outfits, whole_closet
from desktop.encoders import meaning_of
from desktop.theme.words import words
from desktop.window.house import House
from desktop.window.lead import Lead
from desktop.window.opening import FIRST_SIZE, SIZE
from desktop.window.ready_looks import ready_looks
from mind.languages import as_lang


class Applying(QObject):
    """Listens to the house's changes and to the end of the first meeting."""

    def __init__(self, lead: Lead) -> None:
        super().__init__(lead)
        self._lead = lead
        self._house: House = lead.house
        self._stands = str(self._house.settings.look.avatar)
        changes = self._house.changes
        changes.brain.connect(self.brain)
        changes.engine.connect(self.engine)
        changes.tuning.connect(self.tuning)
        changes.ears.connect(self.ears)
        changes.memory.connect(self.memory)
        changes.drawn.connect(lambda: lead.frame_her(0.0))
        changes.drawn.connect(lead.light)
        changes.look.connect(self.look)
        changes.avatar.connect(self.avatar)
        changes.language.connect(self.language)
        lead.window.opened.connect(self.page_opened)
        self.tell_who_speaks()
        self.tell_who_hears()

    def brain(self) -> None:
        """Another brain from her next answer on."""
        house = self._house

        async def use() -> None:
            house.mind.use(brain_of(house.settings), deadline_of(house.settings))

        house.bridge.submit(use(), lambda _: self._lead.show_voice(), house.conversation.fail)
        if house.settings.memory.encoder == "server":
            self.memory()

    def memory(self) -> None:
        """Something else to remember with; what was said is read with it while nobody waits."""
        house = self._house
        house.bridge.submit(
            house.mind.remember_by(meaning_of(house.settings, house.folder)), None, house.conversation.fail
        )

    def engine(self) -> None:
        """Another voice or loudspeaker: what she says ends here."""
        self._house.speech.take(self._house.makers.voice(self._house.folder, self._house.settings))
        self.tuning()
        self._lead.show_voice()

    def tuning(self) -> None:
        """Voice, pace and feeling; pitch and loudness are read from the settings by the voice itself."""
        self._house.speech.tune(self._house.voice)
        self.tell_who_speaks()

    def tell_who_speaks(self) -> None:
        """The line under the composer names a server that speaks."""
        house = self._house
        serving = house.voice.engine == "server"
        self._lead.window.talk.ai_line.speak_by(house.settings.voice.server_url if serving else "")

    def ears(self) -> None:
        """Another microphone or model; where an open microphone has nothing left to understand with, that is told."""
        listened = self._house.hearing.on
        self._house.open_ears()
        if listened and not self._house.hearing.can:
            self._lead.microphone.tell_no_model()
        self.tell_who_hears()
        self._lead.show_state()

    def tell_who_hears(self) -> None:
        """The line under the composer names a server that understands what is said aloud."""
        hearing = self._house.settings.hearing
        self._lead.window.talk.ai_line.hear_by(hearing.server_url if hearing.engine == "server" else "")

    def look(self) -> None:
        """Theme, sizes, motion, captions, and who chooses her clothes."""
        self._lead.look()
        self._lead.show_voice()
        house = self._house

        async def dress() -> None:
            house.mind.let_dress(house.settings.look.picks_clothes)
            house.mind.unlock_all(house.settings.look.all_clothes)

        house.bridge.submit(dress(), None, house.conversation.fail)

    def avatar(self) -> None:
        """Another body, with a wardrobe and a voice of its own. One that cannot be opened leaves the one there was."""
        house, lead = self._house, self._lead
        house.player.leave()
        fault = lead.open_body()
        if fault is None:
            self._stands = house.settings.look.avatar
        elif self._stands != house.settings.look.avatar:
            lead.window.toast.warn(words()("look.avatar_kept", why=fault.message))
            house.settings.look.avatar = self._stands  # type: ignore[assignment]
            house.keep()
            lead.appear()
            self.tuning()
            return
        house.outfits = shipped_outfits(house.settings.look.avatar)
        closet = whole_closet(house.settings.look.avatar, house.folder, house.makers.wardrobe)
        house.ready_looks = ready_looks(closet)
        self.tuning()

        async def own() -> str:
            house.mind.own(tuple(house.outfits), closet)
            return await house.mind.outfit()

        def dress(outfit: str) -> None:
            lead.fitting.dress(outfit)
            house.wearing.begin()

        house.bridge.submit(own(), dress, house.conversation.fail)
        lead.window.drop_page("wardrobe")

    def language(self, lang: str) -> None:
        """The whole window in another language; she greets in it, and answers in the one you write."""
        chosen = as_lang(lang)
        words().speak(chosen)
        self.ears()
        mind = self._house.mind

        async def keep() -> None:
            await mind.set_person(replace(await mind.person(), lang=chosen))

        self._house.bridge.submit(keep(), None, self._house.conversation.fail)

    def page_opened(self, page: str) -> None:
        """The first meeting ends in the talk."""
        if page == "first_run":
            finished = self._lead.window.pages[page].finished  # type: ignore[attr-defined]
            finished.connect(self.first_run_over)
            self._lead.window.pages[page].stepped.connect(self._lead.frame_her)  # type: ignore[attr-defined]

    def first_run_over(self) -> None:
        """Open the talk and let her greet, aloud."""
        window = self._lead.window
        page = window.pages.pop("first_run", None)
        if page is None:
            return
        window.open_page("talk")
        page.deleteLater()
        if (window.width(), window.height()) == FIRST_SIZE:
            window.resize(*SIZE)
        self._house.conversation.open()
