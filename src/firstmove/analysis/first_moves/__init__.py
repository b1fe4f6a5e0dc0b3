"""Who must move first: ways out, openers, levers, and how sure that is."""
