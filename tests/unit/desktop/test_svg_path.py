"""Icons are path strings."""

from __future__ import annotations

import pytest

from desktop.theme.icons import DOTS, PATHS, icon_path
from desktop.theme.svg_path import painter_path


@pytest.mark.parametrize("name", sorted({**PATHS, **DOTS}))
def test_every_icon_fits_the_grid(name):
    box = icon_path(name).boundingRect()
    assert box.left() >= 1.5
    assert box.top() >= 1.5
    assert box.right() <= 18.5
    assert box.bottom() <= 18.5
    assert max(box.width(), box.height()) >= 8


def test_a_circle_of_two_arcs_is_round():
    box = painter_path("M10 2 A8 8 0 1 1 10 18 A8 8 0 1 1 10 2").boundingRect()
    assert (round(box.left(), 3), round(box.right(), 3)) == (2, 18)
    assert (round(box.top(), 3), round(box.bottom(), 3)) == (2, 18)


def test_relative_commands_start_where_the_pen_is():
    assert painter_path("M2 2 l3 0 v4 h-3 z").boundingRect() == painter_path("M2 2 L5 2 V6 H2 Z").boundingRect()


@pytest.mark.parametrize("data", ["10 10", "M 1", "M 1 2 A 3 4"])
def test_what_is_no_path_is_refused(data):
    with pytest.raises(ValueError, match=r"numbers|command"):
        painter_path(data)
