"""The response processing of QTI 1.2: what each answer earns, and what is said of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from quizapp.formats.xml_tree import Element

_EQUAL = ("varequal", "varsubset", "varinside", "varsubstring")
_PLACE = re.compile(r"\d{1,3}")
_WHOLE = 100.0


@dataclass(slots=True)
class _Condition:
    """What must be answered, what must not, and what it earns."""

    said: list[tuple[str, str, str]] = field(default_factory=list)
    unsaid: list[tuple[str, str]] = field(default_factory=list)
    least: dict[str, float] = field(default_factory=dict)
    most: dict[str, float] = field(default_factory=dict)
    points: float = 0.0
    feedback: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Scoring:
    """All conditions of an item."""

    conditions: list[_Condition]
    earned: dict[tuple[str, str], float] = field(default_factory=dict)
    best: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        given: dict[tuple[str, str], list[float]] = {}
        for found in self.conditions:
            for said in found.said:
                given.setdefault(said[:2], []).append(found.points)
            if not found.said and len(found.unsaid) == 1:
                self.earned[found.unsaid[0]] = self.earned.get(found.unsaid[0], 0.0) - found.points
        for key, earned in given.items():
            self.earned[key] = self.earned.get(key, 0.0) + max(earned, key=abs)
        for (name, _), points in self.earned.items():
            self.best[name] = max(self.best.get(name, 0.0), points)

    def points(self, name: str, value: str) -> float:
        """What giving the value earns more than not giving it."""
        return self.earned.get((name, value), 0.0)

    def share(self, name: str, value: str) -> float:
        """The points of a value as a part of the most that any value of the response earns."""
        most = self.best.get(name, 0.0)
        return max(-1.0, self.points(name, value) / most) if most > 0 else 0.0

    def values(self, name: str) -> list[str]:
        """Every value of the response that a condition names."""
        named = (said[1] for found in self.conditions for said in found.said if said[0] == name)
        unsaid = (value for found in self.conditions for of, value in found.unsaid if of == name)
        return list(dict.fromkeys((*named, *unsaid)))

    def right_values(self, name: str) -> list[str]:
        """The values that earn something."""
        return [value for value in self.values(name) if self.points(name, value) > 0]

    def order(self, name: str) -> list[str]:
        """The right order: of one condition, or of as many as there are places."""
        won = [found for found in self.conditions if found.points > 0]
        whole = max((found.said for found in won), key=len, default=[])
        listed = [said for said in whole if said[0] == name]
        if len(listed) > 1:
            return [said[1] for said in listed]
        placed = [
            (int(said[2]), said[1])
            for found in won
            for said in found.said
            if said[0] == name and _PLACE.fullmatch(said[2])
        ]
        return [value for _, value in sorted(set(placed))]

    def ways(self, name: str) -> Iterator[tuple[list[str], tuple[float, float] | None]]:
        """Each way to earn something by typing: the answers named, and the bounds of a number if there are any."""
        for found in self.conditions:
            values = [said[1] for said in found.said if said[0] == name]
            bounds = (
                (found.least[name], found.most[name]) if name in found.least and name in found.most else None
            )
            if found.points > 0 and (values or bounds):
                yield values, bounds

    def feedback_of_answers(self) -> dict[tuple[str, str], str]:
        """Which feedback is shown for just one answer."""
        linked: dict[tuple[str, str], str] = {}
        for found in self.conditions:
            if len(found.said) == 1 and found.feedback:
                name = next((one for one in found.feedback if not _is_common(one)), "")
                if name:
                    linked.setdefault(found.said[0][:2], name)
        return linked


def read_scoring(item: Element) -> Scoring:
    """The conditions of the item, in their order."""
    return Scoring([_condition(found) for found in item.every("respcondition")])


def _condition(element: Element) -> _Condition:
    condition = _Condition()
    conditions = element.child("conditionvar")
    if conditions is not None:
        _read(conditions, condition, is_negated=False)
    condition.feedback = [found.get("linkrefid") for found in element.children("displayfeedback")]
    earned = [_points(found.text) for found in element.children("setvar")]
    condition.points = sum(earned)
    if not earned and _says_correct(element, condition):
        condition.points = _WHOLE
    return condition


def _read(element: Element, condition: _Condition, is_negated: bool) -> None:
    for part in element.children():
        name, value = part.get("respident"), " ".join(part.text.split())
        if part.name == "not":
            _read(part, condition, not is_negated)
        elif part.name in _EQUAL and is_negated:
            condition.unsaid.append((name, value))
        elif part.name in _EQUAL:
            condition.said.append((name, value, part.get("index")))
        elif part.name in ("vargte", "vargt"):
            condition.least[name] = _points(value)
        elif part.name in ("varlte", "varlt"):
            condition.most[name] = _points(value)
        elif part.name in ("and", "or"):
            _read(part, condition, is_negated)


def _says_correct(element: Element, condition: _Condition) -> bool:
    return any(
        re.match(r"correct\b|correct_", name, re.IGNORECASE)
        for name in (element.get("title"), *condition.feedback)
    )


def _is_common(feedback: str) -> bool:
    return bool(re.match(r"(?:general|correct|incorrect)", feedback, re.IGNORECASE))


def _points(text: str) -> float:
    if text.strip().lower() in ("score.max", "que_score.max"):
        return _WHOLE
    try:
        points = float(text.strip().replace(",", "."))
    except ValueError:
        return 0.0
    return points if abs(points) < 1e12 else 0.0
