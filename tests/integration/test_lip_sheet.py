"""A sentence drawn frame by frame beside its sounds."""

from __future__ import annotations

import pytest
from PIL import Image

from desktop.cli import main
from desktop.film import lip_sheet

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_sheet_has_every_frame_of_the_sentence_under_its_text(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(lip_sheet, "PICTURE", 96)
    out = tmp_path / "mama.png"
    assert main(["film", "--lips", "妈妈。", "--lang", "zh", "--out", str(out)]) == 0
    told = capsys.readouterr().out
    with Image.open(out) as sheet:
        assert f"{sheet.width}x{sheet.height}" in told
        frames = int(told.split(" frames")[0].split()[-1])
        assert frames > 15 and sheet.height > sheet.width // 5
        colours = {colour for _, colour in sheet.convert("RGB").getcolors(1 << 20)}
    assert (0xFB, 0xE4, 0xD9) in colours, "the closing sounds are marked"


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--lips", "", "--out", "x.png"], "nothing to say"),
        (["--lips", "😀", "--out", "x.png"], "nothing to say"),
        (["--lips", "a " * 300, "--out", "x.png"], "too long"),
        (["--lips", "one two three four five six seven eight nine ten eleven twelve " * 3, "--out", "x.png"], "seconds to say"),
        (["--lips", "hello", "--out", "x.mp4"], "no picture"),
        (["--lips", "hello", "--of", "idle", "--out", "x.png"], "not both"),
    ],
)
def test_a_sheet_that_cannot_be_drawn_says_why(arguments, named, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["film", *arguments]) != 0
    assert named in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
