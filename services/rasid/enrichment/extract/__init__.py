"""Meetings and troop announcements out of a text."""
