"""Events that the text dates: a clause that can stand alone, without its date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from quizapp.generate.clauses import Clause, with_what_was_told
from quizapp.generate.dating import points_elsewhere, proof_of_year
from quizapp.generate.facts.actors import description_of_subject, named_subject
from quizapp.generate.facts.dated import (
    DatePhrase,
    date_phrases,
    dates_a_deed,
    dates_a_participle,
    roughly_when,
    when,
)
from quizapp.generate.facts.lives import is_born_or_dies, tells_of_a_life
from quizapp.generate.facts.motion import goes_nowhere
from quizapp.generate.facts.offices import reigns
from quizapp.generate.material import Unit, is_nominative
from quizapp.generate.naming import as_main_clause
from quizapp.generate.order.arranged import in_good_order
from quizapp.generate.sense import Content, content
from quizapp.generate.standing import takes_a_bare_office, why_not_alone
from quizapp.generate.subjects import is_cut_off, lacks_its_object, subject_of, verb_reading
from quizapp.generate.wording import (
    PARTS_OF_A_TIME,
    capitalized,
    measures_time,
    without_inserts,
    without_particles,
    without_times_of_day,
)
from quizapp.generate.words import ADJECTIVES, NOUNS, PREPOSITION, has, is_finite, lemmas, word_list
from quizapp.text import lexicon
from quizapp.text.annotations import DateMention
from quizapp.text.dates.fragments import ordinal_value
from quizapp.text.spans import Span

TRIFLE = "to drobiazg albo ocena, nie wydarzenie"
"""Why nobody is asked when something was that no lesson teaches."""

_DASHES = frozenset("–—-")
_WHENCE = frozenset({"z", "ze", "od", "do", "na"})
_PARTICIPLES = frozenset({"ppas"})
_NOMINAL = NOUNS | ADJECTIVES
_ATTENDING = frozenset({"obradować", "uczestniczyć", "dowodzić", "przewodniczyć", "bronić"})
"""Imperfective, and yet of one event on its day."""

_BOUNDS = frozenset({"do", "od", "po", "przed", "mimo", "wskutek"})
_COUNTING, _LATER = frozenset({"po", "przed"}), frozenset({"później", "wcześniej"})
_TO_DEATH = ["do", "śmierci"]
_LONG, _WINDING = 6, 14
_DURING = frozenset({"wraz z", "podczas", "w czasie", "w trakcie", "w dobie", "w okresie"})
_REIGNS = frozenset({"okupacja", "panowanie", "rządy", "zabór"})
_SINCE = frozenset({"po", "przed", "wskutek", "mimo", "wobec"})
_HOLDING = frozenset({"przyjąć", "przyjmować"})
_TAKING = frozenset({"zostać", "mianować", "wybrać"})
_PRIVATE = frozenset({"doktorat", "habilitacja", "magisterium", "matura", "emerytura", "uwaga"})
_PRIVATE_DEEDS = frozenset({"zamieszkać", "osiąść", "pochować", "ekshumować"})
_CAUSING = frozenset(
    {
        "przyczynić",
        "skłonić",
        "wpłynąć",
        "umożliwić",
        "spowodować",
        "sprawić",
        "zmienić",
        "popchnąć",
        "poprzedzić",
    }
)
"""Said of things they tell of a cause, not of an event: „ochłodzenie przyczyniło się do sojuszu”; what went before
is not dated by what it led to."""
_PUBLISHING = frozenset(
    {"wydać", "opublikować", "ogłosić", "napisać", "przeczytać", "wydany", "opublikowany"}
)
_WRITING = _PUBLISHING - {"ogłosić"}
_WRITTEN = frozenset(
    {"książka", "rozprawa", "pamiętnik", "wspomnienia", "dzieło", "poemat", "powieść", "artykuł"}
)
_STUDYING = frozenset({"ukończyć", "podjąć"})
_MOVING = frozenset({"przenieść", "przeprowadzić", "wyprowadzić"})
_MARRYING = frozenset({"poślubić", "ożenić", "mąż"})
_GREAT = frozenset({"generalny", "pierwszy"})
_REPEATED = frozenset(
    {"wielokrotnie", "kilkakrotnie", "parokrotnie", "często", "zwykle", "zawsze", "ponownie"}
)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened at a date: the clause, its date, and the clause's other words."""

    clause: Clause
    phrase: DatePhrase
    units: tuple[Unit, ...]

    @property
    def date(self) -> DateMention:
        """The date as the text has it."""
        return self.phrase.date

    @property
    def lasts(self) -> bool:
        """Whether its verb tells of what went on: „bronił miasta”."""
        verb = verb_reading(self.clause)
        return verb is not None and "perf" not in verb.marks

    @property
    def is_clear_without_heading(self) -> bool:
        """Whether it can stand among other events, where a heading cannot explain each of them."""
        sentence = replace(self.clause.sentence, is_headed=False)
        return not why_not_alone((*self.units, *self.clause.complement), sentence)

    @property
    def evidence(self) -> tuple[Span, ...]:
        """What proves the event and its date, with the year."""
        return tuple(dict.fromkeys((*self.clause.evidence, *proof_of_year(self.date))))

    @property
    def words(self) -> str:
        """The event without its date, as it would stand inside a sentence."""
        return with_what_was_told(self.clause, in_good_order(self.clause, self.units))

    @property
    def told(self) -> str:
        """The event without its date as a sentence of its own, without the full stop."""
        return capitalized(
            with_what_was_told(self.clause, in_good_order(self.clause, self.units, telling=True))
        )

    @property
    def content(self) -> Content:
        """The words that carry the sense of the event."""
        return content((*self.units, *self.clause.complement))


def event_of(clause: Clause) -> Event | str:
    """The dated event of a clause, or why there is none to ask about, in Polish ("" if nothing is dated)."""
    if not date_phrases(clause):
        return ""
    clause = _without_counted_date(_without_dated_relative(as_main_clause(clause)))
    phrase = when(clause)
    if phrase is None or points_elsewhere(phrase.date) or _dates_something_else(clause, phrase):
        return "data nie mówi jednoznacznie, kiedy to się stało"
    verb = verb_reading(clause)
    if verb is None or ("perf" not in verb.marks and verb.lemma not in _ATTENDING):
        return "zdanie nie mówi o jednorazowym, zakończonym wydarzeniu"
    event = Event(clause, phrase, _units_without(clause, phrase))
    return _why_not_an_event(event) or event


def _without_dated_relative(clause: Clause) -> Clause:
    """The clause without „…, które otwarto 1 lutego 1935 roku”, which gives its own date away."""
    told = clause.complement
    relative = any("który" in lemmas(unit.lower) for unit in told[:2])
    return replace(clause, complement=()) if relative and any(unit.date for unit in told) else clause


def _without_counted_date(clause: Clause) -> Clause:
    """The clause without „osiem lat później,” right before the date that it comes to: „…, 8 lipca 1343 roku, …”."""
    units = clause.units
    at = next((at for at, unit in enumerate(units[:-2]) if unit.date and points_elsewhere(unit.date)), None)
    if at is None or units[at + 1].text != "," or units[at + 2].date is None:
        return clause
    shift = 2 if clause.verb > at else 0
    return replace(clause, units=(*units[:at], *units[at + 2 :]), verb=clause.verb - shift)


def rough_event_of(clause: Clause) -> Event | None:
    """The event of a clause that is dated only to a season or a longer time, or from or until a date."""
    phrase = roughly_when(clause)
    if phrase is None or clause.antecedent is not None or points_elsewhere(phrase.date):
        return None
    if _dates_something_else(clause, phrase):
        return None
    event = Event(clause, phrase, _without_death(_units_without(clause, phrase)))
    return None if _why_not_an_event(event) else event


def _without_death(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The units without „aż do śmierci”, which a question for the beginning has no use for."""
    at = next(
        (at for at in range(1, len(units)) if [u.lower for u in units[at - 1 : at + 1]] == _TO_DEATH), None
    )
    if at is None:
        return units
    start = at - 1 - (at > 1 and units[at - 2].lower == "aż")
    return (*units[:start], *units[at + 1 :])


def _dates_something_else(clause: Clause, phrase: DatePhrase) -> bool:
    """Whether the date is of what a participle or „po …” tells: „natarcie, podjęte 17 maja”, „po wyborach 4 maja”."""
    before = tuple(without_times_of_day(clause.units[: phrase.start]))  # „po południu”
    told = before[1:] if before and before[0].person else before
    follows = len(told) > 1 and told[0].lower in _SINCE and not any(is_finite(u.lower) for u in told)
    of_that = follows and all(
        unit.kind in ("word", "quotation") or (unit.person and not is_nominative(unit)) for unit in told
    )
    return (
        of_that
        or _is_one_of_several(clause, phrase)
        or _dates_the_end(before)
        or dates_a_participle(clause, phrase.start)
        or dates_a_deed(clause, phrase.date)
    )


def _is_one_of_several(clause: Clause, phrase: DatePhrase) -> bool:
    """„po drugiej turze, 21 listopada, …”: the round has its day; „po wojnie, 1 maja, …” dates what is told."""
    before, after = clause.units[: phrase.start], clause.units[phrase.end :]
    set_off = before[-1:] and after[:1] and before[-1].text == after[0].text == ","
    ordinal = len(before) > 1 and before[0].lower in _SINCE and ordinal_value(before[1].lower)
    return bool(set_off and ordinal) and all(unit.kind == "word" for unit in before[:-1])


def _dates_the_end(before: tuple[Unit, ...]) -> bool:
    """Whether the date is of what something lasted to or followed: „zachował niezależność do śmierci w 1012 roku”."""
    near = [unit for unit in before[-2:] if unit.kind == "word"]
    event = len(near) == 2 and near[0].lower in _BOUNDS and has(near[1].lower, NOUNS)
    return event and near[1].text[0].islower()


def _without_long_since(before: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """What stands before the date without a long „po …”: „po sprzedaży majątku i kilku latach spędzonych na wsi”."""
    start = 1 if before and before[0].person else 0
    long = before[start:]
    since = len(long) > _LONG and long[0].lower == "po" and not any(is_finite(unit.lower) for unit in long)
    return before[:start] if since else before


def _units_without(clause: Clause, phrase: DatePhrase) -> tuple[Unit, ...]:
    described = description_of_subject(clause)
    before, after = clause.units[: phrase.start], clause.units[phrase.end :]
    if before and before[-1].lower in PARTS_OF_A_TIME:  # „późnym latem 1605 roku”
        before = before[:-1]
    set_off = after[:1] and after[0].text == ","
    opens = sum(unit.text == "," for unit in before) % 2  # „syn Mieszka, Kazimierz, w 1327 roku złożył hołd”
    if opens and before[-1].text == "," and not set_off and not any(is_finite(u.lower) for u in before):
        before = before[:-1]  # „po paru dniach, 3 maja król odjechał”
    if not before and after and after[0].text in _DASHES:  # „7 lutego – mieszczanie zdobywają zamek”
        after = after[1:]
    rest = [unit for unit in _without_long_since(before) + after if unit not in described]
    return tuple(without_inserts(without_times_of_day(without_particles(_without_counted_time(rest)))))


def _without_counted_time(units: list[Unit]) -> list[Unit]:
    """The units without „po tygodniu walk,”, which counts from what was told before and stands beside a date."""
    commas = [-1, *(at for at, unit in enumerate(units) if unit.text == ","), len(units)]
    left_out = {
        place
        for opening, closing in pairwise(commas)
        if _counts_time(units[opening + 1 : closing])
        for place in range(opening, closing + 1)
    }
    return [unit for place, unit in enumerate(units) if place not in left_out]


def _counts_time(units: list[Unit]) -> bool:
    if not units or any(unit.date or unit.person or is_finite(unit.lower) for unit in units):
        return False
    counted = units[0].lower in _COUNTING or any(unit.lower in _LATER for unit in units)
    return counted and any(map(measures_time, units))


def _why_not_an_event(event: Event) -> str:
    clause = event.clause
    if clause.negated or any(unit.lower in _REPEATED for unit in clause.units):
        return "zdanie przeczy wydarzeniu albo mówi o wielu"
    if len(event.units) > _WINDING and sum(unit.text == "," for unit in event.units) > 1:
        return "zdanie jest zbyt długie na treść pytania"
    if _is_dated_by_another(event.units):
        return "inne wydarzenie w zdaniu zdradza, kiedy to było"
    became = "zostać" in lemmas(clause.verb_form)
    if _is_left_open(event) or _names_the_date(clause) or (became and not _says_what_became(event)):
        return "zdanie jest urwane"
    if _is_a_trifle(event):
        return TRIFLE
    nobody = tells_of_a_life(clause) and named_subject(clause) is None
    if nobody or subject_of(clause).kind == "unsaid" or is_cut_off(clause) or lacks_its_object(clause):
        return "zdanie nie nazywa tego, o kim mówi"
    if (
        takes_a_bare_office(event.units, dated=True)
        or goes_nowhere(event.clause, event.units)
        or any("dzień" in lemmas(unit.lower) for unit in event.units)
    ):
        return "zdanie mówi zbyt mało, by pytanie miało jedną odpowiedź"
    told = () if _asks_only_whose(clause) else (*event.units, *clause.complement)
    return why_not_alone(told, clause.sentence) if told else ""


def _names_the_date(clause: Clause) -> bool:
    """„za początek bitwy przyjmują 10 lipca”: the date is what something is held to be."""
    held = bool(lemmas(clause.verb_form) & _HOLDING)
    return held and any(unit.lower == "za" for unit in clause.units)


def _asks_only_whose(clause: Clause) -> bool:
    """Whether it is a life of which nothing but the name is asked: „urodził się tu jako ósme dziecko stolarza”."""
    actor = named_subject(clause) if is_born_or_dies(clause) else None
    named = clause.units[actor.start : actor.end] if actor else ()
    return bool(named) and not any(lemmas(unit.lower) & lexicon.words("relatives") for unit in named)


def _is_left_open(event: Event) -> bool:
    """Whether the words before the verb end what the date opened: „(w nocy) z soboty na niedzielę, wybuchł ogień”."""
    verb = event.clause.units[event.clause.verb]
    at = event.units.index(verb) if verb in event.units else 0
    return at > 0 and [place for place in range(at) if event.units[place].text == ","] == [at - 1]


def _is_dated_by_another(units: tuple[Unit, ...]) -> bool:
    """Whether another event says when: „wraz z upadkiem powstania”, „podczas wojny północnej”."""
    for at in range(1, len(units)):
        lead = {units[at].lower, f"{units[at - 1].lower} {units[at].lower}"}
        after = (unit for unit in units[at + 1 : at + 3] if unit.kind == "word")
        if lead & _DURING and any(lemmas(unit.lower) & (word_list("themes") | _REIGNS) for unit in after):
            return True
    return False


def _is_a_trifle(event: Event) -> bool:
    """Whether nobody learns when it was; what „turned out” to be something, or grew, is no event at all."""
    verb = lemmas(event.clause.verb_form)
    judged = "okazać" in verb or _goes_on_by_degrees(event)
    sails = "wpłynąć" in verb and not any(unit.lower == "na" for unit in event.clause.units)
    causes = bool(verb & _CAUSING) and not sails and subject_of(event.clause).kind == "thing"
    left = "odejść" in verb and not any(unit.lower in _WHENCE for unit in event.units)
    is_play = any(unit.quotation for unit in event.units)
    played = is_play and event.clause.verb_form == "zagrano"  # as often before
    return judged or causes or left or played or _takes_a_lesser_office(event) or _is_private(event)


def _goes_on_by_degrees(event: Event) -> bool:
    """„wzrosły ceny”, „zaostrzył się spór”; not „car zaostrzył cenzurę”."""
    verb = lemmas(event.clause.verb_form)
    itself = any(unit.lower == "się" for unit in event.clause.units)
    said = verb | {f"{lemma} się" for lemma in verb if itself}
    return bool(said & word_list("gradual_verbs"))


def tells_of_a_book(units: Sequence[Unit]) -> bool:
    """Whether they only tell that something written came out: „ogłosił kilka rozpraw”, „wydano książkę”."""
    said = {lemma for unit in units if unit.kind == "word" for lemma in lemmas(unit.lower)}
    named = bool(said & _WRITING) and any(unit.quotation for unit in units)
    return named or bool(said & _PUBLISHING and said & _WRITTEN)


def _takes_a_lesser_office(event: Event) -> bool:
    """„został starostą żmudzkim”; „sekretarz generalny” and „pierwszy sekretarz” are great ones."""
    units = event.clause.units
    lesser = any(
        unit.kind == "word"
        and lemmas(unit.lower) & word_list("lesser_offices")
        and has(unit.lower, NOUNS, "inst")
        for unit in units
    )
    great = any(lemmas(unit.lower) & _GREAT for unit in units if unit.kind == "word")
    return lesser and not great and bool(lemmas(event.clause.verb_form) & _TAKING)


def _is_private(event: Event) -> bool:
    """„uzyskał doktorat”, „przeniosła się do Cambridge”; „wyszła za mąż za Jana”, unless a throne is married."""
    said = {lemma for unit in event.clause.units if unit.kind == "word" for lemma in lemmas(unit.lower)}
    enthroned = any(reigns(unit.person) for unit in event.clause.units if unit.person)
    verb = lemmas(event.clause.verb_form)
    himself = any(unit.lower == "się" for unit in event.clause.units)
    moved = bool(verb & _PRIVATE_DEEDS) or (himself and bool(verb & _MOVING))
    studied = bool(said & _STUDYING) and "studia" in said
    return moved or studied or bool(said & _PRIVATE) or (bool(said & _MARRYING) and not enthroned)


def _says_what_became(event: Event) -> bool:
    """Whether beside „został” a participle or an office says what: without it the clause was cut in two."""
    return any(
        has(unit.lower, _PARTICIPLES, "nom") or has(unit.lower, _NOMINAL, "inst")
        for unit in event.clause.units
        if unit.kind == "word" and not has(unit.lower, PREPOSITION)
    )
