"""``hearth doctor``: what this machine has and what is missing. Exit code 0 when she can live here."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Final

from desktop.exit_codes import Exit

NEEDED: Final = {"picture", "voice espeak", "data folder"}
"""Without these she cannot be; everything else has a way around."""


def configure(parser: argparse.ArgumentParser) -> None:
    """The door's arguments."""
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.add_argument("--sound", action="store_true", help="open the microphone for two seconds and say what it gives")
    parser.add_argument("--probe", metavar="NAME", help=argparse.SUPPRESS)


def run(args: argparse.Namespace) -> int:
    """Report; exit code 3 when something she cannot do without is missing."""
    if args.probe:
        from desktop.doctor.probe import main

        return main(args.probe)
    from desktop.data_folder import data_folder
    from desktop.doctor import rooms, surroundings
    from desktop.settings import load_settings

    folder = data_folder(args.data_dir)
    settings = load_settings(folder)
    findings = [surroundings.display(), surroundings.picture(), *surroundings.sound(), surroundings.fonts()]
    if args.sound:
        findings.insert(4, surroundings.heard(settings.hearing.device))
    findings += [*rooms.voices(), rooms.speech_models(folder, settings), rooms.brain(settings), rooms.encoder(folder, settings)]
    findings += [rooms.data(folder)]
    lacking = [finding.name for finding in findings if finding.state == "missing" and finding.name in NEEDED]
    if args.json:
        print(json.dumps({"ok": not lacking, "findings": [finding.as_json() for finding in findings]}, ensure_ascii=False))
    else:
        for finding in findings:
            print(f"{finding.state:8}  {finding.name:14}  {finding.detail}")
            if finding.remedy and finding.state != "ok":
                print(f"{'':26}{finding.remedy}")
        print("She can live here." if not lacking else f"She cannot live here without: {', '.join(lacking)}.")
    sys.stdout.flush()
    return Exit.OK if not lacking else Exit.MISSING
