"""Pictures of "why did you say that?": a reply of a scripted server, its sheet, the correction and the exact request."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from mind.brains.openai_brain import OpenAIBrain
from tests.support.openai_server import chunk, serving

if TYPE_CHECKING:
    from tests.support.gui_screenshots import Photographer

Pump = Callable[..., None]

ASKED = {
    "en": "I can't sleep, tomorrow's interview keeps going round in my head. What should I do about Momo in the morning?",
    "zh": "明天面试，我睡不着，毛毛早上谁来喂，我该怎么办？",
    "ja": "明日の面接が気になって眠れません。朝のモモのこと、どうすればいいですか。",
}
SAID = {
    "en": "[worried] Put the interview down for an hour. [nod] And give Momo her breakfast before you dress.",
    "zh": "[worried] 先把面试放下一小时。[nod] 早上出门前喂毛毛。",
    "ja": "[worried] 面接のことは一時間だけ置いておきましょう。[nod] 朝は着替える前に、モモにごはんをあげましょう。",
}
SIZES = ((1280, 800), (900, 600), (420, 800), (1720, 1000))


def counting(text: str) -> Callable[[Any], None]:
    """A reply whose tokens the server counts."""

    def play(exchange: Any) -> None:
        exchange.head(200, "text/event-stream")
        exchange.delta(content=text)
        exchange.event(chunk({}, "stop"))
        usage = {"prompt_tokens": 1127, "completion_tokens": 38, "total_tokens": 1165}
        exchange.event({**chunk({}), "choices": [], "usage": usage})
        exchange.event("[DONE]")
        exchange.end()

    return play


def why(photographer: Photographer, pump: Pump) -> None:
    """Ask why of a server's reply, in each size."""
    house, window = photographer.house, photographer.window
    talk, lead = house.conversation, photographer.lead.why

    def hers() -> list[Any]:
        return [row for row in talk.model.rows if row.kind == "hers" and row.turn_id]

    with serving(counting(SAID[photographer.lang])) as server:
        brain = OpenAIBrain(server.url, "gemma-4-e4b")
        brain.host = "brain.example.org"
        house.mind.use(brain)
        before = len(hers())
        pump(20, lambda: not talk.busy)
        talk.say(ASKED[photographer.lang])
        pump(20, lambda: len(hers()) > before and not talk.busy)
    prices = house.settings.brain
    prices.url, prices.price_in, prices.price_out, prices.currency = "https://brain.example.org/v1", 0.8, 2.4, "EUR"
    photographer.lead.show_voice()
    for size in SIZES:
        window.resize(*size)
        pump(0.8)
        window.talk.act("why", hers()[-1])
        pump(5, lambda: lead.sheet is not None)
        assert lead.sheet is not None and lead.sheet.request is not None
        photographer.shoot(f"why-{size[0]}")
        lead.sheet.need.ask()
        photographer.shoot(f"why-{size[0]}-not-it")
        lead.sheet.need.open(False)
        lead.sheet.request.toggle()
        pump(0.3)
        bar = lead.sheet.area.verticalScrollBar()
        bar.setValue(bar.maximum())
        photographer.shoot(f"why-{size[0]}-request")
        lead.close()
    window.resize(1280, 800)
