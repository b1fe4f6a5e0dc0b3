"""The project's own small models, and the check that their files are whole."""
