"""What the text as a whole is about, said before a question that does not say it: „Powstanie krakowskie. Kto …?”.

A pupil sees each question alone. What the text calls „wódz powstania” or „druga tura” is clear only in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from quizapp.generate.capitals import in_small_letters
from quizapp.generate.clauses import told_in_main_clauses
from quizapp.generate.dating import YEAR_IN_FIGURES
from quizapp.generate.draft import Draft
from quizapp.generate.facts.heroes import hero_born_in, hero_of
from quizapp.generate.material import Sentence, Unit, is_nominative
from quizapp.generate.naming import is_a_woman
from quizapp.generate.strangers import land_of
from quizapp.generate.vagueness import is_of_a_land
from quizapp.generate.wording import capitalized
from quizapp.generate.words import (
    ADJECTIVES,
    NOUNS,
    PREPOSITION,
    agree,
    has,
    is_finite,
    is_ordinal,
    lemmas,
    readings,
    word_list,
)
from quizapp.items.item import Item
from quizapp.text import lexicon
from quizapp.text.annotations import Annotations, Person
from quizapp.text.spans import Span

_LONGEST, _GENERAL, _FIRST = 9, 2, 4
_OF_A_KIND = frozenset(
    {"pokojowy", "rozejmowy", "handlowy", "sojuszniczy", "zbrojny", "morski", "lądowy", "międzynarodowy"}
)
_IN_A_ROW = frozenset(
    {"ostatni", "kolejny", "następny", "poprzedni", "wcześniejszy", "późniejszy", "nowy", "inny"}
)
_KNOWN_BY_NUMBER = frozenset({"krucjata", "rozbiór", "triumwirat", "międzynarodówka"})
_STEM, _ROOT, _SHORT = 5, 4, 3
_LONGEST_ACRONYM = 6
_NAMED_FIRST = re.compile(r"[A-ZĄĆĘŁŃÓŚŹŻ]\w+(?: [A-ZĄĆĘŁŃÓŚŹŻ]\w+)+")
_WORD = re.compile(r"[^\W_]+")
_TOLD_AFTER = re.compile(r",\s(?=[a-ząćęłńóśźż\d])")
"""„Elżbieta I, królowa Anglii”, „Kanny, 216 p.n.e.”: the name says enough."""
_ENDS_A_NAME = re.compile(r"\s*(?:$|[,(.:–—-]|(?:i|ze?|herbu)\s|h\.)")
_BREAK = re.compile(r"\s+[–—-]\s+|[(:]|(?<!\bim)(?<!\bśw)(?<!\bks)(?<!\bh)\.(?=\s+[A-ZĄĆĘŁŃÓŚŹŻ]|\Z)")
_QUESTIONED = re.compile(r".*[?!]\s")
_NUMBERED = re.compile(
    r"\A(?:(?:Temat|Rozdział|Lekcja|Część|Paragraf)(?:\s+\w{1,5})?\s*[.:–-]|§\s*\d{1,3}\.?|[IVXLC\d]{1,5}\.)\s+"
)
"""„Temat 14. …”, „§ 23. …”: where in a book it stands."""
_DAY = re.compile(r" z \d{1,2} \w+ (\d{4} (?:roku|r\.?))\Z")
"""„Pokój toruński z 19 października 1466 roku”: the day may be what is asked."""
_DAY_AT_A_PLACE = re.compile(r"\A([^,]+), \d{1,2} [^\W\d]+ (\d{3,4})\b.*")
"""„Kircholm, 27 września 1605”"""
_GERUND = frozenset({"ger"})
_DASHES = frozenset("–—-")
_PARTICIPLES = frozenset({"ppas", "pact"})


@dataclass(frozen=True, slots=True)
class Theme:
    """What or whom the text is about, by its name in the nominative, and the place of the text that says so.

    `kind` is the noun by which the text explains it: „Edykt nantejski, akt wydany …”.
    """

    name: str
    said: Span | None
    is_person: bool = False
    kind: str = ""

    @property
    def nouns(self) -> frozenset[str]:
        """What is clear beside the theme: its own noun, what it is said to be, and „the battle”, „the insurgents”."""
        own = frozenset(
            lemma for word in (*self.name.split(), self.kind) for lemma in lemmas(word.casefold())
        )
        clear = [line.split(": ") for line in word_list("within_a_theme")]
        place = any(word[0].isupper() and _is_a_place(word) for word in self.name.split())
        own |= {"miasto", "kraj"} if place else frozenset()
        return own.union(
            *(nouns.split() for heads, nouns in clear if own & set(heads.split()) or heads == "*")
        )

    def is_named_in(self, words: str) -> bool:
        """Whether the words hold the name, in any case, or the person whom it opens with; of a person a part of it."""
        mine, theirs = _beginnings(self.name), _beginnings(words)
        opening = _NAMED_FIRST.match(self.name)
        named = opening is not None and opening[0] in words  # „Józef Wybicki i jego pieśń”
        whole = all(any(one.startswith(_root(own)) for one in theirs) for own in mine)  # „bitwa”, „bitwę”
        return named or (bool(mine & theirs) if self.is_person else whole)

    def touches(self, texts: Iterable[str]) -> bool:
        """Whether one of the texts shares a word with the name, which would point at it among others."""
        return any(_beginnings(self.name) & _beginnings(text) for text in texts)


def _root(word: str) -> str:
    """What all forms of a word begin with, of a short one without its ending: „rada”, „radę”."""
    return word[: min(_ROOT, len(word) - 1)]


def _is_a_place(word: str) -> bool:
    return any("nazwa_geograficzna" in reading.labels for reading in readings(word)) or bool(land_of(word))


def _beginnings(words: str) -> frozenset[str]:
    return frozenset(word[:_STEM].casefold() for word in _WORD.findall(words) if len(word) > _SHORT)


def theme_of(sentences: Sequence[Sentence], heading: Span | None) -> Theme | None:
    """The theme by the heading of the text, or by what its first sentence defines or begins with; None if unsure."""
    told = [sentence for sentence in sentences if heading is None or sentence.span.start >= heading.end]
    if not told:
        return None
    return _by_heading(sentences, heading, told) or _by_opening(told, heading) or _by_birth(told)


def _by_heading(
    sentences: Sequence[Sentence], heading: Span | None, told: Sequence[Sentence]
) -> Theme | None:
    if heading is None:
        return None
    if (person := _heads(sentences[0], heading)) is not None:
        said = sentences[0].units[0].text
        whole = set(person.name.casefold().split()) <= set(_WORD.findall(said.casefold()))
        return Theme(person.name if whole else said, heading, is_person=True)
    name = _title(heading.text, " ".join(sentence.span.text for sentence in told))
    presented = hero_of(told[0])
    if not name or (presented and _calls_somebody(name)):
        return None
    named = any(unit.person and _is_name_of(name, unit.person) for unit in sentences[0].units)
    return Theme(name, heading, named or hero_of(sentences[0]) is not None)


def _heads(sentence: Sentence, heading: Span) -> Person | None:
    """Whom the heading names first, alone or with what tells of that one: „Jan Nowak, Włoch w służbie króla”."""
    first = sentence.units[0] if sentence.units else None
    if first is None or first.person is None or first.span.start != heading.start:
        return None
    whole = set(first.person.name.casefold().split()) <= set(_WORD.findall(first.text.casefold()))
    if not (whole or is_nominative(first)):
        return None
    after = heading.text[first.span.end - heading.start :]
    beside = after.split()[:1] == ["i"]  # „Jan Nowak i odsiecz wiedeńska”
    is_event = beside and any(lemmas(word) & word_list("themes") for word in _WORD.findall(after.casefold()))
    return first.person if _ENDS_A_NAME.match(after) and not is_event else None


def _calls_somebody(name: str) -> bool:
    """„Żelazna Dama”: common words, one of them for a human being."""
    words = name.casefold().split()
    human = any(lemmas(word) & lexicon.words("people") or has(word, NOUNS, "nom", "m1") for word in words)
    return human and all(any(reading.lemma.islower() for reading in readings(word)) for word in words)


def _by_opening(told: Sequence[Sentence], heading: Span | None) -> Theme | None:
    """What or whom the first sentence defines, presents or tells of."""
    if (presented := hero_of(told[0])) is not None:
        return Theme(presented.name, told[0].span, is_person=True)
    name = _subject(told[0])
    if _is_one_of_many(name) or (_is_no_theme(name, heading, told[0]) and not is_definition(told[0])):
        return None
    return Theme(name, told[0].span, kind=_kind(told[0])) if name else None


def _by_birth(told: Sequence[Sentence]) -> Theme | None:
    """Whom one of the first sentences says to be born, without a name: the life of the one named before."""
    for at, sentence in enumerate(told[:_FIRST]):
        if (hero := hero_born_in(sentence, told[:at])) is not None:
            return Theme(hero.name, sentence.span, is_person=True)
    return None


def _is_no_theme(name: str, heading: Span | None, opening: Sentence) -> bool:
    """Whether the subject of the first sentence says too little, or is over: what follows is told."""
    return _tells_of_an_event(heading) or _is_one_in_a_row(name) or _tells_of_an_end(opening)


def _is_one_in_a_row(name: str) -> bool:
    """„pierwszy traktat”, „ostatnia wojna”: only the rest of the sentence says which; not „czwarta krucjata”."""
    words = name.casefold().split()
    if len(words) != _GENERAL:
        return False
    is_numbered = is_ordinal(words[0]) and not lemmas(words[1]) & _KNOWN_BY_NUMBER
    return is_numbered or bool(lemmas(words[0]) & _IN_A_ROW)


def _tells_of_an_end(sentence: Sentence) -> bool:
    """„Rozejm altmarski, który podpisano przed laty, wygasał”: the main clause says that it is running out."""
    verbs = (unit.lower for unit in told_in_main_clauses(sentence) if _is_verb(unit))
    return bool(lemmas(next(verbs, "")) & word_list("verbs_of_running_out"))


def _tells_of_an_event(heading: Span | None) -> bool:
    """Whether a heading that is no name says more than a noun of the first sentence: „Lato złudzeń: od rozejmu …”."""
    said = by_its_heading(heading)
    return said is not None and any(
        lemmas(w.casefold()) & word_list("themes") for w in _WORD.findall(said.name)
    )


def _is_one_of_many(name: str) -> bool:
    """„traktat pokojowy”: a noun with the adjective of its kind and no more; not „edykt nantejski”."""
    words = name.split()
    return len(words) == _GENERAL and bool(lemmas(words[1]) & _OF_A_KIND)


def _is_name_of(words: str, person: Person) -> bool:
    return set(words.casefold().split()) <= set(person.name.casefold().split())


def theme_by_title(title: str, annotations: Annotations) -> Theme | None:
    """The theme by what the teacher calls the text, where the text speaks of it: not „Klasówka, grupa B”."""
    name = _title(title, annotations.text) if title else ""
    if not name or not _beginnings(name) & _beginnings(annotations.text):
        return None
    words = set(name.split())
    return Theme(name, None, any(words <= set(person.name.split()) for person in annotations.persons))


def by_its_heading(heading: Span | None) -> Theme | None:
    """A text that does not say what it is about, by its heading in quotation marks: „„Ostatnia noc”. Kiedy …?”."""
    parts = (
        [" ".join(part.split()).strip(' ,„”"') for part in _BREAK.split(_NUMBERED.sub("", heading.text))]
        if heading
        else []
    )
    worded = [
        part for part in parts if "„" not in part and not part[:1].isdigit()
    ]  # not „18 kwietnia 1791 r.”
    fitting = [part for part in worded if _GENERAL <= len(part.split()) <= _LONGEST]
    fullest = max(fitting, key=lambda part: (bool(YEAR_IN_FIGURES.search(part)), len(part)), default="")
    name = capitalized(in_small_letters(fullest))
    return Theme(f"„{name}”", heading) if name else None


def _title(heading: str, text: str) -> str:
    """The first part of a heading that is a name, or says which event or body; not „Ostatnia noc w Paryżu”."""
    told = _NUMBERED.sub("", _QUESTIONED.sub("", heading))
    parts = (_in_plain_letters(part, text) for part in _BREAK.split(told))
    titles = [title for title in map(_part_of_title, parts) if title]
    return next(filter(_says_which, titles), titles[0] if titles else "")


def _says_which(title: str) -> bool:
    """„Umowa znad Gopła”, „Traktat wersalski”, not „Spór o jedno słowo”."""
    first, *rest = title.split()
    named = (word[0].isupper() or word[0].isdigit() or is_of_a_land(word.casefold()) for word in rest)
    return any(named) or not readings(first.casefold())


def _in_plain_letters(part: str, text: str) -> str:
    """A part of a heading in small letters where it, or the word that it is found by, is printed in capitals.

    The capitals of „RWPG” stay. What the word is explained by is left out: „LIGA, Związek Miast”.
    """
    head = part if part.isupper() else part.partition(",")[0]
    if not head.isupper():
        return " ".join(part.split())
    words = head.split()
    acronyms = {word.casefold(): word for word in words if _is_acronym(word, text)}
    plain = in_small_letters(" ".join(head.split()), text).split()
    return " ".join(acronyms.get(word.casefold(), word) for word in plain)


def _is_first_name(word: str) -> bool:
    return any("imię" in reading.labels for reading in readings(word))


def _is_acronym(word: str, text: str) -> bool:
    """Whether the dictionary or the text has the word in capitals, or neither knows it as a word or a name."""
    known = (*readings(word), *readings(word.casefold()))
    written = re.search(rf"\b{re.escape(word)}\b", text) or any(one.lemma.isupper() for one in known)
    unknown = len(word) <= _LONGEST_ACRONYM and not (known or word.capitalize() in text)
    return len(word) > 1 and (bool(written) or unknown)


def _part_of_title(part: str) -> str:
    title = _DAY_AT_A_PLACE.sub(r"\1 \2", _DAY.sub(r" z \1", capitalized(part)))
    if any(is_finite(word.casefold()) or has(word.casefold(), ADJECTIVES, "sup") for word in title.split()):
        return ""  # „Najdłuższa budowa stolicy”
    words = _TOLD_AFTER.split(title)[0].split()
    if not 0 < len(words) <= _LONGEST or not words[0].replace("-", "").isalpha():
        return ""
    if len(words[0]) <= _SHORT and not (words[0].isupper() or _is_first_name(words[0])):
        return ""
    particles = lexicon.words("particles")
    named = all(word[0].isupper() or word in particles for word in words[:2]) or any(
        map(YEAR_IN_FIGURES.fullmatch, words[1:])
    )
    heads = {
        lemma for word in words if has(word.casefold(), NOUNS, "nom") for lemma in lemmas(word.casefold())
    }
    done = any(has(word.casefold(), _GERUND, "nom") for word in words[:2])  # „zniesienie poddaństwa”
    return " ".join(words) if named or done or heads & word_list("themes") else ""


def _subject(sentence: Sentence) -> str:
    """What the sentence defines („Powstanie krakowskie – …”), or the event or body that is its subject."""
    units = sentence.units
    end = next((at for at, unit in enumerate(units) if _ends(unit)), len(units))
    named = units[:end]
    if not 0 < len(named) <= _LONGEST or any(unit.date or is_nominative(unit) for unit in named):
        return ""
    if len(named) == 1:
        return named[0].text if _has_dash(units[end:]) and named[0].kind == "word" else ""
    head = next((unit for unit in named if unit.kind == "word" and _is_head(unit)), None)
    if head is not None and is_definition(sentence) and (has(head.lower, NOUNS, "m1") or is_a_woman(head)):
        return ""  # „Austriacki mąż stanu, przez wiele lat kierujący polityką.” says what somebody was
    before = named[: named.index(head)] if head else ()
    if head is None or not all(agree(unit.lower, head.lower) for unit in before):
        return ""
    set_off = end < len(units) and units[end].text not in ";:."
    is_defined = set_off and (_has_dash(units[end:]) or is_definition(sentence))
    if not is_defined and not (lemmas(head.lower) & word_list("themes") and _may_be_subject(head, sentence)):
        return ""
    text = "".join(unit.text if unit.text in ",." else f" {unit.text}" for unit in named)
    return capitalized(in_small_letters(" ".join(text.split())))


def _may_be_subject(head: Unit, sentence: Sentence) -> bool:
    """Whether the verb agrees: not „Obrony kraju król nie umiał opłacić”."""
    verb = next((unit.lower for unit in told_in_main_clauses(sentence) if _is_verb(unit)), "")
    numbers = {mark for reading in readings(verb) for mark in reading.marks & {"sg", "pl"}}
    return not numbers or any(has(head.lower, NOUNS, "nom", number) for number in numbers)


def _kind(sentence: Sentence) -> str:
    """The first noun after the dash or comma that parts what is explained from its explanation."""
    units = sentence.units
    end = next((at for at, unit in enumerate(units) if unit.text in _DASHES or unit.text == ","), len(units))
    return next((unit.lower for unit in units[end:] if unit.kind == "word" and _is_head(unit)), "")


def _is_head(unit: Unit) -> bool:
    """Whether the word is a noun in the nominative, and not an adjective used as one („druga”)."""
    return has(unit.lower, NOUNS, "nom") and not has(unit.lower, ADJECTIVES, "nom")


def _ends(unit: Unit) -> bool:
    told = unit.kind == "word" and unit.text[0].islower()
    return (
        (told and (_is_verb(unit) or has(unit.lower, _PARTICIPLES)))
        or unit.kind == "aside"
        or unit.text in _DASHES
        or unit.text in ",:;."
    )


def _is_verb(unit: Unit) -> bool:
    return unit.kind == "word" and is_finite(unit.lower)


def is_definition(sentence: Sentence) -> bool:
    """Whether the sentence, up to a semicolon, only says what something is: „Edykt nantejski, akt wydany …”."""
    end = next((unit.span.start for unit in sentence.units if unit.text == ";"), sentence.span.end)
    return not any(_is_verb(unit) for unit in told_in_main_clauses(sentence) if unit.span.start < end)


def _has_dash(after: Sequence[Unit]) -> bool:
    """Whether a dash follows, at once or after brackets or what stands between commas, before any verb."""
    for unit in after:
        if unit.text in _DASHES:
            return True
        if _is_verb(unit):
            return False
    return False


def _points_at_key(item: Item, theme: Theme) -> bool:
    if item.type in ("order", "match"):
        return theme.is_person and theme.touches(option.left for option in item.options)
    if item.category == "date" and not item.options and len(item.answer[0].split()) > 1:
        return False  # the year in „Kryzys sueski 1956 roku” leaves the day open
    wrong = [option.text for option in item.options if not option.correct]
    return theme.touches(item.answer) and not theme.touches(wrong)


def _leans_on(theme: Theme, item: Item) -> bool:
    """Whether the stem has a noun that only the heading makes clear: „podpisano traktat”, not „traktat paryski”."""
    words = ["", *_WORD.findall(item.stem), ""]
    own = frozenset() if theme.is_person else theme.nouns
    vague = word_list("vague_nouns") if item.category == "person" else frozenset()
    return any(
        noun[:1].islower()
        and not agree(after, noun)
        and bool(lemmas(noun) & own or (lemmas(noun) & vague and _is_bare(before, noun, after)))
        for before, noun, after in zip(words, words[1:], words[2:], strict=False)
    )


def _is_bare(before: str, noun: str, after: str) -> bool:
    """Whether nothing beside the noun says which one it is."""
    named = after[:1].isupper() or (has(after, NOUNS, "gen") and not has(after, PREPOSITION))
    return not named and not agree(before, noun)


def in_theme(draft: Draft, theme: Theme | None) -> Draft | None:
    """The draft with its theme said first, where its stem does not say it and it points at no answer among others.

    None where only the text would tell what is asked about: „Które wydarzenie tekst datuje na …?”.
    """
    item = draft.item
    if theme is None or theme.is_named_in(item.stem):
        return draft
    if _points_at_key(item, theme):
        by_text = item.category == "event" and item.type == "single"
        return None if by_text or _leans_on(theme, item) else draft
    said = () if theme.said is None else (theme.said,)
    evidence = tuple(dict.fromkeys((*item.evidence, *said)))
    return replace(draft, item=replace(item, stem=f"{theme.name}. {item.stem}", evidence=evidence))
