"""From raw article to events."""
