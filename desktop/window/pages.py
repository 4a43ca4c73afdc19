"""Which page is made of what; imported when first opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from desktop.window.main_window import MainWindow


def make_page(page: str, window: MainWindow) -> QWidget:
    """Make a page. KeyError names one that does not exist."""
    if page == "memory":
        from desktop.memory_page.memory_page import MemoryPage

        book = MemoryPage(window.house)
        book.told.connect(window.toast.tell)
        book.turn_wanted.connect(window.show_turn)
        book.day_wanted.connect(window.show_day)
        book.looked_at.connect(window.looked_at)
        return book
    if page == "diary":
        from desktop.diary_page.diary_page import DiaryPageView

        diary = DiaryPageView(window.house)
        diary.told.connect(window.toast.tell)
        diary.memory_wanted.connect(window.show_memory)
        diary.turn_wanted.connect(window.show_turn)
        return diary
    if page == "bond":
        from desktop.bond_page.bond_page import BondPage

        bond = BondPage(window.house)
        bond.told.connect(window.toast.tell)
        bond.turn_wanted.connect(window.show_turn)
        return bond
    if page == "wardrobe":
        return make_wardrobe(window)
    if page == "creator":
        from desktop.creator_page.creator_page import CreatorPage

        creator = CreatorPage(window.house)
        creator.told.connect(window.toast.tell)
        creator.failed.connect(window.toast.warn)
        creator.near_wanted.connect(window.near_wanted)
        return creator
    if page == "room":
        from desktop.room_page.room_page import RoomPage

        room = RoomPage(window.house)
        room.told.connect(window.toast.tell)
        return room
    if page == "taste":
        from desktop.taste_page.taste_page import TastePage

        taste = TastePage(window.house)
        taste.told.connect(window.toast.tell)
        taste.failed.connect(window.toast.warn)
        taste.turn_wanted.connect(window.show_turn)
        return taste
    if page == "photo":
        from desktop.photo.photo_page import PhotoPage

        made = PhotoPage(window.house, window.stage)
        made.told.connect(window.toast.tell)
        made.failed.connect(window.toast.warn)
        return made
    if page == "play":
        from desktop.play_page.play_page import PlayPage

        play = PlayPage(window.house)
        play.told.connect(window.toast.tell)
        play.started.connect(window.say_in_talk)
        return play
    if page == "settings":
        from desktop.settings_page.settings_page import SettingsPage

        return SettingsPage(window.house)
    if page == "first_run":
        from desktop.first_run.first_run import FirstRun

        return FirstRun(window.house)
    if page == "calibration":
        from desktop.calibration.calibration_page import CalibrationPage

        return CalibrationPage(window.house)
    raise KeyError(page)


def make_wardrobe(window: MainWindow) -> QWidget:
    """Garments where there are some and the body can wear them, else the outfits it came with."""
    if not window.house.wearing.possible:
        from desktop.wardrobe_page.outfits.outfits_page import OutfitsPage

        return OutfitsPage(window.house)
    from desktop.wardrobe_page.wardrobe_page import WardrobePage

    made = WardrobePage(window.house)
    made.told.connect(window.toast.tell)
    made.failed.connect(window.toast.warn)
    made.near_wanted.connect(window.near_wanted)
    return made
