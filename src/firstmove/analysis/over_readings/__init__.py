"""One question asked of every reading of what a model leaves unknown."""
