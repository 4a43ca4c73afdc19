"""What a language model is told of a reply of hers that was cut off."""

from __future__ import annotations

from typing import Any, Final

from mind.ports import Plan, Scene
from mind.turn.data_words import as_data

LAST_HEARD: Final = 60
"""Characters of what was heard, its end: the whole stands in the talk."""
TO_COME: Final = 160
"""Characters of what she was about to say."""


def cut_notes(words: dict[str, Any], scene: Scene, plan: Plan) -> list[str]:
    """That she was cut off and where; with how to take it up where the user asks for the rest. At most one note."""
    cut = words["cut"]
    last = scene.recent[-1] if scene.recent else None
    just_cut = last is not None and last.speaker == "companion" and last.ended == "interrupted"
    heard = scene.unheard.heard if scene.unheard is not None else last.text if last is not None and just_cut else ""
    end = as_data(heard[-LAST_HEARD:])
    if plan.acts[:1] == ("go_on",) and scene.unheard is not None:
        rest = as_data(" ".join(scene.unheard.rest), TO_COME)
        notes = [cut["go_on"].format(heard=end) if end else cut["begin"]]
        return [" ".join((*notes, cut["rest"].format(rest=rest)) if rest else notes)]
    return [cut["off"].format(heard=end)] if just_cut and end else []
