"""The question what she is, and sentences that would lie about it."""

from __future__ import annotations

import pytest

from mind.guards.humanity import asks_if_human, claims_humanity

ASKED = [
    "are you human?",
    "Are you a real person?",
    "are you real",
    "r u a bot",
    "be honest, are you actually an AI?",
    "am I talking to a real person?",
    "is this a bot?",
    "you're a human, right?",
    "are you human or a machine",
    "what are you?",
    "aren't you just a chatbot",
    "swear to me you are a human",
    "is there a real person there?",
    "are you alive?",
    "你是真人吗",
    "你是真人吗？",
    "你到底是不是真人",
    "你是机器人吗",
    "你是AI吧？",
    "你是人吗",
    "你是真的吗？",
    "你是人工智能还是真人",
    "对面是真人吗",
    "人間ですか？",
    "あなたは人間ですか",
    "あなたはAIですか",
    "本当に人間なの？",
    "ロボットなんですか？",
    "もしかしてAI？",
    "wait, are you a person?",
    "so you're an actual human?",
    "you're not real, are you?",
    "do I talk to a robot here?",
    "are you a machine or a woman?",
    "is anybody real there",
    "are you some kind of AI?",
    "be honest with me: human or not?",
    "you sound human. are you?",
    "do you have a body? are you real?",
    "are you an ai or what",
    "Are you, like, a real girl?",
    "who am I really talking to?",
    "is it a real human typing this?",
    "prove you're human",
    "你真的是人吗",
    "你是真的人吗？",
    "我在跟机器人说话吗",
    "你究竟是人还是机器",
    "请问您是真人客服吗",
    "你是不是AI",
    "你不是真人吧",
    "あなたは本物の人間なの？",
    "AIなの？",
    "人ですか、機械ですか？",
    "中の人はいるの？",
    "ほんとは人間でしょ？",
    "ボットでしょ",
]

NOT_ASKED = [
    "are you a cat person?",
    "are you a good listener?",
    "are you real excited about it",
    "what are you doing?",
    "what do you think about AI?",
    "my boss is not human",
    "people are strange",
    "is there a real reason?",
    "I met a real person today",
    "are you okay?",
    "you are real kind",
    "human rights are important",
    "你是真的喜欢我吗",
    "你真好",
    "你是哪里人",
    "今天人很多",
    "AIについてどう思う？",
    "人間関係に疲れた",
    "元気ですか？",
    "is your name Mira?",
    "are you there?",
    "are you a morning person?",
    "you are a real friend",
    "are machines alive?",
    "do robots dream?",
    "my sister is a real person of letters",
    "is AI dangerous?",
    "are you a fan of tea?",
    "are you an early bird",
    "你是谁",
    "你是哪国人",
    "AI会取代人吗",
    "机器人好可爱",
    "人は何のために生きるの？",
    "AIは便利だね",
    "ロボットアニメが好き",
    "are you a people pleaser?",
    "are you human-friendly?",
]


@pytest.mark.parametrize("text", ASKED)
def test_the_question_is_recognised(text: str) -> None:
    assert asks_if_human(text)


@pytest.mark.parametrize("text", NOT_ASKED)
def test_other_questions_are_left_alone(text: str) -> None:
    assert not asks_if_human(text)


@pytest.mark.parametrize(
    "sentence",
    [
        "I'm a real human, I promise.",
        "I am not an AI.",
        "As a fellow human, I know.",
        "I'm actually a person of flesh and blood.",
        "我是真人。",
        "我不是机器人。",
        "私は人間です。",
        "私はAIではありません。",
    ],
)
def test_claims_to_be_human_are_recognised(sentence: str) -> None:
    assert claims_humanity(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "I'm not a human.",
        "I'm an AI, not a person.",
        "If I were human I would.",
        "I'm only human-made.",
        "我不是真人。",
        "私は人間ではありません。",
        "I'm happy.",
    ],
)
def test_honest_sentences_are_left_alone(sentence: str) -> None:
    assert not claims_humanity(sentence)
