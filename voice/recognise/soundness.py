"""Whether a folder holds a speech model that can be loaded, and which file it lacks."""

from __future__ import annotations

import multiprocessing
import os
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from voice.errors import ModelFault
from voice.recognise.graph_files import is_whole, names_words
from voice.recognise.memory import check_memory
from voice.recognise.sizes import check_sizes, has_sizes

REMEDY: Final = "Choose another folder, or download the model again in the settings."

BOUNDARIES: Final = "graph/phones/word_boundary.int"
PLACES: Final = ("nonword", "begin", "end", "internal", "singleton")
"""Where in a word a phone stands."""

ALWAYS: Final = ("am/final.mdl", "conf/model.conf", BOUNDARIES)
GRAPHS: Final = (("graph/HCLG.fst",), ("graph/Gr.fst", "graph/HCLr.fst", "graph/disambig_tid.int"))
"""A model has its words in one graph, or in parts that allow for a grammar at run time; the first file may name the words."""

MAY_BE_EMPTY: Final = frozenset({"graph/disambig_tid.int"})
WORDS: Final = "graph/words.txt"

TRIAL_SECONDS: Final = 60.0


def check_files(folder: Path) -> None:
    """Raise `ModelFault` naming the first file that is missing or empty. Quick; says nothing of what the files hold."""
    if not folder.is_dir():
        raise ModelFault(f"There is no speech model at {folder}.", REMEDY, kind="speech-model-missing")
    graph = next((files for files in GRAPHS if any((folder / name).is_file() for name in files)), GRAPHS[0])
    for name in (*ALWAYS, *graph):
        check_file(folder, name)
    check_sizes(folder)
    if (folder / WORDS).is_file():
        check_words(folder)
    elif not names_words(folder / graph[0]):
        check_file(folder, WORDS)


def check_file(folder: Path, name: str) -> None:
    """Raise `ModelFault` where the file is missing or empty."""
    file = folder / name
    if not file.is_file() or (file.stat().st_size == 0 and name not in MAY_BE_EMPTY):
        raise ModelFault(f"{folder} is no speech model: {name} is missing.", REMEDY)


def check_words(folder: Path) -> None:
    """A cut list of words loads without a murmur and then answers nonsense: its numbers must run up to its last line."""
    data = (folder / WORDS).read_bytes()
    lines = data.splitlines()
    last = lines[-1].split() if lines else []
    whole = data.endswith(b"\n") and len(last) == 2 and last[1].isdigit() and int(last[1]) + 1 == len(lines)
    if not whole:
        raise ModelFault(f"{folder} is a damaged speech model: {WORDS} is cut short.", REMEDY)


def check_whole(folder: Path) -> None:
    """Raise `ModelFault` for what a recogniser would not notice, in a folder whose files nobody has weighed: a lost end."""
    if has_sizes(folder):
        return
    for name in (name for names in GRAPHS for name in names if name.endswith(".fst")):
        if (folder / name).is_file() and not is_whole(folder / name):
            raise ModelFault(f"{folder} is a damaged speech model: {name} is cut short.", REMEDY)
    marks = (folder / BOUNDARIES).read_text("ascii", "replace").splitlines()
    if any(len(line.split()) != 2 or line.split()[1] not in PLACES for line in marks):
        raise ModelFault(f"{folder} is a damaged speech model: {BOUNDARIES} is cut short.", REMEDY)


def try_model(folder: Path) -> None:
    """Load the model and decode a moment of silence and of noise in a child process: a broken model can kill only that.

    Raises `ModelFault`, of kind ``speech-model-memory`` for one that is too big. Takes about a second for a small model.
    """
    check_files(folder)
    check_memory(folder)
    check_whole(folder)
    spawn = multiprocessing.get_context("spawn")
    here, there = spawn.Pipe(duplex=False)
    child = spawn.Process(target=trial, args=(str(folder), there), name="model-trial", daemon=True)
    child.start()
    there.close()
    try:
        answer = here.recv() if here.poll(TRIAL_SECONDS) else "it does not come to an end"
    except EOFError:
        answer = "the recogniser crashes on it"
    finally:
        here.close()
        child.kill()
        child.join()
        child.close()
    if answer:
        raise ModelFault(f"{folder} is a damaged speech model: {answer}.", REMEDY)


def trial(folder: str, answer: Connection) -> None:
    """In the child: send an empty text if the model works, else what is wrong."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    from voice.recognise.vosk_recogniser import VoskRecogniser, load_model

    try:
        recogniser = VoskRecogniser(load_model(Path(folder)))
        import numpy as np

        recogniser.feed(np.zeros(8000, np.int16))
        recogniser.feed(np.random.default_rng(1).normal(0, 1000, 8000).astype(np.int16))
        recogniser.finish()
    except ModelFault:
        answer.send("it cannot be loaded")
    else:
        answer.send("")
    answer.close()
