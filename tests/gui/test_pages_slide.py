"""A change of page slides, and whatever the window's size and letters, everything ends where it belongs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractAnimation

from desktop.theme.theme import theme
from desktop.window.main_window import rect
from tests.support.gui_house import settled

PAGES = ("settings", "talk", "memory", "photo", "first_run", "talk")


@pytest.mark.parametrize(("size", "scale"), [((1280, 800), 1.0), ((900, 600), 1.0), ((420, 800), 1.0), ((1280, 800), 1.5)])
def test_a_page_ends_where_it_belongs(home_in, size, scale):
    settings = settled(reduced_motion=False, text_scale=round(scale * 100))
    home = home_in(settings=settings, size=size)
    window, slid = home.window, 0
    assert theme().scale == scale
    for page in PAGES:
        window.open_page(page)
        slide = window._slide
        if slide.state() == QAbstractAnimation.State.Running:
            slid += 1
            slide.setCurrentTime(slide.duration())
        made = window.arrangement
        assert window.pages[page].geometry() == rect(made.panel), page
        assert not made.stage.width or window.stage.geometry() == rect(made.stage), page
    assert slid if size[0] >= 900 else not slid
