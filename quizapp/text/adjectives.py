"""The regular endings of the Polish adjective, which hold for comparatives, participles and bynames too."""

from __future__ import annotations

_MASCULINE = {"ego": "", "emu": "", "ym": "y", "im": "i"}
_FEMININE = {"iej": "i", "ej": "", "ią": "i", "ą": ""}


def adjective_in_nominative(form: str, gender: str) -> str:
    """The nominative singular of an adjective that stands in any case of the singular; gender "m1" or "f"."""
    if gender == "f":
        return _feminine(form)
    for ending, left in _MASCULINE.items():
        if form.endswith(ending):
            stem = form[: len(form) - len(ending)] + left
            return stem if stem.endswith(("i", "y")) else stem + "y"
    return form


def _feminine(form: str) -> str:
    for ending, left in _FEMININE.items():
        if form.endswith(ending):
            stem = form[: len(form) - len(ending)] + left
            return (stem[:-1] if stem.endswith(("ki", "gi")) else stem) + "a"
    return form


_MASCULINE_ENDINGS = {"gen": "ego", "dat": "emu", "acc": "ego", "inst": "m", "loc": "m"}
_FEMININE_ENDINGS = {"gen": "ej", "dat": "ej", "acc": "ą", "inst": "ą", "loc": "ej"}


def declined_adjective(nominative: str, gender: str, case: str) -> str:
    """The form of an adjective beside a person of the gender "m1" or "f", from its nominative singular."""
    if case == "nom":
        return nominative
    stem = nominative[:-1]
    if gender == "f":
        ending = _FEMININE_ENDINGS[case]
        return stem + ("i" if stem.endswith(("k", "g")) and ending == "ej" else "") + ending
    ending = _MASCULINE_ENDINGS[case]
    return (nominative if ending == "m" or nominative.endswith("i") else stem) + ending
