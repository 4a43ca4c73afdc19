"""Created people as files: they come back as they were, and a wrong file is told by name and harms nobody."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from avatars.creator.chance import person_by_chance
from avatars.creator.drafts import Draft
from avatars.creator.people_folder import LARGEST, PeopleFolder, read_person
from avatars.creator.person import CreatedPerson, Mark, person_from_json, person_to_json
from avatars.errors import PersonRefused, PlaceRefused
from tests.support.small_wardrobe import SMALL

ADA = CreatedPerson("Ada", {"face.jaw": 0.2}, marks=(Mark("mole", 2.0, 5.0),))


@pytest.mark.parametrize("seed", range(1, 9))
def test_people_come_back_from_their_files_as_they_were(tmp_path, seed):
    person = person_by_chance(seed, SMALL)
    folder = PeopleFolder(tmp_path / "people")
    assert folder.load(folder.save(person)) == person
    assert person == person_by_chance(seed, SMALL)


def test_two_people_of_one_name_have_two_files_and_any_script_has_one(tmp_path):
    folder = PeopleFolder(tmp_path)
    assert [folder.save(ADA), folder.save(ADA), folder.save(replace(ADA, name="美月"))] == ["ada", "ada-2", "person"]
    assert {one.id for one in folder.listed()} == {"ada", "ada-2", "person"}
    assert folder.load(folder.duplicate("ada", "Ida")) == replace(ADA, name="Ida")
    assert folder.delete("ada") == ADA and {one.id for one in folder.listed()} == {"ada-2", "person", "ida"}


def told(**changes):
    return json.dumps(person_to_json(ADA) | changes)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("{", "line 1"),
        ("[]", "person"),
        (told(name=""), "name"),
        (told(name="x" * 99), "name"),
        (told(version=9), "version 9"),
        (told(shape={"face.beak": 1}), "face.beak"),
        (told(shape={"face.jaw": 7}), "face.jaw"),
        (told(shape={"face.jaw": float("nan")}), "face.jaw"),
        (told(shape={"face.jaw": "wide"}), "wide"),
        (told(skin={"tone": 2.0}), "skin.tone"),
        (told(skin={"scales": 1.0}), "skin.scales"),
        (told(eyes={"iris": "teal"}), "teal"),
        (told(eyes={"pattern": "spiral"}), "spiral"),
        (told(marks=[{"kind": "horn", "x": 0, "y": 5}]), "horn"),
        (told(marks=[{"kind": "mole", "x": 0}]), "marks"),
        (told(marks=[{"kind": "mole", "x": 90, "y": 5}]), "90"),
        (told(marks=[{"kind": "mole", "x": 1, "y": 5}] * 13), "13"),
        (told(look={"worn": [{"garment": 1}]}), "garment"),
        ("[" * 100_000, "nested"),
        ("\x00\x01", "line 1"),
        (" " * (LARGEST + 1), "larger"),
    ],
)
def test_a_wrong_file_is_told_by_its_name_and_field_and_the_others_are_there(tmp_path, text, named):
    folder = PeopleFolder(tmp_path)
    folder.save(ADA)
    broken = tmp_path / "broken.person.json"
    broken.write_text(text)
    with pytest.raises(PersonRefused, match=named) as refused:
        read_person(broken)
    assert "broken.person.json" in refused.value.message and refused.value.remedy
    good, bad = sorted(folder.listed(), key=lambda one: one.id)
    assert good.person == ADA and bad.person is None and bad.fault is not None
    assert broken.read_text() == text


def test_bytes_that_are_no_text_are_refused(tmp_path):
    (tmp_path / "b.person.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(PersonRefused):
        PeopleFolder(tmp_path).load("b")


def test_a_folder_that_takes_no_file_is_named(tmp_path):
    (tmp_path / "people").write_text("in the way")
    with pytest.raises(PlaceRefused, match="people"):
        PeopleFolder(tmp_path / "people").save(ADA)


@pytest.mark.parametrize("name", ["../ada", "", "a/b", "A", "." * 3])
def test_an_id_never_leads_out_of_the_folder(tmp_path, name):
    with pytest.raises(ValueError, match="no id"):
        PeopleFolder(tmp_path).path(name)


def test_what_a_file_leaves_out_is_as_new():
    assert person_from_json({"name": "Ada"}) == CreatedPerson("Ada")


# --- taking back


def test_a_drag_is_taken_back_as_one_change_and_done_again():
    draft = Draft(ADA)
    for value in (0.3, 0.4, 0.5):
        draft.slide("face.jaw", value)
    draft.settle()
    draft.slide("face.jaw", -0.5)
    draft.set("skin", tone=0.7)
    assert draft.changed and draft.undo() and draft.undo()
    assert draft.person.shape["face.jaw"] == 0.5
    assert draft.undo() and draft.person == ADA and not draft.changed and not draft.undo()
    assert draft.redo() and draft.person.shape["face.jaw"] == 0.5


def test_a_change_that_cannot_be_leaves_the_person_as_she_is():
    draft = Draft(ADA)
    for wrong in (lambda: draft.slide("face.jaw", 3.0), lambda: draft.set("skin", tone=9.0), lambda: draft.slide("wings", 0.1)):
        with pytest.raises(ValueError):
            wrong()
    assert draft.person == ADA and not draft.undo()
