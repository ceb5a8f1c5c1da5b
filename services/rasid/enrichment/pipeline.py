"""From raw article to enriched article and events: the table of contents of enrichment."""
