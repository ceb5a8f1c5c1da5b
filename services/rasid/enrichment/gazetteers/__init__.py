"""Names of countries, places, organisations, offices, ranks, people and months, and what they stand for."""
