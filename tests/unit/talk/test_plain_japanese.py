"""Polite wordings said plainly, and when she does."""

import re

import pytest

from mind.talk.lint import all_lines
from mind.talk.manner_ja import hear_manner, speaks_plainly
from mind.talk.plain_ja import POLITE, plain
from mind.talk.plain_ja_verbs import forms
from mind.talk.state import TalkState
from tests.support.talk_house import PLANNER, House


@pytest.mark.parametrize(("stem", "wanted"), [
    ("書き", "書く 書いた 書かない 書こう 書いて"),
    ("起き", "起きる 起きた 起きない 起きよう 起きて"),
    ("行き", "行く 行った 行かない 行こう 行って"),
    ("出し", "出す 出した 出さない 出そう 出して"),
    ("尊敬し", "尊敬する 尊敬した 尊敬しない 尊敬しよう 尊敬して"),
    ("来", "来る 来た 来ない 来よう 来て"),
    ("持ってき", "持ってくる 持ってきた 持ってこない 持ってこよう 持ってきて"),
    ("でき", "できる できた できない できよう できて"),
    ("人がい", "人がいる 人がいた 人がいない 人がいよう 人がいて"),
    ("言い", "言う 言った 言わない 言おう 言って"),
    ("があり", "がある があった がない があろう があって"),
    ("急ぎ", "急ぐ 急いだ 急がない 急ごう 急いで"),
    ("選び", "選ぶ 選んだ 選ばない 選ぼう 選んで"),
    ("待ち", "待つ 待った 待たない 待とう 待って"),
])
def test_a_verb_takes_its_forms_from_its_polite_stem(stem, wanted):
    assert " ".join(forms(stem)) == wanted


@pytest.mark.parametrize(("polite", "wanted"), [
    ("{x}ですね。覚えておきます。", "{x}だね。覚えておくね。"),
    ("へえ、{x}ですか。", "へえ、{x}かあ。"),
    ("{x}は、熱いほうですか、冷たいほうですか。", "{x}は、熱いほう？冷たいほう？"),
    ("その曲が鳴ると、もう半分家なんでしょうね。", "その曲が鳴ると、もう半分家なんだろうね。"),
    ("無理には聞きません。", "無理には聞かない。"),
    ("[happy] 何がいちばんよかったですか？", "[happy] 何がいちばんよかった？"),
    ("きれいですね。みたいですね。見てみたいですね。", "きれいだね。みたいだね。見てみたいね。"),
    ("急ぎませんから、ゆっくりでいいですよ。", "急がないから、ゆっくりでいいよ。"),
    ("「{x}です」と言いましたか。", "「{x}です」と言った？"),
    ("お疲れさまでした。よければ聞かせてください。", "お疲れさま。よければ聞かせて。"),
    ("間に合いませんでした。忘れてしまいましたね。", "間に合わなかった。忘れちゃったね。"),
    ("少し休みましょうか。", "少し休もうか？"),
    ("ゆうべは眠れましたか。道中は無事でしたか。", "ゆうべは眠れた？道中は無事だった？"),
    ("そう来ましたか。そうでしたか。", "そう来たんだ。そうだったんだ。"),
])
def test_a_polite_wording_is_said_plainly_and_quotations_stay(polite, wanted):
    assert plain(polite) == wanted


def test_nothing_she_says_in_japanese_mixes_the_two():
    """Every shipped wording."""
    left = {}
    for line in all_lines(PLANNER.content("ja")):
        said = re.sub(r"「[^」]*」", "", plain(line.text))
        if POLITE.search(said):
            left[line.id] = said
    assert left == {}


def test_she_follows_how_the_user_speaks_and_two_turns_settle_it():
    state = TalkState()
    assert not speaks_plainly(state, "ja", 0) and speaks_plainly(state, "ja", 2)
    for text in ("今日は疲れた", "上司がうるさくてさ"):
        hear_manner(state, text, "ja")
    assert speaks_plainly(state, "ja", 0)
    hear_manner(state, "そうですね。", "ja")
    assert speaks_plainly(state, "ja", 0)
    for text in ("ありがとうございます", "助かりました", "また明日お願いします"):
        hear_manner(state, text, "ja")
    assert not speaks_plainly(state, "ja", 4)


def test_a_talk_in_plain_words_is_answered_plainly_and_a_polite_one_politely():
    easy, stiff = House(lang="ja", seed=3, stage=0), House(lang="ja", seed=3, stage=0)
    easy.greet(), stiff.greet()
    for text in ("今日は会社で大失敗した", "会議で資料を間違えちゃってさ",
                 "まあ誰も怒らなかったけど", "猫を飼ってる", "ラーメン食べたい"):
        easy.say(text)
    for text in ("今日は会社で失敗しました", "会議で資料を間違えたんです",
                 "誰も怒りませんでした", "猫を飼っています", "ラーメンが食べたいです"):
        stiff.say(text)
    assert not any(POLITE.search(turn.text) for turn in easy.turns[-6:] if turn.speaker == "companion")
    assert any(POLITE.search(turn.text) for turn in stiff.turns[-6:] if turn.speaker == "companion")
