"""Who bears a part of another's name and yet is somebody else, and what is but another name of one person."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from quizapp.text import lexicon
from quizapp.text.names.found import Found
from quizapp.text.names.kinds import is_name_word, kind_of
from quizapp.text.offices.heads import head_reading
from quizapp.text.offices.origins import origins
from quizapp.text.words import Reading, Word, readings

_BACK = 6  # words from a name back to „syn”, „ojciec”
_TITLE = 3  # words of an office before a name
_ALIAS = 5  # words from „znany” to the name
_WITH_KIN = frozenset((",", "jego", "jej", "ich", "swego", "swojego", "swej", "swojej"))
_BETWEEN = frozenset((",", "(", "–", "—"))
_LATER = frozenset(("późniejszy", "przyszły"))
_CALLED = frozenset(("zwać", "zwany", "przezwać", "przezywać", "nazywać"))


def kin_before(words: Sequence[Word], found: Found) -> str | None:
    """The noun in „ojciec króla X”, „jego syn X”, „śmierć ojca, księcia X”: X is a relative, or whose."""
    kin = lexicon.words("relatives")
    for place in range(found.first - 1, max(found.first - 1 - _BACK, -1), -1):
        known = readings(words[place].text)
        nouns = [reading for reading in known if reading.pos == "subst" and reading.lemma in kin]
        cases = {slot[1] for noun in nouns for slot in noun.slots if slot[0] == "sg"} | {"gen", "acc"}
        if nouns:
            return nouns[0].lemma if found.naming.case in cases else None
        is_beside = words[place].text in _WITH_KIN
        if not is_beside and not any(_goes_between(reading) for reading in known):
            return None
    return None


def _goes_between(reading: Reading) -> bool:
    """„ojciec zmarłego króla Czech X”: nouns and adjectives, no verb and no little word."""
    return reading.pos in ("subst", "adj", "ppas")


def is_foretold(words: Sequence[Word], found: Found) -> bool:
    """„jego syn, późniejszy Karol IV”, „przyszły król Karol IV”: who is called so bears the name only later on."""
    for place in range(found.first - 1, max(found.first - 1 - _TITLE, -1), -1):
        known = readings(words[place].text)
        if any(reading.lemma in _LATER for reading in known):
            return True
        if not any(map(_goes_between, known)):
            return False
    return False


def office_before(words: Sequence[Word], found: Found) -> str | None:
    """The head of the office that introduces a name: „kanclerz wielki koronny X”."""
    for place in range(found.first - 1, max(found.first - 1 - _TITLE, -1), -1):
        head = head_reading(words[place].text) if words[place].text[0].isalpha() else None
        if head:
            return head.lemma
        if not any(reading.pos in ("subst", "adj") for reading in readings(words[place].text)):
            return None
    return None


def is_another_name(words: Sequence[Word], found: Found, before: Found | None) -> bool:
    """„X (zwany Y)”, „X, znana w Ameryce jako Y”: what somebody just named is called besides."""
    place = found.first - 1
    if before is None or place < 1:
        return False
    if words[place].text in ("jako", "nazwiskiem", "pseudonimem", "imieniem"):
        return any(word.text.startswith("znan") for word in words[max(place - _ALIAS, before.last) : place])
    is_called = any(r.lemma in _CALLED and r.pos in ("ppas", "adj") for r in readings(words[place].text))
    between = words[before.last + 1 : place]
    return is_called and all(word.text in _BETWEEN or word.text == "też" for word in between)


def is_part_of_another(words: Sequence[Word], found: Found, name: Collection[str]) -> bool:
    """„Kos Jan, …”, „Szabriego Mehmeda”: the word before, in the same case, belongs to it, and not to the name."""
    before = words[found.first - 1 : found.first]
    if not before or not is_name_word(before[0]):
        return False
    kind = kind_of(before[0].text)
    opens = found.first == 1
    looks_so = kind.unknown or before[0].text.endswith(("ski", "cki", "dzki"))
    if kind.office or kind.people or kind.place or (opens and not looks_so):
        return False
    case = found.naming.case
    possible = [one for one in origins(before[0].text, True) if any(slot[1] == case for slot in one.slots)]
    is_name = opens or case != "nom"  # „w Notre-Dame Jan …”
    return is_name and bool(possible) and not any(one.nominative in name for one in possible)


def is_after_capitals(words: Sequence[Word], found: Found, surnames: Collection[str]) -> bool:
    """„KOWALSKI Jan”, the head of an entry: the surname before the name, in capitals, is a known person's."""
    before = words[found.first - 1].text if found.first else ""
    return before.isupper() and before.capitalize() in surnames
