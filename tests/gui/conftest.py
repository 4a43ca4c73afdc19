"""Every test of the window runs without a screen, and leaves no thread behind."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.gui_house import Home, open_home


@pytest.fixture
def home_in(qapp: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Home]]:
    """Opens windows, each closed at the end."""
    for name in ("HEARTH_BRAIN_URL", "HEARTH_BRAIN_MODEL", "HEARTH_BRAIN_KEY"):
        monkeypatch.delenv(name, raising=False)
    opened: list[Home] = []
    before = set(threading.enumerate())

    def make(*args: Any, **options: Any) -> Home:
        home = open_home(tmp_path / "data", *args, **options)
        opened.append(home)
        return home

    yield make
    for home in opened:
        home.close()
    assert [each.name for each in threading.enumerate() if each not in before] == []


@pytest.fixture
def home(home_in: Callable[..., Home]) -> Home:
    """A window at 1280 x 800, in English, by day."""
    return home_in()
