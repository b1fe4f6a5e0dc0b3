"""The graph of a conflict: its states, who can move where, and what each side prefers."""
