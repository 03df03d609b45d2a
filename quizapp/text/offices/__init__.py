"""Offices, ranks and titles: their words, and whose they are."""
