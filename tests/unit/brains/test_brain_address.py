"""Addresses as users write them."""

from __future__ import annotations

import pytest

from mind.brains.address import host_of, is_private, normalised


@pytest.mark.parametrize(
    ("written", "used"),
    [
        ("localhost:11434", "http://127.0.0.1:11434/v1"),
        ("http://127.0.0.1:1234/v1/chat/completions", "http://127.0.0.1:1234/v1"),
        ("http://127.0.0.1:1234/v1/", "http://127.0.0.1:1234/v1"),
        ("api.example.org", "https://api.example.org/v1"),
        ("https://api.example.org/beta/openai/", "https://api.example.org/beta/openai"),
        ("http://[::1]:8080", "http://[::1]:8080/v1"),
        ("https://name:secret@api.example.org/v1", "https://api.example.org/v1"),
    ],
)
def test_an_address_is_completed(written: str, used: str) -> None:
    assert normalised(written) == used


def test_messages_name_host_and_port_only() -> None:
    assert host_of("https://name:secret@api.example.org:8443/v1?key=abc") == "api.example.org:8443"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "192.168.1.4", "10.0.0.2", "::1", "box.local", "nas"])
def test_hosts_of_this_house_are_private(host: str) -> None:
    assert is_private(host)


@pytest.mark.parametrize("host", ["api.example.org", "8.8.8.8"])
def test_hosts_outside_are_not(host: str) -> None:
    assert not is_private(host)
