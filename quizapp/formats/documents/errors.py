from __future__ import annotations

from quizapp.formats.exchange import Remark, UnreadableFile


def N_(message: str) -> str:
    """Marks a message for the catalogue; it is translated where it is shown."""
    return message


def refuse(message: str, **facts: object) -> UnreadableFile:
    """Why the file cannot be read; the message is one of the catalogue."""
    return UnreadableFile(Remark(message, tuple((name, str(value)) for name, value in facts.items())))


def no_text() -> UnreadableFile:
    """The file is in order, and empty."""
    return refuse(N_("There is no text in this file. Choose another, or paste the text."))
