"""What a streamed chunk holds, in all the shapes that servers send."""

from __future__ import annotations

from typing import Any, Final

THOUGHT_FIELDS: Final = ("reasoning_content", "reasoning", "thinking")


def text_of(chunk: Any) -> str:
    """The words of a chunk: none in usage or role chunks; of a list only its text parts, never its thoughts."""
    content = getattr(_delta(chunk), "content", None)
    if isinstance(content, str):
        return content
    if isinstance(content, list):
        return "".join(str(part.get("text") or "") for part in content if isinstance(part, dict) and _spoken(part))
    return ""


def thinks(chunk: Any) -> bool:
    """Whether the chunk holds thoughts: the server is at work although no word comes."""
    delta = _delta(chunk)
    extra = getattr(delta, "model_extra", None) or {}
    return any(extra.get(field) for field in THOUGHT_FIELDS) or isinstance(getattr(delta, "content", None), list)


def finish_of(chunk: Any) -> str | None:
    """Why the model stopped, in the chunk that says so."""
    choice = _choice(chunk)
    return getattr(choice, "finish_reason", None) or None


def _spoken(part: dict[str, Any]) -> bool:
    return bool(part.get("type", "text") == "text")


def _choice(chunk: Any) -> Any:
    choices = getattr(chunk, "choices", None)
    return choices[0] if choices else None


def _delta(chunk: Any) -> Any:
    return getattr(_choice(chunk), "delta", None)
