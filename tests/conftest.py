"""Fixtures for every room."""

pytest_plugins = ["support.brokers", "support.deployment", "support.pytest_golden"]
