"""`make bench`: how fast and how dear Rasid is, measured side by side on Apache Kafka; the page comes out of it."""
