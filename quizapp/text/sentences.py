"""Where the sentences of a text begin and end."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quizapp.text.paragraphs import Stretch, paragraphs_of
from quizapp.text.quotation_marks import outermost_quoted
from quizapp.text.sentence_ends import Stop, Whole, ends_sentence
from quizapp.text.sentence_words import is_an_object, is_finite_verb, is_subordinator
from quizapp.text.spans import Span

_STOP = re.compile(r"[.?!…][.?!…”\"»«“’'‘)\]}¹²³⁰⁴-⁹]*(?:\[\d{1,3}\]){0,3}(?=\s|\Z)")
_NEXT = re.compile(r"\s*((?:[^\w\s]{1,6}\s?){0,2})(\w[\w'’-]{0,40})?(\.?)\s{0,3}(\w?)")
_NAME_ALONE = re.compile(
    r"\s{1,3}(?:(?:[A-ZĄĆĘŁŃÓŚŹŻ][\w'’-]{1,40}\s{0,3}){1,5}|„[^„”.!?]{1,80}”)[.!?](?=\s|\Z)"
)
_NAME_WITH_RELATIVE = re.compile(r"\s{1,3}(?:[A-ZĄĆĘŁŃÓŚŹŻ][\w'’-]{1,40}\s{0,3}){1,5}, któr")
_LEFT_OUT = re.compile(r",\s+a\s+(?:od|do|w|po|przed)\s+\d{3,4}\s+\w{1,2}\.\Z")
_END = re.compile(r"[.?!…](?=\s{1,3}[A-ZĄĆĘŁŃÓŚŹŻ„(]|\s*\Z)")
_BRACKET = re.compile(r"[()\[\]]")
_WORD = re.compile(r"[^\W\d_]+")
_VISIBLE = re.compile(r"\S")
_DASH = re.compile(" – ")
_OPENED_BY = {")": "(", "]": "["}
_OPENING = "„“\"«»‚‘'([–—-"
_NEAR = 60  # letters in which the words before a stop are sought
_LONGEST_WHOLE = 1_500


def find_sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text in its order, headings and captions among them, without blanks around.

    A quotation or bracket inside a sentence is kept whole, however many sentences it holds, if it is not
    longer than a page. The time grows with the length of the text alone.
    """
    layout = _layout(text)
    return tuple(
        Span.of(text, *sentence)
        for paragraph in paragraphs_of(text)
        for sentence in _sentences(layout, *paragraph)
    )


@dataclass(frozen=True, slots=True)
class _Layout:
    """A text with what is kept whole in it, and where finite verbs, subordinators and dashes stand."""

    text: str
    wholes: tuple[Stretch, ...]
    verbs: tuple[int, ...]
    subordinators: tuple[int, ...]
    dashes: tuple[int, ...]

    def whole_around(self, offset: int) -> Stretch | None:
        """The quotation or bracket that holds the offset."""
        place = bisect_right(self.wholes, offset, key=lambda whole: whole[0]) - 1
        return self.wholes[place] if place >= 0 and offset < self.wholes[place][1] else None

    def has_main_verb(self, start: int, end: int) -> bool:
        """Whether the words have a finite verb of a main clause, or a dash for it: „Edykt – akt z 1598 r.”."""
        verbs = _count(self.verbs, start, end)
        if not verbs:
            return _count(self.dashes, start, end) > 0
        return verbs > _count(self.subordinators, start, end)


def _count(offsets: tuple[int, ...], start: int, end: int) -> int:
    return bisect_left(offsets, end) - bisect_left(offsets, start)


def _layout(text: str) -> _Layout:
    quoted = [(quoted.outer_start, quoted.outer_end) for quoted in outermost_quoted(text)]
    wholes = tuple(
        _merged(whole for whole in (*quoted, *_brackets(text)) if whole[1] - whole[0] <= _LONGEST_WHOLE)
    )
    layout = _Layout(text, wholes, (), (), ())
    words = [word for word in _WORD.finditer(text) if not layout.whole_around(word.start())]
    verbs = tuple(word.start() for word in words if is_finite_verb(word.group()))
    subordinators = tuple(word.start() for word in words if is_subordinator(word.group()))
    return _Layout(text, wholes, verbs, subordinators, tuple(dash.start() for dash in _DASH.finditer(text)))


def _brackets(text: str) -> Iterator[Stretch]:
    opened: list[re.Match[str]] = []
    for bracket in _BRACKET.finditer(text):
        if bracket.group() not in _OPENED_BY:
            opened.append(bracket)
        elif opened and opened[-1].group() == _OPENED_BY[bracket.group()]:
            yield opened.pop().start(), bracket.end()


def _merged(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    reached: Stretch | None = None
    for stretch in sorted(stretches):
        if reached and stretch[0] < reached[1]:
            reached = reached[0], max(reached[1], stretch[1])
            continue
        if reached:
            yield reached
        reached = stretch
    if reached:
        yield reached


def _sentences(layout: _Layout, start: int, end: int) -> Iterator[Stretch]:
    for found in _STOP.finditer(layout.text, start, end):
        stop = _stop(layout, found, start, end)
        if stop and ends_sentence(stop):
            yield start, found.end()
            following = _VISIBLE.search(layout.text, found.end(), end)
            start = following.start() if following else end
    if start < end:
        yield start, end


def _stop(layout: _Layout, found: re.Match[str], start: int, end: int) -> Stop | None:
    """The stop with its surroundings; None within a quotation or bracket that goes on."""
    at = found.start()
    around = layout.whole_around(at)
    if around and found.end() < around[1]:
        return None
    before = layout.text[max(start, at - _NEAR) : at].split()
    ahead = _NEXT.match(layout.text, found.end(), end)
    lead, after, dot, following = ahead.groups(default="") if ahead else ("", "", "", "")
    return Stop(
        mark=found.group(),
        before=before[-1].lstrip(_OPENING) if before else "",
        previous=before[-2].lstrip(_OPENING) if len(before) > 1 else "",
        lead=lead,
        after=after,
        after_is_short=bool(dot) and len(after) <= 2,
        following=following,
        is_alone=len(before) < 2,
        has_verb=layout.has_main_verb(start, at),
        name_follows=_goes_on(layout, found.end(), end, after),
        whole=_whole(layout.text, around, start) if around else None,
    )


def _goes_on(layout: _Layout, start: int, end: int, after: str) -> bool:
    """Whether but a name follows up to the next stop, or words that lack a main verb and are no subject of one.

    „Odbił je w 86 r. Lucjusz Sulla, który …”, „odzyskał w 1229 r. Jerozolimę i Nazaret”, „(poznał) szkoły, a od 1518 r.
    Akademię”.
    """
    if _NAME_ALONE.match(layout.text, start, end):
        return True
    if _LEFT_OUT.search(layout.text, max(start - _NEAR, 0), start):
        return True
    if not (_NAME_WITH_RELATIVE.match(layout.text, start, end) or is_an_object(after)):
        return False
    stop = _END.search(layout.text, start, end)
    return not layout.has_main_verb(start, stop.start() if stop else end)


def _whole(text: str, around: Stretch, sentence_start: int) -> Whole:
    before = text[max(sentence_start, around[0] - 3) : around[0]].rstrip()
    return Whole(text[slice(*around)], not before, before.endswith(":"))
