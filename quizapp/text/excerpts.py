"""Words somebody copied out of a text, found in it again."""

from __future__ import annotations

import re

from quizapp.text.spans import Span


def find_excerpt(text: str, excerpt: str) -> Span | None:
    """Where the excerpt first stands in the text; None if it does not.

    White space may differ, since copying turns no-break spaces and line ends into blanks;
    everything else must be verbatim. The span holds the words as the text has them.
    """
    words = excerpt.split()
    if not words:
        return None
    found = re.search(r"\s+".join(map(re.escape, words)), text)
    return Span.of(text, found.start(), found.end()) if found else None
