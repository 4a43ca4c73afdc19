"""What Kai owns from the start: the garments of his three outfits."""

from __future__ import annotations

from avatars.forge.wardrobe import classic_zones as made
from avatars.forge.wardrobe.entry import ACCENTS, COTTONS, LEATHERS, LOW_SHOES, RUBBERS, WOOLS, texts, words, zone
from avatars.forge.wardrobe.garment import Garment
from avatars.wardrobe.garment import LAYERS, GarmentInfo

_SHIRTS = ("#f1ebe0", "#3f4048", "#a9b7c6", "#8fa48d", "#c98a6d", "#d9a441", "#5b6b7d")

GARMENTS: tuple[Garment, ...] = (
    Garment(
        GarmentInfo(
            "flannel-overshirt", "top", texts("Flannel overshirt", "法兰绒衬衫", "ネルのオーバーシャツ"),
            words(
                "overshirt, flannel, plaid shirt, checked shirt",
                "法兰绒, 格子衬衫, 衬衫", "ネルシャツ, チェックシャツ, シャツ",
            ),
            (zone("cloth", "#345562", WOOLS), zone("bands", "#b05c3c", ACCENTS),
             zone("lines", "#edcc9e", ("#f1e4d0", "#c9d3cf", "#e7a745", "#d04d46")),
             zone("top", "#f1ebe0", _SHIRTS, "stripe", "dots")),
            tags=("casual", "cosy"), made_for={"warmth": 0.6, "plain": 0.9}, layer=LAYERS["top"],
            stories=texts(
                "There is still some sawdust in the left pocket. I think it lives there now.",
                "左边口袋里还有点木屑，我想它已经住下了。",
                "左のポケットにまだおがくずが入っています。もう住みついたみたいです。",
            ),
        ),
        made.flannel_overshirt,
    ),
    Garment(
        GarmentInfo(
            "chinos", "bottom", texts("Tapered chinos", "锥形卡其裤", "テーパードチノ"),
            words("chinos, khakis, trousers", "卡其裤, 休闲裤, 裤子", "チノパン, チノ, ズボン"),
            (zone("cloth", "#c4a782", COTTONS, "stripe", "check"),
             zone("thread", "#e6d0ad", ("#c49a5c", "#8f8a86", "#f1e4d0", "#4a4a50"))),
            tags=("casual", "office"), made_for={"warmth": 0.5, "plain": 0.8}, layer=LAYERS["bottom"],
            stories=texts(
                "Turned up once, because the first hem met the bicycle chain.",
                "裤脚卷起来，是因为第一次它和自行车链条打了个照面。",
                "裾を折っているのは、自転車のチェーンに一度かまれたからです。",
            ),
        ),
        made.tapered_chinos,
    ),
    Garment(
        GarmentInfo(
            "work-boots", "shoes", texts("Work boots", "工装靴", "ワークブーツ"),
            words("work boots, laced boots, boots", "工装靴, 系带靴, 靴子", "ワークブーツ, 編み上げブーツ, ブーツ"),
            (zone("leather", "#855032", LEATHERS), zone("sole", "#e7dbc4", RUBBERS), zone("laces", "#ccb080", COTTONS)),
            tags=("casual", "winter"), made_for={"warmth": 0.7, "plain": 0.8}, layer=LOW_SHOES,
            stories=texts(
                "Resoled twice. The cobbler greets them before he greets me.",
                "换过两次底。鞋匠见了它们，比见我还先打招呼。",
                "底を二度張り替えました。靴屋さんはぼくより先に靴へあいさつします。",
            ),
        ),
        made.laced_boots,
    ),
    Garment(
        GarmentInfo(
            "camel-overcoat", "outer", texts("Camel overcoat", "驼色大衣", "キャメルのコート"),
            words("overcoat, camel coat, wool coat, coat", "大衣, 驼色大衣, 外套", "コート, キャメルコート, オーバーコート"),
            (zone("wool", "#c29566", WOOLS, "check", "stripe"),
             zone("lining", "#65493b", ("#7d2f33", "#3c4a63", "#4a4247", "#c9b39a"))),
            tags=("evening", "office", "winter"), made_for={"warmth": 1.0, "evening": 0.7, "plain": 0.3}, layer=LAYERS["outer"],
            stories=texts(
                "My grandfather's cut. It hangs better than anything new I have tried.",
                "照着爷爷那件的版型做的，比我试过的新款都挺括。",
                "祖父のコートと同じ型です。新しいどれを着てみても、これがいちばんきれいに落ちます。",
            ),
        ),
        made.camel_overcoat,
    ),
    Garment(
        GarmentInfo(
            "wool-trousers", "bottom", texts("Pressed wool trousers", "羊毛西裤", "ウールのスラックス"),
            words(
                "wool trousers, suit trousers, grey trousers",
                "西裤, 羊毛裤, 灰裤子", "スラックス, ウールパンツ, グレーのズボン",
            ),
            (zone("wool", "#4e4c54", WOOLS, "stripe", "check"),),
            tags=("evening", "office", "winter"), made_for={"warmth": 0.7, "evening": 0.7, "plain": 0.3}, layer=LAYERS["bottom"],
            stories=texts(
                "Pressed with a damp cloth and a great deal of patience.",
                "垫着湿布熨的，还用了很多耐心。",
                "ぬらした布と、たっぷりの根気でアイロンをかけました。",
            ),
        ),
        made.pressed_flannels,
    ),
    Garment(
        GarmentInfo(
            "derbies", "shoes", texts("Brown derbies", "棕色德比鞋", "茶色のダービーシューズ"),
            words("derbies, leather shoes, dress shoes", "德比鞋, 皮鞋, 正装鞋", "ダービー, 革靴, ドレスシューズ"),
            (zone("leather", "#5f3627", LEATHERS),),
            tags=("evening", "office"), made_for={"warmth": 0.5, "evening": 0.8, "plain": 0.2}, layer=LOW_SHOES,
            stories=texts(
                "I polish them on Thursdays. It is a very calm ten minutes.",
                "每逢星期四我擦它们，那十分钟特别安静。",
                "木曜日に磨きます。とても静かな十分間です。",
            ),
        ),
        made.polished_derbies,
    ),
    Garment(
        GarmentInfo(
            "zip-hoodie", "top", texts("Zip hoodie", "拉链连帽衫", "ジップパーカー"),
            words("hoodie, zip hoodie, hooded sweatshirt", "连帽衫, 卫衣, 帽衫", "パーカー, フーディー, ジップパーカー"),
            (zone("knit", "#8f9399", WOOLS, "stripe", "check"), zone("top", "#f1ebe0", _SHIRTS, "stripe", "dots")),
            tags=("casual", "cosy", "sporty"), made_for={"warmth": 0.7, "plain": 0.9}, layer=LAYERS["top"],
            stories=texts(
                "For Sundays, and for all days that ought to be Sundays.",
                "给星期天穿的，也给那些本该是星期天的日子。",
                "日曜日のための、そして日曜日であるべきすべての日のための一着。",
            ),
        ),
        made.zip_hoodie,
    ),
    Garment(
        GarmentInfo(
            "joggers", "bottom", texts("Cuffed joggers", "束脚运动裤", "ジョガーパンツ"),
            words("joggers, sweatpants, jogging trousers", "运动裤, 束脚裤, 卫裤", "ジョガー, スウェットパンツ"),
            (zone("knit", "#3d4558", COTTONS, "stripe"),),
            tags=("sporty", "cosy", "casual"), made_for={"warmth": 0.6, "plain": 1.0}, layer=LAYERS["bottom"],
            stories=texts(
                "They have run, once. Mostly they read.",
                "它们跑过一次步，其余时间都在看书。",
                "走ったのは一度だけ。あとはだいたい本を読んでいます。",
            ),
        ),
        made.cuffed_joggers,
    ),
    Garment(
        GarmentInfo(
            "white-trainers", "shoes", texts("White trainers", "小白鞋", "白いトレーナー"),
            words("trainers, white shoes, sneakers", "小白鞋, 运动鞋, 白鞋", "白いスニーカー, トレーナー, 運動靴"),
            (zone("leather", "#edebe6", (*COTTONS, "#7d2f33")), zone("accent", "#395466", ACCENTS),
             zone("lining", "#8f9198", COTTONS)),
            tags=("sporty", "casual"), made_for={"warmth": 0.4, "plain": 0.9}, layer=LOW_SHOES,
            stories=texts(
                "White for exactly one afternoon. I like them better since.",
                "纯白只维持了一个下午，之后我反而更喜欢了。",
                "真っ白だったのは一日だけ。それからのほうが好きです。",
            ),
        ),
        made.cup_trainers,
    ),
)
