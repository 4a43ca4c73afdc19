"""Who is meant: whether a voice that is heard may be speaking to her, as far as the window knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from voice.wake.attention import Attention
    from voice.wake.called_listener import Calls
    from voice.wake.wake_word import OwnWords


class Addressing:
    """Joins her attention (see `voice.wake.attention.Attention`) with the key, her thinking, and the voices in the room.

    Where no name is waited for, all is for her.
    """

    def __init__(self) -> None:
        self._attention: Attention | None = None
        self._key = self._sounds = self._heeded = False

    def follow(self, ear: object, own: OwnWords | None = None) -> None:
        """The ears that listen from now on, not yet begun; they know by `own` when she says her name herself."""
        calls: Calls | None = getattr(ear, "calls", None)
        self._attention = calls.attention if calls is not None else None
        if calls is not None:
            calls.own = own

    @property
    def open(self) -> bool:
        """Whether what is said now is for her without her name."""
        return self._attention is None or self._attention.open

    @property
    def by_name(self) -> bool:
        """Whether a name is waited for at all."""
        return self._attention is not None and not self._attention.always

    @property
    def somebody_speaks(self) -> bool:
        """Whether any voice is heard, for her or not."""
        return self._sounds

    def tick(self, waiting: bool) -> None:
        """Let time pass; `waiting`: the user waits for her."""
        if self._attention is None:
            return
        if self._key:
            self._attention.hold()
        elif waiting:
            self._attention.she_thinks()

    def press(self) -> None:
        """A key goes down: it is as good as her name, for as long as it is held."""
        self._key = True
        if self._attention is not None:
            self._attention.press()

    def let_go(self) -> bool:
        """The key comes up; whether it was down where else a name is waited for."""
        key, self._key = self._key, False
        return key and self.by_name

    def end(self) -> None:
        """The microphone is closed."""
        self._key = self._sounds = self._heeded = False
        if self._attention is not None:
            self._attention.end()

    def voice(self, on: bool) -> bool:
        """A voice begins or ends; whether anybody need mind: others may talk beside her."""
        self._sounds = on
        heeded, self._heeded = self._heeded, on and self.open
        return self._heeded if on else heeded

    def heed(self) -> bool:
        """The voice that is heard turns out to be speaking to her; whether that is news."""
        news = self._sounds and not self._heeded
        self._heeded = self._heeded or news
        return news
