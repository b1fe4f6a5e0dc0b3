"""Words by what they tell: who speaks, what is done, on which condition. Data, no rules."""
