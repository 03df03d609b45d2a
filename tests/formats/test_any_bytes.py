"""Whatever the bytes, a reader gives a reading or says why it cannot; it never breaks and never dawdles."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.formats.exchange import Reading, UnreadableFile
from quizapp.formats.registry import READABLE, WRITABLE
from tests.formats.packages import packed
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
