"""What is written how: HTML, letters, sections, sentences."""
