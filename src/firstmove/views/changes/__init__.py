"""What an addition, a decision or a new reading changed, and the history of a case, shown."""
