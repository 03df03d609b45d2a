"""Questions from a language model, where somebody named one: asked for, read, doubted, and let into the queue."""
