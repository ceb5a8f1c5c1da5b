"""Unit tests of alert rules in YAML: articles or events in, expected alerts out, at times of the test's own."""
