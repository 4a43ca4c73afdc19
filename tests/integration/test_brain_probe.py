"""Looking for servers, and checking one."""

from __future__ import annotations

from mind.brains.probe import LOCAL, Candidate, check_server, probe
from tests.support.openai_server import closed_port, page, serving


async def test_servers_that_answer_are_found_with_their_models() -> None:
    with serving(models=("tiny", "big")) as one, serving(models=()) as two:
        found = await probe(
            (
                Candidate("First", one.url),
                Candidate("Nobody", f"http://127.0.0.1:{closed_port()}/v1"),
                Candidate("Second", two.url),
            ),
            seconds=5.0,
        )
    assert [(server.name, server.models) for server in found] == [("First", ("tiny", "big")), ("Second", ())]


async def test_the_probe_sends_no_key() -> None:
    with serving() as server:
        await probe((Candidate("One", server.url),), seconds=5.0)
        assert "authorization" not in server.requests[0].headers


async def test_a_server_with_the_model_is_good() -> None:
    with serving(models=("tiny:latest",)) as server:
        check = await check_server(server.host, "tiny")
    assert check.ok
    assert check.url == f"http://{server.host}/v1"
    assert check.models == ("tiny:latest",)


async def test_a_missing_model_is_told_with_those_there_are() -> None:
    with serving(models=("tiny",)) as server:
        check = await check_server(server.url, "huge")
    assert not check.ok
    assert check.fault is not None
    assert "tiny" in check.fault.message


async def test_other_servers_and_nobody_are_told_apart() -> None:
    with serving(page()) as server:
        elsewhere = await check_server(f"http://{server.host}/wrong/place")
    nobody = await check_server(f"http://127.0.0.1:{closed_port()}")
    assert elsewhere.fault is not None
    assert elsewhere.fault.reason == "wrong-address"
    assert nobody.fault is not None
    assert nobody.fault.reason == "refused"


def test_the_usual_places_are_looked_at() -> None:
    assert {candidate.url.split(":")[2].split("/")[0] for candidate in LOCAL} == {"11434", "1234", "8080", "9931", "5001"}
