"""`python -m rasid`."""

from rasid.cli import main

main()
