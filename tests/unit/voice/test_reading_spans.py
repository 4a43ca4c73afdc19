"""From one to the other, about so much, and numbers that are names."""

import pytest

from voice.reading.spoken_text import spoken_runs

SAID = [
    ("en", "Mon-Fri, 9-5.", "Monday to Friday, nine to five."),
    ("en", "Call 911; it costs $5-10.", "Call nine one one; it costs five to ten dollars."),
    ("en", "A 3x4 ft rug and x = 5.", "A three by four feet rug and x equals five."),
    ("zh", "周一-周五 9:00-17:30。", "周一到周五九点到十七点三十分。"),
    ("zh", "密码是4821，10+天。", "密码是四八二幺，十多天。"),
    ("zh", "11月23日(一)见，[偷笑]涨了2倍。", "十一月二十三日，周一见，涨了两倍。"),
    ("zh", "5.50元，±3度", "五点五元，正负三度"),
]


@pytest.mark.parametrize(("lang", "written", "said"), SAID)
def test_it_is_said_as_a_person_would(lang, written, said):
    assert "".join(run.written.text for run in spoken_runs(written, lang)) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("9:00〜17:30です", "クジから"), ("約束は2、3日あと", "ニサンニチ"), ("〒150-0001", "イチゴゼロノ"),
        ("11月23日(月)に", "ゲツヨウビ"),
    ],
)
def test_japanese_spans_and_codes_too(written, said):
    assert said in "".join(run.written.text for run in spoken_runs(written, "ja")).replace(" ", "")
