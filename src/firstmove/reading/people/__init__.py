"""Who is meant by a name, role or pronoun, and for which party they speak."""
