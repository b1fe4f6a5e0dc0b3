"""Drafts of one case set side by side, and the analyst's edits carried over."""
