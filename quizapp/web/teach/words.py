"""What types, categories and states are called on the pages of the teacher."""

from flask_babel import lazy_gettext

from quizapp.analysis.flags import Flag

TYPE_WORDS = {
    "single": lazy_gettext("One right answer"),
    "multiple": lazy_gettext("Several right answers"),
    "boolean": lazy_gettext("True or false"),
    "cloze": lazy_gettext("A gap in a sentence"),
    "typed": lazy_gettext("Typed answer"),
    "date": lazy_gettext("Typed date"),
    "order": lazy_gettext("Put in order"),
    "match": lazy_gettext("Match pairs"),
}
STATUS_WORDS = {
    "ready": lazy_gettext("Ready"),
    "draft": lazy_gettext("Draft"),
    "retired": lazy_gettext("Retired"),
}
STATE_WORDS = {
    "waiting": lazy_gettext("Waiting"),
    "accepted": lazy_gettext("Accepted"),
    "rejected": lazy_gettext("Rejected"),
}

STANDING_WORDS = {
    "new": lazy_gettext("new"),
    "same": lazy_gettext("in the bank already"),
    "changed": lazy_gettext("in the bank, but different"),
    "repeated": lazy_gettext("twice in the file"),
}
"""What a question of a file is to the bank."""

REFUSAL_WORDS = {
    "shape": lazy_gettext("cannot be read"),
    "evidence": lazy_gettext("the evidence is not in the text"),
    "unproved": lazy_gettext("the evidence does not prove it"),
    "rival": lazy_gettext("another answer may be right too"),
    "leak": lazy_gettext("the question gives the answer away"),
    "writing": lazy_gettext("badly written"),
    "known": lazy_gettext("asked already"),
}
"""Why a question of the language model was refused (`generate.draft.Why`)."""
TROUBLE_WORDS = {
    "busy": lazy_gettext("it is answering somebody else; try again in a minute"),
    "timeout": lazy_gettext("it took too long"),
    "unreachable": lazy_gettext("it cannot be reached"),
    "refused": lazy_gettext("it refused to answer"),
    "oversized": lazy_gettext("it answered too much"),
    "unreadable": lazy_gettext("what it sent cannot be read"),
}
"""Why there is no answer of the language model (`language_model.Trouble`)."""

FEEDBACK_WORDS = {
    "at_once": lazy_gettext("Practice: after each answer"),
    "at_end": lazy_gettext("Test: at the end of the attempt"),
    "after_closing": lazy_gettext("Test: for all at once, when you close the quiz"),
}
EXTRA_TIME_WORDS = {
    100: lazy_gettext("as for everybody"),
    125: lazy_gettext("a quarter more"),
    150: lazy_gettext("half as much again"),
    200: lazy_gettext("twice as much"),
    0: lazy_gettext("no limit"),
}

PLAIN_KIND_WORDS = {
    "text": lazy_gettext("plain text"),
    "markdown": lazy_gettext("Markdown"),
    "html": lazy_gettext("web page"),
}
KIND_WORDS = {
    **PLAIN_KIND_WORDS,
    "docx": lazy_gettext("Word document"),
    "odt": lazy_gettext("OpenDocument text"),
    "pdf": lazy_gettext("PDF document"),
}
"""What a file was read as (`formats.documents.Document.kind`)."""
FLAG_WORDS = {
    "check_the_key": lazy_gettext("The weaker pupils did better here than the stronger: check the key."),
    "rival_of_the_key": lazy_gettext(
        "The stronger pupils chose “%(option)s” more often than the key: check the key."
    ),
    "hardly_discriminates": lazy_gettext(
        "It hardly tells those who know from those who do not: look at its wording and its key."
    ),
    "discriminates_weakly": lazy_gettext("It tells those who know from those who do not only weakly."),
    "everybody_right": lazy_gettext("Everybody was right: it does not show who knows more."),
    "nobody_right": lazy_gettext("Nobody was right: is the key right, and was it taught?"),
    "below_guessing": lazy_gettext(
        "Fewer were right than by blind guessing: the question misleads, or the key is wrong."
    ),
    "nobody_chose": lazy_gettext("Nobody chose “%(option)s”: a better wrong answer is needed there."),
}


def say_flag(flag: Flag) -> str:
    """A remark on a question, for a teacher."""
    return str(FLAG_WORDS[flag.kind]) % {"option": flag.option}


JOINING_WORDS = {
    "listed": lazy_gettext("Those on the list, by choosing themselves"),
    "anyone": lazy_gettext("Anyone who has the code; who is not on the list puts themselves on it"),
    "closed": lazy_gettext("Nobody: the code leads nowhere"),
}
CALLING_WORDS = {
    "brief": lazy_gettext("First name and initial: Jan N."),
    "number": lazy_gettext("Register number alone"),
    "whole": lazy_gettext("As the list has them"),
}
LEFT_OUT_WORDS = {
    "twice": lazy_gettext("the same as line %(same_as)s"),
    "present": lazy_gettext("in the class already: %(same_as)s"),
    "reserved": lazy_gettext("could be taken for the teacher"),
    "heading": lazy_gettext("the heading of a table"),
    "long": lazy_gettext("longer than 40 characters"),
    "many": lazy_gettext("a class has 400 pupils at most"),
    "nameless": lazy_gettext("neither a name nor a number"),
}
"""Why a line of a class list makes no pupil (`formats.class_list.Reason`)."""
DIFFICULTY_WORDS = {
    "easy": lazy_gettext("easy: four points of five are won"),
    "medium": lazy_gettext("of middle difficulty"),
    "hard": lazy_gettext("hard: not even two points of five are won"),
    "unknown": lazy_gettext("hardly answered yet"),
}
SORT_WORDS = {
    "source": lazy_gettext("by text"),
    "newest": lazy_gettext("last changed first"),
    "stem": lazy_gettext("by the alphabet"),
    "hardest": lazy_gettext("hardest first"),
    "easiest": lazy_gettext("easiest first"),
}
FACILITY_WORDS = {
    "hard": lazy_gettext("hard (below 30 %)"),
    "middle": lazy_gettext("in between"),
    "easy": lazy_gettext("easy (above 80 %)"),
    "unknown": lazy_gettext("too few answers to tell"),
}
FINDING_WORDS = {
    "lost": lazy_gettext("proof not in the text any more"),
    "file": lazy_gettext("changed in the file too"),
    "alike": lazy_gettext("asked twice"),
    "error": lazy_gettext("to be mended"),
    "warning": lazy_gettext("to think about"),
    "C1": lazy_gettext("number of right answers"),
    "C2": lazy_gettext("equal answers"),
    "C3": lazy_gettext("number of answers"),
    "C4": lazy_gettext("longest answer is right"),
    "C5": lazy_gettext("shortest answer is right"),
    "C6": lazy_gettext("always, never, only"),
    "C7": lazy_gettext("often, sometimes"),
    "C8": lazy_gettext("all or none of the above"),
    "C9": lazy_gettext("negative question"),
    "C10": lazy_gettext("no clear question"),
    "C11": lazy_gettext("place of the gap"),
    "C12": lazy_gettext("grammar gives the answer away"),
    "C13": lazy_gettext("a word gives the answer away"),
    "C14": lazy_gettext("answers of different kinds"),
    "C15": lazy_gettext("answers overlap"),
    "C16": lazy_gettext("order of the answers"),
    "C18": lazy_gettext("a letter that moves"),
    "C19": lazy_gettext("the proof does not say it"),
    "C20": lazy_gettext("a wrong answer may be right"),
    "C21": lazy_gettext("implausible wrong answer"),
    "C24": lazy_gettext("much to read"),
    "C25": lazy_gettext("true or false in disguise"),
    "C26": lazy_gettext("an opinion"),
    "C27": lazy_gettext("a cut quotation"),
    "C28": lazy_gettext("doubtful place of the text"),
    "C29": lazy_gettext("a pair of answers stands out"),
    "C30": lazy_gettext("copied from the text"),
}
"""What is wrong with a question, in a few words: the codes of the checks, and what the bank finds."""

PART_WORDS = {
    "type": lazy_gettext("Type"),
    "category": lazy_gettext("Category"),
    "status": lazy_gettext("State"),
    "stem": lazy_gettext("Question"),
    "options": lazy_gettext("Answers"),
    "answer": lazy_gettext("Right answer"),
    "evidence": lazy_gettext("Evidence"),
    "feedback": lazy_gettext("Explanation"),
    "tags": lazy_gettext("Tags"),
}
"""What the parts of a question are called where its versions are compared (`items.differing.Part`)."""
