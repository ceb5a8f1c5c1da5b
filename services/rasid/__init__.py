"""Rasid: watches news for meetings of officials and troop announcements, and alerts."""
