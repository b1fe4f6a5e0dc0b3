"""Answers in few words, “the union refused”, “it turned the offer down”: to what they are given."""
