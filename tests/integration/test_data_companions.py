"""``hearth data companions | export | erase``: what is kept of one who no longer lives here is told, written down, taken away."""

import json

import numpy as np
import pytest

from desktop.cli import main
from desktop.exit_codes import Exit
from mind.domain import AskedOf, BondEvent, Note, NoteSentence
from tests.support.store_samples import MONDAY, answer, fact, files_holding, say, store_in


def lives(word):
    def live(unit):
        turn = say(unit, f"My cat is called {word}")
        kept = unit.memories.keep(fact(word, quote=f"My cat is called {word}"), turn)
        unit.memories.keep(fact(f"{word} II", quote=f"{word} II now"), say(unit, f"{word} II now", days=1))
        reply = answer(unit, turn, f"{word}!", used=(kept.id,))
        unit.notes.write(Note("diary", "2026-03-02", "en", "rules", MONDAY, (NoteSentence(f"{word} came up.", (turn.id,)),)))
        unit.requests.keep(AskedOf(reply.id, MONDAY, "localhost", "small", (("user", word),), 1, 1, True))
        unit.vectors.keep("test", [(turn.id, turn.text, np.eye(8, dtype=np.float32)[0])])
        unit.ledger.apply([BondEvent("disclose", word)], MONDAY, turn.id)
        unit.keepsakes.put("planner", {"topic": word})
        unit.keepsakes.put("person", {"name": "Sam"})
        unit.commit()

    return live


@pytest.fixture
def data(tmp_path):
    """A folder where Nora lived, and Mira lives."""
    for companion, word in (("nora", "Quillarn"), ("mira", "Zorblax")):
        with store_in(tmp_path / "data", companion=companion) as store:
            store.call(lives(word))
    for backup in (tmp_path / "data" / "backups").iterdir():
        backup.unlink()
    return tmp_path / "data"


@pytest.fixture
def hearth(capsys, data):
    def run(*words, lang="en"):
        code = main([*map(str, words), "--data-dir", str(data), "--lang", lang])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


def test_one_who_no_longer_lives_here_is_told_of(hearth):
    code, out, _ = hearth("data", "companions")
    assert code == Exit.OK
    nora, mira = out.splitlines()
    assert "nora: 3 turns, 2 memories, 1 notes" in nora and "no longer lives here" in nora
    assert "no longer" not in mira
    found = json.loads(hearth("data", "companions", "--json")[1])["companions"]
    assert [(one["key"], one["here"], one["turns"]) for one in found] == [("nora", False, 3), ("mira", True, 3)]
    code, out, _ = hearth("data", "check")
    assert code == Exit.OK and "hearth data erase nora" in out


@pytest.mark.parametrize(("lang", "words"), [("zh", "已不在这里"), ("ja", "もうここにはいません")])
def test_it_is_told_in_every_language(hearth, lang, words):
    assert words in hearth("data", "companions", lang=lang)[1]


def test_what_is_kept_is_written_down_in_plain_words(hearth, tmp_path):
    target = tmp_path / "nora.txt"
    assert hearth("data", "export", "nora", target)[0] == Exit.OK
    text = target.read_text("utf-8")
    assert "Zorblax" not in text
    for line in ("## 2026-03-02", "18:30 user: My cat is called Quillarn", "18:30 companion: Quillarn!", "Quillarn came up."):
        assert line in text
    assert "(past) “My cat is called Quillarn”" in text
    assert target.stat().st_mode & 0o077 == 0
    code, _, err = hearth("data", "export", "nora", target)
    assert code == Exit.USAGE and "there already" in err
    assert hearth("data", "export", "nobody", tmp_path / "x.txt")[0] == Exit.USAGE
    assert not (tmp_path / "x.txt").exists()


def test_all_of_one_is_taken_away_and_the_other_keeps_everything(hearth, data):
    assert files_holding(data, "Quillarn")
    code, out, _ = hearth("data", "erase", "nora", "--yes")
    assert code == Exit.OK and "nora is gone" in out
    assert files_holding(data, "Quillarn") == []
    code, out, _ = hearth("data", "check")
    assert code == Exit.OK and "3 turns, 2 memories" in out and "nora" not in out
    with store_in(data) as store:
        assert len(store.call(lambda unit: unit.turns.search("Zorblax"))) == 3
        assert store.call(lambda unit: unit.keepsakes.get("person")) == {"name": "Sam"}
        assert len(store.call(lambda unit: unit.vectors.nearest("test", np.eye(8, dtype=np.float32)[0], 9))) == 1
    code, _, err = hearth("data", "erase", "nora", "--yes")
    assert code == Exit.USAGE and "nora" in err
