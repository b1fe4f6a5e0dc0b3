"""firstmove: from reports of a dispute to what would hold and who would have to move first."""
