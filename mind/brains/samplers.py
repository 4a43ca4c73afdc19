"""Options by which a server itself shuns what stands in its context already; sent only where its program knows them.

They are no guard: they see the context alone, not last week, and a model may be stubborn all the same. Weights are mild, so that
names and small words do not suffer. DRY lengthens its penalty with the length of a run that would come back; its base is
that of its author, and three tokens in a row are let pass, for in Chinese and Japanese two are hardly a word.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from mind.brains.kinds import Kind

PENALTIES: Final[Mapping[str, Any]] = {"frequency_penalty": 0.3, "presence_penalty": 0.3}
DRY: Final[Mapping[str, Any]] = {"dry_multiplier": 0.8, "dry_base": 1.75, "dry_allowed_length": 3}
KNOWN: Final[Mapping[Kind, Mapping[str, Any]]] = {
    "llama.cpp": {"repeat_penalty": 1.06, **DRY},
    "koboldcpp": {"rep_pen": 1.06, **DRY},
    "webui": {"repetition_penalty": 1.06, **DRY},
    "lm-studio": {"repeat_penalty": 1.06, **PENALTIES},
    "vllm": {"repetition_penalty": 1.06, **PENALTIES},
    "ollama": PENALTIES,
    "openai": PENALTIES,
    "azure": PENALTIES,
    "mistral": PENALTIES,
    "deepseek": PENALTIES,
    "openrouter": PENALTIES,
}
SAMPLERS: Final = frozenset(name for options in KNOWN.values() for name in options)


def samplers_of(kind: Kind) -> Mapping[str, Any]:
    """The further options for a reply from such a server."""
    return KNOWN.get(kind, {})
