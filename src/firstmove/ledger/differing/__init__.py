"""Where reports differ, what changed, and what stands against what."""
