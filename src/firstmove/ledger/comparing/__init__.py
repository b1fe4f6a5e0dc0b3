"""When two tellings are one thing said."""
