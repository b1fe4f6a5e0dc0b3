"""From a file to a report: its characters, its title and day, and what in it is not the story."""
