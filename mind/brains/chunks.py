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


def usage_of(chunk: Any) -> tuple[int, int] | None:
    """The tokens of the request and of the reply, where the server counts them."""
    usage = getattr(chunk, "usage", None)
    asked, said = (getattr(usage, name, None) for name in ("prompt_tokens", "completion_tokens"))
    if isinstance(asked, int) and isinstance(said, int) and 0 <= asked < 2**31 and 0 <= said < 2**31:
        return asked, said
    return None


def _spoken(part: dict[str, Any]) -> bool:
    return bool(part.get("type", "text") == "text")


def _choice(chunk: Any) -> Any:
    choices = getattr(chunk, "choices", None)
    return choices[0] if choices else None


def _delta(chunk: Any) -> Any:
    return getattr(_choice(chunk), "delta", None)
