"""Condition clauses of a sentence, by its parse alone: markers, extents, what they bound."""
