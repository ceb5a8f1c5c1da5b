"""From events to clusters, alerts and the people who get them."""
