"""Fixtures for every room."""

pytest_plugins = ["support.brokers"]
