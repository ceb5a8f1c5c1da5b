"""Prometheus Alertmanager for the tests: a real one, built once from its Go module."""

from support.alertmanager.running import Alertmanager, alertmanager

__all__ = ["Alertmanager", "alertmanager"]
