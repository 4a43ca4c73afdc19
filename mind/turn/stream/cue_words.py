"""The words models use for a cue, in three languages, and which cue each one means."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from mind.events import Cue

EXPRESSIONS: Final[dict[str, str]] = {
    "happy": "happy joy joyful cheerful smile smiling grin beam wink glad delighted excited playful amused warm "
    "開心 开心 高兴 高興 微笑 一笑 轻笑 輕笑 笑了 笑着 笑眯眯 眨眼 愉快 嬉しい 笑顔 微笑む にっこり ニコニコ 😊 🙂 😀 😄 😁 😉",
    "sad": "sad sadness sorrow sorrowful unhappy tearful cry crying sob "
    "难过 難過 伤心 悲伤 哭 悲しい 泣く しょんぼり 😢 😭 ☹",
    "angry": "angry anger annoyed mad pout pouting irritated cross 生气 生氣 愤怒 怒 怒る 怒り むっと 😠 😡",
    "relaxed": "relaxed calm content peaceful gentle gently soft softly serene tender "
    "放松 放鬆 平静 温柔 安心 穏やか リラックス 😌",
    "surprised": "surprised surprise shocked astonished amazed gasp startled wow "
    "惊讶 驚訝 吃惊 惊喜 驚き 驚く びっくり 😮 😲",
    "neutral": "neutral plain serious blank 平常 中性 普通 真剣",
    "shy": "shy blush blushing embarrassed bashful flustered 害羞 脸红 臉紅 不好意思 照れる 照れ 恥ずかしい 😳",
    "worried": "worried worry concerned concern anxious nervous sigh frown sympathetic "
    "担心 擔心 忧虑 叹气 皱眉 心配 不安 ため息 😟",
    "thinking": "thinking thoughtful curious pensive confused wondering interested "
    "好奇 疑惑 若有所思 思考中 考え中 🤔",
}

GESTURES: Final[dict[str, str]] = {
    "nod": "nod nodding 点头 點頭 うなずく 頷く うなずき",
    "shake": "shake 摇头 搖頭 首を振る",
    "wave": "wave waving 挥手 揮手 招手 手を振る 👋",
    "think": "think ponder pondering tilt 思考 想 想一想 歪头 歪頭 考える 首をかしげる",
    "laugh": "laugh laughing giggle chuckle haha lol 大笑 哈哈 笑 笑う くすくす 笑い 😂 🤣",
    "shrug": "shrug 耸肩 聳肩 肩をすくめる 🤷",
    "heart": "heart love hand-heart 比心 ハート ❤ ❤️",
    "hug": "hug embrace 拥抱 擁抱 抱抱 抱住 ハグ 抱きしめる 🤗",
    "proud": "proud proudly pose posing 骄傲 驕傲 得意 胸を張る 胸をはる",
    "dance": "dance dancing twirl 跳舞 起舞 踊る 踊り ダンス 💃",
    "sit": "sit sitting 坐下 座る 腰かける",
    "stand": "stand standing 站起 站起来 立つ 立ち上がる",
    "point": "point pointing 指 指着 指さす",
    "stretch": "stretch stretching yawn 伸懒腰 伸懶腰 哈欠 伸びをする あくび",
}

LABEL: Final = re.compile(r"^(emotion|expression|gesture|mood|cue|action|face|表情|动作|感情|動作)\s*[:=：]\s*")
SEPARATORS: Final = re.compile(r"[,;/|+&，、；]|\band\b|\s+")
CJK: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
MOST_WORDS: Final = 6


def _table() -> dict[str, Cue]:
    table: dict[str, Cue] = {}
    for name, words in EXPRESSIONS.items():
        table.update((word, Cue("expression", name)) for word in words.split())
    for name, words in GESTURES.items():
        table.update((word, Cue("gesture", name)) for word in words.split())
    return table


WORDS: Final = _table()
CJK_WORDS: Final = tuple(sorted((word for word in WORDS if CJK.search(word)), key=len, reverse=True))


def cues_in(content: str) -> tuple[Cue, ...]:
    """The cues that a stage direction means ("smiles softly", "happy, wave", "轻轻点头"); empty if it means none.

    At most one expression and one gesture, in the order they are named.
    """
    text = LABEL.sub("", unicodedata.normalize("NFKC", content).strip().casefold())
    found: list[Cue] = []
    words = [word for word in SEPARATORS.split(text) if word]
    if len(words) <= MOST_WORDS:
        for word in words:
            cue = _known(word.strip(".!~…*\"'"))
            if cue is not None and all(cue.kind != other.kind for other in found):
                found.append(cue)
    return tuple(found)


def _known(word: str) -> Cue | None:
    """The cue of one word, whatever its ending; Chinese and Japanese are searched for the longest word inside."""
    if CJK.search(word):
        if word in WORDS:
            return WORDS[word]
        return next((WORDS[known] for known in CJK_WORDS if len(known) > 1 and known in word), None)
    for stem in _stems(word):
        if stem in WORDS:
            return WORDS[stem]
    return None


def _stems(word: str) -> tuple[str, ...]:
    """The word and what it may be a form of."""
    stems = [word]
    for ending in ("s", "es", "ing", "ed", "d"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            stems += [stem, stem + "e"]
            if len(stem) > 2 and stem[-1] == stem[-2]:
                stems.append(stem[:-1])
    return tuple(stems)
