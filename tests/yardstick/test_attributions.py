"""Two hundred and eighty attributions: how many speakers are named, and how many of those named are right."""

from __future__ import annotations

import sys
from pathlib import Path

from quizapp.text.annotate import annotate

LINES = (Path(__file__).parent / "attributions.txt").read_text(encoding="utf-8").splitlines()
CASES = [line.split(" => ") for line in LINES if " => " in line and not line.startswith("#")]


def read(text: str) -> list[tuple[str, str]]:
    annotations = annotate(text)
    names = {person.id: person.name for person in annotations.persons}
    return [(q.kind[0], names.get(q.speaker or "", "-")) for q in annotations.quotations]


def test_speech_is_told_from_phrases_and_given_to_its_speaker_or_to_nobody() -> None:
    pairs = []
    for text, marked in CASES:
        expected = [tuple(said.split(" ", 1)) for said in marked.split(" ; ")]
        pairs += list(zip(expected, read(text), strict=True))
    kinds = sum(expected[0] == found[0] for expected, found in pairs)
    marked_speakers = sum(expected[1] != "-" for expected, _ in pairs)
    named = sum(found[1] != "-" for _, found in pairs)
    right = sum(expected[1] == found[1] != "-" for expected, found in pairs)
    sys.stdout.write(f"\nkinds {kinds} of {len(pairs)}, speakers {right} of {marked_speakers}, named {named}")
    assert kinds >= 0.97 * len(pairs)
    assert right >= 0.84 * marked_speakers
    assert right >= 0.96 * named
