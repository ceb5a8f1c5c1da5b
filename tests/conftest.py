"""Fixtures for every room, and how properties are tested in all of them."""

from hypothesis import HealthCheck, settings

pytest_plugins = [
    "support.alertmanager.running", "support.brokers", "support.deployment", "support.mail", "support.pytest_golden",
    "support.receiver",
]  # fmt: skip

# How long an example takes says more of the machine than of the code: timings belong in benchmarks.
settings.register_profile("rasid", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("rasid")
