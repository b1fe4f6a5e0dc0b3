"""On which condition a statement is made, and by when it is to be met."""
