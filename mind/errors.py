"""What can go wrong, as one tree.

    HearthError
    ├── EnvironmentFault      something outside is missing or refuses: shown with what to do next
    │   ├── BrainFault        the server the user set (see mind/brains/faults.py for its kinds)
    │   ├── StoreFault        the data folder
    │   │   ├── StoreInUse        another Hearth writes there
    │   │   ├── StoreDamaged      the database does not read soundly
    │   │   ├── StoreNewer        written by a newer Hearth
    │   │   ├── StoreReadOnly     the folder cannot be written
    │   │   └── StoreFull         no room left
    │   ├── FileRefused       a foreign file that failed its checks (avatar, model, picture)
    │   ├── EncoderFault      what turns words into vectors: a model's folder, or the server asked for them
    │   ├── VoiceFault        speech out: engine or sound device
    │   ├── HearingFault      speech in: microphone or speech model
    │   ├── StageFault        no picture can be drawn
    │   └── SettingFault      a setting that cannot be used
    └── Bug                   ours: logged with its trace

voice/ and avatars/ may not import mind/: they raise their own trees (voice/errors.py, avatars/errors.py) with the same
three fields, and desktop/ shows all of them alike.
"""

from __future__ import annotations


class HearthError(Exception):
    """Anything Hearth raises on purpose."""


class EnvironmentFault(HearthError):
    """A fault of the surroundings, told in words a user can act on. Never spoken by the avatar.

    `kind` is a stable word for programs, `message` one line that names the thing, `remedy` the next step.
    Neither may hold words of a conversation or a key.
    """

    kind = "environment"

    def __init__(self, message: str, remedy: str = "", *, kind: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        if kind is not None:
            self.kind = kind


class BrainFault(EnvironmentFault):
    """The brain server failed; `retryable` before its first token."""

    kind = "brain"
    retryable = False


class EncoderFault(EnvironmentFault):
    """What turns words into vectors is missing, damaged or silent. Recall goes on by words alone."""

    kind = "encoder"


class StoreFault(EnvironmentFault):
    """The data folder or its database."""

    kind = "store"


class StoreInUse(StoreFault):
    """Another Hearth writes to this data folder."""

    kind = "store-in-use"


class StoreDamaged(StoreFault):
    """The database does not read soundly. It is set aside, never deleted."""

    kind = "store-damaged"


class StoreNewer(StoreFault):
    """The database was written by a newer Hearth."""

    kind = "store-newer"


class StoreReadOnly(StoreFault):
    """The data folder cannot be written."""

    kind = "store-read-only"


class StoreFull(StoreFault):
    """No room left on the disk of the data folder."""

    kind = "store-full"


class SettingFault(EnvironmentFault):
    """A setting that cannot be used."""

    kind = "setting"


class Bug(HearthError):
    """A mistake of ours: logged with its trace."""
