"""How a sound device hangs on the machine, from what the system says of it, or from its name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

Connection = Literal["", "headset", "headphones", "bluetooth", "hdmi", "webcam", "monitor"]
"""``headset`` and ``headphones`` let nothing into the room; ``monitor`` is no microphone but what a loudspeaker plays."""

FORMS: Final[Mapping[str, Connection]] = {
    "headset": "headset", "hands-free": "headset", "handset": "headset", "headphone": "headphones", "webcam": "webcam",
}  # fmt: skip
"""PulseAudio's `device.form_factor`."""

NAMED: Final[tuple[tuple[tuple[str, ...], Connection], ...]] = (
    (("monitor of ", ".monitor", "stereo mix", "立体声混音", "ステレオ ミキサー", "what u hear", "loopback"), "monitor"),
    (("headset", "hands-free", "handsfree", "airpods", "耳麦", "头戴式耳机", "ヘッドセット", "ハンズフリー"), "headset"),
    (("headphone", "earphone", "earbud", "buds", "耳机", "ヘッドホン", "ヘッドフォン", "イヤホン", "イヤフォン"), "headphones"),
    (("bluetooth", "bluez", "蓝牙"), "bluetooth"),
    (("hdmi", "displayport"), "hdmi"),
    (("webcam", "camera", "摄像头", "カメラ"), "webcam"),
)
"""The first that fits counts: a Bluetooth headset is a headset before all."""


def connection(name: str, properties: Mapping[str, str] | None = None) -> Connection:
    """From the properties where they say it, else guessed from the name; empty where neither tells."""
    told = properties or {}
    if told.get("device.class") == "monitor":
        return "monitor"
    if form := FORMS.get(told.get("device.form_factor", "")):
        return form
    port = told.get("port", "").lower()
    if "headset" in port:
        return "headset"
    if "headphone" in port:
        return "headphones"
    guessed = by_name(name)
    if not guessed and told.get("device.bus") == "bluetooth":
        return "bluetooth"
    return guessed


def by_name(name: str) -> Connection:
    """What a name for people gives away."""
    folded = name.casefold()
    return next((kind for words, kind in NAMED if any(word in folded for word in words)), "")
