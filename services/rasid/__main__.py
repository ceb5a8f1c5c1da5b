"""`python -m rasid`."""

from rasid.entry import main

main()
