"""From annotations to candidates."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from itertools import islice

from quizapp.generate.abstentions import abstentions
from quizapp.generate.candidate import Candidate, Proposal
from quizapp.generate.corrected import respecting
from quizapp.generate.draft import Draft
from quizapp.generate.facts import gather
from quizapp.generate.ranking import ranked
from quizapp.generate.rules import rules
from quizapp.generate.soundness import is_sound
from quizapp.items.correction import Correction
from quizapp.text.annotations import Annotations


def propose(
    annotations: Annotations,
    *,
    seed: int = 0,
    limit: int | None = None,
    corrections: Sequence[Correction] = (),
) -> Proposal:
    """Questions about the text, best first, and what was seen but not asked.

    The same text, seed and corrections give the same proposal. The seed chooses between equally good
    statements; `limit` keeps the best so many; `corrections` are what is known to be wrong in the text:
    a corrected value is never an option, and a question that rests on a wrong place says „Według tekstu”.
    """
    facts = gather(annotations, seed)
    made = [(name, draft) for name, rule in rules().items() for draft in rule(facts)]
    kept = [
        (name, mended)
        for name, draft in made
        if (mended := respecting(draft, corrections)) and is_sound(mended, annotations.text)
    ]
    source = hashlib.sha256(annotations.text.encode("utf-8", "surrogatepass")).hexdigest()
    candidates = [_candidate(source, name, draft, score) for name, draft, score in ranked(kept)]
    return Proposal(tuple(islice(candidates, limit)), tuple(abstentions(facts, candidates)))


def _candidate(source: str, rule: str, draft: Draft, score: float) -> Candidate:
    places = ",".join(f"{span.start}-{span.end}" for span in draft.item.evidence)
    identity = hashlib.sha256(f"{source}|{places}|{rule}|{draft.fact}|{draft.item.type}".encode())
    return Candidate(identity.hexdigest()[:16], draft.item, rule, score)
