"""Whether two labels name one act."""
