"""Some weeks of an invented life, in three languages: what the memory page is looked at with."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from mind.domain import FactProposal
from mind.languages import Lang
from mind.ports import UnitOfWork
from mind.store import open_store


@dataclass(frozen=True)
class Told:
    """Something the user told: so many days ago, at an hour; `due` as days from now, at an hour."""

    days: int
    hour: str
    said: str
    kind: str
    key: str
    value: str
    text: str
    slots: dict[str, str] = field(default_factory=dict)
    due: tuple[int, int] | None = None
    voice: bool = False
    muted: bool = False
    confidence: float = 0.95


EN = (
    Told(40, "20:02", "I always take my tea with milk.", "likes", "user.taste.tea", "tea with milk",
         "You take your tea with milk."),
    Told(30, "19:05", "I live in Lisbon, up the hill.", "home.place", "user.home.place", "Lisbon", "You live in Lisbon.",
         {"place": "Lisbon"}),
    Told(9, "21:40", "The interview is next week at ten.", "plan.event", "user.plan.interview", "interview",
         "You have an interview.", {"event": "interview"}, due=(7, 10)),
    Told(9, "21:44", "I drink my tea without milk now.", "likes", "user.taste.tea", "tea without milk",
         "You drink tea without milk now."),
    Told(6, "21:10", "I ran the harbour thing from the first sketch. I don't say it often, but I'm proud of it.", "proud",
         "user.proud.harbour", "harbour project", "You led the harbour project and are proud of it.", voice=True),
    Told(6, "21:32", "My sister Ines is moving to Porto in spring.", "person.name", "user.people.sister.name", "Ines",
         "Your sister Ines is moving to Porto in spring.", {"kin": "sister", "name": "Ines"}),
    Told(6, "21:33", "She has found a flat by the river in Porto.", "person.lives", "user.people.sister.place", "Porto",
         "Your sister has found a flat by the river in Porto.", {"kin": "sister", "place": "Porto"}),
    Told(6, "21:50", "Left at the lighthouse, as ever!", "joke", "user.joke.lighthouse", "left at the lighthouse",
         "“Left at the lighthouse” became a joke of ours.", confidence=0.6),
    Told(4, "18:20", "The dentist is the day after tomorrow, sadly.", "plan.event", "user.plan.dentist", "dentist",
         "You had the dentist.", {"event": "dentist"}, due=(-2, 18)),
    Told(1, "18:12", "My salary is nobody's business, but it is forty thousand.", "told", "user.salary", "forty thousand",
         "You earn forty thousand a year.", muted=True),
    Told(0, "00:43", "I sleep badly before the interview.", "health.sleep", "user.health.sleep", "sleeps badly",
         "You are sleeping badly before the interview."),
    Told(0, "00:44", "Momo walks over me at night.", "pet.name", "user.pet.cat.name", "Momo", "Momo walks over you at night.",
         {"kind": "cat", "name": "Momo"}),
)  # fmt: skip
ZH = (
    Told(40, "20:02", "我喝茶一直要加奶。", "likes", "user.taste.茶", "加奶的茶", "你喝茶要加奶。"),
    Told(30, "19:05", "我住在里斯本的山坡上。", "home.place", "user.home.place", "里斯本", "你住在里斯本。",
         {"place": "里斯本"}),
    Told(9, "21:40", "面试定在下周上午十点。", "plan.event", "user.plan.面试", "面试", "你有一场面试。",
         {"event": "面试"}, due=(7, 10)),
    Told(9, "21:44", "我现在喝茶不加奶了。", "likes", "user.taste.茶", "不加奶的茶", "你现在喝茶不加奶。"),
    Told(6, "21:10", "港口那个项目从第一张草图起就是我带的，我不常说，但我很骄傲。", "proud", "user.proud.港口", "港口项目",
         "你带过港口项目，为它骄傲。", voice=True),
    Told(6, "21:32", "我姐姐小芳春天要搬到波尔图。", "person.name", "user.people.姐姐.name", "小芳",
         "你姐姐小芳春天要搬到波尔图。",
         {"kin": "姐姐", "name": "小芳"}),
    Told(6, "21:33", "她在波尔图河边找到了房子。", "person.lives", "user.people.姐姐.place", "波尔图",
         "你姐姐在波尔图河边找到了房子。",
         {"kin": "姐姐", "place": "波尔图"}),
    Told(6, "21:50", "灯塔那儿左转，老规矩！", "joke", "user.joke.灯塔", "灯塔左转",
         "“灯塔那儿左转”成了我们的玩笑。", confidence=0.6),
    Told(4, "18:20", "后天得去看牙，唉。", "plan.event", "user.plan.看牙", "看牙", "你要去看牙。",
         {"event": "看牙"}, due=(-2, 18)),
    Told(1, "18:12", "工资的事谁也别问，一年四十万。", "told", "user.salary", "四十万", "你一年挣四十万。", muted=True),
    Told(0, "00:43", "面试前我睡不好。", "health.sleep", "user.health.sleep", "睡不好", "你面试前睡不好。"),
    Told(0, "00:44", "毛毛晚上在我身上走来走去。", "pet.name", "user.pet.猫.name", "毛毛", "毛毛晚上在你身上走来走去。",
         {"kind": "猫", "name": "毛毛"}),
)  # fmt: skip
JA = (
    Told(40, "20:02", "お茶にはいつもミルクを入れます。", "likes", "user.taste.お茶", "ミルク入り", "お茶にはミルクを入れる。"),
    Told(30, "19:05", "リスボンの坂の上に住んでいます。", "home.place", "user.home.place", "リスボン", "リスボンに住んでいる。",
         {"place": "リスボン"}),
    Told(9, "21:40", "面接は来週の朝十時です。", "plan.event", "user.plan.面接", "面接", "面接がある。",
         {"event": "面接"}, due=(7, 10)),
    Told(9, "21:44", "最近はお茶にミルクを入れません。", "likes", "user.taste.お茶", "ミルクなし",
         "最近はお茶にミルクを入れない。"),
    Told(6, "21:10",
         "港の仕事は最初の下書きから私が引っぱりました。あまり言わないけれど、誇りに思っています。", "proud", "user.proud.港",
         "港の仕事", "港の仕事を率いて、誇りに思っている。", voice=True),
    Told(6, "21:32", "姉のゆみが春にポルトへ引っ越します。", "person.name", "user.people.姉.name", "ゆみ",
         "姉のゆみは春にポルトへ引っ越す。",
         {"kin": "姉", "name": "ゆみ"}),
    Told(6, "21:33", "姉はポルトの川沿いに部屋を見つけました。", "person.lives", "user.people.姉.place", "ポルト",
         "姉はポルトの川沿いに部屋を見つけた。", {"kin": "姉", "place": "ポルト"}),
    Told(6, "21:50", "灯台を左、いつものとおり。", "joke", "user.joke.灯台", "灯台を左", "「灯台を左」はふたりの冗談になった。",
         confidence=0.6),
    Told(4, "18:20", "あさっては歯医者です。", "plan.event", "user.plan.歯医者", "歯医者", "歯医者に行く。",
         {"event": "歯医者"}, due=(-2, 18)),
    Told(1, "18:12", "給料は秘密ですが、年に四百万です。", "told", "user.salary", "四百万",
         "年に四百万をもらっている。", muted=True),
    Told(0, "00:43", "面接の前はよく眠れません。", "health.sleep", "user.health.sleep", "眠れない", "面接の前でよく眠れない。"),
    Told(0, "00:44", "モモが夜、私の上を歩きます。", "pet.name", "user.pet.猫.name", "モモ", "モモは夜、体の上を歩く。",
         {"kind": "猫", "name": "モモ"}),
)  # fmt: skip
LIVES: dict[Lang, tuple[Told, ...]] = {"en": EN, "zh": ZH, "ja": JA}
ASKED: dict[Lang, tuple[str, str]] = {
    "en": ("I keep going over it in my head.", "Then let's put it down for an hour. Tell me the harbour story once, slowly."),
    "zh": ("我脑子里一直停不下来。", "那就先放下一小时。港口的故事，慢慢给我讲一遍。"),
    "ja": ("頭の中でずっと考えてしまいます。", "では一時間だけ置いておきましょう。港の話を、ゆっくり一度聞かせてください。"),
}


def lived(folder: Path, lang: Lang = "en", now: datetime | None = None) -> dict[str, int]:
    """Fill a data folder; the ids of the memories by the end of their key, of her last reply as "reply"."""
    today = now or datetime.now().astimezone()
    store = open_store(folder)
    try:
        return store.call(lambda unit: _live(unit, lang, today))
    finally:
        store.close()


def _live(unit: UnitOfWork, lang: Lang, today: datetime) -> dict[str, int]:
    ids: dict[str, int] = {}
    first: int | None = None
    for told in LIVES[lang]:
        at = _at(today, -told.days, *map(int, told.hour.split(":")))
        channel = "voice" if told.voice else "typed"
        turn = unit.turns.add("user", told.said, at, lang, channel, place="window", scene="room golden")  # type: ignore[arg-type]
        first = first or turn.id
        due = _at(today, *told.due) if told.due is not None else None
        fact = FactProposal(
            told.kind, told.key, told.value, told.text, told.said, lang, told.confidence, due=due, slots=told.slots
        )
        memory = unit.memories.keep(fact, turn)
        assert memory is not None
        unit.memories.mark(memory.id, muted=told.muted, pinned=told.kind == "proud")
        ids[told.kind if told.kind not in ids else told.key] = memory.id
    used = [ids["proud"], ids["plan.event"], ids["person.name"], ids["home.place"]]
    for days, minute, memories, turns in ((4, 30, used[:1], []), (0, 46, used, [first])):
        at = _at(today, -days, 0, minute)
        asked = unit.turns.add("user", ASKED[lang][0], at, lang, "typed", place="window")
        meta = {"memories_used": memories, "turns_used": turns}
        reply = unit.turns.add(
            "companion", ASKED[lang][1], at, lang, "own", ended="complete", reply_to=asked.id, meta=meta, place="window"
        )
        ids["reply"] = reply.id
    unit.commit()
    return ids


def _at(today: datetime, days: int, hour: int, minute: int = 0) -> datetime:
    return (today + timedelta(days=days)).replace(hour=hour, minute=minute, second=0, microsecond=0)
