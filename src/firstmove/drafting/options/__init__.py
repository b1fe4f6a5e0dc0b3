"""One option for one act of one owner, by whatever words the reports name it."""
