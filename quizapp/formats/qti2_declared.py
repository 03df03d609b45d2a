"""What a question of QTI 2 declares of its answers."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.formats.xml_tree import Element


@dataclass(frozen=True, slots=True)
class Declared:
    """What is declared of a response: the right values, and points by value."""

    cardinality: str
    base: str
    correct: tuple[str, ...]
    mapped: dict[str, float]

    def share(self, value: str) -> float:
        """Which part of the points a value earns."""
        if value in self.correct:
            return 1.0
        most = max(self.mapped.values(), default=0.0)
        points = self.mapped.get(value, 0.0)
        if most <= 0:
            return 0.0
        share = max(-1.0, points / most)
        is_the_only = self.correct and self.cardinality == "single" and self.base == "identifier"
        return min(share, 0.99) if is_the_only else share


def read_declared(element: Element) -> Declared:
    """The declaration of a response."""
    correct = element.child("correctResponse")
    values = [" ".join(value.text.split()) for value in correct.children("value")] if correct else []
    entries = element.child("mapping")
    mapped = {}
    for entry in entries.children("mapEntry") if entries else ():
        mapped[" ".join(entry.get("mapKey").split())] = points_in(entry.get("mappedValue"))
    return Declared(
        element.get("cardinality") or "single",
        element.get("baseType"),
        tuple(value for value in values if value),
        {value: points for value, points in mapped.items() if value},
    )


def points_in(text: str) -> float:
    """A number of points; none where it is no sensible number."""
    try:
        points = float(text)
    except ValueError:
        return 0.0
    return points if abs(points) < 1e9 else 0.0
