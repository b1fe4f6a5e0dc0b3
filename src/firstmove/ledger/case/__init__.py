"""The case file: what is kept, how it is kept whole, and how it is found again."""
