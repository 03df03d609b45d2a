"""Whose office it is by standing beside the name, in enumerations too."""

from __future__ import annotations

from quizapp.text import lexicon
from quizapp.text.offices.phrases import Office
from quizapp.text.telling.clauses import Line, Mention, is_finite
from quizapp.text.words import readings

_INSERTED = 7  # words between the mark and an office, such as „przez piętnaście lat jej”
_REACH = 40  # words that the offices of one person take up
_DASHES = frozenset(("–", "—", "-"))
_APPOSITION_ENDS = frozenset((",", ".", ";", ")", "–", "—", ":", "?", "!", "…", "i", "oraz", "a"))


def apposed(line: Line) -> dict[Office, Mention]:
    """Offices that stand beside the name of their holder, commas and enumerations included."""
    linked: dict[Office, Mention] = {}
    for office in reversed(line.offices):
        holder = _right_after(line, office, linked)
        if holder:
            linked[office] = holder
    for office in line.offices:
        if office not in linked:
            holder = _beside_a_comma(line, office, linked)
            if holder:
                linked[office] = holder
    return linked


def _right_after(line: Line, office: Office, linked: dict[Office, Mention]) -> Mention | None:
    """The name that follows at once, or after another office of the same person."""
    mention = line.mention_from(office.last + 1)
    if mention:
        return mention if _agree(office, mention) else None
    other = line.office_from(office.last + 1)
    holder = linked.get(other) if other else None
    return holder if holder and _agree(office, holder) else None


def _agree(office: Office, mention: Mention) -> bool:
    if office.is_abbreviated:
        return True
    genders = {slot[2] for slot in office.slots}
    suits = mention.gender == "unknown" or ("f" if mention.gender == "f" else "m1") in genders
    return bool(office.cases & mention.cases) and (suits or genders == {"m1"})


def _beside_a_comma(line: Line, office: Office, linked: dict[Office, Mention]) -> Mention | None:
    shared = (
        _shared_with_office_before(line, office, linked)
        or _after_another_office(line, office, linked)
        or _shared_with_a_noun_before(line, office)
        or _right_before(line, office)
    )
    if shared:
        return shared
    before, after = _name_before(line, office), _name_after(line, office, linked)
    if before and after:
        return after if _goes_on_to_the_right(line, office, before, linked) else before
    return before or after


def _shared_with_a_noun_before(line: Line, office: Office) -> Mention | None:
    """„X, gospodarz kongresu i minister wojny,”: what else he is stands first."""
    conjunction = office.reach - 1
    if conjunction < 2 or line.words[conjunction].text not in ("i", "oraz") or not _ends_there(line, office):
        return None
    for place in range(conjunction - 1, max(conjunction - _INSERTED, 0), -1):
        if is_finite(line.words[place].text):
            return None
        if line.words[place].text == ",":
            mention = line.mention_up_to(place - 1)
            return mention if mention and _agree(office, mention) else None
    return None


def _right_before(line: Line, office: Office) -> Mention | None:
    """„Bolka księcia Opola, Przemka …”: an office with its place follows the name without a mark."""
    mention = line.mention_up_to(office.first - 1) if office.last > office.first else None
    return mention if mention and _agree(office, mention) else None


def _shared_with_office_before(line: Line, office: Office, linked: dict[Office, Mention]) -> Mention | None:
    """„X, minister wojny i szef sztabu,”: the second office in apposition to one name."""
    conjunction = office.reach - 1
    if conjunction < 1 or line.words[conjunction].text not in ("i", "oraz"):
        return None
    for place in range(conjunction - 1, max(conjunction - 12, 0), -1):
        other = line.office_from(place)
        if other:
            holder = linked.get(other)
            is_shared = holder and other.last == conjunction - 1 and holder.last < other.first
            return holder if holder and is_shared and _agree(office, holder) else None
    return None


def _after_another_office(line: Line, office: Office, linked: dict[Office, Mention]) -> Mention | None:
    """„X, biskup krakowski, kardynał, …”: one more office in apposition to one name, if no other name follows."""
    comma = office.reach - 1
    if comma < 1 or line.words[comma].text != "," or not _ends_there(line, office):
        return None
    other = next((one for one in line.offices if one.last == comma - 1), None)
    holder = linked.get(other) if other else None
    is_named_before = holder and other and holder.last < other.first
    if not is_named_before or _name_after(line, office, linked):
        return None
    return holder if holder and _agree(office, holder) else None


def _name_before(line: Line, office: Office) -> Mention | None:
    """„X, minister …,”, „X (król …)”, „X – wódz …”: the name ends right before the mark."""
    mark = _mark_before(line, office)
    if mark < 1 or line.words[mark].text not in {",", "(", *_DASHES}:
        return None
    if line.words[mark].text != "(" and not _ends_there(line, office):
        return None
    mention = line.mention_up_to(_before_arms(line, _before_brackets(line, mark)) - 1)
    return mention if mention and _agree(office, mention) else None


def _before_arms(line: Line, mark: int) -> int:
    """The place of what follows the name: „X herbu Dębno, biskup …” is read as „X, biskup …”."""
    for place in range(mark - 2, max(mark - 4, 0), -1):
        if line.words[place].text in ("herbu", "h"):
            return place
    return mark


def _mark_before(line: Line, office: Office) -> int:
    """The mark that sets the apposition off: „X, wówczas już pułkownik”, „X, przez dwa lata jej sekretarz”."""
    mark = office.reach - 1
    if "nom" not in office.cases:
        return mark
    adverbs = lexicon.words("adverbs_of_office")
    for place in range(mark, max(mark - _INSERTED, 0), -1):
        text = line.words[place].text
        if text == "," and place < mark:
            opening = line.words[place + 1].text
            is_when = opening in adverbs or opening in ("przez", "od", "w", "po")
            return place if is_when and _says_whose_or_when(line.words[mark].text) else mark
        if text == "," or is_finite(text):
            break
    return mark


def _says_whose_or_when(form: str) -> bool:
    """Whether the word before the office is no preposition or noun that governs it."""
    return form in ("jej", "jego", "ich", "już", "jeszcze") or form in lexicon.words("adverbs_of_office")


def _before_brackets(line: Line, mark: int) -> int:
    """The place of what follows the name: „X (1560–1621), hetman …” is read as „X, hetman …”."""
    if line.words[mark].text != "," or line.words[mark - 1].text != ")":
        return mark
    for place in range(mark - 2, max(mark - 20, 0), -1):
        if line.words[place].text == "(":
            return place
    return mark


def _ends_there(line: Line, office: Office) -> bool:
    """Whether nothing but its circumstances („na uchodźstwie”) stands between the office and a mark."""
    rest = line.words[office.last + 1 : office.last + 6]
    if not rest or rest[0].text in _APPOSITION_ENDS:
        return True
    if not any(reading.pos == "prep" for reading in readings(rest[0].text)):
        return False
    for word in rest:
        if word.text in _APPOSITION_ENDS or is_finite(word.text):
            return word.text in _APPOSITION_ENDS
    return False


def _name_after(line: Line, office: Office, linked: dict[Office, Mention]) -> Mention | None:
    """„minister …, X”: the name, or an office with its name, begins right after the comma."""
    comma = office.last + 1
    if comma >= len(line.words) or line.words[comma].text != ",":
        return None
    mention = line.mention_from(comma + 1)
    if mention is None:
        other = line.office_from(comma + 1)
        mention = line.mention_from(other.last + 1) if other and other in linked else None
    return mention if mention and _agree(office, mention) else None


def _goes_on_to_the_right(line: Line, office: Office, before: Mention, linked: dict[Office, Mention]) -> bool:
    """In an enumeration all go the same way: to the right if the name before has its office on its left."""
    for place in range(before.first - 1, max(before.first - _REACH, 0), -1):
        other = line.office_from(place)
        if other and linked.get(other) == before and line.words[other.last + 1].text == ",":
            return True
    return False
