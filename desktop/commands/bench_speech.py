"""``hearth bench speech``: how quickly and how evenly she speaks, and how well her lips keep to what is heard.

She speaks into a loudspeaker that nobody hears, made for the purpose on the sound server that runs; an ear is on it.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from contextlib import suppress

from desktop.exit_codes import Exit


def configure(subject: argparse.ArgumentParser) -> None:
    """The arguments of this subject."""
    subject.add_argument("--times", metavar="N", type=int, default=20, help="how often each moment is measured (20)")
    subject.add_argument("--sentences", metavar="N", type=int, default=40, help="sentences in the long reply (40)")
    subject.add_argument("--json", action="store_true", help="one JSON object")
    subject.set_defaults(subject=run)


def run(args: argparse.Namespace) -> int:
    """Speak, listen, print the table. Exit code 1 where a figure is not as it has to be."""
    from voice.engines import open_engine
    from voice.output.measure.monitor import quiet_loudspeaker
    from voice.output.measure.session import Session
    from voice.output.measure.table import lines, measure

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with quiet_loudspeaker() as name:
        session = Session(open_engine("espeak"), name, f"{name}.monitor")
        try:
            figures = measure(session, max(1, args.times), max(2, args.sentences), told)
        finally:
            session.close()
    load = 0.0
    with suppress(OSError, AttributeError):  # Windows knows no load
        load = os.getloadavg()[0]
    if args.json:
        rows = [figure.as_json() for figure in figures]
        print(json.dumps({"rows": rows, "faults": session.log.faults, "load": load, "cores": os.cpu_count()}))
    else:
        print("\n".join(lines(figures)))
        print(f"load {load:.1f} on {os.cpu_count()} cores; faults: {', '.join(session.log.faults) or 'none'}")
    return Exit.OK if all(figure.ok for figure in figures) and not session.log.faults else Exit.BUG


def told(line: str) -> None:
    """How far it is, to stderr."""
    print(f"hearth: {line}", file=sys.stderr, flush=True)
