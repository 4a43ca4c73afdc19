"""``hearth film``: a conversation as a film with sound, played on real parts in virtual time; one thing she does; or a sentence
frame by frame, as a sheet.
"""

from __future__ import annotations

import argparse
from typing import Any

from desktop.exit_codes import Exit


def configure(parser: argparse.ArgumentParser) -> None:
    """The door's arguments."""
    parser.add_argument("script", nargs="?", metavar="SCRIPT.txt", help="what the user says, a line each")
    parser.add_argument("--of", metavar="NAME", help="instead of a script: idle, listening, thinking, a pose or a gesture")
    parser.add_argument("--lips", metavar="TEXT", help="instead of a script: a sheet of this sentence, its lips frame by frame")
    parser.add_argument("--emotion", default="neutral", metavar="NAME", help="with --lips: how she feels as she says it")
    parser.add_argument("--seconds", type=float, default=10.0, metavar="S", help="with --of: its length (10)")
    parser.add_argument("--person", default="mira", choices=("mira", "kai"), help="whose body is filmed")
    parser.add_argument("--out", required=True, metavar="F.mp4", help="the film, or with --lips a .png or .jpg")
    parser.add_argument("--size", default="720x720", metavar="WxH", help="size of the picture")
    parser.add_argument("--fps", type=int, default=30, choices=(24, 25, 30, 60), help="pictures a second")
    parser.add_argument("--camera", choices=("face", "bust", "full"), default="bust", help="framing")
    parser.add_argument("--background", metavar="NAME", help="the scene behind her")
    parser.add_argument("--json", action="store_true", help="print what was measured as JSON")


def run(args: argparse.Namespace) -> int:
    """Film it; prints length, and how well the mouth follows the sound."""
    if sum(asked is not None for asked in (args.script, args.of, args.lips)) != 1:
        from mind.errors import EnvironmentFault

        raise EnvironmentFault("film needs a script, --of or --lips, and not both", "See: hearth film --help", kind="usage")
    if args.lips is not None:
        from desktop.film.lip_sheet import film_lips

        sheet = film_lips(args)
        print(f"{args.out}: {sheet['seconds']:.1f} s, {sheet['frames']} frames, {sheet['size'][0]}x{sheet['size'][1]}")
        return Exit.OK
    if args.of is not None:
        from desktop.film.moves import film_move

        made = film_move(args)
        print(f"{args.out}: {made['seconds']:.1f} s, {made['frames']} pictures")
        return Exit.OK
    from desktop.film.studio import film

    report: dict[str, Any] = film(args)
    if args.json:
        import json

        print(json.dumps(report, ensure_ascii=False))
    else:
        print(f"{args.out}: {report['seconds']:.1f} s, {report['frames']} pictures, {report['replies']} replies")
        print(f"mouth and sound: correlation {report['correlation']:.2f}, lag {report['lag_ms']:+.0f} ms")
    return Exit.OK
