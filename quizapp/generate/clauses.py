"""Sentences taken apart into clauses of one finite verb each, where that is certain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import takewhile

from quizapp.generate.material import Sentence, Unit, is_nominative
from quizapp.generate.noun_phrases import phrase_at_end
from quizapp.generate.wording import joined
from quizapp.generate.words import (
    ADJECTIVES,
    ADVERB,
    NOUNS,
    PREPOSITION,
    agree,
    cases,
    has,
    is_finite,
    is_noun,
    lemmas,
    readings,
    word_list,
)
from quizapp.text import lexicon
from quizapp.text.annotations import Quotation
from quizapp.text.spans import Span

_BORROWED, _FEW, _HEADS, _AHEAD = 4, 3, 3, 4
_AFTER_NAME = 2
_LONGEST_LIST = 8
_BREAKS = frozenset(",;:–—")
_LATE = frozenset({"że", "iż", "czym", "czego", "czemu", "gdy"})
"""What makes a subordinate clause together with the word before it: „mimo że”, „po czym”, „podczas gdy”."""
_THEREUPON = frozenset(
    {("po", "czym"), ("wobec", "czego"), ("wskutek", "czego"), ("dzięki", "czemu"), ("przy", "czym")}
)
"""What goes on with the story as „i” does."""
_LINKING = frozenset({"prep", "conj", "part", "adv", "comp"})
_THAT = frozenset({"że", "iż"})
_FACTUAL = frozenset({"gdy", "kiedy", "gdyż", "ponieważ", "bo", "choć", "chociaż"})
_PURPOSE = frozenset({"by", "aby", "żeby", "ażeby"})
_COMMENTING = frozenset({"jak", "co"})
"""What opens a remark on the clause before („jak przekazał Dukas”), or after some verbs what it wants."""

_CONJUNCTIONS = frozenset({"i", "oraz", "a", "ale", "lecz"})
_CONTRASTING = frozenset({"a", "ale", "lecz"})
_ENDS = frozenset(".!?…")
_PARTICIPLES = frozenset({"ppas", "pact"})
_INFINITIVE = frozenset({"inf"})
_ADVERBIAL_PARTICIPLES = frozenset({"pcon", "pant"})


@dataclass(frozen=True, slots=True)
class Clause:
    """Units around one finite verb, in the order of the text.

    `tail` is what follows after a break without a verb of its own (an apposition, more of an enumeration).
    `antecedent` is the name that a relative clause tells about; its pronoun is left out of `units`.
    `named_in` is the sentence that names the subject where the clause itself leaves it out.
    `complement` is the clause that says what was told („że …”) or which thing is meant („w którym …”); without it
    the clause says too little. `is_subordinate` is whether it says when or why („gdy …”) and the text goes on with
    the main clause.
    """

    sentence: Sentence
    units: tuple[Unit, ...]
    verb: int
    tail: tuple[Unit, ...] = ()
    antecedent: Unit | None = None
    named_in: Span | None = None
    complement: tuple[Unit, ...] = ()
    is_subordinate: bool = False

    @property
    def evidence(self) -> tuple[Span, ...]:
        """What proves the clause: its sentence, and the one that names its subject."""
        named = self.named_in or self.sentence.span
        return tuple(dict.fromkeys((self.sentence.span, named)))

    @property
    def negated(self) -> bool:
        """Whether the verb is denied."""
        return self.verb > 0 and self.units[self.verb - 1].lower == "nie"

    @property
    def verb_form(self) -> str:
        """The finite verb as it stands, in lower case."""
        return self.units[self.verb].lower


@dataclass(slots=True)
class Segment:
    """What stands between two breaks, and the break before it."""

    opening: Unit | None
    units: list[Unit] = field(default_factory=list)

    @property
    def verbs(self) -> list[int]:
        """The places of its finite verbs."""
        return [at for at, unit in enumerate(self.units) if unit.kind == "word" and is_finite(unit.lower)]

    @property
    def kind(self) -> str:
        """What it is in its sentence: `verbal`, `nominal`, `relative`, `subordinate`, `complement` or `comment`."""
        if self.opening and self.opening.text == ":":
            return "verbal" if self.verbs else "nominal"
        heads = [unit.lower for unit in self.units[:_HEADS] if unit.kind == "word"]
        if any({"który", "jaki"} & lemmas(head) for head in heads):
            return "relative"
        if tuple(heads[:2]) in _THEREUPON and self.verbs:
            return "verbal"
        if len(heads) > 1 and heads[1] in _LATE and has(heads[0], _LINKING):
            return "subordinate"
        if heads and heads[0] in word_list("complementizers"):
            return "complement"
        if heads and heads[0] in _COMMENTING:
            return "comment"
        if heads and heads[0] in word_list("subordinators"):
            return "subordinate"
        return "verbal" if self.verbs else "nominal"

    @property
    def is_of_purpose(self) -> bool:
        """„aby zatrzymać odpływ talentów”: it has its verb in the infinitive."""
        words = [unit.lower for unit in self.units if unit.kind == "word"]
        return bool(_PURPOSE.intersection(words[:1])) and any(has(word, _INFINITIVE) for word in words)

    @property
    def only_describes(self) -> bool:
        """Whether it has no verb of its own and only adds how, when or what somebody was."""
        if self.verbs or not self.units:
            return False
        adverbial = any(has(unit.lower, _ADVERBIAL_PARTICIPLES) for unit in self.units[:3])
        return adverbial or (self._opens_the_sentence() if self.opening is None else self._is_inserted())

    @property
    def is_oblique(self) -> bool:
        """Whether it only explains a noun in another case: „(ożeniony z Anną,) córką króla, …”."""
        first = self.units[0] if self.units and not self.verbs else None
        if first is None or first.kind != "word" or has(first.lower, PREPOSITION | ADVERB):
            return False
        return bool(cases(first.lower, NOUNS | ADJECTIVES)) and not has(
            first.lower, NOUNS | ADJECTIVES, "nom"
        )

    def _opens_the_sentence(self) -> bool:
        """„Rozbity pod Byczyną, arcyksiążę …”: a participle of what comes after it."""
        if len(self.units) < 2:
            return False
        first = self.units[0].lower
        near = self.units[1:2] if has(self.units[1].lower, PREPOSITION) else self.units[1:3]
        told = any(is_nominative(unit) or agree(first, unit.lower) for unit in near)
        return has(first, _PARTICIPLES, "nom") and not told

    def _is_inserted(self) -> bool:
        """„…, zwany Wielkim, …”, „…, blisko osiemdziesięcioletnia, …”."""
        if self.opening is None or self.opening.text != ",":
            return False
        if self.units[0].kind == "word" and has(self.units[0].lower, _PARTICIPLES):
            return True
        words = [unit.lower for unit in self.units]
        plain = all(has(word, ADJECTIVES | ADVERB) and not is_noun(word) for word in words)
        return plain and len(words) <= _FEW and has(words[-1], ADJECTIVES, "nom")


def clauses_of(sentence: Sentence) -> Iterator[Clause]:
    """The clauses of a sentence that can be told apart with certainty; where somebody speaks, those before."""
    segments = _before_speech(segments_of(sentence))
    if not segments:
        return
    main, told = _parted_from_what_was_told(segments)
    groups = _main_groups(main)
    if told and groups and (not groups[-1] or groups[-1][-1].units is not main[-1].units):
        groups.pop()
    for group in groups:
        for clause in _clauses_of_group(sentence, group):
            ends = bool(told) and clause.units[-1] is main[-1].units[-1]
            yield replace(clause, complement=told) if ends else clause
    yield from _clauses_of_time_and_reason(sentence, segments)
    yield from _relative_clauses(sentence, segments)


def _before_speech(segments: list[Segment]) -> list[Segment]:
    """The segments before the clause in which somebody speaks, where a „;”, „a” or „lecz” parts them from it."""
    speaks = next((at for at, segment in enumerate(segments) if _holds_speech(segment)), None)
    if speaks is None:
        return segments
    parted = (at for at in range(speaks, 0, -1) if _parts_clauses(segments[at]))
    return segments[: next(parted, 0)]


def _holds_speech(segment: Segment) -> bool:
    return any(unit.quotation and _is_said(unit.quotation) for unit in segment.units)


def _parts_clauses(segment: Segment) -> bool:
    opens = segment.units[0].lower if segment.units else ""
    return opens in _CONTRASTING or (segment.opening is not None and segment.opening.text == ";")


def _is_said(quotation: Quotation) -> bool:
    """Whether the words are somebody's utterance, not a few borrowed words inside a sentence."""
    is_short = len(quotation.span.text.split()) <= _BORROWED
    return quotation.kind == "speech" and (quotation.speaker is not None or not is_short)


def segments_of(sentence: Sentence) -> list[Segment]:
    """The sentence at its breaks."""
    segments = [Segment(None)]
    for unit in sentence.units:
        if unit.kind == "mark" and unit.text in _BREAKS:
            segments.append(Segment(unit))
        elif unit.kind != "aside":
            segments[-1].units.append(unit)
    while segments[-1].units and segments[-1].units[-1].text in _ENDS:
        segments[-1].units.pop()
    return segments


def _main_groups(segments: Sequence[Segment]) -> list[list[Segment]]:
    """Segments gathered around one verbal segment each; what cannot be placed is left out."""
    groups: list[list[Segment]] = [[]]
    awaiting_verb = after_subordinate = False
    for at, (before, segment) in enumerate(zip([None, *segments], segments, strict=False)):
        kind = _kind_after(before, segment)
        if kind == "complement" and after_subordinate:
            continue  # „X, który zapowiadał, że zostanie, odszedł”
        if kind == "complement":
            groups.pop()
            break
        opens = segment.units[0].lower if segment.units else ""
        goes_on = after_subordinate and opens == "a" and groups[-1]  # „w maju, gdy X przybył, a Y odszedł, …”
        if kind in ("relative", "subordinate") or awaiting_verb or goes_on:
            awaiting_verb, after_subordinate = not (segment.verbs or segment.is_of_purpose), True
            continue
        placed = _placed(groups, segments[at : at + _AHEAD], kind, after_subordinate=after_subordinate)
        if placed:
            groups, after_subordinate = placed, False
    return groups


def _placed(
    groups: list[list[Segment]], near: Sequence[Segment], kind: str, *, after_subordinate: bool
) -> list[list[Segment]]:
    """The groups with the first of these segments in its place; [] if it cannot be placed."""
    segment, last = near[0], groups[-1]
    parted = segment.opening is not None and segment.opening.text == ";"
    whole = parted and (kind != "verbal" or not _has_verb(last))
    if kind != "verbal" and not whole and not _is_subject_of_what_follows(near):
        return [] if after_subordinate else [*groups[:-1], [*last, segment]]
    begun = replace(segment, opening=None)
    if _has_verb(last):
        return [*groups[:-1], last if whole else _up_to_verb(last), [begun]]
    if whole:
        return [*groups[:-1], [begun]]
    return [*groups[:-1], [*last, begun if after_subordinate else segment]]


def _is_subject_of_what_follows(near: Sequence[Segment]) -> bool:
    """Whether of a name something is inserted before its verb: „…, Kraków, broniony przez X, poddał się”."""
    if _opens_a_contrast(near):
        return True
    match near:
        case [name, inserted, told, *_] if name.kind == "nominal" and name.units and not name.only_describes:
            last = name.units[-1]
            named = last.person is not None or has(last.text, NOUNS, "nom")
            return named and inserted.only_describes and inserted.opening is not None and bool(told.verbs)
    return False


def _opens_a_contrast(near: Sequence[Segment]) -> bool:
    """„…, lecz 7 kwietnia, wspólnie z X, rozbił …”: the date is of the verb that comes after what is inserted."""
    first = near[0]
    opens = bool(first.units) and first.units[0].lower in _CONTRASTING and any(u.date for u in first.units)
    inserted = takewhile(lambda segment: segment.kind == "nominal", near[1:])
    told = near[1 + len(list(inserted)) :][:1]
    return opens and any(segment.kind == "verbal" for segment in told)


def _has_verb(group: list[Segment]) -> bool:
    return any(segment.verbs for segment in group)


def _kind_after(before: Segment | None, segment: Segment) -> str:
    """What kind of segment it is, where that hangs on the one before."""
    if before and (_is_wanted(before, segment) or _compares(before, segment)):
        return "complement"
    if segment.kind == "comment":
        return "complement" if before and _wants_words(before) else "subordinate"
    return segment.kind


def _parted_from_what_was_told(segments: list[Segment]) -> tuple[list[Segment], tuple[Unit, ...]]:
    """The segments without the last one, and that one, where without it the sentence says too little.

    „ogłosił, że uznaje granice”, „wystawił dokument, w którym przyrzekł pokój”.
    """
    *main, last = segments
    if not main or not main[-1].units or len(last.verbs) != 1:
        return segments, ()
    tells = last.units[0].lower in _THAT
    says_which = last.kind == "relative" and bool(lemmas(main[-1].units[-1].lower) & word_list("vague_nouns"))
    return (main, tuple(last.units)) if tells or says_which else (segments, ())


def _is_wanted(before: Segment, segment: Segment) -> bool:
    """Whether the verb before says too little without what it wants: „zażądała w 1909 roku, by …”."""
    opens = segment.units[0].lower if segment.units else ""
    if opens not in _PURPOSE or not before.verbs:
        return False
    after = before.units[before.verbs[-1] + 1 :]
    return all(unit.date or has(unit.lower, PREPOSITION) for unit in after)


def _wants_words(segment: Segment) -> bool:
    """Whether the verb says what somebody knew or told, so that „jak …” or „co …” is what: „pokazał, jak zbudować”."""
    wanting = word_list("verbs_wanting_words") | word_list("verbs_of_knowing")
    return not segment.verbs or any(lemmas(segment.units[at].lower) & wanting for at in segment.verbs)


def _compares(before: Segment, segment: Segment) -> bool:
    """Whether a superlative waits for what it is said of: „największą armię, jaką …”."""
    near = [unit.lower for unit in before.units[-3:] if unit.kind == "word"]
    return segment.kind == "relative" and any(has(form, ADJECTIVES, "sup") for form in near)


def _up_to_verb(group: list[Segment]) -> list[Segment]:
    last = max(place for place, segment in enumerate(group) if segment.verbs)
    return group[: last + 1]


def _clauses_of_group(sentence: Sentence, group: Sequence[Segment]) -> Iterator[Clause]:
    verbal = next((place for place, segment in enumerate(group) if segment.verbs), None)
    if verbal is None:
        return
    tail = _joined(group[verbal + 1 :], keep_first=True)
    told = group[verbal : verbal + 1] if _only_calls_him(group[:verbal]) else group[: verbal + 1]
    parts = split_at_conjunction(_joined(told))
    for part in parts:
        places = [at for at, unit in enumerate(part) if unit.kind == "word" and is_finite(unit.lower)]
        if len(places) != 1:
            continue
        own_tail = tail if part is parts[-1] else []
        listed = bool(own_tail) and own_tail[0].text == ":" and places[0] < len(part) - 2
        if listed and part[-2].lower in ("w", "we"):
            part = part[:-2]  # „ukonstytuował się rząd w składzie: …”
        if not _goes_on(part, own_tail):
            yield Clause(sentence, tuple(part), places[0], tuple(own_tail))
        elif _is_rest_of_a_list(own_tail, sentence):
            yield Clause(sentence, (*part, *own_tail), places[0])


def _only_calls_him(opening: Sequence[Segment]) -> bool:
    """„Polityk, inżynier i poseł, urodził się …”: what a comma parts from its verb says who is left unsaid."""
    return bool(opening) and all(
        segment.units
        and all(unit.kind == "word" for unit in segment.units)
        and not segment.only_describes
        and (segment.opening is None or segment.opening.text == ",")
        and any(has(unit.lower, NOUNS, "nom", "sg", "m1") for unit in segment.units[:2])
        and not has(segment.units[0].lower, PREPOSITION)
        for segment in opening
    )


def _goes_on(part: Sequence[Unit], tail: Sequence[Unit]) -> bool:
    """Whether a list is cut in two: „wojska brytyjskie, francuskie i włoskie”."""
    if len(tail) < 2 or tail[0].text != "," or part[-1].kind != "word" or tail[1].kind != "word":
        return False
    last, following = part[-1].lower, tail[1].lower
    if len(tail) > 2 and agree(following, tail[2].lower):  # „Trybunał Koronny, najwyższy sąd …”
        return False
    if has(last, ADJECTIVES) and has(following, ADJECTIVES):
        return bool(cases(last, ADJECTIVES) & cases(following, ADJECTIVES))
    listed = any(unit.lower in ("i", "oraz") for unit in tail)
    return listed and bool(cases(last, NOUNS) & cases(following, NOUNS))


def _is_rest_of_a_list(tail: Sequence[Unit], sentence: Sentence) -> bool:
    """Whether the tail is nothing but the rest of a list that ends the sentence: „Polskę, Czechy i Węgry”."""
    short = len(tail) <= _LONGEST_LIST and tail[-1] in sentence.units[-2:]
    return short and all(unit.kind == "word" or unit.text == "," for unit in tail)


def _joined(group: Sequence[Segment], *, keep_first: bool = False) -> list[Unit]:
    """The units of the segments with their breaks; what only describes goes, with the breaks around it."""
    units: list[Unit] = []
    break_before = keep_first
    describing = False
    for segment in group:
        describing = segment.only_describes or (describing and segment.is_oblique)
        if describing:
            break_before = False
            continue
        if segment.opening and break_before:
            units.append(segment.opening)
        units += segment.units
        break_before = True
    if units and units[0].lower in _CONJUNCTIONS:
        del units[0]
    if tuple(unit.lower for unit in units[:2]) in _THEREUPON:
        del units[:2]
    return units


def split_at_conjunction(units: list[Unit]) -> list[list[Unit]]:
    """Two coordinated verbs parted at the conjunction between them; nothing if that is unclear."""
    verbs = [at for at, unit in enumerate(units) if unit.kind == "word" and is_finite(unit.lower)]
    if len(verbs) == 1:
        return [units]
    if len(verbs) != 2:
        return []
    first, second = verbs
    between = [at for at in range(first + 1, second) if units[at].lower in _CONJUNCTIONS]
    if between and (len(between) == 1 or between[-1] == second - 1):
        return [units[: between[-1]], units[between[-1] + 1 :]]
    return []


def _clauses_of_time_and_reason(sentence: Sentence, segments: Sequence[Segment]) -> Iterator[Clause]:
    """Clauses that open with „gdy”, „ponieważ”, „choć” or the like: what they tell, happened."""
    for at, segment in enumerate(segments):
        opens = bool(segment.units) and segment.units[0].lower in _FACTUAL
        following = segments[at + 1].kind if at + 1 < len(segments) else ""
        if opens and len(segment.verbs) == 1 and following in ("", "verbal", "subordinate"):
            yield Clause(sentence, tuple(segment.units[1:]), segment.verbs[0] - 1, is_subordinate=True)


def told_in_main_clauses(sentence: Sentence) -> list[Unit]:
    """The units of a sentence outside the clauses that only add to it: „na którym miał być car”."""
    return [
        unit
        for segment in segments_of(sentence)
        if segment.kind not in ("relative", "subordinate")
        for unit in segment.units
    ]


def _relative_clauses(sentence: Sentence, segments: Sequence[Segment]) -> Iterator[Clause]:
    """Clauses that open with `który` or `która` right after a name, or after what a name is said to be."""
    for at, segment in enumerate(segments[1:], start=1):
        following = segments[at + 1].kind if at + 1 < len(segments) else ""
        if following == "complement" or segment.kind != "relative":
            continue
        before = segments[at - 1].units
        named = before[-1] if before and before[-1].person else described_name(sentence, segments, at)
        if named is None or segment.units[0].lower not in ("który", "która"):
            continue
        parts = split_at_conjunction(segment.units[1:])
        for part in parts[:1]:
            verb = next(at for at, unit in enumerate(part) if unit.kind == "word" and is_finite(unit.lower))
            yield Clause(sentence, tuple(part), verb, antecedent=named)


def described_name(sentence: Sentence, segments: Sequence[Segment], at: int) -> Unit | None:
    """Whom the relative clause at that place tells of: „Jan, zdobywca Rygi, który …” tells of Jan."""
    if at < _AFTER_NAME or not segments[at].units:
        return None
    name, described = segments[at - 2 : at]
    pronoun = [reading for reading in readings(segments[at].units[0].lower) if reading.lemma == "który"]
    phrase = phrase_at_end(sentence, described.units, pronoun)
    set_off = described.opening is not None and described.opening.text == ","
    whole = phrase is not None and list(phrase.units) == described.units
    human = phrase is not None and ("m1" in phrase.reading.marks or phrase.reading.lemma in _women())
    if not (set_off and whole and human and name.units and name.units[-1].person):
        return None
    return name.units[-1]


@cache
def _women() -> frozenset[str]:
    return lexicon.words("people") | lexicon.words("relatives") | lexicon.words("occupations")


def with_what_was_told(clause: Clause, units: Sequence[Unit]) -> str:
    """Units of the clause as a phrase, with the clause that says what was told after them."""
    said = joined(units, clause.sentence)
    return f"{said}, {joined(clause.complement, clause.sentence)}" if clause.complement else said
