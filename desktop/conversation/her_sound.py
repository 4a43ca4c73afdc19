"""What the loudspeaker makes audible of her, for her ears to tell it from the user's voice."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from voice.echo.reference import Reference


@functools.cache
def her_sound() -> Reference:
    """The one line of sound of this process: whatever she speaks through writes to it."""
    from voice.echo.reference import Reference

    return Reference()
