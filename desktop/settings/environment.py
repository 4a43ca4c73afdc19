"""The environment's word about the brain: stronger than the file, never written into it."""

from __future__ import annotations

import os

from desktop.settings.model import BrainSettings


def brain_with_environment(brain: BrainSettings) -> BrainSettings:
    """`brain`, with HEARTH_BRAIN_URL and HEARTH_BRAIN_MODEL in place of the file's values where they are set.

    HEARTH_BRAIN_URL set to ``offline`` asks for the offline brain whatever the file says.
    """
    url = os.environ.get("HEARTH_BRAIN_URL", "").strip()
    model = os.environ.get("HEARTH_BRAIN_MODEL", "").strip()
    changes: dict[str, str] = {}
    if url:
        changes["url"] = "" if url.lower() == "offline" else url
    if model:
        changes["model"] = model
    return brain.model_copy(update=changes)
