"""`make soak`: many articles through all workers on Apache Kafka, to see that memory and descriptors stay flat."""
