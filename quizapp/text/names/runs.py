"""Where names of persons stand in a sentence: runs of capitalised words, cut where they do not agree."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from quizapp.text import lexicon
from quizapp.text.names.evidence import is_of_a_human, is_sure
from quizapp.text.names.extent import is_title_after_a_name, may_begin, name_ends, name_words
from quizapp.text.names.found import Found
from quizapp.text.names.guesses import PERSON_SLOTS
from quizapp.text.names.kinds import Kind, is_name_word, kind_of
from quizapp.text.names.neighbours import are_datives, bears_title, cases_after, genders_before, is_womans
from quizapp.text.names.nominative import Naming, likeliest, undeclined_from
from quizapp.text.names.things import belongs_to_a_thing
from quizapp.text.offices.estates import estate_end
from quizapp.text.offices.heads import head_reading
from quizapp.text.offices.origins import is_first_name
from quizapp.text.words import Slot, Word, readings

_SUBJECT_OR_OBJECT = frozenset(("sg", case, gender) for case in ("nom", "acc") for gender in ("m1", "f"))
_SUBJECT = frozenset(("sg", "nom", gender) for gender in ("m1", "f"))
_MOST_FIRST_NAMES, _FEW = 3, 2
_SETTING_OFF = frozenset(",–—")
_APPOSITION = 4
_AFTER_ENTRY = frozenset({"(", ","})
_OF_A_WOMAN = frozenset((("sg", "nom", "f"),))
_SLIGHT = 0.5  # how much more doubtful a name may be that agrees with its title
_SURE = 0.5  # the most doubt of a name that the dictionary knows as a man's
_UNDECLINED = 3.0  # the doubt of taking an unknown form for one that is not declined


def find_names(
    words: Sequence[Word], attested: Collection[str], titles: dict[int, frozenset[Slot]]
) -> Iterator[Found]:
    """Names in the words of one sentence, from left to right.

    `titles` says of the place of a word whether a title or office ends right before it, and in which
    cases the two may agree.
    """
    heading = _heading(words, attested)
    if heading:
        yield heading
        return
    place = 0
    while place < len(words):
        place = estate_end(words, place)
        found = _name_at(words, place, attested, titles.get(place)) if place < len(words) else None
        if found and not belongs_to_a_thing(words, found):
            yield found
        place = found.last + 1 if found else place + 1


def _name_at(
    words: Sequence[Word], place: int, attested: Collection[str], title: frozenset[Slot] | None
) -> Found | None:
    if not may_begin(words, place) and not bears_title(words, place, title):
        return None
    best = None
    for last in name_ends(words, place):
        naming = _agreed(name_words(words, place, last), attested, title)
        if naming is None or (best and _goes_too_far(words, best, naming, last)):
            break
        best = Found(place, last, name_words(words, place, last), naming, False)
    best = best and _by_its_surroundings(words, best, attested, title)
    inverted = best and _inverted(words, best, attested)
    if inverted:
        return inverted
    if best is None or not _is_name(words, best, title):
        return None
    return Found(best.first, best.last, best.words, best.naming, is_sure(words, best, title))


def _by_its_surroundings(
    words: Sequence[Word], found: Found, attested: Collection[str], title: frozenset[Slot] | None
) -> Found:
    """The name with the gender and the case that the words around it ask for."""
    if found.is_full and is_title_after_a_name(found.words[-1]):
        return replace(found, naming=replace(found.naming, gender="m"))
    womans = likeliest(found.words, slots=_OF_A_WOMAN) if is_womans(words, found) else None
    if womans and not _is_surely_mans(found.naming, womans):
        found = replace(found, naming=womans)
    if _is_presented_as_a_woman(words, found) or _is_called_as_a_woman(found):
        found = replace(found, naming=replace(found.naming, gender="f"))
    return found if title else _governed(words, found, attested)


def _is_called_as_a_woman(found: Found) -> bool:
    """„Barbara Mikulski”: the first name is of women only, though the surname is not declined."""
    first = found.words[0]
    given = [
        one for one in readings(first) if "imię" in one.labels and ("sg", "nom") in {s[:2] for s in one.slots}
    ]
    is_hers = bool(given) and all(("sg", "nom", "f") in one.slots for one in given)
    is_his = first in lexicon.words("foreign_first_names_of_men_in_a")
    return (
        found.is_full
        and found.naming.words == found.words
        and found.naming.case == "nom"
        and is_hers
        and not is_his
    )


def _is_presented_as_a_woman(words: Sequence[Word], found: Found) -> bool:
    """„Ngeri Mathu – biolożka”: a name that nobody knows opens the text, and a noun says what she is."""
    after = found.last + 1
    opens = found.first == 0 and found.is_full and kind_of(found.words[0]).unknown
    is_set_off = after < len(words) and words[after].text in _SETTING_OFF
    return opens and is_set_off and _is_said_of_a_woman(words[after : after + _APPOSITION])


def _governed(words: Sequence[Word], found: Found, attested: Collection[str]) -> Found:
    """The name in the case that its preposition asks for, and of the gender of the pronoun that goes on from it."""
    cases, genders = cases_after(words, found.first), genders_before(words, found.last)
    slots = frozenset(slot for slot in PERSON_SLOTS if slot[1] in cases and slot[2] in genders)
    suits = found.naming.case in cases and ("f" if found.naming.gender == "f" else "m1") in genders
    other = None if suits else likeliest(found.words, attested, slots)
    return replace(found, naming=other) if other and other.doubt - found.naming.doubt < _UNDECLINED else found


def _goes_too_far(words: Sequence[Word], found: Found, longer: Naming, last: int) -> bool:
    """Whether what the longer name takes in besides is another name, or that of a land."""
    return _begins_another(words, found, longer, last) or _is_land_that_acts(words, found, longer, last)


def _is_land_that_acts(words: Sequence[Word], found: Found, longer: Naming, last: int) -> bool:
    """„po śmierci Witolda Litwa …”: a man's name that a noun governs, and a land in the nominative."""
    is_governed = found.first > 0 and any(
        reading.pos in ("subst", "ger") for reading in readings(words[found.first - 1].text)
    )
    is_mans = found.naming.gender == "m" and found.naming.case in ("gen", "acc")
    is_womans = longer.gender == "f" and longer.case == "nom"
    return is_governed and is_mans and is_womans and kind_of(words[last].text).place


def _begins_another(words: Sequence[Word], found: Found, longer: Naming, last: int) -> bool:
    """„rozmawiał z Janem Kosem Juho Kusti Paasila”: two words that nobody declines after a name in another case."""
    if _is_before_a_dative(words, found, last):
        return True
    is_declined = (
        found.is_full and found.naming.case not in ("nom", "voc") and found.words != found.naming.words
    )
    follows = words[last + 1 : last + 2]
    undeclined = last == found.last + 1 and longer.words[-1] == words[last].text
    doubtful = longer.doubt - found.naming.doubt >= _UNDECLINED
    return is_declined and undeclined and doubtful and bool(follows) and is_name_word(follows[0])


def _is_before_a_dative(words: Sequence[Word], found: Found, last: int) -> bool:
    """„córkę Zofii Uzun Hasanowi”: whom it is given to, after a name in another case than the dative."""
    dative = words[last + 1] if last == found.last + 1 and last + 1 < len(words) else words[last]
    is_dative = dative.is_capital and dative.text.endswith("owi") and not readings(dative.text)
    return is_dative and found.naming.case in ("gen", "acc") and not _may_be_dative(words[found.last].text)


def _may_be_dative(form: str) -> bool:
    return form.endswith("owi") or any(("sg", "dat", "m1") in one.slots for one in readings(form))


def _is_surely_mans(mans: Naming, womans: Naming) -> bool:
    """„malowała Henryka Wilka”: the object of a woman's verb, whose surname no woman bears."""
    return mans.case != "nom" and mans.doubt <= _SURE and womans.doubt > mans.doubt + 2 * _SURE


def _agreed(said: tuple[str, ...], attested: Collection[str], title: frozenset[Slot] | None) -> Naming | None:
    """The name as it agrees with a title before it, or as what somebody is made („cesarzem X-a”)."""
    agreeing = likeliest(said, attested, title) if title else None
    is_undeclined = agreeing and agreeing.words == said and len(said) == 1 and kind_of(said[0]).surname
    is_ladys = title is not None and {slot[2] for slot in title} == {"f"}
    is_ladys = is_ladys and (len(said) == 1 or not kind_of(said[0]).first_name)
    if agreeing and (agreeing.doubt < _UNDECLINED or is_ladys or is_undeclined):
        return agreeing
    is_made = title is not None and {slot[1] for slot in title} == {"inst"}
    free = likeliest(said, attested, _SUBJECT_OR_OBJECT if is_made else PERSON_SLOTS)
    if agreeing and free and agreeing.doubt <= free.doubt + _SLIGHT:
        return agreeing
    return free or agreeing or likeliest(said, attested)


def _inverted(words: Sequence[Word], found: Found, attested: Collection[str]) -> Found | None:
    """The head of an entry, „Nowak Jan (1901–1980)” or „Nowak Jan, ur. …”, or of a text: the surname stands first."""
    after = found.last + 1
    goes_on = (
        after == len(words)
        or words[after].text in _AFTER_ENTRY
        or bears_arms(words, after)
        or _comes_from(words, after)
    )
    opens = found.first == 0 and goes_on and not _is_said_of_things(words[after + 1 : after + 2])
    aged = found.words[0].endswith("letni")  # „Dziewięcioletni Ludwik, …”
    if not opens or not found.is_full or kind_of(found.words[0]).first_name or aged:
        return None
    if any(one.lemma in lexicon.words("occupations") for one in readings(found.words[0])):
        return None  # „Królewicz Kazimierz, …”
    given = _given_names_last(found.words)
    surname = found.words[: len(found.words) - len(given)]
    if not given or (len(surname) > 1 and not _is_head_of_an_entry(words, after, surname)):
        return None
    said = (*given, *surname)
    naming = likeliest(said, attested)
    if naming and _is_said_of_a_woman(words[after:]):
        naming = replace(naming, gender="f")
    return replace(found, words=said, naming=naming, is_sure=True) if naming else None


def _is_said_of_things(follows: Sequence[Word]) -> bool:
    """„Wojska Henryka, wspierane …”: a participle or pronoun that agrees with no single person."""
    said = [
        one for word in follows for one in readings(word.text) if one.pos == "ppas" or one.lemma == "który"
    ]
    slots = {slot for one in said for slot in one.slots}
    return bool(said) and not slots & {("sg", "nom", "m1"), ("sg", "nom", "f")}


def _given_names_last(names: Sequence[str]) -> Sequence[str]:
    """The first names that end the words, if no other stands before them."""
    first = next((place for place, name in enumerate(names) if kind_of(name).first_name), len(names))
    return names[first:] if all(kind_of(name).first_name for name in names[first:]) else ()


def _is_head_of_an_entry(words: Sequence[Word], after: int, surname: Sequence[str]) -> bool:
    """„Kos Wilk Anna”, „Kos Wilk Anna (1901–1980)”, „Kos Wilk Anna, ur. …”: two words that can be a surname only."""
    kinds = [kind_of(word) for word in surname]
    is_surname = all((kind.surname or kind.unknown) and not (kind.common or kind.place) for kind in kinds)
    follows = [word.text for word in words[after : after + 2]]
    return is_surname and (not follows or follows[0] == "(" or follows[1:] in (["ur"], ["zm"]))


def _is_said_of_a_woman(after: Sequence[Word]) -> bool:
    """Whether the first noun for a person that an entry goes on with is one for women: „ekonomistka”."""
    nouns = lexicon.words("occupations") | lexicon.words("relatives") | lexicon.words("offices")
    for word in after:
        known = [one for one in readings(word.text) if one.pos == "subst" and one.lemma in nouns]
        if known and word.text.islower():
            return all(("sg", "nom", "f") in one.slots for one in known)
    return False


def bears_arms(words: Sequence[Word], place: int) -> bool:
    """„herbu Lis”, „h. Lis”."""
    said = [word.text for word in words[place : place + 2]]
    return said[:1] == ["herbu"] or said == ["h", "."]


def _comes_from(words: Sequence[Word], place: int) -> bool:
    """„z Tęczyna”."""
    return words[place].text in ("z", "ze") and place + 1 < len(words) and is_name_word(words[place + 1])


def _heading(words: Sequence[Word], attested: Collection[str]) -> Found | None:
    """A line that is nothing but „Nowak, Jan Adam” or „Kotzen, Karl August von”: the surname is put first."""
    given = [word.text for word in words[2:]]
    particles = lexicon.words("particles")
    firsts = [form for form in given if form not in particles]
    is_inverted = firsts and given[: len(firsts)] == firsts and words[1].text == ","
    if not is_inverted or not is_name_word(words[0]):
        return None
    surname = kind_of(words[0].text)
    if surname.first_name or surname.place:
        return None
    are_names = all(is_name_word(word) for word in words[2 : 2 + len(firsts)])
    if len(firsts) > _MOST_FIRST_NAMES or not are_names or not kind_of(firsts[0]).first_name:
        return None
    said = (*given, words[0].text)
    naming = likeliest(said, attested, _SUBJECT)
    return Found(0, len(words) - 1, said, naming, True) if naming else None


def _is_name(words: Sequence[Word], found: Found, title: frozenset[Slot] | None) -> bool:
    """Whether the words can be a name at all: not merely capitalised strangers."""
    if not found.is_full:
        return True
    own = words[found.first : found.first + undeclined_from(found.words)]  # without „z Tęczyna”
    kinds = [kind_of(word.text) for word in own if is_name_word(word)]
    if kinds and kinds[0].unknown and len(own) == _FEW and is_title_after_a_name(own[1].text):
        return True
    if title or words[found.first + 1].text == "." or _has_regnal_number(words, found, kinds[0]):
        return True
    if kinds[0].first_name or is_first_name(found.naming.words[0]):
        return True
    if any(kind.is_plainly_a_name for kind in kinds):
        return not (kinds[0].place or kinds[0].common)
    if not all(kind.unknown for kind in kinds):
        return False
    return _stands_like_a_person(words, found) or is_of_a_human(words, found) or are_datives(words, found)


def _has_regnal_number(words: Sequence[Word], found: Found, first: Kind) -> bool:
    bynames = found.words[2:]  # „Mitrydates VI Eupator”
    is_numbered = found.words[1].isupper() and found.last == found.first + 1 + len(bynames)
    is_numbered = is_numbered and len(bynames) < _FEW and all(kind_of(word).unknown for word in bynames)
    return is_numbered and not (first.place or first.common or first.people)


def _is_a_mans_noun(form: str, case: str) -> bool:
    """„astrofizyk X Y”, „dostojnikiem X-em Y-em”: a noun for men in the case of the name, which is not whose he is."""
    if not form.islower() or case not in ("nom", "dat", "inst"):
        return False
    slots = {slot for one in readings(form) if one.pos == "subst" for slot in one.slots if slot[0] == "sg"}
    return ("sg", case, "m1") in slots and {slot[2] for slot in slots} == {"m1"}


def _stands_like_a_person(words: Sequence[Word], found: Found) -> bool:
    """Whether what comes before unknown words lets them be a person: no preposition of place, no noun."""
    before = words[found.first - 1].text if found.first else ""
    if _is_a_mans_noun(before, found.naming.case):
        second = words[found.first - 2].text if found.first > 1 else "."  # „biskup elekt Noyon Gérin”
        return head_reading(second) is None
    if before in (",", "–", "—", "(", "z", "ze", "przez", "od", "przeciw", "wobec"):
        return True
    return any(reading.pos in ("conj", "praet", "fin", "imps") for reading in readings(before or "."))
