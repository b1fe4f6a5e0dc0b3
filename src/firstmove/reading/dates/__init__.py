"""Dates told in a report, with what they were worked out from."""
