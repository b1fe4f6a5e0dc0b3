"""The lines of a drafted model: wants, what stands now, what cannot be, and what is asked."""
