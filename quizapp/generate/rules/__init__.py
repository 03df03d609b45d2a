"""The ways of asking: one module each, with a function `drafts(facts)`.

A rule is added by adding its module here: the package lists its modules in the order of their names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules

from quizapp.generate.draft import Draft
from quizapp.generate.facts.gathered import Facts

Rule = Callable[[Facts], Iterator[Draft]]


def rules() -> dict[str, Rule]:
    """Every rule by its name."""
    names = sorted(module.name for module in iter_modules(__path__))
    return {name: import_module(f"{__name__}.{name}").drafts for name in names}
