"""Every setting with its bounds and default. Unknown keys are kept: an older Hearth loses nothing of a newer one."""

from __future__ import annotations

from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field

VERSION: Final = 2
EngineName = Literal["auto", "espeak", "pyttsx3", "server", "neural"]

CLOCK: Final = r"^([01]\d|2[0-3]):[0-5]\d$"
"""A time of day."""


class Section(BaseModel):
    """A table of the file."""

    model_config = ConfigDict(extra="allow", validate_assignment=True)


class BrainSettings(Section):
    """The server she thinks with; an empty `url` means the offline brain."""

    url: str = ""
    model: str = ""
    connect_seconds: float = Field(5.0, gt=0, le=120)
    first_token_seconds: float = Field(60.0, gt=0, le=1800)
    idle_seconds: float = Field(20.0, gt=0, le=600)
    total_seconds: float = Field(120.0, gt=0, le=3600)
    max_characters: int = Field(4000, ge=200, le=100_000)
    price_in: float | None = Field(None, ge=0, le=1_000_000)
    """What a million tokens of requests cost, in `currency`; None where the user set no price."""
    price_out: float | None = Field(None, ge=0, le=1_000_000)
    """What a million tokens of replies cost."""
    currency: str = Field("", max_length=12)


class CharacterVoice(Section):
    """How one character sounds. `voice` is an engine's own name for a voice, or empty; the rest are factors around 1.

    `feeling` is how far a mood moves the voice: 0 not at all, 1 as written.
    """

    engine: EngineName = "auto"
    voice: str = Field("", max_length=200)
    rate: float = Field(1.0, ge=0.5, le=2.0)
    pitch: float = Field(1.0, ge=0.5, le=1.5)
    volume: float = Field(1.0, ge=0.0, le=1.0)
    feeling: float = Field(1.0, ge=0.0, le=1.5)


OWN_VOICES: Final = {"kai": CharacterVoice(voice="en-us+Nguyen")}
"""Of characters who do not speak with her own voice, as long as nobody chose another."""


class VoiceSettings(Section):
    """How it is heard, captions, and each character's own voice by their id.

    `lip_offset_ms`: the lips this much later than the sound; `caption_opacity` in percent; the server is one that speaks, of
    the OpenAI kind.
    """

    muted: bool = False
    captions: bool = True
    caption_size: int = Field(20, ge=15, le=32)
    caption_place: Literal["bottom", "top"] = "bottom"
    caption_opacity: int = Field(82, ge=60, le=100)
    lip_offset_ms: int = Field(0, ge=-250, le=250)
    server_url: str = ""
    server_model: str = ""
    characters: dict[str, CharacterVoice] = Field(default_factory=dict)

    def of(self, character: str) -> CharacterVoice:
        """A copy of this character's voice: change it and `keep` it."""
        found = self.characters.get(character) or OWN_VOICES.get(character)
        return found.model_copy() if found is not None else CharacterVoice()

    def keep(self, character: str, voice: CharacterVoice) -> None:
        """From now on this character's voice."""
        self.characters = self.characters | {character: voice}


class HearingSettings(Section):
    """How she listens.

    `mode`: while a key is held (with `hold` False: from one press to the next), always, or once she is called by name.
    `model` names an installed speech model or a folder and is for every language; `models` has one for each language instead.
    No `wake_names` means the character's own. `review`: what was heard may be changed before it is sent. `echo`: whether what
    the loudspeaker plays reaches the microphone. The server is one that transcribes, of the OpenAI kind.
    """

    enabled: bool = False
    mode: Literal["push", "open", "wake"] = "push"
    hold: bool = True
    device: str = ""
    engine: Literal["vosk", "server"] = "vosk"
    model: str = ""
    models: dict[str, str] = Field(default_factory=dict)
    server_url: str = ""
    server_model: str = ""
    patience: Literal["fast", "normal", "patient"] = "normal"
    wake_names: list[str] = Field(default_factory=list)
    left_open: bool = False
    """Whether the microphone was left open while a name was waited for: then it opens again with the window."""
    review: bool = False
    barge_in: bool = True
    echo: Literal["auto", "headphones", "none"] = "auto"
    """``auto`` cancels the echo where it can, ``headphones`` says that there is none, ``none`` leaves it in."""
    acknowledge: bool = True
    """A nod and a small sound while she thinks."""
    latency: bool = False
    """Whether the window shows how long a turn took."""

    def model_for(self, lang: str) -> str:
        """The speech model chosen for a language; empty where none is."""
        return self.model or self.models.get(lang, "")


class MemorySettings(Section):
    """What she remembers with besides words.

    `encoder`: "none" (what the talk itself teaches), "server" (the server she thinks with, its `embedding_model`), or an
    installed encoder model or a folder that holds one.
    """

    encoder: str = Field("none", min_length=1)
    embedding_model: str = ""


class AudioSettings(Section):
    """Where sound goes; empty is the system's default."""

    output: str = ""


class PlacedPiece(Section):
    """A piece of furniture in her room: `x` and `y` are the middle of its foot, in parts of the room's width and height."""

    piece: str = Field(max_length=40, pattern=r"^[a-z0-9-]+$")
    x: float = Field(0.5, ge=0.0, le=1.0)
    y: float = Field(0.895, ge=0.05, le=1.0)


class LookSettings(Section):
    """How the window looks. `text_scale` and `ui_scale` in percent."""

    theme: Literal["system", "day", "night"] = "system"
    text_scale: int = Field(100, ge=90, le=200)
    ui_scale: int = Field(100, ge=100, le=200)
    reduced_motion: bool | None = None
    """None follows the system."""
    framing: Literal["face", "bust", "full"] = "bust"
    avatar: Literal["mira", "kai"] = "mira"
    """Whose body stands on the stage."""
    person: str = Field("", max_length=48, pattern=r"^([a-z0-9][a-z0-9-]*)?$")
    """The created person whose body stands there instead; empty for none."""
    picks_clothes: bool = True
    """On a new day she puts on what she likes, unless the user chose."""
    all_clothes: bool = False
    """Every garment is hers at once; otherwise some come with what the two share."""
    scene: Literal["room", "rain", "garden", "plain"] = "room"
    room: list[PlacedPiece] = Field(default_factory=list, max_length=24)
    """How her room is furnished."""
    light: Literal["auto", "day", "golden", "night"] = "auto"
    """``auto`` follows the hour and the theme."""


class InitiativeSettings(Section):
    """When she may begin a talk by herself. Times are of the clock on the wall; equal ones mean that no hour is quiet."""

    enabled: bool = True
    a_day: int = Field(1, ge=0, le=5)
    quiet_from: str = Field("21:00", pattern=CLOCK)
    quiet_to: str = Field("09:00", pattern=CLOCK)
    aloud: bool = False
    """Whether she says it or only writes it; a hidden window never sounds."""
    notify: bool = False
    """One notice of the system where the window is hidden, without her words, for what the user planned only."""
    chosen_at: str = ""
    """When the user last chose how often, in ISO 8601: until then nothing unanswered counts."""


class Settings(Section):
    """All of it. `lang` None follows the system."""

    version: int = VERSION
    lang: Literal["en", "zh", "ja"] | None = None
    first_run_done: bool = False
    brain: BrainSettings = Field(default_factory=BrainSettings)
    voice: VoiceSettings = Field(default_factory=VoiceSettings)
    hearing: HearingSettings = Field(default_factory=HearingSettings)
    memory: MemorySettings = Field(default_factory=MemorySettings)
    audio: AudioSettings = Field(default_factory=AudioSettings)
    look: LookSettings = Field(default_factory=LookSettings)
    initiative: InitiativeSettings = Field(default_factory=InitiativeSettings)
