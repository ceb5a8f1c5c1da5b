"""What Rasid is measured by: `make eval`, `make bench-extraction`. No part of what runs."""
