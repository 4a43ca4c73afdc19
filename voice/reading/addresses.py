"""Web addresses, e-mail addresses, paths, file names, tags and handles, as one would say them in passing."""

from __future__ import annotations

import re
from typing import Final

from voice.reading.traced_text import TracedText

LINK_WORD: Final = {"en": " a link ", "zh": "链接", "ja": "リンク"}
AFTER_LINK: Final = re.compile("(链接|リンク) (?=[\u3040-\u9fff])")
AT: Final = {"en": " at ", "zh": " 艾特 ", "ja": "アットマーク"}
DOT: Final = {"en": " dot ", "zh": "点", "ja": "ドット"}

WEB: Final = re.compile(
    r"\b(?:(?:https?|ftp|file)://|www\.)[!-;=?-~]{1,2000}(?<![.,!?;:'\")\]])|<(?:https?://|mailto:)[^<>\s]{1,2000}>",
    re.IGNORECASE | re.ASCII,
)
MAIL: Final = re.compile(
    r"(?<![\w.+-])([\w+-]{1,64}(?:\.[\w+-]{1,64}){0,4})@([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,4}\.[a-z]{2,12})(?![\w-])",
    re.IGNORECASE | re.ASCII,
)
ENDINGS: Final = "com|org|net|io|dev|app|ai|co|cn|jp|uk|de|edu|gov|me|tv|info"
SITE: Final = re.compile(
    rf"(?<![\w.@/-])((?:[a-z0-9-]{{1,63}}\.){{1,4}}(?:{ENDINGS}))((?:/[!-;=?-~]{{0,500}})?)(?![\w-])(?<![.,!?;:'\")])",
    re.IGNORECASE | re.ASCII,
)
PATH: Final = re.compile(
    r"(?<![\w/.\\:])(?:[A-Za-z]:\\|~?/|\.{1,2}/)(?:[\w. -]{0,80}[\w.-][/\\]){1,20}([\w.-]{0,80}\w)?"
    r"|(?<![\w/.\\:])[A-Za-z]:\\([\w.-]{1,80}\w)",
    re.ASCII,
)
FILE: Final = re.compile(r"(?<![\w./@-])([A-Za-z0-9][\w-]{0,60})\.([a-z][a-z0-9]{1,4})(?![\w-])(?!\.[\w])", re.ASCII)
HASHTAG: Final = re.compile(r"(?<![\w&#/])#([^\W\d][\w]{0,60})")
HANDLE: Final = re.compile(r"(?<![\w@.])@([A-Za-z_][\w]{0,40}|[\u3040-\u30ff\u3400-\u9fff]{1,20})")
HUMPS: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|_+|-+")

FILES: Final = {
    "txt": "text", "py": "pie", "jpg": "J peg", "jpeg": "J peg", "png": "P N G", "gif": "gif", "pdf": "P D F", "mp3": "M P three",
    "mp4": "M P four", "wav": "wave", "md": "M D", "json": "Jason", "csv": "C S V", "doc": "doc", "docx": "doc X", "xls": "X L S",
    "xlsx": "X L S X", "ppt": "P P T", "pptx": "P P T X", "zip": "zip", "exe": "E X E", "html": "H T M L", "css": "C S S",
    "js": "J S", "ts": "T S", "sh": "S H", "yml": "yaml", "yaml": "yaml", "toml": "tom-el", "xml": "X M L", "log": "log",
    "ini": "I N I", "cfg": "config", "svg": "S V G", "webp": "web P", "rs": "R S", "go": "go", "java": "Java", "cpp": "C P P",
    "vrm": "V R M", "glb": "G L B", "odt": "O D T", "epub": "E pub", "mov": "mov", "mkv": "M K V", "ogg": "ogg", "flac": "flack",
}  # fmt: skip
"""Endings of file names, and how they are said. A name with another ending is not taken for a file."""


def without_addresses(text: TracedText, lang: str) -> TracedText:
    """Addresses and the like in words; a web address is only "a link"."""
    dot = DOT.get(lang, DOT["en"])
    if "://" in text.text or "www." in text.text.lower() or "mailto:" in text.text:
        text = text.sub(WEB, LINK_WORD.get(lang, LINK_WORD["en"])).sub(AFTER_LINK, lambda match: match[1])
    if "@" in text.text:
        at = AT.get(lang, AT["en"])
        text = text.sub(MAIL, lambda match: at.join((parted(match[1], dot), parted(match[2], dot))))
        text = text.sub(HANDLE, lambda match: split_humps(match[1]))
    if "." in text.text:
        text = text.sub(SITE, lambda match: parted(match[1], dot))
    if "/" in text.text or "\\" in text.text:
        text = text.sub(PATH, lambda match: match.span(1) if match[1] else match.span(2) if match[2] else " ")
    if "." in text.text:
        text = text.sub(FILE, lambda match: split_humps(match[1]) + dot + FILES[match[2]] if match[2] in FILES else None)
    return text.sub(HASHTAG, lambda match: split_humps(match[1])) if "#" in text.text else text


def parted(address: str, dot: str) -> str:
    """A name whose parts are told apart aloud."""
    return dot.join(split_humps(part) for part in address.split("."))


def split_humps(name: str) -> str:
    """``GoodMorning`` and ``good_morning`` as the words they are made of."""
    return HUMPS.sub(" ", name).strip()
