"""Looks for brain servers on this machine, and checks one that the user names."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from mind.brains.address import host_of, normalised
from mind.brains.faults import ServerFault
from mind.brains.model_list import list_models


@dataclass(frozen=True, slots=True)
class Candidate:
    """Where a kind of server usually listens."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class FoundServer:
    """A server that answers, with its models."""

    name: str
    url: str
    models: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ServerCheck:
    """What a check found: `fault` is None where the server is there and has the model."""

    url: str
    models: tuple[str, ...] = ()
    fault: ServerFault | None = None

    @property
    def ok(self) -> bool:
        """Whether she can think there."""
        return self.fault is None


LOCAL: Final = (
    Candidate("Ollama", "http://127.0.0.1:11434/v1"),
    Candidate("LM Studio", "http://127.0.0.1:1234/v1"),
    Candidate("llama.cpp", "http://127.0.0.1:8080/v1"),
    Candidate("llama.cpp", "http://127.0.0.1:9931/v1"),
    Candidate("KoboldCpp", "http://127.0.0.1:5001/v1"),
)
"""The second llama.cpp port is the one newer releases use."""

SECONDS: Final = 2.0


async def probe(candidates: Sequence[Candidate] = LOCAL, seconds: float = SECONDS) -> tuple[FoundServer, ...]:
    """The servers that answer, in the order given. No key is sent. Takes at most about `seconds`."""
    found = await asyncio.gather(*(_look(candidate, seconds) for candidate in candidates))
    return tuple(server for server in found if server is not None)


async def check_server(url: str, model: str = "", key: str = "", seconds: float = 5.0) -> ServerCheck:
    """Whether a chat server answers at `url`, takes the key and has `model` (empty: any)."""
    address = normalised(url)
    try:
        models = await list_models(address, key, seconds)
    except ServerFault as fault:
        return ServerCheck(address, fault=fault)
    if model and models and not offers(models, model):
        missing = ServerFault("model-missing", host_of(address), status=200, model=model, models=models)
        return ServerCheck(address, models, missing)
    return ServerCheck(address, models)


def offers(models: Sequence[str], model: str) -> bool:
    """Whether a server's list holds a model; Ollama lists "name:latest" for "name"."""
    return model in models or f"{model}:latest" in models


async def _look(candidate: Candidate, seconds: float) -> FoundServer | None:
    try:
        models = await list_models(normalised(candidate.url), "", seconds)
    except ServerFault:
        # Nobody there, or somebody else: that is what looking is for.
        return None
    return FoundServer(candidate.name, normalised(candidate.url), models)
