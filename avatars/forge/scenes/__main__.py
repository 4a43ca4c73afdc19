"""Paint the shipped places."""

from __future__ import annotations

import sys
from pathlib import Path

from assets import asset
from avatars.forge.scenes import write

if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else asset("scenes"))
