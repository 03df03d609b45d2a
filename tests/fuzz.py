"""Look for input that breaks a reader, led by the lines that it reaches: `python -m tests.fuzz 600` (seconds in all).

What led somewhere new stays in `.fuzz` for the next run, and so does what broke a reader. Names after the
seconds choose targets.
"""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import redirect_stderr, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import atheris

with redirect_stderr(io.StringIO()), atheris.instrument_imports(include=["quizapp"]):
    from quizapp.formats.bank import ITEMS_FILE, read_bank
    from quizapp.formats.class_list import read_class_list
    from quizapp.formats.documents import ENCODINGS, PLAIN_KINDS, read_document
    from quizapp.formats.errors import BankErrors
    from quizapp.formats.exchange import UnreadableFile
    from quizapp.formats.registry import READABLE, WRITABLE, recognise
    from quizapp.generate.by_model.replies import read_reply
    from quizapp.generate.propose import propose
    from quizapp.items.checks import check
    from quizapp.items.grading import grade
    from quizapp.items.item import Item
    from quizapp.paths import QUESTIONS
    from quizapp.text.annotate import annotate
    from quizapp.text.decoding import Undecodable, decode
    from tests.formats import test_any_bytes, test_documents
    from tests.formats.packages import packed
    from tests.formats.test_round_trip import WRITTEN
    from tests.text.test_annotate import TEXT, spans_of

KEPT = Path(__file__).parent.parent / ".fuzz"
BANK = next(QUESTIONS.glob("*/items.toml")).parent
LONGEST = 20_000
"""Bytes of an input, of one file of an archive."""
PATIENCE = 20
"""Seconds after which an input is a fault: a hundred times what a text of that length takes."""
_LAST = re.compile(r"^#(\d+)\s+DONE\s+cov: (\d+) .*corp: (\d+)", re.MULTILINE)


def read_text(data: bytes) -> None:
    """Marks stand where they say, and nothing is proposed that the checks forbid."""
    text = data.decode(errors="replace")
    annotations = annotate(text)
    assert all(span.is_verbatim_in(text) for span in spans_of(annotations))
    for candidate in propose(annotations).candidates:
        assert all(finding.level != "error" for finding in check(candidate.item, text, ()))


def read_any_document(data: bytes) -> None:
    """Whatever encoding and kind a person chose for it."""
    for encoding in ("", list(ENCODINGS)[len(data) % len(ENCODINGS)]):
        for kind in ("", *PLAIN_KINDS):
            with suppress(UnreadableFile):
                read = read_document(data, encoding, kind)
                assert read.text.strip()
                assert all(map(str, read.remarks))


def read_any_file(data: bytes) -> None:
    with suppress(UnreadableFile):
        recognise(data)


def read_items_file(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        for file in BANK.iterdir():
            (Path(folder) / file.name).write_bytes(data if file.name == ITEMS_FILE else file.read_bytes())
        with suppress(BankErrors):
            read_bank(Path(folder))


def decode_any(data: bytes) -> None:
    with suppress(Undecodable):
        decode(data)


def grade_any(data: bytes) -> None:
    response = data.decode(errors="replace")
    for key in ("Jan III Sobieski", "3 grudnia 1917", "XVI wiek", "1788–1792", "3500 jeźdźców"):
        assert 0 <= grade(Item("typed", "event", "Kto?", (), (key,), ()), (response,)).points <= 1
        assert 0 <= grade(Item("date", "date", "Kiedy?", (), (key,), ()), (response,)).points <= 1


ANNOTATED = annotate(TEXT)
TEXTS = [TEXT.encode(), *(part.encode() for part in (BANK / "source.txt").read_text("utf-8").split("\n\n"))]
QUESTION_FILES = [
    *test_any_bytes.GOOD,
    *(known.write(WRITTEN[:6], "x").content for known in WRITABLE.values() if known.write),
]
DOCUMENTS = [test_documents.a_docx(), test_documents.an_odt(), test_documents.PRINTED, *TEXTS, b"<p>Jan</p>"]
ASKED = {
    "type": "single",
    "category": "person",
    "stem": "Kto ruszył na pomoc Wiedniowi?",
    "key": ["Jan III Sobieski"],
}
REPLIES = [
    {**ASKED, "distractors": ["Karol Gustaw", "Piotr I"], "evidence": ["ruszył król Jan III Sobieski"]},
    {**ASKED, "type": "boolean", "key": "Prawda", "evidence": ["król Jan III Sobieski", "wrócił do Żółkwi"]},
    {**ASKED, "type": "date", "category": "date", "key": "1683 rok", "evidence": "W 1683 r."},
]

Target = Callable[[bytes], object]
TARGETS: dict[str, tuple[Target, list[bytes]]] = {
    **{
        name: (lambda data, name=name: test_any_bytes.read(name, data), QUESTION_FILES)  # type: ignore[misc]
        for name in READABLE
    },
    "recognised": (read_any_file, QUESTION_FILES),
    "bank": (
        read_items_file,
        [b"[[item]]" + one for one in (BANK / ITEMS_FILE).read_bytes().split(b"[[item]]")[1:9]],
    ),
    "class list": (
        lambda data: read_class_list(data.decode(errors="replace")),
        [b"1. Nowak, Jan\n2. Ewa Lis"],
    ),
    "document": (read_any_document, DOCUMENTS),
    "decoding": (
        decode_any,
        [text.decode().encode(codec, "replace") for text in TEXTS[:3] for codec in ENCODINGS.values()],
    ),
    "text": (read_text, TEXTS),
    "answer": (grade_any, [b"Jan Sobieski", b"3 XII 1917 r.", b"1788-92"]),
    "reply": (
        lambda data: list(read_reply(data.decode(errors="replace"), ANNOTATED)),
        [json.dumps({"questions": REPLIES}).encode()],
    ),
}
"""What is tried, and what to begin with."""


def main(seconds: float, names: list[str]) -> int:
    """Give each target its share of the time; how many broke."""
    broken = 0
    for name in names:
        folder = KEPT / name.replace(" ", "-")
        folder.mkdir(parents=True, exist_ok=True)
        command = [
            sys.executable,
            "-m",
            "tests.fuzz",
            "--one",
            name,
            f"-max_total_time={seconds / len(names):.0f}",
        ]
        done = subprocess.run(
            [*command, str(folder)], capture_output=True, text=True, errors="replace", check=False
        )
        said = done.stdout + done.stderr
        last = _LAST.search(said)
        if done.returncode or not last:
            broken += 1
            sys.stdout.write(f"{said[-4_000:]}\n{name}: BROKEN, see above and {KEPT}\n")
        else:
            sys.stdout.write(f"{name}: {last[1]} inputs, {last[2]} branches reached, {last[3]} inputs kept\n")
        sys.stdout.flush()
    return broken


def one(name: str, options: list[str]) -> None:
    """Never returns: the fuzzer ends the process."""
    target, seeds = TARGETS[name]
    with TemporaryDirectory() as begin:
        for number, seed in enumerate(seeds):
            (Path(begin) / str(number)).write_bytes(seed)
        bounds = [
            f"-max_len={LONGEST}",
            f"-timeout={PATIENCE}",
            f"-artifact_prefix={KEPT}/{name.replace(' ', '-')}-",
        ]
        atheris.Setup([sys.argv[0], *bounds, *options, begin], target, custom_mutator=changed)
        atheris.Fuzz()


def changed(data: bytes, most: int, seed: int) -> bytes:
    """Another input like this one; of an archive mostly with one of its files changed, so that it stays one."""
    if seed % 8 and data.startswith(b"PK"):
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                files = {name: archive.read(name) for name in archive.namelist()}
            chosen = sorted(files)[seed // 8 % len(files)]
            repacked = packed({**files, chosen: atheris.Mutate(files[chosen], LONGEST)})
        except Exception:  # no archive any more, in one of many ways
            repacked = b""
        if 0 < len(repacked) <= most:
            return repacked
    return bytes(atheris.Mutate(data, most))


if __name__ == "__main__":
    if sys.argv[1] == "--one":
        one(sys.argv[2], sys.argv[3:])
    sys.exit(main(float(sys.argv[1]), sys.argv[2:] or list(TARGETS)))
