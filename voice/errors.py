"""Faults of speech, as one tree.

    VoiceError
    ├── SynthesisFault   an engine is missing, hangs or gives no sound
    │   ├── EngineHangs      it did not answer in time
    │   ├── EngineDied       its process ended
    │   └── NoSound          it answered with nothing to hear
    ├── OutputFault      no loudspeaker, busy or gone
    ├── InputFault       no microphone, busy or gone
    ├── ModelFault       a speech model is missing, broken or cannot be downloaded
    ├── TranscriptionFault   a server that transcribes cannot be asked or answers wrongly
    └── FileFault        a sound file that cannot be read or written
"""

from __future__ import annotations


class VoiceError(Exception):
    """A fault told in words a user can act on; never spoken by the avatar.

    `kind` is a stable word for programs, `message` one line that names the thing, `remedy` the next step.
    """

    kind = "voice"

    def __init__(self, message: str, remedy: str = "", *, kind: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        if kind is not None:
            self.kind = kind


class SynthesisFault(VoiceError):
    """An engine is missing, hangs or gives no sound."""

    kind = "synthesis"


class EngineHangs(SynthesisFault):
    """It did not answer in time."""


class EngineDied(SynthesisFault):
    """Its process ended, or says that it failed."""


class NoSound(SynthesisFault):
    """It answered with nothing to hear."""


class OutputFault(VoiceError):
    """No loudspeaker, busy or gone."""

    kind = "audio-out"


class InputFault(VoiceError):
    """No microphone, busy or gone."""

    kind = "audio-in"


class ModelFault(VoiceError):
    """A speech model is missing, broken or cannot be downloaded."""

    kind = "speech-model"


class TranscriptionFault(VoiceError):
    """A server that transcribes cannot be asked or answers wrongly; the microphone and the speech model are well.

    `covered`: this computer listens in its place, and no words are lost.
    """

    kind = "transcription"
    covered = False


class FileFault(VoiceError):
    """A sound file that cannot be read or written."""

    kind = "sound-file"
