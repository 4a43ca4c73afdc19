"""What is said, once, where the encoder is away: in the language of the talk, with what to do about it."""

from __future__ import annotations

from typing import Final

from mind.errors import EncoderFault
from mind.languages import Lang

WORDS_ALONE: Final[dict[Lang, str]] = {
    "en": "Meanwhile she finds what was said by its words alone.",
    "zh": "在那之前，她只能按字面去找说过的话。",
    "ja": "それまでは、話したことを言葉そのものだけで探します。",
}
WHAT: Final[dict[str, dict[Lang, tuple[str, str]]]] = {
    "encoder-server": {
        "en": ("The server gives no vectors for her memory.", "Check it, or let her remember with something else (settings)."),
        "zh": ("服务器没有给出她记忆用的向量。", "请检查服务器，或在设置里换一种记忆方式。"),
        "ja": ("サーバーから記憶用のベクトルが届きません。", "サーバーを確かめるか、設定で覚え方を変えてください。"),
    },
    "encoder-model": {
        "en": ("No model is named that the server makes vectors with.", "Name one under “What she remembers with” (settings)."),
        "zh": ("还没有指定服务器用来做向量的模型。", "请在设置的“她用什么记忆”里填上模型名。"),
        "ja": ("サーバーでベクトルを作るモデルが指定されていません。", "設定の「何で覚えるか」でモデル名を入れてください。"),
    },
    "encoder-packages": {
        "en": ("The packages that run her memory model are missing.", "Install them under “What she remembers with” (settings)."),
        "zh": ("缺少运行记忆模型所需的软件包。", "请在设置的“她用什么记忆”里安装。"),
        "ja": ("記憶モデルを動かすパッケージがありません。", "設定の「何で覚えるか」から入れてください。"),
    },
    "encoder": {
        "en": ("The model she remembers with cannot be used.", "Get it again, or choose another in the settings."),
        "zh": ("她用来记忆的模型无法使用。", "请重新下载，或在设置里换一个。"),
        "ja": ("記憶に使うモデルが使えません。", "もう一度ダウンロードするか、設定で別のものを選んでください。"),
    },
}  # fmt: skip


def told(fault: EncoderFault, lang: Lang) -> tuple[str, str]:
    """The message and the next step."""
    message, remedy = WHAT.get(fault.kind, WHAT["encoder"])[lang]
    gap = " " if lang == "en" else ""
    return message + gap + WORDS_ALONE[lang], remedy
