"""Fixtures for every room."""

pytest_plugins = ["support.brokers", "support.deployment", "support.receiver", "support.pytest_golden"]
