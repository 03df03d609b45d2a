"""What a question is, whether it is well written, and what an answer to it is worth."""
