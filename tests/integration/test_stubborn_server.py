"""A server that repeats itself, over a real connection: what is heard of it does not."""

from __future__ import annotations

from mind.talk.bench.server.guarded import guard_figures, with_stubborn

REPLIES = 24


def test_what_is_heard_of_a_stubborn_server_is_never_the_same() -> None:
    found = guard_figures(with_stubborn("en", REPLIES, 1))
    assert found["raw_overlap"] > 0.5 and found["raw_openers"] > 0.5 and found["raw_eights"] > 10, "that server is stubborn"
    assert found["own"] > 0, "what it says for the first time is heard"
    assert found["overlap"] <= 0.02
    assert found["openers"] <= 0.08
    assert found["eights"] == 0
    assert found["questions"] <= 5
    assert found["delay"] <= 1
