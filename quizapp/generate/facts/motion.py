"""Whether a clause that tells of a way says where it led."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from quizapp.generate.clauses import Clause
from quizapp.generate.material import Unit
from quizapp.generate.subjects import subject_of
from quizapp.generate.words import PREPOSITION, has, lemmas, readings, word_list

_PARTICIPLES = frozenset({"ppas"})
_ADMITTING = frozenset(
    {"wykluczyć", "usunąć", "odsunąć", "wydalić", "dopuścić", "zaprosić", "zmusić", "wpuścić"}
)
_JOINING = frozenset({"włączyć", "wcielić", "przyłączyć"})
_IN_OR_OUT = frozenset({"do", "z", "ze", "od", "spośród"})
_INTO = _IN_OR_OUT | {"w", "we"}
_WITH = frozenset({"z", "ze", "o", "dla", "dzięki", "mimo", "wraz", "wskutek", "podczas", "jako"})
_OF_A_PLACE, _DONE_TO = "nazwa_geograficzna", frozenset({"acc", "nom"})
_APPEARING = frozenset({"pokazać", "ukazać", "pojawić"})
_LEAVING = frozenset(
    {"wyruszyć", "wyjechać", "odjechać", "opuścić", "odpłynąć", "wypłynąć", "odlecieć", "wylecieć", "wyjść"}
)
_ASKED = frozenset(
    {"wezwanie", "żądanie", "rozkaz", "prośba", "moc", "polecenie", "wieść", "czoło", "wzgląd"}
)
"""„na wezwanie posłów” says why, not where."""
_TOWARDS = frozenset({"do", "na", "ku", "pod", "nad", "przeciw", "przeciwko", "za"})


def goes_nowhere(clause: Clause, units: Sequence[Unit]) -> bool:
    """Whether somebody moved or was let in, but where is not said: „wkroczyła Armia Czerwona”, „wykluczono Włochy”.

    So it is too where a date is borne: „akt nosi datę”.
    Of somebody who left, whither counts: „wyruszył z miasta” is a trifle.
    """
    lemma = lemmas(clause.verb_form)
    if lemma & _APPEARING and subject_of(clause).kind == "thing":
        return True
    if any("data" in lemmas(unit.lower) for unit in units if unit.kind == "word"):
        return True
    if any(unit.lower == "miejsce" and units[at - 1].lower == "na" for at, unit in enumerate(units) if at):
        return True  # „przybyła na miejsce”
    passive = {lemma for unit in units if has(unit.lower, _PARTICIPLES) for lemma in lemmas(unit.lower)}
    impersonal = subject_of(clause).kind == "impersonal"
    done = passive | lemma if impersonal else passive
    if done & _ADMITTING or ("przyjąć" in done and any(_is_a_land(units, at) for at in range(len(units)))):
        return not any(unit.lower in _IN_OR_OUT for unit in units)
    if done & _JOINING:
        return not any(unit.lower in _INTO and not after.date for unit, after in pairwise(units))
    if lemma & _LEAVING and subject_of(clause).kind == "person":
        return not any(unit.lower in _TOWARDS for unit in units)
    stopped = "stanąć" in lemma and subject_of(clause).kind == "thing"  # „stanęła stocznia”
    moves = stopped or bool(lemma & word_list("verbs_of_motion"))
    return moves and not any(_says_where(units, at) for at in range(len(units)))


def _is_a_land(units: Sequence[Unit], at: int) -> bool:
    """Whether a land or town stands there that nothing governs: „(przyjęto) Sudan Południowy”, „Kurlandię”."""
    governed = at > 0 and has(units[at - 1].lower, PREPOSITION)
    return not governed and any(
        reading.lemma in word_list("lands") or (_OF_A_PLACE in reading.labels and reading.marks & _DONE_TO)
        for reading in readings(units[at].text)
        if units[at].text[0].isupper() or reading.lemma in word_list("lands")
    )


def _says_where(units: Sequence[Unit], at: int) -> bool:
    """Whether a preposition of place stands there: „do miasta”, „z Gdańska”, not „z siedmiuset ludźmi”."""
    if not has(units[at].lower, PREPOSITION):
        return False
    after = units[at + 1].text[0] if at + 1 < len(units) else ""
    beside = [*units[max(0, at - 1) : at], *units[at + 1 : at + 2]]
    if any(lemmas(unit.lower) & _ASKED for unit in beside):  # „ze względu na chorobę”
        return False
    return units[at].lower not in _WITH or after.isupper()
