"""One window for each data folder."""

from __future__ import annotations

from desktop.window.single_instance import SingleInstance

QUICK = 8000


def test_a_second_start_raises_the_first(qapp, qtbot, tmp_path):
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    raised: list[int] = []
    assert not first.raise_other()
    first.listen(lambda: raised.append(1))
    assert second.raise_other()
    qtbot.waitUntil(lambda: raised == [1], timeout=QUICK)
    first.close()


def test_another_folder_is_another_house(qapp, tmp_path):
    first, second = SingleInstance(tmp_path / "a"), SingleInstance(tmp_path / "b")
    first.listen(lambda: None)
    assert not second.raise_other()
    first.close()


def test_after_the_first_has_gone_the_next_is_first(qapp, tmp_path):
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    first.listen(lambda: None)
    first.close()
    assert not second.raise_other()
    second.listen(lambda: None)
    second.close()
