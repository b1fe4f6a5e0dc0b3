"""Who is told to have said what: by rules, by the trained tagger, and by whom it came."""
