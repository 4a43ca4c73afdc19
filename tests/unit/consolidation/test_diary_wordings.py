"""What she writes with: the same pools in every language, nothing that she must not say, nothing said twice."""

import re
from string import Formatter

import pytest

from mind.guards.humanity import claims_humanity
from mind.languages import LANGS
from mind.memory.consolidation.asking import texts
from mind.memory.consolidation.checking import BODY, GUILT, speaks
from mind.memory.consolidation.wordings import Wordings, table
from mind.talk.lint_words import BANNED

SLOTS = {
    "a", "A", "b", "quote", "later", "fact", "Fact", "name", "kin", "animal", "an_animal", "thing", "Thing", "what", "What",
    "when", "When", "date", "old", "Old", "new", "New", "game", "value", "things", "felt", "from", "to", "stage",
}  # fmt: skip


def lines(lang):
    return [(pool, line) for pool, wordings in table(lang)["pools"].items() for line in wordings]


@pytest.mark.parametrize("lang", LANGS)
def test_every_language_has_the_same_pools_and_small_words(lang):
    here, english = table(lang), table("en")
    filled = {pool for pool, wordings in english["pools"].items() if wordings}
    assert filled <= {pool for pool, wordings in here["pools"].items() if wordings}
    assert set(here["pools"]) <= set(english["pools"])
    for group in ("labels", "games", "moods", "lists"):
        assert set(here[group]) == set(english[group])


@pytest.mark.parametrize("lang", LANGS)
def test_wordings_name_only_slots_that_exist_and_none_is_written_twice(lang):
    seen = set()
    for pool, line in lines(lang):
        assert {name for _, name, _, _ in Formatter().parse(line) if name} <= SLOTS, (pool, line)
        assert (pool, line) not in seen
        seen.add((pool, line))


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_claims_a_body_or_humanity_or_makes_guilty(lang):
    for _, line in lines(lang):
        assert not BODY.search(line), line
        assert not GUILT.search(line), line
        assert not claims_humanity(line), line
        assert not any(phrase in line.lower() for phrase in BANNED[lang]), line
        assert "!" not in line, line
        assert "！" not in line, line


@pytest.mark.parametrize("lang", LANGS)
def test_long_wordings_are_in_their_language(lang):
    for _, line in lines(lang):
        bare = re.sub(r"\{\w+\}", "", line)
        if len(bare) > 24:
            assert speaks(bare, lang), line


@pytest.mark.parametrize("lang", LANGS)
def test_the_request_is_written_in_every_language(lang):
    assert set(texts(lang)) == set(texts("en"))
    assert "{marker}" in texts(lang)["records"]
    assert "JSON" in texts(lang)["system"]


def test_a_wording_comes_back_only_when_all_others_were_used():
    worn = {}
    said = []
    for day in range(len(table("en")["pools"]["short.none"])):
        page = Wordings("en", 1000 + day, 3, worn)
        said.append(page.take("short.none", {}))
        worn.update(page.taken)
    assert len(set(said)) == len(said)


def test_a_wording_without_its_words_is_never_taken():
    page = Wordings("en", 1, 1)
    assert page.take("pet.named", {"name": "Momo"}) is None
    assert page.take("no such pool", {}) is None
