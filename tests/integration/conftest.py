"""What the tests of whole parts share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.voice_cable import Cable, cable, why_no_cable


@pytest.fixture(scope="session")
def laid() -> Iterator[Cable]:
    """The sound cable of all tests, with one process for their scenes. Skips where none can be laid."""
    if why := why_no_cable():
        pytest.skip(why)
    with cable() as running:
        yield running
