"""Whether words can stand alone, out of their text, and still name one thing."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.generate.dating import counts_its_year, points_elsewhere
from quizapp.generate.material import Sentence, Unit, is_a_national, is_nominative
from quizapp.generate.vagueness import (
    is_an_office_taken,
    is_described,
    is_graded,
    is_of_a_land,
    is_proper,
    is_told_apart,
    is_vague,
)
from quizapp.generate.wording import measures_time, without_times_of_day
from quizapp.generate.words import (
    ADJECTIVES,
    ADVERB,
    NOUNS,
    NUMERAL,
    PREPOSITION,
    agree,
    has,
    is_ordinal,
    lemmas,
    past,
    readings,
    word_list,
)
from quizapp.text import lexicon

_LINKING = frozenset({"być", "zostać", "stać", "okazać", "wydać", "pozostać", "uznać"})
_PARTICIPLES = frozenset({"ppas", "pact"})
_ACTIVE = frozenset({"pact"})
_BEGINNING = frozenset({"rozpocząć", "zakończyć", "zainaugurować", "wznowić", "przerwać"})
_ANSWERING = frozenset({"odpowiedzieć", "odpowiadać", "odrzec"})
_PERSUADING = frozenset({"nakłonić", "skłonić", "namówić", "zmusić", "zachęcić", "upoważnić", "zobowiązać"})
_IN_TIME = frozenset({"zdążyć"})
_ONLY = frozenset({"jedynie", "tylko", "wyłącznie", "zaledwie"})
_LEXICAL = frozenset({"subst", "adj"})
_APPOINTING = frozenset({"mianować", "obrać", "obwołać", "wybrać", "uhonorować", "nagrodzić", "obdarzyć"})
_TO_DO = frozenset({"inf"})
_SINCE = frozenset({"po", "przed", "za", "potem", "później", "wcześniej"})
_COUNTED_ALONE = frozenset({"rok", "miesiąc", "tydzień"})
_TOGETHER = frozenset({"wspólnie"})
_BUT = (["ale"], ["lecz"], ["choć"])
_THAN = frozenset({"niż", "od"})
_MORE = frozenset({"mały", "duży", "wielki", "liczny", "silny", "słaby", "dobry", "zły", "wysoki", "niski"})
_NEW = frozenset({"nowy", "stary", "drugi", "dawny"})
_LONGEST = 32


def why_not_alone(  # noqa: C901 - one reason after another
    units: Sequence[Unit], sentence: Sentence, *, of_somebody: bool = False
) -> str:
    """Why a phrase of the sentence would not be understood alone, in Polish; "" if it would.

    `of_somebody` is whether it tells of a person who stands outside of it, whose father „ojciec” then is.
    """
    of_somebody = of_somebody or any(map(is_nominative, units))
    pointing = [unit.text for at, unit in enumerate(units) if _points_back(units, at)]
    if pointing:
        return f"słowo „{pointing[0]}” odsyła do czegoś poza zdaniem"
    if is_doubted(units):
        return "tekst nie mówi tego na pewno"
    if untold := _why_not_when(units):
        return untold
    if units and has(units[-1].lower, frozenset({"brev"})) and len(units[-1].text) > 1:
        return "zdanie urywa się na skrócie"
    bare = [
        unit.text
        for at, unit in enumerate(units)
        if is_vague(units, at, sentence)
        and not (of_somebody and _is_kin(unit) and not _is_named_next(units, at))
    ]
    bare += [unit.text for at, unit in enumerate(units) if _is_participle_of_nobody(units, at)]
    bare += [unit.text for at, unit in enumerate(units) if _is_new_without_a_noun(units, at)]
    bare += [unit.text for at, unit in enumerate(units) if _is_kin_of_nobody(units, at)]
    if bare:
        return f"bez kontekstu nie wiadomo, o co albo o kogo chodzi w słowie „{bare[0]}”"
    if _is_cut_before_words(units) or _says_only(units) or _is_done_before_something(units):
        return "zdanie jest urwane albo mówi, że nic poza tym"
    if _lies_between_nothing(units) or _ends_on_an_adjective(units) or _ends_before_but(units, sentence):
        return "zdanie jest urwane"
    if _compares_with_nothing(units):
        return "zdanie nie mówi, z czym porównuje"
    if not says_enough(units, sentence) or _appoints_to_nothing(units) or _wants_words(units):
        return "zdanie mówi zbyt mało, by pytanie miało jedną odpowiedź"
    if len(units) > _LONGEST:
        return "zdanie jest zbyt długie na treść pytania"
    return ""


def _is_kin(unit: Unit) -> bool:
    return bool(lemmas(unit.lower) & lexicon.words("relatives"))


def _is_named_next(units: Sequence[Unit], at: int) -> bool:
    """„ojciec, Ksantyppos, dowodził flotą”: whose father he was is not said."""
    return [unit.text for unit in units[at + 1 : at + 2]] == [","] and any(
        unit.person for unit in units[at + 2 : at + 3]
    )


def _points_back(units: Sequence[Unit], at: int) -> bool:
    """Whether the word points to something said before; „tak zwany” and „wspólnie z Janem” do not."""
    word, after = units[at].lower, [unit.lower for unit in units[at + 1 : at + 2]]
    if word == "co" and at and has(units[at - 1].lower, PREPOSITION):  # „za co został aresztowany”
        return True
    if word == "razie" and at and units[at - 1].lower == "na":  # „na razie pozostał”
        return True
    if word == "nowo" and at and units[at - 1].lower == "na":  # „wojna wybuchła na nowo”
        return True
    if word == "wszystkim" and at and units[at - 1].lower == "o":  # „zawiadomił go o wszystkim”
        return True
    if word not in word_list("anaphora"):
        return False
    if word in ("jego", "jej") and _is_of_one_named(units, at):
        return False
    whole = word == "tak" and any(form.startswith("zwan") for form in after)
    return not whole and not (word in _TOGETHER and after in (["z"], ["ze"]))


def _is_of_one_named(units: Sequence[Unit], at: int) -> bool:
    """Whether a possessive goes on from a name right before it: „Bolesław Wstydliwy i jego żona Kinga”."""
    if at < 2 or units[at - 1].lower not in ("i", "oraz"):
        return False
    person = units[at - 2].person
    return person is not None and person.gender == ("f" if units[at].lower == "jej" else "m")


def _why_not_when(units: Sequence[Unit]) -> str:
    """Why a time that the phrase gives would not be understood alone, in Polish; "" if it would."""
    dates = [(unit.text, unit.date) for unit in units if unit.date]
    relative = [text for text, date in dates if points_elsewhere(date) or counts_its_year(date)]
    relative += [unit.text for at, unit in enumerate(units) if _counts_from_elsewhere(units, at)]
    relative += ["od"] if _counts_up_to_what_is_told(units) else []
    if relative:
        return f"określenie „{relative[0]}” liczy czas od innego wydarzenia"
    if not dates and len(without_times_of_day(units)) < len(units):
        return "zdanie podaje porę dnia, a nie mówi, którego dnia"
    return ""


def _counts_up_to_what_is_told(units: Sequence[Unit]) -> bool:
    """„kierował gabinetem od dwóch lat”: up to when, the text around tells; not „poddał oblegany od roku zamek”."""
    told = [reading for unit in units if unit.kind == "word" and (reading := past(unit.lower))]
    done = any("perf" in reading.marks for reading in told)
    return not done and any(_ends_a_time_since(units, at) for at in range(1, len(units)))


def _ends_a_time_since(units: Sequence[Unit], at: int) -> bool:
    """Whether „od dwóch lat”, „od ponad roku” or the like ends there."""
    start = at - 1
    while start and (units[start].kind == "number" or has(units[start].lower, NUMERAL | ADVERB)):
        start -= 1
    counted = (
        start < at - 1 or bool(lemmas(units[at].lower) & _COUNTED_ALONE) or has(units[at].lower, NOUNS, "pl")
    )
    dated = any(unit.date or unit.kind == "number" for unit in units[at + 1 : at + 2])
    return measures_time(units[at]) and units[start].lower == "od" and counted and not dated


def _is_kin_of_nobody(units: Sequence[Unit], at: int) -> bool:
    """„syn Kazimierz ożenił się”: whose son he was is not said."""
    after = units[at + 1 : at + 3]
    named = bool(after) and after[0].person is not None and is_nominative(after[0])
    kin = units[at].kind == "word" and has(units[at].lower, NOUNS, "nom") and _is_kin(units[at])
    owned = at > 0 and (
        units[at - 1].person is not None or has(units[at - 1].lower, NOUNS | ADJECTIVES, "gen")
    )
    return kin and named and not owned


def _is_new_without_a_noun(units: Sequence[Unit], at: int) -> bool:
    """„założył nowe, z wielkim rynkiem”, „poparł go w drugim”: the noun stands in what was said before."""
    after = units[at + 1 :][:2]
    listed = (
        len(after) > 1 and after[0].text == "," and has(after[1].lower, ADJECTIVES)
    )  # „pierwszą, drewnianą”
    ends = not after or (after[0].text in ",;" and not listed)
    alone = not (at and agree(units[at].lower, units[at - 1].lower))
    which = bool(lemmas(units[at].lower) & _NEW) or is_ordinal(units[at].lower)
    return ends and alone and units[at].kind == "word" and which


def _is_participle_of_nobody(units: Sequence[Unit], at: int) -> bool:
    """„następcą zamordowanego”: a participle that stands for somebody whom the phrase does not name."""
    unit = units[at]
    if unit.kind != "word" or not has(unit.lower, _PARTICIPLES) or has(unit.lower, _LEXICAL):
        return False
    if past(unit.lower):
        return False
    near = [*units[max(0, at - 3) : at], *units[at + 1 : at + 4]]
    governed = at > 0 and has(units[at - 1].lower, PREPOSITION)  # „(X) wpisał do zakupionego przez żonę”
    if any(other.kind in ("person", "quotation") for other in (units[at + 1 : at + 4] if governed else near)):
        return False
    oblique = not has(unit.lower, _PARTICIPLES, "nom")
    nouns = (one for one in near if one.kind == "word" and not has(one.lower, PREPOSITION))
    return oblique and not any(agree(unit.lower, noun.lower) for noun in nouns)


def _is_cut_before_words(units: Sequence[Unit]) -> bool:
    """Whether it ends where somebody begins to speak: „wyszedł do niego ze słowami”, „tłum ludzi skandujących”."""
    last = units[-1].lower if units and units[-1].kind == "word" else ""
    return "słowo" in lemmas(last) or (has(last, _ACTIVE) and not has(last, _LEXICAL))


def _lies_between_nothing(units: Sequence[Unit]) -> bool:
    """„na polach między Grunwaldem”: the other side is cut off."""
    at = next((at for at, unit in enumerate(units) if unit.lower in ("między", "pomiędzy")), None)
    after = units[at + 1 :] if at is not None else ()
    pair = any(unit.lower in ("a", "i", "oraz") for unit in after)
    several = bool(after) and (after[0].kind != "word" or has(after[0].text, NOUNS | ADJECTIVES, "pl"))
    return at is not None and not pair and not several


def _ends_on_an_adjective(units: Sequence[Unit]) -> bool:
    """„zawarła fikcyjne, przynajmniej z początku, …”: the noun comes after the break."""
    last = units[-1].lower if len(units) > 1 and units[-1].kind == "word" else ""
    before = units[-2] if last else None
    if before is None or not has(last, ADJECTIVES, "acc") or has(last, NOUNS | _PARTICIPLES):
        return False
    links = any(lemmas(unit.lower) & _LINKING for unit in units if past(unit.lower))
    governed = before.kind == "word" and (has(before.lower, PREPOSITION) or agree(before.lower, last))
    return not links and not governed and past(before.lower) is not None


def _ends_before_but(units: Sequence[Unit], sentence: Sentence) -> bool:
    """„wyprowadził wojsko liczne (, ale niejednolite)”: an adjective is cut off from the one that it is set against."""
    last = units[-1] if units else None
    if (
        last is None
        or last not in sentence.units
        or not (has(last.lower, ADJECTIVES) and is_graded(last.lower))
    ):
        return False
    at = sentence.units.index(last)
    after = [unit.lower for unit in sentence.units[at + 1 : at + 4]]
    return after[:1] == [","] and after[1:2] in _BUT and has(after[-1], ADJECTIVES) and not past(after[-1])


def _compares_with_nothing(units: Sequence[Unit]) -> bool:
    """Whether it is not said than what: „dysponował siłami o wiele mniejszymi”."""
    compared = any(
        unit.kind == "word" and lemmas(unit.text) & _MORE and has(unit.text, ADJECTIVES, "com")
        for unit in units
    )
    return compared and not any(unit.lower in _THAN for unit in units)


def _says_only(units: Sequence[Unit]) -> bool:
    """„przeżyła jedynie córka”: what is left out is the point."""
    return any(unit.lower in _ONLY for unit in units)


def _is_done_before_something(units: Sequence[Unit]) -> bool:
    """„zdążył odeprzeć Anglików”: before what, the text around says."""
    return any(past(unit.lower) and lemmas(unit.lower) & _IN_TIME for unit in units if unit.kind == "word")


def _wants_words(units: Sequence[Unit]) -> bool:
    """Whether somebody answered or agreed, but what or to what is not said: „odpowiedział kanclerz”."""
    wants = any(past(unit.lower) and lemmas(unit.lower) & word_list("verbs_wanting_words") for unit in units)
    objects = (unit for unit in units if unit.kind == "word" and not past(unit.lower))
    told = any(unit.quotation or unit.lower == "na" for unit in units)
    done = {lemma for unit in units if past(unit.lower) for lemma in lemmas(unit.lower)}
    declared = "wypowiedzieć" in done and not any(has(unit.text, NOUNS | ADJECTIVES, "dat") for unit in units)
    named = any(has(unit.lower, NOUNS, "acc") or has(unit.lower, _TO_DO) for unit in objects)
    wants = wants and not any(unit.lower == "się" for unit in units)  # „zwrócił się ku północy”
    return not told and (
        declared or bool(done & _ANSWERING) or (wants and not named) or _moves_to_nothing(units)
    )


def _moves_to_nothing(units: Sequence[Unit]) -> bool:
    """Whether it is not said what somebody was talked into: „nakłonił króla”."""
    moved = any(past(unit.lower) and lemmas(unit.lower) & _PERSUADING for unit in units)
    return moved and not any(unit.lower == "do" or has(unit.lower, _TO_DO) for unit in units)


def _appoints_to_nothing(units: Sequence[Unit]) -> bool:
    """Whether somebody was appointed, but what to is not said: „mianował księcia Adama”."""
    person = any(unit.person is not None or is_a_national(unit) for unit in units)
    appoints = person and any(past(unit.lower) and lemmas(unit.lower) & _APPOINTING for unit in units)
    if not appoints or any(unit.lower == "na" for unit in units):
        return False
    offices = (at for at, unit in enumerate(units) if has(unit.lower, NOUNS, "inst"))
    return not any(
        not any(has(unit.lower, PREPOSITION) for unit in units[max(0, at - 2) : at]) for at in offices
    )


def takes_a_bare_office(units: Sequence[Unit], *, dated: bool = False) -> bool:
    """Whether somebody became „naczelnym dowódcą” or „premierem”, of what or when is not said.

    `dated` is whether another date than those of the units says when.
    """
    dated = dated or any(unit.date for unit in units)
    for at, unit in enumerate(units):
        if is_an_office_taken(units, at) and lemmas(unit.lower) & lexicon.words("offices"):
            incomplete = bool(lemmas(unit.lower) & word_list("incomplete_offices"))
            after = units[at + 1 : at + 3]
            whole = is_told_apart(after) or bool(after and agree(after[0].lower, unit.lower))
            bare = bool(after) and lemmas(after[0].lower) & word_list("vague_nouns")  # „rektorem uczelni”
            whole = whole and not (bare and not is_described(units, at + 1))
            return not whole and (incomplete or not dated)
    return False


def is_doubted(units: Sequence[Unit]) -> bool:
    """Whether the text does not tell it for sure: „podobno”, „miał powiedzieć”."""
    if any(unit.lower in word_list("hedges") for unit in units):
        return True
    words = [unit.lower for unit in units if unit.kind == "word"]
    has_to = any(past(word) and "mieć" in lemmas(word) for word in words)
    return has_to and any(has(word, frozenset({"inf"})) for word in words)


def says_enough(units: Sequence[Unit], sentence: Sentence) -> bool:
    """Whether the phrase holds a name, or a noun that other words describe, and two such words at least."""
    named = [unit for unit in units if unit.kind in ("person", "quotation") or is_proper(unit, sentence)]
    described = [unit for unit in units if unit.kind == "word" and _may_describe(unit.lower)]
    told_apart = bool(sentence.theme) or any(is_described(units, at) for at in range(len(units)))
    return bool(named) or (len(described) >= 2 and told_apart) or _begins_what_is_told(units, sentence)


def _begins_what_is_told(units: Sequence[Unit], sentence: Sentence) -> bool:
    """„obrady rozpoczęły się”, „traktat podpisano”, where the text is about a congress or a treaty."""
    said = {lemma for unit in units if unit.kind == "word" for lemma in lemmas(unit.lower)}
    clear = said & sentence.theme
    return bool(clear & word_list("themes")) or bool(clear and said & _BEGINNING)


def judges(units: Sequence[Unit]) -> bool:
    """Whether „największą sławę”, „najwybitniejszy” or the like stands there: others judge otherwise who it was."""
    best = (unit for unit in units if unit.kind == "word" and has(unit.lower, ADJECTIVES, "sup"))
    return any(lemmas(unit.lower) & word_list("judging_adjectives") for unit in best)


def says_where_or_when(units: Sequence[Unit], sentence: Sentence) -> bool:
    """Whether a name, a date or an adjective of a land ties the phrase to one place or time of history."""
    return any(
        unit.kind in ("person", "date", "quotation", "number")
        or is_proper(unit, sentence)
        or (unit.kind == "word" and is_of_a_land(unit.lower))
        for unit in units
    )


def _may_describe(form: str) -> bool:
    return has(form, NOUNS | ADJECTIVES) or not readings(form)


def _counts_from_elsewhere(units: Sequence[Unit], at: int) -> bool:
    """Whether the unit is a stretch of time that begins with something said before: „po trzech dniach”."""
    if not measures_time(units[at]):
        return False
    before = {unit.lower for unit in units[max(0, at - 3) : at]}
    after = {unit.lower for unit in units[at + 1 : at + 2]}
    return bool(before & _SINCE or after & _SINCE or after & word_list("particles"))
