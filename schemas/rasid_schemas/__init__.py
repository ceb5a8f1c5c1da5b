"""The contract of Rasid: what is on its topics. Imports nothing else of the project."""
