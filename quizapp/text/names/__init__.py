"""Names of persons: where they stand, how far they reach, whose they are, their nominative."""
