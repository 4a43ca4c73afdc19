"""The tables of a measurement."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from mind.memory.bench.figures import DEPTHS, Answered, figures, mean
from mind.memory.bench.locomo import CATEGORIES, Sample
from mind.memory.bench.measure import measure
from mind.memory.encoders import Encoder

WIDTH: Final = 16


def summary(
    mode: str, samples: Sequence[Sample], encoder: Encoder | None, told: Callable[[str], None] | None = None
) -> dict[str, Any]:
    """The figures of one mode: overall, by category, by sample."""
    by_sample: dict[str, list[Answered]] = {}
    for sample in samples:
        by_sample.setdefault(sample.name, []).extend(measure(sample, encoder))
        if told:
            told(f"{mode}: {sample.name}, {len(sample.lines)} turns, {len(sample.questions)} questions")
    answered = [one for found in by_sample.values() for one in found]
    return {
        "mode": mode,
        "encoder": encoder.key if encoder is not None else None,
        "turns": sum(len(sample.lines) for sample in samples),
        "questions_without_evidence": sum(sample.lost for sample in samples),
        "overall": figures(answered),
        "by_category": {
            name: figures([one for one in answered if one.category == number])
            for number, name in {**CATEGORIES, 0: "no category"}.items()
            if any(one.category == number for one in answered)
        },
        "by_sample": {name: figures(found) for name, found in by_sample.items()},
    }


def lines(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """Readable tables, one a mode."""
    return [line for row in rows for line in (*_table(row), "")]


def _table(row: Mapping[str, Any]) -> list[str]:
    overall = row["overall"]
    head = f"{row['mode']}: {int(overall['questions'])} questions over {row['turns']} turns"
    if row["questions_without_evidence"]:
        head += f" ({row['questions_without_evidence']} more name no turn as evidence)"
    columns = [*(f"R@{k}" for k in DEPTHS), "hit@1", "hit@5", "hit@10", "questions"]
    body = [_line(name, found) for name, found in {**row["by_category"], "overall": overall}.items()]
    spread = [found["recall@10"] for found in row["by_sample"].values()]
    return [
        head,
        " " * WIDTH + "".join(f"{column:>10}" for column in columns),
        *body,
        f"sessions: Hit@1 {overall['session_hit@1']:.1f}, NDCG@5 {overall['session_ndcg@5']:.1f}; "
        f"R@10 by conversation: {min(spread):.1f} to {max(spread):.1f}, mean {mean(spread):.1f}",
        f"latency: p50 {overall['p50_ms']:.0f} ms, p95 {overall['p95_ms']:.0f} ms",
    ]


def _line(name: str, found: Mapping[str, float]) -> str:
    values = [*(found[f"recall@{k}"] for k in DEPTHS), found["hit@1"], found["hit@5"], found["hit@10"]]
    return f"{name:<{WIDTH}}" + "".join(f"{value:>10.1f}" for value in values) + f"{int(found['questions']):>10}"


def scale_lines(found: Mapping[str, Any]) -> list[str]:
    """The latencies of a large memory."""
    return [
        f"{found['turns']} made-up turns, {'with' if found['vectors'] else 'without'} vectors",
        *(
            f"{name:<{WIDTH}} p50 {found[name]['p50_ms']:8.1f} ms   p95 {found[name]['p95_ms']:8.1f} ms"
            for name in ("query", "query_processor", "append", "turn")
            if name in found
        ),
    ]
