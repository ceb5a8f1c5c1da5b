"""The embedded broker of `make run`."""
