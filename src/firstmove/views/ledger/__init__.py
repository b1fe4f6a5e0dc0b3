"""What reports tell and who says what, shown: a reading, the ledger, its timeline, a search."""
