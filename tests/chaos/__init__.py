"""The chaos suite: known articles through all workers on Apache Kafka while something goes wrong, and a count of it."""
