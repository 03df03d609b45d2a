"""Whether words between marks are a title, a name or a phrase, and no speech, by their shape and neighbours."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.text import lexicon
from quizapp.text.sentence_words import is_finite_verb
from quizapp.text.speech.attribution import is_noun_of_words
from quizapp.text.speech.cues import Cue, finite_verbs
from quizapp.text.words import Word, readings, words_of

FEW = 3
"""Words that a quotation needs to be speech where no colon or dash sets it off."""
NAMES = frozenset(("mianem", "epitetem", "przydomkiem"))
"""„określił go mianem „…””: what leads from a verb of naming into the name."""
_TAKING = {
    "o": frozenset(("mówić", "pisać", "wspominać", "opowiadać", "napisać", "wspomnieć")),
    "na": frozenset(("skarżyć", "narzekać", "poskarżyć", "utyskiwać")),
    "nad": frozenset(("ubolewać",)),
}
_CLOSING = ("!", "?", "!…", "?…")


def is_title(words: Sequence[Word], *, announced: bool = False) -> bool:
    """Whether the words end with what announces a title, a name or a slogan.

    Before a colon, what follows a preposition does not: „zanotowała w dzienniku: „…””.
    """
    titles = lexicon.words("titles_of_works")
    if not words or words[-1].text in NAMES:
        return False
    if announced and any(reading.pos == "prep" for word in words[-3:-1] for reading in readings(word.text)):
        return False
    near = [word.text for word in words[-2:] if word.text not in (".", ":")]
    return bool(near) and (
        any(reading.lemma in titles for reading in readings(near[-1]))
        or near[-1] in ("tzw", "zwany", "ps", "krypt")
    )


def is_published(words: Sequence[Word], said: str) -> bool:
    """„wydała „Myśli różne””, „napisał dla dzieci „Bajki””: a work as the object of a verb of publishing."""
    if not said[0].isupper() or words[-1].text in (":", "że", "iż") or has_verb(said):
        return False
    verbs = lexicon.words("publishing_verbs")
    for word in reversed(words[-5:]):
        known = readings(word.text)
        if any(
            reading.pos in ("praet", "fin", "imps", "ppas", "ger", "inf") and reading.lemma in verbs
            for reading in known
        ):
            return True
        if word.text in (",", ";", ":", "–", "—") or any(finite_verbs([word])):
            return False
    return False


def is_inscribed(words: Sequence[Word]) -> bool:
    """„na pieczęci umieszczono słowa: „…””, „nad bramą widniał napis: „…””: on a thing, by nobody named."""
    verbs = lexicon.words("inscribing_verbs")
    for word in reversed(words):
        if word.text == ";" or is_finite_verb(word.text):
            known = readings(word.text)
            return any(r.lemma in verbs and (r.pos == "imps" or r.lemma == "widnieć") for r in known)
    return False


def is_brief_phrase(said: str) -> bool:
    """„wojnę na górze”: a few words without a verb, in small letters."""
    return said[0].islower() and len(said.split()) <= FEW and not has_verb(said)


def is_set_apart(words: Sequence[Word], said: str) -> bool:
    """Whether words without a colon before them are many enough for speech, or cried out."""
    cried = is_cry(said) and is_noun_of_words(words[-1])
    return cried or (len(said.split()) >= FEW and not is_brief_phrase(said))


def has_verb(said: str) -> bool:
    """Whether a finite verb stands among the words, the first of which may owe its capital to the marks."""
    words = words_of(said, 0, len(said))
    return any(is_finite_verb(word.text if place else word.text.lower()) for place, word in enumerate(words))


def is_utterance(said: str, least: int = 5) -> bool:
    """A whole sentence of so many words at least, even if nobody is named for it."""
    words = words_of(said, 0, len(said))
    return len(words) >= least and said[0].isupper() and any(finite_verbs(words))


def is_cry(said: str) -> bool:
    """What ends with a mark of exclamation or question."""
    return said.rstrip("… ").endswith(_CLOSING)


def takes_by_preposition(cue: Cue, words: Sequence[Word], said: str) -> bool:
    """„mówił o „poetce pogodnej strony świata””: the verb takes what was said by its preposition."""
    return len(said.split()) > FEW and bool(cue.lemmas & _TAKING.get(words[-1].text, frozenset()))


def is_reported(words: Sequence[Word], said: str) -> bool:
    """„mówiono, że będzie to „drugi Neron””, „przyznał, że Jan „umył ręce””: brief words of what was reported."""
    if not said[0].islower() or not any(word.text in ("że", "iż") for word in words[-6:]):
        return False
    being = any(
        reading.lemma == "być" and reading.pos in ("praet", "fin", "bedzie")
        for reading in readings(words[-1].text)
    )
    return being or words[-1].text == "to" or has_verb(said)
