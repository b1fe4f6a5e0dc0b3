"""A model, what would hold in it and in how many of its readings, shown."""
