"""Which reports are copies of one another, and which tell of another event."""
