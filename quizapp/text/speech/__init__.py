"""Who says the quoted words, and which quoted words nobody says."""
