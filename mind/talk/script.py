"""Which language a text is in, and the few traditional characters that patterns should read as simplified ones."""

from __future__ import annotations

import re
from typing import Final

from mind.languages import Lang

_TRADITIONAL = (
    "愛爱個个們们來来對对說说會会過过還还這这嗎吗麼么沒没時时點点開开關关見见聽听讀读寫写學学習习書书電电話话腦脑機机車车長长"
    "門门問问間间雨雨風风歡欢喜喜貓猫狗狗魚鱼鳥鸟馬马媽妈爸爸爺爷奶奶孫孙親亲謝谢請请讓让認认識识記记誰谁給给帶带買买賣卖錢钱"
    "飯饭麵面館馆廳厅樂乐戲戏劇剧遊游運运動动體体頭头臉脸聲声覺觉睡睡夢梦難难過过傷伤壓压緊紧慮虑煩烦氣气累累餓饿渴渴熱热涼凉"
    "溫温陽阳後后裡里裏里邊边樓楼國国灣湾東东邊边離离遠远幾几歲岁萬万號号週周禮礼節节員员師师醫医護护業业務务產产設设計计畫画"
    "圖图應应該该當当無无為为與与從从進进較较實实現现發发變变換换壞坏嗎吗種种樣样只只隻只養养網网線线紅红綠绿藍蓝黃黄"
    "舊旧訴诉談谈論论誠诚誤误錯错嚇吓嘆叹淚泪憂忧鬱郁靜静鬧闹歌歌聞闻園园場场報报資资訊讯軟软體体顧顾婚婚結结離离搬搬"
    "辦办牠它妳你總总終终於于剛刚準准確确隨随許许責责續续純纯級级細细織织組组絕绝約约紀纪練练編编緒绪縮缩績绩佔占彆别併并卻却噁恶"
    "圍围帳帐幫帮廢废張张彈弹徹彻恆恒悶闷慘惨慣惯戀恋戰战掛挂據据擔担換换攝摄敗败數数斷断暫暂樹树檢检歷历殘残潔洁濕湿災灾爛烂"
    "狀状獨独瘋疯療疗瞭了筆笔簡简糧粮緩缓縣县罵骂義义聊聊聰聪腳脚膽胆臨临蘋苹補补製制裝装複复規规視视評评該该誇夸誼谊證证識识"
    "譯译議议護护豬猪貝贝負负貴贵費费賀贺賴赖趕赶踐践車车軍军輪轮轉转辭辞適适選选遺遗鄰邻醜丑鍵键鐘钟鐵铁閉闭間间隊队階阶際际"
    "險险隱隐雜杂雞鸡顏颜願愿類类顯显飄飘飛飞駕驾騎骑騙骗驗验驚惊髒脏鬥斗鮮鲜鹹咸麥麦齊齐龍龙"
    "遲迟備备試试課课題题專专碩硕論论獎奖勵励勝胜輸输贏赢達达輕轻鬆松極极決决擇择陪陪講讲故故僅仅單单雙双兩两藝艺術术"
)
SIMPLE: Final[dict[int, str]] = {
    ord(a): b for a, b in zip(_TRADITIONAL[::2], _TRADITIONAL[1::2], strict=True) if a != b
}
"""Traditional to simplified, one to one, for matching only."""

_KANA = re.compile(r"[\u3041-\u309f\u30a1-\u30ff\uff66-\uff9d]")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]+")
_JA_WORDS = re.compile(r"今日|明日|昨日|元気|大丈夫|駅|猫好|私|俺|僕|仕事|映画|音楽|勉強|了解|承知|気分|桜|沢|円|込|働|畑")
_ZH_WORDS = re.compile(r"你|我|他|她|的|了|吗|嗎|呢|吧|们|們|这|這|那|说|說|没|沒|很|什么|"
                       r"怎|谢|謝|喜欢|喜歡|再见|再見|晚安|早安|您")
_EITHER = re.compile(r"^(哈+|[0-9\W_]*)$")


def detect_language(text: str, default: Lang = "en") -> Lang:
    """The language of one turn: kana means Japanese, Han characters Chinese unless the words are Japanese ones,
    Latin letters English. What says nothing (numbers, emoji, one name in a Chinese talk) keeps `default`."""
    kana, han = len(_KANA.findall(text)), len(_HAN.findall(text))
    words = _LATIN.findall(text)
    if (kana or han) and len(words) > MOSTLY * (kana + han) / 1.7 and len(_ENGLISH.findall(text.lower())) >= 2:
        return "en"
    if kana:
        return "ja"
    if han:
        if _ZH_WORDS.search(text) or _EITHER.match(text):
            return "zh"
        if _JA_WORDS.search(text):
            return "ja"
        if default == "ja":
            return "ja"
        return "zh"
    if not words:
        return default
    if default != "en" and len(words) == 1 and words[0].lower() in _BORROWED:
        return default
    if default != "en" and len(words) <= 2 and not _ENGLISH.search(text.lower()):
        return default
    return "en"


MOSTLY = 2
"""So many English words to one of the other language, and it is English with a word of the other in it."""
_BORROWED = frozenset(("hi", "hello", "hey", "ok", "okay", "bye", "thanks", "thx", "sorry", "emo", "lol", "yes", "no"))
"""English words that Chinese and Japanese talks use without changing language."""
_ENGLISH = re.compile(
    r"\b(the|is|are|am|i|i'm|you|my|hi|hello|hey|thanks|thank|yes|no|what|how|why|it's|was|and|bye|goodbye|good|please|sorry|help)\b"
)
