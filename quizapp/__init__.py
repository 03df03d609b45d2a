"""Quizzes proved by the text. Nothing is imported here, so that every part starts alone and fast."""
