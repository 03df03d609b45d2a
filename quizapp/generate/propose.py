"""From annotations to candidates."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from quizapp.generate.abstentions import abstentions
from quizapp.generate.candidate import Candidate, Proposal
from quizapp.generate.capitals import words_in_capitals
from quizapp.generate.corrected import respecting
from quizapp.generate.draft import Draft, Sound, Why
from quizapp.generate.facts.gathered import Facts, gather
from quizapp.generate.ranking import ranked, without_needless_gaps
from quizapp.generate.rules import rules
from quizapp.generate.soundness import reads_well
from quizapp.generate.theme import Theme, in_theme
from quizapp.items.checks import check
from quizapp.items.correction import Correction
from quizapp.items.item import GAP
from quizapp.text.annotations import Annotations


def propose(
    annotations: Annotations,
    *,
    title: str = "",
    seed: int = 0,
    limit: int | None = None,
    corrections: Sequence[Correction] = (),
    watch: Callable[[float], None] = lambda share: None,
) -> Proposal:
    """Questions about the text, best first, and what was seen but not asked.

    The same text, title, seed and corrections give the same proposal. `title` is what the teacher calls the
    text: it says what a text is about that does not say so itself. The seed chooses between equally good
    statements; `limit` keeps the best so many; `corrections` are what is known to be wrong in the text:
    a corrected value is never an option, and a question that rests on a wrong place says „Według tekstu”.
    `watch` is told now and then what share of the work is done.
    """
    facts = gather(annotations, seed, title)
    made = list(_drafts(facts, watch))
    shared = _shared_names(annotations)
    told_apart = ((name, _told_apart(draft, shared)) for name, draft in _watched(made, watch))
    worded = (
        (name, _worded(draft, facts.label_of(draft.item.stem), corrections))
        for name, draft in told_apart
        if draft is not None
    )
    verdicts = (
        judged(name, draft, annotations.text, corrections) for name, draft in worded if draft is not None
    )
    sounds = without_needless_gaps([verdict for verdict in verdicts if isinstance(verdict, Sound)])
    source = fingerprint(annotations.text)
    candidates = [numbered(source, sound, score) for sound, score in ranked(sounds)]
    return Proposal(tuple(islice(candidates, limit)), tuple(abstentions(facts, candidates)))


def _drafts(facts: Facts, watch: Callable[[float], None]) -> Iterator[tuple[str, Draft]]:
    """What the rules make, the first half of the work."""
    known = rules()
    for place, (name, rule) in enumerate(known.items()):
        watch(place / len(known) / 2)
        yield from ((name, draft) for draft in rule(facts) if not _quotes_capitals(draft))


def _quotes_capitals(draft: Draft) -> bool:
    """Whether the stem has words of a heading as it is printed: „Kiedy zawarto UKŁAD W TYLŻY?”."""
    printed = {word for span in draft.item.evidence for word in words_in_capitals(span.text)}
    return any(word.strip(",.;:?!…„”()") in printed for word in draft.item.stem.split())


def _shared_names(annotations: Annotations) -> frozenset[str]:
    """How the first and last names begin that two persons of the text bear."""
    names = (person.name.split() for person in annotations.persons)
    borne = Counter(begun for words in names for begun in {words[0][:_BEGINNING], words[-1][:_BEGINNING]})
    return frozenset(name for name, times in borne.items() if times > 1)


def _told_apart(draft: Draft, shared: frozenset[str]) -> Draft | None:
    """The draft without typed answers that two persons of the text would answer to; None if no answer is left."""
    answers = draft.item.answer
    of_a_person = draft.item.category == "person" or draft.item.type == "typed"
    if not of_a_person or draft.item.options or not answers:
        return draft
    kept = tuple(answer for answer in answers if " " in answer or answer[:_BEGINNING] not in shared)
    if GAP in draft.item.stem and kept[:1] != answers[:1]:  # what stands in the text names two
        return None
    return replace(draft, item=replace(draft.item, answer=kept)) if kept else None


def _worded(draft: Draft, theme: Theme | None, corrections: Sequence[Correction]) -> Draft | None:
    """The draft with „według tekstu” where the text is doubted, and what it is about before it; None if that tells."""
    return in_theme(respecting(draft, corrections) or draft, theme)


def _watched(made: list[tuple[str, Draft]], watch: Callable[[float], None]) -> Iterator[tuple[str, Draft]]:
    """The drafts one by one as they are judged, the second half."""
    for place, draft in enumerate(made):
        if place % _SELDOM == 0:
            watch((1 + place / len(made)) / 2)
        yield draft


_SELDOM = 100
_BEGINNING = 5
_WHY: dict[str, Why] = {"C1": "rival", "C20": "rival", "C19": "unproved"}


def judged(rule: str, draft: Draft, text: str, corrections: Sequence[Correction]) -> Sound | Why:
    """The draft as it may be asked, with the codes of the checks that warn; why, if a check forbids it."""
    mended = respecting(draft, corrections)
    if mended is None or not reads_well(mended.item):
        return "writing"
    found = check(mended.item, text, corrections)
    for finding in found:
        if finding.level == "error":
            return _WHY.get(finding.code, "writing")
    return Sound(rule, mended, tuple(dict.fromkeys(finding.code for finding in found)))


def fingerprint(text: str) -> str:
    """What the ids of candidates know the source by."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def numbered(source: str, sound: Sound, score: float) -> Candidate:
    """The candidate with its id."""
    item = sound.draft.item
    places = ",".join(f"{span.start}-{span.end}" for span in item.evidence)
    identity = hashlib.sha256(f"{source}|{places}|{sound.rule}|{sound.draft.fact}|{item.type}".encode())
    return Candidate(identity.hexdigest()[:16], item, sound.rule, score, sound.flags)
