"""Small trained models that ship with firstmove, and how they are run."""
