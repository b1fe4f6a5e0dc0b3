"""Stability concepts and what is asked beside them, one a file."""
