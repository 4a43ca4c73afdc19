"""What the server's tokens cost, as the user knows it: two prices and a currency. Nothing is fetched or guessed."""

from __future__ import annotations

import math
from typing import Final, Literal

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.settings_page.section import Section
from desktop.theme.words import words
from desktop.widgets.paragraph import Paragraph
from desktop.window.house import House

MOST: Final = 1_000_000
LONGEST: Final = 12
Price = Literal["price_in", "price_out"]


def read_price(text: str) -> float | None:
    """``0,60`` and ``0.60`` are the same; empty is no price. ValueError for what is no price."""
    text = text.strip().replace(",", ".").replace("，", ".").replace("．", ".")
    if not text:
        return None
    price = float(text)
    if not (math.isfinite(price) and 0 <= price <= MOST):
        raise ValueError(text)
    return price


def price_text(price: float | None) -> str:
    """As it stands in the field."""
    return "" if price is None else f"{price:.6f}".rstrip("0").rstrip(".")


class PriceField(QWidget):
    """A field that keeps a price when it is left, and says what is wrong with one that is none."""

    def __init__(self, house: House, name: Price) -> None:
        super().__init__()
        self._house, self._name = house, name
        self.pen = QLineEdit()
        self.pen.setMaxLength(16)
        words().bind(self.pen, self.pen.setAccessibleName, f"brain.{name}")
        words().bind(self.pen, self.pen.setPlaceholderText, "brain.price_hint")
        self.pen.editingFinished.connect(self.keep)
        self.wrong = Paragraph("caption", "rose")
        words().bind(self.wrong, self.wrong.setText, "brain.price_wrong")
        self.wrong.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.pen)
        column.addWidget(self.wrong)
        self.show_price()

    def show_price(self) -> None:
        """What is set."""
        if not self.pen.hasFocus():
            self.pen.setText(price_text(getattr(self._house.settings.brain, self._name)))

    def keep(self) -> None:
        """Keep it, or say that it is no price and leave what was set."""
        try:
            price = read_price(self.pen.text())
        except ValueError:
            self.blame(True)
            return
        self.blame(False)
        if price != getattr(self._house.settings.brain, self._name):
            setattr(self._house.settings.brain, self._name, price)
            self._house.keep()
        self.pen.setText(price_text(price))

    def blame(self, wrong: bool) -> None:
        """A rose outline and a line under it."""
        self.wrong.setVisible(wrong)
        self.pen.setProperty("wrong", wrong)
        self.pen.style().unpolish(self.pen)
        self.pen.style().polish(self.pen)


class PriceRows:
    """Three rows at the end of the section that names the server."""

    def __init__(self, section: Section) -> None:
        self._house = section.house
        section.label("brain.prices")
        self.asked = PriceField(section.house, "price_in")
        self.said = PriceField(section.house, "price_out")
        self.currency = QLineEdit()
        self.currency.setMaxLength(LONGEST)
        words().bind(self.currency, self.currency.setAccessibleName, "brain.currency")
        words().bind(self.currency, self.currency.setPlaceholderText, "brain.currency_hint")
        self.currency.editingFinished.connect(self.keep_currency)
        section.row("brain.price_in", self.asked, help_key="brain.price_in_help")
        section.row("brain.price_out", self.said, help_key="brain.price_out_help")
        section.row("brain.currency", self.currency, help_key="brain.currency_help")

    def refresh(self) -> None:
        """What is set."""
        self.asked.show_price()
        self.said.show_price()
        if not self.currency.hasFocus():
            self.currency.setText(self._house.settings.brain.currency)

    def keep_currency(self) -> None:
        """Keep the word."""
        currency = " ".join(self.currency.text().split())
        if currency != self._house.settings.brain.currency:
            self._house.settings.brain.currency = currency
            self._house.keep()
