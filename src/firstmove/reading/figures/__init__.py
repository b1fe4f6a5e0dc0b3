"""Figures told in a report: how many of what, and who counts."""
