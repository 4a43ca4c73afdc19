"""What the user says to a question of hers: an answer, "why do you ask?", "and you?"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from mind.languages import Lang
from mind.talk.activities import start
from mind.talk.agreement import swap_persons
from mind.talk.normalise import clauses
from mind.talk.perceive import hits, slots_of
from mind.talk.perception import Perception
from mind.talk.scenery import Talk
from mind.talk.slots import fit
from mind.talk.step import Step
from mind.talk.units import Branch, Gambit, Lines
from mind.talk.word_set import word_set


def asked_back(talk: Talk, p: Perception) -> Iterator[Step]:
    """Her reason, her own answer. The question stays open for another turn."""
    question = talk.state.question
    why, back = p.act("ask.why"), p.act("ask.back")
    gambit = talk.content.gambits.get(question.id if question else talk.state.owed)
    of = _asked_of(talk)
    if why and (question or of):
        env = question.env if question else {}
        if gambit and question:
            yield Step("why", gambit.why, env, move=False)
        yield Step("why", _of_kind(talk, "question.why", of), env, move=False)
        if question:
            yield Step("why", talk.content.frame("question.why"), env, move=False)
    if back and gambit:
        def told() -> None:
            talk.state.owed = ""

        answered = question is None or p.words > 5
        yield Step("mine", gambit.mine, question.env if question else {}, move=answered, then=told)
    if back:
        yield Step("mine", _of_kind(talk, "question.back", of))
        yield Step("mine", talk.content.frame("question.back"), {}, move=True)


STILL: Final = 4
"""Turns after a question of hers within which "why?" and "you?" still mean it."""


def _asked_of(talk: Talk) -> str:
    """What her last question was about: the id of a fact, a feeling or an act; empty where it is too long ago."""
    state = talk.state
    return state.last_ask.partition(":")[2] if state.n - state.last_ask_at <= STILL else ""


def _of_kind(talk: Talk, frame: str, of: str) -> Lines:
    """The wordings of a frame for this kind, or the beginning of it."""
    parts = of.split(".") if of else []
    pools = (talk.content.frame(f"{frame}.{'.'.join(parts[:size])}") for size in range(len(parts), 0, -1))
    return next((lines for lines in pools if lines), ())


def answer_steps(talk: Talk, p: Perception) -> Iterator[Step]:
    """`answer!` fits one of the foreseen answers, `answer:` is a yes, no or don't know, `answer?` anything else said."""
    question = talk.state.question
    if question is None:
        return
    gambit = talk.content.gambits.get(question.id) if question.kind == "gambit" else None
    if question.kind == "offer":
        yield from _offered(talk, p, question.id)
        return
    if gambit is None:
        if question.kind == "ask" and not p.question and (p.words <= 4 or p.answer or (p.lang != "en" and p.reflection)):
            yield from _plain_answer(talk, p)
        return
    yield from _branches(talk, p, gambit)


def _offered(talk: Talk, p: Perception, name: str) -> Iterator[Step]:
    """Yes or no to something she offered, or which of two they would rather have."""
    talk.state.question = None
    said = " ".join(c.norm for c in p.clauses)
    name = next((game for word, game in _CHOSEN.items() if word in said), name) if p.lang == "en" and p.words <= 6 else name
    chosen = p.answer == "yes" or (any(word in said for word in _CHOSEN) and p.answer != "no")
    if name in ("listen", "plan", "distract"):
        act = talk.content.acts.get(f"want.{name}")
        if act and chosen:
            yield Step(f"answer!{name}", act.say, {}, move=False, need=act.need or "listen")
        elif p.answer == "no" and p.words <= 4 and talk.content.frame("offer.no"):
            yield Step("answer!offer", talk.content.frame("offer.no"), {}, move=False)
        return
    if (chosen and p.words <= 6) or (p.act("ok") is not None and p.words <= 2):
        for step in start(name, talk):
            step.act = "answer!" + step.act
            yield step
    elif p.answer in ("no", "dunno"):
        yield Step("answer!offer", talk.content.frame("offer.no"), {})


_CHOSEN = {"breath": "breathing", "story": "story", "riddle": "riddle", "listen": "listen", "an ear ": "listen",
           "stay ": "listen", "a plan ": "plan", "useful ": "plan", "think it ": "plan",
           "distract": "distract", "silly ": "distract"}
"""Words that choose between the things an offer names."""


def offer_in(text: str, otherwise: str = "") -> str:
    """What a plain yes to this question of hers would start."""
    low = text.lower()
    return "breathing" if "breathing" in low else "story" if "a story" in low else otherwise


def _branches(talk: Talk, p: Perception, gambit: Gambit) -> Iterator[Step]:
    question = talk.state.question
    assert question is not None
    if p.question and not p.answer:
        return
    said = _words(p)
    chosen = chosen_side(p, gambit)
    if chosen and chosen not in ("both", "neither"):
        branch = _branch_of(gambit, chosen, p.lang)
        if branch is not None:
            yield _branch_step(talk, gambit, branch, {**question.env, "x": chosen}, "answer!", chosen)
    near = _related(talk, p, gambit) and not (p.lang == "en" and any("you " in c.norm for c in p.clauses))
    late = p.lang == "en" and question.left < 3 and bool(p.answer)
    for branch in gambit.on:
        if branch.sort == "words":
            slots = _words_fit(branch, p) if near and not late else None
            if slots is None:
                continue
            yield _branch_step(talk, gambit, branch, {**question.env, "x": said, **slots}, "answer!", said)
        elif branch.sort == p.answer and not late:
            yield _branch_step(talk, gambit, branch, {**question.env, "x": said}, "answer:", "")
    if chosen in ("both", "neither"):
        yield Step(f"answer!{gambit.id}", talk.content.frame(f"answer.{chosen}"), question.env, then=lambda: _close(talk, gambit))
    if p.answer and not late and not any(b.sort == p.answer for b in gambit.on):
        yield Step(f"answer:{p.answer}", talk.content.frame(f"answer.{p.answer}"), {}, then=lambda: _close(talk, gambit))
    if question.left < 4 or not near or any(a.act.whole for a in p.acts):
        return
    if _own_sentence(p) or (talk.low and p.lang == "en"):
        return
    told = "".join(c.norm for c in p.clauses)
    if p.lang == "ja" and p.topics and gambit.topic not in p.topics and not _shares_pair(told, gambit, p.lang):
        return
    if p.lang == "ja" and _OWN_JA.search(told) and not _shares_pair(told, gambit, p.lang):
        return
    last = next((b for b in gambit.on if b.sort == "any"), None)
    if last and last.keep is not None and p.lang == "ja" and _VERBAL_JA.search(told):
        last = None
    if last and not p.question and not p.answer and 0 < p.words <= 14:
        yield _branch_step(talk, gambit, last, {**question.env, "x": said}, "answer?", said)
    if not p.question and p.words <= 14:
        yield Step(f"answer?{gambit.id}", talk.content.frame("answer.any"), {"x": said}, then=lambda: _close(talk, gambit))


_WELL: Final = "(?:oh |well |um |hm )?(?:definitely |probably |i would say |i would pick )?"
_FIRST: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(rf"^{_WELL}the (?:first|former)(?: one| thing)? $"),
    "zh": re.compile("^(?:当然|肯定|应该)?(?:是|选)?(?:第一个|前一个|前者|前面那个)(?:吧|啊|呀)?$"),
    "ja": re.compile("^(?:やっぱり)?(?:最初|一つ目|1つ目|前者|前)(?:の方|のほう)?(?:かな|です|ですね|だね)?$"),
}
_SECOND: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(rf"^{_WELL}the (?:second|latter|last|other)(?: one| thing)? $"),
    "zh": re.compile("^(?:当然|肯定|应该)?(?:是|选)?(?:第二个|后一个|后者|后面那个)(?:吧|啊|呀)?$"),
    "ja": re.compile("^(?:やっぱり)?(?:二つ目|2つ目|後者|後)(?:の方|のほう)?(?:かな|です|ですね|だね)?$"),
}
_BOTH: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"^(?:i think |oh |well |a bit of |honestly )?both(?: of them| really| i think| please)? $"),
    "zh": re.compile("^(?:两个|两样|俩)?(?:都是|都要|都有|都喜欢|都行|都选|都)(?:吧|啊|呀|的)?$"),
    "ja": re.compile("^(?:両方|どっちも|どちらも)(?:かな|です|ですね|だね|好き)?$"),
}
_NEITHER: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"^(?:oh |well |honestly )?(?:neither|none)(?: of them| really| of those)? $"),
    "zh": re.compile("^(?:两个|两样|俩)?(?:都不是|都不要|都没有|都不喜欢|都不)(?:吧|啊|呀)?$"),
    "ja": re.compile("^(?:どっちも|どちらも)(?:ちがう|違う|違います|いらない|好きじゃない)$"),
}


def chosen_side(p: Perception, gambit: Gambit) -> str:
    """Which of the two she offered they take by its place: that side, `both`, `neither`, or nothing."""
    if len(gambit.sides) != 2 or not p.clauses:
        return ""
    said = p.clauses[0].norm
    if _BOTH[p.lang].match(said):
        return "both"
    if _NEITHER[p.lang].match(said):
        return "neither"
    return gambit.sides[0] if _FIRST[p.lang].match(said) else gambit.sides[1] if _SECOND[p.lang].match(said) else ""


def _branch_of(gambit: Gambit, side: str, lang: Lang) -> Branch | None:
    """The branch that takes this side, where one does."""
    said = clauses(side, lang)
    return next((b for b in gambit.on if any(hits(pattern, clause) for pattern in b.patterns for clause in said)), None)


def _related(talk: Talk, p: Perception, gambit: Gambit) -> bool:
    """Whether what was said can be an answer: short and no sentence of its own, or about the same things."""
    if p.lang != "en":
        return _related_characters(p, gambit)
    first = p.clauses[0].norm.split() if p.clauses else []
    if p.words <= 3 or (p.words <= 7 and first and first[0] not in _STARTS) or p.answer:
        return True
    if gambit.topic in p.topics:
        return True
    asked = " ".join(line.text for line in gambit.say).lower()
    stems = {w[:5] for w in re.findall(r"[a-z]{4,}", asked)} - _EMPTY
    return any(w[:5] in stems for c in p.clauses for w in c.norm.split() if len(w) >= 4)


def _own_sentence(p: Perception) -> bool:
    """An English sentence of its own, which an answer quoted back whole would not fit."""
    first = p.clauses[0].norm.split() if p.lang == "en" and p.clauses else []
    return len(first) >= 4 and first[0] in _STARTS


def _related_characters(p: Perception, gambit: Gambit) -> bool:
    """Short, or no sentence about something else, or a pair of characters in common with the question."""
    text = "".join(c.norm for c in p.clauses)
    text = _JA_PARTICLES.sub("", text) if p.lang == "ja" else text
    own = text.startswith(_CJK_STARTS) or text.endswith(_CJK_NEWS)
    if p.answer or (gambit.topic in p.topics and len(text) <= 16 and not text.endswith(_CJK_NEWS)):
        return True
    if len(text) <= 14 and not own and not (p.lang == "ja" and len(text) > 7 and _OWN_JA.search(text)):
        return True
    return len(text) <= 28 and _shares_pair(text, gambit, p.lang)


def _shares_pair(text: str, gambit: Gambit, lang: str) -> bool:
    """Whether two characters running stand in the question, too; in Japanese not two hiragana, which are grammar."""
    asked = "".join(line.text for line in gambit.say)
    pairs = (text[i:i + 2] for i in range(len(text) - 1))
    return any(x in asked and x not in _CJK_EMPTY and (lang == "zh" or not _HIRAGANA.fullmatch(x)) for x in pairs)


_HIRAGANA = re.compile("[ぁ-んー、。]+")
_VERBAL_JA = re.compile(r"(?:ません|ない|ます|[たるくうすつぬむぐぶ]|が|けど|です(?:けど|が))$")
"""What a Japanese sentence ends in, and hardly a thing that may be kept as somebody's favourite."""
_OWN_JA = re.compile(r"^.*[一-鿿ァ-ヶー](?:は|が|を|も)(?=[一-鿿ァ-ヶぁ-ん]{2})")
"""A Japanese sentence with a subject or object of its own."""
_JA_PARTICLES = re.compile("(?:よね|かな|んだ|ね|よ|な|わ|さ|の|けど|し|w+|笑)+$")
"""What a spoken Japanese clause ends in behind its verb."""
_CJK_NEWS = ("了", "た", "ました", "でした", "だった", "てきて", "って", "ちゃう", "てる", "ている", "らしい", "だろ",
             "だろう", "なきゃ", "ないと", "のに", "しよう", "みたい")
_CJK_STARTS = ("我", "今天", "昨天", "刚", "他", "她", "我们", "有人", "今日", "昨日", "私", "僕", "さっき")
_CJK_EMPTY = frozenset(("一个", "什么", "时候", "是不", "不是", "的时", "今天", "还是", "ます", "です", "した", "ですか"))
_EMPTY = word_set("would that what when which there still your")
_NO_LEAD = word_set("yes no sure yeah nope both neither never idk maybe none nothing always")
_STARTS = word_set("i my we our he she they the there a an it")


def _words_fit(branch: Branch, p: Perception) -> dict[str, str] | None:
    for pattern in branch.patterns:
        for clause in p.clauses:
            found = hits(pattern, clause)
            if found:
                slots = slots_of(pattern, found, clause)
                if slots is not None:
                    return {k: swap_persons(v, p.lang) for k, v in slots.items()}
    return None


def _branch_step(talk: Talk, gambit: Gambit, branch: Branch, env: dict[str, str], tag: str, lead: str) -> Step:
    lead = lead if lead.lower() not in _NO_LEAD else ""
    return Step(f"{tag}{gambit.id}", branch.say, env, lead=lead, then=lambda: _close(talk, gambit, branch))


def _close(talk: Talk, gambit: Gambit, branch: Branch | None = None) -> None:
    state = talk.state
    state.question = None
    talk.answered = branch
    state.owed = gambit.id if gambit.mine else ""
    state.topic, state.topic_at = gambit.topic, state.n


def _plain_answer(talk: Talk, p: Perception) -> Iterator[Step]:
    """An answer to a follow-up question that has no branches."""
    said = _words(p)

    def close() -> None:
        talk.state.question = None

    if p.answer in ("yes", "no", "dunno") and p.words <= 4:
        yield Step(f"answer:{p.answer}", talk.content.frame(f"answer.{p.answer}"), {"x": said}, then=close)
    elif p.clauses and p.words <= 14 and not any(a.act.whole for a in p.acts) and not (
        p.lang != "en" and (len(said) > 8 or said.endswith(_CJK_NEWS) or p.clauses[0].norm.endswith(_CJK_NEWS))
    ):
        env = {"x": said}
        if p.reflection:
            env["clause"] = p.reflection
        for focus in p.focus[:1]:
            env["focus"] = focus.text
        yield Step("answer?open", talk.content.frame("answer.any"), env, then=close)


def _words(p: Perception) -> str:
    """The answer in the user's words, short enough to quote, from her side."""
    clause = max(p.clauses, key=lambda c: len(c.raw), default=None)
    if clause is None:
        return ""
    words = re.sub(r"^(?:because|cause|and|but|so|well|to) ", "", fit(clause.raw, "any", p.lang) or clause.raw)
    limit = 40 if p.lang == "en" else 16
    return swap_persons(words, p.lang) if len(words) <= limit else ""
