"""What each command of `rasid` does; `rasid.cli` declares them."""
