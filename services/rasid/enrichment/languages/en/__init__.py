"""English: word classes and the grammar of names, offices, groups and meetings."""
