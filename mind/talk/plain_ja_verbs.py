"""Forms of a Japanese verb from its polite stem ("書き" of "書きます"): plain, past, negative, volitional, conjunctive.

A stem does not tell its class by itself ("起き" is 起きる, "書き" is 書く). Stems that end in the e row, and a short list of
others, take る; the rest go by their row. The list covers what she says; `mind.talk.lint` finds a wording that needs more.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_E_ROW: Final = "えけげせぜてでねへべぺめれ"
_ROWS: Final = {
    "い": ("う", "っ", "た", "わ", "お"), "き": ("く", "い", "た", "か", "こ"), "ぎ": ("ぐ", "い", "だ", "が", "ご"),
    "し": ("す", "し", "た", "さ", "そ"), "ち": ("つ", "っ", "た", "た", "と"), "に": ("ぬ", "ん", "だ", "な", "の"),
    "び": ("ぶ", "ん", "だ", "ば", "ぼ"), "み": ("む", "ん", "だ", "ま", "も"), "り": ("る", "っ", "た", "ら", "ろ"),
}
"""Last kana of the stem -> its end in the plain form, sound before た, た or だ, end before ない, end before う."""
_ONE_KANJI: Final = "見観出着似寝居煮得経"
_RU: Final = re.compile(
    r"(?:起き|飽き|生き|尽き|でき|出来|過ぎ|すぎ|降り|借り|足り|懲り|落ち|満ち|朽ち|[感信閉応演命禁]じ|伸び|のび|浴び|帯び|[てで]み|染み|試み"
    r"|用い|率い|老い)$"
)
_IS_THERE: Final = re.compile(r"(?:^|[てではがもにとのこぐずまん人誰羽匹、])い$")
"""い that is いる: 見ています, 人がいます. 言います and もらいます end otherwise."""
_GODAN_I: Final = re.compile(r"(?:しま|もら|かま|そろ|ちが|むか|ねが)い$")
_SU: Final = re.compile(
    r"(?:[出消直返話探残外戻足隠指押回許示試貸倒流刺差渡写移離壊崩乱隔促放]|[^ぁ-ん](?:と|ろ|か|ば|ら|ご|や|こ|ま|わ|ぼ)|こぼ|ほぐ|さが|なお|のこ|かえ|起こ)し$"
)
"""し that is a verb in す: 出します, 落とします. Others are する: 尊敬します."""


class Forms(NamedTuple):
    """Of 書く: 書く, 書いた, 書かない, 書こう, 書いて."""

    plain: str
    past: str
    negative: str
    volitional: str
    te: str


def forms(stem: str) -> Forms:
    """The forms of the verb whose polite stem ends `stem`; what stands before the verb is kept."""
    if stem.endswith("来"):
        return Forms(stem + "る", stem + "た", stem + "ない", stem + "よう", stem + "て")
    if re.search(r"(?:て|[んい]で|[^ぁ-ん」}]と|[」}]と|^と)き$", stem):
        head = stem[:-1]
        return Forms(head + "くる", head + "きた", head + "こない", head + "こよう", head + "きて")
    if takes_ru(stem):
        return Forms(stem + "る", stem + "た", stem + "ない", stem + "よう", stem + "て")
    if stem.endswith("し") and not _SU.search(stem):
        head = stem[:-1]
        return Forms(head + "する", head + "した", head + "しない", head + "しよう", head + "して")
    head, last = stem[:-1], stem[-1]
    plain, sound, past, negative, volitional = _ROWS[last]
    if re.search(r"(?:行|い|行って|ていっ)き$|(?:^|[てでへにと])いき$", stem):
        sound = "っ"
    no = head + negative + "ない"
    if stem.endswith("あり"):
        no = stem[:-2] + "ない"
    te = sound + ("で" if past == "だ" else "て")
    return Forms(head + plain, head + sound + past, no, head + volitional + "う", head + te)


def has_forms(stem: str) -> bool:
    """Whether it can be the stem of a verb at all."""
    return bool(stem) and (stem[-1] in _ROWS or stem[-1] in "来" or takes_ru(stem))


def takes_ru(stem: str) -> bool:
    """Whether its plain form is the stem and る."""
    if stem[-1] in _E_ROW or stem[-1] in _ONE_KANJI or _RU.search(stem):
        return True
    return bool(_IS_THERE.search(stem)) and not _GODAN_I.search(stem)
