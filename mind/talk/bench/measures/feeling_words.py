"""Words that give a feeling back without its own name."""

from __future__ import annotations

from typing import Final

from mind.languages import Lang


def _table(text: str) -> dict[str, frozenset[str]]:
    rows = (row.partition(":") for row in text.strip().splitlines())
    return {cls.strip(): frozenset(word.strip() for word in words.split(",")) for cls, _, words in rows}


FEELING_WORDS: Final[dict[Lang, dict[str, frozenset[str]]]] = {
    "en": _table("""
sad: heavy, grey, ache, aches, tears, low, sore, sorrow, blue
tired: worn, weary, rest, sleep, bed, heavy eyes, lie down, drained, exhausted
stressed: pressure, too much, pile, load, breath, at once, stretched, wound up
anxious: worry, worries, worried, nerves, nervous, dread, knot, afraid, restless
angry: cross, fury, furious, temper, unfair, fuming, mad, rage
lonely: alone, lonesome, company, quiet room, nobody
bored: dull, boredom, nothing on, flat, slow
sick: ill, unwell, poorly, bed, blanket, fever
hurt: stings, sting, wound, ache, sore, cut
guilty: guilt, conscience, blame, fault
ashamed: shame, embarrassed, embarrassing, hide
grieving: grief, mourn, mourning, miss, loss, gone
disappointed: let down, disappointment, hoped, wanted better
overwhelmed: too much, all at once, swamped, under it, drowning
confused: unclear, lost, tangle, muddle, puzzled
jealous: envy, jealousy, envious
scared: fear, afraid, frightened, fright
happy: glad, joy, delight, good mood, bright, smile
excited: looking forward, can't wait, fizz, thrill
proud: pride, well done, earned
grateful: thankful, gratitude, thanks
relieved: relief, weight off, breathe out, lighter
calm: quiet, peace, peaceful, still
hopeful: hope, hopes, light
loved: love, warmth, held, dear
okay: fine, all right, steady, even
"""),
    "zh": _table("""
sad: 难受, 难过, 伤心, 沉, 眼泪, 哭, 低落, 心里堵
tired: 累, 歇, 睡, 躺, 撑, 乏, 困, 倦
stressed: 压力, 压, 喘, 堆, 绷, 紧
anxious: 担心, 不安, 慌, 悬着, 紧张, 焦虑, 七上八下
angry: 气, 火, 恼, 不公平
lonely: 孤单, 一个人, 冷清, 寂寞, 没人
bored: 无聊, 没劲, 闷
sick: 病, 不舒服, 难受, 发烧
hurt: 疼, 伤, 扎, 刺
guilty: 内疚, 过意不去, 自责, 怪自己
ashamed: 丢脸, 尴尬, 难为情, 不好意思
grieving: 想念, 舍不得, 走了, 不在了
disappointed: 失望, 落空, 白等
overwhelmed: 太多, 一下子, 喘不过
confused: 糊涂, 乱, 想不通, 迷
jealous: 嫉妒, 羡慕, 酸
scared: 怕, 吓, 害怕
happy: 高兴, 开心, 乐, 笑
excited: 期待, 盼, 激动
proud: 骄傲, 了不起, 得意
grateful: 感激, 谢, 感谢
relieved: 松口气, 松了, 放下, 轻了
calm: 平静, 安静, 静
hopeful: 希望, 盼头, 亮
loved: 爱, 暖, 疼
okay: 还行, 还好, 过得去
"""),
    "ja": _table("""
sad: 悲し, つら, 涙, 泣, 沈
tired: 疲れ, 休, 眠, 横にな, くたくた
stressed: 詰ま, 重な, 追われ, 息
anxious: 不安, 心配, 落ち着か, そわそわ
angry: 腹, 怒, むか, 許せ
lonely: 寂し, さびし, ひとり, 一人
bored: 退屈, 暇
sick: 具合, 熱, 体調, お大事
hurt: 痛, 傷
guilty: 申し訳, 責め, 罪悪
ashamed: 恥ずか
grieving: 会いた, いなくな, 恋し
disappointed: がっかり, 残念
overwhelmed: いっぱい, 一度に
confused: 迷, 混乱, わから
jealous: うらやま, 嫉妬
scared: 怖, こわ
happy: 嬉し, うれし, 楽し, 笑
excited: 楽しみ, わくわく
proud: 誇, えら
grateful: ありがた, 感謝
relieved: ほっと, 安心
calm: 落ち着, 静か
hopeful: 希望, 楽しみ
loved: 愛, あたたか
okay: まあまあ, ぼちぼち
"""),
}
"""By language and class of feeling (the classes of `docs/talk-format.md`)."""
