"""``python -m tests.stories.write [NAME …]``: play the stories and write her lines into them; says which checks fail."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path

from tests.support.story_play import play


def main(names: list[str]) -> int:
    """Write them anew."""
    failed = 0
    for story in sorted(Path(__file__).parent.glob("*.story")):
        if names and story.stem not in names:
            continue
        with tempfile.TemporaryDirectory() as folder:
            played = asyncio.run(play(story.read_text("utf-8"), Path(folder)))
        story.write_text("\n".join(played.lines) + "\n", "utf-8")
        failed += len(played.failed)
        print(story.stem, "well" if not played.failed else "\n  ".join(["", *played.failed]))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
