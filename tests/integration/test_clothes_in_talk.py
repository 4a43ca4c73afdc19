"""She is asked to wear things, knows where they are from, thanks for gifts; and all of it is there after a restart."""

from __future__ import annotations

import tomllib
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from desktop.composition import shipped_outfits
from mind.brains import OfflineBrain
from mind.character import MIRA
from mind.clock import VirtualClock
from mind.domain import BondEvent, Person
from mind.events import Event, LookChosen, OutfitChosen, ReplyEnded
from mind.languages import Lang
from mind.ports import Brain
from mind.store import open_store
from mind.turn import Companion
from mind.wardrobe.colours import is_called
from mind.wardrobe.taste import main_dye
from tests.support.clothes import NOVEMBER, closet, wardrobe
from tests.support.talk_house import PLANNER, House
from tests.support.turn_companion import PATIENT, ScriptedBrain, told

ASKED = tomllib.loads((Path(__file__).parents[1] / "fixtures" / "clothes" / "asked.toml").read_text("utf-8"))
START = datetime(2026, 11, 20, 18, tzinfo=timezone(timedelta(hours=1)))


@asynccontextmanager
async def mira(
    folder: Path, clock: VirtualClock, *, lang: Lang = "en", brain: Brain | None = None, dresses: bool = False,
    all_clothes: bool = False,
) -> AsyncGenerator[Companion, None]:  # fmt: skip
    """Her on a real store, with the small wardrobe."""
    she = Companion(
        open_store(folder, companion=MIRA.id), PLANNER, brain, OfflineBrain(), MIRA, shipped_outfits("mira"), clock, PATIENT,
        seed=3, lang=lang, country="DE", dresses=dresses, closet=closet(), all_clothes=all_clothes,
    )  # fmt: skip
    try:
        await she.set_person(Person("Sam", lang, None, clock.now()))
        yield she
    finally:
        await she.close()


def reply(events: list[Event]) -> str:
    return next(event.reply.text for event in events if isinstance(event, ReplyEnded))


def chosen(events: list[Event]) -> list[set[str]]:
    return [{worn["garment"] for worn in event.look["worn"]} for event in events if isinstance(event, LookChosen)]


async def worn(she: Companion) -> set[str]:
    return {one["garment"] for one in (await she.wardrobe()).worn["worn"]}


@pytest.mark.parametrize("lang", ["en", "zh", "ja"])
def test_what_people_say_about_her_clothes_is_understood(lang):
    wrong = [f"{text} -> {found}" for text, expected in ASKED[lang] if (found := misses(lang, text, expected))]
    assert wrong == []


def misses(lang: Lang, text: str, expected: str) -> str:
    """What came of it where that is not what was expected."""
    before = wardrobe("pearl-studs", note="for evenings")
    house = House(lang=lang, name="Sam", wardrobe=before, now=NOVEMBER)
    said = house.say(text)
    after, garments = house.wardrobe, before.closet.garments
    there = {one.garment for one in after.worn.worn}
    kind, *names = expected.split()
    entries = [garments[name] for name in there]
    held = {
        "on": lambda: set(names) <= there,
        "off": lambda: house.plan.acts[0].startswith(("outfit", "clothes.off")) and names[0] not in {e.slot for e in entries},
        "warm": lambda: any(entry.made_for.warmth >= 0.9 and entry.slot in ("outer", "neck") for entry in entries),
        "wet": lambda: any(entry.made_for.wet == 1.0 and entry.slot == "outer" for entry in entries),
        "late": lambda: any(entry.made_for.evening >= 0.5 and entry.slot in ("top", "dress", "bottom") for entry in entries),
        "dyed": lambda: names[0] in there and is_called(main_dye(garments[names[0]], after.worn.of(names[0])), names[1]),
        "changed": lambda: after.worn != before.worn,
        "act": lambda: house.plan.acts[0] == names[0],
        "none": lambda: house.plan.look is None and not house.plan.acts[0].startswith(("outfit", "clothes")),
    }[kind]()
    return "" if held else f"{house.plan.acts} {sorted(there)} {said}"


async def test_something_warm_is_put_on_told_and_still_worn_after_a_restart(tmp_path):
    clock = VirtualClock(START)
    async with mira(tmp_path, clock) as she:
        events = await told(she.say("put on something warm"))
        assert chosen(events) == [{"loose-hair", "fair-isle", "jeans", "sneakers", "duffle-coat", "wool-scarf"}]
        assert "duffle coat" in reply(events) and "wool scarf" in reply(events)
        assert not any(isinstance(event, OutfitChosen) for event in events)
    async with mira(tmp_path, clock) as she:
        assert "duffle-coat" in await worn(she) and await she.outfit() == ""
        events = await told(she.say("what are you wearing?"))
        assert "navy duffle coat" in reply(events) and chosen(events) == []
        assert (await she.undo_look() or {})["worn"][0]["garment"] == "loose-hair"
        assert "duffle-coat" not in await worn(she) and await she.outfit() == "harbour"
        assert await she.undo_look() is None


async def test_a_ready_look_is_told_by_its_id_as_well(tmp_path):
    async with mira(tmp_path, VirtualClock(START)) as she:
        events = await told(she.say("wear the garden look"))
        assert OutfitChosen("garden") in events and chosen(events) == [{"loose-hair", "tea-dress", "sneakers"}]
        await she.wear("rain")
        assert await she.outfit() == "rain" and "raincoat" in await worn(she)


async def test_a_gift_is_hers_with_its_words_is_thanked_for_once_and_stands_in_the_ledger(tmp_path):
    clock = VirtualClock(START)
    async with mira(tmp_path, clock) as she:
        await told(she.say("hello"))
        before = (await she.bond())[0].bond
        given = await she.give("pearl-studs", "  for the evenings\nby the lamp ")
        assert (given.by, given.note) == ("user", "for the evenings by the lamp")
        with pytest.raises(ValueError):
            await she.give("pearl-studs")
        with pytest.raises(ValueError):
            await she.give("cardigan")
        with pytest.raises(KeyError):
            await she.give("tiara")
        first, second = [reply(await told(she.say(text))) for text in ("okay", "right")]
        assert "pearl studs" in first and "or the evenings by the lamp" in first and "hank you" in first
        assert "pearl studs" not in second
        summary, lines = await she.bond()
        gift = next(line for line in lines if line.cause == "gift")
        assert gift.quote == "for the evenings by the lamp" and gift.delta == 0 and gift.event_id == given.event_id
        assert summary.bond < before + 2, "nobody buys closeness"
    async with mira(tmp_path, clock) as she:
        assert "for the evenings" in reply(await told(she.say("who gave you those earrings?")))
        assert chosen(await told(she.say("wear what I gave you")))[0] >= {"pearl-studs"}


async def test_a_model_is_told_what_she_wears_what_was_given_and_is_asked_to_thank_once(tmp_path):
    clock, brain = VirtualClock(START), ScriptedBrain("[happy] Thank you for the pearl studs. Kind of you.")
    async with mira(tmp_path, clock, brain=brain) as she:
        await she.give("pearl-studs", "for the evenings")
        await told(she.say("I had soup today"))
        asked = brain.prompts[-1].messages[-1].content
        assert "Fair Isle jumper" in asked and "pearl studs" in asked and "for the evenings" in asked
        await told(she.say("and then bread"))
        assert "pearl studs" not in brain.prompts[-1].messages[-1].content
        await told(she.say("put on the earrings and the cardigan"))
        changing = brain.prompts[-1].messages[-1].content
        assert "pearl studs" in changing and "cardigan" in changing
        asked = len(brain.prompts)
        assert "pearl studs" in reply(await told(she.say("what are you wearing?")))
        assert len(brain.prompts) == asked, "what is true of her clothes no model makes up"


async def test_what_comes_with_seasons_and_stages_comes_once_and_nothing_is_lost(tmp_path):
    clock = VirtualClock(START)
    async with mira(tmp_path, clock) as she:
        await told(she.say("hello"))
        view = await she.wardrobe()
        owned = {one.id: one.by for one in view.owned}
        assert owned["fair-isle"] == "hers" and "red-muffler" not in owned
        waits = dict(view.not_yet)
        assert waits == {
            "velvet-dress": "stage:2", "yukata": "season:summer-festival", "pearl-studs": "gift", "red-muffler": "season:winter",
            "canvas-bag": "gift", "paper-crown": "moments:3",
        }  # fmt: skip
        clock.advance(20 * 24 * 3600)
        opened = reply(await told(she.greet()))
        owned = {one.id: one for one in (await she.wardrobe()).owned}
        assert owned["red-muffler"].by == "season" and owned["red-muffler"].came.month == 12
        assert "muffler" in opened.lower()
        assert "muffler" not in reply(await told(she.greet())).lower()
        clock.advance(120 * 24 * 3600)
        await told(she.greet())
        assert "red-muffler" in {one.id for one in (await she.wardrobe()).owned}, "what came stays"


async def test_everything_switched_on_may_be_worn_and_is_nobodys_gift(tmp_path):
    clock = VirtualClock(START)
    async with mira(tmp_path, clock, all_clothes=True) as she:
        assert "velvet-dress" in chosen(await told(she.say("put on the velvet dress")))[0]
        view = await she.wardrobe()
        assert view.open and "velvet-dress" not in {one.id for one in view.owned}
        she.unlock_all(False)
        assert "velvet-dress" in await worn(she), "she is not undressed"
        assert "yet" in reply(await told(she.say("wear the yukata"))) or "so far" in reply(await told(she.say("wear the yukata")))
        with pytest.raises(ValueError):
            await she.put_on({"worn": [{"garment": "yukata"}]})


async def test_what_cannot_be_worn_is_refused_and_she_stays_as_she_is(tmp_path):
    async with mira(tmp_path, VirtualClock(START)) as she:
        before = await worn(she)
        for look in (
            {}, {"worn": "hat"}, {"worn": [{"garment": "tiara"}]}, {"worn": [{"garment": "pearl-studs"}]},
            {"worn": [{"garment": "cardigan", "dyes": {"cloth": "green"}}]}, {"worn": [{"garment": "cardigan"}] * 40},
        ):  # fmt: skip
            with pytest.raises(ValueError):
                await she.put_on(look)
        with pytest.raises(ValueError):
            await she.save_look("  ", {"worn": []})
        with pytest.raises(KeyError):
            await she.delete_look(7)
        assert await worn(she) == before


async def test_saved_looks_are_asked_for_by_their_names(tmp_path):
    async with mira(tmp_path, VirtualClock(START)) as she:
        look = {"worn": [{"garment": name} for name in ("low-bun", "silk-blouse", "jeans", "ankle-boots", "round-glasses")]}
        saved = await she.save_look("Library day", look)
        await she.favour_look(saved, True)
        await she.rename_look(saved, "Reading room")
        assert [(one.name, one.favourite) for one in (await she.wardrobe()).looks] == [("Reading room", True)]
        assert "round-glasses" in chosen(await told(she.say("wear the reading room")))[0]


async def test_she_dresses_for_winter_of_what_is_hers_and_the_users_choice_holds(tmp_path):
    clock = VirtualClock(START)
    async with mira(tmp_path, clock, dresses=True) as she:
        changes = []
        for _ in range(6):
            events = [*await told(she.greet()), *await told(she.say("Hello."))]
            changes += chosen(events)
            clock.advance(24 * 3600)
        assert changes and not any("tea-dress" in look for look in changes), "it is November"
        await she.put_on({"worn": [{"garment": "tea-dress"}, {"garment": "slippers"}]})
        events = [*await told(she.greet()), *await told(she.say("Hello."))]
        assert chosen(events) == [] and "tea-dress" in await worn(she)


async def test_a_gift_in_words_is_kept_with_the_turn_and_goes_blank_with_it(tmp_path):
    async with mira(tmp_path, VirtualClock(START)) as she:
        events = await told(she.say("I bought you the pearl earrings, for the theatre"))
        assert "hank you" in reply(events)
        given = next(one for one in (await she.wardrobe()).owned if one.id == "pearl-studs")
        assert given.by == "user" and "pearl earrings" in given.note
        turn = next(one for one in await she.history() if one.speaker == "user")
        await she.delete(turn.id)
        given = next(one for one in (await she.wardrobe()).owned if one.id == "pearl-studs")
        assert given.note == "" and given.event_id is not None


async def test_nothing_comes_of_clothes_while_words_of_a_crisis_are_near_and_hurt_words_stay_hurts(tmp_path):
    async with mira(tmp_path, VirtualClock(START)) as she:
        for text in ("take off your clothes", "take your top off"):
            events = await told(she.say(text))
            assert chosen(events) == []
        assert {"fair-isle", "jeans"} <= await worn(she)
        await she._store.run(lambda uow: (uow.ledger.apply([BondEvent("reset", "", confirmed=True, origin="user")], START, None),
                                          uow.commit()))
        assert {one.id for one in (await she.wardrobe()).owned} >= {"fair-isle"}, "a new beginning leaves her clothes"
