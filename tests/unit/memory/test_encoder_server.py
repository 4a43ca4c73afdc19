"""The user's own server as encoder: what it sends is checked, what we send is only words, model and key."""

import json
import time

import numpy as np
import pytest

from mind.errors import EncoderFault
from mind.memory.encoders.server import MOST_BYTES, ServerEncoder
from tests.support.openai_server import closed_port, page, refuses, serving, silent


def vector_of(text, dim=4):
    return [float(len(text)), float(text.count("a")) + 1, *range(1, dim - 1)]


def embeds(dim=4, mixed=True):
    """Answers as servers do; in another order than asked, for each says its place."""

    def play(exchange):
        asked = exchange._server.requests[-1].body["input"]
        rows = [{"object": "embedding", "index": place, "embedding": vector_of(text, dim)} for place, text in enumerate(asked)]
        exchange.head(200, "application/json")
        exchange.send(json.dumps({"data": rows[::-1] if mixed else rows}).encode())
        exchange.end()

    return play


def gives(body):
    return page(body if isinstance(body, str) else json.dumps(body), "application/json")


def test_texts_become_unit_rows_in_the_order_asked_and_empty_ones_are_not_sent():
    with serving(embeds()) as server:
        encoder = ServerEncoder(server.url, "small-embedder")
        texts = ["a cat", " ", "banana", *(f"text {number} a" * (number % 3) for number in range(60))]
        rows = encoder.encode(texts)
        encoder.close()
    assert encoder.dim == 4
    assert encoder.key == f"server:{server.host}:small-embedder:4"
    for text, row in zip(texts, rows, strict=True):
        wanted = np.array(vector_of(text)) / np.linalg.norm(vector_of(text)) if text.strip() else np.zeros(4)
        assert row == pytest.approx(wanted, abs=1e-6)
    assert all(len(request.body["input"]) <= 32 and " " not in request.body["input"] for request in server.chats)


def test_nothing_goes_out_but_words_model_and_key():
    with serving(embeds()) as server:
        ServerEncoder(server.url, "m", "sk-mine").close()
    (request,) = server.chats
    assert request.path == "/v1/embeddings"
    assert set(request.body) == {"model", "input", "encoding_format"}
    assert request.headers["authorization"] == "Bearer sk-mine"
    assert request.headers["user-agent"] == "Hearth"
    assert set(request.headers) <= {
        "host", "user-agent", "authorization", "accept", "accept-encoding", "connection", "content-type", "content-length",
    }  # fmt: skip


def test_no_key_is_sent_where_none_is_set(monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-the-machine")
    with serving(embeds()) as server:
        ServerEncoder(server.url, "m").close()
    assert "authorization" not in server.chats[0].headers


def test_a_long_text_is_sent_cut_between_characters():
    with serving(embeds()) as server:
        encoder = ServerEncoder(server.url, "m")
        encoder.encode(["猫" * 9000])
        encoder.close()
    sent = server.chats[-1].body["input"][0]
    assert set(sent) == {"猫"} and MOST_BYTES - 3 < len(sent.encode()) <= MOST_BYTES


GOOD = [0.5, 1.0]
WRONG = [
    "no json", [], {"data": "none"}, {"data": []}, {"data": [{"index": 0}]}, {"data": [{"index": 0, "embedding": []}]},
    {"data": [{"index": 0, "embedding": "AACAPw=="}]}, {"data": [{"index": 0, "embedding": [1.0, None]}]},
    {"data": [{"index": 0, "embedding": [1.0, "2"]}]}, {"data": [{"index": 0, "embedding": [0.0, 0.0]}]},
    {"data": [{"index": 5, "embedding": GOOD}]}, {"data": [{"index": 0, "embedding": GOOD}] * 2},
    '{"data": [{"index": 0, "embedding": [NaN, 1.0]}]}', '{"data": [{"index": 0, "embedding": [1e999, 1.0]}]}',
    {"data": [{"index": [], "embedding": GOOD}]}, {"data": [3]}, {"data": [{"index": 0, "embedding": [True, 1.0]}]},
    {"data": [{"index": 0, "embedding": [1.0] * 9000}]}, "[" * 100_000,
]  # fmt: skip


@pytest.mark.parametrize("body", WRONG, ids=range(len(WRONG)))
def test_answers_that_are_no_vectors_are_refused(body):
    with serving(gives(body)) as server, pytest.raises(EncoderFault, match="gave"):
        ServerEncoder(server.url, "m")


def test_a_server_that_changes_the_length_of_its_vectors_is_refused():
    with serving(embeds(4), embeds(6)) as server:
        encoder = ServerEncoder(server.url, "m")
        with pytest.raises(EncoderFault, match="do not fit"):
            encoder.encode(["a cat"])
        encoder.close()


@pytest.mark.parametrize("script", [refuses(404), refuses(500), refuses(307, {}, {"Location": "http://127.0.0.1:9/"}), page()])
def test_a_server_without_embeddings_is_a_fault_that_names_it(script):
    with serving(script) as server, pytest.raises(EncoderFault) as fault:
        ServerEncoder(server.url, "m")
    assert server.host in fault.value.message and fault.value.remedy


def test_a_silent_or_absent_server_is_given_up_in_time():
    began = time.monotonic()
    with serving(silent()) as server, pytest.raises(EncoderFault, match=r"within 0\.2 seconds"):
        ServerEncoder(server.url, "m", seconds=0.2)
    with pytest.raises(EncoderFault, match="cannot be reached"):
        ServerEncoder(f"http://127.0.0.1:{closed_port()}", "m", seconds=5)
    assert time.monotonic() - began < 20


def test_a_drip_is_given_up_in_time():
    def drips(exchange):
        exchange.head(200, "application/json")
        while not exchange.closing:
            exchange.send(b" ")
            exchange.wait(0.05)

    with serving(drips) as server, pytest.raises(EncoderFault, match="without end"):
        ServerEncoder(server.url, "m", seconds=0.3)


@pytest.mark.parametrize(
    ("url", "model", "key"), [("nowhere at all", "m", ""), ("http://127.0.0.1:1", "", ""), ("http://127.0.0.1:1", "m", "ключ")]
)
def test_what_cannot_be_asked_is_said_before_asking(url, model, key):
    with pytest.raises(EncoderFault) as fault:
        ServerEncoder(url, model, key)
    assert fault.value.kind in ("encoder-model", "encoder-server")
    assert "ключ" not in fault.value.message
