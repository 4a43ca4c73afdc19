"""How the two speak Japanese: she begins politely and speaks plainly where the user does, or once they are close."""

from __future__ import annotations

import re
from typing import Final

from mind.languages import Lang
from mind.talk.state import TalkState

_POLITE: Final = re.compile(
    r"(?:です|ます|ました|ません|でした|でしょう|ましょう|ください|下さい|ございます)"
    r"(?:[かねよわ]|けど|が|から|ので|[、。…！!？?〜～ー\s])*$"
)
_SMALL: Final = re.compile(
    r".|[うえあおふはへ][んあえおふはーぇ、 ]*|そう(?:か|だね)?|そっか|それで|まあ|たぶん|べつに|いいよ|続けて|なるほどね?"
    r"|ふふ[^。]{0,4}|はい"
)
"""Small words that everybody says in either manner."""
CLOSE: Final = 2
"""The stage of the bond from which she speaks plainly to somebody who has not yet shown how they speak."""
SURE: Final = 2
MOST: Final = 4


def hear_manner(state: TalkState, text: str, lang: Lang) -> None:
    """Note how the user spoke in this turn; two turns more of one manner than of the other settle it."""
    if lang != "ja":
        return
    said = [one.strip(" 、…") for one in re.split(r"[。！!？?\n]", text)]
    clauses = [one for one in said if re.search(r"[ぁ-ん]", one) and not _SMALL.fullmatch(one)]
    if not clauses:
        return
    polite = any(_POLITE.search(one.strip()) for one in clauses)
    state.manner = max(-MOST, min(MOST, state.manner + (-1 if polite else 1)))
    if state.manner >= SURE:
        state.plain = True
    elif state.manner <= -SURE:
        state.plain = False


def speaks_plainly(state: TalkState, lang: Lang, stage: int) -> bool:
    """Whether she says this reply in plain form."""
    if lang != "ja":
        return False
    return state.plain if state.plain is not None else stage >= CLOSE
