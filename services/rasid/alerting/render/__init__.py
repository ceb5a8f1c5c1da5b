"""The words of an alert, in Arabic and English."""
