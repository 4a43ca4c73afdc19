"""Her ears as they are set: which recogniser, in which language, and how she is called."""

from __future__ import annotations

import functools
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from desktop.conversation.wake_names import called, only_greeted
from desktop.settings import Settings
from mind.character import MIRA
from mind.languages import LANGS, Lang
from voice.errors import VoiceError

if TYPE_CHECKING:
    from voice.echo.reference import Reference
    from voice.listen_plan import ListenPlan
    from voice.recognise.reports import LiveRecogniser
    from voice.wake.called_listener import CalledListener, Calls

log = logging.getLogger("hearth.hearing")

MODELS: Final = "models"
"""The folder of downloaded speech models in the data folder."""


@dataclass(frozen=True, slots=True)
class EarPlan:
    """All that a recogniser is made from. `model` is None where a server listens alone; `server` is empty where none does."""

    model: Path | None
    lang: str
    names: tuple[str, ...] = ()
    """Names she waits for; none: all is for her."""
    greeted: frozenset[str] = frozenset()
    server: str = ""
    server_model: str = ""


def ear_plan(folder: Path, settings: Settings, lang: Lang, her: str = "") -> EarPlan | None:
    """What is set for a user who speaks `lang` to somebody called `her`; None where there is nothing to understand with.

    A server is asked only where the user chose it. To be called by name takes a speech model, as the waiting happens here.
    """
    hearing = settings.hearing
    model = model_for(folder, settings, lang)
    server = hearing.server_url if hearing.engine == "server" else ""
    if model is None and (not server or hearing.mode == "wake"):
        return None
    spoken = language_heard(model, lang)
    names = called(settings, her or MIRA.names[lang]) if hearing.mode == "wake" else ()
    return EarPlan(model, spoken, names, only_greeted(names, spoken), server, hearing.server_model if server else "")


def model_for(folder: Path, settings: Settings, lang: Lang) -> Path | None:
    """The speech model chosen for a language; where that one cannot be used, another of the language; none without any.

    A chosen one that has no other beside it is given as it is: what is wrong with it is told when she is to listen.
    """
    return sought(folder, settings, lang)[0]


def what_is_wrong(folder: Path, settings: Settings, lang: Lang) -> VoiceError | None:
    """With the speech model that was chosen for a language, or with all that are here; None also where none is here at all."""
    fault = sought(folder, settings, lang)[1]
    if fault is None or settings.hearing.model_for(lang):
        return fault
    none_here = not any((folder / MODELS).glob("[!.]*/"))
    # A model that is not whole counts as missing to who looks for one; here the damage itself is asked for.
    return None if none_here else fault.__cause__ if isinstance(fault.__cause__, VoiceError) else fault


def sought(folder: Path, settings: Settings, lang: Lang) -> tuple[Path | None, VoiceError | None]:
    """The speech model to listen with, and what is wrong with the one that was wanted first."""
    from voice.models import find_model

    chosen, fault = settings.hearing.model_for(lang), None
    for wanted in dict.fromkeys((chosen, "")):
        try:
            return find_model(folder / MODELS, lang, wanted), fault
        except VoiceError as found:
            fault = fault or found
    if not chosen:
        return None, fault
    beside = folder / MODELS / chosen
    return (beside if beside.is_dir() else Path(chosen).expanduser()), fault


def language_heard(model: Path | None, lang: str) -> str:
    """What is understood: the language of the model where its name tells one of hers, else the user's."""
    from voice.models.language import language_of_model

    told = language_of_model(model.name) if model is not None else lang
    return told if told in LANGS else lang


def recogniser_of(plan: EarPlan, calls: Calls, clock: Callable[[], float] = time.monotonic) -> LiveRecogniser:
    """Load the model and put together what listens. Blocks, for the ears' own thread. Raises `ModelFault`.

    Where a server listens, a model that is broken is done without, unless a name is waited for.
    """
    from voice.transcription_server.recogniser import ServerRecogniser
    from voice.wake.vocabulary import takes_grammar
    from voice.wake.wake_word import WakeRecogniser

    model = loaded(plan)
    here = plain_ears(model) if model is not None else None
    server = None
    if here is None or plan.server:
        server = ServerRecogniser(plan.server, plan.server_model, key_of(plan), plan.lang, fallback=here)
        if not plan.names:
            return server
    elif not plan.names:
        return here
    grammar = plan.model is not None and takes_grammar(plan.model)
    return WakeRecogniser(
        model, plan.names, plan.lang, free=server, grammar=grammar, only_greeted=plan.greeted,
        attention=calls.attention, own=calls.own, tell=calls.tell, clock=clock,
    )  # fmt: skip


def loaded(plan: EarPlan) -> Any:
    """The speech model; None where there is none. Raises `ModelFault`."""
    from voice.errors import ModelFault

    if plan.model is None:
        return None
    net = plan.model / "am" / "final.mdl"
    try:
        return kept(plan.model, net.stat().st_mtime_ns if net.is_file() else 0)
    except ModelFault as fault:
        if not plan.server or plan.names:
            raise
        log.info("fault=%s", fault.kind)
        return None


@functools.lru_cache(maxsize=1)
def kept(folder: Path, _changed: int) -> Any:
    """A model, tried in a child before it is loaded. The last one is kept: another name or mode takes no time."""
    from voice.recognise.soundness import try_model
    from voice.recognise.vosk_recogniser import load_model

    try_model(folder)
    return load_model(folder)


def plain_ears(model: Any) -> LiveRecogniser:
    """This computer's own recogniser."""
    from voice.recognise.vosk_recogniser import VoskRecogniser

    return VoskRecogniser(model, own_ends=False)


def key_of(plan: EarPlan) -> str:
    """The server's key; asks the keyring, which may take a moment."""
    from desktop.settings.secrets import hearing_key

    return hearing_key(plan.server)


def listen_plan(settings: Settings, plan: EarPlan) -> ListenPlan:
    """How the listener goes about it."""
    from voice.listen_plan import ListenPlan

    hearing = settings.hearing
    return ListenPlan(hearing.mode, hearing.patience, plan.lang, plan.names, hearing.barge_in)


class EarMaker:
    """Makes her ears, and changes those that listen already where that can be done without closing them."""

    def __init__(self, settings: Settings, plan: EarPlan, reference: Reference | None) -> None:
        hearing = settings.hearing
        self.plan, self._listen = plan, listen_plan(settings, plan)
        self._device, self._reference = hearing.device, reference
        known = reference is not None or hearing.echo == "headphones"
        self._how = hearing.echo if hearing.barge_in and known else ""
        """How her own voice is kept out while she speaks; empty: she does not listen then."""

    def __call__(self, **callbacks: Any) -> CalledListener:
        """The ears; `callbacks` are those of `voice.wake.called_listener.CalledListener`."""
        from voice.echo.suppressor import suppressor_for
        from voice.wake.called_listener import CalledListener, Calls

        calls, plan, reference, how = Calls(), self.plan, self._reference, self._how
        calls.attention.always = not plan.names
        made = CalledListener(
            lambda: recogniser_of(plan, calls), self._device, calls=calls, plan=self._listen,
            suppressor=(lambda: suppressor_for(reference, how)) if how else None, **callbacks,
        )  # fmt: skip
        made.made_by = self
        return made

    def adopt(self, ear: object) -> bool:
        """Let ears that another maker made listen as this one would; False where they have to be made anew."""
        before = getattr(ear, "made_by", None)
        if not isinstance(before, EarMaker) or (before._how, before._reference) != (self._how, self._reference):
            return False
        listener: CalledListener = ear  # type: ignore[assignment]
        if before.plan != self.plan:
            calls, plan = listener.calls, self.plan
            calls.attention.end()
            calls.attention.always = not plan.names
            listener.change(lambda: recogniser_of(plan, calls))
        if before._listen != self._listen:
            listener.follow(self._listen)
        if before._device != self._device:
            listener.use(self._device)
        listener.made_by = self
        return True


def ear_maker(
    folder: Path, settings: Settings, lang: Lang, reference: Reference | None = None, her: str = ""
) -> EarMaker | None:
    """How to make her ears as set; None without a speech model or a server. `reference` is what the loudspeaker makes audible."""
    plan = ear_plan(folder, settings, lang, her)
    return EarMaker(settings, plan, reference) if plan is not None else None
