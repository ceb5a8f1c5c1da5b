"""Fixtures for every room."""

pytest_plugins = ["support.brokers", "support.pytest_golden"]
