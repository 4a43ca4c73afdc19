"""From the hub to a model that works: list, fetch, check, try, put in place. A stop at any point leaves no half model."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from desktop.encoder_models.hub import HUB, KIND, EncoderModel, HubFile, address_of, chosen, listed
from mind.errors import EncoderFault
from voice.errors import ModelFault
from voice.models.download import Progress, disk_fault
from voice.models.fetch import AGAIN, opened

PIECE: Final = 1 << 16


def install_encoder(
    model: EncoderModel,
    folder: Path,
    progress: Progress = lambda here, whole: None,
    cancelled: Callable[[], bool] = lambda: False,
    hub: str = HUB,
) -> Path:
    """Install `model` in `folder`; where it lies. Blocks: run it in a thread. What came before a stop is kept and resumed.

    Raises `ModelFault`, of kind ``cancelled`` when `cancelled` turned true.
    """
    part = folder / f".{model.name}.part"
    try:
        part.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / f".{model.name}.lock", timeout=0):
            _fetch(model, part, progress, cancelled, hub)
            _try(model, part)
            return _put_in_place(model, part, folder)
    except Timeout as busy:
        raise ModelFault(f"{model.name} is being downloaded already.", "Wait for it.", kind=KIND) from busy
    except OSError as fault:
        raise disk_fault(fault, folder) from fault


def _fetch(model: EncoderModel, part: Path, progress: Progress, cancelled: Callable[[], bool], hub: str) -> None:
    files = chosen(model, listed(model, hub))
    whole = sum(file.size for file, _ in files)
    done = 0
    for file, name in files:
        target = part / name
        target.parent.mkdir(parents=True, exist_ok=True)
        before = done
        if not _is(target, file):
            said = lambda here, before=before: progress(before + here, whole)  # noqa: E731
            _take(model, file, target, said, cancelled, hub)
        done += file.size
        progress(done, whole)
    if model.prompts:
        (part / "config_sentence_transformers.json").write_text(json.dumps({"prompts": dict(model.prompts)}), "utf-8")


def _take(
    model: EncoderModel, file: HubFile, target: Path, said: Callable[[int], None], cancelled: Callable[[], bool], hub: str
) -> None:
    """One file, whole and checked, in its place; what came before is gone on from."""
    half = target.with_name(target.name + ".half")
    here = half.stat().st_size if half.exists() else 0
    if here >= file.size:
        half.unlink()
        here = 0
    headers = {"Range": f"bytes={here}-"} if here else {}
    with opened(address_of(model, file, hub), headers) as answer:
        if here and answer.status != 206:  # a server that cannot resume sends all of it
            here = 0
        with half.open("ab" if here else "wb") as out:
            while here < file.size and (piece := answer.read(min(PIECE, file.size - here))):
                out.write(piece)
                here += len(piece)
                said(here)
                if cancelled():
                    raise ModelFault(
                        f"The download of {model.name} was stopped.", "It goes on where it stopped.", kind="cancelled"
                    )
    if here < file.size:
        raise ModelFault(f"The download of {model.name} broke off.", AGAIN, kind=KIND)
    if not _is(half, file):
        # No resuming could mend it.
        half.unlink()
        raise ModelFault(f"{file.path} of {model.name} does not match its checksum.", "Try again.", kind=KIND)
    half.replace(target)


def _is(path: Path, file: HubFile) -> bool:
    """Whether the file is there with the content that the hub names."""
    if not path.is_file() or path.stat().st_size != file.size:
        return False
    digest = hashlib.sha256() if file.sha256 else hashlib.sha1(f"blob {file.size}\0".encode(), usedforsecurity=False)
    with path.open("rb") as content:
        while piece := content.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest() == (file.sha256 or file.blob)


def _try(model: EncoderModel, part: Path) -> None:
    """Let it encode something once. Without the packages for it, that comes when they are there."""
    from mind.memory.encoders.folder import open_folder

    try:
        open_folder(part).close()
    except EncoderFault as fault:
        if fault.kind == "encoder-packages":
            return
        shutil.rmtree(part)
        raise ModelFault(f"{model.name} came whole, but does not work: {fault.message}", fault.remedy, kind=KIND) from fault


def _put_in_place(model: EncoderModel, part: Path, folder: Path) -> Path:
    target = folder / model.name
    if target.exists():
        aside = folder / f".{model.name}.replaced"
        shutil.rmtree(aside, ignore_errors=True)
        target.rename(aside)
        shutil.rmtree(aside, ignore_errors=True)
    part.rename(target)
    return target
