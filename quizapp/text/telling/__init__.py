"""Of whom a text tells, clause by clause, where it does not say the name again."""
