"""What of the merge before is taken over, so that one more report costs what it touches."""
