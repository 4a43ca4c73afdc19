"""``hearth wardrobe bring | brought | export | reference | remove``: garments of one's own, from a shell."""

import json

import pytest

from avatars.vrm.load import load_avatar
from avatars.wardrobe.garment_file import read_garment
from desktop.cli import main
from desktop.exit_codes import Exit
from mind.store import open_store
from tests.support.brought_garment import laid_out


@pytest.fixture
def hearth(capsys, tmp_path):
    def run(*words, lang="en"):
        code = main(["wardrobe", *map(str, words), "--data-dir", str(tmp_path / "data"), "--lang", lang])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


def test_a_garment_is_brought_told_worn_exported_and_taken_away(hearth, tmp_path):
    path = laid_out(tmp_path / "mine")
    assert "no garment yet" in hearth("brought")[1]
    code, told, _ = hearth("bring", path, "--note", "for the harbour", lang="zh")
    assert code == Exit.OK and "我的斗篷" in told and "my-poncho" in told and len(told.splitlines()) > 2
    assert "Ada" in hearth("brought")[1]
    assert json.loads(hearth("show", "my-poncho", "--json")[1])["id"] == "my-poncho"
    assert hearth("wear", "my-poncho")[0] == Exit.OK
    assert hearth("export", tmp_path / "her.vrm")[0] == Exit.OK
    her = load_avatar(tmp_path / "her.vrm")
    assert "CC BY 4.0" in her.meta.copyright and any("my-poncho" in node.name for node in her.nodes)
    assert hearth("remove", "my-poncho")[0] == Exit.OK
    assert hearth("remove", "my-poncho")[0] == Exit.USAGE
    assert "my-poncho" not in hearth("list")[1]
    again = json.loads(hearth("bring", path, "--json")[1])
    assert again["id"] == "my-poncho" and again["steps"][0]["kind"] == "read"


def test_what_cannot_be_brought_or_written_is_told_and_changes_nothing(hearth, tmp_path):
    code, _, told = hearth("bring", laid_out(tmp_path / "mine", change="prohibited"))
    assert code == Exit.USAGE and "poncho.glb" in told
    assert "no garment yet" in hearth("brought")[1]
    assert hearth("reference", tmp_path / "body.glb")[0] == Exit.OK
    assert read_garment(tmp_path / "body.glb").pieces
    assert hearth("reference", tmp_path / "no" / "body.glb")[0] == Exit.USAGE
    store = open_store(tmp_path / "data")
    try:
        assert hearth("bring", laid_out(tmp_path / "other"))[0] == Exit.IN_USE
    finally:
        store.close()
    assert "no garment yet" in hearth("brought")[1]
