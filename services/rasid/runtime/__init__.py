"""Only Faust and Kafka plumbing: nothing here knows what an article or an alert says."""
