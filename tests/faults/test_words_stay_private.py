"""What is said, and the key, stand in the database and its backups, and in no other file and no notice."""

from __future__ import annotations

from pathlib import Path

from tests.support.openai_server import breaks, cuts, page, refuses, says, serving
from tests.support.store_samples import files_holding
from tests.support.turn_doors import door, objects

KEY = "sk-canary-90210"
SAID = ("my cat is called Zorblaxia", "I live in Quillmouth now", "the Vellichor is broken", "goodnight from Xanthorp")
ANSWERED = "Fennimorgan"


def strays(home: Path, words: str) -> list[str]:
    """The files that hold `words` and are neither the database nor a backup of it."""
    return [name for name in files_holding(home, words) if not name.startswith(("hearth.db", "hearth-"))]


def test_no_file_and_no_notice_but_the_database_holds_words_or_key(tmp_path: Path) -> None:
    data, home = tmp_path / "data", {"HOME": str(tmp_path), "TMPDIR": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "c")}
    scripts = (says(f"{ANSWERED} greets you."), breaks(f"{ANSWERED} again. And"), cuts(), page(), refuses(500))
    with serving(*scripts) as server:
        brain = {"HEARTH_BRAIN_URL": server.url, "HEARTH_BRAIN_MODEL": "tiny", "HEARTH_BRAIN_KEY": KEY}
        talk = door(data, "--headless", "--json", stdin="\n".join(SAID), **brain, **home)
        assert talk.returncode == 0, talk.stderr
        assert any(request.headers["authorization"] == f"Bearer {KEY}" for request in server.chats)
        again = door(data, "say", "--json", SAID[0], **brain, **home)
    kept = [each["turn_id"] for each in objects(talk.stdout) if each["event"] == "kept"]
    assert len(kept) == len(SAID)
    assert files_holding(data, "zorblaxia"), "the words are kept"
    for words in ("zorblaxia", "quillmouth", "vellichor", "xanthorp", ANSWERED):
        assert strays(tmp_path, words) == []
        assert words.lower() not in (talk.stderr + again.stderr).lower()
    assert files_holding(tmp_path, KEY) == []
    assert KEY not in talk.stdout + talk.stderr + again.stdout + again.stderr
