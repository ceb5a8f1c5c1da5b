"""Rasid: watches news for meetings of officials and troop announcements, and alerts."""

__version__ = "0.1.0"
