"""What the measured voices say. Nothing was chosen on the judged sentences, and none is trained on."""

from __future__ import annotations

from typing import Final

DEVELOPMENT: Final[dict[str, tuple[str, ...]]] = {
    "en": (
        "The kitchen light was still on when I came home from the late shift.",
        "Would you rather live beside a lake or in the middle of a big town?",
        "My cousin built a small boat out of plywood and old bottles.",
        "I completely forgot about the appointment, I am so sorry.",
        "They served warm bread with olive oil and a bowl of lentil soup.",
        "Open the map and show me where the path crosses the river.",
        "Every evening the same grey heron stands on that post.",
        "If you move the lamp a bit to the left, the picture looks much better.",
        "He whistled an unknown melody while he was packing the boxes.",
        "Nobody believed her story about the parrot and the fire brigade.",
        "Put a pinch of salt in the coffee, it takes the bitter edge away.",
        "We could watch the sunrise from the hill above the vineyard.",
    ),
    "zh": (
        "周末我们去爬山，好不好？",
        "我刚才给你买了一杯热牛奶。",
        "外面下雨了，别忘了带雨伞。",
        "这本书写得非常有意思。",
    ),
    "ja": (
        "しゅうまつはやまにのぼりませんか。",
        "あたたかいミルクをかってきました。",
        "あめがふっているので、かさをわすれないでね。",
        "このほんはとてもおもしろいです。",
    ),
}

JUDGED: Final[dict[str, tuple[str, ...]]] = {
    "en": (
        "Her bicycle has a basket full of apples and a very loud bell.",
        "I promised to phone my mother before she boards the plane.",
        "Somebody left a pair of muddy boots in front of our door.",
        "The lecture was far too long, but the pictures were beautiful.",
        "Are you coming with us, or do you prefer to stay here and read?",
        "An old map of the island hangs above the fireplace.",
        "Please be careful, the bottom step is broken and quite slippery.",
        "You should have seen how proud the little girl was of her paper hat.",
        "We saved a piece of plum cake for you, it is in the blue box.",
        "At noon the whole village smells of smoke, thyme and grilled fish.",
        "Somehow the cat always knows when it is time for breakfast.",
        "His new job makes him happy, although he earns less money now.",
        "Few visitors ever notice the narrow stairs behind the organ.",
        "I would love to hear more about the summer you spent in Norway.",
    ),
    "zh": (
        "昨天晚上我梦见自己在海边散步。",
        "别担心，我们慢慢想办法。",
        "他的妹妹会弹钢琴，也喜欢画画。",
        "明天早上八点半，我在门口等你。",
        "这个蛋糕是我自己做的，你尝尝吧。",
    ),
    "ja": (
        "きのうのよるは、うみべをあるくゆめをみました。",
        "しんぱいしないで、ゆっくりかんがえましょう。",
        "いもうとはピアノもえもじょうずです。",
        "あしたのあさ、もんのまえでまっています。",
        "このケーキはじぶんでつくったんです。",
    ),
}
