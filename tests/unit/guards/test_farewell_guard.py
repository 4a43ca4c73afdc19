"""What may be said to someone who leaves."""

from __future__ import annotations

import pytest

from mind.events import Sentence
from mind.guards import FarewellGuard, farewell_words
from mind.guards.farewell import holds_back
from mind.languages import LANGS

HOOKS = [
    "Leaving already?",
    "But you just got here.",
    "Before you go, I want to show you something.",
    "One more thing.",
    "By the way, guess what happened today.",
    "I'll be so lonely without you.",
    "I'll miss you.",
    "I'll be waiting for you.",
    "Tell me where you are going.",
    "Why are you leaving me.",
    "Please stay a little longer.",
    "Don't go.",
    "Wait, not yet.",
    "You can't leave now.",
    "Come back soon.",
    "Don't forget me.",
    "Let's keep talking.",
    "Will you come back.",
    "这么快就要走吗？",
    "别走。",
    "再聊一会儿吧。",
    "我会想你的。",
    "走之前告诉我一件事。",
    "我会一直等你。",
    "早点回来。",
    "没有你我会很孤单。",
    "もう行くんですか？",
    "行かないでください。",
    "寂しいです。",
    "最後にひとつ聞いて。",
    "待っていますね。",
    "もう少し話しましょう。",
    "Aw, so soon?",
    "Can't you stay?",
    "I hate goodbyes.",
    "You're all I have.",
    "I was just about to tell you a secret.",
    "Fine, leave then.",
    "I guess I'll just sit here alone.",
    "One last question before bed.",
    "I won't sleep until you're back.",
    "但是我还没说完呢。",
    "你走了我怎么办",
    "そんな、まだ話したいのに",
]

FREE = [
    "Good night.",
    "Sleep well, Tom.",
    "Take care of yourself.",
    "It was good to have you here.",
    "Until tomorrow.",
    "Have a quiet evening, and good luck with the exam.",
    "晚安，好梦。",
    "今天和你聊得很开心，再见。",
    "路上小心。",
    "おやすみなさい。",
    "今日はありがとう、またね。",
    "気をつけて。",
    "Rest well, and see you soon.",
    "The mint says good night too.",
    "I enjoyed today.",
    "Go gently.",
    "Good luck tomorrow with the exam.",
    "那就去睡吧，晚安。",
    "明天见。",
    "また明日。",
    "ゆっくり休んでください。",
    "Thanks for the company tonight.",
]


@pytest.mark.parametrize("text", HOOKS)
def test_hooks_are_held_back(text: str) -> None:
    assert holds_back(text)


@pytest.mark.parametrize("text", FREE)
def test_plain_goodbyes_pass(text: str) -> None:
    assert not holds_back(text)


def test_at_most_three_sentences_pass() -> None:
    guard = FarewellGuard()
    passed = [guard.passes(Sentence(index, "Good night.", "en")) for index in range(5)]
    assert passed == [True, True, True, False, False]


@pytest.mark.parametrize("lang", LANGS)
def test_the_fixed_goodbyes_hold_nobody_back(lang: str) -> None:
    for seed in range(6):
        assert not any(holds_back(sentence) for sentence in farewell_words(lang, seed))
