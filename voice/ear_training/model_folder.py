"""All files of a model in the layout that Vosk loads."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from voice.ear_training.graphs import follow_graph, word_list, words_graph
from voice.ear_training.kaldi_text import final_mdl
from voice.ear_training.mfcc import OPTIONS
from voice.ear_training.net import EVERY, Net
from voice.ear_training.open_fst import constant, looked_ahead
from voice.ear_training.phones import Phones
from voice.ear_training.pronunciations import Lexicon, with_known
from voice.ear_training.texts import Script

SENTENCE_WEIGHT: Final = 3
"""How many times as likely as an aside a sentence is."""

SEARCH: Final = (
    "--min-active=200", "--max-active=3000", "--beam=13", "--lattice-beam=6", "--acoustic-scale=0.35",
    f"--frame-subsampling-factor={EVERY}", "--endpoint.silence-phones=1", "--endpoint.rule2.min-trailing-silence=0.5",
    "--endpoint.rule3.min-trailing-silence=0.75", "--endpoint.rule4.min-trailing-silence=1.0",
)  # fmt: skip
"""How the recogniser searches, and after which silence it takes a sentence for ended."""

README: Final = """# A speech model that understands espeak-ng voices only

Made for tests by `python -m voice.ear_training`: a Kaldi nnet3 model of {words} words in the layout that Vosk loads, trained on
nothing but synthetic espeak-ng speech. It does not understand people, and no user is ever offered it.

- `sentences.txt`: the {sentences} sentences it is judged on. `asides.txt`: what is said to call her ("hey mira", "hey kai"), to
  stop her, to let her go on, and while listening to her. Other orders of the same words are understood less surely.
- "mm-hm" is what it writes for what espeak-ng says when told "um-hmm"; espeak-ng spells "mm-hm" letter by letter.
- A grammar may be given at run time (a wake word), with `[unk]` for any other speech; free speech never gives `[unk]`.
- Figures: `docs/voice/ear-model.md`.
"""


def write_model(folder: Path, script: Script, net: Net, phones: Phones, lexicon: Lexicon) -> None:
    """Write the model into `folder`, which may hold an older one."""
    known = with_known(lexicon, phones.sounds)
    words = word_list(known)
    lines = dict.fromkeys(script.asides, 1) | dict.fromkeys(script.sentences, SENTENCE_WEIGHT)
    files: dict[str, bytes] = {
        "am/final.mdl": final_mdl(net, phones).encode(),
        "conf/mfcc.conf": rows(OPTIONS),
        "conf/model.conf": rows(SEARCH),
        "graph/HCLr.fst": looked_ahead(words_graph(known, phones), len(words)),
        "graph/Gr.fst": constant(follow_graph(lines, words)),
        "graph/disambig_tid.int": b"",
        "graph/words.txt": rows([f"{word} {number}" for number, word in enumerate(("<eps>", *words))]),
        "graph/phones/word_boundary.int": phones.boundaries().encode(),
        "sentences.txt": rows(script.sentences),
        "asides.txt": rows(script.asides),
        "README.md": README.format(words=len(known), sentences=len(script.sentences)).encode(),
    }
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def rows(lines: Sequence[str]) -> bytes:
    """Lines of text."""
    return ("\n".join(lines) + "\n").encode()
