"""Names in Arabic script, written in Latin letters as the press writes them."""
