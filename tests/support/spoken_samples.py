"""What is written and what is said, as a page: ``python -m tests.support.spoken_samples > docs/voice/spoken.md``."""

from __future__ import annotations

from tests.support.voice_model import heard_in
from voice.delivery import delivery
from voice.espeak.synthesiser import EspeakSynthesiser
from voice.reading.spoken_text import spoken_runs

SAMPLES: dict[str, tuple[str, ...]] = {
    "en": (
        "I have 2 cats, 12 books and 1,250 photos.",
        "It is -5 °C outside, 98.6 °F in here, and 3.14 is not pi.",
        "She came 1st, he came 22nd of 100.",
        "Add 1/2 cup of milk, 2 1/2 cups of flour, and 3/4 of the rest.",
        "Back in 1998, the 1990s were not the '90s yet; 2005 came, then 2026.",
        "The date is 2026-11-23, or 11/23/2026, or 23.11., or Nov. 23rd.",
        "Meet me on Sat, May 5 at 18:30, 6:05 pm, 7:00 or 0:15.",
        "That took 2h 30min, then 90 s, and 1:02:03 in all.",
        "Coffee is $3.50, tea £1, cake €1,200, rent $3M, and the tip $0.99.",
        "I ran 5 km at 12 km/h, drank 0.5 l, and weigh 60 kg; 3-5 kg less is fine.",
        "The disk holds 512 GB, the room has 20 m², the price fell by 15%.",
        "Dr. Lee lives at 12 Main St. near St. Mary's, e.g. next to Mr. Ito, etc.",
        "NASA and the FBI use AI, CDs and R&D; STOP SHOUTING, OK?",
        "Louis XIV, World War II, Chapter IV, and I.",
        "2 + 2 = 4, 3 x 4 = 12, 10 / 2 = 5, 7 - 3 = 4 and 5 > 3.",
        "Call +1 555-123-4567, room 0042, or read version v2.3.1 of No. 5.",
        "Look at https://example.org/a?b=c, or write to mira@example.org about notes.txt.",
        "*smiles softly* That is *really* good. *waves*",
        "Sooo happy 😊🎉 :) (^_^) <3 — what... really?!?!",
        "# A title\n\n- [x] **milk**\n- `eggs`\n\n| a | b |\n|---|---|\n| 1 | 2 |",
        "He said: run `pip install it` and ```\nprint('no')\n``` that is all.",
        '<speak><break time="1s"/>Hello</speak> [[h@\'loU]] &amp; <b>good</b> night.',
        "He/she and/or they, w/o sugar, #GoodMorning @mira C++ A+.",
    ),
    "zh": (
        "我有2只猫、12本书、200块和2000张照片，第2天又来了2个人。",
        "今天-5℃，涨了50%，大约3.14，是原来的1/2。",
        "他出生于1998年5月4日，今年2026年，90年代我还小。",
        "2026-11-23下午2点见，或者18:30、3:05。",
        "咖啡$3.50，车费¥12，房租3万元，一共1.5亿。",
        "跑了5km，时速60km/h，体重60kg，房间20m²，硬盘512GB。",
        "打13812345678，或者010-12345678，报警打110，我住305房间。",
        "3-5个人，20~25℃，比分3:2，1+1=2，7-3=4，3×4=12。",
        "我用iPhone听歌，买了T恤和CD，去唱K歌，OK吗？",
        "*微笑* 真的吗？？？太好啦～～😊（笑）",
        "看看 https://example.org/a ，或者写信到mira@example.org。",
        "我在银行排了一行，觉得该睡觉了；长大了头发也长。",
        "你还得还书，一个人不去，看一看，花儿和熊猫。",
    ),
    "ja": (
        "1人で3本、2人で6本、8個と10個、猫が3匹。",
        "今日は2026年11月23日、4月1日、20日、24日です。",
        "7時、9時半、18:30、10分、3分、24時間。",
        "$3.50、¥500、3万円、1億2000万円、1,200円です。",
        "50%、-5℃、60km/h、1.5kg、3〜5個、3/4、2+2=4。",
        "090-1234-5678に電話して。110番ではありません。",
        "私は明日、家で一日中本を読む。何か食べる？何ですか。",
        "AIとWi-FiとTシャツ、YouTubeを見る。OK？",
        "*微笑む* すごーーーい！！ えーっと…そっか〜😊(´▽｀)",
        "https://example.org を見てね。**大事**なこと。",
        "時々、人々は海へ行きます。佐々木さんはいませんか。",
    ),
    "mixed": (
        "en: She said \"我有3个苹果\" and I said はい.",
        "zh: 他说“I have 3 cats.”然后走了。",
        "ja: 「I have 3 cats, two dogs.」と言った。",
        "zh: 日语里「ありがとう」是谢谢的意思。",
        "ja: 你好！と彼は言った。",
        "en: Привет, мне 5 лет. 안녕하세요! Καλημέρα.",
        "zh: Windows 11很好用，Dr. Smith也说3次。",
    ),
}  # fmt: skip

HEARD = (
    "Set a timer for 5 min.",
    "1, 2, 3, 4, 5, 6, 7, 8, 9, 10",
    "Remind me to drink water in **10 minutes** 😊",
    "*smiles softly* Hello, how are you? (^_^)",
    "[Show me the map](https://example.org/map?x=1)!",
    "<b>Open</b> the window... please",
    "DO YOU LIKE CATS OR DOGS?",
    "# Good morning\n- my friend",
    "Turn the volume up. ```\nx = 1\n```",
    "`play some music` for me",
)
"""What the tests' own speech model hears of: it knows 150 words."""

TITLES = {"en": "English", "zh": "Chinese", "ja": "Japanese", "mixed": "Several languages"}
HEAD = """# What is said aloud

Made by `python -m tests.support.spoken_samples > docs/voice/spoken.md`; a test holds it true. On the left what stands in the
caption, on the right what a voice is given: figures in words, and none of the markup. Chinese and Japanese show below it what
espeak-ng reads: pinyin and katakana. `[en]` begins a run in another language.
"""


def cell(text: str) -> str:
    """A text within a table."""
    return (
        text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("|", "\\|")
        .replace("*", "\\*")
        .replace("`", "\\`")
        .replace("[", "\\[")
        .replace("\n", "↵")
    )


def said(text: str, lang: str) -> str:
    """What the voices are given."""
    found = []
    for run in spoken_runs(text, lang):
        mark = f"`[{run.lang}]` " if run.lang != lang else ""
        read = f"<br>_{run.text}_" if run.text != run.written.text else ""
        found.append(f"{mark}{run.written.text}{read}")
    return "<br>".join(found) or "(nothing)"


def page() -> str:
    """The whole page."""
    parts = [HEAD]
    for group, texts in SAMPLES.items():
        parts.append(f"\n## {TITLES[group]}\n\n| written | said |\n|---|---|\n")
        for sample in texts:
            lang, text = (sample[:2], sample[4:]) if group == "mixed" else (group, sample)
            parts.append(f"| {cell(text)} | {said(text, lang)} |\n")
    parts.append("\n## Heard again\n\nSpoken by espeak-ng and heard by the tests' own speech model, which knows 150 words.\n")
    parts.append("\n| written | heard |\n|---|---|\n")
    parts += [f"| {cell(text)} | {heard(text)} |\n" for text in HEARD]
    return "".join(parts)


def heard(text: str) -> str:
    """What a listener makes of it."""
    spoken = EspeakSynthesiser().speak(text, delivery("en"))
    return heard_in(spoken.pcm, spoken.rate)


if __name__ == "__main__":
    print(page(), end="")
