"""The forge is an extra: without its libraries the door says what to install, and the rest of the program never asks."""

from __future__ import annotations

import subprocess
import sys

import pytest

from desktop import forged
from desktop.cli import main, parser
from desktop.exit_codes import Exit
from desktop.render.fault import PictureFault
from desktop.render.kinds import KINDS
from desktop.render.sheet import Layout, sheet
from desktop.render.sources import person_file

WITHOUT = """
import sys
for name in ("scipy", "skimage", "numba", "fast_simplification"):
    sys.modules[name] = None
from desktop.cli import main
sys.exit(main(sys.argv[1:]))
"""


def without_extra(*arguments):
    return subprocess.run([sys.executable, "-c", WITHOUT, *arguments], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("arguments", [("forge", "build"), ("render", "--sheet", "x.png", "--of", "skin")])
def test_without_the_extra_the_message_names_the_remedy(arguments, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(forged.Path(forged.__file__).resolve().parents[1]))
    done = without_extra(*arguments)
    assert done.returncode == 3, done.stderr
    assert "hearth[forge]" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "x.png").exists()


@pytest.mark.parametrize("person", [("--person", "kai"), ()], ids=["one", "all"])
def test_a_place_that_cannot_be_written_is_told_before_the_long_work(person, tmp_path, capsys, monkeypatch):
    from avatars.forge import build

    monkeypatch.setattr(build, "build", lambda *_: pytest.fail("it began to build"))
    place = tmp_path / "file"
    place.write_text("mine", encoding="utf-8")
    assert main(["forge", "build", *person, "--out", str(place / "nothing")]) == Exit.USAGE
    told = capsys.readouterr().err
    assert f"{place / 'nothing'} cannot be written: Not a directory." in told
    assert "Choose another place." in told
    assert place.read_text(encoding="utf-8") == "mine"


def test_a_file_that_cannot_be_replaced_is_named(tmp_path):
    from avatars.errors import PlaceRefused
    from avatars.forge.build import write

    (tmp_path / "kai.vrm").mkdir()
    with pytest.raises(PlaceRefused, match=r"kai\.vrm cannot be written: Is a directory"):
        write(tmp_path / "kai.vrm", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["kai.vrm"]


def test_every_sheet_the_door_names_exists():
    args = parser().parse_args(["render", "--sheet", "x.png"])
    assert args.of in KINDS
    from desktop.commands.render import SHEETS

    assert tuple(KINDS) == SHEETS


def test_sheets_are_as_wide_as_a_screen():
    for kind in KINDS.values():
        assert 1600 <= kind.layout.size(12)[0] <= 2400


def test_a_person_who_is_not_here_is_told_with_those_who_are():
    with pytest.raises(PictureFault) as fault:
        person_file("nobody")
    assert "mira" in fault.value.remedy


def test_a_sheet_places_its_pictures_in_rows_with_captions():
    from PIL import Image

    layout = Layout(2, 40, 50)
    page = sheet("Three", layout, [(str(i), Image.new("RGB", (40, 50), (200, 30 * i, 10))) for i in range(3)])
    assert page.size == layout.size(3)
    for index in range(3):
        x, y = layout.place(index)
        assert page.getpixel((x + 20, y + 25)) == (200, 30 * index, 10)
    assert layout.place(2)[0] == layout.place(0)[0]
