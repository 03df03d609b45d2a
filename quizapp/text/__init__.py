"""A source as spans: sentences, dates, persons, offices, quotations; Polish morphology."""
