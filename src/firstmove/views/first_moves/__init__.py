"""Who must move first, shown: sentences, rows and the picture of the ways out."""
