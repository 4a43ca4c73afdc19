"""Words that carry nothing of what somebody said: for judging whether a reply uses it."""

from __future__ import annotations

from typing import Final

from mind.talk.word_set import word_set

ENGLISH: Final = word_set("""
a about above after again ago all almost alone along already also always am an and another any anybody anyone anything are
around as ask asked at away back be became because become been before being best better between big bit both but by bye call
called came can can't cannot come comes coming could couldn't day days did didn't different do does doesn't doing don't done
down each either else end enough even evening ever every everybody everyone everything far feel feeling feels felt few find
fine first for found from full gave get gets getting give given go goes going gone gonna good got great had half happen
happened hard has hasn't have haven't having he he'd he'll he's hear heard hello help her here here's hers herself hey hi
him himself his hold how how's however i i'd i'll i'm i've idea if in into is isn't it it'd it'll it's its itself just keep
kept kind knew know known last lately later least leave left less let let's like liked likes little long look looked looking
looks lot lots made make makes making many may maybe me mean means might mind mine minute moment more morning most much must
my myself name need never new next nice night no nobody none not nothing now of off often oh ok okay old on once one ones
only or other others our ours out over own part people perhaps place please point probably put quite rather ready real
really right said same saw say saying says see seem seems seen self shall she she'd she'll she's should shouldn't since
small so some somebody someone something sometimes soon sort sound sounds start started still stop stopped such sure take
takes talk tell than thank thanks that that'd that'll that's the their theirs them themselves then there there's these they
they'd they'll they're they've thing things think this those though thought three through till time times to today together
told tomorrow tonight too took tried true try trying turn turned two under until up upon us use used usually very want
wanted wants was wasn't way we we'd we'll we're we've week weeks well went were weren't what what's when where where's which
while who who's whole whom whose why will wish with without won't word words would wouldn't wrong yeah year years yes
yesterday yet you you'd you'll you're you've your yours yourself anyway actually exactly almost else mira
""")
"""Function words, the commonest verbs, words of time and of degree."""

CJK: Final = frozenset("的了是在我你他她它这那不就都也很还吗呢吧啊呀哦嗯和跟把被给让得地着过们个么与而且则其些之为以于对从到没又"
                       "再才只已经"
                       "哪谁怎说想看去来做有好多少大小一二三两几能可")
"""Characters that make a pair of characters say nothing of its own."""

SINGLES: Final = frozenset("猫狗鸟鱼雨雪茶饭汤菜酒书歌车灯伞床药糖蛋肉爸妈哥姐弟妹犬鳥魚本傘父母兄姉妹")
"""Characters that are words of their own and carry something even alone."""

PAIRS_ZH: Final = word_set("""
今天 昨天 明天 晚上 早上 下午 中午 现在 时候 时间 这样 那样 真的 自己 觉得 知道 喜欢 因为 所以 但是 如果 起来 出来 下来 过来
应该 一定 开始 事情 东西 地方 感觉 刚才 刚刚 最近 其实 后来 然后 每天 有点 一直 以前 以后 突然 终于 特别 非常 比较 差不 不错
今晚 周末 米拉 人家 别人 问题 意思 样子 反正 当然 确实
""")
"""Pairs that say when, how much or how sure, and nothing of what."""

PAIRS_JA: Final = word_set("""
今日 昨日 明日 今夜 今朝 時間 自分 最近 本当 一番 大丈 丈夫 感じ 何か 最後 最初 全部 毎日 今度 一緒 気持 普通 ミラ
""")

ALONE_JA: Final = frozenset("人何私僕俺誰今日時中前後上下言思見行来気事物所者間方分出入会話聞知名一二三四五六七八九十百千万年月週"
                            "度回本当好同多少大小"
                            "今夜朝昼晩先次全部使持取立待置作始終書読食飲")
"""Kanji that stand in every other sentence."""
ACK: Final = word_set("""
ah oh well so then really right noted indeed aha yes no and but still hm mm ooh ouch fair good nice
""")

FUNCTION: Final = word_set("""
a an the this that these those i you he she it we they me him her us them my your his its our their mine yours am is are was
were be been being do does did done have has had having will would shall should can could may might must not no nor and or
but so if then than as at by for from in into of off on onto out over to up with without about there here what who whom
whose which that when where how why all any some too also just i'm i've i'd i'll you're you've you'd you'll he's he'd she's
she'd it's it'd we're we've they're they've that's there's isn't aren't wasn't weren't don't doesn't didn't haven't hasn't
hadn't won't wouldn't can't couldn't let's
""") | ACK
"""Words that add nothing where they stand around the user's own."""
