"""The brief: all that is found on one page, in the terminal and as JSON."""
