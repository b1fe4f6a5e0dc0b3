"""The acts that statements name, whose they are, and what kinds of statement say of wants."""
