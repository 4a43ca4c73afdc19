"""A net and its phones as Kaldi's text of an nnet3 acoustic model (``am/final.mdl``).

Each phone is one state that may repeat; transition 2 p - 1 of phone p stays, 2 p goes on. After the soft maximum one class more
is appended whose score is the same at every frame: the filler, which wins wherever no sound of the model fits well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import numpy as np

from voice.ear_training.mfcc import CEPSTRA, Array
from voice.ear_training.net import EVERY, WINDOW, Net, reach_of
from voice.ear_training.phones import Phones

FILLER: Final = 1.5
"""Log likelihood ratio of the filler: above it a frame fits a sound."""

RAREST: Final = 2e-4
"""Least prior of a class: Kaldi divides by it."""


def final_mdl(net: Net, phones: Phones) -> str:
    """The file's text."""
    return "".join((transitions(phones), "<Nnet3> \n", network(net, phones), "</Nnet3> ", priors(net)))


def transitions(phones: Phones) -> str:
    """Which phones there are, and which class each has."""
    every = range(1, phones.filler + 1)
    lines = [
        "<TransitionModel> ", "<Topology> ", "<TopologyEntry> ", "<ForPhones> ",
        " ".join(map(str, every)), "</ForPhones> ",
        "<State> 0 <PdfClass> 0 <Transition> 0 0.5 <Transition> 1 0.5 </State> ", "<State> 1 </State> ",
        "</TopologyEntry> ", "</Topology> ", f"<Triples> {phones.filler} ",
        *(f"{phone} 0 {phones.class_of(phone)} " for phone in every),
        "</Triples> ", "<LogProbs> ", " [ " + " ".join(("0", *["-0.6931472"] * (2 * phones.filler))) + " ]", "</LogProbs> ",
        "</TransitionModel> ",
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def network(net: Net, phones: Phones) -> str:
    """How the layers are wired, and their weights."""
    last = len(net.layers) - 1
    wires, components, source = [f"input-node name=input dim={CEPSTRA}"], [], "input"
    for number, (weights, bias) in enumerate(net.layers):
        wires.append(node(f"affine{number}", spread(source, number)))
        components.append(affine(f"affine{number}", weights.T, bias))
        source = f"affine{number}"
        if number < last:
            wires.append(node(f"relu{number}", source))
            components.append(pointwise(f"relu{number}", "RectifiedLinear", len(bias)))
            source = f"relu{number}"
    learnt = phones.classes
    wires += [node("shares", source), node("filler", "shares"), "output-node name=output input=filler objective=linear"]
    components.append(pointwise("shares", "LogSoftmax", learnt))
    more = np.concatenate((np.eye(learnt), np.zeros((1, learnt)))).astype(np.float32)
    components.append(affine("filler", more, np.array([0.0] * learnt + [FILLER], np.float32)))
    return "\n".join((*wires, "", f"<NumComponents> {len(components)} ", *components, ""))


def spread(source: str, layer: int) -> str:
    """The frames that a layer takes."""
    if layer == 0:
        offsets: Iterable[int] = range(-WINDOW, WINDOW + 1)
    else:
        reach = EVERY * reach_of(layer)
        offsets = (-reach, 0, reach) if reach else (0,)
    frames = [f"Offset({source}, {offset})" if offset else source for offset in offsets]
    return f"Append({', '.join(frames)})" if len(frames) > 1 else frames[0]


def node(name: str, source: str) -> str:
    """A line that says what a component takes."""
    return f"component-node name={name} component={name} input={source}"


def affine(name: str, rows: Array, bias: Array) -> str:
    """A layer of weights."""
    return (
        f"<ComponentName> {name} <AffineComponent> <LearningRate> 0.001 <LinearParams>  [\n  "
        + "\n  ".join(" ".join(numbers(row)) for row in rows)
        + f" ]\n<BiasParams>  [ {' '.join(numbers(bias))} ]\n</AffineComponent> "
    )


def pointwise(name: str, kind: str, width: int) -> str:
    """A function of each value."""
    tail = f"<Dim> {width} <ValueAvg>  [ ]\n<DerivAvg>  [ ]\n<Count> 0 "
    return f"<ComponentName> {name} <{kind}Component> {tail}</{kind}Component> "


def priors(net: Net) -> str:
    """How frequent each class is; the filler's score is meant as it is."""
    shares = (*np.maximum(net.priors, RAREST), 1.0)
    return f"<LeftContext> 0 <RightContext> 0 <Priors>  [ {' '.join(f'{share:.6g}' for share in shares)} ]\n"


def numbers(values: Iterable[float]) -> Iterator[str]:
    """Three digits are enough, and keep the file small."""
    return (f"{value:.3g}" for value in values)
