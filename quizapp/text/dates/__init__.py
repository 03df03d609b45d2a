"""Dates in a text: every wording, what it says, what it leaves to be understood."""
