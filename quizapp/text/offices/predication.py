"""Whose office it is by a verb: who was, became or was made what the office says."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.text import lexicon
from quizapp.text.offices.phrases import Office
from quizapp.text.telling.clauses import FINITE, Line, Mention, holder, is_finite, may_be_subject
from quizapp.text.words import readings

_BEING = frozenset(("być", "zostać", "zostawać", "stać", "pozostać", "pozostawać", "okazać", "bywać"))
_BECOMING = _BEING | lexicon.words("appointing_verbs")
_TAKING_FOR = frozenset(("uznać", "uznawać", "uważać", "przyjąć", "wziąć"))
_GIVING = frozenset(
    ("powierzyć", "powierzać", "oddać", "oddawać", "nadać", "nadawać", "przyznać", "przyznawać", "przekazać",
     "przekazywać")
)  # fmt: skip
_OFFERING = frozenset(("proponować", "zaproponować", "oferować", "zaoferować", "ofiarować", "ofiarowywać"))
_PARTICIPLES = ("pcon", "pant")
_HOLDING_NOUNS = frozenset(
    ("urząd", "stanowisko", "funkcja", "godność", "tytuł", "teka", "stopień", "ranga", "obowiązek", "tron")
)


def by_verb(line: Line, office: Office, previous: Mention | None) -> Mention | None:
    """Who is said to be, to become or to be made what the office says.

    `previous` is who the sentence before was about, for a sentence that names no subject.
    """
    for verb in _linking_verbs(line, office):
        wanted = frozenset(("acc",)) if _is_taken_for(line, office, verb) else _wanted_cases(line, verb)
        named = holder(line, office.reach, office.last, verb, wanted)
        if named:
            return named
        if previous and may_be_subject(line, verb, previous, office) and "nom" in wanted:
            return previous
        if previous and "dat" in wanted and _is_given_by_pronoun(line, verb, previous):
            return previous
    return None


def _is_given_by_pronoun(line: Line, verb: int, person: Mention) -> bool:
    """„powierzył mu tekę”: the pronoun stands for whom the text is about, if nobody else may be meant."""
    pronouns = ("jej",) if person.gender == "f" else ("mu", "jemu")
    is_said = any(word.text in pronouns for word in line.words[max(verb - 2, 0) : verb + 3])
    return is_said and all(
        "nom" in mention.cases and mention.person != person.person
        for mention in line.mentions_near(verb, verb)
        if mention.last < verb and mention.gender in (person.gender, "unknown")
    )


def _linking_verbs(line: Line, office: Office) -> Iterator[int]:
    """Places of verbs that may give the office to somebody, the nearest only."""
    how = _way_of_saying(line, office)
    if how is None:
        return
    for place in _outward(line, office):
        text = line.words[place].text
        if text in (";", ":") or not (is_finite(text) or _is_giving_participle(text)):
            continue
        if place and line.words[place - 1].text == "nie":
            return
        lemmas = {reading.lemma for reading in readings(text) if reading.pos in (*FINITE, *_PARTICIPLES)}
        if lemmas & _OFFERING:  # „zaproponował mu stanowisko”: nobody holds it yet
            return
        if how in ("holding", "as") or lemmas & _BECOMING or _is_taken_for(line, office, place):
            yield place
        return


def _is_giving_participle(form: str) -> bool:
    """„powierzając mu stanowisko”: what it gives is not its subject's, as it is with „obejmując urząd”."""
    return any(
        reading.pos in _PARTICIPLES and reading.lemma in _GIVING | _OFFERING for reading in readings(form)
    )


def _is_taken_for(line: Line, office: Office, verb: int) -> bool:
    """„senat uznał X za cesarza”."""
    if office.reach == 0 or line.words[office.reach - 1].text != "za" or _is_reflexive(line, verb):
        return False
    return any(reading.lemma in _TAKING_FOR for reading in readings(line.words[verb].text))


def _way_of_saying(line: Line, office: Office) -> str | None:
    before = line.words[office.reach - 1].text.lower() if office.reach else ""
    if before == "jako" and office.cases & {"nom", "acc"}:
        return "as"
    if "inst" in office.cases:
        return "being"
    if before in ("na", "za") and "acc" in office.cases:
        return "being"
    if "gen" in office.cases and any(reading.lemma in _HOLDING_NOUNS for reading in readings(before or ".")):
        return "holding"
    return None


def is_predicative(line: Line, office: Office) -> bool:
    """Whether the office is said of somebody or given away: „jako król”, „na króla”, „królem”, „tytuł króla”."""
    before = line.words[office.reach - 1].text.lower() if office.reach else "."
    if before in ("jako", "niczym", "jak", "na", "za"):
        return True
    if office.cases == {"inst"}:
        return not any(reading.pos == "prep" for reading in readings(before))
    return any(reading.lemma in _HOLDING_NOUNS for reading in readings(before))


def _outward(line: Line, office: Office) -> Iterator[int]:
    """Places around the office by their distance from it, up to eight words away."""
    for distance in range(1, 9):
        for place in (office.reach - distance, office.last + distance):
            if 0 <= place < len(line.words):
                yield place


def _wanted_cases(line: Line, verb: int) -> frozenset[str]:
    """Whether the holder is the subject of the verb or its object."""
    known = readings(line.words[verb].text)
    lemmas = {reading.lemma for reading in known}
    if lemmas & _GIVING:
        return frozenset(("dat",))
    if any(reading.pos == "imps" for reading in known):
        return frozenset(("acc", "gen"))
    if lemmas & _BEING or not lemmas & _BECOMING or _is_reflexive(line, verb):
        return frozenset(("nom",))
    return frozenset(("acc",))


def _is_reflexive(line: Line, verb: int) -> bool:
    return any(word.text == "się" for word in line.words[max(verb - 2, 0) : verb + 3])
