"""Reports of one real-world event, brought together: the fold behind `events.clusters.v1`."""
