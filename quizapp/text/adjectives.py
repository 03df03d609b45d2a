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
