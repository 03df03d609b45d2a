"""A text with marks in it as a page of HTML that stands alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from html import escape
from typing import Literal

from quizapp.text.spans import Span

_NOT_SHOWN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text to be marked, and what the mark means."""

    span: Span
    kind: Literal["date", "person", "quotation"]
    title: str


def page(text: str, marks: Iterable[Mark]) -> str:
    """The page, with a legend; of two marks that cross, the one that begins later is cut in two."""
    return _PAGE.format(text="".join(_pieces(text, marks)))


def shown(text: str) -> str:
    """The text with U+FFFD for what can be neither shown nor written in UTF-8."""
    return _NOT_SHOWN.sub("\ufffd", text)


def _pieces(text: str, marks: Iterable[Mark]) -> Iterator[str]:
    waiting = [(start, -end, kind, title) for (start, end, kind), title in _titles(marks).items()]
    heapify(waiting)
    ends = [len(text)]
    reached = 0
    while waiting or ends:
        if ends and (not waiting or ends[-1] <= waiting[0][0]):
            end = ends.pop()
            yield escape(shown(text[reached:end])) + "</mark>" * bool(ends)
            reached = end
            continue
        start, minus_end, kind, title = heappop(waiting)
        if -minus_end > ends[-1]:
            heappush(waiting, (ends[-1], minus_end, kind, title))
        yield escape(shown(text[reached:start]))
        yield f'<mark class="{kind}" title="{escape(shown(title))}">'
        ends.append(min(-minus_end, ends[-1]))
        reached = start


def _titles(marks: Iterable[Mark]) -> dict[tuple[int, int, str], str]:
    """Each stretch once for each kind; where it means several persons, all of them in one title."""
    titles: dict[tuple[int, int, str], list[str]] = {}
    for mark in marks:
        titles.setdefault((mark.span.start, mark.span.end, mark.kind), []).append(mark.title)
    return {place: "\n".join(dict.fromkeys(told)) for place, told in titles.items()}


_PAGE = """<!DOCTYPE html>
<html lang="pl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Tekst z adnotacjami</title>
<style>
:root {{ color-scheme: light dark; --date: #ffe8b3; --person: #d6e6ff; --quotation: #d9f2d9; }}
@media (prefers-color-scheme: dark) {{ :root {{ --date: #5c4300; --person: #173a6b; --quotation: #1d4a1d; }} }}
body {{ max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1.1rem/1.6 Charter, Georgia, serif; }}
.legend {{ font: 1rem/1.6 system-ui, sans-serif; padding: 0; list-style: none; }}
main {{ white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate; }}
mark {{ color: inherit; text-underline-offset: .2em; }}
.date {{ background: var(--date); text-decoration: underline solid; }}
.person {{ background: var(--person); text-decoration: underline dotted; }}
.quotation {{ background: var(--quotation); text-decoration: underline wavy; }}
</style>
</head>
<body>
<h1>Tekst z adnotacjami</h1>
<ul class="legend">
<li><mark class="date">data</mark></li>
<li><mark class="person">osoba lub jej urząd</mark></li>
<li><mark class="quotation">cytat</mark></li>
</ul>
<main dir="auto">{text}</main>
</body>
</html>
"""
