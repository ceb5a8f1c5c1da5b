"""One folder a language: its data and the few functions that are its own."""
