"""Whatever the bytes, a reader gives a reading or says why it cannot; it never breaks and never dawdles."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.formats.exchange import Reading, UnreadableFile
from quizapp.formats.registry import READABLE, WRITABLE
from tests.formats.packages import (
    asked_12,
    declared,
    earns,
    equal,
    item_2,
    item_12,
    labels_12,
    packed,
    quiz_12,
)
from tests.formats.reading import FILES
from tests.formats.test_round_trip import WRITTEN

NAMES = ["moodle", "gift", "qti", "aiken", "testownik"]
SIGNS = st.text(alphabet="{}~=#:%\\->\n \t/$[]<>&;'\"ABab019.,)(XxĄó|*_!", max_size=300)


def good_files() -> Iterator[bytes]:
    for path in sorted(FILES.iterdir()):
        yield path.read_bytes()
    for known in WRITABLE.values():
        if known.write and known.name in ("moodle", "gift", "qti21", "aiken"):
            yield known.write(WRITTEN[:12], "x").content
    yield packed({"1.txt": "X01\nKto?\non\nona\n", "2.txt": "X10\nKto?\non\nona\n"})


GOOD = list(good_files())


def read(name: str, content: bytes) -> None:
    reader = READABLE[name].read
    assert reader is not None
    try:
        reading = reader(content)
    except UnreadableFile:
        return
    assert isinstance(reading, Reading)
    for found in reading.items:
        assert found.item.stem
        assert found.item.answer
        assert all(str(remark) for remark in found.remarks)
    assert all(str(lost.reason) for lost in reading.left_out)


def moodle(markup: str, kind: str = "multichoice", form: str = "html", answers: int = 2) -> str:
    return (
        f'<quiz><question type="{kind}"><questiontext format="{form}"><text><![CDATA[{markup}]]></text></questiontext>'
        + '<answer fraction="50"><text>a</text></answer>' * answers
        + "</question></quiz>"
    )


MONSTERS = {
    "tags that never end": moodle("<a" * 45_000),
    "a name that never ends": moodle("<" + "a" * 90_000),
    "comments that never end": moodle("<!--" * 22_000),
    "an attribute without end": moodle(f"<img {'a' * 90_000}>"),
    "languages that never end": moodle('<span class="multilang" ' * 3_700 + "{mlang pl}" * 100),
    "languages that never close": moodle("{mlang pl}" * 9_000),
    "nested markdown": moodle("*_[(" * 4_000, form="markdown"),
    "a gap for every word": moodle("{1:SA:=a}" * 10_000, "cloze"),
    "gaps that never close": moodle("{1:SA:" * 15_000, "cloze"),
    "answers without end": moodle("x", answers=20_000),
    "GIFT in single lines": "x{T}\n" * 60_000,
    "GIFT with answers without end": "x{" + "~a" * 150_000 + "}",
    "GIFT with pairs without end": "x{" + "=a->b" * 60_000 + "}",
    "GIFT with brackets that never close": "//" + "[id:" * 75_000 + "\nx{T}",
    "GIFT with categories without end": "$CATEGORY: a/b\n" * 20_000 + "x{T}",
    "Aiken with a question without end": "a\n" * 150_000 + "A) b\nB) c\nANSWER: A",
    "Aiken with blanks without end": f"Kto?\nA) b\nB) {' ' * 300_000}c\nANSWER: A",
    "QTI 1.2 with answers without end": quiz_12(
        item_12(
            "",
            asked_12("x")
            + f'<response_lid ident="response1">{labels_12(*map(str, range(3_000)))}</response_lid>',
            "".join(earns(equal(str(number))) for number in range(3_000)),
        )
    ),
    "QTI 2 with gaps without end": item_2(
        '<textEntryInteraction responseIdentifier="RESPONSE"/>' * 5_000,
        declared(*map(str, range(3_000)), base="string"),
    ),
}


@pytest.mark.parametrize("monster", MONSTERS)
def test_no_file_makes_anybody_wait(monster: str) -> None:
    content = MONSTERS[monster].encode()
    begun = time.process_time()

    for name in NAMES:
        read(name, content)

    assert time.process_time() - begun < 30  # five readers; what grows with the square takes minutes


@pytest.mark.parametrize("name", NAMES)
@given(content=st.binary(max_size=400))
def test_random_bytes(name: str, content: bytes) -> None:
    read(name, content)


@pytest.mark.parametrize("name", NAMES)
@given(text=SIGNS)
def test_random_text_of_the_signs_that_matter(name: str, text: str) -> None:
    read(name, text.encode())
    read(name, f"Kto?{{{text}}}\n\nA) on\nB) ona\nANSWER: A".encode())


@pytest.mark.parametrize("name", NAMES)
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=60)
@given(data=st.data())
def test_good_files_cut_off_and_damaged(name: str, data: st.DataObject) -> None:
    content = bytearray(data.draw(st.sampled_from(GOOD)))
    kind = data.draw(st.sampled_from(["cut", "flip", "double", "insert"]))
    place = data.draw(st.integers(0, max(0, len(content) - 1)))
    if kind == "cut":
        del content[place:]
    elif kind == "flip" and content:
        content[place] = data.draw(st.integers(0, 255))
    elif kind == "double":
        content += content[place:]
    else:
        content[place:place] = data.draw(st.binary(max_size=30))

    read(name, bytes(content))
