"""The two of you: what she is called, what you are to each other, a pause, copies of the talk, a new beginning, an end."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.export.asking import SPANS, Saving
from desktop.export.talk_file import FORMATS
from desktop.settings_page.initiative_rows import InitiativeRows
from desktop.settings_page.look_section import left
from desktop.settings_page.section import Section, side_by_side
from desktop.theme.words import words
from desktop.widgets.ask import ask
from desktop.widgets.banner import announce
from desktop.widgets.card import ChoiceCard
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push
from desktop.widgets.select import Select
from desktop.widgets.switch import Switch
from desktop.window.house import House
from mind.character import MIRA
from mind.domain import BondSummary, Person, Relation, Terms
from mind.talk.her_name import LONGEST, clean_name
from mind.turn.terms import may_be

ORDER: Final[tuple[Relation, ...]] = ("friend", "mentor", "rival", "partner")


class TogetherSection(Section):
    """Each change counts at once and can be changed again; the last row alone cannot be undone, and says so."""

    name = "together"

    def __init__(self, house: House) -> None:
        super().__init__(house, "terms.title", "terms.lead")
        self.terms, self.person = Terms(), Person()
        self.known = False
        """Whether what is kept has been read."""
        self.name_rows()
        self.relation_cards()
        self.likings = Push("taste.open", "secondary", self.house.changes.likings.emit)
        self.row("taste.title", left(self.likings), help_key="taste.open_help")
        self.pause = Switch("terms.pause")
        self.pause.clicked.connect(self.set_pause)
        self.row("terms.pause", self.pause, help_key="terms.pause_help", stretch=False)
        self.initiative = InitiativeRows(self)
        self.copy_rows()
        self.ending_rows()
        self.column.addStretch(1)
        words().changed.connect(self.show_words)
        self.show_terms()
        self.refresh()

    # --- parts

    def name_rows(self) -> None:
        """A field, and the way back to her own name."""
        self.field = QLineEdit()
        self.field.setMaxLength(LONGEST)
        words().bind(self.field, self.field.setAccessibleName, "terms.called")
        self.field.returnPressed.connect(self.call_her)
        self.field.textChanged.connect(lambda _: self.offer_name())
        self.use = Push("terms.use", "secondary", self.call_her)
        self.own = Push("", "text", self.own_name, small=True, flush=True)
        self.wrong = Paragraph("caption", "rose")
        holder = QWidget()
        lines = QVBoxLayout(holder)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        lines.addWidget(side_by_side(self.field, self.use))
        lines.addWidget(self.wrong)
        lines.addWidget(self.own)
        self.wrong.hide()
        self.row("terms.called", holder, help_key="terms.called_help")

    def relation_cards(self) -> None:
        """One of four, each with what it means."""
        self.label("terms.relation")
        cards = QVBoxLayout()
        cards.setSpacing(8)
        self.cards: dict[Relation, ChoiceCard] = {}
        for relation in ORDER:
            card = self.cards[relation] = ChoiceCard()
            card.clicked.connect(lambda _=False, relation=relation: self.be(relation))
            cards.addWidget(card)
        self.column.addLayout(cards)
        self.column.addSpacing(8)

    def copy_rows(self) -> None:
        """A part of the talk, or all that is kept, as a file."""
        self.label("terms.copies")
        self.span, self.kind = Select("terms.span"), Select("terms.format")
        self.save = Push("terms.save", "secondary", self.save_talk)
        holder = QWidget()
        lines = QVBoxLayout(holder)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(self.span)
        lines.addWidget(side_by_side(self.kind, self.save))
        self.row("terms.talk", holder, help_key="terms.talk_help")
        self.save_all = Push("terms.save_all", "secondary", lambda: self.saving().everything())
        self.row("terms.everything", left(self.save_all), help_key="terms.everything_help")

    def ending_rows(self) -> None:
        """What cannot be taken back is asked about once; Cancel is the answer that Enter gives."""
        self.label("terms.ends")
        self.reset = Push("terms.reset_deed", "secondary", self.begin_anew)
        self.row("terms.reset", left(self.reset), help_key="terms.reset_help")
        self.erase = Push("terms.erase_deed", "danger", self.erase_all)
        self.row("terms.erase", left(self.erase), help_key="terms.erase_help")

    # --- seeing

    def refresh(self) -> None:
        """Read what is set."""
        mind = self.house.mind

        async def read() -> tuple[Terms, Person, BondSummary]:
            return await mind.bonds.terms(), await mind.person(), (await mind.bond(1))[0]

        self.house.bridge.submit(read(), lambda found: self.take(*found), self.house.conversation.fail)
        self.initiative.refresh()

    def showEvent(self, event: object) -> None:
        """Her words may have changed it meanwhile."""
        self.refresh()

    def take(self, terms: Terms, person: Person, bond: BondSummary) -> None:
        """Show it."""
        self.terms, self.person, self.known = terms, person, True
        self.pause.setChecked(bond.paused)
        self.show_terms()

    def show_terms(self) -> None:
        """Name and relation, in the language of the window."""
        own = MIRA.names[words().lang]
        self.field.setPlaceholderText(words()("terms.called_hint", own=own))
        if not self.field.hasFocus():
            self.field.setText(self.terms.called or "")
        self.own.setText(words()("terms.own", own=own))
        self.own.setVisible(self.terms.called is not None)
        for relation, card in self.cards.items():
            card.describe(words()(f"terms.{relation}"), self.note_of(relation))
            card.setChecked(relation == self.terms.relation)
        self.span.offer([(one, words()(f"terms.{one}")) for one in SPANS], self.span.value or SPANS[0])
        self.kind.offer([(one, words()(f"terms.{one}")) for one in FORMATS], self.kind.value or FORMATS[0])
        self.offer_name()

    def show_words(self) -> None:
        """Another language, or another name of hers."""
        self.show_terms()
        self.initiative.refresh()

    def note_of(self, relation: Relation) -> str:
        """What a relation means, or why it cannot be."""
        if not may_be(relation, self.person):
            return words()("terms.partner_minor" if self.person.adult is False else "terms.partner_adults")
        return words()(f"terms.{relation}_note")

    def offer_name(self) -> None:
        """The button is there for a name that is new."""
        self.wrong.hide()
        self.use.setEnabled(self.field.text().strip() not in ("", self.terms.called or ""))

    # --- setting

    def call_her(self) -> None:
        """The name in the field."""
        written = self.field.text().strip()
        if not written:
            return
        name = clean_name(written, user=self.person.name)
        if name is None:
            self.wrong.setText(words()("terms.called_wrong"))
            self.wrong.show()
            announce(self.field, self.wrong.text())
            return
        own = name.casefold() in {each.casefold() for each in MIRA.names.values()}
        self.set_terms(replace(self.terms, called=None if own else name))

    def own_name(self) -> None:
        """Back to her own."""
        self.field.clear()
        self.field.setFocus()
        self.set_terms(replace(self.terms, called=None))

    def be(self, relation: Relation) -> None:
        """What you are to each other from now on; what cannot be is said, and nothing changes."""
        self.show_terms()
        if not may_be(relation, self.person):
            self.tell(self.note_of(relation), warn=True)
        elif relation != self.terms.relation:
            self.set_terms(replace(self.terms, relation=relation))

    def set_terms(self, terms: Terms) -> None:
        """Keep it; every place follows."""

        def kept(_: object) -> None:
            named = terms.called != self.terms.called
            self.terms = terms
            self.house.changes.terms.emit(terms)
            self.show_terms()
            self.tell(words()("terms.called_now") if named else words()(f"terms.{terms.relation}"))

        self.house.bridge.submit(self.house.mind.bonds.set_terms(terms), kept, self.house.conversation.fail)

    def set_pause(self, on: bool) -> None:
        """Nothing counts, or it goes on."""
        bonds = self.house.mind.bonds

        def done(_: object) -> None:
            self.house.changes.bond.emit()
            self.tell(words()("terms.paused" if on else "terms.resumed"))

        self.house.bridge.submit(bonds.pause() if on else bonds.resume(), done, self.house.conversation.fail)

    def begin_anew(self) -> None:
        """The bond back to its first row, after one question."""
        if not ask(self.window(), "terms.reset_title", "terms.reset_text", "terms.reset_now"):
            return

        def done(_: object) -> None:
            self.house.changes.bond.emit()
            self.refresh()
            self.tell(words()("terms.reset_done"))

        self.house.bridge.submit(self.house.mind.bonds.reset(), done, self.house.conversation.fail)

    def erase_all(self) -> None:
        """All that is kept, for good, after one question."""
        if not ask(self.window(), "terms.erase_title", "terms.erase_text", "terms.erase_now"):
            return

        def done(_: object) -> None:
            self.house.changes.erased.emit()
            self.refresh()
            self.tell(words()("terms.erased_title"))

        self.house.bridge.submit(self.house.mind.erase(), done, self.house.conversation.fail)

    # --- saving

    def save_talk(self) -> None:
        """The part chosen, in the kind chosen."""
        self.saving().talk(self.span.value, self.kind.value)  # type: ignore[arg-type]

    def saving(self) -> Saving:
        """One that tells how it went."""
        made = Saving(self.house, self.window())
        made.told.connect(self.tell)
        made.failed.connect(lambda text: self.tell(text, warn=True))
        return made

    def tell(self, text: str, *, warn: bool = False) -> None:
        """A line at the foot of the window."""
        toast = getattr(self.window(), "toast", None)
        if toast is not None:
            (toast.warn if warn else toast.tell)(text)
