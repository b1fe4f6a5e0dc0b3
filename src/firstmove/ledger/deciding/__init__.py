"""The analyst's decisions: checked, kept, and carried out on every later merge."""
