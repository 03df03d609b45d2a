"""The order of the words of a clause inside a question."""
