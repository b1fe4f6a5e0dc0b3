"""What kind of move a statement is, and how it stands to fact."""
