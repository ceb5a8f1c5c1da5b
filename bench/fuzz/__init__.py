"""`make fuzz`: mutated messages through decoding and the whole pipeline, with limits on time and memory for each."""
