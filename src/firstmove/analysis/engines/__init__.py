"""Engines behind one interface, and the state spaces that they work on."""
