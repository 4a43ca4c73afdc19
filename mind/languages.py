"""The languages Hearth speaks."""

from __future__ import annotations

from typing import Final, Literal

Lang = Literal["en", "zh", "ja"]

LANGS: Final[tuple[Lang, ...]] = ("en", "zh", "ja")


def as_lang(tag: str | None, default: Lang = "en") -> Lang:
    """The spoken language of a locale tag such as ``zh_CN.UTF-8`` or ``ja-JP``; `default` for any other."""
    head = (tag or "").lower().replace("_", "-").split("-")[0].split(".")[0]
    for lang in LANGS:
        if head == lang:
            return lang
    return default
