"""From annotations to candidates: facts, rules, distractors, ranking."""
