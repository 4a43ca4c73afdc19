"""``hearth bench mouth``: her mouth as a film of thirty frames a second shows it: closures, lead, opening, calm."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, Final

from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from voice.visemes.measure import Face

RATES: Final = (0.8, 1.0, 1.3)
SENTENCES: Final[dict[str, tuple[str, ...]]] = {
    "en": (
        "Maybe we could plan a small walk by the river, if the weather is better than today.",
        "My mother makes marmalade in big copper pots.",
        "Honestly, my favourite part was the moment when everybody stopped talking.",
        "You remember the boy who brought home five baby bumblebees?",
        "No, I have not forgotten your brother's birthday.",
        "Keep the lamp, but open the window before you go to bed.",
    ),
    "zh": (
        "妈妈给朋友买了苹果和面包。",
        "今天天气真不错，我们去公园散步，好不好？",
        "你昨天说的那件事，后来怎么样了？",
        "别担心，慢慢来，明天会更好的。",
        "我最喜欢在下雨天看书，喝一杯热茶。",
        "不，我没有忘记你的生日。",
    ),
    "ja": (
        "さんぽのまえにパンをもっとたべました。",
        "きょうはとてもいい天気ですね、どこかへ行きましたか？",
        "ぼくのぶんまで、いっぱい食べてください。",
        "ゆっくり休んで、また明日話しましょう。",
        "お母さんのピアノの音が、まだ耳に残っています。",
        "いいえ、忘れていませんよ。",
    ),
}


def configure(door: argparse.ArgumentParser) -> None:
    """The arguments of this subject."""
    door.add_argument("--json", action="store_true", help="one JSON object")
    door.set_defaults(subject=run)


def run(args: argparse.Namespace) -> int:
    """Speak, film without a picture, print the table; not OK where a figure is out of its range."""
    from voice.delivery import delivery
    from voice.visemes.measure import measure, said, within

    rows, good = [], True
    for lang, sentences in SENTENCES.items():
        for rate in RATES:
            print(f"{lang} at {rate:g}", file=sys.stderr, flush=True)
            figures = measure([said(text, delivery(lang, rate=rate)) for text in sentences], her_face)
            good &= within(figures)
            rows.append((lang, rate, figures))
    if args.json:
        print(json.dumps([
            {"lang": lang, "rate": rate, "closures_seen": round(f.seen, 1), "closures": f.asked, "lead_ms": round(f.lead, 1),
             "opens_ms": round(f.opens, 1), "targets": f.targets} for lang, rate, f in rows
        ]))  # fmt: skip
    else:
        print("language  rate   p b m seen shut       lead   opens early   shapes a second")
        print("                  (97 % or more)  (0-60 ms)  (120-180 ms)       (at most 8)")
        for lang, rate, f in rows:
            print(f"{lang:8}{rate:6g}{f.seen:8.1f} % of {f.asked:4}{f.lead:8.0f} ms{f.opens:10.0f} ms{f.targets:17}")
    return Exit.OK if good else Exit.BUG


def her_face() -> Face:
    """A face whose mouth is an avatar's."""
    from avatars.life.lips import Lips

    lips = Lips()

    def shows(weights: dict[str, float], closed: float, dt: float) -> tuple[float, float]:
        lips.say(weights, closed)
        lips.update(dt, 0.0)
        return lips.opening, lips.gate

    return shows
